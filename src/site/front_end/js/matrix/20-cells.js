// Reading across the matrix: one tab stop, arrows to the next cell in which something stands; the head of a column is lit.
emic.cells = (() => {
  const { all } = emic;

  /** @param {HTMLTableElement} table */
  return table => {
    /** Below this width the table is a list of ordinary links. */
    const narrow = matchMedia('(max-width:46rem)');
    /** @type {HTMLElement | undefined} */
    let stop;

    /** The links of each row, each with its column. @returns {{column: number, link: HTMLElement | null}[][]} */
    const grid = () => Array.from(table.tBodies).flatMap(body => Array.from(body.rows, row => {
      let column = 0;
      return Array.from(row.cells, cell => {
        const at = column;
        column += cell.colSpan;
        return { column: at, link: at || cell.colSpan > 1 ? /** @type {HTMLElement | null} */ (cell.querySelector('td>a')) : null };
      });
    }));

    /** @param {HTMLElement} link */
    function set(link) {
      if (stop) stop.tabIndex = -1;
      stop = link;
      stop.tabIndex = 0;
    }

    function rove() {
      const links = all('td>a', table);
      for (const link of links) {
        if (narrow.matches) link.removeAttribute('tabindex');
        else link.tabIndex = -1;
      }
      if (!narrow.matches && links.length) set(stop || links[0]);
    }

    /** The link to which a key leads. @param {string} key @param {Element} from */
    function next(key, from) {
      const rows = grid(), y = rows.findIndex(row => row.some(c => c.link === from));
      if (y < 0) return;
      const x = rows[y].findIndex(c => c.link === from), column = rows[y][x].column;
      const filled = rows[y].filter(c => c.link), rtl = getComputedStyle(table).direction === 'rtl';
      const after = rows[y].slice(x + 1).find(c => c.link), before = rows[y].slice(0, x).reverse().find(c => c.link);
      const above = rows.slice(0, y).reverse(), below = rows.slice(y + 1);
      /** @param {typeof rows} list */
      const along = list => list.flatMap(row => row.filter(c => c.link && c.column === column))[0];
      /** @type {Record<string, typeof after>} */
      const to = {
        ArrowRight: rtl ? before : after, ArrowLeft: rtl ? after : before, ArrowUp: along(above), ArrowDown: along(below),
        Home: filled[0], End: filled[filled.length - 1],
      };
      return key in to ? to[key]?.link || from : undefined;
    }

    table.addEventListener('keydown', event => {
      if (narrow.matches || event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof Element)) return;
      const link = next(event.key, event.target);
      if (!(link instanceof HTMLElement)) return;
      event.preventDefault();
      link.focus();
    });

    /** @param {Event} event */
    function light(event) {
      for (const head of all('.hx', table)) head.classList.remove('hx');
      const cell = event.type !== 'pointerleave' && event.target instanceof Element && event.target.closest('tbody td');
      if (!(cell instanceof HTMLTableCellElement) || cell.parentElement?.classList.contains('g')) return;
      const heads = table.tHead?.rows;
      heads?.[heads.length - 1].cells[cell.cellIndex]?.classList.add('hx');
    }
    table.addEventListener('pointerover', light);
    table.addEventListener('pointerleave', light);
    table.addEventListener('focusin', event => {
      light(event);
      if (!narrow.matches && event.target instanceof HTMLElement && event.target.matches('td>a')) set(event.target);
    });
    narrow.addEventListener('change', rove);
    rove();
  };
})();
