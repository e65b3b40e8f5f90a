// The controls: a fieldset for each facet, a checkbox for each value, a chip for each choice.
emic.facets = ({ counts, facets }, toggle, clear) => {
  const { all, one, make } = emic,
    form = one('.filters form'),
    chips = one('.chips');
  const MANY = 12; // what a longer facet has below its first level or beyond is shown when asked for

  const rows = facets.flatMap((facet, f) => {
    if (!facet.shown) return [];
    const grid = facet.key === 'participant',
      long = !grid && facet.values.length > MANY;
    const set = make('fieldset', {}, make('legend', {}, facet.label), make('div', { className: grid ? 'pgrid' : '' }));
    const lists = /** @type {Element[]} */ ([]),
      all = make('button', { type: 'button', className: 'all' }, counts ? `All ${facet.values.length}` : 'All');
    form.append(set);
    const rows = facet.values.map(({ id, label, number, ink, up }, v) => {
      const deep = up !== undefined,
        box = make('input', { type: 'checkbox' }),
        n = make('span', { className: 'n' });
      const name = grid ? [id] : number ? [make('span', { className: deep ? 'k' : 'badge' }, number), ` ${label}`] : [label];
      const row = make('label', { className: `t${ink}` }, box, make('span', {}, ...name), ...(grid ? [] : [n]));
      (deep ? lists[up] : set.lastElementChild)?.append(row, (lists[v] = make('div', { className: 'i' })));
      box.onchange = () => toggle(f, v);
      return { f, v, up, box, row, n, grid, rest: long && (deep || (v >= MANY && facet.values[v].number === undefined)) };
    });
    if (rows.some(row => row.rest)) set.append(all);
    all.onclick = () => {
      all.remove();
      const rest = rows.filter(row => row.rest);
      for (const row of rest) row.rest = row.row.hidden = false;
      rest[0].box.focus();
    };
    return rows;
  });

  return (chosen, numbers) => {
    for (const { f, v, up, box, row, n, grid, rest } of rows) {
      const { values } = facets[f],
        is = numbers[f][v],
        unit = is === 1 ? 'quote' : 'quotes';
      box.checked = chosen[f].has(v);
      row.classList.toggle('z', !is);
      if (counts) n.replaceChildren(String(is), make('span', { className: 'vh' }, ` ${unit}`));
      if (grid) box.setAttribute('aria-label', values[v].label + (counts ? `: ${is} ${unit}` : ''));
      // Chosen values always show, and so do those under a chosen one or beside it.
      row.hidden = rest && !box.checked && !(up !== undefined && Array.from(chosen[f]).some(c => c === up || values[c].up === up));
    }
    chips.replaceChildren(
      ...chosen.flatMap((set, f) =>
        Array.from(set, v => {
          const { number, label } = facets[f].values[v],
            text = number ? `${number} ${label}` : label;
          const chip = make('button', { type: 'button', 'aria-label': `${text}, remove` }, text, make('span', {}, '×'));
          chip.onclick = () => {
            const place = all('button', chips).indexOf(chip);
            toggle(f, v);
            // The chip is gone: the one in its place is next.
            const left = all('button', chips);
            (left[Math.min(place, left.length - 2)] || one('.stat')).focus();
          };
          return chip;
        }),
      ),
    );
    chips.hidden = !chips.firstChild;
    chips.append(make('button', { type: 'button', className: 'clear', onclick: clear }, 'Clear all'));
  };
};
