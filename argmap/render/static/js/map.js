/* The map: the data block, read once, with its indexes. Nothing here changes after loading. */
AM.map = (() => {
  /** @type {PageData} */
  const data = JSON.parse(document.getElementById('am-data')?.textContent ?? '');
  /** @template {{id: string}} T @param {T[]} items @returns {Map<string, T>} */
  const index = (items) => new Map(items.map((item) => [item.id, item]));
  const claims = index(data.claims), links = index(data.links), groups = index(data.groups);
  /** @type {Map<string, Link[]>} links that bear on a claim or a link */
  const onto = new Map();
  /** @type {Map<string, Link[]>} links that a claim is a premise of */
  const outOf = new Map();
  /** @type {Map<string, Claim[]>} claims beneath a claim, in order */
  const children = new Map();
  /** @param {Map<string, any[]>} table @param {string} key @param {any} value */
  function put(table, key, value) {
    const row = table.get(key);
    if (row) row.push(value); else table.set(key, [value]);
  }
  for (const link of data.links) {
    put(onto, link.target, link);
    for (const premise of link.premises) put(outOf, premise, link);
  }
  for (const claim of data.claims) put(children, claim.parent, claim);

  /** The claims above a claim, nearest first. @param {string} id @returns {string[]} */
  function ancestors(id) {
    const found = [];
    for (let up = claims.get(id)?.parent; up; up = claims.get(up)?.parent) found.push(up);
    return found;
  }
  /** The claim that a link bears on in the end, through undercuts. @param {Link} link @returns {string} */
  function targetClaim(link) {
    const seen = new Set();
    /** @type {Link | undefined} */
    let at = link;
    while (at && !claims.has(at.target) && !seen.has(at.id)) {
      seen.add(at.id);
      at = links.get(at.target);
    }
    return at && claims.has(at.target) ? at.target : '';
  }
  return {
    data, claims, links, groups, ancestors, targetClaim, order: data.claims.map((claim) => claim.id),
    /** @param {string} id */ onto: (id) => onto.get(id) ?? [],
    /** @param {string} id */ outOf: (id) => outOf.get(id) ?? [],
    /** @param {string} id */ children: (id) => children.get(id) ?? [],
  };
})();

/** The words of the interface, with {names} filled in. @param {string} key @param {Record<string, string | number>} [values] */
AM.t = (key, values = {}) => (AM.map.data.strings[key] ?? key).replace(/\{(\w+)\}/g, (all, name) => String(values[name] ?? all));
