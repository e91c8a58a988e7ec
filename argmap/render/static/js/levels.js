/* The level buttons: fold everything below a depth. Each says how many cards it shows. */
AM.levels = (() => {
  const {h, $} = AM.dom, {fold} = AM, SHOWN = 3;
  const total = AM.map.order.length;

  /** @type {{name: string, folded: Set<string>, count: number}[]} */
  const levels = [];
  for (let depth = 1; depth <= Math.min(SHOWN, fold.deepest); depth++) {
    const folded = fold.level(depth), count = fold.reach(folded).size;
    if (count < total) levels.push({name: String(depth), folded, count});
  }
  levels.push({name: AM.t('level_all'), folded: new Set(), count: total});

  const buttons = levels.map(({name, folded, count}) => {
    const show = () => { AM.apply({folded}); AM.places.settled(AM.camera.open); };
    const [title, label] = count === 1 ? [AM.t('level_title_one'), AM.t('level_label_one', {name})] : [AM.t('level_title', {count}), AM.t('level_label', {name, count})];
    return h('button', {type: 'button', click: show, title, 'aria-label': label}, name, ' ', h('small', {}, String(count)));
  });
  if (levels.length > 1 || AM.state.folded.size) $('levels').append(h('span', {class: 'aside'}, AM.t('levels')), ...buttons);

  AM.view(['folded', 'limited'], () => {
    const {folded} = AM.state;
    $('levels').hidden = AM.now.limited;
    buttons.forEach((button, i) => {
      const same = folded.size === levels[i].folded.size && [...folded].every((id) => levels[i].folded.has(id));
      button.setAttribute('aria-pressed', String(same));
    });
  });
  return {levels};
})();
