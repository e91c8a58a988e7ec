/* Sheets: dialogs above the page, that Escape closes and that give the focus back to where it was. */
AM.sheets = (() => {
  const {h} = AM.dom;

  /** Make a sheet. Its content is made when it is opened. @param {string} id @param {string} title a key of the strings @param {() => (Node | null)[]} fill */
  function make(id, title, fill) {
    const close = () => sheet.close();
    const body = h('div', {class: 'body'});
    const sheet = h('dialog', {id, 'aria-labelledby': id + '-title'},
      h('header', {}, h('h2', {id: id + '-title'}, AM.t(title)), h('button', {type: 'button', class: 'close', 'aria-label': AM.t('close'), click: close}, '\u00D7')), body);
    sheet.addEventListener('click', (event) => { if (event.target === sheet) close(); });
    let opener = /** @type {Element | null} */ (null);
    sheet.addEventListener('close', () => { if (opener instanceof HTMLElement) AM.dom.giveBack(opener); });
    document.body.append(sheet);
    function open() {
      if (sheet.open) return;
      body.replaceChildren(.../** @type {Node[]} */ (fill().filter((part) => part)));
      opener = document.activeElement;
      sheet.showModal();
    }
    return {sheet, open, close, refresh: () => body.replaceChildren(.../** @type {Node[]} */ (fill().filter((part) => part)))};
  }
  return {make};
})();
