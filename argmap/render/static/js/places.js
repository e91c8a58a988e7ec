/* Moving to where things stand when some are hidden: strips close, and everything glides there together. */
AM.places = (() => {
  const {geometry, closing} = AM, {cards, junctions, curves, frames, vertical} = geometry;
  const [ALONG, ACROSS] = [64, 30]; // the widest empty strip between ranks, and between neighbours of a rank
  const [TITLE, PAD, MILLISECONDS, TOO_MANY] = [26, 12, 300, 400];

  /** The maps of both axes, and what stands on them.
   * @typedef {{x: ReturnType<typeof closing.strips>, y: ReturnType<typeof closing.strips>}} Maps */

  /** @type {Maps} */
  let maps = {x: closing.IDENTITY, y: closing.IDENTITY};
  let running = 0;
  const now = {cards: /** @type {Card[]} */ ([]), curves: /** @type {Curve[]} */ ([]), junctions: /** @type {Junction[]} */ ([]), frames: /** @type {FrameBox[]} */ ([])};
  /** @type {FrameBox[]} */
  let homes = [];

  /** The frame around the visible claims of a group, at home; null if none of them is visible. @param {FrameBox} frame @param {Card[]} shown @returns {FrameBox | null} */
  function tighten(frame, shown) {
    const right = frame.x + frame.width, bottom = frame.y + frame.height;
    const inside = shown.filter(({claim, home}) => claim.group === frame.group && home.x > frame.x && home.x < right && home.y > frame.y && home.y < bottom);
    if (!inside.length) return null;
    const x = Math.max(frame.x, Math.min(...inside.map((card) => card.home.x - card.w / 2)) - PAD);
    const y = Math.max(frame.y, Math.min(...inside.map((card) => card.home.y - card.h / 2)) - TITLE);
    const width = Math.min(right, Math.max(...inside.map((card) => card.home.x + card.w / 2)) + PAD) - x;
    const height = Math.min(bottom, Math.max(...inside.map((card) => card.home.y + card.h / 2)) + PAD) - y;
    return {group: frame.group, x, y, width, height};
  }

  /** @param {Card[]} shown @param {FrameBox[]} framed @returns {Maps} */
  function close(shown, framed) {
    if (shown.length === cards.size) return {x: closing.IDENTITY, y: closing.IDENTITY};
    /** @type {[number, number][]} */
    const xs = shown.map((card) => [card.home.x - card.w / 2, card.home.x + card.w / 2]);
    /** @type {[number, number][]} */
    const ys = shown.map((card) => [card.home.y - card.h / 2, card.home.y + card.h / 2]);
    for (const {x, y, width, height} of framed) {
      xs.push([x, x + PAD], [x + width - PAD, x + width]);
      ys.push([y, y + TITLE], [y + height - PAD, y + height]);
    }
    return {x: closing.strips(xs, vertical ? ACROSS : ALONG), y: closing.strips(ys, vertical ? ALONG : ACROSS)};
  }

  /** Put everything where it stands on the way from one pair of maps to another. @param {Maps} from @param {Maps} to @param {number} share */
  function put(from, to, share) {
    const fx = closing.between(from.x, to.x, share), fy = closing.between(from.y, to.y, share);
    for (const card of now.cards) { card.x = fx(card.home.x); card.y = fy(card.home.y); }
    for (const dot of now.junctions) { dot.x = fx(dot.home.x); dot.y = fy(dot.home.y); }
    for (const curve of now.curves) curve.shape = null;
    now.frames = homes.map(({group, x, y, width, height}) => ({group, x: fx(x), y: fy(y), width: fx(x + width) - fx(x), height: fy(y + height) - fy(y)}));
    current = {fx, fy};
  }
  /** @type {{fx: (x: number) => number, fy: (y: number) => number}} */
  let current = {fx: (x) => x, fy: (y) => y};

  /** The shape of a curve where it stands now. @param {Curve} curve @returns {Shape} */
  function shapeOf(curve) { return curve.shape ??= geometry.shape(curve, current.fx, current.fy); }

  /** The card that stays where it is on the screen. @returns {Card | undefined} */
  function anchor() {
    const {visible} = AM.now, wanted = [AM.state.anchor, AM.state.selected].find((id) => visible.has(id));
    return cards.get(wanted ?? '') ?? now.cards[0];
  }

  /** @type {(() => void)[]} */
  let waiting = [];
  /** Call back when nothing moves: at once, or after the glide. @param {() => void} then */
  function settled(then) { if (running) waiting.push(then); else then(); }
  function finish() {
    const calls = waiting;
    running = 0;
    waiting = [];
    for (const then of calls) then();
  }

  /** Glide to where things stand now; the anchor stays where it is on the screen. @param {Maps} to @param {Set<Card>} fresh */
  function glide(to, fresh) {
    const from = maps, held = anchor(), start = performance.now();
    const still = AM.dom.still() || now.cards.length > TOO_MANY || !maps.x.from.length && !fresh.size;
    maps = to;
    cancelAnimationFrame(running);
    let at = held && {x: held.x, y: held.y};
    const frame = () => {
      const u = still ? 1 : Math.min(1, (performance.now() - start) / MILLISECONDS), share = u * (2 - u);
      put(from, to, share);
      for (const card of fresh) card.alpha = u;
      if (held && at) AM.canvas.shift(held.x - at.x, held.y - at.y);
      at = held && {x: held.x, y: held.y};
      AM.canvas.redraw();
      if (u < 1) running = requestAnimationFrame(frame); else finish();
    };
    frame();
  }

  AM.view(['visible'], () => {
    const {visible} = AM.now, before = new Set(now.cards);
    now.cards = [...cards.values()].filter((card) => visible.has(card.id));
    now.curves = curves.filter(({link, leg}) => (!leg || visible.has(leg)) && AM.visible.link(link));
    now.junctions = [...junctions.values()].filter(({link}) => AM.visible.link(link));
    homes = visible.size === cards.size ? frames : /** @type {FrameBox[]} */ (frames.map((frame) => tighten(frame, now.cards)).filter((frame) => frame !== null));
    const fresh = new Set(before.size ? now.cards.filter((card) => !before.has(card)) : []);
    for (const card of now.cards) if (!fresh.has(card)) card.alpha = 1;
    for (const card of fresh) { card.x = current.fx(card.home.x); card.y = current.fy(card.home.y); }
    AM.canvas.show(now.cards);
    glide(close(now.cards, homes), fresh);
  });

  return {now, shapeOf, settled};
})();
