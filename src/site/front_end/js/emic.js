// Scheme, copying, the quote list's filter. Everything reads without it.
(() => {
  'use strict';
  const root = document.documentElement, key = 'emic-scheme';
  let filtered = false;
  root.classList.add('js');
  try { root.dataset.scheme = localStorage.getItem(key) || ''; } catch { /* storage is off */ }

  /** @param {string} css @param {ParentNode} [within] @returns {HTMLElement[]} */
  const all = (css, within = document) => Array.from(within.querySelectorAll(css));

  /** @param {Element} from @param {string} css */
  const text = (from, css) => all(css, from).map(e => (e.textContent || '').trim().replace(/\s+/g, ' ')).filter(Boolean).join('\n');

  /** @param {Element} button */
  function copy(button) {
    const q = button.closest('.q');
    if (!q) return text(button.closest('section,figure') || button, '.cite,figcaption');
    let said = text(q, '.say>p,div.told>p');
    if (q.querySelector('.say')) said = `“${said}”`;
    const turns = all(':not(.orig)>.turns>div', q).map(t => `${text(t, 'dt')}: ${text(t, 'dd')}`).join('\n');
    const mock = document.body.classList.contains('illustrative') && 'illustrative quote';
    return `${turns || said} (${[text(q, '.who'), q.id, text(q, '.by'), mock].filter(Boolean).join('; ')})`;
  }

  function filter() {
    const found = document.getElementById('found'), quotes = all('.res .q');
    if (!found || !quotes.length) return;
    const want = new URLSearchParams(location.hash.slice(1)), theme = want.get('theme'), who = want.get('participant');
    const on = Boolean(theme || who);
    /** @param {string | undefined} ids @param {string | null} id */
    const has = (ids, id) => !id || (ids || '').split(' ').includes(id);
    for (const q of quotes) q.hidden = !(has(q.dataset.themes, theme) && has(q.dataset.voices, who));
    for (const s of all('.res>section')) s.hidden = !s.querySelector('.q:not([hidden])');
    const n = quotes.filter(q => !q.hidden).length;
    const link = Object.assign(document.createElement('a'), { href: '#main', text: 'Show all quotes' });
    found.replaceChildren(`${n} quote${n === 1 ? '' : 's'}${who ? ' of ' + who : ''}${theme ? ' under ' + theme : ''}. `, link);
    found.hidden = !on;
    const at = filtered && !on && document.getElementById(location.hash.slice(1));
    if (at) at.scrollIntoView();
    filtered = on;
  }

  addEventListener('hashchange', filter);
  document.addEventListener('DOMContentLoaded', () => {
    filter();
    for (const b of all('.scheme')) b.onclick = () => {
      const now = root.dataset.scheme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
      const next = root.dataset.scheme = now === 'dark' ? 'light' : 'dark';
      try { localStorage.setItem(key, next); } catch { /* storage is off */ }
    };
    for (const b of all('[data-copy]')) {
      b.hidden = !navigator.clipboard;
      b.onclick = () => navigator.clipboard.writeText(copy(b)).then(() => { b.textContent = 'Copied'; });
    }
  });
})();
