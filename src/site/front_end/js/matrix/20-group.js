// Grouping the matrix's participants anew: its columns, or its rows where it is turned, with the heads of the groups.
(() => {
  const { all, one, make } = emic,
    table = one('.mx'),
    form = one('.ctl');
  /** @type {Grouping[]} */
  const groupings = JSON.parse(table.dataset.groups || '[]');
  /** @type {number[]} */
  const order = JSON.parse(table.dataset.order || '[]');
  if (!groupings.length) return;

  // What belongs to a participant, as the HTML has it: the i-th row, or of every row with one for each the cell after i others.
  const turned = table.matches('.turned'),
    people = all('tbody tr:not(.g)', table);
  const rows = all('tr:not(.gr)', table)
    .map(row => Array.from(row.children))
    .filter(cells => cells.length > order.length);
  const heads = one('.gr', table),
    total = heads && all(`th[colspan="2"]:last-child`, heads).filter(th => th.textContent === 'Total');
  const width = table.tHead.rows[0].cells.length,
    inOrder = order.map((_, place) => order.indexOf(place));

  /** @param {Grouping} [by] else all as one group, in the study's own order */
  function group(by) {
    const groups = (by ? by.names : [''])
      .map((name, g) => ({ name, who: inOrder.filter(i => !by || by.of[i] === g) }))
      .filter(g => g.who.length);
    /** @param {typeof groups[0]} group @param {string} scope @param {number} colSpan */
    const head = ({ name, who }, scope, colSpan) =>
      name
        ? make('th', { scope, colSpan, className: turned ? '' : 'gs' }, `${name} ${who.length}`)
        : make('td', { colSpan, className: 'gs' });
    if (turned) {
      for (const body of all('tbody', table)) body.remove();
      table.append(
        ...groups.map(group =>
          make(
            'tbody',
            {},
            ...(group.name ? [make('tr', { className: 'g' }, head(group, 'rowgroup', width))] : []),
            ...group.who.map(i => people[i]),
          ),
        ),
      );
      return;
    }
    for (const [first, ...cells] of rows) {
      first.after(...groups.flatMap(({ who }) => who.map(i => cells[i])), ...cells.slice(order.length));
      for (const { who } of groups) who.forEach((i, place) => cells[i].classList.toggle('gs', !place));
    }
    heads?.replaceChildren(make('td'), ...groups.map(group => head(group, 'colgroup', group.who.length)), ...total);
  }

  const set = make(
    'fieldset',
    { className: 'seg' },
    make('legend', {}, 'Group by'),
    ...[...groupings, undefined].map((by, i) =>
      make(
        'label',
        {},
        make('input', { type: 'radio', name: 'group', checked: !i, onchange: () => group(by) }),
        by?.label || 'Participant order',
      ),
    ),
  );
  form.insertBefore(set, one('.key', form));
})();
