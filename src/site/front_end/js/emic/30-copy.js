// Copying: through the clipboard, else as pages did before there was one, else by selecting the text for the reader.
emic.copy = (() => {
  const { all, make, tell } = emic;

  /** @param {string} text @returns {Promise<boolean>} */
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch { /* an old host, or the browser says no */ }
    const box = make('textarea', { className: 'vh', value: text }), before = document.activeElement;
    document.body.append(box);
    box.select();
    let done = false;
    try { done = document.execCommand('copy'); } catch { /* neither */ }
    box.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done;
  }

  /** Lets a button say something for a while. @param {HTMLElement} button @param {string} text @param {number} ms */
  function answer(button, text, ms) {
    if (button.dataset.says) return;
    button.dataset.says = button.textContent || '';
    button.textContent = text;
    tell(text);
    setTimeout(() => {
      button.textContent = button.dataset.says || '';
      delete button.dataset.says;
    }, ms);
  }

  /**
   * @param {string} text @param {HTMLElement} button which was pressed
   * @param {Element} [source] where the text stands on the page
   */
  async function copy(text, button, source) {
    if (await put(text)) return answer(button, 'Copied', 1500);
    if (source) getSelection()?.selectAllChildren(source);
    answer(button, source ? 'Selected: press Ctrl+C or ⌘C' : 'Could not copy', 6000);
  }

  /** @param {Element} from @param {string} css */
  const texts = (from, css) => all(css, from).map(e => (e.textContent || '').trim().replace(/\s+/g, ' ')).filter(Boolean);

  /** A quote as it may stand in somebody's paper. @param {Element} q */
  function quoted(q) {
    const turns = all(':not(.orig)>.turns>div', q).map(turn => `${texts(turn, 'dt')}: ${texts(turn, 'dd')}`);
    const told = texts(q, 'div.told>p').join('\n'), said = texts(q, '.say>p').join('\n');
    const words = turns.join('\n') || told || `“${said}”`;
    const who = texts(q, '.who>*').join(', ');
    const by = texts(q, '.by').map(note => ` ${note}.`).join('');
    const mock = document.body.classList.contains('illustrative') ? ' (illustrative)' : '';
    return `${words} (${[who, q.id].filter(Boolean).join('; ')}).${by}${mock}`;
  }

  document.addEventListener('click', event => {
    const button = event.target instanceof Element && event.target.closest('[data-copy]');
    if (!(button instanceof HTMLElement)) return;
    const q = button.closest('.q');
    if (q) return copy(quoted(q), button, q.querySelector('blockquote,div.told') || q);
    const source = button.closest('section,figure') || button, from = source.querySelector('.cite,figcaption') || source;
    copy(texts(source, '.cite,figcaption').join('\n'), button, from);
  });
  return copy;
})();
