/**
 * Positions: the ways in which what is contested could be settled, found on one contested component.
 *
 * The same search as argmap/analysis/positions.py, where a position is defined. Sets of the items of a component are
 * arrays of zeros and ones; a position holds 2 for what stands or is live, 0 for what falls or is dead, 1 for the rest.
 *
 * @typedef {{items: number[], found: Uint8Array[], complete: boolean}} Positions
 */
AM.positions = (() => {
  const {depends} = AM.circles;

  /** The contested items that hang together with x, in file order. @param {Network} net @param {Solution} solution @param {number} x */
  function component(net, solution, x) {
    /** @type {Map<number, number[]>} */
    const near = new Map();
    solution.state.forEach((state, y) => { if (!state) near.set(y, []); });
    for (const [y, row] of near) {
      for (const node of depends(net, solution, y)) {
        row.push(node >> 1);
        near.get(node >> 1)?.push(y);
      }
    }
    const items = [x], seen = new Set(items);
    for (const y of items) { // the list grows while it is read
      for (const z of near.get(y) ?? []) if (!seen.has(z)) { seen.add(z); items.push(z); }
    }
    return items.sort((a, b) => a - b);
  }

  /** One component, its items numbered from 0. A set of assumptions holds i for "nothing counters i". */
  class Board {
    /** @param {Network} net @param {Solution} solution @param {number[]} items @param {number} effort */
    constructor(net, solution, items, effort) {
      const place = new Map(items.map((x, i) => [x, i]));
      this.size = items.length;
      this.left = effort;
      this.need = new Int32Array(this.size); // how many of the items that speak for it must be derived first
      this.feeds = items.map(() => /** @type {number[]} */ ([]));
      this.counters = items.map(() => /** @type {number[]} */ ([])); // what an item counters
      this.all = new Uint8Array(this.size);
      items.forEach((x, i) => {
        let speakers = 0;
        for (const node of depends(net, solution, x)) {
          const j = place.get(node >> 1) ?? 0;
          if (node & 1) { this.counters[j].push(i); this.all[i] = 1; } else { this.feeds[j].push(i); speakers++; }
        }
        this.need[i] = x >= net.n ? speakers : Math.min(1, speakers);
      });
    }

    /** What follows from a set of assumptions. @param {Uint8Array} assumed */
    derived(assumed) {
      const need = this.need.slice(), found = new Uint8Array(this.size), stack = [];
      for (let i = 0; i < this.size; i++) if (!need[i] && (!this.all[i] || assumed[i])) stack.push(i);
      for (let i = stack.pop(); i !== undefined; i = stack.pop()) {
        found[i] = 1;
        for (const j of this.feeds[i]) if (!--need[j] && (!this.all[j] || assumed[j])) stack.push(j);
      }
      return found;
    }

    /** The assumptions that derived items contradict. @param {Uint8Array} derived */
    hit(derived) {
      const found = new Uint8Array(this.size);
      derived.forEach((is, i) => { if (is) for (const j of this.counters[i]) found[j] = 1; });
      return found;
    }

    /** The assumptions that a set leaves. @param {Uint8Array} set */
    without(set) { return this.all.map((is, i) => is & (set[i] ^ 1)); }

    /** The maximal sets of assumptions that can be defended. @returns {{found: Uint8Array[], complete: boolean}} */
    search() {
      /** @type {Uint8Array[]} */
      const found = [];
      const stack = [{inside: new Uint8Array(this.size), outside: new Uint8Array(this.size)}];
      for (let at = stack.pop(); at; at = stack.pop()) {
        const {inside} = at, settled = this.narrow(inside, at.outside);
        if (this.left < 0) return {found, complete: false};
        if (!settled) continue;
        const {outside, hits} = settled, possible = this.without(outside);
        if (found.some((known) => possible.every((is, i) => !is || Boolean(known[i])))) continue;
        if (!possible.some((is, i) => Boolean(is && hits[i]))) { found.push(possible); continue; }
        const open = possible.map((is, i) => is & (inside[i] ^ 1));
        const hot = open.findIndex((is, i) => Boolean(is && hits[i])), bit = hot >= 0 ? hot : open.indexOf(1);
        const [more, less] = [inside.slice(), outside.slice()];
        more[bit] = less[bit] = 1;
        stack.push({inside, outside: less}, {inside: more, outside});
      }
      return {found, complete: true};
    }

    /** Rule out what cannot join; give that and what the rest would hit, null if `inside` cannot be defended.
     * @param {Uint8Array} inside @param {Uint8Array} outside */
    narrow(inside, outside) {
      while ((this.left -= 3 * this.size) >= 0) {
        const first = this.hit(this.derived(inside)), now = outside.map((is, i) => is | first[i]);
        const hits = this.hit(this.derived(this.without(now)));
        const far = this.hit(this.derived(this.without(hits)));
        far.forEach((is, i) => { now[i] |= is; });
        if (now.some((is, i) => Boolean(is && inside[i]))) return null;
        if (now.every((is, i) => is === outside[i])) return {outside, hits};
        outside = now;
      }
      return null;
    }

    /** What a set of assumptions says of every item. @param {Uint8Array} assumed */
    position(assumed) {
      const inside = this.derived(assumed), possible = this.derived(this.without(this.hit(inside)));
      return inside.map((is, i) => is + possible[i]);
    }
  }

  /** The positions on the component of a contested item. `effort` bounds how many items are looked at.
   * @param {Network} net @param {Solution} solution @param {number} x @param {number} effort @returns {Positions} */
  function of(net, solution, x, effort) {
    const items = component(net, solution, x), board = new Board(net, solution, items, effort);
    const {found, complete} = board.search();
    return {items, found: found.map((assumed) => board.position(assumed)), complete};
  }

  return {of};
})();
