// The results: quotes of the page, or, where they are too many for one, quotes loaded as they are needed.
emic.results = (() => {
  const { all, make, marks } = emic;
  const STEP = 30;

  /** @typedef {Parameters<typeof emic.choose>[0]} Catalogue */

  /** @param {Catalogue} catalogue @param {HTMLElement} at @param {HTMLElement} more */
  return ({ counts, quotes, fragments }, at, more) => {
    /** @type {HTMLElement[]} */
    const made = [];
    const list = fragments ? at.appendChild(make('div', { hidden: true })) : at;
    let hits = /** @type {number[] | undefined} */ (undefined), terms = /** @type {ReturnType<typeof emic.search.terms>} */ ([]);
    let shown = STEP, turn = 0;

    /** @param {number} i */
    function quote(i) {
      if (!made[i]) {
        if (fragments) {
          const box = make('template');
          box.innerHTML = emic.html[i];
          made[i] = /** @type {HTMLElement} */ (box.content.firstElementChild);
        } else made[i] = /** @type {HTMLElement} */ (document.getElementById(quotes[i][0]));
      }
      return made[i];
    }

    /** Each quote's text, for the search. */
    async function text() {
      if (emic.prepared.length) return;
      if (!fragments) emic.prepared = quotes.map((_, i) => emic.search.prepare(marks.text(quote(i))));
      else await Promise.all(Array.from({ length: Math.ceil(quotes.length / emic.sizes.words) }, (_, i) => emic.load(`words-${i}.js`)));
    }

    /** Shows the first hits; false where another choice has come between. */
    async function draw() {
      const mine = ++turn, part = hits?.slice(0, shown);
      if (part && fragments) await Promise.all(part.map(i => emic.html[i] ? 0 : emic.load(`${Math.floor(i / fragments)}.js`)));
      if (mine !== turn) return false;
      const page = part?.map(quote) || [], set = new Set(page);
      at.classList.toggle('flat', Boolean(part));
      if (fragments) {
        list.replaceChildren(...page);
        list.hidden = !part;
        for (const nav of all('nav', at)) nav.hidden = Boolean(part);
      } else {
        quotes.forEach((_, i) => {
          const q = quote(i);
          q.hidden = Boolean(part) && !set.has(q);
          if (!set.has(q)) marks.clear(q);
        });
        for (const section of all('section', at)) section.hidden = !section.querySelector('.q:not([hidden])');
      }
      for (const q of page) marks.set(q, terms);
      const left = hits ? hits.length - page.length : 0;
      more.hidden = !left;
      more.textContent = counts ? `Show ${Math.min(STEP, left)} more` : 'Show more';
      return true;
    }

    more.addEventListener('click', async () => {
      const first = shown;
      shown += STEP;
      if (hits && await draw()) focus(first);
    });

    /** @param {number[] | undefined} places all of them in their order where there is no choice @param {typeof terms} wanted */
    function show(places, wanted) {
      [hits, terms, shown] = [places, wanted, STEP];
      return draw();
    }

    const visible = () => all('.q', list).filter(q => !q.hidden);

    /** @param {number} place among the quotes that are visible */
    function focus(place) {
      const q = visible()[place];
      if (!q) return;
      q.tabIndex = -1;
      q.focus();
    }

    return { text, show, visible, focus, quote };
  };
})();
