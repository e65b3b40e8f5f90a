// Hits in the page: the parts of a quote's HTML that can be searched, and <mark> around what was found.
emic.marks = (() => {
  const { all, make, search } = emic;
  const PART = 'dd,.orig,.say,div.told,.ctx';

  /** The text nodes of each part; what the page itself says (who asks, "Meaning:") is not searched. @param {Element} q */
  function parts(q) {
    /** @type {Map<Element, Text[]>} */
    const found = new Map(), walk = document.createTreeWalker(q, NodeFilter.SHOW_TEXT);
    for (let node; (node = /** @type {Text | null} */ (walk.nextNode()));) {
      const part = node.parentElement?.closest(PART);
      if (!part || !q.contains(part) || node.parentElement?.closest('dt')) continue;
      found.set(part, [...found.get(part) || [], node]);
    }
    return Array.from(found, ([part, nodes]) => {
      const text = nodes.map(n => n.data).join('');
      const label = part.matches('.ctx') && text.match(/^(Asked|Meaning): /);
      return { nodes, text: label ? ' '.repeat(label[0].length) + text.slice(label[0].length) : text };
    });
  }

  /** @param {Element} q */
  const text = q => [q.id, ...parts(q).map(part => part.text.replace(/\n/g, ' '))].join('\n');

  /** @param {Element} q */
  function clear(q) {
    for (const mark of all('mark', q)) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent?.normalize();
    }
  }

  /** @param {Element} q @param {ReturnType<typeof search.terms>} terms */
  function set(q, terms) {
    clear(q);
    if (!terms.length) return;
    for (const { nodes, text } of parts(q)) {
      const spans = search.spans(text, terms);
      let at = 0;
      for (const node of nodes) {
        const end = at + node.length;
        // From the last: a node keeps what stands before the cut.
        for (const [from, to] of spans.filter(s => s[0] < end && s[1] > at).reverse()) {
          const start = Math.max(from, at) - at, tail = node.splitText(start);
          tail.splitText(Math.min(to, end) - at - start);
          tail.replaceWith(make('mark', {}, tail.data));
        }
        at = end;
      }
    }
  }

  return { text, clear, set };
})();
