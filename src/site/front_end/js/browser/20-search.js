// Searching: every word at the beginning of a word, every "phrase" as it stands; all of them, in whatever part of a quote.
emic.search = (() => {
  const { fold } = emic;
  const TERM = /["“”„«»「」『』＂]([^"“”„«»「」『』＂]*)(["“”„«»「」『』＂]?)|[^\s"“”„«»「」『』＂]+/g;

  /**
   * One thing looked for: as the sentence names it, as the search line has it, as it is found.
   * @typedef {{said: string, raw: string, needles: string[]}} Term
   */

  /** @param {string} folded @param {boolean} whole whether its last word has ended */
  const needle = (folded, whole) =>
    (fold.isRun(folded) && fold.isRun(folded[0]) ? '' : ' ') + folded + (whole && !fold.isRun(folded.slice(-1)) ? ' ' : '');

  /** @param {string} query @returns {Term[]} */
  function terms(query) {
    const found = Array.from(query.matchAll(TERM), ([raw, phrase, closed]) => {
      if (phrase === undefined) return { said: raw, raw, needles: fold(raw).split(' ').filter(Boolean).map(w => needle(w, false)) };
      const folded = fold(phrase);
      // While a phrase is being typed its last word may be unfinished.
      return { said: phrase.trim(), raw: `"${phrase.trim()}"`, needles: folded ? [needle(folded, Boolean(closed))] : [] };
    });
    return found.filter(term => term.needles.length);
  }

  /** A quote's text for {@link holds}: parts parted by line breaks, which no needle has. @param {string} text */
  const prepare = text => text.split('\n').map(part => ` ${fold(part)} `).join('\n');

  /** @param {string} prepared @param {Term[]} wanted */
  const holds = (prepared, wanted) => wanted.every(term => term.needles.every(n => prepared.includes(n)));

  /** Where in a part the terms stand, in order, without overlap. @param {string} part @param {Term[]} wanted */
  function spans(part, wanted) {
    /** @type {number[]} */
    const places = [];
    const text = ` ${fold(part, places)} `;
    /** @type {[number, number][]} */
    const found = [];
    for (const n of wanted.flatMap(term => term.needles)) {
      const from = n.startsWith(' ') ? 1 : 0, to = n.length - (n.endsWith(' ') ? 1 : 0);
      for (let i = text.indexOf(n); i >= 0; i = text.indexOf(n, i + 1)) {
        // One less: the space before the text is in no place.
        found.push([places[2 * (i + from - 1)], places[2 * (i + to - 2) + 1]]);
      }
    }
    found.sort((a, b) => a[0] - b[0]);
    return found.reduce((merged, span) => {
      const last = merged[merged.length - 1];
      if (last && span[0] <= last[1]) last[1] = Math.max(last[1], span[1]);
      else merged.push(span);
      return merged;
    }, /** @type {[number, number][]} */ ([]));
  }

  return { terms, prepare, holds, spans };
})();
