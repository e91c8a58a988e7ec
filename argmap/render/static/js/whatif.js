/**
 * What a label rests on, and what would change it: justifications, changes, load-bearing premises.
 *
 * The same as argmap/analysis. Nothing here knows of a page; items and states are those of AM.evaluation.
 */
AM.whatif = (() => {
  const {solve, recorded} = AM.evaluation;

  /** The items that the label of a decided item x rests on directly, in order.
   * @param {Network} net @param {Solution} solution @param {Forced} forced @param {number} x @returns {number[]} */
  function rests(net, solution, forced, x) {
    const {reason, cause} = recorded(net, solution, forced, x);
    if (reason === 'given' || reason === 'supported') return [...(cause < 0 ? [] : [cause]), ...net.against[x]];
    if (reason === 'holds') return [...net.reasons[x], ...net.against[x]];
    if (x < net.n && (reason === 'unsupported' || reason === 'circular')) return net.reasons[x];
    return cause < 0 ? [] : [cause];
  }

  /** Every item that the label of a decided item x rests on, x first, depth first. O(size of the answer).
   * @param {Network} net @param {Solution} solution @param {Forced} forced @param {number} x @returns {number[]} */
  function justification(net, solution, forced, x) {
    const found = new Set(), stack = [x];
    for (let y = stack.pop(); y !== undefined; y = stack.pop()) {
      if (found.has(y)) continue;
      found.add(y);
      stack.push(...rests(net, solution, forced, y).slice().reverse());
    }
    return [...found];
  }

  /** The given claims whose rejection alone makes claim x stop standing, in file order. Only those in one justification
   * can be: each of them is tried. Empty if x does not stand.
   * @param {Network} net @param {Forced} forced @param {number} x */
  function loadBearing(net, forced, x) {
    const solution = solve(net, forced);
    if (solution.state[x] !== 1) return [];
    const under = justification(net, solution, forced, x);
    const given = under.filter((y) => y !== x && y < net.n && net.given[y] && solution.state[y] === 1 && !forced.has(y));
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
