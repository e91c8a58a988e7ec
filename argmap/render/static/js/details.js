/* The details of the selected claim or link: everything the map says about it, with ways to its neighbours. */
AM.details = (() => {
  const {h, own, $} = AM.dom, {claims, links} = AM.map;
  const SAFE = /^(https?:\/\/|mailto:)/i;

  /** A link where the address is harmless, else the bare text. @param {string} url */
  const address = (url) => SAFE.test(url) ? h('a', {href: url, rel: 'noopener noreferrer', target: '_blank'}, own(url)) : own(url);

  /** @param {string} id */
  const select = (id) => () => AM.apply({selected: id});

  /** A button that leads to a claim. @param {string} id */
  function toClaim(id) {
    const claim = claims.get(id);
    return claim ? h('button', {type: 'button', class: 'to', click: select(id)}, h('span', {class: 'num'}, claim.number), ' ', own(claim.text)) : null;
  }

  /** Numbers of the premises and of what they bear on: "1.1 + 1.2 → 1". @param {Link} link @returns {string} */
  function short(link) {
    const target = claims.get(AM.map.targetClaim(link));
    return link.premises.map((id) => claims.get(id)?.number ?? '').join(' + ') + ' \u2192 ' + (target?.number ?? '');
  }

  /** A button that leads to a link. @param {Link} link */
  const toLink = (link) => h('button', {type: 'button', class: 'to', click: select(link.id)}, h('bdi', {class: 'num'}, short(link)));

  /** @param {string} title @param {...(Node | string | null | undefined | false)} body */
  function section(title, ...body) {
    const inside = body.filter((part) => part != null && part !== '' && part !== false);
    return inside.length ? h('section', {}, h('h3', {}, title), .../** @type {Node[]} */ (inside)) : null;
  }

  /** How a link is qualified: scheme, cue, basis, strength. @param {Link} link */
  function qualities(link) {
    const {scheme, cue, basis, strength, note} = link;
    const parts = [scheme && [AM.t('scheme'), own(scheme)], cue && [AM.t('cue'), own(cue)], basis && [AM.t('basis'), AM.t('basis_' + basis)],
      strength != null && [AM.t('strength'), String(strength)], note && [AM.t('note'), own(note)]];
    const rows = parts.flatMap((part) => Array.isArray(part) ? [h('dt', {}, part[0]), h('dd', {}, part[1])] : []);
    return rows.length ? h('dl', {}, ...rows) : null;
  }

  /** One link as a list item: its premises joined by "and", or its target. @param {Link} link @param {boolean} upward */
  function relation(link, upward) {
    const joined = link.premises.flatMap((id, i) => [i ? h('span', {class: 'and'}, AM.t('and')) : null, toClaim(id)]);
    const target = claims.has(link.target) ? toClaim(link.target) : links.has(link.target) ? toLink(/** @type {Link} */ (links.get(link.target))) : null;
    const others = upward && link.premises.length > 1 ? h('p', {class: 'aside'}, AM.t('together', {numbers: link.premises.map((id) => claims.get(id)?.number).join(' + ')})) : null;
    const body = upward ? [target, others] : joined;
    return h('li', {class: link.rebuts ? 'rebuttal' : link.kind}, ...body, h('button', {type: 'button', class: 'step', title: AM.t('show_step'), 'aria-label': AM.t('show_step') + ' ' + short(link), click: select(link.id)}, '\u2026'));
  }

  /** @param {Link[]} list @param {boolean} upward @param {string} suffix @returns {(HTMLElement | null)[]} */
  function relations(list, upward, suffix) {
    return ['supports', 'attacks', 'undercuts'].map((kind) => {
      const some = list.filter((link) => link.kind === kind);
      return some.length ? section(AM.t(kind + suffix), h('ul', {class: 'relations', dir: AM.dom.$('tree').dir}, ...some.map((link) => relation(link, upward)))) : null;
    });
  }

  /** The words of a source: "Author: Title (year)". @param {string} id */
  function sourceWords(id) {
    const source = AM.map.data.sources.find((one) => one.id === id) ?? (AM.map.data.sources.length === 1 ? AM.map.data.sources[0] : null);
    return source ? [source.author, source.title, source.year].filter(Boolean).join(', ') : id;
  }

  /** @param {Quote} quote */
  function quotation(quote) {
    const place = [quote.at && (/^\d+$/.test(quote.at) ? AM.t('paragraph', {number: quote.at}) : quote.at), sourceWords(quote.source)].filter(Boolean);
    return h('blockquote', {}, own(quote.text), place.length ? h('footer', {}, own(place.join(' \u00B7 '))) : null);
  }

  /** @param {Warning} warning */
  const problem = ({code, severity, message, help}) => h('li', {class: severity}, h('strong', {}, `${AM.t('severity_' + severity)} ${code}`), ' ', own(message), help ? h('p', {class: 'aside'}, own(help)) : null);

  /** @param {{id: string, quotes?: Quote[], warnings?: Warning[]}} item */
  function common(item) {
    const show = item.quotes && AM.source.has(item.id) ? h('button', {type: 'button', click: () => AM.source.show(item.id)}, AM.t('in_text')) : null;
    return [section(AM.t('quotations'), ...(item.quotes ?? []).map(quotation), show),
      item.warnings?.length ? section(AM.t('warnings'), h('ul', {class: 'problems'}, ...item.warnings.map(problem))) : null];
  }

  /** @param {Claim} claim */
  function facts(claim) {
    const rows = [[AM.t('group'), claim.group && own(AM.map.groups.get(claim.group)?.title ?? claim.group)], [AM.t('kind'), claim.kind && own(claim.kind)],
      [AM.t('tags'), claim.tags && own(claim.tags.join(', '))], [AM.t('by'), claim.by && own(claim.by)], [AM.t('status'), AM.t('status_' + claim.status)],
      [AM.t('credence'), claim.credence == null ? '' : String(claim.credence)], [AM.t('url'), claim.url && address(claim.url)]];
    return h('dl', {}, ...rows.flatMap(([name, value]) => value ? [h('dt', {}, name ?? ''), h('dd', {}, value)] : []));
  }

  /** The way from a claim up to the top. @param {Claim} claim */
  function crumbs(claim) {
    const chain = AM.map.ancestors(claim.id).reverse().map((id) => /** @type {Claim} */ (claims.get(id)));
    const links = chain.flatMap((up) => [h('button', {type: 'button', title: up.text, 'aria-label': `${up.number} ${up.text}`, click: select(up.id)}, up.number), ' \u203A ']);
    return h('nav', {class: 'crumbs', 'aria-label': AM.t('crumbs')}, ...links, h('span', {class: 'num', 'aria-current': 'true'}, claim.number),
      h('button', {type: 'button', class: 'focus', click: () => AM.focus.on(claim.id)}, AM.t('focus')));
  }

  /** @param {Claim} claim */
  function ofClaim(claim) {
    return [crumbs(claim), h('p', {class: 'lead', dir: AM.dom.$('tree').dir}, h('span', {class: 'num'}, claim.number), ' ', claim.implicit ? h('span', {class: 'aside'}, AM.t('implied'), ' ') : null, own(claim.text)),
      claim.note ? section(AM.t('note'), h('p', {}, own(claim.note))) : null,
      ...relations(AM.map.onto(claim.id), false, '_in'), ...undercutting(AM.map.onto(claim.id)), ...relations(AM.map.outOf(claim.id), true, '_out'),
      ...common(claim), facts(claim)];
  }

  /** Undercuts of any of the links. @param {Link[]} list */
  function undercutting(list) {
    const cuts = list.flatMap((link) => AM.map.onto(link.id));
    return cuts.length ? [section(AM.t('steps_undercut'), h('ul', {class: 'relations', dir: AM.dom.$('tree').dir}, ...cuts.map((link) => relation(link, false))))] : [];
  }

  /** @param {Link} link */
  function ofLink(link) {
    const target = claims.has(link.target) ? toClaim(link.target) : toLink(/** @type {Link} */ (links.get(link.target)));
    return [h('p', {class: 'lead', dir: AM.dom.$('tree').dir}, h('span', {class: 'num'}, short(link)), ' ', AM.t('step_' + link.kind)),
      section(AM.t('premises'), ...link.premises.flatMap((id, i) => [i ? h('span', {class: 'and'}, AM.t('and')) : null, toClaim(id)])),
      section(AM.t(link.kind + '_out'), target), qualities(link), ...relations(AM.map.onto(link.id), false, '_in'), ...common(link)];
  }

  /** What is told of the whole map while nothing is selected. */
  function ofMap() {
    const {about, sources} = AM.map.data;
    const rows = [[AM.t('authors'), about.authors?.join(', ')], [AM.t('date'), about.date], [AM.t('license'), about.license]];
    return [about.description ? h('p', {}, own(about.description)) : null,
      h('p', {class: 'aside'}, AM.t('nothing_selected')),
      h('dl', {}, ...rows.flatMap(([name, value]) => value ? [h('dt', {}, name ?? ''), h('dd', {}, own(value))] : [])),
      sources.length ? section(AM.t('source'), ...sources.map((source) => h('p', {}, own(sourceWords(source.id)), source.url ? ' ' : null, source.url ? address(String(source.url)) : null))) : null];
  }

  AM.view(['selected'], () => {
    const {selected} = AM.state, claim = claims.get(selected), link = links.get(selected);
    const body = claim ? ofClaim(claim) : link ? ofLink(link) : ofMap();
    const held = $('detail').contains(document.activeElement);
    $('detail').replaceChildren(...body.filter((part) => part !== null));
    $('details').scrollTop = 0;
    if (held) $('details').focus(); // who went on by a button in the details reads on here
    if (claim) AM.dom.announce(`${claim.number} ${claim.text}`);
    else if (link) AM.dom.announce(`${short(link)} ${AM.t('step_' + link.kind)}`);
  });
  return {short, section, toClaim, address};
})();
