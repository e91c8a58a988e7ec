/* Keys on the map, and the keys that work everywhere. */
AM.keyboard = (() => {
  const {$} = AM.dom;
  const [back, ahead] = $('tree').dir === 'rtl' ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight'];
  const WAYS = {
    up: {ArrowUp: 'out', ArrowDown: 'in', [back]: 'previous', [ahead]: 'next'},
    left: {ArrowLeft: 'out', ArrowRight: 'in', ArrowUp: 'previous', ArrowDown: 'next'},
    right: {ArrowRight: 'out', ArrowLeft: 'in', ArrowUp: 'previous', ArrowDown: 'next'},
  }[AM.map.data.picture.orientation];

  /** The claim to go to from the selected one. @param {string} way @returns {string | undefined} */
  function neighbour(way) {
    const {visible} = AM.now, here = AM.map.claims.get(AM.state.selected);
    if (!here) return AM.map.order.find((id) => visible.has(id));
    if (!visible.has(here.id)) return [...AM.map.ancestors(here.id), ...AM.map.order].find((id) => visible.has(id)); // a filter hid it
    if (way === 'out') return here.parent || undefined;
    const seen = (/** @type {Claim} */ claim) => visible.has(claim.id);
    if (way === 'in') return AM.map.children(here.id).find(seen)?.id;
    const row = AM.map.children(here.parent).filter(seen), at = row.indexOf(here);
    return row[at + (way === 'next' ? 1 : -1)]?.id;
  }

  /** Fold or unfold the selected claim, and say so: nothing else on the map does. */
  function fold() {
    const {selected} = AM.state, before = AM.state.folded;
    AM.fold.toggle(selected);
    if (AM.state.folded === before) return;
    const number = AM.map.claims.get(selected)?.number ?? '', count = AM.now.inside.get(selected);
    AM.dom.announce(AM.t(AM.state.folded.has(selected) ? 'folded' : 'unfolded', {number}) + (count ? ', ' + AM.t('inside', {count}) : ''));
  }

  /** @type {Record<string, () => void>} */
  const ACTIONS = {
    Enter: () => $('details').focus(), '+': () => AM.camera.zoom(1.3), '=': () => AM.camera.zoom(1.3),
    '-': () => AM.camera.zoom(1 / 1.3), '0': () => AM.camera.fit(),
    f: () => AM.focus.on(AM.state.selected),
    ' ': fold,
  };

  $('net').addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const way = /** @type {Record<string, string>} */ (WAYS)[event.key];
    if (way) {
      const selected = neighbour(way);
      if (selected) AM.apply({selected});
    } else if (ACTIONS[event.key]) ACTIONS[event.key]();
    else return;
    event.preventDefault();
  });

  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (event.key !== '/' || typing || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    $('query').focus();
  });
  return {neighbour, ACTIONS};
})();
