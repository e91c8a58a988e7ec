/**
 * Why a contested item is contested: the smallest circle of objections that it lies on or depends on.
 *
 * The same as argmap/analysis/circles.py, where the circle is defined. A node is an item times two, plus one if an
 * attack or undercut was passed on the way to it.
 */
AM.circles = (() => {
  const NEAREST = 100;

  /** What keeps the contested item x open, in order, as nodes; odd ones are attacks and undercuts.
   * @param {Network} net @param {Solution} solution @param {number} x @returns {number[]} */
  function depends(net, {state}, x) {
    const settled = x < net.n && (net.given[x] || net.reasons[x].some((y) => state[y] === 1));
    const found = [];
    if (!settled) for (const y of net.reasons[x]) if (!state[y]) found.push(2 * y);
    for (const y of net.against[x]) if (!state[y]) found.push(2 * y + 1);
    return found;
  }

  /** The smallest circle that the contested item x lies on (then x comes first) or depends on. Each item depends on the
   * next, and the last on the first. @param {Network} net @param {Solution} solution @param {number} x */
  function circle(net, solution, x) {
    const own = walk(net, solution, 2 * x, 2 * x + 1, solution.state.length * 2);
    if (own && own.length && new Set(own).size === own.length) return own;
    /** @type {number[]} */
    let best = [];
    let longest = solution.state.length, count = 0;
    for (const [y, counter] of counters(net, solution, x)) {
      if (count++ >= NEAREST && best.length) break;
      const way = walk(net, solution, 2 * counter + 1, 2 * y + 1, longest);
      if (!way) continue;
      best = [y, ...way];
      longest = way.length - 1;
    }
    return best;
  }

  /** The attacks and undercuts met on the way down from x, each with the item it is directed at.
   * @param {Network} net @param {Solution} solution @param {number} x @returns {Iterable<[number, number]>} */
  function* counters(net, solution, x) {
    const queue = [x], seen = new Set(queue);
    for (const y of queue) { // the queue grows while it is read
      for (const node of depends(net, solution, y)) {
        const z = node >> 1;
        if (node & 1) yield [y, z];
        if (seen.has(z)) continue;
        seen.add(z);
        queue.push(z);
      }
    }
  }

  /** The items on the shortest walk from start to before the goal, null if it has more than `longest` items.
   * @param {Network} net @param {Solution} solution @param {number} start @param {number} goal @param {number} longest */
  function walk(net, solution, start, goal, longest) {
    if (start === goal) return longest >= 0 ? [] : null;
    const parent = new Map([[start, -1]]);
    let front = [start];
    for (let step = 0; step < longest && front.length; step++) {
      const ahead = [];
      for (const node of front) {
        for (const next of depends(net, solution, node >> 1)) {
          const after = next | (node & 1);
          if (parent.has(after)) continue;
          parent.set(after, node);
          if (after === goal) return traced(parent, node);
          ahead.push(after);
        }
      }
      front = ahead;
    }
    return null;
  }

  /** The items on the way to node, from its start. @param {Map<number, number>} parent @param {number} node */
  function traced(parent, node) {
    const items = [];
    for (let at = node; at >= 0; at = parent.get(at) ?? -1) items.push(at >> 1);
    return items.reverse();
  }

  /** The items on the shortest way along what keeps things open, from x to before goal.
   * @param {Network} net @param {Solution} solution @param {number} x @param {number} goal */
  function lead(net, solution, x, goal) {
    const queue = [x], parent = new Map([[x, -1]]);
    for (const y of queue) { // the queue grows while it is read
      if (parent.has(goal)) break;
      for (const node of depends(net, solution, y)) {
        if (parent.has(node >> 1)) continue;
        parent.set(node >> 1, y);
        queue.push(node >> 1);
      }
    }
    const items = [];
    for (let at = parent.get(goal) ?? -1; at >= 0; at = parent.get(at) ?? -1) items.push(at);
    return items.reverse();
  }

  /** The way from a contested item to its circle, and the circle, which begins where the way meets it.
   * @param {Network} net @param {Solution} solution @param {number} x */
  function way(net, solution, x) {
    const ring = circle(net, solution, x);
    const to = lead(net, solution, x, ring[0]);
    const meets = to.findIndex((y) => ring.includes(y));
    if (meets < 0) return {to, ring};
    const turn = ring.indexOf(to[meets]);
    return {to: to.slice(0, meets), ring: [...ring.slice(turn), ...ring.slice(0, turn)]};
  }

  return {depends, circle, way};
})();
