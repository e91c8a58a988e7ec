/**
 * What a label rests on, and what would change it: justifications, changes, load-bearing premises.
 *
 * The same as argmap/analysis. Nothing here knows of a page; items and states are those of AM.evaluation.
 */
AM.whatif = (() => {
  const {solve, recorded} = AM.evaluation;

  /** What the label of a decided item rests on at once: for a standing claim its recorded support and that no attack
   * is live; for what falls, the recorded cause, or every support being dead.
   * @param {Network} net @param {Solution} solution @param {Forced} forced @param {number} x @returns {number[]} */
  function grounds(net, solution, forced, x) {
    const {reason, cause} = recorded(net, solution, forced, x);
    if (reason === 'given') return net.against[x];
    if (reason === 'supported') return [cause, ...net.against[x]];
    if (reason === 'holds') return [...net.reasons[x], ...net.against[x]];
    if (x < net.n && (reason === 'unsupported' || reason === 'circular')) return net.reasons[x];
    return cause < 0 ? [] : [cause];
  }

  /** One justification of the label of a decided item: every item that it rests on, itself first. O(its size).
   * @param {Network} net @param {Solution} solution @param {Forced} forced @param {number} x */
  function justification(net, solution, forced, x) {
    const items = [x], seen = new Set(items);
    for (const y of items) { // the list grows while it is read
      for (const z of grounds(net, solution, forced, y)) {
        if (seen.has(z)) continue;
        seen.add(z);
        items.push(z);
      }
    }
    return items;
  }

  /** The given claims whose rejection alone makes claim x stop standing, in file order. Only those in one justification
   * can be: each of them is tried. Empty if x does not stand.
   * @param {Network} net @param {Forced} forced @param {number} x */
  function loadBearing(net, forced, x) {
    const solution = solve(net, forced);
    if (solution.state[x] !== 1) return [];
    const rests = justification(net, solution, forced, x);
    const given = rests.filter((y) => y !== x && y < net.n && net.given[y] && solution.state[y] === 1 && !forced.has(y));
    const bears = given.filter((y) => solve(net, new Map(forced).set(y, false)).state[x] !== 1);
    return bears.sort((a, b) => a - b);
  }

  /** The items that have another state in `after` than in `before`, in file order.
   * @param {Solution} before @param {Solution} after @returns {number[]} */
  function changes(before, after) {
    const found = [];
    for (let x = 0; x < after.state.length; x++) if (before.state[x] !== after.state[x]) found.push(x);
    return found;
  }

  return {justification, loadBearing, changes};
})();
