/* What part of the map is seen: fit, zoom, bring a card into view. */
AM.camera = (() => {
  const {net, box} = AM.canvas, {cards, junctions, vertical} = AM.geometry, {places} = AM;
  const fromRight = AM.map.data.picture.orientation === 'right';
  const [MARGIN, READABLE] = [24, 0.72];
  const largest = () => Math.max(1.15, Math.min(box.clientWidth / 1400, 1.8)); // cards grow with the screen that shows them

  /** @typedef {{left: number, top: number, right: number, bottom: number}} Area */
  /** The rectangle around cards. @param {Iterable<{x: number, y: number, w: number, h: number}>} boxes */
  function around(boxes) {
    let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const {x, y, w, h} of boxes) {
      left = Math.min(left, x - w / 2); right = Math.max(right, x + w / 2);
      top = Math.min(top, y - h / 2); bottom = Math.max(bottom, y + h / 2);
    }
    return {left, top, right, bottom};
  }

  let running = 0;
  /** Look at a point of the map, gliding there. @param {number} x @param {number} y @param {number} scale @param {boolean} [glide] */
  function go(x, y, scale, glide = true) {
    AM.canvas.settle();
    const from = net.getViewPosition(), before = net.getScale(), start = performance.now();
    cancelAnimationFrame(running);
    const frame = () => {
      const u = glide && !AM.dom.still() ? Math.min(1, (performance.now() - start) / 250) : 1, share = u * u * (3 - 2 * u);
      net.moveTo({position: {x: from.x + (x - from.x) * share, y: from.y + (y - from.y) * share},
        scale: before * Math.pow(scale / before, share), animation: false});
      if (u < 1) running = requestAnimationFrame(frame);
    };
    frame();
  }
  for (const event of ['dragStart', 'zoom']) net.on(event, () => cancelAnimationFrame(running));

  function extent() {
    const framed = places.now.frames.map(({x, y, width, height}) => ({x: x + width / 2, y: y + height / 2, w: width, h: height}));
    return around([...places.now.cards, ...framed]);
  }

  /** @param {Area} area @param {number} [most] */
  function scaleFor({left, top, right, bottom}, most = largest()) {
    return Math.min(box.clientWidth / (right - left + 2 * MARGIN), box.clientHeight / (bottom - top + 2 * MARGIN), most);
  }

  /** Show the whole map. @param {boolean} [glide] */
  function fit(glide = true) {
    const area = extent();
    if (box.clientWidth && places.now.cards.length) go((area.left + area.right) / 2, (area.top + area.bottom) / 2, scaleFor(area), glide);
  }

  /** Show all cards if they can be read from afar, else some of them. @param {Card[]} all @param {Card[]} some */
  function frame(all, some) {
    if (!box.clientWidth || !all.length) return;
    const whole = around(all), near = around(some.length ? some : all);
    const area = scaleFor(whole) >= 0.9 ? whole : near;
    go((area.left + area.right) / 2, (area.top + area.bottom) / 2, Math.min(scaleFor(area, 1.8), 1.8));
  }

  /** A number held between two others, or their middle if they have changed places. @param {number} value @param {number} low @param {number} high */
  const between = (value, low, high) => low > high ? (low + high) / 2 : Math.min(high, Math.max(low, value));

  /** Where the middle of the view goes for something to be in it: no farther than needed, or, looking afresh, to its middle;
   * of what is larger than the view, to its beginning. @param {number} value @param {number} middle @param {number} slack @param {boolean} afresh */
  function reach(value, middle, slack, afresh) {
    if (slack < 0) return !afresh && Math.abs(value - middle) <= -slack ? value : middle + slack;
    return afresh ? middle : between(value, middle - slack, middle + slack);
  }

  /** The middle of a view, at a scale, that holds a card. @param {{x: number, y: number, w: number, h: number}} card @param {number} scale @param {boolean} afresh */
  function holding({x, y, w, h}, scale, afresh) {
    const view = net.getViewPosition();
    return {x: reach(view.x, x, box.clientWidth / 2 / scale - w / 2 - MARGIN, afresh), y: reach(view.y, y, box.clientHeight / 2 / scale - h / 2 - MARGIN, afresh)};
  }

  /** The first view: the whole map if its text can be read so, else as much of it as can be, from the thesis on. */
  function open() {
    const area = extent(), scale = scaleFor(area);
    const first = places.now.cards.find((card) => card.id === AM.map.order[0]) ?? places.now.cards[0];
    if (!box.clientWidth || !first) return;
    const chosen = cards.get(AM.state.selected);
    if (scale >= READABLE) fit(false);
    else if (chosen) {
      const {x, y} = holding(chosen, READABLE, true);
      go(x, y, READABLE, false);
    } else begin(first, area);
  }

  /** Look at a card from where reading begins (on top, or at the side of the thesis), with what bears on it in the rest of the view. @param {Card} first @param {Area} area */
  function begin(first, area) {
    const w = box.clientWidth / READABLE / 2 - MARGIN, h = box.clientHeight / READABLE / 2 - MARGIN;
    const {left, top, right, bottom} = around(places.now.cards.filter(({id}) => id === first.id || AM.map.claims.get(id)?.parent === first.id));
    const x = vertical ? between((left + right) / 2, first.x + first.w / 2 - w, first.x - first.w / 2 + w) : fromRight ? first.x + first.w / 2 - w : first.x - first.w / 2 + w;
    const y = vertical || first.h > 2 * h ? first.y - first.h / 2 + h : between((top + bottom) / 2, first.y + first.h / 2 - h, first.y - first.h / 2 + h);
    go(between(x, area.left + w, area.right - w), between(y, area.top + h, area.bottom - h), READABLE, false);
  }

  /** Bring a claim or link into view, moving as little as needed. @param {string} id */
  function show(id) {
    const card = cards.get(id), dot = junctions.get(id);
    const target = card ?? (dot && {...dot, w: 40, h: 40});
    if (!target || !box.clientWidth) return;
    const scale = Math.max(net.getScale(), READABLE), zoomed = scale !== net.getScale();
    const from = net.getViewPosition(), to = holding(target, scale, zoomed);
    if (zoomed || to.x !== from.x || to.y !== from.y) go(to.x, to.y, scale);
  }

  /** Keep the view in mind. @returns {() => void} what brings it back */
  function hold() {
    const {x, y} = net.getViewPosition(), scale = net.getScale(), seen = box.clientWidth > 0;
    return () => { if (seen) go(x, y, scale, false); else open(); };
  }

  /** @param {number} factor */
  function zoom(factor) {
    const {x, y} = net.getViewPosition();
    go(x, y, Math.min(3, Math.max(0.03, net.getScale() * factor)));
  }

  /** Whether a card is seen, at least its middle. @param {Card} card */
  function seen({x, y}) {
    const [left, top, right, bottom] = AM.canvas.view();
    return x > left && x < right && y > top && y < bottom;
  }

  AM.dom.$('fit').addEventListener('click', () => fit());
  AM.dom.$('zoom-in').addEventListener('click', () => zoom(1.3));
  AM.dom.$('zoom-out').addEventListener('click', () => zoom(1 / 1.3));
  AM.view(['selected'], () => { if (AM.state.selected) places.settled(() => show(AM.state.selected)); });
  AM.view(['hits'], () => places.settled(() => { // who looks for words sees where they stand
    const found = places.now.cards.filter(({id}) => AM.now.hits.has(id));
    if (found.length && !found.some(seen)) show(AM.map.order.find((id) => found.some((card) => card.id === id)) ?? '');
  }));
  return {fit, frame, hold, open, show, zoom};
})();
