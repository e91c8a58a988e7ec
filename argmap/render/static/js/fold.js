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

  /** The claims that are shown with a claim or link. @param {string} id */
  function parts(id) {
    const link = links.get(id);
    return (link ? [...link.premises, AM.map.targetClaim(link)] : [id]).filter((name) => claims.has(name));
  }
  /** @param {string} id @param {ReadonlySet<string>} folded */
  function shown(id, folded) {
    const seen = reach(folded);
    return parts(id).every((name) => seen.has(name));
  }

  /** Unfold what hides a claim or link. @param {string} id @param {ReadonlySet<string>} folded @returns {ReadonlySet<string>} */
  function reveal(id, folded) {
    if (shown(id, folded)) return folded;
    const open = new Set(parts(id).flatMap((name) => ancestors(name)));
    return new Set([...folded].filter((name) => !open.has(name)));
  }

  /** Fold or unfold a claim, which stays where it is on the screen; while a focus, filter or step chooses, folding waits. @param {string} id @param {boolean} [fold] */
  function toggle(id, fold = !AM.state.folded.has(id)) {
    if (!beneath.get(id)?.length || AM.now.limited) return;
    const folded = new Set(AM.state.folded);
    if (fold) folded.add(id); else folded.delete(id);
    AM.apply({folded, anchor: id});
  }

  const usual = first(), LONGEST = 200;
  /** @param {ReadonlySet<string>} a @param {ReadonlySet<string>} b */
  const equal = (a, b) => a.size === b.size && [...a].every((id) => b.has(id));
  /** A depth as the address names it, so that no claim has the same name. @param {number} depth */
  const named = (depth) => (claims.has(String(depth)) ? '~' : '') + depth;

  /** The depth from whose folding least differs. @param {ReadonlySet<string>} folded */
  function nearest(folded) {
    const steps = new Int32Array(deepest + 2); // how many more differ than from the depth before
    for (const id of foldable) {
      const below = (depths.get(id) ?? 0) + 1; // the first depth that leaves it open
      if (folded.has(id)) steps[below]++; else { steps[0]++; steps[below]--; }
    }
    let best = 0;
    for (let depth = 0, count = 0, least = Infinity; depth <= deepest; depth++) {
      count += steps[depth];
      if (count < least) [best, least] = [depth, count];
    }
    return best;
  }

  /** What is folded, in the address: "" as at first, a depth and what differs from it, or the ids of what is folded. */
  function write() {
    const {folded} = AM.state;
    if (equal(folded, usual)) return '';
    const depth = nearest(folded), base = level(depth);
    const other = order.filter((id) => folded.has(id) !== base.has(id));
    if (other.length && folded.size && folded.size <= other.length + 1) return [...folded].join(',');
    return other.length > LONGEST ? '' : [named(depth), ...other].join(',');
  }
  /** @param {string} text @returns {ReadonlySet<string>} */
  function read(text) {
    if (!text) return usual;
    const ids = text.split(','), depth = /^~?(\d{1,5})$/.exec(ids[0]), at = depth && !claims.has(ids[0]);
    const folded = at ? level(Number(depth[1])) : new Set();
    for (const id of new Set(at ? ids.slice(1) : ids)) {
      if (!beneath.get(id)?.length) continue;
      if (folded.has(id)) folded.delete(id); else folded.add(id);
    }
    return folded;
  }

  Object.assign(AM.state, {folded: usual, anchor: ''});
  AM.hash.keep('fold', 'folded', write, read);
  AM.store.rule(['selected'], (state) => state.selected ? {folded: reveal(state.selected, state.folded)} : {});
  AM.store.rule(['folded'], ({selected, folded}) => {
    if (!selected || shown(selected, folded)) return {};
    const link = links.get(selected), at = link ? AM.map.targetClaim(link) : selected, seen = reach(folded);
    return {selected: [at, ...ancestors(at)].find((id) => seen.has(id)) ?? ''};
  });
  return {foldable, beneath, reach, inside, level, deepest, toggle, bearing};
})();
