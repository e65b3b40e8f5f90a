// The states into which pages can be brought, for the table in states.mjs.

import { query } from './quotes.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./types.js').Bring} Bring */
/** @typedef {import('./types.js').State} State */

/** @param {string} kind @param {string} name @param {string[]} views @param {Bring} bring @returns {State} */
const state = (kind, name, views, bring) => ({ kind, name, views, bring });
/** What a click says for a second or two. @param {State} state @returns {State} */
const passing = state => ({ ...state, passing: true });

const everyView = ['light', 'dark', '360', '640', '900'];

/** @param {Page} page */
const pressScheme = page => page.getByRole('button', { name: /light and dark/i }).click();
/** @param {Page} page */
const permalink = page =>
  page
    .getByRole('article')
    .first()
    .getByRole('link', { name: /^[\w-]+-\d+$/ })
    .first();
/** @param {Page} page */
const bar = page => page.getByRole('main').locator('svg a:visible').nth(3);

/** @type {State[]} */
const pageStates = [
  state('theme, leaf', 'scheme toggled to dark', ['light'], pressScheme),
  state('theme, leaf', 'scheme toggled to light', ['dark'], pressScheme),
  state('quotes', 'scheme toggled to dark', ['360'], pressScheme),
  state('home', 'skip link focused', ['light', '360'], page => page.keyboard.press('Tab')),
  state('home', 'a link under the pointer', ['light', 'dark'], page =>
    page.getByRole('main').getByRole('link', { name: /of 20/ }).first().hover(),
  ),
  state('theme, leaf', 'a quote under the pointer', ['light', 'dark'], page => page.getByRole('article').first().hover()),
  state('theme, leaf', 'a place in it targeted', ['light', 'dark', '360'], page =>
    page.evaluate(() => {
      location.hash = document.querySelectorAll('article[id]')[2].id;
    }),
  ),
  state('theme, leaf', 'a permalink followed', ['light'], page => permalink(page).click()),
  state('figure prevalence', 'a bar under the pointer', ['light'], page => bar(page).hover()),
  state('figure prevalence', 'a bar focused', ['dark'], page => bar(page).focus()),
];

/** @param {Page} page @param {RegExp} text */
const settled = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();
/** @param {Page} page @param {string} text @param {RegExp} then */
const search = async (page, text, then) => {
  await (await query(page)).fill(text);
  await settled(page, then);
};
/** @param {Page} page */
const searchCommonWord = page => search(page, 'the', /\d+ quotes .*“the”/);
/** @param {Page} page @param {string} hash */
const goTo = (page, hash) =>
  page.evaluate(h => {
    location.hash = h;
  }, hash);
/** @param {Page} page */
const openFilters = async page => {
  const summary = page.locator('summary').filter({ hasText: /^Filters/ });
  if (await summary.isVisible()) await summary.click();
  await page.getByRole('checkbox').first().waitFor();
};
/** @param {Page} page */
const chooseTheme = async page => {
  await openFilters(page);
  await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
  await settled(page, /quotes under/);
};

/** @type {State[]} */
const quotesStates = [
  state('quotes', 'filters open', ['360', '640'], openFilters),
  state('quotes', 'a theme chosen', everyView, chooseTheme),
  state('quotes', 'two filters chosen, by the address', ['light', '360'], async page => {
    await goTo(page, 'theme=core-objectives&relation=child&stance=contrary');
    await settled(page, /against/);
  }),
  state('quotes', 'words found', everyView, searchCommonWord),
  state('quotes', 'nothing found', ['light', 'dark', '360', '640'], page => search(page, 'zzzz', /No quote/)),
  state('quotes', 'nothing found under a filter', ['light', 'dark', '360'], async page => {
    await chooseTheme(page);
    await search(page, 'bus zzzz', /No quote/);
  }),
  state('quotes', 'an address that asks for what is not there', ['light', '360'], async page => {
    await goTo(page, 'theme=not-there&q=the');
    await page.getByText(/which this study does not have/).waitFor();
  }),
  state('quotes', 'a permalink followed', ['light', 'dark', '360'], async page => {
    const id = (await page.locator('article[id]').nth(40).getAttribute('id')) ?? '';
    await goTo(page, id);
    await page.locator(`article[id="${id}"]:target`).waitFor();
  }),
  state('quotes', 'thirty more shown', ['light', '360'], async page => {
    await searchCommonWord(page);
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await page.locator('article:focus').waitFor();
  }),
  state('quotes', 'a result focused', ['light', 'dark', '360'], async page => {
    await searchCommonWord(page);
    await page.keyboard.press('ArrowDown');
    await page.locator('article:focus').waitFor();
  }),
  state('quotes', 'a result under the pointer', ['light', 'dark'], async page => {
    await searchCommonWord(page);
    await page.getByRole('article').first().hover();
  }),
  state('quotes', 'the list of keys open', ['light', 'dark', '360', '640'], async page => {
    await page.keyboard.press('?');
    await page.getByRole('region', { name: 'Keys' }).waitFor();
  }),
  passing(
    state('quotes', 'a quote copied', ['light', 'dark'], async page => {
      const quote = page.getByRole('article').first();
      await quote.hover();
      await quote.getByRole('button', { name: /^Cop(y|ied)/ }).click();
      await quote
        .getByRole('button')
        .filter({ hasText: /Copied|Selected/ })
        .waitFor();
    }),
  ),
];

/** @param {string} name @returns {Bring} */
const show = name => page => page.getByRole('radio', { name }).check();
/** @param {Page} page */
const cells = page => page.getByRole('cell').getByRole('link', { name: /^\w+: \d+ quotes?, [\d.]+/ });

/** @type {State[]} */
const matrixStates = [
  state('matrix', 'in symbols', everyView, show('Symbols')),
  state('matrix', 'in numbers', everyView, show('Numbers')),
  state('matrix', 'in the order of participants', ['light', 'dark', '360'], show('Participant order')),
  state('matrix', 'in numbers and in the order of participants', ['light', '360'], async page => {
    await show('Numbers')(page);
    await show('Participant order')(page);
  }),
  state('matrix', 'a cell focused', ['light', 'dark'], async page => {
    await cells(page).first().focus();
    await page.keyboard.press('ArrowRight');
  }),
  state('matrix', 'a cell under the pointer', ['light', 'dark'], page => cells(page).nth(3).hover()),
  state('matrix', 'a cell focused in numbers', ['dark'], async page => {
    await show('Numbers')(page);
    await cells(page).first().focus();
  }),
];

export const states = [...pageStates, ...quotesStates, ...matrixStates];
