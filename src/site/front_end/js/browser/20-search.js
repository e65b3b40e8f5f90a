// Searching: every word at the beginning of a word, every "phrase" as it stands; all of them, in whatever part of a quote.
(() => {
  const { fold, isRun } = emic;
  const MARK = '"“”„«»「」『』＂',
    TERM = new RegExp(`[${MARK}]([^${MARK}]*)([${MARK}]?)|[^\\s${MARK}]+`, 'g');

  /** @param {string} folded @param {boolean} whole whether its last word has ended */
  function needle(folded, whole) {
    const chars = Array.from(folded);
    return (isRun(chars[0]) ? '' : ' ') + folded + (whole && !isRun(chars[chars.length - 1]) ? ' ' : '');
  }

  emic.terms = query =>
    Array.from(query.matchAll(TERM), ([raw, phrase, closed]) => {
      if (phrase === undefined)
        return {
          label: raw,
          raw,
          needles: fold(raw)
            .split(' ')
            .filter(Boolean)
            .map(word => needle(word, false)),
        };
      // While a phrase is being typed its last word may be unfinished.
      const label = phrase.trim(),
        folded = fold(label);
      return { label, raw: `"${label}"`, needles: folded ? [needle(folded, Boolean(closed))] : [] };
    }).filter(term => term.needles.length);

  // No needle has a line break, so none is found across parts.
  emic.prepare = text =>
    text
      .split('\n')
      .map(part => ` ${fold(part)} `)
      .join('\n');

  emic.holds = (prepared, terms) => terms.every(term => term.needles.every(needle => prepared.includes(needle)));

  emic.spans = (part, terms) => {
    /** @type {number[]} */
    const places = [],
      found = /** @type {[number, number][]} */ ([]);
    const text = ` ${fold(part, places)} `;
    for (const needle of terms.flatMap(term => term.needles)) {
      for (let i = text.indexOf(needle); i >= 0; i = text.indexOf(needle, i + 1)) {
        // The space before the text has no place.
        const from = i - (needle[0] === ' ' ? 0 : 1),
          to = i + needle.trimEnd().length - 2;
        found.push([places[2 * from], places[2 * to + 1]]);
      }
    }
    // What overlaps is cut where the one before it ends.
    let end = 0;
    return found
      .sort((a, b) => a[0] - b[0])
      .flatMap(([from, to]) => {
        const start = Math.max(from, end);
        end = Math.max(end, to);
        return start < to ? [[start, to]] : [];
      });
  };
})();
