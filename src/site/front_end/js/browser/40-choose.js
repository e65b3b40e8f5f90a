// Choosing: which quotes fit, and how many would under every other choice.
emic.choose = ({ facets, quotes }) => {
  const [theme, stance, people] = ['theme', 'stance', 'participant'].map(key => facets.findIndex(f => f.key === key));

  /** A quote's values. "Against" is said of the chosen themes, and under "against" a theme's quotes are those against it.
   * @param {QuoteEntry} quote @param {number} f @param {Chosen} chosen @param {number} but a facet whose choice does not count */
  function values(quote, f, chosen, but) {
    if (f === theme && but !== stance && chosen[stance]?.size) return quote[2];
    if (f === stance && but !== theme && chosen[theme]?.size && !quote[2].some(v => chosen[theme].has(v))) return [];
    return quote[1][f];
  }

  /** @param {QuoteEntry} quote @param {Chosen} chosen @param {number} [but] */
  const fits = (quote, chosen, but = -1) =>
    chosen.every((set, f) => f === but || !set.size || values(quote, f, chosen, but).some(v => set.has(v)));

  /** What a participant is, as far as a quote tells in which nobody else speaks. @type {Map<number, number[][]>} */
  const alone = new Map(quotes.flatMap(([, of]) => (of[people]?.length === 1 ? [[of[people][0], of]] : [])));

  return {
    theme,
    stance,
    people,
    none: () => facets.map(() => new Set()),

    hits: (chosen, found) => quotes.flatMap((quote, i) => (fits(quote, chosen) && found(i) ? [i] : [])),

    counts: (chosen, found) =>
      facets.map((facet, f) => {
        const n = facet.values.map(() => 0);
        quotes.forEach((quote, i) => {
          if (found(i) && fits(quote, chosen, f)) for (const v of values(quote, f, chosen, -1)) n[v]++;
        });
        return n;
      }),

    speakers(places, f = -1, chosen) {
      const all = Array.from(new Set(places.flatMap(i => quotes[i][1][people] || [])));
      if (f < 0) return all.length;
      return all.every(p => alone.has(p)) ? all.filter(p => alone.get(p)?.[f].some(v => chosen?.has(v))).length : -1;
    },

    toggle(chosen, f, v) {
      const next = chosen.map(set => new Set(set)),
        list = facets[f].values;
      /** @param {number | undefined} low @param {number} high */
      const under = (low, high) => {
        while (low !== undefined && low !== high) low = list[low].up;
        return low === high;
      };
      if (next[f].delete(v)) return next;
      // In a tree the new choice replaces one above or below it.
      for (const other of chosen[f]) if (under(other, v) || under(v, other)) next[f].delete(other);
      next[f].add(v);
      return next;
    },
  };
};
