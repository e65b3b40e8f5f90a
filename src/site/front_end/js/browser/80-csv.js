// The lines of quotes.csv for the quotes found.
emic.csv = (() => {
  /** @param {HTMLElement} button @param {{counts: boolean, illustrative: boolean}} catalogue */
  return (button, { counts, illustrative }) => {
    /** @type {string[]} */
    let ids = [];

    const rows = () => emic.lines ? ids.flatMap(id => emic.lines?.rows[id] ?? []) : undefined;

    /** Quotes that may not be downloaded are left out; how many remain is known once the lines are loaded. */
    function label() {
      const n = rows()?.length ?? ids.length;
      button.textContent = !counts ? 'CSV of these' : n === ids.length ? `CSV of these ${n}` : `CSV of ${n} of these ${ids.length}`;
      button.hidden = !ids.length;
    }

    button.addEventListener('click', async () => {
      try { await emic.load('rows.js'); } catch { return emic.tell('The table could not be loaded.'); }
      const found = rows() || [];
      label();
      if (!emic.lines || !found.length) return emic.tell('None of these quotes may be downloaded.');
      const file = new Blob([`\ufeff${[emic.lines.head, ...found].join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' });
      const href = URL.createObjectURL(file);
      emic.make('a', { href, download: illustrative ? 'illustrative-quotes.csv' : 'quotes.csv' }).click();
      setTimeout(() => URL.revokeObjectURL(href), 10000);
    });

    /** @param {string[]} found */
    return found => {
      ids = found;
      label();
    };
  };
})();
