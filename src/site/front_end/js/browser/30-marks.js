// Hits in the page: the parts of a quote's HTML that can be searched, and <mark> around what was found.
(() => {
  const { all, make, spans } = emic;

  /** The text nodes of each part; what the page itself says (who speaks, "Meaning:") is not searched. @param {Element} q */
  function parts(q) {
    /** @type {Map<Element, Text[]>} */
    const found = new Map(),
      walk = document.createTreeWalker(q, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      const node = /** @type {Text} */ (walk.currentNode);
      // A paragraph is a part: words do not run on from one into the next.
      const part = node.parentElement?.closest('dt,dd,p,.orig,.say,div.told');
      if (part && !part.matches('dt,.who,.by,.acts,.codes')) found.set(part, [...(found.get(part) || []), node]);
    }
    return Array.from(found, ([part, nodes]) => {
      const text = nodes.map(node => node.data).join('');
      return { nodes, text: part.matches('.ctx') ? text.replace(/^(Asked|Meaning):/, label => ' '.repeat(label.length)) : text };
    });
  }

  emic.textOf = q => [q.id, ...parts(q).map(part => part.text.replace(/\n/g, ' '))].join('\n');

  emic.mark = (q, terms) => {
    for (const mark of all('mark', q)) mark.replaceWith(...mark.childNodes);
    q.normalize();
    if (terms.length)
      for (const { nodes, text } of parts(q)) {
        const found = spans(text, terms).reverse();
        let at = 0;
        for (const node of nodes) {
          const end = at + node.length;
          // From the last one: a node keeps what stands before a cut.
          for (const [from, to] of found) {
            if (from >= end || to <= at) continue;
            const tail = node.splitText(Math.max(from, at) - at);
            tail.splitText(Math.min(to, end) - Math.max(from, at));
            tail.replaceWith(make('mark', {}, tail.data));
          }
          at = end;
        }
      }
  };
})();
