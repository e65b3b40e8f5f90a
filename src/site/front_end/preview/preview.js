// The preview alone: asks whether the page is still the study as it is, and shows what is wrong.
(() => {
  'use strict';
  const OFTEN = 300, SELDOM = 2000, SCROLL = 'emic-scroll';
  const me = /** @type {HTMLScriptElement} */ (document.currentScript);
  let { page, css, bar } = me.dataset;

  /** Where the reader was, before the page was loaded again. */
  const restore = () => {
    try {
      const [path, y, open] = JSON.parse(sessionStorage.getItem(SCROLL) || '[]');
      sessionStorage.removeItem(SCROLL);
      if (path !== location.pathname) return;
      document.querySelectorAll('details').forEach((d, i) => { d.open = open[i] ?? d.open; });
      scrollTo(0, y);
    } catch { /* storage is off: the browser keeps the place as well as it can */ }
  };

  const reload = () => {
    const open = Array.from(document.querySelectorAll('details'), d => d.open);
    try { sessionStorage.setItem(SCROLL, JSON.stringify([location.pathname, scrollY, open])); } catch { /* as above */ }
    location.reload();
  };

  const panel = () => document.getElementById('emic-problems');
  const button = () => document.querySelector('.pb button');

  /** @param {boolean} open */
  const show = open => {
    const list = panel();
    if (!list) return;
    list.hidden = !open;
    const b = button();
    if (b) {
      b.textContent = open ? 'Hide problems' : 'Show problems';
      b.setAttribute('aria-expanded', String(open));
    }
  };

  document.addEventListener('click', e => {
    const at = /** @type {Element} */ (e.target);
    if (at.closest('.pb button')) show(panel()?.hidden ?? false);
    const id = at.closest('.copy-id');
    if (id) navigator.clipboard?.writeText(/** @type {HTMLElement} */ (id).dataset.id || '').then(() => { id.textContent = 'Copied'; });
  });
  document.addEventListener('keydown', e => {
    if (e.key === 'Escape' && panel() && !panel().hidden) { show(false); button()?.focus(); }
  });

  /** @param {Element} after @param {string} id */
  const copyId = (after, id) => {
    const b = Object.assign(document.createElement('button'), { type: 'button', className: 'copy-id', textContent: 'Copy id' });
    b.dataset.id = id;
    b.setAttribute('aria-label', 'Copy the id ' + id);
    after.append(' ', b);
  };

  const ids = () => {
    for (const q of document.querySelectorAll('article.q[id]')) {
      const acts = q.querySelector('.acts');
      if (acts && !acts.querySelector('.copy-id')) copyId(acts, q.id);
    }
    const theme = document.querySelector('main[data-theme]');
    const crumbs = theme?.querySelector('nav');
    if (crumbs) copyId(crumbs, theme.dataset.theme);
  };

  const ask = async () => {
    try {
      const answer = await fetch(`/__emic/state?page=${encodeURIComponent(decodeURI(location.pathname))}`, { cache: 'no-store' });
      const now = await answer.json();
      if (now.page !== page) return reload();
      if (now.css !== css) {
        css = now.css;
        for (const link of document.querySelectorAll('link[rel=stylesheet]')) link.href = link.href.split('?')[0] + '?' + css;
      }
      if (now.bar !== bar) {
        bar = now.bar;
        const open = panel() ? !panel().hidden : false;
        document.getElementById('emic-preview').innerHTML = now.html;
        show(open);
      }
      document.documentElement.classList.remove('emic-gone');
    } catch {
      // The server is stopped, or starts again: the page stays as it is.
      document.documentElement.classList.add('emic-gone');
    }
    setTimeout(ask, document.hidden ? SELDOM : OFTEN);
  };

  restore();
  ids();
  setTimeout(ask, OFTEN);
})();
