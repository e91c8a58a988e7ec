/* Where things stand: cards, junctions and curves made from the pyvis network's nodes and edges; hits; directions. */
AM.geometry = (() => {
  const {data, claims, links} = AM.map;
  const FIRST_STRONG = /[\p{L}]/u;
  const RTL = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

  /** Whether a text runs right to left: by its first letter, as browsers do. @param {string} text */
  function isRtl(text) {
    const found = FIRST_STRONG.exec(text);
    return found !== null && RTL.test(found[0]);
  }

  /** @param {NetNode} node @returns {Card} */
  function card(node) {
    const claim = /** @type {Claim} */ (claims.get(node.id.slice(2)));
    return {id: claim.id, claim, x: node.x, y: node.y, w: node.width ?? 0, h: node.height ?? 0, lines: node.lines ?? [],
      rtl: isRtl(claim.text), tight: null};
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

  /** A point on the Bezier piece that starts at p[i]. @param {number[]} p @param {number} i @param {number} t @returns {Point} */
  function at(p, i, t) {
    const u = 1 - t, a = u * u * u, b = 3 * u * u * t, c = 3 * u * t * t, d = t * t * t;
    return [a * p[i] + b * p[i + 2] + c * p[i + 4] + d * p[i + 6], a * p[i + 1] + b * p[i + 3] + c * p[i + 5] + d * p[i + 7]];
  }

  /** The point of a curve that is `reach` pixels from its end, as the crow flies. @param {number[]} p @param {number} reach @returns {Point} */
  function before(p, reach) {
    const x = p[p.length - 2], y = p[p.length - 1];
    for (let i = p.length - 8; i >= 0; i -= 6) {
      for (let t = 0.95; t >= 0; t -= 0.05) {
        const point = at(p, i, t);
        if (Math.hypot(point[0] - x, point[1] - y) >= reach) return point;
      }
    }
    return [p[0], p[1]];
  }

  /** @param {number[]} p @param {boolean} arrow */
  function trace(p, arrow) {
    const path = new Path2D();
    path.moveTo(p[0], p[1]);
    for (let i = 2; i + 5 < p.length; i += 6) path.bezierCurveTo(p[i], p[i + 1], p[i + 2], p[i + 3], p[i + 4], p[i + 5]);
    const end = p.length - 2, from = arrow ? before(p, 9) : [p[end - 2], p[end - 1]];
    return {path, angle: Math.atan2(p[end + 1] - from[1], p[end] - from[0])};
  }

  /** @param {Link} link @param {string} from @param {number[]} points @param {boolean} arrow @returns {Curve} */
  function curve(link, from, points, arrow) {
    const sign = arrow ? before(points, 21) : null;
    return {link, from, points, arrow, box: bounds(points), ...trace(points, arrow), sign: sign && {x: sign[0], y: sign[1]}};
  }

  /** How far a point is from a curve, in pixels. @param {Curve} curve @param {number} x @param {number} y */
  function distance(curve, x, y) {
    const [left, top, right, bottom] = curve.box;
    if (x < left - 12 || x > right + 12 || y < top - 12 || y > bottom + 12) return Infinity;
    let least = Infinity;
    for (let i = 0; i + 7 < curve.points.length; i += 6) {
      for (let t = 0; t <= 1; t += 0.04) {
        const [cx, cy] = at(curve.points, i, t);
        least = Math.min(least, Math.hypot(cx - x, cy - y));
      }
    }
    return least;
  }

  /** @type {Map<string, Card>} */
  const cards = new Map();
  /** @type {Map<string, Junction>} */
  const junctions = new Map();
  for (const node of data.nodes) {
    if (node.id.startsWith('c:')) {
      const made = card(node);
      cards.set(made.id, made);
    } else {
      const link = links.get(node.id.slice(2));
      if (link) junctions.set(link.id, {link, x: node.x, y: node.y});
    }
  }
  const curves = data.edges.map(({link, from, points, arrow}) => curve(/** @type {Link} */ (links.get(link)), from, points, arrow));
  return {cards, junctions, curves, frames: data.picture.frames, isRtl, curve, distance, vertical: data.picture.orientation === 'up'};
})();
