/* Light and dark: the mode follows the system until the reader chooses; the palette for the canvas is read from CSS. */
AM.theme = (() => {
  const root = document.documentElement;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const NAMES = ['background', 'card', 'ink', 'muted', 'border', 'frame', 'frame-line', 'supports', 'attacks', 'undercuts',
    'rebuttal', 'stands', 'falls', 'contested', 'accent', 'hit'];
  const MEMORY = 'argmap-mode';

  /** @returns {Record<string, string>} */
  function read() {
    const style = getComputedStyle(root);
    return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue('--' + name).trim()]));
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
  AM.view(['mode'], () => {
    root.dataset.mode = AM.state.mode;
    theme.palette = read();
    AM.dom.$('mode').setAttribute('aria-pressed', String(AM.state.mode === 'dark'));
  });

  /** The colour of a link. @param {Link} link */
  function linkColor(link) {
    return AM.state.colours === 'thesis' ? AM.effect.color(link.id) : theme.palette[link.rebuts ? 'rebuttal' : link.kind];
  }

  return {get palette() { return theme.palette; }, linkColor};
})();
