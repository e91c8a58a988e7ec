/* Themes, each light and dark: the mode follows the system until the reader chooses; the canvas reads its colours from CSS. */
AM.theme = (() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)'), forced = matchMedia('(forced-colors: active)');
  const NAMES = ['background', 'card', 'ink', 'muted', 'border', 'frame', 'frame-line', 'supports', 'attacks', 'undercuts',
    'rebuttal', 'stands', 'falls', 'contested', 'accent', 'hit'];
  const MEMORY = 'argmap-mode';

  const usual = root.dataset.theme ?? 'default', {themes} = AM.map.data;
  Object.assign(AM.state, {theme: usual});

  /** The colours of the page. Where the reader's system forces its own, they are those of the system, as numbers.
   * @returns {Record<string, string>} */
  function read() {
    const style = getComputedStyle(root), probe = document.body.appendChild(AM.dom.h('i', {class: 'probe'}));
    const number = (/** @type {string} */ color) => { probe.style.color = color; return getComputedStyle(probe).color; };
    const read = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue('--' + name).trim()]));
    if (forced.matches) for (const name of NAMES) read[name] = number(read[name]);
    probe.remove();
    return read;
  }

  /** What was remembered, if the browser lets a page remember. @returns {string} */
  function remembered() {
    try { return localStorage.getItem(MEMORY) ?? ''; } catch { return ''; }
  }
  /** @param {string} mode */
  function remember(mode) {
    try { localStorage.setItem(MEMORY, mode); } catch { /* a private window: nothing is kept */ }
  }

  /** @returns {'light' | 'dark'} */
  function first() {
    const kept = remembered();
    return kept === 'light' || kept === 'dark' ? kept : dark.matches ? 'dark' : 'light';
  }

  AM.state.mode = first();
  dark.addEventListener('change', () => { if (!remembered()) AM.apply({mode: first()}); });
  AM.dom.$('mode').addEventListener('click', () => {
    const mode = AM.state.mode === 'dark' ? 'light' : 'dark';
    remember(mode);
    AM.apply({mode});
  });

  const theme = {palette: read()};
  AM.view(['mode', 'theme'], () => {
    root.dataset.mode = AM.state.mode;
    root.dataset.theme = AM.state.theme;
    theme.palette = read();
    AM.dom.$('mode').setAttribute('aria-pressed', String(AM.state.mode === 'dark'));
  });

  /** The colour of a link. @param {Link} link */
  function linkColor(link) {
    return AM.state.colours === 'thesis' ? AM.effect.color(link.id) : theme.palette[link.rebuts ? 'rebuttal' : link.kind];
  }

  /** Have something made in light or dark, whatever the page shows. @param {State['mode']} mode @param {() => void} make */
  function as(mode, make) {
    root.dataset.mode = mode;
    theme.palette = read();
    make();
    root.dataset.mode = AM.state.mode;
    theme.palette = read();
  }

  forced.addEventListener('change', () => { theme.palette = read(); AM.canvas.redraw(); });
  AM.hash.keep('theme', 'theme', () => AM.state.theme === usual ? '' : AM.state.theme, (name) => !name ? usual : themes.includes(name) ? name : undefined);
  AM.hash.keep('mode', 'mode', () => AM.state.mode === (dark.matches ? 'dark' : 'light') ? '' : AM.state.mode,
    (name) => name === 'dark' || name === 'light' ? name : undefined);

  return {themes, as, get palette() { return theme.palette; }, linkColor};
})();
