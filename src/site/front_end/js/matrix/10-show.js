// The matrix's three ways of showing: that somebody spoke of it, how much in symbols, how much in numbers.
'use strict';

emic.show = (() => {
  const { all } = emic;

  /** @param {HTMLElement} table @param {HTMLElement} form */
  return (table, form) => {
    for (const radio of /** @type {HTMLInputElement[]} */ (all('[name=show]', form))) {
      radio.addEventListener('change', set);
      if (radio.checked) set.call(radio);
    }
    /** @this {HTMLInputElement} */
    function set() {
      table.dataset.mode = form.dataset.mode = this.value;
    }
  };
})();
