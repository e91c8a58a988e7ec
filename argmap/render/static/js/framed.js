/* In a frame the page around it goes on scrolling: the wheel and one finger are its own, with Ctrl or two fingers the map's. */
AM.framed = (() => {
  const on = window !== window.parent, {net, box} = AM.canvas;
  const hint = AM.dom.h('p', {id: 'hint', 'aria-hidden': 'true'});
  /** @type {{x: number, y: number} | undefined} */
  let middle;
  let timer = 0;

  /** Say for a moment how the map is moved. @param {string} key */
  function tell(key) {
    hint.textContent = AM.t(key);
    hint.toggleAttribute('data-on', true);
    clearTimeout(timer);
    timer = setTimeout(() => hint.toggleAttribute('data-on', false), 1500);
  }

  /** @param {WheelEvent} event */
  function wheel(event) {
    if (event.ctrlKey || event.metaKey || document.fullscreenElement) return;
    event.stopPropagation(); // before vis-network takes it
    tell('hint_wheel');
  }

  /** Where two fingers have their middle. @param {TouchEvent} event */
  function between({touches: [one, two]}) {
    return {x: (one.clientX + two.clientX) / 2, y: (one.clientY + two.clientY) / 2};
  }

  /** Two fingers also move the map. @param {TouchEvent} event */
  function touch(event) {
    if (event.touches.length < 2) { middle = undefined; return; }
    if (event.cancelable) event.preventDefault();
    const now = between(event), scale = net.getScale();
    if (middle) AM.canvas.shift((middle.x - now.x) / scale, (middle.y - now.y) / scale);
    middle = now;
  }

  if (on) {
    const canvas = /** @type {HTMLElement} */ (box.querySelector('canvas'));
    canvas.style.touchAction = 'pan-y';
    box.after(hint);
    box.addEventListener('wheel', wheel, {capture: true, passive: true});
    for (const name of /** @type {const} */ (['touchstart', 'touchmove', 'touchend'])) box.addEventListener(name, touch, {passive: false});
    canvas.addEventListener('pointercancel', (event) => { if (event.pointerType === 'touch') tell('hint_touch'); });
  }
  return {on};
})();
