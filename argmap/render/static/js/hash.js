/* The state in the address: each shared key has a parameter of the URL's fragment, so that a link shows what you see. */
AM.hash = (() => {
  /** @type {{name: string, key: keyof State, write: () => string, read: (text: string) => any}[]} */
  const keys = [];
  let ready = false;

  /** Keep a key of the state in the fragment. `write` gives "" for the usual state; `read` gives undefined for nonsense.
   * @template {keyof State} K @param {string} name @param {K} key @param {() => string} write @param {(text: string) => State[K] | undefined} read */
  function keep(name, key, write, read) {
    keys.push({name, key, write, read});
    AM.view([key], save);
  }

  function text() {
    const parts = keys.map(({name, write}) => [name, write()]).filter(([, value]) => value);
    return parts.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  }

  function save() {
    if (!ready) return;
    const now = text();
    if (now !== location.hash.slice(1)) history.replaceState(null, '', now ? '#' + now : location.pathname + location.search);
  }

  /** What the fragment says. @returns {Partial<State>} */
  function load() {
    const given = new Map(location.hash.slice(1).split('&').map((part) => /** @type {[string, string]} */ (part.split(/=(.*)/s).slice(0, 2))));
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

  keep('c', 'selected', () => AM.state.selected, (id) => !id || AM.map.claims.has(id) || AM.map.links.has(id) ? id : undefined);
  addEventListener('hashchange', () => AM.apply(load()));
  return {keep, load, start: () => { ready = true; }};
})();
