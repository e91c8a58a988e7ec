/* The handles by which a card is folded: "+12" on a folded one, a minus on the one that is pointed at or selected. */
AM.handles = (() => {
  const HEIGHT = 18;

  /** The words on a card's handle, "" if it has none now. @param {Card} card @param {boolean} hover */
  function words(card, hover) {
    const inside = AM.now.inside.get(card.id);
    if (inside) return '+' + inside;
    const open = !AM.now.limited && !AM.state.folded.has(card.id) && AM.fold.foldable.has(card.id);
    return open && (hover || AM.state.selected === card.id) ? '\u2212' : '';
  }

  /** Where the handle stands: across the lower edge, in the corner that text and arrows leave free.
   * @param {{x: number, y: number, w: number, h: number, rtl: boolean}} card @param {string} text */
  function place(card, text) {
    const width = Math.max(HEIGHT + 4, 12 + text.length * 7.5), side = card.rtl ? -1 : 1;
    return {x: card.x + side * (card.w / 2 - width / 2 - 6), y: card.y + card.h / 2 + 1, width};
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Card} card @param {boolean} hover @param {number} scale */
  function draw(ctx, card, hover, scale) {
    const text = words(card, hover);
    if (!text || scale < 0.12) return;
    const {x, y, width} = place(card, text), {palette} = AM.theme;
    ctx.beginPath();
    ctx.roundRect(x - width / 2, y - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
    ctx.fillStyle = text[0] === '+' ? palette.accent : palette.card;
    ctx.fill();
    ctx.lineWidth = 1.2;
    ctx.strokeStyle = palette.accent;
    ctx.stroke();
    ctx.fillStyle = text[0] === '+' ? palette.card : palette.accent;
    ctx.font = `600 12px ${AM.cards.FAMILY}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.direction = 'ltr';
    ctx.fillText(text, x, y + 0.5);
  }

  /** The claim whose handle is under a point of the map, "" if none is. @param {number} x @param {number} y @param {string} hover */
  function at(x, y, hover) {
    const found = AM.places.now.cards.find((card) => {
      const text = words(card, card.id === hover), spot = place(card, text);
      return text && Math.abs(x - spot.x) <= spot.width / 2 + 4 && Math.abs(y - spot.y) <= HEIGHT / 2 + 4;
    });
    return found?.id ?? '';
  }
  return {draw, at, place, HEIGHT};
})();
