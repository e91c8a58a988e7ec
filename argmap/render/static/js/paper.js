/* Paper: before printing, the picture is drawn as vectors in the light colours and put before the outline. */
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
  }
  addEventListener('beforeprint', before);
  addEventListener('afterprint', () => place.replaceChildren());
  return {before};
})();
