/* Focus: a part of the map around one claim, or between it and the top, and nothing else. */
AM.focus = (() => {
  const {claims, links, onto, outOf, ancestors, targetClaim} = AM.map;
  const NEAREST = 3; // steps that can be asked for
  const FORM = /^(near[1-3]|path|above|below) (.+)$/s;

  /** Claims one link away: what a claim bears on, what bears on it or on its steps, its fellow premises. @param {string} id @returns {string[]} */
  function neighbours(id) {
    const touching = [...AM.fold.bearing(id), ...outOf(id), ...outOf(id).flatMap((link) => onto(link.id))];
    const stepped = touching.flatMap((link) => links.has(link.target) ? /** @type {Link} */ (links.get(link.target)).premises : []);
    return [...touching.flatMap((link) => [...link.premises, targetClaim(link)]), ...stepped].filter((name) => name);
  }

  /** What can be reached from a claim in a number of steps. @param {string} start @param {(id: string) => string[]} next @param {number} steps */
  function spread(start, next, steps) {
    const found = new Set([start]);
    for (let edge = [start]; edge.length && steps > 0; steps--) {
      edge = [...new Set(edge.flatMap(next))].filter((id) => !found.has(id));
      for (const id of edge) found.add(id);
    }
    return found;
  }

  /** @returns {{what: string, id: string} | null} */
  function parse() {
    const match = FORM.exec(AM.state.focus);
    return match && {what: match[1], id: match[2]};
  }

  /** The claims in focus, null without a focus. @returns {ReadonlySet<string> | null} */
  function chosen() {
    const at = parse();
    if (!at) return null;
    const {what, id} = at;
    if (what === 'path') return new Set([id, ...ancestors(id)]);
    if (what === 'above') return spread(id, (name) => outOf(name).map(targetClaim).filter((up) => up), Infinity);
    if (what === 'below') return spread(id, (name) => AM.fold.beneath.get(name) ?? [], Infinity);
    return spread(id, neighbours, Number(what.slice(4)));
  }

  /** Focus on a claim. @param {string} id @param {string} [what] */
  function on(id, what = 'near1') { if (claims.has(id)) AM.apply({focus: `${what} ${id}`, anchor: id, selected: id}); }
  function leave() { AM.apply({focus: '', anchor: parse()?.id ?? ''}); }

  Object.assign(AM.state, {focus: ''});
  AM.visible.limit(['focus', 'step'], () => AM.state.step ? null : chosen());
  AM.store.rule(['selected'], ({selected, focus, step}, changed) => { // what is selected is shown; an address that names both means both
    const within = chosen();
    return focus && !step && !changed.has('focus') && within && claims.has(selected) && !within.has(selected) ? {focus: ''} : {};
  });
  AM.hash.keep('focus', 'focus', () => AM.state.focus, (text) => text === '' || claims.has(FORM.exec(text)?.[2] ?? '') ? text : undefined, () => AM.state.focus);
  return {parse, on, leave, NEAREST};
})();
