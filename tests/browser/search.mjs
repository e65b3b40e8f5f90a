// Searching and filtering: what the page finds is what a plain scan of the study finds.

import { open } from './lib/browser.mjs';
import { query, results } from './lib/quotes.mjs';
import { Random, seed } from './lib/random.mjs';
import { serve } from './lib/server.mjs';
import { chosen, folded, holds, quotesOf } from './lib/study.mjs';
import { pool } from './lib/tap.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./lib/types.js').Query} Query */
/** @typedef {import('./lib/types.js').Quote} Quote */
/** @typedef {import('./lib/types.js').Selection} Selection */

/** What has gone wrong before, or would first. */
/** @type {Record<string, string[]>} */
const known = {
  demo: [
    'ICU',
    'icu',
    'daughter-in-law',
    'dont',
    'don’t',
    "don't",
    '"by myself"',
    '桌边',
    '"再坐到桌边"',
    'P03-02',
    'p03',
    'zzzz',
    'the pump',
    '   ',
    '"',
    '""',
    '?',
    'MORPHINE',
  ],
  small: [
    '"hour each"',
    'nobody',
    '"nobody wrote it down"',
    'naive',
    'NAÏVE',
    'strasse',
    'straße',
    'vermessen',
    'ditch',
    'committee',
    'someone',
    'asked',
    'meaning',
    'spade raining',
    'debt',
    '"three plots"',
  ],
  cjk: [
    'ICU',
    'icu',
    '去ICU了',
    'mp3',
    '屋顶',
    '"屋顶漏了三天"',
    'cafe',
    'CAFÉ',
    'カタカナ',
    'ｶﾀｶﾅ',
    'ポタポタ',
    '眠れない',
    '雨',
    '모래',
    '사진을',
    '"물이 들어올 때"',
    '一九九八年',
    '走 院子',
    '东京 東京',
    'タオル お茶',
  ],
};

/** @param {SuiteContext} context */
export async function run({ facts, browser, site, long }) {
  const small = Object.entries({ demo: 200, cjk: 100, small: 60 }).flatMap(([name, n]) => {
    const each = site(name);
    if (!each) return [];
    const quotes = quotesOf(each);
    const asked = [...known[name].map(text => ask(text)), ...queries(new Random(seed), quotes, n - known[name].length)];
    const sentence = `${name}: ${asked.length} queries find what a plain scan finds`;
    return [
      () => search(facts, browser, each, each.url('quotes/index.html'), quotes, asked, sentence),
      () => walk(facts, browser, each, quotes, name === 'demo' ? 30 : 12),
    ];
  });
  await pool(small, work => work(), 2);
  // Ten thousand quotes, loaded as they are needed.
  const large = long && site('m10000');
  if (!large) return;
  const quotes = quotesOf(large);
  const asked = queries(new Random(seed), quotes, 60);
  await search(
    facts,
    browser,
    large,
    large.url('quotes/index.html'),
    quotes,
    asked,
    `${quotes.length} quotes, loaded as they are needed: ${asked.length} queries find what a plain scan finds`,
  );
  await permalinks(facts, browser, large, quotes);
  const host = await serve(large.root);
  try {
    await search(
      facts,
      browser,
      large,
      `${host.url}quotes/index.html`,
      quotes,
      asked.slice(0, 10),
      `the same from a host: ${10} queries find what a plain scan finds`,
    );
  } finally {
    await host.close();
  }
}

/**
 * A query as it is typed, with what it asks for.
 * @param {string} text
 * @param {Selection[]} [choices]
 * @returns {Query}
 */
function ask(text, choices = []) {
  const terms = [...text.matchAll(/"([^"]*)"?|[^\s"]+/g)].map(m => (m[1] === undefined ? { text: m[0] } : { text: m[1], phrase: true }));
  return { text, choices, terms: terms.filter(t => folded(t.text).length) };
}

/**
 * Queries at random: words, beginnings of words, phrases, characters, choices, and several of them at once.
 * @param {Random} random
 * @param {Quote[]} quotes
 * @param {number} n
 */
function queries(random, quotes, n) {
  const all = quotes.flatMap(q => q.parts);
  const sentences = all.flatMap(part => part.split(/\n+|[.!?。！？]/)).filter(s => s.trim().length > 3);
  /** @param {string} sentence @returns {string[]} */
  const words = sentence => sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const word = () => random.pick(words(random.pick(sentences)).concat('pain'));
  const run = () => {
    const letters = [...random.pick(sentences)].filter(c => /[\p{L}\p{N}]/u.test(c));
    const from = random.below(letters.length);
    return letters.slice(from, from + 1 + random.below(4)).join('');
  };
  /** @returns {Selection} */
  const choice = () => {
    const of = random.pick(quotes);
    const keys = Object.keys(of.facets).filter(
      k => of.facets[k].size && (k !== 'stance' || of.facets[k].has('contrary')) && shownFacets(quotes, k),
    );
    const key = random.pick(keys);
    return [key, key === 'stance' ? 'contrary' : random.pick([...of.facets[key]])];
  };
  const kinds = [
    () => ask(word()),
    () => ask(word().slice(0, 2 + random.below(4))),
    () => ask(`${word()} ${word()}`),
    () => ask(words(random.pick(sentences)).slice(0, 2).reverse().join(' ')),
    () =>
      ask(
        `"${words(random.pick(sentences))
          .slice(0, 2 + random.below(3))
          .join(' ')}"`,
      ),
    () => ask(word().toUpperCase().replace(/’/g, "'")),
    () => ask(run()),
    () => ask(`"${run()}"`),
    () => ask('', [choice()]),
    () => ask('', [choice(), choice()]),
    () => ask('', [choice(), choice(), choice()]),
    () => ask(word(), [choice()]),
    () => ask(word().slice(0, 3), [choice(), choice()]),
    () => ask(random.pick(quotes).id),
  ];
  return Array.from({ length: n }, (_, i) => kinds[i % kinds.length]());
}

/** A key of which there is only one value is no choice. @param {Quote[]} quotes @param {string} key */
const shownFacets = (quotes, key) => key === 'stance' || new Set(quotes.flatMap(q => [...q.facets[key]])).size > 1;

/**
 * @param {SuiteContext['facts']} facts @param {SuiteContext['browser']} browser @param {Site} site @param {string} url
 * @param {Quote[]} quotes @param {Query[]} asked @param {string} sentence
 */
async function search(facts, browser, site, url, quotes, asked, sentence) {
  /** @type {string[]} */
  const problems = [];
  let typed = 0;
  // Two lanes, each with a page that stays open, so that one answer follows on another.
  const lanes = [asked.filter((_, i) => i % 2 === 0), asked.filter((_, i) => i % 2)];
  await pool(lanes, lane =>
    open(browser, url, {}, async page => {
      await query(page);
      for (const each of lane) {
        if (problems.length > 12) return;
        const where = `${JSON.stringify(each.text)} ${each.choices.map(c => c.join('=')).join(' ')}`;
        const expected = chosen(quotes, each.choices).filter(q => each.terms.every(t => holds(q, t)));
        const hash = new URLSearchParams([...each.choices, ...(each.text.trim() ? [['q', each.text.trim()]] : [])]).toString();
        // Every third is typed, the others come by the address.
        const byHand = !each.choices.length && typed++ % 3 === 0;
        if (byHand) {
          // What is typed before the page has followed the address would be wiped by it.
          await page.evaluate(
            () =>
              new Promise(done => {
                if (!location.hash) return done(true);
                addEventListener('hashchange', done, { once: true });
                location.hash = '';
              }),
          );
          await (await query(page)).fill(each.text);
        } else
          await page.evaluate(h => {
            location.hash = h;
          }, hash);
        const filtered = each.terms.length + each.choices.length > 0;
        const all = quotes.length > 500 && !filtered;
        if (all) continue;
        const wrong = await results(
          page,
          expected.map(q => q.id),
          { most: quotes.length > 500 ? 60 : 1000, counted: filtered },
        );
        problems.push(...wrong.map(w => `${where}: ${w}`));
        if (!wrong.length && filtered && expected.length)
          problems.push(...(await miscounted(page, each, expected, quotes)).map(w => `${where}: ${w}`));
        if (!wrong.length && each.terms.length) problems.push(...(await unmarked(page, each)).map(w => `${where}: ${w}`));
      }
      problems.push(...page.complaints);
    }),
  );
  facts.note(`${site.name}: ${asked.length} queries, seed ${seed}`);
  facts.fact(sentence, problems);
}

/**
 * The sentence over the results counts the participants that it names.
 * @param {Page} page
 * @param {Query} query
 * @param {Quote[]} expected
 * @param {Quote[]} quotes
 */
async function miscounted(page, { choices }, expected, quotes) {
  const text = await page.getByRole('status').first().innerText();
  const m = text.match(/from (\d+) of (?:the )?(\d+)/);
  if (!m) return [];
  const keys = new Set(Object.keys(quotes[0].people[0] ?? {}).filter(k => k !== 'id'));
  const attributes = choices.filter(([k]) => keys.has(k));
  /** @param {import('./lib/types.js').Person} person */
  const is = person => attributes.every(([k]) => attributes.some(([key, value]) => key === k && person[k] === value));
  const one = new Set(attributes.map(([k]) => k)).size === 1;
  /** @param {Quote[]} list */
  const of = list =>
    new Set(
      list
        .flatMap(q => q.people)
        .filter(p => !one || is(p))
        .map(p => p.id),
    ).size;
  return Number(m[1]) === of(expected) ? [] : [`“${text}”, and ${of(expected)} participants speak in them`];
}

/** What was found is marked, save where it is the quote's id that was found. @param {Page} page @param {Query} query */
async function unmarked(page, { terms }) {
  const plain = await page.evaluate(() =>
    [...document.querySelectorAll('main article[id]')].filter(a => a.checkVisibility() && !a.querySelector('mark')).map(a => a.id),
  );
  const lost = plain.filter(id => !terms.some(t => holds({ parts: [id] }, t)));
  return lost.length ? [`no mark in ${lost.slice(0, 5).join(' ')}`] : [];
}

/**
 * A walk through the filters: what a value says it would give is what choosing it gives.
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 * @param {Quote[]} quotes
 * @param {number} steps
 */
async function walk(facts, browser, site, quotes, steps) {
  /** @type {string[]} */
  const problems = [];
  const random = new Random(seed + 1);
  await open(browser, site.url('quotes/index.html'), {}, async page => {
    await query(page);
    for (let step = 0; step < steps; step++) {
      const boxes = page.getByRole('group').getByRole('checkbox');
      const offers = await boxes.evaluateAll(all =>
        all.map((box, at) => {
          const set = box.closest('fieldset');
          const boxes = /** @type {HTMLInputElement[]} */ ([...(set?.querySelectorAll('input') ?? [])]);
          return {
            at,
            set: set?.querySelector('legend')?.textContent,
            name: box.getAttribute('aria-label') ?? box.closest('label')?.textContent ?? '',
            free: !boxes.some(b => b.checked),
            seen: box.checkVisibility() && !box.closest('[hidden]'),
          };
        }),
      );
      const free = offers.filter(o => o.seen && o.free && !/(^|\D)0 quotes$/.test(o.name));
      if (!free.length) {
        await page.getByRole('button', { name: 'Clear all' }).click();
        continue;
      }
      const offer = random.pick(free);
      const n = Number(offer.name.match(/(\d+) quotes?$/)?.[1]);
      await boxes.nth(offer.at).check();
      const choices = [...new URLSearchParams(new URL(page.url()).hash.slice(1))];
      const expected = chosen(quotes, choices);
      if (n !== expected.length)
        problems.push(`${offer.set} “${offer.name}” says ${n}; ${choices.map(c => c.join('=')).join(' ')} gives ${expected.length}`);
      problems.push(
        ...(
          await results(
            page,
            expected.map(q => q.id),
            { most: 1000 },
          )
        ).map(w => `${JSON.stringify(choices)}: ${w}`),
      );
      // Back undoes one choice.
      if (step % 5 === 4) {
        await page.goBack();
        const before = [...new URLSearchParams(new URL(page.url()).hash.slice(1))];
        if (before.length !== choices.length - 1) problems.push(`Back from ${JSON.stringify(choices)} leads to ${page.url()}`);
        problems.push(
          ...(
            await results(
              page,
              chosen(quotes, before).map(q => q.id),
              { most: 1000, counted: before.length > 0 },
            )
          ).map(w => `after Back, ${JSON.stringify(before)}: ${w}`),
        );
      }
    }
    problems.push(...page.complaints);
  });
  facts.fact(`${site.name}: in a walk of ${steps} choices each value gives as many quotes as it says, and Back undoes one`, problems);
}

/**
 * Where the page does not hold the quotes, a permalink loads its quote and marks it.
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 * @param {Quote[]} quotes
 */
async function permalinks(facts, browser, site, quotes) {
  /** @type {string[]} */
  const problems = [];
  for (const quote of new Random(seed).sample(quotes, 6)) {
    await open(browser, site.url(`quotes/index.html#${quote.id}`), {}, async page => {
      const article = page.locator(`article[id="${quote.id}"]`);
      try {
        await article.waitFor({ timeout: 6000 });
        await page.waitForFunction(id => document.querySelector(':target')?.id === id, quote.id, { timeout: 3000 });
      } catch {
        problems.push(`${quote.id} is not shown or not marked`);
      }
      problems.push(...page.complaints);
    });
  }
  facts.fact(`${site.name}: a permalink loads and marks its quote`, problems);
}
