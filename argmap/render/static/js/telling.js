/**
 * Why a label is as it is, in sentences: argmap/analysis/tell.py and why.py with every phrase taken from the strings.
 *
 * In English the sentences are those of `argmap why`, word for word. A claim is quoted when it is first named, and goes
 * by its number from then on; so the order in which names are asked for is part of the result. A phrase is a clause
 * with places to be filled, so that a translation is free in its word order.
 *
 * @typedef {(key: string, values?: Record<string, string | number>) => string} Words
 * @typedef {{number: string, text: string}} Told
 * @typedef {{net: Network, solution: Solution, forced: Forced, claims: Told[], kinds: string[], t: Words}} Case
 */
AM.telling = (() => {
  const {recorded} = AM.evaluation;
  const WIDTH = 70; // characters of a claim that are quoted

  /** A text in at most WIDTH characters, cut between words, without its final full stop. @param {string} text */
  function short(text) {
    const plain = [...text.trim().split(/\s+/).join(' ').replace(/\.$/, '')];
    if (plain.length <= WIDTH) return plain.join('');
    const head = plain.slice(0, WIDTH), cut = head.lastIndexOf(' ');
    const kept = cut > 0 ? head.slice(0, cut) : head.slice(0, -1);
    return kept.join('').replace(/[ ,;:]+$/, '') + '\u2026';
  }

  /** @param {string} text */
  const upper = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

  class Teller {
    /** @param {Case} given */
    constructor({net, solution, forced, claims, kinds, t}) {
      this.net = net;
      this.solution = solution;
      this.forced = forced;
      this.claims = claims;
      this.kinds = kinds;
      this.t = t;
      /** @type {Set<number>} */
      this.known = new Set();
      /** @type {(x: number) => Recorded} */
      this.verdict = (x) => recorded(net, solution, forced, x);
    }

    /** The number of a claim, with its short text the first time. @param {number} x */
    name(x) {
      const {number, text} = this.claims[x];
      if (this.known.has(x)) return number;
      this.known.add(x);
      return this.t('why_name', {number, text: short(text)});
    }

    /** @param {string[]} words */
    listed(words) {
      const last = words[words.length - 1];
      return words.length > 1 ? this.t('why_list', {some: words.slice(0, -1).join(', '), last}) : last;
    }

    /** @param {number[]} claims */
    names(claims) { return claims.length ? this.listed(claims.map((x) => this.name(x))) : this.t('why_nothing'); }

    /** What the premises of a link do, alone or together. @param {number} link @param {string} key */
    act(link, key) {
      const premises = this.net.reasons[link];
      return this.t(premises.length > 1 ? key + '_together' : key, {who: this.names(premises)});
    }

    /** @param {number} link */
    kind(link) { return this.kinds[link - this.net.n]; }

    /** A name for a link: "the step from 1.1 to 1". @param {number} link */
    step(link) {
      const target = this.net.bears[link][0], who = this.names(this.net.reasons[link]);
      if (target >= this.net.n) return this.t('why_step_undercuts', {who, others: this.names(this.net.reasons[target])});
      return this.t('why_step_' + this.kind(link), {who, target: this.name(target)});
    }

    /** A name for a claim or link, fit to begin a sentence. @param {number} x */
    head(x) { return x < this.net.n ? this.name(x) : upper(this.step(x)); }

    /** Why a decided claim or link has its label, as one sentence. @param {number} x */
    sentence(x) {
      const stands = this.solution.state[x] === 1, who = this.head(x);
      if (x < this.net.n) return this.t(stands ? 'why_stands' : 'why_falls', {who, because: stands ? this.standing(x) : this.falling(x)});
      if (!stands) return this.t('why_dead', {who, because: this.dead(x, 'it')});
      const premises = this.net.reasons[x];
      const parts = [this.t(premises.length > 1 ? 'why_stand_together' : 'why_stand', {who: this.names(premises)})];
      return this.t('why_live', {who, because: [...parts, ...this.answered(x, 'undercuts')].join('; ')});
    }

    /** @param {number} x */
    standing(x) {
      const {reason, cause} = this.verdict(x);
      if (reason === 'accepted') return this.t('why_accepted');
      if (reason === 'supported') {
        const parts = [this.act(cause, 'why_supports'), ...this.answered(cause, 'step')];
        return [...parts, ...this.answered(x, 'attacks')].join('; ');
      }
      const answered = this.answered(x, 'attacks');
      return answered.length ? [this.t('why_given'), ...answered].join('; ') : this.t('why_given_alone');
    }

    /** @param {number} x */
    falling(x) {
      const {reason, cause} = this.verdict(x);
      if (reason === 'rejected') return this.t(this.forced.has(x) ? 'why_rejected_here' : 'why_rejected');
      if (reason === 'refuted') return this.unanswered(cause, this.act(cause, 'why_refutes'));
      if (reason === 'not given') return this.t('why_not_given');
      return reason === 'circular' ? this.circular(x) : this.unsupported(x);
    }

    /** @param {number} x */
    unsupported(x) {
      const links = this.net.reasons[x];
      if (links.length === 1) return this.onlyReason(links[0]);
      const rows = links.map((link) => {
        const who = this.names(this.net.reasons[link]);
        return this.t('why_the_one', {who, because: this.dead(link, 'step')});
      });
      const key = links.length > 3 ? 'why_reasons_more' : `why_reasons_${links.length}`;
      return this.t(key, {count: links.length, rows: rows.join('; ')});
    }

    /** @param {number} link */
    onlyReason(link) {
      const {reason, cause} = this.verdict(link);
      if (reason === 'premise') {
        const who = this.name(cause);
        return this.t('why_only_needs', {who, which: this.which(cause)});
      }
      const who = this.names(this.net.reasons[link]);
      return this.t('why_only', {who, because: this.dead(link, 'step')});
    }

    /** @param {number} x */
    circular(x) {
      const way = [x];
      let turn = -1;
      while (turn < 0) {
        const next = this.verdict(this.verdict(way[way.length - 1]).cause).cause;
        turn = way.indexOf(next);
        way.push(next);
      }
      const [to, loop] = [way.slice(1, turn + 1), way.slice(turn + 1)];
      const lead = to.length ? this.chain(to) : '';
      const ring = this.chain(loop);
      if (lead) return this.t('why_circular_by', {to: lead, ring});
      return loop.length > 1 ? this.t('why_circular_ring', {ring}) : this.t('why_circular');
    }

    /** @param {number[]} claims */
    chain(claims) {
      return claims.map((x) => this.name(x)).reduce((first, second) => this.t('why_rests', {first, second}));
    }

    /** Why a claim falls, as a relative clause. @param {number} x */
    which(x) {
      const {reason, cause} = this.verdict(x);
      if (reason !== 'refuted') return this.t('why_which_' + reason.replace(' ', '_'));
      return this.unanswered(cause, this.t('why_which_refuted', {who: this.names(this.net.reasons[cause])}));
    }

    /** A clause about a live objection, with a remark if nothing at all is said against that.
     * @param {number} link @param {string} clause */
    unanswered(link, clause) {
      const answers = [link, ...this.net.reasons[link]].some((x) => this.net.against[x].length);
      return answers ? clause : this.t('why_unanswered', {clause});
    }

    /** For each dead attack on a claim or undercut of a link, why it is dead. @param {number} x @param {string} how */
    answered(x, how) {
      return this.net.against[x].map((link) => {
        const {reason, cause} = this.verdict(link), premises = this.net.reasons[link];
        if (reason === 'premise' && premises.length === 1) return this.t('why_answered_' + how, {who: this.name(cause)});
        const who = this.names(premises);
        return this.t('why_no_force', {who, because: this.dead(link, 'it')});
      });
    }

    /** Why a link is dead, as a clause. @param {number} link @param {string} called */
    dead(link, called) {
      const {reason, cause} = this.verdict(link);
      if (reason === 'undercut') return this.act(cause, 'why_undercuts_' + called);
      if (reason === 'circular') return this.t('why_dead_circular', {who: this.name(cause)});
      return this.t(this.net.reasons[link].length > 1 ? 'why_dead_needs' : 'why_dead_premise', {who: this.name(cause)});
    }

    /** A circle of contested items as a clause; it begins with a claim if it holds one. @param {number[]} items */
    ring(items) {
      const {n} = this.net, claims = items.filter((x) => x < n);
      if (!claims.length) return this.t('why_cut_each_other', {steps: items.map((x) => this.step(x)).join('; ')});
      const start = items.indexOf(claims[0]);
      const turned = [...items.slice(start), ...items.slice(0, start)];
      const counters = turned.filter((x) => x >= n && this.net.counter[x]).length;
      if (claims.length === 2 && counters === 2 && items.length === 4) return this.t('why_rivals', {who: this.names(claims)});
      const verdict = counters % 2 === 0 ? 'why_even' : claims.length === 1 ? 'why_self' : 'why_odd';
      return this.t('why_ring', {ring: this.round(turned), verdict: this.t(verdict)});
    }

    /** The steps of a circle that begins with a claim, in words. @param {number[]} items */
    round(items) {
      const parts = [this.name(items[0])];
      /** @type {string[]} */
      let kinds = [];
      for (const x of [...items.slice(1), items[0]]) {
        if (x >= this.net.n) {
          kinds.push(this.kind(x));
          continue;
        }
        const first = (parts.length === 1 ? 'why_by_' : 'why_which_by_') + kinds[0];
        const inner = kinds.slice(1).reduceRight((what, kind) => this.t('why_of_' + kind, {what}), this.name(x));
        parts.push(this.t(first, {what: inner}));
        kinds = [];
      }
      return `${parts[0]} ${parts.slice(1).join(', ')}`;
    }
  }

  /** Why item x has its label: one sentence a step, what was asked about first, each with its item.
   * @param {Case} given @param {number} x @returns {{item: number, text: string}[]} */
  function why(given, x) {
    const {net, solution, forced} = given, teller = new Teller(given);
    if (!solution.state[x]) return open(given, teller, x);
    const items = AM.whatif.justification(net, solution, forced, x).filter((y) => y < net.n || y === x);
    return items.map((item) => ({item, text: teller.sentence(item)}));
  }

  /** What a contested item hangs on, then the circle. @param {Case} given @param {Teller} teller @param {number} x */
  function open({net, solution, t}, teller, x) {
    const {to, ring} = AM.circles.way(net, solution, x), rows = [...to, ...ring];
    const told = [];
    to.forEach((item, place) => {
      if (item >= net.n && place) return;
      const ahead = rows.slice(place + 1).find((y) => y < net.n) ?? rows[place + 1];
      const who = teller.head(item);
      told.push({item, text: t('why_hangs', {who, on: ahead < net.n ? teller.name(ahead) : teller.step(ahead)})});
    });
    const who = to.length ? '' : teller.head(x);
    const because = teller.ring(ring);
    told.push({item: ring[0], text: to.length ? t('why_since', {because}) : t('why_contested', {who, because})});
    return told;
  }

  const EFFORT = 400000; // items that may be looked at to see whether all positions agree

  /** What a reader could find odd about a contested item, "" if nothing or if it would take too long to see.
   * @param {Case} given @param {number} x */
  function remark({net, solution, forced, claims, kinds, t}, x) {
    const {items, found, complete} = AM.positions.of(net, solution, x, EFFORT), at = items.indexOf(x);
    if (!complete) return '';
    const count = (/** @type {number} */ value) => found.filter((position) => position[at] === value).length;
    const [reject, open, accept] = [0, 1, 2].map(count);
    if (accept === found.length || reject === found.length) return t(accept ? 'why_all_accept' : 'why_all_reject');
    if (!accept && !reject) return t('why_none_settles');
    const rows = /** @type {const} */ ([[accept, 'why_accept'], [reject, 'why_reject'], [open, 'why_open']]).filter(([number]) => number);
    const teller = new Teller({net, solution, forced, claims, kinds, t});
    const list = teller.listed(rows.map(([number, key]) => t(number > 1 ? key + '_many' : key + '_one', {count: number})));
    return t('why_positions', {count: found.length, list});
  }

  return {short, why, remark};
})();
