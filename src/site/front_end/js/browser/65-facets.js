// The controls: a fieldset for each facet, a checkbox for each value, chips for what is chosen.
emic.facets = (() => {
  const { all, make } = emic;
  const MANY = 24; // more values than this are shown when asked for

  /** @typedef {Parameters<typeof emic.choose>[0]} Catalogue */

  /**
   * @param {Catalogue} catalogue @param {Element} form @param {Element} chips
   * @param {(f: number, v: number) => void} toggle @param {() => void} clear
   */
  return ({ counts, facets }, form, chips, toggle, clear) => {
    /** What stands at each value. @type {{f: number, v: number, box: HTMLInputElement, label: HTMLElement, n: HTMLElement, more: boolean}[]} */
    const rows = [];
    /** Facets shown whole. @type {Set<number>} */
    const whole = new Set();

    facets.forEach((facet, f) => {
      if (!facet.shown) return;
      const grid = facet.key === 'participant', set = make('fieldset', {}, make('legend', {}, facet.label));
      const body = set.appendChild(make('div', { className: grid ? 'pgrid' : '' }));
      /** The groups into which the values below each value go. @type {Map<number | undefined, HTMLElement>} */
      const below = new Map([[undefined, body]]);
      facet.values.forEach((value, v) => {
        const box = make('input', { type: 'checkbox' }), n = make('span', { className: 'n' });
        const deep = value.up !== undefined;
        const name = make('span', {}, ...grid ? [value.id] : value.number ? [
          make('span', { className: deep ? 'k' : 'badge' }, value.number), ' ', value.label] : [value.label]);
        const label = make('label', { className: value.ink ? `t${value.ink}` : '' }, box, name, ...grid ? [] : [n]);
        let group = below.get(value.up);
        if (!group) {
          group = make('div', { className: 'i' });
          below.set(value.up, group);
          rows.find(row => row.f === f && row.v === value.up)?.label.after(group);
        }
        group.append(label);
        box.addEventListener('change', () => toggle(f, v));
        rows.push({ f, v, box, label, n, more: facet.values.length > MANY && !grid && (deep || v >= MANY) });
      });
      if (rows.some(row => row.f === f && row.more)) {
        const more = make('button', { type: 'button', className: 'all' }, counts ? `All ${facet.values.length}` : 'All');
        more.addEventListener('click', () => {
          whole.add(f);
          more.remove();
          for (const row of rows) if (row.f === f) row.label.hidden = false;
          rows.find(row => row.f === f && row.more)?.box.focus();
        });
        set.append(more);
      }
      form.append(set);
    });

    /** @param {Set<number>[]} chosen @param {number[][]} n */
    function update(chosen, n) {
      for (const { f, v, box, label, n: at, more } of rows) {
        const { values } = facets[f], up = values[v].up, count = n[f][v];
        box.checked = chosen[f].has(v);
        label.classList.toggle('z', !count);
        const unit = count === 1 ? 'quote' : 'quotes';
        if (counts) at.replaceChildren(String(count), make('span', { className: 'vh' }, ` ${unit}`));
        if (!at.parentNode) box.setAttribute('aria-label', counts ? `${values[v].label}: ${count} ${unit}` : values[v].label);
        // Where not all are shown, those near a choice are: chosen ones, their siblings and what is under them.
        const near = box.checked || (up !== undefined && Array.from(chosen[f]).some(c => c === up || values[c].up === up));
        label.hidden = more && !whole.has(f) && !near;
      }
      const on = chosen.flatMap((set, f) => Array.from(set, v => ({ f, v, is: facets[f].values[v] })));
      chips.replaceChildren(...on.map(({ f, v, is }) => {
        const chip = make('button', { type: 'button' }, [is.number, is.label].filter(Boolean).join(' '),
          make('span', { className: 'vh' }, ', remove'), make('span', { 'aria-hidden': 'true' }, '×'));
        chip.addEventListener('click', () => {
          const place = all('button', chips).indexOf(chip);
          toggle(f, v);
          // The chip is gone: the next one has its place.
          const left = all('button', chips);
          (left[Math.min(place, left.length - 2)] || all('.stat')[0]).focus();
        });
        return chip;
      }));
      if (on.length) {
        const all = chips.appendChild(make('button', { type: 'button', className: 'clear' }, 'Clear all'));
        all.addEventListener('click', clear);
      }
      return on.length;
    }
    return { update };
  };
})();
