/* Filters: which claims match, and the claims that lead from them to the top, so that no match hangs in the air. */
AM.filter = (() => {
  const {data, claims, onto, outOf, ancestors} = AM.map;

  /** @param {Link} link */
  const answered = (link) => onto(link.id).length > 0 || link.premises.some((id) => onto(id).some((on) => on.kind === 'attacks'));

  /** What each filter asks of a claim, given the value that was chosen. @type {Record<string, (claim: Claim, value: string) => boolean>} */
  const TESTS = {
    relation: (claim, value) => outOf(claim.id).some((link) => link.kind === value),
    group: (claim, value) => claim.group === value,
    tag: (claim, value) => claim.tags?.includes(value) ?? false,
    kind: (claim, value) => claim.kind === value,
    label: (claim, value) => AM.labels.label(claim.id) === value,
    implicit: (claim) => claim.implicit ?? false,
    unsupported: (claim) => !onto(claim.id).some((link) => link.kind === 'supports'),
    unanswered: (claim) => outOf(claim.id).some((link) => link.kind !== 'supports' && !answered(link)),
  };

  /** The filters in use: name and value. */
  const active = () => [...new URLSearchParams(AM.state.filter)].filter(([name, value]) => Object.hasOwn(TESTS, name) && value);

  /** @param {string} name @param {string} value "" for none */
  function set(name, value) {
    const all = new URLSearchParams(AM.state.filter);
    if (value) all.set(name, value); else all.delete(name);
    all.sort();
    AM.apply({filter: all.toString()});
  }

  Object.assign(AM.state, {filter: ''});
  Object.assign(AM.now, {matches: new Set()});
  AM.derive('matches', ['filter', 'solution'], () => {
    const tests = active();
    return new Set(tests.length ? data.claims.filter((claim) => tests.every(([name, value]) => TESTS[name](claim, value))).map(({id}) => id) : []);
  });
  AM.visible.limit(['matches', 'filter', 'step'], () => {
    if (AM.state.step || !active().length) return null;
    return new Set([...AM.now.matches].flatMap((id) => [id, ...ancestors(id)]));
  });
  AM.store.rule(['selected'], ({selected, filter, step}, changed) => { // what is selected is shown; an address that names both means both
    if (!filter || step || changed.has('filter') || !claims.has(selected) || !active().length) return {};
    const shown = [...AM.now.matches].some((id) => id === selected || ancestors(id).includes(selected));
    return shown ? {} : {filter: ''};
  });
  AM.hash.keep('show', 'filter', () => AM.state.filter, (text) => new URLSearchParams(text).toString(), () => AM.state.filter);

  /** What can be chosen for each filter, in the order of the map; a filter that could choose nothing is left out. */
  function choices() {
    /** @param {(claim: Claim) => string[]} values */
    const used = (values) => [...new Set(data.claims.flatMap(values))].filter((value) => value);
    const labels = new Set(data.claims.map((claim) => AM.labels.label(claim.id)));
    /** @type {[string, [string, string][]][]} */
    const lists = [
      ['relation', used((claim) => outOf(claim.id).map((link) => link.kind)).map((kind) => [kind, AM.t(kind + '_out')])],
      ['group', used((claim) => [claim.group ?? '']).map((id) => [id, AM.map.groups.get(id)?.title ?? id])],
      ['tag', used((claim) => claim.tags ?? []).map((tag) => [tag, tag])],
      ['kind', used((claim) => [claim.kind ?? '']).map((kind) => [kind, kind])],
      ['label', [...labels].map((label) => [label, AM.t('label_' + label)])],
    ];
    const flags = ['implicit', 'unsupported', 'unanswered'].filter((name) => data.claims.some((claim) => TESTS[name](claim, '1')));
    return {lists: lists.filter(([name, list]) => list.length > (name === 'label' ? 1 : 0)), flags};
  }
  return {active, set, choices};
})();
