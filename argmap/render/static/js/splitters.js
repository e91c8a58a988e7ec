/* The side panes can be made wider, narrower, closed and opened again; the browser remembers. */
AM.splitters = (() => {
  const {h, $} = AM.dom, MEMORY = 'argmap-panes';
  const [LEAST, MOST, STEP] = [180, 0.6, 24]; // pixels, share of the window, pixels
  /** @typedef {'left' | 'right'} Side */
  const main = /** @type {HTMLElement} */ (document.querySelector('main'));
  const panes = {left: $('left'), right: $('details')};

  /** What was remembered, if the browser lets a page remember. @returns {Record<string, string>} */
  function remembered() {
    try { return JSON.parse(localStorage.getItem(MEMORY) ?? '{}') ?? {}; } catch { return {}; }
  }
  /** "" as at first, "closed", or a width in pixels. @param {Side} side */
  function first(side) {
    const kept = String(remembered()[side] ?? '');
    return /^(closed|\d{2,4})$/.test(kept) ? kept : '';
  }
  Object.assign(AM.state, {left: first('left'), right: first('right')});

  /** @param {Side} side @param {number} width */
  function resize(side, width) {
    const most = innerWidth * MOST;
    AM.apply({[side]: width < LEAST * 0.6 ? 'closed' : String(Math.round(Math.min(most, Math.max(LEAST, width))))});
  }
  /** @param {Side} side */
  const toggle = (side) => AM.apply({[side]: AM.state[side] === 'closed' ? '' : 'closed'});

  /** How a movement to the right changes a pane's width. @param {Side} side */
  const sense = (side) => (side === 'left') === (getComputedStyle(main).direction === 'ltr') ? 1 : -1;

  /** @param {Side} side @param {string} label a key of the strings */
  function splitter(side, label) {
    const bar = h('div', {role: 'separator', tabindex: '0', 'aria-orientation': 'vertical', 'aria-label': AM.t(label), 'aria-valuemin': '0', 'aria-valuemax': '60'});
    bar.addEventListener('pointerdown', (event) => {
      const start = event.clientX, width = panes[side].offsetWidth;
      bar.setPointerCapture(event.pointerId);
      const move = (/** @type {PointerEvent} */ at) => resize(side, width + sense(side) * (at.clientX - start));
      bar.addEventListener('pointermove', move);
      bar.addEventListener('lostpointercapture', () => bar.removeEventListener('pointermove', move), {once: true});
    });
    bar.addEventListener('dblclick', () => toggle(side));
    bar.addEventListener('keydown', (event) => {
      const way = {ArrowRight: 1, ArrowLeft: -1}[event.key];
      if (way) resize(side, panes[side].offsetWidth + way * sense(side) * STEP);
      else if (event.key === 'Enter') toggle(side);
      else return;
      event.preventDefault();
    });
    return bar;
  }

  /** @param {Side} side @param {string} label */
  function opener(side, label) {
    const button = h('button', {type: 'button', id: 'toggle-' + side, title: AM.t(label), 'aria-label': AM.t(label), click: () => toggle(side)}, side === 'left' ? '\u25E7' : '\u25E8');
    $(side === 'left' ? 'levels' : 'zoom').insertAdjacentElement(side === 'left' ? 'beforebegin' : 'beforeend', button);
    return button;
  }

  const parts = {
    left: {bar: splitter('left', 'width_left'), button: opener('left', 'toggle_left')},
    right: {bar: splitter('right', 'width_right'), button: opener('right', 'toggle_right')},
  };
  $('middle').before(parts.left.bar);
  $('middle').after(parts.right.bar);

  AM.view(['left', 'right'], () => {
    for (const side of /** @type {Side[]} */ (['left', 'right'])) {
      const value = AM.state[side], closed = value === 'closed';
      main.toggleAttribute('data-no-' + side, closed);
      if (closed || !value) main.style.removeProperty('--' + side); else main.style.setProperty('--' + side, value + 'px');
      parts[side].button.setAttribute('aria-pressed', String(!closed));
      parts[side].bar.setAttribute('aria-valuenow', String(closed ? 0 : Math.round(panes[side].offsetWidth / innerWidth * 100)));
    }
    try { localStorage.setItem(MEMORY, JSON.stringify({left: AM.state.left, right: AM.state.right})); } catch { /* a private window */ }
  });
  return {toggle};
})();
