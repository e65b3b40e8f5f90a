// The quote browser: what is asked for, by the controls or the address, and what is shown of it.
emic.catalogue = catalogue => {
  const { one, kept } = emic,
    { quotes, fragments } = catalogue;
  const input = one('#q'),
    stat = one('.stat'),
    unknown = one('#unknown'),
    filters = one('.filters'),
    lede = one('.lede').textContent;
  const choice = emic.choose(catalogue),
    address = emic.address(catalogue),
    sentence = emic.sentence(catalogue, choice);
  const results = emic.results(catalogue),
    suggestions = emic.suggestions(catalogue, choice, address),
    csv = emic.csv(catalogue);
  const facets = emic.facets(
    catalogue,
    (f, v) => ask(choice.toggle(chosen, f, v), input.value, true),
    () => {
      ask(choice.none(), '', true);
      stat.focus();
    },
  );
  let chosen = choice.none(),
    turn = 0,
    typed = 0,
    filtered = false;
  kept.sizes = catalogue;

  /** Shows what is asked for; what is asked later is not overtaken while scripts load. @param {number} [quote] to go to */
  async function render(quote) {
    const mine = ++turn,
      terms = emic.terms(input.value),
      n = chosen.reduce((sum, set) => sum + set.size, 0),
      any = n + terms.length > 0;
    const wait = setTimeout(() => {
      if (mine === turn) stat.textContent = 'Loading…';
    }, 100);
    try {
      if (terms.length) await results.text();
      if (mine !== turn) return;
      const held = quotes.map((_, i) => !terms.length || emic.holds(kept.prepared[i], terms));
      const hits = choice.hits(chosen, i => held[i]),
        alone = fragments && quote !== undefined;
      facets(
        chosen,
        choice.counts(chosen, i => held[i]),
      );
      one('summary', filters).textContent = n ? `Filters (${n})` : 'Filters';
      if (!(await results.show(any ? hits : alone ? [quote] : undefined, terms))) return;
      const { count, rest } = sentence(
        hits,
        chosen,
        terms.map(term => term.label),
      );
      if (!any) stat.textContent = alone ? `Quote ${quotes[quote][0]}` : lede;
      else if (!hits.length) stat.textContent = `${count + rest}.`;
      else stat.replaceChildren(emic.make('a', { className: 'count', href: address.write(chosen, input.value) }, count), rest);
      one('#tools').hidden = !any;
      csv(any && catalogue.csv ? hits.map(i => quotes[i][0]) : []);
      one('.empty').hidden = !any || hits.length > 0;
      if (any && !hits.length) suggestions(chosen, terms);
      // A quote that has just been made must be gone to once more to be marked.
      if (alone) location.replace(location.hash);
      if (quote !== undefined) results.quote(quote).scrollIntoView();
      else if (filtered && !any) document.getElementById(location.hash.slice(1))?.scrollIntoView();
      filtered = any;
    } catch {
      stat.textContent = 'A part of this page could not be loaded.';
    }
    clearTimeout(wait);
  }

  /** @param {Chosen} next @param {string} q @param {boolean} push whether Back shall undo it */
  function ask(next, q, push) {
    chosen = next;
    if (input.value !== q) input.value = q;
    unknown.hidden = true;
    address.go(address.write(chosen, q), push);
    render();
  }

  function follow() {
    const asked = address.read();
    ({ chosen, q: input.value } = asked);
    unknown.hidden = !asked.unknown.length;
    unknown.textContent = `The link asks for ${asked.unknown.join(', ')}, which this study does not have.`;
    render(asked.quote);
  }

  input.oninput = /** @param {InputEvent} event */ event => {
    clearTimeout(typed);
    if (!event.isComposing) typed = setTimeout(() => ask(chosen, input.value, false), 150);
  };
  input.addEventListener('compositionend', input.oninput);
  input.form.onsubmit = () => false;
  one('#link').onclick = () => emic.copy(location.href, one('#link'));
  emic.keys(results, () => ask(chosen, '', false));

  // On a phone the filters are folded.
  const narrow = matchMedia('(max-width:46rem)');
  narrow.onchange = () => {
    filters.open = !narrow.matches;
  };
  filters.open = !narrow.matches;

  addEventListener('hashchange', follow);
  follow();
};
