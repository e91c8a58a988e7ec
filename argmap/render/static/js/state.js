/* The state and the one way to change it.
 *
 * How the page works: the data block is read once into AM.map. AM.state holds what the user chose (selection, search,
 * folding, ...), AM.now what follows from it (hits, visible cards, labels, ...). AM.apply({key: value}) is the only
 * writer of both: it stores the change, lets rules add to it, runs the derivations that read a changed key, then the
 * views, all in the order in which the modules were bundled. Rules and derivations are pure functions of map and state;
 * a view touches one part of the screen and nothing else. So a feature is a module with its own keys, derivations and views, and edits no other.
 */
const AM = {};

/* A module adds its own keys, with their first values, when it loads: Object.assign(AM.state, {query: ''}). */
AM.state = /** @type {State} */ (/** @type {any} */ ({selected: '', folded: new Set(), mode: 'light', pane: 'outline', side: 'outline'}));
AM.now = /** @type {Now} */ (/** @type {any} */ ({}));

AM.store = (() => {
  /** @typedef {keyof State | keyof Now} Key */
  /** @type {{name: keyof Now, from: Key[], make: () => any}[]} */
  const derivations = [];
  /** @type {{from: Key[], update: (changed: Set<Key>) => void}[]} */
  const views = [];

  /** Say that `AM.now[name]` is made by `make` from the keys `from`. @template {keyof Now} K
   * @param {K} name @param {Key[]} from @param {() => Now[K]} make */
  function derive(name, from, make) { derivations.push({name, from, make}); }

  /** Have `update` called after a change of any of the keys.
   * @param {Key[]} from @param {(changed: Set<Key>) => void} update */
  function view(from, update) { views.push({from, update}); }

  /** @param {unknown} a @param {unknown} b */
  function same(a, b) {
    if (a instanceof Set && b instanceof Set) return a.size === b.size && [...a].every((x) => b.has(x));
    if (a instanceof Map && b instanceof Map) return a.size === b.size && [...a].every(([key, value]) => b.has(key) && b.get(key) === value);
    return a === b;
  }

  /** @type {{from: Key[], make: (state: State, changed: ReadonlySet<Key>) => Partial<State>}[]} */
  const rules = [];
  /** Have one part of the state follow another: `make` gives what else changes when any of the keys does.
   * @param {Key[]} from @param {(state: State, changed: ReadonlySet<Key>) => Partial<State>} make */
  function rule(from, make) { rules.push({from, make}); }

  /** @param {Partial<State>} change @param {Set<Key>} changed */
  function store(change, changed) {
    for (const key of /** @type {(keyof State)[]} */ (Object.keys(change))) {
      if (same(AM.state[key], change[key])) continue;
      AM.state = {...AM.state, [key]: change[key]};
      changed.add(key);
    }
  }

  /** Change the state and bring everything that shows it up to date. @param {Partial<State>} change */
  function apply(change) {
    /** @type {Set<Key>} */
    const changed = new Set();
    store(change, changed);
    if (changed.size) run(changed);
  }

  /** @param {Set<Key>} changed */
  function run(changed) {
    for (const {from, make} of rules) if (from.some((key) => changed.has(key))) store(make(AM.state, changed), changed);
    for (const {name, from, make} of derivations) {
      if (!from.some((key) => changed.has(key))) continue;
      const value = make();
      if (same(AM.now[name], value)) continue;
      AM.now = {...AM.now, [name]: value};
      changed.add(name);
    }
    for (const {from, update} of views) if (from.some((key) => changed.has(key))) update(changed);
  }

  /** Show the first state: everything counts as changed. @param {Partial<State>} change */
  function start(change) {
    AM.state = {...AM.state, ...change};
    run(new Set(/** @type {Key[]} */ (Object.keys({...AM.state, ...AM.now}))));
  }

  return {derive, rule, view, apply, start};
})();

AM.derive = AM.store.derive;
AM.view = AM.store.view;
AM.apply = AM.store.apply;
