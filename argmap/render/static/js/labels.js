/* The evaluation as state: which claims the reader accepts or rejects, and what follows from that. */
AM.labels = (() => {
  const E = AM.evaluation, {data} = AM.map;
  const net = E.network(data), EFFORT = 400000; // items that a search may look at: some tenths of a second
  const base = E.solve(net);
  const CLAIM = /** @type {const} */ (['contested', 'stands', 'falls']);
  const LINK = /** @type {const} */ (['contested', 'live', 'dead']);
  const MARKS = {stands: '\u2713', falls: '\u2717', contested: '?', live: '\u2713', dead: '\u2717'};

  Object.assign(AM.state, {evaluate: Boolean(data.evaluated), assumed: new Map(), bearing: ''});
  Object.assign(AM.now, {solution: base, changed: new Set(), bears: new Set()});

  /** @param {string} id */
  const item = (id) => net.index.get(id) ?? net.linkIndex.get(id) ?? -1;

  /** The interventions of the reader. @returns {Forced} */
  const forced = () => new Map([...AM.state.assumed].map(([id, stands]) => [item(id), stands]));

  AM.derive('solution', ['assumed'], () => AM.state.assumed.size ? E.solve(net, forced()) : base);
  AM.derive('changed', ['solution'], () => new Set(AM.whatif.changes(base, AM.now.solution).map((x) => net.names[x])));
  AM.derive('bears', ['bearing', 'solution'], () => {
    const x = item(AM.state.bearing);
    return new Set(x < 0 ? [] : AM.whatif.loadBearing(net, forced(), x).map((y) => net.names[y]));
  });

  /** @param {string} id @param {Solution} [solution] */
  function label(id, solution = AM.now.solution) {
    const x = item(id);
    return (x < net.n ? CLAIM : LINK)[solution.state[x]];
  }

  /** How a claim stands, in a word or two. @param {string} id */
  function words(id) {
    const {assumed} = AM.state;
    if (assumed.has(id)) return AM.t(assumed.get(id) ? 'accepted' : 'rejected');
    return AM.t((AM.now.changed.has(id) ? 'now_' : 'label_') + label(id));
  }

  /** Make a claim stand or fall whatever speaks for it, or leave it to the argument again ("reset").
   * @param {string} id @param {'accept' | 'reject' | 'reset'} what */
  function intervene(id, what) {
    const assumed = new Map(AM.state.assumed);
    if (what === 'reset') assumed.delete(id); else assumed.set(id, what === 'accept');
    AM.apply({assumed, evaluate: true});
  }

  /** What the sentences are made of. @returns {Case} */
  const told = () => ({net, solution: AM.now.solution, forced: forced(), claims: data.claims, kinds: data.links.map((link) => link.kind), t: AM.t});

  /** Why a claim or link has its label: sentences, each with what it is about, and what could seem odd. @param {string} id */
  function why(id) {
    const x = item(id), steps = AM.telling.why(told(), x).map((step) => ({id: net.names[step.item], text: step.text}));
    return {steps, remark: AM.now.solution.state[x] ? '' : AM.telling.remark(told(), x)};
  }

  /** The ways to settle what a contested claim hangs together with: claims that stand and that fall in each.
   * @param {string} id @returns {{stands: string[], falls: string[]}[]} */
  function positions(id) {
    const {items, found, complete} = AM.positions.of(net, AM.now.solution, item(id), EFFORT);
    /** @param {Uint8Array} position @param {number} value */
    const pick = (position, value) => items.filter((x, i) => x < net.n && position[i] === value).map((x) => net.names[x]);
    return complete ? found.map((position) => ({stands: pick(position, 2), falls: pick(position, 0)})) : [];
  }

  return {net, base, label, words, intervene, why, positions, MARKS};
})();
