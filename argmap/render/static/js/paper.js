/* Paper: before printing, all is made light, and the picture is drawn as vectors, with title and key, before the outline. */
AM.paper = (() => {
  const place = AM.dom.h('div', {id: 'paper', 'aria-hidden': 'true'});
  const root = document.documentElement;
  document.body.prepend(place);

  /** The key as it is now. */
  function key() {
    const copy = /** @type {HTMLElement} */ (AM.dom.$('key').cloneNode(true));
    copy.removeAttribute('id');
    return copy;
  }

  /** What is not on the paper, and why: the bar of the screen that says it stays there. */
  function note() {
    const {step} = AM.state;
    const words = step ? AM.t('step_of', {step, count: AM.steps.list.length}) : AM.limits.words();
    return words ? [AM.dom.h('p', {class: 'aside'}, words)] : [];
  }

  function before() {
    AM.theme.as('light', () => {
      const drawn = AM.picture.draw(false);
      const wide = Number(drawn.getAttribute('width')) > Number(drawn.getAttribute('height'));
      drawn.removeAttribute('width');
      drawn.removeAttribute('height');
      root.toggleAttribute('data-wide', wide);
      place.replaceChildren(AM.dom.h('p', {class: 'title'}, AM.dom.own(AM.map.data.title)), ...note(), drawn, key());
    });
    root.dataset.mode = 'light';
  }
  function after() {
    root.dataset.mode = AM.state.mode;
    place.replaceChildren();
  }
  addEventListener('beforeprint', before);
  addEventListener('afterprint', after);
  return {before};
})();
