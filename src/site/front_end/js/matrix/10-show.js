// The matrix's three ways of showing: that somebody spoke of it, how much in symbols, how much in numbers.
'use strict';

(() => {
  const table = emic.one('.mx'),
    form = emic.one('.ctl'),
    shows = emic.all('.shows');
  form.onchange = () => {
    table.dataset.mode = form.dataset.mode = emic.one('[name=show]:checked')?.value || 'presence';
  };
  form.onchange();
  // Where a study counts nothing there is only presence.
  if (!emic.one('.c b', table)) for (const part of shows) part.remove();
})();
