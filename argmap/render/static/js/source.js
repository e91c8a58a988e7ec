/* The quotations in the order of the text: from a passage to its claim, and from the claim to its passages. */
AM.source = (() => {
  const quotes = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.quote'));
  for (const quote of quotes) quote.addEventListener('click', () => AM.apply({selected: quote.dataset.element ?? ''}));

  AM.view(['selected', 'side'], () => {
    let first = true;
    for (const quote of quotes) {
      const current = quote.dataset.element === AM.state.selected;
      quote.setAttribute('aria-current', String(current));
      if (current && first && AM.state.side === 'source') quote.scrollIntoView({block: 'nearest'});
      if (current) first = false;
    }
  });
  return {};
})();
