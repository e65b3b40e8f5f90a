// What the results are, as a sentence: "6 quotes from 5 of the 7 adult children interviewed".
emic.sentence = (() => {
  /** @typedef {Parameters<typeof emic.choose>[0]} Catalogue */

  /** @param {string[]} words */
  const list = words => words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1]}`;

  /** @param {number} n */
  const quotes = n => `${n || 'No'} ${n > 1 ? 'quotes' : 'quote'}`;

  /** @param {Catalogue} catalogue @param {ReturnType<typeof emic.choose>} choice */
  const sentence = ({ counts, facets, people }, choice) => {
    /** @param {number} f @param {Set<number>} set */
    const named = (f, set) => Array.from(set, v => facets[f].values[v]);

    /**
     * The count (a link in the page), and the rest.
     * @param {number[]} hits @param {Set<number>[]} chosen @param {string[]} said
     */
    return (hits, chosen, said) => {
      const n = hits.length;
      const person = facets.flatMap((facet, f) => chosen[f].size && facet.values.some(v => v.of !== undefined) ? [f] : []);
      const one = choice.people >= 0 && chosen[choice.people].size === 1;
      const alone = person.length === 1 && !one ? person[0] : -1;

      let from = '';
      if (one) from = named(choice.people, chosen[choice.people])[0].label;
      else if (alone >= 0) {
        const values = named(alone, chosen[alone]), names = list(values.map(v => v.many || v.label));
        const k = people && counts && n ? choice.speakers(hits, alone, chosen[alone]) : -1;
        const were = people?.were ?? (facets.some(f => f.key === 'kind') ? '' : 'interviewed');
        from = k > 0 ? `${k} of the ${values.reduce((sum, v) => sum + (v.of || 0), 0)} ${names} ${were}`.trim() : names;
      } else if (people && counts) {
        const k = choice.speakers(hits);
        if (k) from = `${k} of ${people.of} ${people.of === 1 ? 'participant' : 'participants'}`;
      }

      const themes = choice.theme < 0 ? [] : named(choice.theme, chosen[choice.theme]).map(v => v.number || v.label);
      const where = themes.length > 3 ? 'several themes' : list(themes);
      const against = choice.stance >= 0 && chosen[choice.stance].size > 0;
      const rest = facets.flatMap((_, f) => f === choice.theme || f === choice.stance || f === alone || (f === choice.people && one) ? []
        : named(f, chosen[f]).map(v => v.label));
      const many = n > 1 || (!counts && n > 0);
      const does = [
        said.length && `${many ? 'say' : 'says'} ${list(said.map(s => `“${s}”`))}`,
        against && `${many ? 'speak' : 'speaks'} against ${where || 'a theme'}`,
      ].filter(Boolean).join(' and ');
      return {
        count: counts || !n ? quotes(n) : 'Quotes',
        rest: [where && !against && ` under ${where}`, rest.length && ` (${rest.join('; ')})`, from && ` from ${from}`, does && ` ${does}`]
          .filter(Boolean).join(''),
      };
    };
  };
  return Object.assign(sentence, { quotes });
})();
