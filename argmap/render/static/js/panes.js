/* The panes: which one a narrow screen shows, and which of its tabs the left pane shows. */
AM.panes = (() => {
  const KEY_SHARE = 0.16; // of the height of the middle pane
  const tabs = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[role=tab]'));
  const switches = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('button[data-pane]'));
  const panels = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-panel]'));

  for (const button of switches) button.addEventListener('click', () => AM.apply({pane: button.dataset.pane ?? ''}));

  for (const tab of tabs) {
    tab.addEventListener('click', () => AM.apply({side: tab.dataset.side ?? ''}));
    tab.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
      if (!step) return;
      const row = [...tabs], next = row[(row.indexOf(tab) + step + row.length) % row.length];
      event.preventDefault();
      AM.apply({side: next.dataset.side ?? ''});
      next.focus();
    });
  }

  const menu = AM.dom.$('menu');
  menu.addEventListener('click', () => menu.setAttribute('aria-expanded', String(menu.getAttribute('aria-expanded') !== 'true')));
  // on a narrow screen what was chosen from the menu shows beneath it, so the menu goes
  AM.dom.$('tools').addEventListener('click', () => {
    menu.setAttribute('aria-expanded', 'false');
    if (menu.offsetParent && AM.dom.$('tools').contains(document.activeElement)) menu.focus();
  });

  /** The key stands open where it leaves the map its room. */
  function openKey() {
    const key = AM.dom.$('legend');
    key.toggleAttribute('open', !matchMedia('(max-width: 47.5em)').matches);
    if (key.offsetHeight > KEY_SHARE * AM.dom.$('middle').offsetHeight) key.removeAttribute('open');
  }
  openKey();

  AM.view(['pane'], () => {
    document.body.dataset.pane = AM.state.pane;
    for (const button of switches) button.setAttribute('aria-pressed', String(button.dataset.pane === AM.state.pane));
  });

  AM.view(['side'], () => {
    for (const tab of tabs) {
      const on = tab.dataset.side === AM.state.side;
      tab.setAttribute('aria-selected', String(on));
      tab.tabIndex = on ? 0 : -1;
    }
    for (const panel of panels) panel.hidden = panel.dataset.panel !== AM.state.side;
  });
  return {};
})();
