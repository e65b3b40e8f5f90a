// Scripts that are loaded when they are needed; the same from a disk as from a host.
emic.load = (() => {
  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();

  /** @param {string} src */
  return src => {
    let load = asked.get(src);
    if (!load) {
      load = new Promise((done, failed) => {
        document.head.append(emic.make('script', { src, onload: () => done(), onerror: () => failed(new Error(src)) }));
      });
      load.catch(() => asked.delete(src));
      asked.set(src, load);
    }
    return load;
  };
})();

/** Text of quotes, prepared for the search. @type {string[]} */
emic.prepared = [];
/** HTML of quotes. @type {string[]} */
emic.html = [];
/** Lines of quotes.csv. @type {{head: string, rows: Record<string, string>} | undefined} */
emic.lines = undefined;
/** How many quotes a script of words and one of fragments holds. */
emic.sizes = { words: 0, fragments: 0 };

/** @param {number} part @param {string[]} texts */
emic.words = (part, texts) => texts.forEach((text, i) => {
  emic.prepared[part * emic.sizes.words + i] = emic.search.prepare(text);
});
/** @param {number} part @param {string[]} articles */
emic.fragments = (part, articles) => articles.forEach((html, i) => {
  emic.html[part * emic.sizes.fragments + i] = html;
});
/** @param {{head: string, rows: Record<string, string>}} lines */
emic.rows = lines => { emic.lines = lines; };
