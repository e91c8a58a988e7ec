/* Folding: which claims can be folded, what a folded one hides, and the changes that keep the selection in sight. */
AM.fold = (() => {
  const {data, claims, links, onto, order, ancestors} = AM.map;
  const MOST = 30, FOLD_FROM = 40;

  /** Links that bear on a claim or on one of the steps to it. @param {string} id @returns {Link[]} */
  function bearing(id) {
    const found = [...onto(id)], seen = new Set(found);
    for (const link of found) { // the list grows while it is read
      for (const cut of onto(link.id)) if (!seen.has(cut)) { seen.add(cut); found.push(cut); }
    }
    return found;
  }
  const beneath = new Map(order.map((id) => [id, [...new Set(bearing(id).flatMap((link) => link.premises))]]));
  const roots = data.claims.filter((claim) => !claim.parent).map((claim) => claim.id);

  /** What can be reached from the top without passing through a folded claim. @param {ReadonlySet<string>} folded */
  function reach(folded) {
    const seen = new Set(roots), queue = [...roots];
    for (const id of queue) {
      if (folded.has(id)) continue;
      for (const next of beneath.get(id) ?? []) if (!seen.has(next)) { seen.add(next); queue.push(next); }
    }
    return seen;
  }

  /** Claims in an order in which what leads to one comes before it, circles aside; -1 stands above the roots. */
  function reversePostorder() {
    const at = new Map(order.map((id, i) => [id, i]));
    const after = order.map((id) => (beneath.get(id) ?? []).map((next) => at.get(next) ?? 0));
    const done = new Uint8Array(order.length), found = [];
    const stack = roots.map((id) => [at.get(id) ?? 0, 0]).reverse();
    while (stack.length) {
      const top = stack[stack.length - 1], [i, next] = top;
      if (!next && done[i]) { stack.pop(); continue; }
      done[i] = 1;
      if (next < after[i].length) {
        top[1]++;
        if (!done[after[i][next]]) stack.push([after[i][next], 0]);
      } else { found.push(i); stack.pop(); }
    }
    return {after, sequence: found.reverse()};
  }

  /** Claims through which alone some other claim is reached: immediate dominators by the simple iteration of Cooper,
   * Harvey and Kennedy (2001), with place 0 for the point above the roots. */
  function dominating() {
    const {after, sequence} = reversePostorder();
    const place = new Int32Array(order.length);
    sequence.forEach((i, k) => { place[i] = k + 1; });
    /** @type {number[][]} */
    const before = sequence.map(() => []);
    before.push([]);
    sequence.forEach((i) => after[i].forEach((j) => before[place[j]].push(place[i])));
    for (const id of roots) before[place[order.indexOf(id)]].push(0);
    const above = new Int32Array(sequence.length + 1).fill(-1);
    above[0] = 0;
    const meet = (/** @type {number} */ a, /** @type {number} */ b) => {
      while (a !== b) if (a > b) a = above[a]; else b = above[b];
      return a;
    };
    for (let changed = true; changed;) {
      changed = false;
      for (let k = 1; k <= sequence.length; k++) {
        const known = before[k].filter((p) => above[p] >= 0);
        const found = known.reduce(meet, known[0]);
        if (found !== above[k]) { above[k] = found; changed = true; }
      }
    }
    return new Set([...above].slice(1).filter((k) => k > 0).map((k) => order[sequence[k - 1]]));
  }
  const foldable = dominating();

  /** How many claims a folded claim hides: what unfolding it, and all inside, would show. @param {string} id @param {ReadonlySet<string>} visible */
  function inside(id, visible) {
    const seen = new Set([id]), queue = [id];
    for (const at of queue) {
      for (const next of beneath.get(at) ?? []) if (!visible.has(next) && !seen.has(next)) { seen.add(next); queue.push(next); }
    }
    return seen.size - 1;
  }

  const depths = new Map(order.map((id) => [id, ancestors(id).length]));
  const deepest = Math.max(0, ...[...foldable].map((id) => (depths.get(id) ?? 0) + 1));

  /** What is folded so that claims show down to a depth. @param {number} depth @returns {Set<string>} */
  const level = (depth) => new Set([...foldable].filter((id) => (depths.get(id) ?? 0) >= depth));

  /** What is folded at first: nothing in a small map, else as deep a level as has at most MOST claims. */
  function first() {
    if (order.length <= FOLD_FROM) return new Set();
    let depth = 1;
    while (depth < deepest && reach(level(depth + 1)).size <= MOST) depth++;
    const open = reach(level(depth));
    return open.size <= MOST || depth > 1 ? level(depth) : level(roots.length < MOST ? 0 : 1);
  }

  /** Unfold what hides a claim or link. @param {string} id @param {ReadonlySet<string>} folded @returns {ReadonlySet<string>} */
  function reveal(id, folded) {
    const link = links.get(id), wanted = link ? [...link.premises, AM.map.targetClaim(link)] : [id];
    if (wanted.every((name) => !claims.has(name) || reach(folded).has(name))) return folded;
    const open = new Set(wanted.flatMap((name) => ancestors(name)));
    return new Set([...folded].filter((name) => !open.has(name)));
  }

  /** Fold or unfold a claim, which stays where it is on the screen. @param {string} id @param {boolean} [fold] */
  function toggle(id, fold = !AM.state.folded.has(id)) {
    const folded = new Set(AM.state.folded);
    if (fold) folded.add(id); else folded.delete(id);
    AM.apply({folded, anchor: id});
  }

  const usual = first(), LONGEST = 200;
  /** @param {ReadonlySet<string>} a @param {ReadonlySet<string>} b */
  const equal = (a, b) => a.size === b.size && [...a].every((id) => b.has(id));
  /** What is folded, in the address: "" as at first, a depth, or the ids of what is folded. */
  function write() {
    const {folded} = AM.state;
    if (equal(folded, usual)) return '';
    for (let depth = 0; depth <= deepest; depth++) if (equal(folded, level(depth))) return String(depth);
    return folded.size > LONGEST ? '' : [...folded].join(',') || String(deepest);
  }
  /** @param {string} text */
  function read(text) {
    if (!text) return usual;
    return /^\d{1,3}$/.test(text) && !claims.has(text) ? level(Number(text)) : new Set(text.split(',').filter((id) => foldable.has(id)));
  }

  Object.assign(AM.state, {folded: usual, anchor: ''});
  AM.hash.keep('fold', 'folded', write, read);
  AM.store.rule(['selected'], (state) => state.selected ? {folded: reveal(state.selected, state.folded)} : {});
  AM.store.rule(['folded'], ({selected, folded}) => {
    const chain = [selected, ...ancestors(selected)];
    if (!claims.has(selected) || reach(folded).has(selected)) return {};
    return {selected: chain.find((id) => reach(folded).has(id)) ?? ''};
  });
  return {foldable, beneath, reach, inside, level, deepest, toggle, bearing};
})();
