// The results: quotes of the page, or, where they are too many for one, quotes loaded as they are needed.
emic.results = ({ counts, quotes, fragments }) => {
  const { all, one, make, kept, load, mark } = emic,
    at = one('.res'),
    more = one('#more'),
    STEP = 30;
  const list = fragments ? at.appendChild(make('div')) : at,
    made = /** @type {HTMLElement[]} */ ([]);
  let hits = /** @type {number[] | undefined} */ (undefined),
    terms = /** @type {Term[]} */ ([]),
    shown = STEP,
    turn = 0;

  /** @param {number} i */
  function quote(i) {
    if (!made[i] && fragments) {
      const box = make('template');
      box.innerHTML = kept.html[i];
      made[i] = one('article', box.content);
    }
    return (made[i] ||= /** @type {HTMLElement} */ (document.getElementById(quotes[i][0])));
  }

  async function draw() {
    const mine = ++turn,
      part = hits?.slice(0, shown) || [];
    if (fragments) await Promise.all(part.map(i => kept.html[i] ?? load(`${Math.floor(i / fragments)}.js`)));
    if (mine !== turn) return false;
    const page = new Set(part.map(quote));
    at.classList.toggle('flat', Boolean(hits));
    if (fragments) {
      list.replaceChildren(...page);
      one('nav', at).hidden = Boolean(hits);
    } else {
      for (const q of quotes.keys()) {
        made[q] = quote(q);
        made[q].hidden = Boolean(hits) && !page.has(made[q]);
        if (!page.has(made[q])) mark(made[q], []);
      }
      for (const section of all('section', at)) section.hidden = !one('.q:not([hidden])', section);
    }
    for (const q of page) mark(q, terms);
    const left = (hits?.length || 0) - page.size;
    more.hidden = left < 1;
    more.textContent = counts ? `Show ${Math.min(STEP, left)} more` : 'Show more';
    return true;
  }

  const visible = () => all('.q', list).filter(q => !q.hidden);

  /** @param {number} place */
  function focus(place) {
    const q = visible()[place];
    q.tabIndex = -1;
    q.focus();
  }

  // Whoever is quicker than the loading asks for the same quotes once more.
  more.onclick = async () => {
    const from = visible().length;
    shown = from + STEP;
    if (await draw()) focus(from);
  };

  return {
    async text() {
      if (!fragments && !kept.prepared.length) kept.prepared = quotes.map((_, i) => emic.prepare(emic.textOf(quote(i))));
      if (fragments) await Promise.all(quotes.flatMap((_, i) => (i % kept.sizes.words ? [] : load(`words-${i / kept.sizes.words}.js`))));
    },
    show(places, wanted) {
      [hits, terms, shown] = [places, wanted, STEP];
      return draw();
    },
    visible,
    focus,
    quote,
  };
};
