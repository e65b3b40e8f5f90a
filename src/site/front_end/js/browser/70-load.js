// Scripts that are loaded when they are needed, the same from a disk as from a host, and what they hand over.
(() => {
  /** @type {Emic['kept']} */
  const kept = (emic.kept = { sizes: { words: 0, fragments: 0 }, prepared: [], html: [] });

  emic.words = (part, texts) =>
    texts.forEach((text, i) => {
      kept.prepared[part * kept.sizes.words + i] = emic.prepare(text);
    });
  emic.fragments = (part, articles) =>
    articles.forEach((html, i) => {
      kept.html[part * kept.sizes.fragments + i] = html;
    });
  emic.rows = lines => {
    kept.lines = lines;
  };

  /** @type {Map<string, Promise<void>>} */
  const asked = new Map();
  emic.load = src => {
    const load =
      asked.get(src) ||
      new Promise((onload, onerror) => {
        document.head.append(emic.make('script', { src, onload, onerror }));
      });
    load.catch(() => asked.delete(src));
    asked.set(src, load);
    return load;
  };
})();
