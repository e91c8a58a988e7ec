/* What is visible: what folding leaves, or what limits (focus, filter, steps) choose, together with the links between. */
AM.visible = (() => {
  /** @type {{from: (keyof State | keyof Now)[], choose: () => ReadonlySet<string> | null}[]} */
  const limits = [];

  /** Let a feature choose which claims are shown; null means that it chooses nothing now. All limits hold together, and
   * while one does, folding waits. Call it while the modules load.
   * @param {(keyof State | keyof Now)[]} from @param {() => ReadonlySet<string> | null} choose */
  function limit(from, choose) { limits.push({from, choose}); }

  function make() {
    const chosen = limits.map(({choose}) => choose()).filter((ids) => ids !== null);
    if (!chosen.length) return AM.fold.reach(AM.state.folded);
    return new Set([...chosen[0]].filter((id) => chosen.every((ids) => ids.has(id))));
  }

  /** @returns {ReadonlyMap<string, number>} how many claims are inside each visible folded claim */
  function count() {
    const {visible, limited} = AM.now;
    if (limited) return new Map();
    const shown = [...visible].filter((id) => AM.state.folded.has(id));
    return new Map(shown.map((id) => /** @type {const} */ ([id, AM.fold.inside(id, visible)])).filter(([, inside]) => inside > 0));
  }

  /** Whether a link is drawn: what it bears on is visible, and at least one premise. @param {Link} link @returns {boolean} */
  function link(link) {
    const {visible} = AM.now, seen = new Set();
    for (let at = /** @type {Link | undefined} */ (link); at && !seen.has(at.id); at = AM.map.links.get(at.target)) {
      if (!at.premises.some((id) => visible.has(id))) return false;
      if (AM.map.claims.has(at.target)) return visible.has(at.target);
      seen.add(at.id);
    }
    return false;
  }

  /** Set up the derivations; called once, when every module has had its say. */
  function start() {
    const from = [...new Set(limits.flatMap((one) => one.from))];
    AM.derive('limited', [...from], () => limits.some(({choose}) => choose() !== null));
    AM.derive('visible', ['folded', ...from], make);
    AM.derive('inside', ['visible', 'folded'], count);
  }

  Object.assign(AM.now, {visible: new Set(), inside: new Map(), limited: false});
  return {limit, link, start};
})();
