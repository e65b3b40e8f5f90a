// What every page does beyond being read. Everything reads without it.
'use strict';

/** What the site's scripts share, window.emic. Each file puts its part there. */
var emic = {};

document.documentElement.classList.add('js');

emic.all = /** @param {string} css @param {ParentNode} [within] @returns {HTMLElement[]} */
  (css, within = document) => Array.from(within.querySelectorAll(css));

/**
 * An element with properties (or attributes, where there is no such property) and children.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag @param {Record<string, unknown>} [is] @param {(string | Node)[]} children
 */
emic.make = (tag, is = {}, ...children) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(is)) {
    if (name in made) Object.assign(made, { [name]: value });
    else made.setAttribute(name, String(value));
  }
  made.append(...children);
  return made;
};

/** Says something to those who listen to the page. @param {string} text */
emic.tell = text => {
  let at = document.getElementById('told');
  if (!at) document.body.append(at = emic.make('div', { id: 'told', className: 'vh', 'aria-live': 'polite' }));
  at.textContent = text;
};
