// The scheme button, and the quote list's filter by fragment. Everything reads without it.
(function () {
  'use strict';
  var root = document.documentElement, key = 'emic-scheme';
  root.classList.add('js');
  try { var kept = localStorage.getItem(key); if (kept) root.dataset.scheme = kept; } catch (e) { /* private mode */ }

  /** @param {string} hash @returns {Record<string, string>} */
  function asked(hash) {
    /** @type {Record<string, string>} */ var out = {};
    hash.slice(1).split('&').forEach(function (pair) { var at = pair.indexOf('='); if (at > 0) out[pair.slice(0, at)] = decodeURIComponent(pair.slice(at + 1)); });
    return out;
  }

  function filter() {
    var found = document.getElementById('found');
    if (!found) return;
    var want = asked(location.hash), n = 0, on = Boolean(want.theme || want.participant);
    document.querySelectorAll('article.q').forEach(function (q) {
      var has = function (/** @type {string} */ name, /** @type {string|undefined} */ id) { return !id || (' ' + (q.getAttribute(name) || '') + ' ').indexOf(' ' + id + ' ') >= 0; };
      var fits = has('data-themes', want.theme) && has('data-voices', want.participant);
      /** @type {HTMLElement} */ (q).hidden = !fits;
      if (fits) n++;
    });
    document.querySelectorAll('section.by-theme').forEach(function (s) { /** @type {HTMLElement} */ (s).hidden = !s.querySelector('article.q:not([hidden])'); });
    found.hidden = !on;
    found.textContent = n + (n === 1 ? ' quote' : ' quotes') + (want.participant ? ' of ' + want.participant : '') + (want.theme ? ' under ' + want.theme : '') + '. ';
    var all = document.createElement('a');
    all.href = '#main'; all.textContent = 'Show all quotes';
    found.appendChild(all);
  }

  document.addEventListener('DOMContentLoaded', function () {
    var button = document.querySelector('.scheme');
    if (button) button.addEventListener('click', function () {
      var dark = root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.scheme = dark ? 'light' : 'dark';
      try { localStorage.setItem(key, root.dataset.scheme); } catch (e) { /* private mode */ }
    });
    filter();
    window.addEventListener('hashchange', filter);
  });
})();
