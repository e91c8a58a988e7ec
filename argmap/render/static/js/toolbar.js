/* The buttons in the page's head. A feature adds its own; they stand in the order in which the modules are bundled. */
AM.toolbar = (() => {
  const bar = AM.dom.$('tools'), last = AM.dom.$('mode');

  /** Add a button. @param {string} id @param {string} word a key of the strings @param {() => void} click @returns {HTMLButtonElement} */
  function add(id, word, click) {
    const button = AM.dom.h('button', {type: 'button', id, click}, AM.t(word));
    bar.insertBefore(button, last);
    return button;
  }
  return {add, bar};
})();
