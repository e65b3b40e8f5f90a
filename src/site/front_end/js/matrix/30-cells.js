// Reading across the matrix: one tab stop, arrows to the next cell in which something stands; the head of a column is lit.
(() => {
	const { all, one } = emic, table = /** @type {HTMLTableElement} */ (one('.mx'));
	// Below this width the table is a list of ordinary links.
	const narrow = matchMedia('(max-width:46rem)'), links = all('td>a', table);
	let stop = links[0];

	/** @param {HTMLElement} link */
	function rove(link) {
		stop = link;
		for (const other of links) other.tabIndex = narrow.matches || other === stop ? 0 : -1;
	}

	/** @param {Element} cell where a cell begins, counted in columns */
	function column(cell) {
		let n = 0;
		for (let at = cell.previousElementSibling; at; at = at.previousElementSibling) n += /** @type {HTMLTableCellElement} */ (at).colSpan;
		return n;
	}

	/** The links among which a key moves, from the nearest on. @param {string} key @param {Element} from */
	function along(key, from) {
		const cell = /** @type {Element} */ (from.parentElement), row = /** @type {Element} */ (cell.parentElement);
		const rtl = getComputedStyle(table).direction === 'rtl', [right, left] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
		const across = all('td>a', row), x = across.indexOf(/** @type {HTMLElement} */ (from));
		if (key === 'Home') return across;
		if (key === 'End') return across.reverse();
		if (key === right) return across.slice(x + 1);
		if (key === left) return across.slice(0, x).reverse();
		const at = column(cell), down = all('tbody tr', table).flatMap(other => all('td>a', other).filter(a => column(/** @type {Element} */ (a.parentElement)) === at));
		const y = down.indexOf(/** @type {HTMLElement} */ (from));
		return key === 'ArrowDown' ? down.slice(y + 1) : key === 'ArrowUp' ? down.slice(0, y).reverse() : undefined;
	}

	table.addEventListener('keydown', event => {
		const from = event.target;
		if (narrow.matches || event.ctrlKey || event.metaKey || event.altKey || !(from instanceof Element && from.matches('td>a'))) return;
		const to = along(event.key, from);
		if (!to) return;
		event.preventDefault();
		to[0]?.focus();
	});

	/** @param {Event} event */
	function light(event) {
		for (const head of all('.hx', table)) head.classList.remove('hx');
		const cell = event.type !== 'pointerleave' && event.target instanceof Element && event.target.closest('tbody td');
		if (cell instanceof HTMLTableCellElement) one('thead tr:last-child', table).cells[column(cell)]?.classList.add('hx');
	}
	table.onpointerover = table.onpointerleave = light;
	table.addEventListener('focusin', event => {
		light(event);
		if (event.target instanceof HTMLElement && event.target.matches('td>a')) rove(event.target);
	});
	narrow.onchange = () => rove(stop);
	rove(stop);
})();
