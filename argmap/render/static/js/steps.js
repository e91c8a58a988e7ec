/* The steps of a presentation: those of the map's author, or made from the argument.
 *
 * Made ones go as a teacher would: the thesis; each reason with what supports it; then the objections to all that has
 * been said, each with its support; then the replies to those; and so on. Every step is one link, so that each shows
 * how the new claim bears on what is there already. What hangs on no thesis comes last.
 */
AM.steps = (() => {
  const {data, claims, links, order} = AM.map;

  const places = new Map(order.map((id, place) => [id, place]));

  /** @returns {Step[]} */
  function made() {
    /** @type {Step[]} */
    const found = [];
    /** @type {Set<string>} */
    const told = new Set();
    for (const {id} of data.claims.filter((claim) => claim.thesis || !claim.parent)) {
      if (told.has(id)) continue;
      told.add(id);
      found.push({show: [id], say: ''});
      for (let round = [id]; round.length;) round = objections(reasons(round, told, found), told, found);
    }
    return found;
  }

  /** Tell a link as a step. Returns what is new. @param {Link} link @param {Set<string>} told @param {Step[]} found */
  function tell(link, told, found) {
    const fresh = [...new Set(link.premises)].filter((id) => !told.has(id));
    for (const id of [...fresh, link.id]) told.add(id);
    found.push({show: [...fresh, link.id], say: ''});
    return fresh;
  }

  /** Tell all supports beneath the items, depth first. Returns everything that can be objected to.
   * @param {string[]} items @param {Set<string>} told @param {Step[]} found */
  function reasons(items, told, found) {
    const all = [], stack = items.slice().reverse();
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      all.push(id);
      const next = [];
      for (const link of AM.map.onto(id)) {
        if (link.kind !== 'supports' || told.has(link.id)) continue;
        next.push(link.id, ...tell(link, told, found));
      }
      stack.push(...next.reverse());
    }
    return all;
  }

  /** Tell the objections to the items, in reading order. Returns them and their premises, whose support comes next.
   * @param {string[]} items @param {Set<string>} told @param {Step[]} found */
  function objections(items, told, found) {
    const next = [], place = (/** @type {Link} */ link) => Math.min(...link.premises.map((id) => places.get(id) ?? Infinity));
    const links = items.flatMap((id) => AM.map.onto(id)).filter((link) => link.kind !== 'supports' && !told.has(link.id));
    for (const link of links.sort((a, b) => place(a) - place(b))) if (!told.has(link.id)) next.push(link.id, ...tell(link, told, found));
    return next;
  }

  const own = data.steps?.length > 0;

  /** The steps, and the step (from 0) at which each claim and link appears, Infinity if none. A link that no step names
   * appears as soon as what it joins is there. */
  function arrange() {
    const list = own ? data.steps : made();
    const named = new Map(list.flatMap((step, place) => step.show.map((id) => /** @type {const} */ ([id, place]))).reverse());
    const first = new Map(order.map((id) => [id, named.get(id) ?? Infinity]));
    for (const link of data.links) {
      const at = named.get(link.id);
      if (at !== undefined) for (const id of link.premises) first.set(id, Math.min(first.get(id) ?? Infinity, at));
    }
    /** @param {Link} link @param {Set<string>} seen @returns {number} */
    function appears(link, seen) {
      const written = named.get(link.id);
      if (written !== undefined) return written;
      if (seen.has(link.id)) return Infinity;
      seen.add(link.id);
      const on = links.get(link.target), target = on && !claims.has(link.target) ? appears(on, seen) : first.get(link.target) ?? Infinity;
      return Math.max(target, ...link.premises.map((id) => first.get(id) ?? Infinity));
    }
    for (const link of data.links) first.set(link.id, appears(link, new Set()));
    return {list, first};
  }
  /** @type {ReturnType<typeof arrange> | null} */
  let arranged = null; // made when somebody asks for the steps
  const all = () => arranged ??= arrange();

  /** The links that appear with a step. @param {number} place */
  const linksAt = (place) => data.links.filter((link) => all().first.get(link.id) === place);
  /** The claims that a step shows, new ones first. @param {number} place */
  function claimsAt(place) {
    const ids = all().list[place].show.flatMap((id) => claims.has(id) ? [id] : links.get(id)?.premises ?? []);
    return [...new Set(ids)];
  }

  return {get list() { return all().list; }, get first() { return all().first; }, own, linksAt, claimsAt};
})();
