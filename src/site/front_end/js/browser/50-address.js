// The address: #theme=quality-of-life&relation=child&q=window is a choice, #P03-02 a quote.
emic.address = (() => {
  /** @typedef {Parameters<typeof emic.choose>[0]} Catalogue */

  /** @param {Catalogue} catalogue */
  return ({ facets, quotes }) => {
    const places = facets.map(f => new Map(f.values.flatMap((v, i) => [v.id, ...v.aliases || []].map(id => [id, i]))));
    const ids = new Map(quotes.map((q, i) => [q[0], i]));

    /** What the page is asked for; `quote` is the place of one to go to, `unknown` what the study does not have. */
    function read() {
      const chosen = facets.map(() => /** @type {Set<number>} */ (new Set()));
      /** @type {string[]} */
      const unknown = [];
      let hash = location.hash.slice(1), q = '';
      if (!hash.includes('=')) {
        try { hash = decodeURIComponent(hash); } catch { /* not written by us */ }
        const quote = ids.get(hash);
        if (hash && quote === undefined && !document.getElementById(hash)) unknown.push(hash);
        return { chosen, q, quote, unknown };
      }
      for (const [key, value] of new URLSearchParams(hash)) {
        const f = facets.findIndex(facet => facet.key === key), v = places[f]?.get(value);
        if (key === 'q') q = value;
        else if (v === undefined) unknown.push(`${key}=${value}`);
        else chosen[f].add(v);
      }
      return { chosen, q, quote: undefined, unknown };
    }

    /** @param {Set<number>[]} chosen @param {string} q */
    function write(chosen, q) {
      const out = new URLSearchParams(chosen.flatMap((set, f) => Array.from(set, v => [facets[f].key, facets[f].values[v].id])));
      if (q.trim()) out.set('q', q.trim());
      const hash = String(out);
      return hash && `#${hash}`;
    }

    /** @param {string} hash @param {boolean} push whether Back shall undo it */
    function go(hash, push) {
      if (hash === location.hash) return;
      const url = hash || location.pathname + location.search;
      try {
        if (push) history.pushState(null, '', url);
        else history.replaceState(null, '', url);
      } catch { location.hash = hash; } // some browsers allow no more to a file
    }

    return { read, write, go };
  };
})();
