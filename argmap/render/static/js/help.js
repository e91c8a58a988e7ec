/* The help sheet: what each key does, gathered from the modules; and how the page looks. */
AM.help = (() => {
  const {h} = AM.dom;
  const PARTS = /** @type {const} */ (['everywhere', 'map', 'outline', 'steps']);
  /** @type {{part: string, keys: string[], words: string}[]} */
  const rows = [];

  /** Say what keys do, in a part of the sheet; words is a key of the strings.
   * @param {typeof PARTS[number]} part @param {string[]} keys @param {string} words */
  function add(part, keys, words) { rows.push({part, keys, words}); }

  /** @param {string[]} keys */
  const caps = (keys) => keys.flatMap((key, i) => [i ? ' ' : '', h('kbd', {}, key.length > 1 && !/[^a-z_]/.test(key) ? AM.t(key) : key)]);

  /** @param {string} part */
  function table(part) {
    const some = rows.filter((row) => row.part === part);
    const id = 'help-' + part;
    return some.length ? [h('h3', {id}, AM.t('help_' + part)), h('table', {class: 'keys', 'aria-labelledby': id}, h('tbody', {},
      ...some.map(({keys, words}) => h('tr', {}, h('th', {scope: 'row'}, ...caps(keys)), h('td', {}, AM.t(words))))))] : [];
  }

  function looks() {
    const {themes} = AM.theme;
    const select = h('select', {id: 'theme', change: () => AM.apply({theme: select.value})},
      ...themes.map((name) => h('option', {value: name, selected: name === AM.state.theme}, AM.t('theme_' + name))));
    return h('p', {class: 'line'}, h('label', {for: 'theme'}, AM.t('theme')), select);
  }

  const {open} = AM.sheets.make('help', 'help', () => [h('p', {}, AM.t('help_text')), looks(), ...PARTS.flatMap(table)]);
  AM.toolbar.add('open-help', 'help_button', open).setAttribute('aria-label', AM.t('help'));
  document.addEventListener('keydown', (event) => {
    const typing = event.target instanceof HTMLElement && event.target.matches('input, select, textarea');
    if (event.key !== '?' || typing || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return;
    event.preventDefault();
    open();
  });

  add('everywhere', ['?'], 'help_this');
  add('everywhere', ['/'], 'help_search');
  add('everywhere', ['key_tab'], 'help_tab');
  add('everywhere', ['key_escape'], 'help_escape');
  add('map', ['\u2190', '\u2191', '\u2192', '\u2193'], 'help_arrows');
  add('map', ['key_enter'], 'help_enter');
  add('map', ['+', '\u2212', '0'], 'help_zoom');
  add('map', ['e'], 'help_evaluate');
  add('map', ['a', 'x', 'r'], 'help_whatif');
  add('outline', ['\u2191', '\u2193'], 'help_rows');
  add('outline', ['\u2190', '\u2192'], 'help_fold');
  add('outline', ['key_home', 'key_end'], 'help_ends');
  add('outline', ['key_letter'], 'help_letter');
  add('steps', ['\u2192', 'key_space', 'key_page_down'], 'help_next');
  add('steps', ['\u2190', 'key_page_up'], 'help_back');
  add('steps', ['g', 's', 'f'], 'help_steps_keys');
  add('steps', ['key_escape'], 'help_leave');
  return {add, open};
})();
