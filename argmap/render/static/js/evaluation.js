/**
 * What stands, what falls, what is contested: the evaluation of argmap/analysis in JavaScript, result for result the same.
 *
 * Nothing here knows of a page. Items are integers, as in argmap/analysis/network.py: the claims, 0 to n-1, then the
 * links. States are 0 contested, 1 stands or live, 2 falls or dead. The rules, the rounds and the definition of the
 * recorded reasons are written down at the head of argmap/analysis/labels.py and argmap/analysis/reasons.py.
 *
 * @typedef {{id: string, status?: string}} ClaimData
 * @typedef {{id: string, kind: string, premises: string[], target: string}} LinkData
 *
 * @typedef {object} Network
 * @property {number} n how many claims
 * @property {string[]} names the id of every item
 * @property {Map<string, number>} index claim id to item
 * @property {Map<string, number>} linkIndex link id to item
 * @property {number[][]} reasons what speaks for an item: a claim needs one of them, a link all of them
 * @property {number[][]} against the links that attack a claim or undercut a link
 * @property {number[][]} bears where an item counts: the links that use a claim, the one target of a link
 * @property {boolean[]} given
 * @property {boolean[]} rejected
 * @property {boolean[]} counter whether a link attacks or undercuts
 *
 * @typedef {Map<number, boolean>} Forced claims under intervention: true makes one stand, false makes it fall
 * @typedef {{state: Uint8Array, round: Int32Array}} Solution
 * @typedef {{reason: string, cause: number}} Recorded the cause is -1 where no single item decided
 * @typedef {{label: string, reason: string, cause: number, round: number}} Verdict
 */
AM.evaluation = (() => {
  const CLAIM_LABELS = ['contested', 'stands', 'falls'];
  const LINK_LABELS = ['contested', 'live', 'dead'];
  const NONE = -1;

  /**
   * Return the map as a network. O(claims + links). Ids may be any strings at all.
   * @param {{claims: ClaimData[], links: LinkData[]}} data
   * @returns {Network}
   */
  function network(data) {
    const { claims, links } = data;
    const n = claims.length;
    const items = [...claims, ...links];
    const index = new Map(claims.map((claim, x) => [claim.id, x]));
    const linkIndex = new Map(links.map((link, x) => [link.id, n + x]));
    const rows = () => items.map(() => /** @type {number[]} */ ([]));
    const net = { n, names: items.map((item) => item.id), index, linkIndex, reasons: rows(), against: rows(), bears: rows() };
    const counter = items.map(() => false);
    links.forEach((link, place) => connect(net, counter, link, n + place));
    const given = claims.map((claim, x) => claim.status === 'given' || (!claim.status && !net.reasons[x].length));
    return { ...net, given, rejected: claims.map((claim) => claim.status === 'rejected'), counter };
  }

  /**
   * Enter one link into the rows of a network.
   * @param {Pick<Network, 'index' | 'linkIndex' | 'reasons' | 'against' | 'bears'>} net
   * @param {boolean[]} counter
   * @param {LinkData} link
   * @param {number} x
   */
  function connect(net, counter, link, x) {
    const target = (link.kind === 'undercuts' ? net.linkIndex : net.index).get(link.target);
    if (target === undefined) throw new Error(`a link names ${link.target}, which the map does not hold`);
    net.bears[x].push(target);
    counter[x] = link.kind !== 'supports';
    (counter[x] ? net.against : net.reasons)[target].push(x);
    for (const name of new Set(link.premises)) {
      const premise = net.index.get(name);
      if (premise === undefined) throw new Error(`a link names ${name}, which the map does not hold`);
      net.reasons[x].push(premise);
      net.bears[premise].push(x);
    }
  }

  /** The counters behind the rounds. Every premise, support, attack and undercut is counted down at most once. */
  class Work {
    /**
     * @param {Network} net
     * @param {Forced} forced
     */
    constructor(net, forced) {
      this.net = net;
      this.when = 0; // the round that was filled last
      this.state = new Uint8Array(net.names.length);
      this.round = new Int32Array(net.names.length).fill(-1);
      this.wanting = Int32Array.from(net.reasons, (row) => row.length); // supports not dead; premises not standing
      this.threats = Int32Array.from(net.against, (row) => row.length); // attacks or undercuts that are not dead
      this.backed = Uint8Array.from(net.given, Number); // a claim: given, or some support is live
      net.rejected.forEach((rejected, x) => { if (rejected) this.state[x] = 2; });
      forced.forEach((stands, x) => { this.state[x] = stands ? 1 : 2; });
    }

    /** Decide round 0 and return its items. */
    start() {
      const { state, wanting, threats } = this;
      const first = [];
      for (let x = 0; x < state.length; x++) {
        const claim = x < this.net.n;
        const backed = claim ? this.backed[x] : !wanting[x];
        if (!state[x] && backed && !threats[x]) state[x] = 1;
        if (!state[x] && claim && !backed && !wanting[x]) state[x] = 2;
        if (state[x]) {
          this.round[x] = 0;
          first.push(x);
        }
      }
      return first;
    }

    /**
     * Decide round after round what follows from the items of the round filled last.
     * @param {number[]} front
     */
    follow(front) {
      while (front.length) {
        /** @type {number[]} */
        const found = [];
        for (const x of front) {
          if (x < this.net.n) this.tellLinks(x, found);
          else this.tellTarget(x, found);
        }
        if (found.length) this.when += 1;
        for (const x of found) this.round[x] = this.when;
        front = found;
      }
    }

    /**
     * Tell the links that need claim x.
     * @param {number} x
     * @param {number[]} found
     */
    tellLinks(x, found) {
      const { state, wanting, threats } = this;
      const stands = state[x] === 1;
      for (const link of this.net.bears[x]) {
        if (state[link]) continue;
        if (!stands) state[link] = 2;
        else if (!--wanting[link] && !threats[link]) state[link] = 1;
        if (state[link]) found.push(link);
      }
    }

    /**
     * Tell the target of link x.
     * @param {number} x
     * @param {number[]} found
     */
    tellTarget(x, found) {
      const target = this.net.bears[x][0];
      if (this.state[target]) return;
      this.state[target] = this.hear(target, this.state[x] === 1, this.net.counter[x]);
      if (this.state[target]) found.push(target);
    }

    /**
     * Count one decided link at its undecided target and return the new state of the target, 0 if it has none yet.
     * @param {number} target
     * @param {boolean} live
     * @param {boolean} counter
     */
    hear(target, live, counter) {
      const { threats, wanting, backed } = this;
      if (counter) {
        if (live) return 2;
        threats[target] -= 1;
        const firm = target < this.net.n ? backed[target] : !wanting[target];
        return firm && !threats[target] ? 1 : 0;
      }
      if (live) {
        backed[target] = 1;
        return threats[target] ? 0 : 1;
      }
      wanting[target] -= 1;
      return wanting[target] || backed[target] ? 0 : 2;
    }

    /** Return the undecided items that could not be reached even if nothing undecided were hit or cut. */
    unfounded() {
      const { state, wanting, backed } = this;
      const { n, bears, counter } = this.net;
      const missing = wanting.slice();
      const reached = new Uint8Array(state.length);
      const stack = [];
      for (let x = 0; x < state.length; x++) {
        if (!state[x] && (x < n ? backed[x] : !missing[x])) {
          reached[x] = 1;
          stack.push(x);
        }
      }
      for (let x = stack.pop(); x !== undefined; x = stack.pop()) {
        if (x >= n && counter[x]) continue;
        for (const y of bears[x]) {
          if (state[y] || reached[y] || (x < n && --missing[y])) continue;
          reached[y] = 1;
          stack.push(y);
        }
      }
      const left = [];
      for (let x = 0; x < state.length; x++) if (!state[x] && !reached[x]) left.push(x);
      return left;
    }
  }

  /**
   * Return the well-founded labels. O(claims + links), times the rounds of circular support, which are rare.
   * @param {Network} net
   * @param {Forced} [forced]
   * @returns {Solution}
   */
  function solve(net, forced = new Map()) {
    const work = new Work(net, forced);
    work.follow(work.start());
    for (let loose = work.unfounded(); loose.length; loose = work.unfounded()) {
      work.when += 1;
      for (const x of loose) {
        work.state[x] = 2;
        work.round[x] = work.when;
      }
      work.follow(loose);
    }
    return { state: work.state, round: work.round };
  }

  /**
   * Return the item with this state and the lowest round, if that is below `before`; the first of equals; or NONE.
   * @param {Solution} solution
   * @param {number[]} items
   * @param {number} state
   * @param {number} before
   */
  function earliest(solution, items, state, before) {
    let best = NONE;
    for (const y of items) {
      if (solution.state[y] === state && solution.round[y] < before) {
        best = y;
        before = solution.round[y];
      }
    }
    return best;
  }

  /**
   * Return the recorded reason of the label of item x: argmap/analysis/reasons.py has the table.
   * @param {Network} net
   * @param {Solution} solution
   * @param {Forced} forced
   * @param {number} x
   * @returns {Recorded}
   */
  function recorded(net, solution, forced, x) {
    const state = solution.state[x];
    if (!state) return { reason: 'circle', cause: NONE };
    if (x >= net.n) return state === 1 ? { reason: 'holds', cause: NONE } : dead(net, solution, x);
    if (state === 2) return falls(net, solution, forced, x);
    if (forced.has(x)) return { reason: 'accepted', cause: NONE };
    if (net.given[x]) return { reason: 'given', cause: NONE };
    return { reason: 'supported', cause: earliest(solution, net.reasons[x], 1, solution.round[x]) };
  }

  /**
   * @param {Network} net
   * @param {Solution} solution
   * @param {Forced} forced
   * @param {number} x
   * @returns {Recorded}
   */
  function falls(net, solution, forced, x) {
    if (forced.has(x) || net.rejected[x]) return { reason: 'rejected', cause: NONE };
    const when = solution.round[x];
    const reasons = net.reasons[x];
    const attack = earliest(solution, net.against[x], 1, when);
    if (attack !== NONE) return { reason: 'refuted', cause: attack };
    if (!reasons.length) return { reason: 'not given', cause: NONE };
    const loose = reasons.find((link) => solution.round[link] === when);
    if (loose !== undefined) return { reason: 'circular', cause: loose };
    const last = reasons.reduce((best, link) => (solution.round[link] > solution.round[best] ? link : best));
    return { reason: 'unsupported', cause: last };
  }

  /**
   * @param {Network} net
   * @param {Solution} solution
   * @param {number} x
   * @returns {Recorded}
   */
  function dead(net, solution, x) {
    const when = solution.round[x];
    const undercut = earliest(solution, net.against[x], 1, when);
    if (undercut !== NONE) return { reason: 'undercut', cause: undercut };
    const premise = earliest(solution, net.reasons[x], 2, when);
    if (premise !== NONE) return { reason: 'premise', cause: premise };
    const same = net.reasons[x].find((y) => solution.state[y] === 2 && solution.round[y] === when);
    return { reason: 'circular', cause: same ?? NONE };
  }

  /**
   * Return label, reason, cause and round of every item.
   * @param {Network} net
   * @param {Forced} [forced]
   * @returns {Verdict[]}
   */
  function verdicts(net, forced = new Map()) {
    const solution = solve(net, forced);
    return net.names.map((_, x) => ({
      label: (x < net.n ? CLAIM_LABELS : LINK_LABELS)[solution.state[x]],
      ...recorded(net, solution, forced, x),
      round: solution.round[x],
    }));
  }

  return { NONE, network, solve, recorded, earliest, verdicts };
})();
