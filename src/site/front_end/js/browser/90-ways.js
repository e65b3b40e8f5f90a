// Nothing found: up to three ways out, each leaving one thing out.
emic.ways = (() => {
  const { make, sentence } = emic;

  /** @typedef {Parameters<typeof emic.choose>[0]} Catalogue @typedef {ReturnType<typeof emic.search.terms>} Terms */

  /**
   * @param {Catalogue} catalogue @param {ReturnType<typeof emic.choose>} choice @param {ReturnType<typeof emic.address>} address
   * @param {HTMLElement} at
   */
  return ({ counts, facets, quotes }, choice, address, at) => {
    /** @param {Set<number>[]} chosen @param {Terms} terms */
    const count = (chosen, terms) => choice.hits(chosen, i => emic.search.holds(emic.prepared[i] || '', terms)).length;

    /** @param {number} n @param {string} how @param {string} hash */
    const link = (n, how, hash) => make('li', {}, ...counts
      ? [make('a', { className: 'count', href: hash || '#main' }, sentence.quotes(n)), ` ${how}`]
      : [make('a', { href: hash || '#main' }, `Quotes ${how}`)]);

    /** @param {Set<number>[]} chosen @param {Terms} terms */
    return (chosen, terms) => {
      const ways = [
        ...terms.map(term => ({ chosen, terms: terms.filter(t => t !== term), how: `without “${term.said}”` })),
        ...chosen.flatMap((set, f) => set.size ? [{
          chosen: chosen.map((s, i) => i === f ? /** @type {Set<number>} */ (new Set()) : s), terms,
          how: f === choice.theme ? 'in any theme' : f === choice.stance ? 'for a theme or against' : f === choice.people ? 'from anyone'
            : `with any ${facets[f].label.toLowerCase()}`,
        }] : []),
      ].map(way => ({ ...way, n: count(way.chosen, way.terms) })).filter(way => way.n && way.n < quotes.length).sort((a, b) => a.n - b.n);
      const items = ways.slice(0, 3).map(way => link(way.n, way.how, address.write(way.chosen, way.terms.map(t => t.raw).join(' '))));
      if (!items.length) {
        const n = terms.length && chosen.some(s => s.size) ? count(choice.none(), terms) : 0;
        items.push(n ? link(n, 'without filters', address.write(choice.none(), terms.map(t => t.raw).join(' '))) : link(quotes.length, 'in all', ''));
      }
      at.replaceChildren(make('p', { className: 'small' }, ways.length ? 'With one thing left out there are' : 'There are'), make('ul', {}, ...items));
    };
  };
})();
