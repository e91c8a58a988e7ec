/* A compact page, for a frame in another page: built so, or asked for with ?embed=1. One pane at a time, from the map on. */
AM.embed = (() => {
  const root = document.documentElement, asked = new URLSearchParams(location.search).get('embed');
  const on = asked === null ? root.hasAttribute('data-embed') : asked !== '0';
  root.toggleAttribute('data-embed', on);
  const usual = on ? 'map' : 'outline', panes = ['outline', 'map', 'details'];
  Object.assign(AM.state, {pane: usual});
  AM.hash.keep('pane', 'pane', () => AM.state.pane === usual ? '' : AM.state.pane, (name) => !name ? usual : panes.includes(name) ? name : undefined, () => AM.state.pane);

  if (on && location.protocol !== 'about:') { // a frame made of a text has no address of its own
    const link = AM.dom.h('a', {id: 'whole', target: '_blank', rel: 'noopener', href: '?embed=0'}, AM.t('whole_page'));
    link.addEventListener('click', () => { link.href = '?embed=0' + location.hash; });
    AM.toolbar.bar.append(link);
  }
  return {on};
})();
