/* The map as a vector picture: what is visible as it stands, or everything at home, in the colours of the page. */
AM.picture = (() => {
  const NS = 'http://www.w3.org/2000/svg', MARGIN = 24;
  const {geometry} = AM;
  const same = (/** @type {number} */ value) => value;
  /** @typedef {{cards: {id: string, claim: Claim, x: number, y: number, w: number, h: number, lines: string[], rtl: boolean}[],
   *   pieces: {curve: Curve, shape: Shape, d: string}[], junctions: {link: Link, x: number, y: number}[], frames: FrameBox[]}} Content */

  /** @param {number} value */
  const n = (value) => String(Math.round(value * 100) / 100);
  /** An SVG element: attributes and texts are escaped by the browser, never by us.
   * @param {string} tag @param {Record<string, string | number>} attributes @param {...(Node | string)} children */
  function s(tag, attributes, ...children) {
    const made = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, typeof value === 'number' ? n(value) : value);
    made.append(...children);
    return made;
  }

  /** @param {Curve} curve */
  function atHome(curve) {
    const p = curve.points;
    let d = `M${n(p[0])} ${n(p[1])}`;
    for (let i = 2; i + 5 < p.length; i += 6) d += 'C' + p.slice(i, i + 6).map(n).join(' ');
    return {curve, shape: geometry.shape(curve, same, same), d};
  }
  /** @param {Curve} curve */
  function moved(curve) {
    const shape = AM.places.shapeOf(curve), {line} = shape;
    let d = '';
    for (let i = 0; i < line.length; i += 2) d += `${i ? 'L' : 'M'}${n(line[i])} ${n(line[i + 1])}`;
    return {curve, shape, d};
  }

  /** What is drawn: everything at home, or what is visible where it stands. @param {boolean} everything @returns {Content} */
  function content(everything) {
    const {now} = AM.places, all = [...geometry.cards.values()];
    if (everything || now.cards.length === all.length) {
      const content = {cards: all.map((card) => ({...card, ...card.home})), pieces: geometry.curves.map(atHome),
        junctions: [...geometry.junctions.values()].map((dot) => ({...dot, ...dot.home})), frames: geometry.frames};
      return everything ? content : staged(content);
    }
    return staged({cards: now.cards, pieces: now.curves.map(moved), junctions: now.junctions, frames: now.frames});
  }
  /** @param {Content} content @returns {Content} */
  function staged({cards, pieces, junctions, frames}) {
    return {cards: cards.filter(({id}) => AM.stage.shows(id)), pieces: pieces.filter(({curve}) => AM.stage.shows(curve.link.id)),
      junctions: junctions.filter(({link}) => AM.stage.shows(link.id)), frames: frames.filter(AM.links.staged)};
  }

  /** @param {Content} content @returns {[number, number, number, number]} */
  function bounds({cards, pieces, frames}) {
    const boxes = [...cards.map(({x, y, w, h}) => [x - w / 2, y - h / 2 - 8, x + w / 2, y + h / 2 + 8]), ...pieces.map(({shape}) => shape.box),
      ...frames.map(({x, y, width, height}) => [x, y, x + width, y + height])];
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [l, t, r, b] of boxes) {
      left = Math.min(left, l); top = Math.min(top, t);
      right = Math.max(right, r); bottom = Math.max(bottom, b);
    }
    return boxes.length ? [left - MARGIN, top - MARGIN, right + MARGIN, bottom + MARGIN] : [0, 0, 1, 1];
  }

  /** @param {number} x @param {number} y @param {string} words @param {Record<string, string | number>} [more] */
  const text = (x, y, words, more = {}) => s('text', {x, y, 'font-size': 14, fill: AM.theme.palette.ink, ...more}, words);

  /** @param {FrameBox} frame */
  function frameShape({group, x, y, width, height}) {
    const {palette} = AM.theme, title = AM.map.groups.get(group)?.title ?? '', rtl = geometry.isRtl(title);
    return s('g', {role: 'graphics-object', 'aria-label': title}, s('rect', {x, y, width, height, rx: 8, fill: palette.frame, stroke: AM.map.groups.get(group)?.color || palette['frame-line']}),
      text(rtl ? x + width - 10 : x + 10, y + 16, title, {'font-size': 12, 'font-weight': 600, fill: palette.muted, direction: rtl ? 'rtl' : 'ltr'}));
  }

  /** @param {{curve: Curve, shape: Shape, d: string}} piece */
  function linkShape({curve, shape, d}) {
    const {link, arrow} = curve, color = AM.theme.linkColor(link), {line, angle} = shape;
    const made = s('g', {opacity: AM.marks.weight(link)}, s('title', {}, AM.details.short(link) + ' ' + AM.t('step_' + link.kind)),
      s('path', {d, fill: 'none', stroke: color, 'stroke-width': AM.links.width(link), 'stroke-dasharray': AM.links.DASHES[link.kind].join(' ') || 'none'}));
    if (!arrow) return made;
    const x = line[line.length - 2], y = line[line.length - 1], cos = Math.cos(angle), sin = Math.sin(angle);
    const corners = [[0, 0], [-10 * cos + 4.6 * sin, -10 * sin - 4.6 * cos], [-10 * cos - 4.6 * sin, -10 * sin + 4.6 * cos]];
    made.append(s('polygon', {points: corners.map(([dx, dy]) => `${n(x + dx)},${n(y + dy)}`).join(' '), fill: color}));
    return made;
  }

  /** @param {{curve: Curve, shape: Shape}} piece */
  function signShape({curve: {link}, shape: {sign}}) {
    if (!sign) return '';
    const color = AM.theme.linkColor(link);
    return s('g', {opacity: AM.marks.weight(link)}, s('circle', {cx: sign.x, cy: sign.y, r: 7, fill: AM.theme.palette.card, stroke: color, 'stroke-width': 1.2}),
      text(sign.x, sign.y + 4, AM.links.SIGNS[link.kind], {'font-size': 12, 'font-weight': 600, 'text-anchor': 'middle', fill: color}));
  }

  const ruler = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
  /** The signs of a card on its upper edge. @param {Content['cards'][0]} card */
  function signs(card) {
    let right = card.x + card.w / 2 - 10;
    ruler.font = `600 11px ${AM.cards.FAMILY}`;
    return AM.marks.signs(card.id).flatMap(({words, color, mark}) => {
      const label = mark ? `${mark} ${words}` : words, width = ruler.measureText(label).width + 12, y = card.y - card.h / 2 - 1;
      right -= width + 4;
      return [s('rect', {x: right + 4, y: y - 8, width, height: 16, rx: 8, fill: color}),
        text(right + 4 + width / 2, y + 4, label, {'font-size': 11, 'font-weight': 600, 'text-anchor': 'middle', fill: AM.theme.palette.card})];
    });
  }

  /** How many claims a folded card holds, where its handle stands on the screen. @param {Content['cards'][0]} card */
  function held(card) {
    const words = '+' + AM.now.inside.get(card.id), {x, y, width} = AM.handles.place(card, words), {HEIGHT} = AM.handles, {palette} = AM.theme;
    return s('g', {role: 'graphics-symbol', 'aria-label': AM.t('inside', {count: AM.now.inside.get(card.id) ?? 0})},
      s('rect', {x: x - width / 2, y: y - HEIGHT / 2, width, height: HEIGHT, rx: HEIGHT / 2, fill: palette.accent}),
      text(x, y + 4.5, words, {'font-size': 12, 'font-weight': 600, 'text-anchor': 'middle', fill: palette.card}));
  }

  /** @param {Content['cards'][0]} card */
  function cardShape(card) {
    const {palette} = AM.theme, {claim, w, h, rtl} = card, left = card.x - w / 2, top = card.y - h / 2;
    const x = rtl ? left + w - 12 : left + 12, side = {direction: rtl ? 'rtl' : 'ltr'};
    const tint = AM.state.evaluate && !AM.stage.guessing(card.id) ? [s('rect', {x: left, y: top, width: w, height: h, rx: 6, fill: palette[AM.labels.label(card.id)], 'fill-opacity': 0.1})] : [];
    const inner = claim.thesis ? [s('rect', {x: left + 4, y: top + 4, width: w - 8, height: h - 8, rx: 4, fill: 'none', stroke: palette.border})] : [];
    const guess = AM.stage.guessing(card.id), color = AM.cards.strip(claim);
    const edge = color ? [s('rect', {x: left + 2, y: top + 6, width: 4, height: h - 12, rx: 2, fill: color})] : [];
    const head = [claim.number, AM.cards.header(card)].filter(Boolean).join('  ');
    const from = top + AM.cards.lead(card), lines = guess ? [] : card.lines.map((words, i) => text(x, from + 38 + i * 18, words, side));
    return s('g', {role: 'graphics-object', 'aria-label': `${claim.number} ${guess ? '?' : claim.text}`},
      s('rect', {x: left, y: top, width: w, height: h, rx: 6, fill: palette.card, stroke: palette.border, 'stroke-width': claim.thesis ? 2.4 : 1.2,
        'stroke-dasharray': claim.implicit ? '5 3' : 'none'}),
      ...tint, ...edge, ...inner, text(x, from + 19, guess ? '?' : head, {'font-size': 11, 'font-weight': 600, fill: palette.muted, ...side}), ...lines, ...signs(card));
  }

  /** The picture as an SVG element. @param {boolean} everything */
  function draw(everything) {
    const what = content(everything), [left, top, right, bottom] = bounds(what), {palette} = AM.theme;
    const box = {x: left, y: top, width: right - left, height: bottom - top};
    const shapes = [...what.frames.map(frameShape), ...what.pieces.map(linkShape),
      ...what.junctions.map(({link, x, y}) => s('circle', {cx: x, cy: y, r: 4.5, fill: AM.theme.linkColor(link)})),
      ...what.pieces.map(signShape), ...what.cards.map(cardShape), ...(everything ? [] : what.cards.filter(({id}) => AM.now.inside.get(id)).map(held))];
    return s('svg', {xmlns: NS, width: box.width, height: box.height, viewBox: [left, top, box.width, box.height].map(n).join(' '),
      lang: AM.map.data.language, role: 'graphics-document', 'aria-label': AM.map.data.title, 'font-family': AM.cards.FAMILY},
    s('title', {}, AM.map.data.title), s('rect', {...box, fill: palette.background}), ...shapes);
  }

  /** The picture as the text of an SVG file. @param {boolean} everything */
  function svg(everything) {
    const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu; // XML 1.0 has no place for these
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(draw(everything)).replace(forbidden, '\uFFFD') + '\n';
  }

  /** The picture as a PNG, two pixels a pixel where the browser can. @param {boolean} everything @returns {Promise<Blob | null>} */
  async function png(everything) {
    const drawn = draw(everything), width = Number(drawn.getAttribute('width')), height = Number(drawn.getAttribute('height'));
    const scale = Math.min(2, 16000 / width, 16000 / height, Math.sqrt(1e8 / width / height));
    const image = new Image();
    image.src = 'data:image/svg+xml,' + encodeURIComponent(svg(everything)); // a frame may not be allowed pictures from blobs
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [Math.ceil(width * scale), Math.ceil(height * scale)];
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return new Promise((done) => canvas.toBlob(done, 'image/png'));
  }

  return {draw, svg, png};
})();
