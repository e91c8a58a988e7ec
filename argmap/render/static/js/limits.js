/* The bar that says what is hidden and why, and the panel in which filters are chosen. */
AM.limits = (() => {
  const {h, $} = AM.dom, {claims, order} = AM.map;
  const bar = $('limits'), panel = $('filters');

  /** @param {string} what */
  const word = (what) => what.startsWith('near') ? AM.t('focus_near', {count: what.slice(4)}) : AM.t('focus_' + what);

  /** @param {string} what @param {string} id */
  function focusButton(what, id) {
    const button = h('button', {type: 'button', click: () => AM.focus.on(id, what)}, word(what));
    button.setAttribute('aria-pressed', String(AM.focus.parse()?.what === what));
    return button;
  }

  /** @param {string} id */
  function focusPart(id) {
    const near = Array.from({length: AM.focus.NEAREST}, (_, i) => 'near' + (i + 1));
    return h('div', {}, h('strong', {}, AM.t('focus_on', {number: claims.get(id)?.number ?? ''})), ...[...near, 'path', 'above', 'below'].map((what) => focusButton(what, id)),
      h('button', {type: 'button', id: 'leave-focus', click: AM.focus.leave}, AM.t('focus_leave')));
  }

  /** What the focus is, in words. */
  function near() {
    const {what, id} = AM.focus.parse() ?? {what: '', id: ''};
    return id && `${AM.t('focus_on', {number: claims.get(id)?.number ?? ''})}: ${word(what)}`;
  }

  /** Why not all of the map is there, for paper: "" if all is. */
  function words() {
    const {visible, limited} = AM.now;
    if (!limited || AM.state.step) return '';
    const said = [near(), AM.filter.active().length ? says() : AM.t('scope_visible', {count: visible.size, total: order.length})];
    return said.filter(Boolean).join(' \u00B7 ');
  }

  /** What the filters leave, in words. */
  function says() {
    const {matches, visible} = AM.now, shown = [...matches].filter((id) => visible.has(id)).length; // a focus may hide some
    if (!shown) return AM.t('filter_none');
    return AM.t('filter_says', {matches: shown, more: visible.size - shown, hidden: order.length - visible.size});
  }

  function filterPart() {
    return h('div', {}, h('span', {}, says()), h('button', {type: 'button', id: 'clear-filter', click: () => AM.apply({filter: ''})}, AM.t('filter_clear')));
  }

  AM.view(['focus', 'filter', 'matches', 'visible', 'step'], (changed) => { // in the steps both wait
    const at = AM.state.step ? null : AM.focus.parse(), filtered = !AM.state.step && AM.filter.active().length > 0;
    const held = document.activeElement && bar.contains(document.activeElement) ? document.activeElement.textContent : null;
    bar.replaceChildren(...(at ? [focusPart(at.id)] : []), ...(filtered ? [filterPart()] : []));
    bar.hidden = !at && !filtered;
    const again = [...bar.querySelectorAll('button')].find((button) => button.textContent === held);
    if (held) AM.dom.giveBack(again, $('net'), AM.outline.current());
    tell(at?.id, filtered, changed.has('focus'));
  });

  let limited = false;
  /** Tell screen readers what is shown, and that it is the whole map again. @param {string | undefined} id in focus @param {boolean} filtered @param {boolean} moved */
  function tell(id, filtered, moved) {
    if (filtered) AM.dom.announce(says());
    else if (id && moved) AM.dom.announce(AM.t('focus_on', {number: claims.get(id)?.number ?? ''}));
    else if (!id && limited && !AM.state.step) AM.dom.announce(AM.t('help_leave'));
    limited = Boolean(id) || filtered;
  }

  /** @param {string} name @param {[string, string][]} list */
  function select(name, list) {
    const options = [['', AM.t('filter_any')], ...list].map(([value, text]) => h('option', {value}, text));
    const made = h('select', {id: 'filter-' + name}, ...options);
    made.addEventListener('change', () => AM.filter.set(name, made.value));
    return h('label', {}, AM.t('filter_' + name), made);
  }

  /** @param {string} name */
  function check(name) {
    const made = h('input', {type: 'checkbox', id: 'filter-' + name});
    made.addEventListener('change', () => AM.filter.set(name, made.checked ? '1' : ''));
    return h('label', {class: 'flag'}, made, AM.t('filter_' + name));
  }

  const {lists, flags} = AM.filter.choices();
  panel.append(...lists.map(([name, list]) => select(name, list)), ...flags.map(check));
  const opener = AM.toolbar.add('filter', 'filter', () => {
    panel.hidden = !panel.hidden;
    opener.setAttribute('aria-expanded', String(!panel.hidden));
    if (!panel.hidden) /** @type {HTMLElement | null} */ (panel.querySelector('select, input'))?.focus();
  });
  opener.setAttribute('aria-expanded', 'false');
  opener.setAttribute('aria-controls', 'filters');
  if (!lists.length && !flags.length) opener.hidden = true;

  AM.view(['filter'], () => {
    const chosen = new Map(AM.filter.active());
    for (const field of /** @type {NodeListOf<HTMLSelectElement | HTMLInputElement>} */ (panel.querySelectorAll('select, input'))) {
      const value = chosen.get(field.id.slice('filter-'.length)) ?? '';
      if (field instanceof HTMLInputElement) field.checked = value !== ''; else field.value = value;
    }
  });

  // what is shown changes as a whole, so the view does too
  AM.view(['focus', 'filter'], (changed) => {
    if (AM.state.focus || AM.state.filter) AM.places.settled(() => AM.camera.fit());
    else if (changed.has('visible')) AM.places.settled(() => AM.state.selected ? AM.camera.show(AM.state.selected) : AM.camera.open());
  });

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('dialog[open]')) return;
    if (AM.state.focus) AM.focus.leave();
    else if (!panel.hidden) { opener.click(); AM.dom.giveBack(opener); }
    else if (AM.state.filter) AM.apply({filter: ''});
  });
  return {words};
})();
