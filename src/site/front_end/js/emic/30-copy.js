// Copying: through the clipboard, else as pages did before there was one, else by selecting the text for the reader.
(() => {
  const { all, one, make, announce } = emic;

  /** @param {string} text */
  async function put(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      /* an old host, or the browser says no */
    }
    const box = make('textarea', { className: 'vh', value: text }),
      before = document.activeElement;
    document.body.append(box);
    box.select();
    const done = document.execCommand('copy');
    box.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    return done;
  }

  emic.copy = async (text, button, source) => {
    const done = await put(text),
      says = button.textContent,
      name = button.getAttribute('aria-label');
    if (!done && source) getSelection()?.selectAllChildren(source);
    const answer = done ? 'Copied' : source ? 'Selected: press Ctrl+C or ⌘C' : 'Could not copy';
    announce(answer);
    if (says === answer) return;
    // What is heard says what is seen.
    const show = (/** @type {string | null} */ seen, /** @type {string | null} */ heard) => {
      button.textContent = seen;
      if (name && heard) button.setAttribute('aria-label', heard);
    };
    show(answer, `${answer}: ${name}`);
    setTimeout(() => show(says, name), done ? 1500 : 6000);
  };

  /** @param {Element} from @param {string} css */
  const texts = (from, css) =>
    all(css, from)
      .map(e => (e.textContent || '').trim().replace(/\s+/g, ' '))
      .filter(Boolean);

  /** A quote as it may stand in somebody's paper. @param {Element} q */
  function quoted(q) {
    const turns = all(':not(.orig)>.turns>div', q).map(turn => `${texts(turn, 'dt')}: ${texts(turn, 'dd')}`);
    const words = [...turns, ...texts(q, 'div.told>p')].join('\n') || `“${texts(q, '.say>p').join('\n')}”`;
    const who = [texts(q, '.who>*').join(', '), q.id].filter(Boolean).join('; ');
    const mock = one('body.illustrative') ? ' (illustrative)' : '';
    return `${words} (${who}).${texts(q, '.by')
      .map(note => ` ${note}.`)
      .join('')}${mock}`;
  }

  document.addEventListener('click', event => {
    const button = event.target instanceof Element && event.target.closest('[data-copy]');
    if (!(button instanceof HTMLElement)) return;
    const q = button.closest('.q'),
      around = button.closest('section,figure') || button;
    if (q) emic.copy(quoted(q), button, one('blockquote,div.told', q));
    else emic.copy(texts(around, '.cite,figcaption').join('\n'), button, one('.cite,figcaption', around));
  });
})();
