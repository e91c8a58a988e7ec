/* The step-through, for teaching: one step more at a time, large, with what the speaker says; or guess first. */
AM.stage = (() => {
  const {h, $, own} = AM.dom, {claims} = AM.map, {steps} = AM, LONG = 240; // characters of the speaker's text that are set large
  Object.assign(AM.state, {step: 0, guess: false, revealed: 0, script: true}); // step 0: the whole map; revealed: the step that was guessed
  Object.assign(AM.now, {due: new Set()});
  AM.visible.limit(['step'], () => AM.state.step ? new Set(AM.map.order) : null); // nothing moves while the map grows

  const box = h('section', {id: 'stage', 'aria-label': AM.t('steps'), tabindex: '-1', hidden: true});
  $('middle').append(box);

  /** Whether something is on the stage. @param {string} id */
  const shows = (id) => !AM.state.step || (steps.first.get(id) ?? Infinity) < AM.state.step;
  /** Whether a claim comes with this step. @param {string} id */
  const fresh = (id) => AM.state.step > 0 && AM.now.due.has(id);
  /** Whether a link comes with this step: between claims that are there already it is all that is new. @param {string} id */
  const comes = (id) => AM.state.step > 0 && steps.first.get(id) === AM.state.step - 1;
  /** Whether the text of a claim is still to be guessed. @param {string} id */
  const guessing = (id) => fresh(id) && AM.state.guess && AM.state.revealed !== AM.state.step;

  const ever = () => new Set(AM.map.order.filter((id) => (steps.first.get(id) ?? Infinity) < steps.list.length));
  AM.visible.limit(['step'], () => AM.state.step ? ever() : null); // so that nothing moves from one step to the next
  AM.derive('due', ['step'], () => {
    const place = AM.state.step - 1;
    return new Set(place < 0 ? [] : steps.claimsAt(place).filter((id) => steps.first.get(id) === place));
  });

  let home = AM.camera.open; // brings back the view from before the steps
  /** Go to a step; 0 leaves, with its claim selected if no focus or filter waits to come back. @param {number} to */
  function go(to) {
    const step = Math.max(0, Math.min(steps.list.length, to));
    if (step === AM.state.step) return;
    if (!AM.state.step) home = AM.camera.hold();
    const selected = step || AM.state.focus || AM.state.filter ? '' : steps.claimsAt(AM.state.step - 1)[0] ?? '';
    AM.apply({step, selected});
  }
  const hidden = () => [...AM.now.due].some(guessing);
  /** On: first the text that is to be guessed, then the next step. */
  function onward() {
    if (hidden()) AM.apply({revealed: AM.state.step}); else if (AM.state.step < steps.list.length) go(AM.state.step + 1);
  }
  const back = () => { if (AM.state.step > 1) go(AM.state.step - 1); };
  function leave() {
    go(0);
    AM.dom.giveBack($('steps'));
  }
  /** The stage is gone, perhaps by the browser's way back. @param {boolean} held whether it had the focus */
  function gone(held) {
    if (document.fullscreenElement) document.exitFullscreen();
    if (held) AM.dom.giveBack($('steps'));
  }
  function fullScreen() {
    if (document.fullscreenElement) document.exitFullscreen(); else document.documentElement.requestFullscreen?.().catch(() => {});
  }

  /** @param {string} id @param {string} word @param {() => void} click @param {boolean} [on] */
  function button(id, word, click, on) {
    const made = h('button', {type: 'button', id, click}, AM.t(word));
    if (on !== undefined) made.setAttribute('aria-pressed', String(on));
    return made;
  }
  const next = button('step-next', 'step_next', onward), previous = button('step-back', 'step_back', back);
  const guess = button('step-guess', 'step_guess', () => AM.apply({guess: !AM.state.guess, revealed: 0}), false);
  const script = button('step-script', 'step_script', () => AM.apply({script: !AM.state.script}), true);
  const full = button('step-full', 'step_full', fullScreen);
  const meter = h('progress', {'aria-label': AM.t('steps')}), count = h('span', {class: 'count', id: 'step-count'});
  const words = h('div', {class: 'words', role: 'group', 'aria-labelledby': 'step-count', tabindex: '-1'});
  box.append(words, h('div', {class: 'bar'}, previous, next, count, meter, guess, script, full, button('step-leave', 'step_leave', leave)));

  /** The links of this step that leave a claim: first that by which it stands in the outline. @param {string} id @returns {Link[]} */
  function leaving(id) {
    const links = steps.linksAt(AM.state.step - 1).filter((link) => link.premises.includes(id)), via = claims.get(id)?.via;
    return [...links.filter((link) => link.id === via), ...links.filter((link) => link.id !== via)];
  }

  /** A relation in a word. @param {Link} link */
  function word(link) {
    const cut = link.kind === 'undercuts' ? (AM.map.links.get(link.target)?.premises ?? []).map((name) => claims.get(name)?.number).join(' + ') : '';
    return h('span', {class: 'word ' + (link.rebuts ? 'rebuttal' : link.kind)}, AM.t(link.kind + '_word', {steps: cut}), ' ');
  }

  /** The relation by which a claim comes in, in a word. @param {string} id */
  function relation(id) {
    const claim = claims.get(id), link = leaving(id)[0] ?? AM.map.links.get(claim?.via ?? '');
    if (link && shows(link.id)) return word(link);
    return claim?.thesis ? h('span', {class: 'aside'}, AM.t('thesis_word'), ' ') : null;
  }

  /** What a claim bears on by the links of this step; those of another kind than the first say so. @param {string} id */
  function bearings(id) {
    const links = leaving(id), kinds = [...new Set(links.map((link) => link.kind))];
    return kinds.flatMap((kind, index) => {
      const same = links.filter((link) => link.kind === kind), on = same.map((link) => claims.get(AM.map.targetClaim(link))?.number);
      return [...(index ? [' \u00B7 ', word(same[0])] : [' ']), h('span', {class: 'num'}, '\u2192 ' + [...new Set(on)].join(', '))];
    });
  }

  /** Close a button or open it; a closed one does not keep the focus. @param {HTMLButtonElement} button @param {boolean} closed */
  function close(button, closed) {
    if (closed && document.activeElement === button) box.focus();
    button.disabled = closed;
  }

  /** A claim of the step: its relation, number and text, or a question mark. @param {string} id */
  function line(id) {
    const claim = claims.get(id);
    if (!claim) return null;
    const text = guessing(id) ? h('span', {class: 'guess'}, AM.t('step_what')) : own(claim.text);
    return h('li', {}, relation(id), h('span', {class: 'num'}, claim.number), ' ', text, ...bearings(id));
  }

  /** A step that brings a link between claims already there. @param {number} place */
  function known(place) {
    const ids = steps.claimsAt(place);
    return ids.length ? ids : steps.linksAt(place).flatMap((link) => link.premises);
  }

  AM.view(['step', 'guess', 'revealed', 'script'], (changed) => {
    const {step, guess: guesses, script: scripted} = AM.state, on = step > 0;
    const held = box.contains(document.activeElement);
    document.body.toggleAttribute('data-stage', on);
    box.hidden = !on;
    if (!on) { gone(held); return; }
    const at = document.activeElement;
    if (at instanceof HTMLElement && at !== document.body && !at.offsetParent) box.focus(); // the stage covers what had the focus
    const place = step - 1, {say} = steps.list[place];
    const told = Boolean(say) && scripted && !hidden();
    words.classList.toggle('many', known(place).length > 4 || told && say.length > LONG);
    words.replaceChildren(h('ul', {}, ...known(place).map(line)), ...(told ? [h('p', {class: 'say'}, own(say))] : []));
    words.scrollTop = box.scrollTop = 0;
    words.tabIndex = [words, box].some((at) => at.scrollHeight > at.clientHeight) ? 0 : -1; // what does not fit is reached by Tab and scrolled by keys
    count.textContent = AM.t('step_of', {step, count: steps.list.length});
    meter.max = steps.list.length;
    meter.value = step;
    close(previous, step === 1);
    close(next, step === steps.list.length && !hidden());
    next.textContent = AM.t(hidden() ? 'step_reveal' : 'step_next');
    guess.setAttribute('aria-pressed', String(guesses));
    script.setAttribute('aria-pressed', String(scripted));
    script.hidden = !steps.own;
    if (changed.has('step') || changed.has('revealed')) AM.dom.announce(`${count.textContent}: ${[...words.querySelectorAll('li, .say')].map((part) => part.textContent).join(' ')}`);
  });

  /** Look at what the step shows and what that bears on, large; at everything so far if that can still be read. */
  function look() {
    const {cards} = AM.geometry, {step} = AM.state;
    const all = [...cards.values()].filter((card) => shows(card.id));
    const near = new Set(known(step - 1));
    for (const link of steps.linksAt(step - 1)) near.add(AM.map.targetClaim(link));
    AM.camera.frame(all, all.filter((card) => near.has(card.id)));
  }
  new ResizeObserver(() => { if (AM.state.step) look(); }).observe(AM.canvas.box); // full screen; words that take more room

  let before = 0, resume = 1; // where the steps go on: a teacher leaves them to try something
  /** Look again at what was there before the steps. */
  function again() {
    home();
    if (AM.state.selected) AM.camera.show(AM.state.selected);
  }
  AM.view(['step'], () => {
    const {step} = AM.state;
    // two frames later the panes and the canvas have their new sizes
    if (before || step) requestAnimationFrame(() => requestAnimationFrame(() => AM.state.step ? look() : AM.places.settled(again)));
    before = step;
    if (step) resume = step < steps.list.length ? step : 1;
  });

  AM.toolbar.add('steps', 'steps', () => { go(resume); box.focus(); });

  /** @type {Record<string, () => void>} */
  const KEYS = {
    ArrowRight: onward, ArrowDown: onward, PageDown: onward, ' ': onward, Enter: onward, ArrowLeft: back, ArrowUp: back, PageUp: back,
    Home: () => go(1), End: () => go(steps.list.length), f: fullScreen, g: () => guess.click(), s: () => script.click(), Escape: leave,
  };
  document.addEventListener('keydown', (event) => {
    if (!AM.state.step || document.querySelector('dialog[open]') || event.ctrlKey || event.metaKey || event.altKey) return;
    const pressing = event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter');
    const scrolling = event.target === words && /^(Arrow|Page|Home|End)/.test(event.key);
    if (pressing || scrolling || !KEYS[event.key]) return;
    event.preventDefault();
    event.stopPropagation();
    KEYS[event.key]();
  }, {capture: true});

  AM.hash.keep('step', 'step', () => AM.state.step ? String(AM.state.step) : '', (text) => !text ? 0 : /^\d{1,6}$/.test(text) ? Math.min(steps.list.length, Number(text)) : undefined,
    () => AM.state.step ? 'on' : '');
  AM.hash.keep('guess', 'guess', () => AM.state.guess ? '1' : '', (text) => text === '1');
  return {shows, fresh, comes, guessing, go, onward, back, look};
})();
