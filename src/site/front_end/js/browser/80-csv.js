// The lines of quotes.csv for the quotes found.
emic.csv = ({ counts, illustrative }) => {
  const { one, make, kept, announce } = emic,
    button = one('#csv');
  let ids = /** @type {string[]} */ ([]);

  const rows = () => kept.lines && ids.flatMap(id => kept.lines?.rows[id] ?? []);

  /** What may not be downloaded is left out; how much remains is known once the lines are loaded. */
  function label() {
    const n = (rows() || ids).length,
      of = n === ids.length ? 'these' : `${n} of these`;
    button.textContent = `CSV of ${counts ? `${of} ${ids.length}` : 'these'}`;
    button.hidden = !ids.length;
  }

  button.onclick = async () => {
    await emic.load('rows.js').catch(() => {});
    const found = rows();
    label();
    if (!found?.length) return announce(found ? 'None of these may be downloaded' : 'Could not be loaded');
    const href = URL.createObjectURL(new Blob([`\ufeff${[kept.lines?.head, ...found].join('\r\n')}\r\n`], { type: 'text/csv' }));
    make('a', { href, download: illustrative ? 'illustrative-quotes.csv' : 'quotes.csv' }).click();
    setTimeout(() => URL.revokeObjectURL(href), 10000);
  };

  return found => {
    ids = found;
    label();
  };
};
