/* The map on vis-network's canvas: it pans, zooms and redraws; we say what is there and paint it. */
AM.canvas = (() => {
  const {data} = AM.map, {cards} = AM.geometry;
  const box = AM.dom.$('net'), DOUBLE = 300; // milliseconds within which a second click belongs to the first
  let scale = 1, hover = '', toggled = -Infinity, ratio = devicePixelRatio, size = [box.clientWidth, box.clientHeight];

  /** vis draws a custom shape through this. @param {any} at */
  function renderer({ctx, id}) {
    const card = /** @type {Card} */ (cards.get(id.slice(2)));
    return {drawNode: () => AM.cards.draw(ctx, card, hover === card.id, scale), nodeDimensions: {width: card.w, height: card.h}};
  }

  const options = {...data.options, nodes: {shape: 'custom', ctxRenderer: renderer}};
  const nodes = new vis.DataSet([]);
  const net = new vis.Network(box, {nodes, edges: new vis.DataSet([])}, options);

  box.querySelector('.vis-network')?.removeAttribute('tabindex'); // the keys are those of the box around it

  /** vis 9.1 computes no bounding box for custom shapes, so that cards at the edge of the view would vanish; and its own
   * copy of a position would have to be kept up to date. @param {Card} card */
  function mend(card) {
    const {shape} = net.body.nodes['c:' + card.id];
    shape.updateBoundingBox = () => {};
    shape.resize = function () { this.width = card.w; this.height = card.h; };
    shape.distanceToBorder = () => card.w / 2;
    Object.defineProperty(shape, 'boundingBox', {set: () => {}, get: () => (
      {left: card.x - card.w / 2, right: card.x + card.w / 2, top: card.y - card.h / 2, bottom: card.y + card.h / 2})});
  }

  /** Make vis nodes of cards; that is what costs time, so each is made once, when first needed. @param {Card[]} wanted */
  function make(wanted) {
    const fresh = wanted.filter((card) => !net.body.nodes['c:' + card.id]);
    if (fresh.length) nodes.add(fresh.map(({id, x, y}) => ({id: 'c:' + id, x, y})));
    fresh.forEach(mend);
  }

  /** Have exactly these cards on the canvas: vis draws the nodes that its list of indices names. @param {Card[]} wanted */
  function show(wanted) {
    make(wanted);
    net.body.nodeIndices = wanted.map((card) => 'c:' + card.id);
  }

  /** The part of the map that is on the screen: [left, top, right, bottom]. @returns {[number, number, number, number]} */
  function view() {
    const {x, y} = net.getViewPosition(), k = net.getScale(), w = box.clientWidth / 2 / k, h = box.clientHeight / 2 / k;
    return [x - w, y - h, x + w, y + h];
  }

  net.on('beforeDrawing', (/** @type {CanvasRenderingContext2D} */ ctx) => {
    if (devicePixelRatio !== ratio) requestAnimationFrame(resize);
    scale = net.getScale();
    const [left, top, right, bottom] = view();
    AM.links.draw(ctx, scale, (l, t, r, b) => l <= right && r >= left && t <= bottom && b >= top);
  });

  const redraw = () => net.body.emitter.emit('_requestRedraw');

  /** Move the view by a distance on the map. @param {number} dx @param {number} dy */
  function shift(dx, dy) {
    const {x, y} = net.getViewPosition();
    if (dx || dy) net.moveTo({position: {x: x + dx, y: y + dy}, scale: net.getScale(), animation: false});
  }

  /** The card under a point of the page. @param {{x: number, y: number}} pointer @param {number} [margin] */
  function cardAt(pointer, margin = 0) {
    const {x, y} = net.DOMtoCanvas(pointer);
    return AM.places.now.cards.find((card) => AM.stage.shows(card.id) && Math.abs(x - card.x) <= card.w / 2 + margin && Math.abs(y - card.y) <= card.h / 2 + margin);
  }

  /** The element under a point of the page. @param {{x: number, y: number}} pointer */
  function find(pointer) {
    const {x, y} = net.DOMtoCanvas(pointer);
    return cardAt(pointer)?.id ?? AM.links.find(x, y, 9 / Math.min(1, net.getScale()));
  }

  /** Whether a click is the second half of a double click on a handle: who clicks there twice wants it opened once. */
  const again = () => performance.now() - toggled < DOUBLE;

  net.on('click', (/** @type {any} */ event) => {
    if (again()) return;
    const {DOM} = event.pointer, {x, y} = net.DOMtoCanvas(DOM), handle = AM.handles.at(x, y, hover);
    if (!handle) { AM.apply({selected: find(DOM)}); return; }
    toggled = performance.now();
    AM.fold.toggle(handle);
  });

  net.on('doubleClick', (/** @type {any} */ event) => { if (!again() && !AM.state.step) AM.focus.on(cardAt(event.pointer.DOM)?.id ?? ''); });

  box.addEventListener('mousemove', (event) => {
    const frame = box.getBoundingClientRect();
    const over = cardAt({x: event.clientX - frame.left, y: event.clientY - frame.top}, 14)?.id ?? '';
    if (over === hover) return;
    hover = over;
    box.style.cursor = over ? 'pointer' : '';
    redraw();
  });

  /** Follow the size of the pane and the pixel ratio, keeping the middle of the view and the scale. */
  function resize() {
    const {translation} = net.body.view, k = net.getScale(), [w, h] = size;
    const position = {x: (w / 2 - translation.x) / k, y: (h / 2 - translation.y) / k};
    size = [box.clientWidth, box.clientHeight];
    ratio = devicePixelRatio;
    net.canvas.setSize();
    if (!size[0]) return;
    net.moveTo({position, scale: k, animation: false});
    net.redraw();
    if (!w) AM.camera.open();
  }
  /** Take notice of a new size before the observer does. */
  function settle() { if (box.clientWidth !== size[0] || box.clientHeight !== size[1] || devicePixelRatio !== ratio) resize(); }

  const observer = new ResizeObserver(settle);
  try { // also when the window moves to another screen or the browser zooms
    observer.observe(box, {box: 'device-pixel-content-box'});
  } catch {
    observer.observe(box);
    addEventListener('resize', settle);
  }

  AM.view(['selected', 'hits', 'mode', 'inside', 'matches', 'evaluate', 'solution', 'bears', 'colours', 'step', 'revealed', 'guess'], redraw);
  return {net, box, view, find, show, settle, shift, redraw};
})();
