// Keys: / to the search line, arrows among the results, Esc back out, ? for this list. Letters can be turned off.
emic.keys = (results, clear) => {
  const { one } = emic,
    input = one('#q'),
    panel = one('#keys'),
    help = one('#help'),
    box = one('input', panel),
    KEY = 'emic-keys';
  try {
    box.checked = !localStorage.getItem(KEY);
  } catch {
    /* storage is off */
  }
  box.onchange = () => {
    try {
      localStorage.setItem(KEY, box.checked ? '' : 'off');
    } catch {
      /* storage is off */
    }
  };

  let before = help;
  function toggle() {
    if (panel.hidden) before = document.activeElement;
    panel.hidden = !panel.hidden;
    help.setAttribute('aria-expanded', String(!panel.hidden));
    (panel.hidden ? before : panel).focus({ preventScroll: true });
  }
  help.onclick = one('button', panel).onclick = toggle;

  /** Whether a key means something. @param {string} key @param {any} on */
  function press(key, on) {
    const writes = on.matches('textarea,input:not([type=checkbox])'),
      filters = on.closest('.filters[open]');
    const quotes = results.visible(),
      at = quotes.indexOf(on),
      among = at >= 0 || on === input;
    if (key === '/' && !writes && box.checked) {
      input.focus();
      input.select();
    } else if (key === '?' && !writes && box.checked) toggle();
    else if (key === 'Escape' && input.value && !panel.contains(on)) clear();
    else if (key === 'Escape' && !panel.hidden) toggle();
    else if (key === 'Escape' && filters && one('summary', filters).offsetParent) {
      filters.open = false;
      one('summary', filters).focus();
    } else if (key === 'ArrowDown' && among && quotes[at + 1]) results.focus(at + 1);
    else if (key === 'ArrowUp' && at > 0) results.focus(at - 1);
    else if (key === 'ArrowUp' && !at) input.focus();
    else if (key === 'Enter' && at >= 0) one('.acts a', on).click();
    else return false;
    return true;
  }

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (press(event.key, event.target)) event.preventDefault();
  });
};
