// Reading across the matrix: one tab stop, arrows to the next cell in which something stands; the head of a column is lit.
(() => {
  const { all, one } = emic,
    table = /** @type {HTMLTableElement} */ (one('.mx'));
  // Below this width the table is a list of ordinary links.
  const narrow = matchMedia('(max-width:46rem)');
  let stop = /** @type {HTMLElement} */ (one('.c a', table) || one('a', table));

  function rove() {
    for (const link of all('a', table)) link.tabIndex = narrow.matches || link === stop ? 0 : -1;
  }

  /** Where a cell begins, counted in columns. @param {HTMLTableCellElement} cell */
  function column(cell) {
    let n = 0;
    for (const other of /** @type {HTMLTableRowElement} */ (cell.parentElement).cells) {
      if (other === cell) break;
      n += other.colSpan;
    }
    return n;
  }

  /** The link to which a key leads, heads and totals among them. @param {string} key @param {HTMLElement} from */
  function next(key, from) {
    const cell = /** @type {HTMLTableCellElement} */ (from.closest('th,td')),
      row = /** @type {HTMLTableRowElement} */ (cell.parentElement);
    const filled = all('td>a', row),
      rtl = getComputedStyle(table).direction === 'rtl';
    if (key === 'Home') return filled[0];
    if (key === 'End') return filled[filled.length - 1];
    const step = key === 'ArrowDown' || key === (rtl ? 'ArrowLeft' : 'ArrowRight') ? 1 : -1;
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const across = all('a', row);
      return across[across.indexOf(from) + step];
    }
    const at = column(cell);
    for (let y = row.rowIndex + step; table.rows[y]; y += step) {
      const other = Array.from(table.rows[y].cells).find(c => column(c) === at);
      if (other && one('a', other)) return one('a', other);
    }
  }

  table.onkeydown = event => {
    const from = event.target,
      other = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey;
    if (narrow.matches || other || !(from instanceof HTMLElement) || !/^(Arrow.*|Home|End)$/.test(event.key)) return;
    event.preventDefault();
    next(event.key, from)?.focus();
  };

  /** @param {Event} event */
  function light(event) {
    for (const head of all('.hx', table)) head.classList.remove('hx');
    const cell = event.type !== 'pointerleave' && event.target instanceof Element && event.target.closest('tbody td');
    if (cell instanceof HTMLTableCellElement) one('thead tr:last-child', table).cells[column(cell)]?.classList.add('hx');
  }
  table.onpointerover = table.onpointerleave = light;
  table.addEventListener('focusin', event => {
    light(event);
    if (narrow.matches || !(event.target instanceof HTMLElement)) return;
    stop.tabIndex = -1;
    stop = event.target;
    stop.tabIndex = 0;
  });
  narrow.onchange = rove;
  if (stop) rove();
})();
