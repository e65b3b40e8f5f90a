// The preview alone: asks whether the page is still the study as it is, and shows what is wrong.
(() => {
  'use strict';
  /** Milliseconds between two questions, for a page that is looked at and for one that is not. */
  const OFTEN = 300;
  const SELDOM = 2000;
  const SCROLL_KEY = 'emic-scroll';
  // The tags of the page, of the style sheet and of the bar: where the server has another one, it has something new.
  let { page, css, bar } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;

  /** Where the reader was, before the page was loaded again. */
  function restorePosition() {
    try {
      const [path, y, open] = JSON.parse(sessionStorage.getItem(SCROLL_KEY) || '[]');
      sessionStorage.removeItem(SCROLL_KEY);
      if (path !== location.pathname) return;
      document.querySelectorAll('details').forEach((details, i) => {
        details.open = open[i] ?? details.open;
      });
      scrollTo(0, y);
    } catch {
      // Storage is off: the browser keeps the place as well as it can.
    }
  }

  function reload() {
    const open = Array.from(document.querySelectorAll('details'), details => details.open);
    try {
      sessionStorage.setItem(SCROLL_KEY, JSON.stringify([location.pathname, scrollY, open]));
    } catch {
      // As above.
    }
    location.reload();
  }

  const panel = () => document.getElementById('emic-problems');
  const isPanelOpen = () => panel()?.hidden === false;
  /** @returns {HTMLButtonElement | null} */
  const panelButton = () => document.querySelector('.pb button');

  /** @param {boolean} open */
  function showPanel(open) {
    const list = panel();
    if (!list) return;
    list.hidden = !open;
    const button = panelButton();
    if (!button) return;
    button.textContent = open ? 'Hide problems' : 'Show problems';
    button.setAttribute('aria-expanded', String(open));
  }

  document.addEventListener('click', event => {
    if (!(event.target instanceof Element)) return;
    if (event.target.closest('.pb button')) showPanel(!isPanelOpen());
    const button = event.target.closest('.copy-id');
    if (!(button instanceof HTMLElement)) return;
    navigator.clipboard?.writeText(button.dataset.id || '').then(() => {
      button.textContent = 'Copied';
    });
  });
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !isPanelOpen()) return;
    showPanel(false);
    panelButton()?.focus();
  });

  /** @param {Element} place @param {string} id */
  function appendCopyButton(place, id) {
    const button = Object.assign(document.createElement('button'), { type: 'button', className: 'copy-id', textContent: 'Copy id' });
    button.dataset.id = id;
    button.setAttribute('aria-label', `Copy the id ${id}`);
    place.append(' ', button);
  }

  /** Authors write ids into their texts: quotes and themes give theirs. */
  function addCopyButtons() {
    for (const quote of document.querySelectorAll('article.q[id]')) {
      const actions = quote.querySelector('.acts');
      if (actions && !actions.querySelector('.copy-id')) appendCopyButton(actions, quote.id);
    }
    /** @type {HTMLElement | null} */
    const theme = document.querySelector('main[data-theme]');
    const crumbs = theme?.querySelector('nav');
    if (crumbs && theme?.dataset.theme) appendCopyButton(crumbs, theme.dataset.theme);
  }

  async function poll() {
    try {
      const answer = await fetch(`/__emic/state?page=${encodeURIComponent(decodeURI(location.pathname))}`, { cache: 'no-store' });
      const now = await answer.json();
      if (now.page !== page) return reload();
      if (now.css !== css) {
        css = now.css;
        /** @type {NodeListOf<HTMLLinkElement>} */
        const sheets = document.querySelectorAll('link[rel=stylesheet]');
        for (const link of sheets) link.href = `${link.href.split('?')[0]}?${css}`;
      }
      const place = document.getElementById('emic-preview');
      if (now.bar !== bar && place) {
        bar = now.bar;
        const open = isPanelOpen();
        place.innerHTML = now.html;
        showPanel(open);
      }
      document.documentElement.classList.remove('emic-gone');
    } catch {
      // The server is stopped, or starts again: the page stays as it is.
      document.documentElement.classList.add('emic-gone');
    }
    setTimeout(poll, document.hidden ? SELDOM : OFTEN);
  }

  restorePosition();
  addCopyButtons();
  setTimeout(poll, OFTEN);
})();
