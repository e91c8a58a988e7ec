/* Closing empty strips. Hiding never reorders: one monotone map of x and one of y move boxes, curves and frames alike.
 *
 * What is visible occupies intervals of an axis; the empty strips between them shrink to a kept width, the intervals
 * keep theirs. A box maps to a box of the same size, two boxes that do not overlap never come to, a curve that misses a
 * box still misses it, and between two such maps every mixture is again one, so that motion is as orderly as rest.
 */
AM.closing = (() => {
  /** A monotone map: knots on the axis, in order, and where they go.
   * @typedef {{from: number[], to: number[]}} Strips */

  /** @type {Strips} */
  const IDENTITY = {from: [], to: []};

  /** The map that closes what lies between occupied intervals to at most `keep`. @param {[number, number][]} occupied
   * @param {number} keep @returns {Strips} */
  function strips(occupied, keep) {
    const sorted = occupied.filter(([low, high]) => high >= low).sort((a, b) => a[0] - b[0]);
    if (!sorted.length) return IDENTITY;
    const from = [sorted[0][0]], to = [sorted[0][0]];
    let high = sorted[0][1];
    for (const [low, end] of sorted) {
      if (low - high > keep) {
        const at = to[to.length - 1] + high - from[from.length - 1];
        from.push(high, low);
        to.push(at, at + keep);
      }
      high = Math.max(high, end);
    }
    return {from, to};
  }

  /** Where a point of the axis goes. Smooth inside a closed strip, a shift elsewhere. @param {Strips} map @param {number} p */
  function move({from, to}, p) {
    let low = 0, high = from.length - 1;
    if (high < 0 || p <= from[0]) return p + (high < 0 ? 0 : to[0] - from[0]);
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (from[middle] <= p) low = middle; else high = middle - 1;
    }
    if (low % 2 === 0 || low === from.length - 1) return p - from[low] + to[low];
    return to[low] + squeeze(p - from[low], from[low + 1] - from[low], to[low + 1] - to[low]);
  }

  /** A point t of a strip of width g that becomes k wide: a cubic with slopes as near to 1 at its ends as stays monotone.
   * @param {number} t @param {number} g @param {number} k */
  function squeeze(t, g, k) {
    const u = t / g, slope = Math.min(g, 3 * k);
    return k * u * u * (3 - 2 * u) + slope * u * (1 - u) * (1 - 2 * u);
  }

  /** @param {Strips} a @param {Strips} b @param {number} share how much of b @returns {(p: number) => number} */
  function between(a, b, share) {
    if (share >= 1) return (p) => move(b, p);
    return (p) => move(a, p) * (1 - share) + move(b, p) * share;
  }

  return {IDENTITY, strips, move, between};
})();
