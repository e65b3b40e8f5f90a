// Nothing found: up to three suggestions of what to ask instead, each leaving one thing out.
emic.suggestions = ({ counts, facets, quotes }, choice, address) => {
  const { one, make, kept } = emic;

  return (chosen, terms) => {
    const none = choice.none();
    /** @param {Chosen} chosen @param {Term[]} terms @param {string} how */
    const way = (chosen, terms, how) => ({
      n: choice.hits(chosen, i => !terms.length || emic.holds(kept.prepared[i], terms)).length,
      href: address.write(chosen, terms.map(term => term.raw).join(' ')) || '#main',
      how,
    });
    const all = [
      ...terms.map(term =>
        way(
          chosen,
          terms.filter(other => other !== term),
          `without “${term.label}”`,
        ),
      ),
      ...chosen.flatMap((set, f) =>
        set.size
          ? [
              way(
                chosen.map((set, i) => (i === f ? none[f] : set)),
                terms,
                f === choice.theme
                  ? 'in any theme'
                  : f === choice.stance
                    ? 'for a theme or against'
                    : f === choice.people
                      ? 'from anyone'
                      : `with any ${facets[f].label.toLowerCase()}`,
              ),
            ]
          : [],
      ),
    ];
    const near = all
      .filter(({ n }) => n && n < quotes.length)
      .sort((a, b) => a.n - b.n)
      .slice(0, 3);
    const items = (
      near.length ? near : [way(none, terms, 'without filters'), way(none, [], 'in all')].filter(({ n }) => n).slice(0, 1)
    ).map(({ n, href, how }) => make('li', {}, make('a', { className: 'count', href }, counts ? emic.quotes(n) : 'Quotes'), ` ${how}`));
    one('.empty').replaceChildren(
      make('p', { className: 'small' }, near.length ? 'Asking for less finds' : 'This study has'),
      make('ul', {}, ...items),
    );
  };
};
