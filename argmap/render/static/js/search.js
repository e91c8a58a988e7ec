/* Search: which claims hold the words, where in a text they stand, and walking from one to the next. */
AM.search = (() => {
  const field = /** @type {HTMLInputElement} */ (AM.dom.$('query'));
  /** @type {Map<string, string> | null} */
  let texts = null;

  /** What counts as the same: no accents, one kind of apostrophe, quotation mark, hyphen and space. @type {[RegExp, string][]} */
  const SAME = [[/[\p{M}\u00AD]/gu, ''], [/[\u2018\u2019\u201B\u2032]/g, "'"], [/[\u201C-\u201F\u00AB\u00BB]/g, '"'],
    [/[\u2010-\u2015\u2212]/g, '-'], [/\u00DF/g, 'ss'], [/\s+/g, ' ']];
  const APART = '\0'; // stands between the fields of a claim: no search goes across it

  /** Fold case, width, accents and typography, so that "cafe" finds "Café" and "don't" finds what a printer set. @param {string} text */
  const plain = (text) => SAME.reduce((so, [what, by]) => so.replace(what, by), text.normalize('NFKD').toLowerCase());

  /** @type {Map<string, string>} */
  const letters = new Map();
  /** A single letter, folded: texts are long and letters few. @param {string} letter */
  function one(letter) {
    const known = letters.get(letter);
    if (known !== undefined) return known;
    const piece = plain(letter);
    letters.set(letter, piece);
    return piece;
  }

  /** Everything of a claim that can be searched. @param {Claim} claim */
  function all(claim) {
    const {group = '', tags = [], kind = '', quotes = [], by = '', note = ''} = claim;
    const title = AM.map.groups.get(group)?.title ?? '';
    return plain([claim.number, claim.text, claim.id, title, kind, by, note, ...tags, ...quotes.map((quote) => quote.text)].join(APART));
  }

  Object.assign(AM.state, {query: ''});
  AM.hash.keep('q', 'query', () => AM.state.query, (text) => text);
  Object.assign(AM.now, {hits: new Set()});
  AM.store.derive('hits', ['query'], () => {
    const wanted = plain(AM.state.query.trim());
    if (!wanted) return new Set();
    texts ??= new Map(AM.map.data.claims.map((claim) => [claim.id, all(claim)]));
    return new Set([...texts].filter(([, text]) => text.includes(wanted)).map(([id]) => id));
  });

  /** Where the words stand in a text: [from, to] pairs. @param {string} text @returns {[number, number][]} */
  function spans(text) {
    const wanted = plain(AM.state.query.trim());
    if (!wanted) return [];
    let folded = '';
    const places = [];
    let at = 0, before = '';
    for (const letter of text) {
      const piece = before === ' ' && one(letter) === ' ' ? '' : one(letter);
      before = piece || before;
      for (let i = 0; i < piece.length; i++) places.push(at);
      folded += piece;
      at += letter.length;
    }
    places.push(at);
    /** @type {[number, number][]} */
    const found = [];
    for (let i = folded.indexOf(wanted); i >= 0; i = folded.indexOf(wanted, i + wanted.length)) {
      found.push([places[i], places[i + wanted.length]]);
    }
    return found.filter(([from, to]) => to > from);
  }

  /** Select the next hit. @param {number} step */
  function walk(step) {
    const hits = AM.map.order.filter((id) => AM.now.hits.has(id));
    if (!hits.length) return;
    const at = hits.indexOf(AM.state.selected);
    AM.apply({selected: hits[at < 0 ? (step > 0 ? 0 : hits.length - 1) : (at + step + hits.length) % hits.length]});
  }

  field.addEventListener('input', () => AM.apply({query: field.value}));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') { event.preventDefault(); walk(event.shiftKey ? -1 : 1); }
    if (event.key === 'Escape' && field.value) { event.preventDefault(); AM.apply({query: ''}); }
  });
  AM.dom.$('search').addEventListener('submit', (event) => event.preventDefault());
  AM.dom.$('next-hit').addEventListener('click', () => walk(1));
  AM.dom.$('previous-hit').addEventListener('click', () => walk(-1));

  AM.view(['query', 'hits', 'selected'], (changed) => {
    if (field.value !== AM.state.query) field.value = AM.state.query;
    const {hits} = AM.now, on = AM.state.query.trim() !== '';
    const place = AM.map.order.filter((id) => hits.has(id)).indexOf(AM.state.selected) + 1;
    AM.dom.$('count').textContent = !on ? '' : !hits.size ? AM.t('no_hits') : place
      ? AM.t('hit_of', {place, count: hits.size}) : AM.t('hits', {count: hits.size, total: AM.map.order.length});
    const first = AM.map.order.find((id) => hits.has(id));
    const item = AM.outline.items.get(first ?? '');
    if (changed.has('hits') && item && document.activeElement === field) AM.outline.bring(item);
    for (const id of ['next-hit', 'previous-hit']) AM.dom.$(id).hidden = hits.size === 0;
  });
  return {spans, walk};
})();
