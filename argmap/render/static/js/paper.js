/* Paper: before printing, all is made light, and the picture is drawn as vectors and put before the outline. */
AM.paper = (() => {
  const place = AM.dom.h('div', {id: 'paper', 'aria-hidden': 'true'});
  const root = document.documentElement;
  document.body.prepend(place);

  function before() {
    AM.theme.as('light', () => {
      const drawn = AM.picture.draw(false);
      const wide = Number(drawn.getAttribute('width')) > Number(drawn.getAttribute('height'));
      drawn.removeAttribute('width');
      drawn.removeAttribute('height');
      root.toggleAttribute('data-wide', wide);
      place.replaceChildren(drawn);
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
