/* The state in the address: each shared key has a parameter of the URL's fragment, so that a link shows what you see. */
AM.hash = (() => {
  /** @type {{name: string, key: keyof State, write: () => string, read: (text: string) => any, place: () => string}[]} */
  const keys = [];
  const PAUSE = 600; /* milliseconds: a walk by keys makes one entry of the browser's history, not one a claim */
  let ready = false, last = '', since = -PAUSE;
  const where = () => keys.map(({place}) => encodeURIComponent(place())).join('&');

  /** Keep a key of the state in the fragment. `write` gives "" for the usual state; `read` gives undefined for nonsense.
   * Where `place` gives another text than before, the browser's way back leads here. @template {keyof State} K
   * @param {string} name @param {K} key @param {() => string} write @param {(text: string) => State[K] | undefined} read @param {() => string} [place] */
  function keep(name, key, write, read, place = () => '') {
    keys.push({name, key, write, read, place});
    AM.view([key], save);
  }

  function text() {
    const parts = keys.map(({name, write}) => [name, write()]).filter(([, value]) => value);
    return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  }

  function save() {
    if (!ready) return;
    const now = text();
    if (now === location.hash.slice(1)) return;
    const here = where(), moved = here !== last, late = performance.now() - since > PAUSE;
    if (moved) since = performance.now();
    last = here;
    const address = now ? '#' + now : location.pathname + location.search;
    try {
      if (moved && late) history.pushState({at: places() + 1}, '', address); else history.replaceState(history.state, '', address);
    } catch { /* a frame without an address of its own keeps none */ }
    mark();
  }

  /** How many places of this page lie behind, in the history of the browser. @returns {number} */
  const places = () => history.state?.at ?? 0;
  /** The page's own way back ends where the page began: beyond it is somebody else's page. */
  function mark() { AM.dom.$('back').setAttribute('aria-disabled', String(!places())); }
  AM.dom.$('back').addEventListener('click', () => { if (places()) history.back(); });
  AM.dom.$('forward').addEventListener('click', () => history.forward());

  /** What the address says: its fragment, or, as long as it has none, its query. @returns {Partial<State>} */
  function load() {
    const parts = (location.hash.length > 1 ? location.hash : location.search).slice(1).split('&');
    const given = new Map(parts.map((part) => /** @type {[string, string]} */ (part.split(/=(.*)/s).slice(0, 2))));
    /** @type {Record<string, any>} */
    const change = {};
    for (const {name, key, read} of keys) {
      try {
        const value = read(decodeURIComponent(given.get(name) ?? ''));
        if (value !== undefined) change[key] = value;
      } catch { /* a broken % sequence: somebody else's link, ignored */ }
    }
    return change;
  }

  keep('c', 'selected', () => AM.state.selected, (id) => !id || AM.map.claims.has(id) || AM.map.links.has(id) ? id : undefined, () => AM.state.selected);
  addEventListener('hashchange', () => {
    ready = false; // going back or forward makes no new entry
    AM.apply(load());
    start();
    save();
  });
  /** From now on the address follows the state. */
  function start() {
    ready = true;
    last = where();
    mark();
  }
  return {keep, load, start};
})();
