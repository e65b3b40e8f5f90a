// The matrix page.
(() => {
  const table = /** @type {HTMLTableElement | null} */ (document.querySelector('table.mx')), form = emic.all('.ctl')[0];
  if (!table || !form) return;
  emic.group(table, form);
  emic.show(table, form);
  emic.cells(table);
  // Where a study counts nothing, there is only presence.
  const counted = table.querySelector('.c b');
  if (!counted) emic.all('.shows', form).forEach(part => part.remove());
  form.hidden = !form.querySelector('fieldset');
})();
