// The scheme button, copying, and the quote list's filter by fragment. Everything reads without it.
(function () {
  'use strict';
  var root = document.documentElement, key = 'emic-scheme', was = false;
  root.classList.add('js');
  try { root.dataset.scheme = localStorage.getItem(key) || ''; } catch (e) { /* storage is off */ }

  /** @param {string} css @param {ParentNode} [within] @returns {HTMLElement[]} */
  function all(css, within) { return Array.from((within || document).querySelectorAll(css)); }

  /** @param {Element} from @param {string} css */
  function text(from, css) {
    return all(css, from).map(function (e) { return (e.textContent || '').trim().replace(/\s+/g, ' '); }).filter(Boolean).join('\n');
  }

  /** @param {Element} button */
  function copy(button) {
    var q = button.closest('.q');
    if (!q) return text(button.closest('section,figure') || button, '.cite,figcaption');
    var said = text(q, '.say>p,.told>p,blockquote>.turns div,.told>.turns div');
    if (q.querySelector('.say')) said = '“' + said + '”';
    var mock = document.body.classList.contains('illustrative') && 'illustrative, not a participant’s words';
    return said + ' (' + [text(q, '.who'), q.id, text(q, '.by'), mock].filter(Boolean).join('; ') + ')';
  }

  function filter() {
    var found = document.getElementById('found'), quotes = all('.res .q');
    if (!found || !quotes.length) return;
    var want = new URLSearchParams(location.hash.slice(1)), theme = want.get('theme'), who = want.get('participant');
    var on = Boolean(theme || who), n = 0;
    /** @param {string|undefined} ids @param {string|null} id */
    function has(ids, id) { return !id || (ids || '').split(' ').includes(id); }
    quotes.forEach(function (q) {
      q.hidden = !has(q.dataset.themes, theme) || !has(q.dataset.voices, who);
      if (!q.hidden) n++;
    });
    all('.res>section').forEach(function (s) { s.hidden = !s.querySelector('.q:not([hidden])'); });
    found.hidden = !on;
    found.textContent = n + (n === 1 ? ' quote' : ' quotes') + (who ? ' of ' + who : '') + (theme ? ' under ' + theme : '') + '. ';
    var link = document.createElement('a');
    link.href = '#main';
    link.textContent = 'Show all quotes';
    found.append(link);
    var at = was && !on && document.getElementById(location.hash.slice(1));
    if (at) at.scrollIntoView();
    was = on;
  }

  addEventListener('hashchange', filter);
  document.addEventListener('DOMContentLoaded', function () {
    all('.scheme').forEach(function (b) {
      b.onclick = function () {
        var now = root.dataset.scheme || (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
        root.dataset.scheme = now = now === 'dark' ? 'light' : 'dark';
        try { localStorage.setItem(key, now); } catch (e) { /* storage is off */ }
      };
    });
    all('[data-copy]').forEach(function (b) {
      b.hidden = !navigator.clipboard;
      b.onclick = function () {
        navigator.clipboard.writeText(copy(b)).then(function () { b.textContent = 'Copied'; });
      };
    });
    filter();
  });
})();
