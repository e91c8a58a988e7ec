/* Drawing what lies beneath the cards: frames of groups, curves of links, arrowheads, junctions, signs. */
AM.links = (() => {
  const {geometry, places} = AM;
  /** @type {Record<Kind, number[]>} */
  const DASHES = {supports: [], attacks: [7, 4], undercuts: [1.5, 3.5]};
  /** @type {Record<Kind, string>} */
  const SIGNS = {supports: '+', attacks: '\u2212', undercuts: '\u2260'};
  const WIDTH = 1.8;

  /** @param {CanvasRenderingContext2D} ctx @param {FrameBox} frame @param {number} scale */
  function drawFrame(ctx, frame, scale) {
    const {palette} = AM.theme, group = AM.map.groups.get(frame.group);
    ctx.beginPath();
    ctx.roundRect(frame.x, frame.y, frame.width, frame.height, 8);
    ctx.fillStyle = palette.frame;
    ctx.fill();
    ctx.lineWidth = 1;
    ctx.strokeStyle = group?.color || palette['frame-line'];
    ctx.stroke();
    if (!group) return;
    const rtl = geometry.isRtl(group.title), size = scale < AM.cards.READABLE ? 22 : 12;
    ctx.font = `600 ${size}px ${AM.cards.FAMILY}`;
    ctx.fillStyle = palette.muted;
    ctx.textBaseline = 'alphabetic';
    ctx.textAlign = rtl ? 'right' : 'left';
    ctx.direction = rtl ? 'rtl' : 'ltr';
    ctx.fillText(group.title, frame.x + (rtl ? frame.width - 10 : 10), frame.y + Math.max(16, size), frame.width - 20);
  }

  /** Whether the selection touches a link. @param {Link} link */
  function touched(link) {
    const {selected} = AM.state;
    return selected !== '' && (link.id === selected || link.target === selected || link.premises.includes(selected));
  }

  /** A strong link is a broad one. @param {Link} link */
  const width = (link) => WIDTH * (link.strength == null ? 1 : 0.5 + link.strength);

  /** @param {CanvasRenderingContext2D} ctx @param {Curve} curve @param {number} scale */
  function drawCurve(ctx, curve, scale) {
    const {link} = curve, strong = touched(link) || AM.stage.comes(link.id);
    ctx.strokeStyle = ctx.fillStyle = AM.theme.linkColor(link);
    ctx.lineWidth = width(link) * (strong ? 1.8 : 1);
    ctx.setLineDash(scale < 0.2 ? [] : DASHES[link.kind]);
    ctx.globalAlpha = AM.marks.weight(link);
    ctx.stroke(places.shapeOf(curve).path);
    ctx.setLineDash([]);
    if (curve.arrow && scale >= 0.2) arrowhead(ctx, curve);
    ctx.globalAlpha = 1;
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Curve} curve */
  function arrowhead(ctx, curve) {
    const {line, angle} = places.shapeOf(curve), x = line[line.length - 2], y = line[line.length - 1];
    const cos = Math.cos(angle), sin = Math.sin(angle);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x - 10 * cos + 4.6 * sin, y - 10 * sin - 4.6 * cos);
    ctx.lineTo(x - 10 * cos - 4.6 * sin, y - 10 * sin + 4.6 * cos);
    ctx.fill();
  }

  /** The sign of a relation in a small disc on its line. @param {CanvasRenderingContext2D} ctx @param {Curve} curve */
  function drawSign(ctx, curve) {
    const {sign} = places.shapeOf(curve), {link} = curve;
    if (!sign) return;
    const color = AM.theme.linkColor(link);
    ctx.beginPath();
    ctx.arc(sign.x, sign.y, 7, 0, 7);
    ctx.fillStyle = AM.theme.palette.card;
    ctx.fill();
    ctx.lineWidth = 1.2;
    ctx.strokeStyle = ctx.fillStyle = color;
    ctx.stroke();
    ctx.font = `600 12px ${AM.cards.FAMILY}`;
    ctx.textAlign = 'center';
    ctx.textBaseline = 'middle';
    ctx.fillText(SIGNS[link.kind], sign.x, sign.y + 0.5);
  }

  /** @param {CanvasRenderingContext2D} ctx @param {Junction} junction */
  function drawJunction(ctx, {link, x, y}) {
    ctx.beginPath();
    ctx.arc(x, y, AM.state.selected === link.id ? 7 : 4.5, 0, 7);
    ctx.fillStyle = AM.theme.linkColor(link);
    ctx.fill();
  }

  /** Whether anything of a group is on the stage. @param {FrameBox} frame */
  const staged = (frame) => !AM.state.step || AM.map.data.claims.some((claim) => claim.group === frame.group && AM.stage.shows(claim.id));

  /** @param {CanvasRenderingContext2D} ctx @param {number} scale
   * @param {(left: number, top: number, right: number, bottom: number) => boolean} seen */
  function draw(ctx, scale, seen) {
    ctx.save();
    for (const frame of places.now.frames) {
      if (seen(frame.x, frame.y, frame.x + frame.width, frame.y + frame.height) && staged(frame)) drawFrame(ctx, frame, scale);
    }
    const near = places.now.curves.filter((curve) => AM.stage.shows(curve.link.id) && seen(...places.shapeOf(curve).box));
    for (const curve of near) drawCurve(ctx, curve, scale);
    if (scale >= 0.2) {
      for (const junction of places.now.junctions) {
        if (seen(junction.x, junction.y, junction.x, junction.y) && AM.stage.shows(junction.link.id)) drawJunction(ctx, junction);
      }
    }
    if (scale >= AM.cards.READABLE) for (const curve of near) drawSign(ctx, curve);
    ctx.restore();
  }

  /** The link under a point of the map, "" if there is none. @param {number} x @param {number} y @param {number} reach */
  function find(x, y, reach) {
    const dot = places.now.junctions.find((one) => AM.stage.shows(one.link.id) && Math.hypot(one.x - x, one.y - y) <= reach);
    if (dot) return dot.link.id;
    let [found, least] = ['', reach];
    for (const curve of places.now.curves) {
      if (!AM.stage.shows(curve.link.id)) continue;
      const away = geometry.distance(places.shapeOf(curve), x, y);
      if (away < least) [found, least] = [curve.link.id, away];
    }
    return found;
  }

  return {draw, find, staged, width, DASHES, SIGNS};
})();
