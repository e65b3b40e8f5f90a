// What the results are, as a sentence: "6 quotes from 5 of the 7 adult children interviewed".
emic.quotes = n => `${n || 'No'} ${n > 1 ? 'quotes' : 'quote'}`;

emic.sentence =
  ({ counts, facets, people }, choice) =>
  (hits, chosen, searched) => {
    /** @param {string[]} words */
    const list = words => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`);
    const named = facets.map((facet, f) => Array.from(chosen[f], v => facet.values[v]));
    const n = hits.length,
      many = n > 1 || (n > 0 && !counts);

    // Who: the participants chosen, those who are so, or all.
    let speakerFacet = choice.people,
      from = '';
    const chose = named[speakerFacet]?.length;
    if (chose)
      from = chose > 3 ? 'the participants chosen' : chose > 1 ? list(named[speakerFacet].map(v => v.id)) : named[speakerFacet][0].label;
    else {
      const persons = named.flatMap((values, f) => (values[0]?.of === undefined ? [] : [f]));
      speakerFacet = persons.length === 1 ? persons[0] : -1;
      const k = people && counts && n ? choice.speakers(hits, speakerFacet, chosen[speakerFacet]) : -1;
      if (speakerFacet >= 0) {
        const who = list(named[speakerFacet].map(v => v.many || v.label)),
          of = named[speakerFacet].reduce((sum, v) => sum + (v.of || 0), 0);
        const were = people?.were ?? (facets.some(f => f.key === 'kind') ? '' : 'interviewed');
        from = k > 0 ? `${k} of the ${of} ${who} ${were}`.trim() : who;
      } else if (k > 0) from = `${k} of ${people?.of} participants`;
    }

    const themes = named[choice.theme]?.map(v => v.number || v.label) || [],
      under = themes.length > 3 ? 'several themes' : list(themes);
    const against = chosen[choice.stance]?.size;
    const rest = named.flatMap((values, f) => ([choice.theme, choice.stance, speakerFacet].includes(f) ? [] : values.map(v => v.label)));
    const does = [
      searched.length ? `${many ? 'say' : 'says'} ${list(searched.map(s => `“${s}”`))}` : '',
      against ? `${many ? 'speak' : 'speaks'} against ${under || 'a theme'}` : '',
    ]
      .filter(Boolean)
      .join(' and ');
    return {
      count: counts || !n ? emic.quotes(n) : 'Quotes',
      rest:
        (under && !against ? ` under ${under}` : '') +
        (rest.length ? ` (${rest.join('; ')})` : '') +
        (from && ` from ${from}`) +
        (does && ` ${does}`),
    };
  };
