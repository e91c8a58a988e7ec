/* Where things stand: cards, junctions and curves at home, as Graphviz placed them, and where they stand now. */
AM.geometry = (() => {
  const {data, claims, links} = AM.map;
  const FIRST_STRONG = /[\p{L}]/u;
  const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
  const SAMPLES = 16; // straight pieces of one Bezier piece

  /** Whether a text runs right to left: by its first letter, as browsers do. @param {string} text */
  function isRtl(text) {
    const found = FIRST_STRONG.exec(text);
    return found !== null && RTL.test(found[0]);
  }

  /** @param {NetNode} node @returns {Card} */
  function card(node) {
    const claim = /** @type {Claim} */ (claims.get(node.id.slice(2)));
    return {id: claim.id, claim, home: {x: node.x, y: node.y}, x: node.x, y: node.y, w: node.width ?? 0, h: node.height ?? 0,
      lines: node.lines ?? [], rtl: isRtl(claim.text), tight: null, alpha: 1};
  }

  /** A curve as points that are joined by straight lines. @param {number[]} p Bezier pieces @returns {number[]} */
  function flatten(p) {
    const line = [p[0], p[1]];
    for (let i = 0; i + 7 < p.length; i += 6) {
      for (let step = 1; step <= SAMPLES; step++) {
        const t = step / SAMPLES, u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
        line.push(a * p[i] + b * p[i + 2] + c * p[i + 4] + d * p[i + 6], a * p[i + 1] + b * p[i + 3] + c * p[i + 5] + d * p[i + 7]);
      }
    }
    return line;
  }

  /** @param {number[]} p @returns {[number, number, number, number]} */
  function bounds(p) {
    let [left, top, right, bottom] = [p[0], p[1], p[0], p[1]];
    for (let i = 2; i < p.length; i += 2) {
      left = Math.min(left, p[i]); right = Math.max(right, p[i]);
      top = Math.min(top, p[i + 1]); bottom = Math.max(bottom, p[i + 1]);
    }
    return [left, top, right, bottom];
  }

  /** The point of a line that is `reach` pixels from its end, as the crow flies. @param {number[]} line @param {number} reach @returns {Point} */
  function before(line, reach) {
    const x = line[line.length - 2], y = line[line.length - 1];
    for (let i = line.length - 4; i >= 0; i -= 2) {
      const away = Math.hypot(line[i] - x, line[i + 1] - y);
      if (away < reach) continue;
      const near = Math.hypot(line[i + 2] - x, line[i + 3] - y), t = (reach - near) / (away - near || 1);
      return [line[i + 2] + (line[i] - line[i + 2]) * t, line[i + 3] + (line[i + 1] - line[i + 3]) * t];
    }
    return [line[0], line[1]];
  }

  /** Round the corners that closed strips leave in a line; its ends stay. @param {number[]} line @returns {number[]} */
  function soften(line) {
    for (let pass = 0; pass < 3; pass++) {
      const old = line.slice();
      for (let i = 2; i < line.length - 2; i++) line[i] = (old[i - 2] + 2 * old[i] + old[i + 2]) / 4;
    }
    return line;
  }

  /** A curve where it stands after moving its points. @param {Curve} curve @param {(x: number) => number} fx @param {(y: number) => number} fy @returns {Shape} */
  function shape(curve, fx, fy) {
    curve.flat ??= flatten(curve.points);
    const line = soften(curve.flat.map((value, i) => i % 2 ? fy(value) : fx(value))), end = line.length - 2;
    const path = new Path2D();
    path.moveTo(line[0], line[1]);
    for (let i = 2; i < line.length; i += 2) path.lineTo(line[i], line[i + 1]);
    const from = before(line, curve.arrow ? 9 : 1), sign = curve.arrow ? before(line, curve.reach) : null;
    return {line, path, box: bounds(line), angle: Math.atan2(line[end + 1] - from[1], line[end] - from[0]),
      sign: sign && {x: sign[0], y: sign[1]}};
  }

  /** How far a point is from a curve, in pixels. @param {Shape} shape @param {number} x @param {number} y */
  function distance({line, box: [left, top, right, bottom]}, x, y) {
    if (x < left - 12 || x > right + 12 || y < top - 12 || y > bottom + 12) return Infinity;
    let least = Infinity;
    for (let i = 0; i < line.length; i += 2) least = Math.min(least, Math.hypot(line[i] - x, line[i + 1] - y));
    return least;
  }

  /** @type {Map<string, Card>} */
  const cards = new Map();
  /** @type {Map<string, Junction>} */
  const junctions = new Map();
  for (const node of data.nodes) {
    const link = links.get(node.id.slice(2));
    if (node.id.startsWith('c:')) cards.set(node.id.slice(2), card(node));
    else if (link) junctions.set(link.id, {link, home: {x: node.x, y: node.y}, x: node.x, y: node.y});
  }
  /** @type {Curve[]} */
  const curves = data.edges.map(({link, from, points, arrow, reach = 21}) => ({link: /** @type {Link} */ (links.get(link)), leg: from.startsWith('c:') ? from.slice(2) : '',
    points, arrow, reach, flat: null, shape: null}));
  return {cards, junctions, curves, frames: data.picture.frames, isRtl, shape, distance, vertical: data.picture.orientation === 'up'};
})();
