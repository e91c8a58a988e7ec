/* Sharing: a link to what you see, the picture as SVG and PNG, the outline as Markdown, paper. */
AM.share = (() => {
  const {h, $} = AM.dom;
  let everything = false;

  /** The map's title as the name of a file. Latin letters lose their accents; elsewhere marks are part of the word. */
  function fileName() {
    const bare = AM.map.data.title.normalize('NFKD').replace(/(\p{Script=Latin})\p{M}+/gu, '$1').normalize('NFC').toLowerCase();
    const plain = bare.replace(/[^\p{L}\p{N}\p{M}]+/gu, '-').replace(/^-+|-+$/g, '');
    return [...plain].slice(0, 60).join('').replace(/-$/, '') || 'map';
  }

  /** @param {BlobPart | Blob} content @param {string} type @param {string} suffix */
  function save(content, type, suffix) {
    const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
    const link = h('a', {href: url, download: `${fileName()}.${suffix}`});
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(url), 10000);
    say('saved', {name: `${fileName()}.${suffix}`});
  }

  /** Tell in the sheet and to screen readers what was done. @param {string} key @param {Record<string, string>} [values] */
  function say(key, values) {
    const text = AM.t(key, values), status = document.getElementById('share-status');
    if (status) status.textContent = text; else AM.dom.announce(text);
  }

  async function copyLink() {
    try {
      await navigator.clipboard.writeText(location.href);
      say('copied');
    } catch { // without permission the address is shown instead, marked for copying
      const field = /** @type {HTMLInputElement} */ ($('address'));
      field.focus();
      field.select();
      say('copy_by_hand');
    }
  }

  /** Text as it stands in Markdown: nothing in it can become markup. @param {string} text */
  const markdown = (text) => text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]()#+\-.!|<>~$&^=:@]/g, '\\$&');

  /** The outline as Markdown, a list in lists, in the order of the page. */
  function outline() {
    const rows = [`# ${markdown(AM.map.data.title)}`, ''];
    for (const item of AM.dom.$('tree').querySelectorAll('[role=treeitem]')) {
      const row = item.firstElementChild, word = row?.querySelector('.word')?.textContent?.trim(), number = row?.querySelector('.num')?.textContent?.trim() ?? '';
      const id = item.getAttribute('data-id'), label = id && AM.state.evaluate ? ` (${AM.labels.words(id)})` : '';
      const text = markdown(row?.querySelector('.txt')?.textContent ?? '');
      const implied = row?.querySelector('.aside') ? ` ${markdown(AM.t('implied'))}` : '';
      const indent = '  '.repeat(Math.max(0, Number(item.getAttribute('aria-level')) - 1));
      rows.push(`${indent}- ${word ? `*${markdown(word)}* ` : ''}**${markdown(number)}**${implied} ${text}${markdown(label)}`);
    }
    return rows.join('\n') + '\n';
  }

  async function savePng() {
    const blob = await AM.picture.png(everything);
    if (blob) save(blob, 'image/png', 'png'); else say('png_failed');
  }

  /** Print, or say that it cannot be: a frame may forbid it, and then the browser says nothing. */
  function printPage() {
    let begun = false;
    addEventListener('beforeprint', () => { begun = true; }, {once: true});
    sheet.close();
    print();
    if (begun) return;
    sheet.open();
    say('print_failed');
  }

  /** @param {string} id @param {string} word @param {() => void} click */
  const button = (id, word, click) => h('button', {type: 'button', id, click}, AM.t(word));

  /** @param {boolean} all @param {string} words */
  function choice(all, words) {
    const input = h('input', {type: 'radio', name: 'scope', value: String(all), checked: everything === all, change: () => { everything = all; }});
    return h('label', {}, input, ' ', words);
  }

  /** The address, where the page has one of its own: in a notebook it has none. */
  function address() {
    if (location.protocol === 'about:') return [];
    return [h('h3', {}, AM.t('share_link')), h('p', {class: 'aside'}, AM.t('share_link_note')),
      h('p', {class: 'line'}, h('input', {id: 'address', readonly: true, 'aria-label': AM.t('share_link'), value: location.href}), button('copy', 'copy', copyLink))];
  }

  function fill() {
    const shown = AM.picture.draw(false).querySelectorAll('[role=graphics-object]').length, total = AM.map.order.length;
    const part = AM.now.visible.size < total || AM.state.step > 0;
    const scope = part ? h('fieldset', {}, h('legend', {}, AM.t('scope')), choice(false, AM.t('scope_visible', {count: Math.min(shown, AM.now.visible.size), total})), choice(true, AM.t('scope_all', {total}))) : null;
    return [...address(),
      h('h3', {}, AM.t('share_picture')), scope,
      h('p', {class: 'line'}, button('save-svg', 'save_svg', () => save(AM.picture.svg(everything), 'image/svg+xml', 'svg')), button('save-png', 'save_png', savePng)),
      h('h3', {}, AM.t('share_text')),
      h('p', {class: 'line'}, button('save-md', 'save_md', () => save(outline(), 'text/markdown', 'md')), button('print', 'print', printPage)),
      h('p', {id: 'share-status', role: 'status'})];
  }
  const sheet = AM.sheets.make('share', 'share', fill);
  AM.toolbar.add('open-share', 'share', sheet.open);
  return {outline, fileName};
})();
