/* The outline: the whole map as a tree of real elements, written by the server side, moved about by keys (ARIA APG). */
AM.outline = (() => {
  const tree = AM.dom.$('tree'), inward = tree.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight', outward = tree.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft', FRAMES = 6;
  /** @type {Map<string, HTMLElement>} */
  const items = new Map();
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll('[data-id]'))) items.set(item.dataset.id ?? '', item);
  const references = /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll('[data-ref]'));
  /** @type {HTMLElement | null} */
  let current = null;

  /** @param {EventTarget | null} target @returns {HTMLElement | null} */
  const itemAt = (target) => target instanceof Element ? target.closest('[role=treeitem]') : null;
  /** @param {HTMLElement} item */
  const text = (item) => item.querySelector('.txt')?.textContent ?? '';

  /** Every item that is not inside a folded one, in order. @returns {HTMLElement[]} */
  function shown() {
    const all = /** @type {NodeListOf<HTMLElement>} */ (tree.querySelectorAll('[role=treeitem]'));
    return [...all].filter((item) => !item.hidden && !item.parentElement?.closest('[aria-expanded=false], [hidden]'));
  }

  /** Make an item the one that Tab reaches. @param {HTMLElement} item @param {boolean} focus */
  function rove(item, focus) {
    if (current) current.tabIndex = -1;
    current = item;
    item.tabIndex = 0;
    if (focus) item.focus({preventScroll: true});
    bring(item);
  }

  /** @type {HTMLElement | null} */
  let wanted = null;
  /** Bring a row into view, and again in the next frames: rows out of sight have guessed heights until then.
   * @param {HTMLElement} item @param {number} [frames] */
  function bring(item, frames = FRAMES) {
    wanted = item;
    item.querySelector('.row')?.scrollIntoView({block: 'nearest'});
    if (frames) requestAnimationFrame(() => { if (wanted === item) bring(item, frames - 1); });
  }

  /** @param {HTMLElement} item */
  function choose(item) {
    AM.apply({selected: item.dataset.id ?? item.dataset.ref ?? ''});
  }

  const setFolded = AM.fold.toggle;

  /** @param {HTMLElement} item @returns {HTMLElement | null} */
  function into(item) {
    if (item.getAttribute('aria-expanded') !== 'false') return item.querySelector(':scope > ul > [role=treeitem]:not([hidden])');
    setFolded(item.dataset.id ?? '', false);
    return null;
  }
  /** @param {HTMLElement} item @returns {HTMLElement | null} */
  function outOf(item) {
    if (item.getAttribute('aria-expanded') !== 'true' || AM.now.limited) return itemAt(item.parentElement);
    setFolded(item.dataset.id ?? '', true);
    return null;
  }

  /** The next item whose text or number begins with a letter. @param {HTMLElement} item @param {string} letter */
  function typed(item, letter) {
    const all = shown(), start = all.indexOf(item) + 1;
    const begins = (/** @type {HTMLElement} */ other) => text(other).trimStart().toLowerCase().startsWith(letter.toLowerCase());
    return [...all.slice(start), ...all.slice(0, start)].find(begins) ?? null;
  }

  /** The item that a key leads to. @param {HTMLElement} item @param {string} key @returns {HTMLElement | null | undefined} */
  function target(item, key) {
    const all = shown(), at = all.indexOf(item);
    switch (key) {
      case 'ArrowDown': return all[at + 1] ?? null;
      case 'ArrowUp': return all[at - 1] ?? null;
      case 'Home': return all[0];
      case 'End': return all[all.length - 1];
      case inward: return into(item);
      case outward: return outOf(item);
      default: return key.length === 1 && /\S/.test(key) ? typed(item, key) : undefined;
    }
  }

  tree.addEventListener('keydown', (event) => {
    const item = itemAt(event.target);
    if (!item || event.ctrlKey || event.metaKey || event.altKey || ['/', '?'].includes(event.key)) return;
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      choose(item);
      if (item.dataset.ref) items.get(item.dataset.ref)?.focus();
      return;
    }
    const next = target(item, event.key);
    if (next === undefined) return;
    event.preventDefault();
    if (!next) return;
    rove(next, true);
    if (next.dataset.id) choose(next);
  });

  tree.addEventListener('click', (event) => {
    const item = itemAt(event.target);
    if (!item) return;
    const id = item.dataset.id ?? '';
    if (event.target instanceof Element && event.target.closest('.fold')) {
      setFolded(id, !AM.state.folded.has(id));
      rove(item, true);
      return;
    }
    rove(item, true);
    choose(item);
  });

  let focused = false; // whether a row has the focus, before any is hidden: hiding takes it
  AM.view(['folded', 'visible', 'limited', 'matches'], () => { focused = tree.contains(document.activeElement); });

  /** @type {ReadonlySet<string>} */
  let before = new Set();
  AM.view(['folded', 'limited'], () => { // while a focus or filter chooses, folding waits here too
    const folded = AM.now.limited ? new Set() : AM.state.folded;
    for (const id of before) if (!folded.has(id)) items.get(id)?.setAttribute('aria-expanded', 'true');
    for (const id of folded) if (!before.has(id)) items.get(id)?.setAttribute('aria-expanded', 'false');
    before = folded;
    tree.toggleAttribute('data-limited', AM.now.limited);
  });

  /** @type {Set<string>} */
  let counted = new Set();
  AM.view(['inside'], () => { // what a folded row holds, as its card on the map says it
    const {inside} = AM.now;
    for (const id of counted) items.get(id)?.querySelector(':scope > .row > .inside')?.remove();
    counted = new Set(inside.keys());
    for (const [id, count] of inside) {
      const said = AM.dom.h('span', {class: 'inside'}, ' ', AM.dom.h('span', {'aria-hidden': 'true'}, '+' + count), AM.dom.h('span', {class: 'vh'}, AM.t('inside', {count})));
      items.get(id)?.querySelector(':scope > .row > .txt')?.after(said);
    }
  });

  AM.view(['selected'], () => {
    for (const old of tree.querySelectorAll('[aria-selected=true]')) old.setAttribute('aria-selected', 'false');
    const item = items.get(AM.state.selected);
    if (!item) return;
    item.setAttribute('aria-selected', 'true');
    rove(item, false);
  });

  AM.view(['visible', 'limited', 'matches'], () => {
    const {visible, limited, matches} = AM.now, meant = matches.size ? matches : visible;
    const kept = new Set(limited ? [...visible].flatMap((id) => [id, ...AM.map.ancestors(id)]) : []);
    for (const [id, item] of items) {
      item.hidden = limited && !kept.has(id);
      item.classList.toggle('off', limited && !meant.has(id));
    }
    for (const item of references) item.hidden = limited && !visible.has(item.dataset.ref ?? '');
  });

  /** Whether a row is inside a folded one or left out. @param {Element} item */
  function gone(item) {
    const over = item.closest('[hidden]') ?? item.parentElement?.closest('[aria-expanded=false]');
    return over != null && tree.contains(over);
  }
  AM.view(['folded', 'visible', 'limited', 'matches'], () => { // Tab finds a row that is there, and the focus stays on one
    if (!current || !gone(current)) return;
    let up = itemAt(current.parentElement);
    while (up && gone(up)) up = itemAt(up.parentElement);
    const there = up ?? shown()[0];
    if (there) rove(there, focused);
  });

  /** @type {Set<string>} */
  let marked = new Set();
  AM.view(['hits', 'query'], () => {
    for (const id of new Set([...marked, ...AM.now.hits])) {
      const at = items.get(id)?.querySelector('.txt');
      if (at) AM.dom.mark(at, text(/** @type {HTMLElement} */ (items.get(id))), AM.now.hits.has(id) ? AM.search.spans(at.textContent ?? '') : []);
      items.get(id)?.classList.toggle('hit', AM.now.hits.has(id));
    }
    marked = new Set(AM.now.hits);
  });

  document.querySelector('.skip')?.addEventListener('click', (event) => { // as a link it would take the place of the state
    event.preventDefault();
    AM.apply({pane: 'outline', side: 'outline'});
    current?.focus();
  });

  const first = items.get(AM.map.order[0]);
  if (first) { first.tabIndex = 0; current = first; }
  return {items, current: () => current, bring};
})();
