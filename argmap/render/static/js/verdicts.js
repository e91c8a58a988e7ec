/* The evaluation in words: labels in the outline, the verdict and its why in the details, what a what-if changes. */
AM.verdicts = (() => {
  const {h, $, own} = AM.dom, {claims, links} = AM.map;
  const FEW = 12, MOST = 8; // changes that are listed at once; positions that are
  const shown = h('section', {id: 'verdict', 'aria-label': AM.t('evaluation')});
  const bar = h('section', {id: 'whatif', 'aria-label': AM.t('whatif'), hidden: true});
  /** @type {HTMLElement} */ (document.querySelector('header')).after(bar);

  /** @param {string} id */
  const number = (id) => claims.get(id)?.number ?? '';
  /** @param {string} label @param {string} words */
  const chip = (label, words) => h('span', {class: 'chip ' + label}, h('span', {'aria-hidden': 'true'}, AM.labels.MARKS[/** @type {Label} */ (label)] + ' '), words);
  /** @param {string} effect */
  const effectChip = (effect) => h('span', {class: 'chip effect-' + effect}, AM.t('effect_' + effect));
  /** @param {string} id @param {string} key @param {() => void} act @param {boolean} [on] */
  function button(id, key, act, on) {
    const made = h('button', {type: 'button', id, click: () => { act(); document.getElementById(id)?.focus(); }}, AM.t(key));
    if (on !== undefined) made.setAttribute('aria-pressed', String(on));
    return made;
  }


  /** @param {string} id @param {Element} row */
  function markRow(id, row) {
    const {evaluate, colours} = AM.state, effect = colours === 'thesis' ? AM.effect.ofClaim(id) : '';
    const text = [evaluate ? AM.labels.words(id) : '', evaluate && AM.now.bears.has(id) ? AM.t('bearing_word') : '', effect && AM.t('effect_' + effect)].join('|');
    const old = /** @type {HTMLElement | null} */ (row.querySelector(':scope > .chips'));
    if ((old?.dataset.text ?? '||') === text) return;
    old?.remove();
    if (text === '||') return;
    const chips = [evaluate ? chip(AM.labels.label(id), AM.labels.words(id)) : null,
      evaluate && AM.now.bears.has(id) ? h('span', {class: 'chip bears'}, AM.t('bearing_word')) : null,
      effect ? effectChip(effect) : null];
    row.append(h('span', {class: 'chips', 'data-text': text}, ...chips.flatMap((made) => made ? [' ', made] : [])));
    row.classList.toggle('changed', evaluate && AM.now.changed.has(id));
  }

  let marked = false;
  AM.view(['evaluate', 'solution', 'bears', 'colours'], () => {
    const on = AM.state.evaluate || AM.state.colours === 'thesis';
    if (!on && !marked) return;
    marked = on;
    for (const [id, item] of AM.outline.items) {
      const row = item.firstElementChild;
      if (row) markRow(id, row);
    }
  });

  /** Why, one sentence a step; those about other claims lead there. @param {string} id */
  function whyList(id) {
    const {steps, remark} = AM.labels.why(id);
    const rows = steps.map((step) => step.id === id || !claims.has(step.id) ? own(step.text)
      : h('button', {type: 'button', class: 'to', click: () => AM.apply({selected: step.id})}, own(step.text)));
    return h('ul', {class: 'why'}, ...rows.map((row) => h('li', {}, row)), remark ? h('li', {class: 'remark'}, own(remark)) : null);
  }

  /** How a contested claim could be settled, if there are few ways. @param {string} id */
  function ways(id) {
    const found = AM.labels.label(id) === 'contested' ? AM.labels.positions(id) : [];
    if (found.length < 2 || found.length > MOST) return null;
    /** @param {'stands' | 'falls'} label @param {string[]} ids */
    const row = (label, ids) => ids.length ? h('span', {}, chip(label, AM.t('label_' + label)), ' ', ids.map(number).join(', '), ' ') : null;
    return h('details', {class: 'ways'}, h('summary', {}, AM.t('positions')),
      h('ol', {}, ...found.map(({stands, falls}) => h('li', {}, row('stands', stands), row('falls', falls)))));
  }

  /** @param {Claim} claim */
  function bearing({id}) {
    const on = AM.state.bearing === id;
    const found = [...AM.now.bears].map(number).join(', ');
    const text = !on ? '' : AM.labels.label(id) !== 'stands' ? AM.t('bearing_fallen') : found
      ? AM.t('bearing_list', {numbers: found, number: number(id)}) : AM.t('bearing_none', {number: number(id)});
    return h('div', {}, button('bearing', 'bearing_button', () => AM.apply({bearing: on ? '' : id}), on), h('p', {role: 'status'}, text));
  }

  /** @param {Claim} claim */
  function choices({id}) {
    const {assumed} = AM.state;
    return h('div', {class: 'choices', role: 'group', 'aria-label': AM.t('whatif')},
      button('accept', 'accept', () => AM.labels.intervene(id, 'accept'), assumed.get(id) === true),
      button('reject', 'reject', () => AM.labels.intervene(id, 'reject'), assumed.get(id) === false),
      assumed.has(id) ? button('reset', 'reset', () => { AM.labels.intervene(id, 'reset'); $('reject').focus(); }) : null);
  }

  /** @param {string} id */
  function verdict(id) {
    const label = AM.labels.label(id), before = AM.labels.label(id, AM.labels.base);
    const was = before === label ? null : h('span', {class: 'aside'}, ' ', AM.t('was_' + before));
    return h('p', {}, chip(label, AM.t('label_' + label)), was);
  }

  AM.view(['selected', 'evaluate', 'solution', 'bears'], () => {
    const {selected, evaluate} = AM.state, claim = claims.get(selected);
    const known = claim || evaluate && links.has(selected);
    const body = !known ? [] : [h('h3', {}, AM.t('evaluation')), evaluate ? verdict(selected) : null, claim ? choices(claim) : null,
      evaluate ? whyList(selected) : null, evaluate && claim ? ways(selected) : null, evaluate && claim ? bearing(claim) : null];
    shown.hidden = !known;
    shown.replaceChildren(...body.filter((part) => part !== null));
    $('detail').querySelector('.lead')?.after(shown);
  });

  /** What the reader assumes, in words: "1.2 rejected; 1.3 accepted". */
  function supposed() {
    const parts = [true, false].flatMap((stands) => {
      const numbers = AM.map.order.filter((id) => AM.state.assumed.get(id) === stands).map(number);
      return numbers.length ? [AM.t(stands ? 'whatif_accepted' : 'whatif_rejected', {numbers: numbers.join(', ')})] : [];
    });
    return parts.join('; ');
  }

  /** The claims whose label changed, other than those that the reader set. */
  const others = () => AM.map.order.filter((id) => AM.now.changed.has(id) && !AM.state.assumed.has(id));

  /** What changed in words. @param {string[]} ids */
  function told(ids) {
    if (!ids.length) return AM.t('changes_none');
    return AM.t('changes', {list: ids.slice(0, FEW).map((id) => `${number(id)} ${AM.labels.words(id)}`).join('; ') + (ids.length > FEW ? '; \u2026' : ''), count: ids.length});
  }

  AM.view(['evaluate', 'solution'], (changed) => {
    const {evaluate, assumed} = AM.state, on = evaluate && assumed.size > 0;
    const held = bar.contains(document.activeElement);
    bar.hidden = !on;
    if (held && !on) AM.dom.giveBack($('evaluate'));
    if (!on && changed.has('solution')) AM.dom.announce(claims.has(AM.state.selected) ? `${number(AM.state.selected)} ${AM.labels.words(AM.state.selected)}` : '');
    if (!on) return;
    const ids = others();
    const list = ids.slice(0, FEW).map((id) => h('li', {}, h('button', {type: 'button', class: 'change', click: () => AM.apply({selected: id})},
      h('span', {class: 'num'}, number(id)), ' ', chip(AM.labels.label(id), AM.labels.words(id)))));
    bar.replaceChildren(h('p', {}, h('strong', {}, AM.t('whatif')), ' ', supposed(), '. ', ids.length ? AM.t('changes_count', {count: ids.length}) : AM.t('changes_none')),
      h('ul', {}, ...list, ids.length > FEW ? h('li', {}, AM.t('changes_more', {count: ids.length - FEW})) : null),
      button('reset-all', 'reset_all', () => AM.apply({assumed: new Map()})));
    if (changed.has('solution')) AM.dom.announce(`${supposed()}. ${told(ids)}`);
  });

  AM.toolbar.add('evaluate', 'evaluate', () => AM.apply({evaluate: !AM.state.evaluate}));
  AM.view(['evaluate'], () => $('evaluate').setAttribute('aria-pressed', String(AM.state.evaluate)));

  /** The labels in use, as entries of the key. */
  AM.view(['evaluate', 'solution', 'colours'], () => {
    for (const old of document.querySelectorAll('#key .extra')) old.remove();
    const {evaluate, colours} = AM.state, used = new Set(evaluate ? AM.map.order.map((id) => AM.labels.label(id)) : []);
    for (const label of /** @type {const} */ (['stands', 'falls', 'contested'])) {
      if (used.has(label)) $('key').append(h('li', {class: 'extra'}, chip(label, AM.t('label_' + label))));
    }
    const effects = new Set(colours === 'thesis' ? AM.map.order.map(AM.effect.ofClaim) : []), present = ['helps', 'hurts', 'mixed'].filter((effect) => effects.has(effect));
    if (present.length) $('key').append(h('li', {class: 'extra'}, ...present.map(effectChip), AM.t('key_effect')));
  });

  const usual = AM.state.evaluate;
  /** What the reader assumes, as "a,-b": a accepted, b rejected. */
  const listed = () => AM.map.order.filter((id) => AM.state.assumed.has(id)).map((id) => (AM.state.assumed.get(id) ? '' : '-') + id).join(',');
  /** @param {string} text */
  const known = (text) => new Map(text.split(',').map((part) => /** @type {[string, boolean]} */ ([part.replace(/^-/, ''), !part.startsWith('-')]))
    .filter(([id]) => claims.has(id)));
  AM.hash.keep('e', 'evaluate', () => AM.state.evaluate === usual ? '' : AM.state.evaluate ? '1' : '0', (text) => text ? text === '1' : usual);
  AM.hash.keep('if', 'assumed', listed, known, listed);
  AM.hash.keep('on', 'bearing', () => AM.state.bearing, (id) => claims.has(id) || !id ? id : undefined);

  /** @type {Record<string, 'accept' | 'reject' | 'reset'>} */
  const KEYS = {a: 'accept', x: 'reject', r: 'reset'};
  for (const [key, what] of Object.entries(KEYS)) {
    AM.keyboard.ACTIONS[key] = () => { if (claims.has(AM.state.selected)) AM.labels.intervene(AM.state.selected, what); };
  }
  AM.keyboard.ACTIONS.e = () => {
    AM.apply({evaluate: !AM.state.evaluate});
    AM.dom.announce(AM.t(AM.state.evaluate ? 'evaluation_on' : 'evaluation_off'));
  };
})();
