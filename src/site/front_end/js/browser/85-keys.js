// Keys: / to the search line, arrows among the results, Esc back out, ? for this list. They can be turned off.
emic.keys = (() => {
  const KEY = 'emic-keys';

  /**
   * @param {HTMLInputElement} input @param {HTMLElement} panel @param {HTMLElement} opener
   * @param {{visible: () => HTMLElement[], focus: (place: number) => void}} results
   * @param {() => void} clear empties the search
   */
  return (input, panel, opener, results, clear) => {
    const box = /** @type {HTMLInputElement} */ (panel.querySelector('input'));
    try { box.checked = localStorage.getItem(KEY) !== 'off'; } catch { /* storage is off */ }
    box.addEventListener('change', () => {
      try { localStorage.setItem(KEY, box.checked ? 'on' : 'off'); } catch { /* storage is off */ }
    });

    /** Where the focus goes back to. @type {Element | null} */
    let before = null;

    /** @param {boolean} open */
    function show(open) {
      if (open) before = document.activeElement;
      panel.hidden = !open;
      opener.setAttribute('aria-expanded', String(open));
      const next = open ? panel : before;
      if (next instanceof HTMLElement) next.focus({ preventScroll: true });
    }

    opener.addEventListener('click', () => show(panel.hidden));
    panel.querySelector('button')?.addEventListener('click', () => show(false));

    /** @param {KeyboardEvent} event @param {Element} on whether the key meant something */
    function press({ key }, on) {
      const writing = on.matches('textarea,select,[contenteditable],input:not([type=checkbox],[type=radio])');
      if (key === '/' && !writing && box.checked) {
        input.focus();
        input.select();
        return true;
      }
      if (key === '?' && !writing && box.checked) {
        show(panel.hidden);
        return true;
      }
      if (key === 'Escape') {
        const filters = /** @type {HTMLDetailsElement | null} */ (on.closest('.filters'));
        const summary = filters?.querySelector('summary');
        if (input.value && !panel.contains(on)) clear();
        else if (!panel.hidden) show(false);
        else if (filters?.open && summary?.offsetParent) {
          filters.open = false;
          summary.focus();
        } else return false;
        return true;
      }
      const quotes = results.visible(), at = quotes.indexOf(/** @type {HTMLElement} */ (on));
      if (at < 0 && on !== input) return false;
      if (key === 'ArrowDown' && at < quotes.length - 1) results.focus(at + 1);
      else if (key === 'ArrowUp' && at > 0) results.focus(at - 1);
      else if (key === 'ArrowUp' && at === 0) input.focus();
      else if (key === 'Enter' && at >= 0) /** @type {HTMLElement | null} */ (on.querySelector('.acts a'))?.click();
      else return false;
      return true;
    }

    document.addEventListener('keydown', event => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
      if (plain && event.target instanceof Element && press(event, event.target)) event.preventDefault();
    });
  };
})();
