// Grouping the matrix's participants anew: its columns, or its rows where it is turned, with the heads of the groups.
emic.group = (() => {
  const { all, make } = emic;

  /** @typedef {{key: string, label: string, names: string[], of: number[]}} Grouping of: the group of each participant, as the HTML has them */

  /** @param {HTMLTableElement} table @param {HTMLElement} form */
  return (table, form) => {
    /** @type {Grouping[]} */
    const groupings = JSON.parse(table.dataset.groups || '[]');
    /** @type {number[]} */
    const order = JSON.parse(table.dataset.order || '[]');
    const turned = table.classList.contains('turned'), n = order.length;
    if (!groupings.length || !n || !table.tHead) return;

    // All that belongs to one participant, in the order of the HTML: a row, or a cell of every row that has one for each.
    const rows = turned ? [] : all('tr:not(.gr)', table).filter(row => row.children.length > n).map(row => Array.from(row.children));
    const people = turned ? all('tbody tr:not(.g)', table) : [];
    const total = table.tHead.querySelector('.gr th:last-child')?.textContent === 'Total' ? table.tHead.querySelector('.gr th:last-child') : null;
    const columns = table.tHead.rows[table.tHead.rows.length - 1].cells.length;

    /** Participants by group; without a grouping one group without a name, in the study's own order. @param {Grouping} [by] */
    function groups(by) {
      const all = order.map((place, i) => ({ place, i })).sort((a, b) => a.place - b.place).map(p => p.i);
      return by ? by.names.map((name, g) => ({ name, who: all.filter(i => by.of[i] === g) })).filter(g => g.who.length) : [{ name: '', who: all }];
    }

    /** @param {ReturnType<typeof groups>} list */
    function columnsBy(list) {
      for (const cells of rows) {
        const [head, rest] = [cells[0], cells.slice(n + 1)];
        const sorted = list.flatMap(group => group.who.map((i, place) => {
          cells[i + 1].classList.toggle('gs', place === 0);
          return cells[i + 1];
        }));
        head.after(...sorted, ...rest);
      }
      const row = table.tHead?.querySelector('.gr');
      row?.replaceChildren(make('td'), ...list.map(({ name, who }) => make(name ? 'th' : 'td', {
        className: 'gs', colSpan: who.length, ...name && { scope: 'colgroup' },
      }, name && `${name} ${who.length}`)), ...total ? [total] : []);
    }

    /** @param {ReturnType<typeof groups>} list */
    function rowsBy(list) {
      for (const body of Array.from(table.tBodies)) body.remove();
      for (const { name, who } of list) {
        const body = table.createTBody();
        if (name) body.append(make('tr', { className: 'g' }, make('th', { scope: 'rowgroup', colSpan: columns }, `${name} ${who.length}`)));
        body.append(...who.map(i => people[i]));
      }
    }

    const set = make('fieldset', { className: 'seg' }, make('legend', {}, 'Group by'));
    [...groupings, undefined].forEach((by, i) => {
      const radio = make('input', { type: 'radio', name: 'group', checked: i === 0 });
      radio.addEventListener('change', () => (turned ? rowsBy : columnsBy)(groups(by)));
      set.append(make('label', {}, radio, by?.label || 'Participant order'));
    });
    form.querySelector('fieldset')?.after(set);
  };
})();
