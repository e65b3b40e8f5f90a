// What every page does beyond being read. Everything reads without it.
'use strict';

document.documentElement.classList.add('js');

window.emic = /** @type {Emic} */ ({
  all: (css, within = document) => Array.from(within.querySelectorAll(css)),
  one: (css, within = document) => within.querySelector(css),

  make(tag, is = {}, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(is)) {
      if (name in made) Object.assign(made, { [name]: value });
      else made.setAttribute(name, value);
    }
    made.append(...children);
    return made;
  },

  announce(text) {
    const at = emic.one('#announcements') || emic.make('div', { id: 'announcements', className: 'vh', 'aria-live': 'polite' });
    document.body.append(at);
    at.textContent = text;
  },
});
