/* The map on vis-network's canvas: it pans, zooms and redraws; we say where things stand and paint them. */
AM.canvas = (() => {
  const {data} = AM.map, {geometry} = AM, {cards} = geometry;
  const box = AM.dom.$('net');
  let scale = 1;

  /** vis draws a custom shape through this. @param {any} at */
  function renderer({ctx, id, state}) {
    const card = /** @type {Card} */ (cards.get(id.slice(2)));
    return {drawNode: () => AM.cards.draw(ctx, card, state.hover, scale), nodeDimensions: {width: card.w, height: card.h}};
  }

  const options = {...data.options, nodes: {shape: 'custom', ctxRenderer: renderer}};
  const nodes = new vis.DataSet([...cards.values()].map(({id, x, y}) => ({id: 'c:' + id, x, y})));
  const net = new vis.Network(box, {nodes, edges: new vis.DataSet([])}, options);

  // vis 9.1 computes no bounding box for custom shapes, so that cards at the edge of the view would vanish
  for (const card of cards.values()) {
    const {shape} = net.body.nodes['c:' + card.id];
    shape.updateBoundingBox = function (/** @type {number} */ x, /** @type {number} */ y) {
      if (x === undefined) return;
      this.boundingBox = {left: x - card.w / 2, right: x + card.w / 2, top: y - card.h / 2, bottom: y + card.h / 2};
    };
    shape.resize = function () { this.width = card.w; this.height = card.h; this.radius = card.w / 2; };
    shape.distanceToBorder = () => card.w / 2;
    shape.resize();
    shape.updateBoundingBox(card.x, card.y);
  }

  /** The part of the map that is on the screen: [left, top, right, bottom]. @returns {[number, number, number, number]} */
  function view() {
    const {x, y} = net.getViewPosition(), k = net.getScale(), w = box.clientWidth / 2 / k, h = box.clientHeight / 2 / k;
    return [x - w, y - h, x + w, y + h];
  }

  net.on('beforeDrawing', (/** @type {CanvasRenderingContext2D} */ ctx) => {
    scale = net.getScale();
    const [left, top, right, bottom] = view();
    AM.links.draw(ctx, scale, (l, t, r, b) => l <= right && r >= left && t <= bottom && b >= top);
  });

  /** The element under a point of the page. @param {{x: number, y: number}} pointer */
  function find(pointer) {
    const {x, y} = net.DOMtoCanvas(pointer);
    for (const card of cards.values()) {
      if (Math.abs(x - card.x) <= card.w / 2 && Math.abs(y - card.y) <= card.h / 2) return card.id;
    }
    return AM.links.find(x, y, 9 / Math.min(1, net.getScale()));
  }

  net.on('click', (/** @type {any} */ event) => AM.apply({selected: find(event.pointer.DOM)}));
  net.on('hoverNode', () => { box.style.cursor = 'pointer'; });
  net.on('blurNode', () => { box.style.cursor = ''; });

  new ResizeObserver(() => {
    net.canvas.setSize();
    net.redraw();
  }).observe(box);

  AM.view(['selected', 'hits', 'mode', 'evaluate', 'solution', 'bears', 'colours'], () => net.redraw());
  return {net, box, view, find};
})();
