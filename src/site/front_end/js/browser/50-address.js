// The address: #theme=quality-of-life&relation=child&q=window is a choice, a bare id a quote.
emic.address = ({ facets, quotes }) => {
  const places = facets.map(f => new Map(f.values.flatMap((v, i) => [v.id, ...(v.aliases || [])].map(id => [id, i]))));
  const ids = new Map(quotes.map((quote, i) => [quote[0], i]));

  return {
    read() {
      const hash = location.hash.slice(1),
        asked = /** @type {AddressState} */ ({ chosen: facets.map(() => new Set()), q: '', unknown: [] });
      for (const [key, value] of new URLSearchParams(hash)) {
        const f = facets.findIndex(facet => facet.key === key),
          v = places[f]?.get(value);
        if (!hash.includes('=')) {
          asked.quote = ids.get(key);
          if (asked.quote === undefined && !document.getElementById(key)) asked.unknown.push(key);
        } else if (key === 'q') asked.q = value;
        else if (v === undefined) asked.unknown.push(`${key}=${value}`);
        else asked.chosen[f].add(v);
      }
      return asked;
    },

    write(chosen, q) {
      const out = new URLSearchParams(chosen.flatMap((set, f) => Array.from(set, v => [facets[f].key, facets[f].values[v].id])));
      if (q.trim()) out.set('q', q.trim());
      return String(out) && `#${out}`;
    },

    go(hash, push) {
      if (hash === location.hash) return;
      const url = hash || location.pathname + location.search;
      try {
        history[push ? 'pushState' : 'replaceState'](null, '', url);
      } catch {
        location.hash = hash;
      } // some browsers allow a file no more
    },
  };
};
