// The quote browser: what is asked for, by the controls or the address, and what is shown of it.

/** Called by catalogue.js. @param {Parameters<typeof emic.choose>[0]} catalogue */
emic.catalogue = catalogue => {
  const { all, search } = emic, { quotes, fragments } = catalogue;
  /** @param {string} css */
  const one = css => all(css)[0];
  const input = /** @type {HTMLInputElement} */ (one('#q')), filters = /** @type {HTMLDetailsElement} */ (one('.filters'));
  const stat = one('.stat'), unknown = one('#unknown'), empty = one('.empty'), link = one('#link'), tools = one('#tools'), chips = one('.chips');
  emic.sizes = catalogue;

  const choice = emic.choose(catalogue), address = emic.address(catalogue), sentence = emic.sentence(catalogue, choice);
  const results = emic.results(catalogue, one('.res'), one('#more')), ways = emic.ways(catalogue, choice, address, empty);
  const csv = emic.csv(one('#csv'), catalogue);
  const controls = emic.facets(catalogue, one('.filters form'), chips,
    (f, v) => ask(choice.toggle(chosen, f, v), input.value, true),
    () => { ask(choice.none(), '', true); stat.focus(); });
  const lede = one('.lede').textContent || '';
  let chosen = choice.none(), turn = 0, filtered = false;

  /** Shows what is asked for. What is asked later is not overtaken while scripts load. @param {number} [quote] to go to */
  async function render(quote) {
    const mine = ++turn, terms = search.terms(input.value), n = chosen.reduce((sum, set) => sum + set.size, 0);
    const any = n > 0 || terms.length > 0;
    const wait = setTimeout(() => { if (mine === turn) stat.textContent = 'Loading…'; }, 100);
    try {
      if (terms.length) await results.text();
      if (mine !== turn) return;
      const held = quotes.map((_, i) => !terms.length || search.holds(emic.prepared[i], terms));
      const hits = choice.hits(chosen, i => held[i]);
      controls.update(chosen, choice.counts(chosen, i => held[i]));
      const alone = fragments && quote !== undefined;
      if (!await results.show(any ? hits : alone ? [quote] : undefined, terms)) return;
      const { count, rest } = sentence(hits, chosen, terms.map(t => t.said));
      if (!any) stat.textContent = alone ? `Quote ${quotes[quote][0]}` : lede;
      else if (!hits.length) stat.textContent = `${count + rest}.`;
      else stat.replaceChildren(emic.make('a', { className: 'count', href: address.write(chosen, input.value) }, count), rest);
      tools.hidden = !any;
      csv(any && catalogue.csv ? hits.map(i => quotes[i][0]) : []);
      empty.hidden = !any || hits.length > 0;
      if (!empty.hidden) ways(chosen, terms);
      chips.hidden = !n;
      one('.filters>summary').textContent = n ? `Filters (${n})` : 'Filters';
      if (quote !== undefined) {
        // To be marked, a quote that has just been made must be gone to again.
        if (fragments) location.replace(location.hash);
        results.quote(quote).scrollIntoView();
      } else if (filtered && !any) document.getElementById(location.hash.slice(1))?.scrollIntoView();
      filtered = any;
    } catch {
      stat.textContent = 'A part of this page could not be loaded.';
    } finally {
      clearTimeout(wait);
    }
  }

  /** @param {typeof chosen} next @param {string} q @param {boolean} push whether Back shall undo it */
  function ask(next, q, push) {
    chosen = next;
    if (input.value !== q) input.value = q;
    unknown.hidden = true;
    address.go(address.write(chosen, q), push);
    render();
  }

  function follow() {
    const asked = address.read();
    chosen = asked.chosen;
    input.value = asked.q;
    unknown.hidden = !asked.unknown.length;
    unknown.textContent = `The link asks for ${asked.unknown.join(', ')}, which this study does not have.`;
    render(asked.quote);
  }

  let typed = 0;
  const type = (/** @type {Event} */ event) => {
    if (event instanceof InputEvent && event.isComposing) return;
    clearTimeout(typed);
    typed = setTimeout(() => ask(chosen, input.value, false), 150);
  };
  input.addEventListener('input', type);
  input.addEventListener('compositionend', type);
  input.form?.addEventListener('submit', event => event.preventDefault());
  link.addEventListener('click', () => emic.copy(location.href, link));
  emic.keys(input, one('#keys'), one('#help'), results, () => ask(chosen, '', false));

  // On a phone the filters are folded.
  const narrow = matchMedia('(max-width:46rem)');
  const fold = () => { filters.open = !narrow.matches; };
  narrow.addEventListener('change', fold);
  fold();

  addEventListener('hashchange', follow);
  follow();
};
