/* The source pane: from a passage to its claims and back, and the searched words in the text. */
AM.source = (() => {
  const panel = AM.dom.$('panel-source');
  const cites = /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('[data-element]'));
  const spans = /** @type {NodeListOf<HTMLElement>} */ (panel.querySelectorAll('[data-q]'));
  /** @param {HTMLElement} span */
  const elements = (span) => (span.dataset.q ?? '').split('|');
  const quoted = new Set([...[...cites].map((cite) => cite.dataset.element ?? ''), ...[...spans].flatMap(elements)]);

  for (const cite of cites) cite.addEventListener('click', () => AM.apply({selected: cite.dataset.element ?? ''}));

  // where quotations overlap, every further click chooses the next of them
  for (const span of spans) {
    span.addEventListener('click', () => {
      const here = elements(span);
      AM.apply({selected: here[(here.indexOf(AM.state.selected) + 1) % here.length]});
    });
  }

  AM.view(['selected', 'side'], () => {
    const {selected, side} = AM.state, found = [];
    for (const cite of cites) {
      const current = cite.dataset.element === selected;
      cite.setAttribute('aria-current', String(current));
      if (current) found.push(cite);
    }
    for (const span of spans) {
      const current = elements(span).includes(selected);
      span.classList.toggle('current', current);
      if (current) found.unshift(span);
    }
    if (side === 'source') found[0]?.scrollIntoView({block: 'center'});
  });

  /** The ranges of the searched words in a paragraph, across its pieces. @param {Element} paragraph @returns {Range[]} */
  function ranges(paragraph) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const nodes = /** @type {Node[]} */ ([]), starts = /** @type {number[]} */ ([]);
    let text = '';
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node.parentElement?.closest('button, .at')) continue;
      nodes.push(node);
      starts.push(text.length);
      text += node.textContent;
    }
    /** @param {Range} range @param {'setStart' | 'setEnd'} set @param {number} place */
    const put = (range, set, place) => {
      const at = starts.findLastIndex((start) => set === 'setStart' ? start <= place : start < place);
      range[set](nodes[at], place - starts[at]);
    };
    return AM.search.spans(text).map(([from, to]) => {
      const range = new Range();
      put(range, 'setStart', from);
      put(range, 'setEnd', to);
      return range;
    });
  }

  AM.view(['query', 'side'], () => {
    if (!CSS.highlights) return;
    const on = AM.state.side === 'source' && AM.state.query.trim();
    const found = on ? [...panel.querySelectorAll('.text p')].flatMap(ranges) : [];
    CSS.highlights.set('found', new Highlight(...found));
  });

  /** Show where a claim or link is quoted. @param {string} id */
  function show(id) {
    AM.apply({selected: id, side: 'source', pane: 'outline'});
    [...cites].find((cite) => cite.dataset.element === id)?.focus({preventScroll: true});
  }
  /** Whether something is quoted. @param {string} id */
  const has = (id) => quoted.has(id);
  return {show, has};
})();
