/* Drawing one card. Zoomed far out it shows only its number, large; text never leaves the card, whatever the font. */
AM.cards = (() => {
  const FAMILY = '"Noto Sans", system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif';
  const TEXT = `14px ${FAMILY}`, HEAD = `11px ${FAMILY}`, NUMBER = `600 11px ${FAMILY}`;
  const [PAD_X, PAD_Y, HEADER, LINE, BASE, RADIUS] = [12, 8, 18, 18, 12, 6];
  const READABLE = 0.38, PASSED = 0.6; // as faint as can be read: 4.5 to 1

  /** What stands in the row above the text, after the number. @param {{claim: Claim}} card */
  function header(card) {
    const {kind, implicit, quotes} = card.claim;
    return [kind, implicit && AM.t('implied'), quotes && '\u275D'].filter(Boolean).join(' \u00B7 ');
  }

  const framed = new Set(AM.geometry.frames.map(({group}) => group));
  /** The colour of a card's edge, if its group has no frame to show it by. @param {Claim} claim */
  const strip = (claim) => claim.group && !framed.has(claim.group) ? AM.map.groups.get(claim.group)?.color : '';

  /** @param {CanvasRenderingContext2D} ctx @param {Card} card @param {number} left @param {number} top @param {boolean} hover */
  function frame(ctx, card, left, top, hover) {
    const {palette} = AM.theme, {claim} = card;
    const selected = AM.state.selected === card.id || AM.stage.fresh(card.id), hit = AM.now.hits.has(card.id);
    ctx.beginPath();
    ctx.roundRect(left, top, card.w, card.h, RADIUS);
    if (hit || selected) {
      ctx.lineWidth = selected ? 7 : 6;
      ctx.strokeStyle = selected ? palette.accent : palette.hit;
      ctx.stroke();
    }
    ctx.fillStyle = palette.card;
    ctx.fill();
    AM.marks.tint(ctx, card);
    const color = strip(claim);
    if (color) {
      ctx.fillStyle = color;
      ctx.fillRect(left + 2, top + RADIUS, 4, card.h - 2 * RADIUS);
    }
    ctx.lineWidth = (claim.thesis ? 2.4 : 1.2) * (hover && !selected ? 1.6 : 1);
    ctx.strokeStyle = hover ? palette.accent : palette.border;
    if (claim.implicit) ctx.setLineDash([5, 3]);
    ctx.stroke();
    ctx.setLineDash([]);
    if (!claim.thesis) return;
    ctx.beginPath();
    ctx.roundRect(left + 4, top + 4, card.w - 8, card.h - 8, RADIUS - 2);
    ctx.lineWidth = 1;
    ctx.stroke();
  }

  /** The number alone, as large as the card holds. @param {CanvasRenderingContext2D} ctx @param {Card} card */
  function far(ctx, card) {
    const size = Math.min(card.h * 0.62, (card.w * 1.5) / Math.max(2, card.claim.number.length), 44);
    ctx.font = `600 ${Math.round(size)}px ${FAMILY}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = AM.theme.palette.muted;
    ctx.direction = 'ltr';
    ctx.fillText(card.claim.number, card.x, card.y + 2, card.w - 12);
  }

  /** A card whose text is still to be guessed. @param {CanvasRenderingContext2D} ctx @param {Card} card */
  function blank(ctx, card) {
    ctx.font = `600 ${Math.round(Math.min(card.h * 0.7, 40))}px ${FAMILY}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillStyle = AM.theme.palette.accent;
    ctx.fillText('?', card.x, card.y + 2);
  }

  /** Which lines are wider here than where they were measured. @param {CanvasRenderingContext2D} ctx @param {Card} card */
  function tight(ctx, card) {
    if (!card.tight) card.tight = card.lines.map((line) => ctx.measureText(line).width > card.w - 2 * PAD_X);
    return card.tight;
  }

  /** The room above header and text, which stand in the middle of a card that is higher than they need.
   * @param {{h: number, lines: string[]}} card */
  const lead = ({h, lines}) => (h - 2 * PAD_Y - HEADER - lines.length * LINE) / 2;

  /** @param {CanvasRenderingContext2D} ctx @param {Card} card @param {number} left @param {number} top */
  function words(ctx, card, left, top) {
    const {palette} = AM.theme, room = card.w - 2 * PAD_X;
    const x = card.rtl ? left + card.w - PAD_X : left + PAD_X;
    ctx.textBaseline = 'alphabetic';
    ctx.textAlign = card.rtl ? 'right' : 'left';
    ctx.direction = card.rtl ? 'rtl' : 'ltr';
    ctx.fillStyle = palette.muted;
    ctx.font = NUMBER;
    ctx.fillText(card.claim.number, x, top + PAD_Y + 11);
    const rest = header(card);
    if (rest) {
      const used = ctx.measureText(card.claim.number).width + 8;
      ctx.font = HEAD;
      ctx.fillText(rest, card.rtl ? x - used : x + used, top + PAD_Y + 11, room - used);
    }
    ctx.font = TEXT;
    ctx.fillStyle = palette.ink;
    const narrow = tight(ctx, card);
    for (let i = 0; i < card.lines.length; i++) {
      const y = top + PAD_Y + HEADER + BASE + i * LINE;
      if (narrow[i]) ctx.fillText(card.lines[i], x, y, room);
      else ctx.fillText(card.lines[i], x, y);
    }
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Card} card @param {boolean} hover @param {number} scale */
  function draw(ctx, card, hover, scale) {
    if (!AM.stage.shows(card.id)) return;
    const left = card.x - card.w / 2, top = card.y - card.h / 2;
    ctx.save();
    ctx.globalAlpha = card.alpha;
    const {hits, matches} = AM.now, passed = !AM.state.step && (hits.size && !hits.has(card.id) || matches.size && !matches.has(card.id));
    if (passed && AM.state.selected !== card.id) ctx.globalAlpha = PASSED * card.alpha;
    frame(ctx, card, left, top, hover);
    if (AM.stage.guessing(card.id)) blank(ctx, card);
    else if (scale < READABLE) far(ctx, card);
    else words(ctx, card, left, top + lead(card));
    AM.marks.paint(ctx, card, scale);
    AM.handles.draw(ctx, card, hover, scale);
    ctx.restore();
  }

  return {draw, header, lead, strip, READABLE, FAMILY};
})();
