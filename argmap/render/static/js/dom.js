/* Building DOM without markup: every text becomes a text node, so nothing in a map can become an element. */
AM.dom = (() => {
  /** @template {HTMLElement} [T=HTMLElement] @param {string} id @returns {T} */
  const $ = (id) => /** @type {T} */ (document.getElementById(id));

  /** Make an element. @template {keyof HTMLElementTagNameMap} K
   * @param {K} tag @param {Record<string, string | boolean | EventListener>} [attributes]
   * @param {...(Node | string | null | undefined)} children @returns {HTMLElementTagNameMap[K]} */
  function h(tag, attributes = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (typeof value === 'function') made.addEventListener(name, value);
      else if (typeof value === 'string') made.setAttribute(name, value);
      else made.toggleAttribute(name, value);
    }
    made.append(.../** @type {(Node | string)[]} */ (children.filter((child) => child != null && child !== '')));
    return made;
  }

  /** Text of the map: in the map's language, in its own direction, apart from what stands around it.
   * @param {string} text @param {string} [name] */
  const own = (text, name = 'own') => h('bdi', {class: name, lang: AM.map.data.language, dir: 'auto'}, text);

  /** Say something to screen readers. @param {string} text */
  function announce(text) { $('live').textContent = text; }

  /** Replace the text of an element by itself with marked stretches.
   * @param {Element} at @param {string} text @param {[number, number][]} spans */
  function mark(at, text, spans) {
    const parts = [];
    let end = 0;
    for (const [from, to] of spans) {
      parts.push(text.slice(end, from), h('mark', {}, text.slice(from, to)));
      end = to;
    }
    at.replaceChildren(...parts, text.slice(end));
  }

  /** Give the focus to the first place that can take it, in the end to the menu that holds the buttons of a narrow screen.
   * @param {...(HTMLElement | null | undefined)} places */
  function giveBack(...places) {
    for (const place of [...places, $('menu')]) {
      place?.focus();
      if (place && document.activeElement === place) return;
    }
  }

  const calm = matchMedia('(prefers-reduced-motion: reduce)');
  return {$, h, own, announce, mark, giveBack, /** Whether to move things without motion. */ still: () => calm.matches};
})();
