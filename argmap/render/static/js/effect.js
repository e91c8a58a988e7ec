/* Whose side: whether a claim or link in the end helps or hurts a thesis. An attack on an attack helps.
 *
 * A link that supports has the effect of its target, one that attacks or undercuts has the opposite one. A claim has the
 * effects of all links it is a premise of; where they differ it is mixed, and so is what bears on it.
 */
AM.effect = (() => {
  const {data} = AM.map;
  const HELPS = 1, HURTS = 2, WORDS = ['', 'helps', 'hurts', 'mixed'];
  /** @type {Map<string, number>} */
  const effects = new Map();

  Object.assign(AM.state, {colours: 'parent'});

  /** @param {number} effect */
  const opposite = (effect) => ((effect & HELPS) ? HURTS : 0) | ((effect & HURTS) ? HELPS : 0);

  /** Spread effects from the theses down; an item is looked at again only when it has gained an effect. */
  function spread() {
    const queue = data.claims.filter((claim) => claim.thesis).map((claim) => claim.id);
    for (const id of queue) effects.set(id, HELPS);
    for (const id of queue) { // the queue grows while it is read
      const effect = effects.get(id) ?? 0;
      const link = AM.map.links.get(id);
      const next = AM.map.claims.has(id) ? [] : (link?.premises ?? []).map((name) => /** @type {const} */ ([name, effect]));
      const bearing = AM.map.onto(id).map((on) => /** @type {const} */ ([on.id, on.kind === 'supports' ? effect : opposite(effect)]));
      for (const [name, given] of [...next, ...bearing]) {
        const before = effects.get(name) ?? 0;
        if ((before | given) === before) continue;
        effects.set(name, before | given);
        queue.push(name);
      }
    }
  }

  spread();
  /** "helps", "hurts", "mixed", or "" for what bears on no thesis. @param {string} id */
  const of = (id) => WORDS[effects.get(id) ?? 0];
  /** The same for a claim, "" for a thesis itself. @param {string} id */
  const ofClaim = (id) => AM.map.claims.get(id)?.thesis ? '' : of(id);
  /** The colour of what helps, hurts or does both. @param {string} id */
  function color(id) {
    const {palette} = AM.theme;
    return {helps: palette.supports, hurts: palette.attacks}[of(id)] ?? palette.muted;
  }

  AM.toolbar.add('colours', 'effect_button', () => AM.apply({colours: AM.state.colours === 'thesis' ? 'parent' : 'thesis'}));
  AM.view(['colours'], () => {
    document.body.dataset.colours = AM.state.colours;
    AM.dom.$('colours').setAttribute('aria-pressed', String(AM.state.colours === 'thesis'));
  });
  AM.hash.keep('by', 'colours', () => AM.state.colours === 'thesis' ? 'thesis' : '', (text) => text === 'thesis' ? 'thesis' : 'parent');
  return {of, ofClaim, color};
})();
