// Choosing: which quotes fit, and how many would under every other choice.
emic.choose = (() => {
  /**
   * @typedef {{id: string, label: string, number?: string, ink?: number, up?: number, aliases?: string[], of?: number, many?: string}} Value
   * @typedef {{key: string, label: string, shown: boolean, values: Value[]}} Facet
   * @typedef {[string, number[][], number[]]} Entry id, values by facet, themes it speaks against
   * @typedef {{counts: boolean, csv: boolean, illustrative: boolean, people?: {of: number, were?: string},
   *   fragments: number, words: number, facets: Facet[], quotes: Entry[]}} Catalogue
   * @typedef {Set<number>[]} Chosen the values chosen of each facet
   */

  /** @param {Catalogue} catalogue */
  return catalogue => {
    const { facets, quotes } = catalogue;
    const theme = facets.findIndex(f => f.key === 'theme'), stance = facets.findIndex(f => f.key === 'stance');
    const people = facets.findIndex(f => f.key === 'participant');

    /** A quote's values. Of one that speaks against a theme, "against" holds of the chosen themes only.
     * @param {Entry} quote @param {number} f @param {Chosen} chosen @param {number} but a facet whose choice does not count */
    function values(quote, f, chosen, but) {
      if (f === theme && but !== stance && chosen[stance]?.size) return quote[2];
      if (f === stance && but !== theme && chosen[theme]?.size && !quote[2].some(v => chosen[theme].has(v))) return [];
      return quote[1][f];
    }

    /** @param {Entry} quote @param {Chosen} chosen @param {number} [but] */
    const fits = (quote, chosen, but = -1) =>
      chosen.every((set, f) => f === but || !set.size || values(quote, f, chosen, but).some(v => set.has(v)));

    /** The places of the quotes that fit. @param {Chosen} chosen @param {(place: number) => boolean} found */
    const hits = (chosen, found) => Array.from(quotes.keys()).filter(i => fits(quotes[i], chosen) && found(i));

    /** For each value of each facet, the quotes that choosing it would give under the other facets.
     * @param {Chosen} chosen @param {(place: number) => boolean} found */
    const counts = (chosen, found) => facets.map((facet, f) => {
      const n = facet.values.map(() => 0);
      quotes.forEach((quote, i) => {
        if (found(i) && fits(quote, chosen, f)) for (const v of values(quote, f, chosen, -1)) n[v]++;
      });
      return n;
    });

    /** What participants are: known from quotes in which one speaks alone. @type {Map<number, Entry>} */
    const alone = new Map(quotes.filter(q => people >= 0 && q[1][people].length === 1).map(q => [q[1][people][0], q]));

    /** How many participants speak in these quotes; of a facet's chosen values alone where one is named; -1: not known.
     * @param {number[]} places @param {number} [f] @param {Set<number>} [chosen] */
    function speakers(places, f = -1, chosen = new Set()) {
      const all = new Set(people < 0 ? [] : places.flatMap(i => quotes[i][1][people]));
      if (f < 0) return all.size;
      if (Array.from(all).some(p => !alone.has(p))) return -1;
      return Array.from(all).filter(p => alone.get(p)?.[1][f].some(v => chosen.has(v))).length;
    }

    /** Chooses or unchooses a value. In a tree the nearer choice replaces the one above or below it.
     * @param {Chosen} chosen @param {number} f @param {number} v */
    function toggle(chosen, f, v) {
      const next = chosen.map(set => new Set(set)), list = facets[f].values;
      /** @param {number} low @param {number} high @returns {boolean} */
      const under = (low, high) => list[low].up === high || (list[low].up !== undefined && under(/** @type {number} */ (list[low].up), high));
      if (next[f].delete(v)) return next;
      for (const other of chosen[f]) if (under(other, v) || under(v, other)) next[f].delete(other);
      next[f].add(v);
      return next;
    }

    return { theme, stance, people, none: () => facets.map(() => /** @type {Set<number>} */ (new Set())), hits, counts, speakers, toggle };
  };
})();
