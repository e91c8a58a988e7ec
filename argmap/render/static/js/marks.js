/* What the evaluation and the effect on a thesis look like on the map: a tint, and small signs on a card's upper edge. */
AM.marks = (() => {
  const HEIGHT = 16, GAP = 4, INSET = 10;
  /** @typedef {{words: string, color: string, mark: string}} Sign */

  /** The signs of a claim, from the right to the left. @param {string} id @returns {Sign[]} */
  function signs(id) {
    const {palette} = AM.theme, {evaluate, colours} = AM.state, found = [];
    if (AM.stage.guessing(id)) return [];
    if (evaluate) {
      const label = /** @type {Label} */ (AM.labels.label(id));
      found.push({words: AM.labels.words(id), color: palette[label], mark: AM.labels.MARKS[label]});
      if (AM.now.bears.has(id)) found.push({words: AM.t('bearing_word'), color: palette.accent, mark: '!'});
    }
    const effect = AM.effect.ofClaim(id);
    if (colours === 'thesis' && effect) found.push({words: AM.t('effect_' + effect), color: AM.effect.color(id), mark: ''});
    return found;
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Sign} sign @param {number} right @param {number} middle @returns {number} its left edge */
  function pill(ctx, {words, color, mark}, right, middle) {
    const text = mark ? `${mark} ${words}` : words;
    const width = ctx.measureText(text).width + 12, left = right - width;
    ctx.beginPath();
    ctx.roundRect(left, middle - HEIGHT / 2, width, HEIGHT, HEIGHT / 2);
    ctx.fillStyle = color;
    ctx.fill();
    ctx.fillStyle = AM.theme.palette.card;
    ctx.fillText(text, left + 6, middle + 0.5);
    return left;
  }

  /** Far out there is room for the mark alone. @param {CanvasRenderingContext2D} ctx @param {Card} card @param {Sign} sign */
  function badge(ctx, card, {mark, color}) {
    if (!mark) return;
    const r = Math.min(card.h * 0.32, 22), x = card.x + card.w / 2 - r, y = card.y - card.h / 2 + r;
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 7);
    ctx.fillStyle = color;
    ctx.fill();
    ctx.fillStyle = AM.theme.palette.card;
    ctx.font = `600 ${Math.round(r * 1.4)}px ${AM.cards.FAMILY}`;
    ctx.textAlign = 'center';
    ctx.fillText(mark, x, y + 1);
  }

  /** What changed gets a ring, what a claim rests on a double one. @param {CanvasRenderingContext2D} ctx @param {Card} card @param {string} color */
  function ring(ctx, card, color) {
    ctx.beginPath();
    ctx.roundRect(card.x - card.w / 2 - 5, card.y - card.h / 2 - 5, card.w + 10, card.h + 10, 9);
    ctx.lineWidth = 2.5;
    ctx.strokeStyle = color;
    ctx.setLineDash([9, 4]);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Card} card @param {number} scale */
  function paint(ctx, card, scale) {
    const found = signs(card.id);
    if (!found.length) return;
    const {palette} = AM.theme, near = scale >= AM.cards.READABLE;
    if (AM.state.evaluate && AM.now.changed.has(card.id)) ring(ctx, card, found[0].color);
    if (AM.now.bears.has(card.id)) ring(ctx, card, palette.accent);
    ctx.textBaseline = 'middle';
    ctx.direction = AM.t('direction') === 'rtl' ? 'rtl' : 'ltr';
    if (!near) { badge(ctx, card, found[0]); return; }
    ctx.font = `600 11px ${AM.cards.FAMILY}`;
    ctx.textAlign = ctx.direction === 'rtl' ? 'right' : 'left';
    let right = card.x + card.w / 2 - INSET;
    for (const sign of found) right = pill(ctx, sign, right, card.y - card.h / 2 - 1) - GAP;
  }

  /** The tint of a card, drawn between its ground and its text. @param {CanvasRenderingContext2D} ctx @param {Card} card */
  function tint(ctx, card) {
    if (!AM.state.evaluate || AM.stage.guessing(card.id)) return;
    const before = ctx.globalAlpha;
    ctx.globalAlpha = before * 0.1;
    ctx.fillStyle = AM.theme.palette[AM.labels.label(card.id)];
    ctx.fill();
    ctx.globalAlpha = before;
  }

  /** How strongly a link is drawn: a dead one is faint. @param {Link} link */
  const weight = (link) => AM.state.evaluate && AM.labels.label(link.id) === 'dead' ? 0.35 : 1;

  return {signs, paint, tint, weight};
})();
