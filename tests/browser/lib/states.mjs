// The states into which the quote page and the matrix can be brought, for the table in states.mjs.

import { query } from './quotes.mjs';

const settled = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();
const search = async (page, text, then) => {
  await (await query(page)).fill(text);
  await settled(page, then);
};
const address = (page, hash) => page.evaluate(h => { location.hash = h; }, hash);
const filters = async page => {
  const summary = page.locator('summary').filter({ hasText: /^Filters/ });
  if (await summary.isVisible()) await summary.click();
  await page.getByRole('checkbox').first().waitFor();
};
const choose = async page => {
  await filters(page);
  await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
  await settled(page, /quotes under/);
};
const everyView = ['light', 'dark', '360', '640', '900'];

/** Bring a page into a state in each of some views. */
const rows = (kind, state, views, bring) => views.map(view => [state, kind, view, bring]);

export const browserStates = [
  ...rows('quotes', 'filters open', ['360', '640'], filters),
  ...rows('quotes', 'a theme chosen', everyView, choose),
  ...rows('quotes', 'two filters chosen, by the address', ['light', '360'], async page => {
    await address(page, 'theme=core-objectives&relation=child&stance=contrary');
    await settled(page, /against/);
  }),
  ...rows('quotes', 'words found', everyView, page => search(page, 'the', /\d+ quotes .*“the”/)),
  ...rows('quotes', 'nothing found', ['light', 'dark', '360', '640'], page => search(page, 'zzzz', /No quote/)),
  ...rows('quotes', 'nothing found under a filter', ['light', 'dark', '360'], async page => {
    await choose(page);
    await search(page, 'bus zzzz', /No quote/);
  }),
  ...rows('quotes', 'an address that asks for what is not there', ['light', '360'], async page => {
    await address(page, 'theme=not-there&q=the');
    await page.getByText(/which this study does not have/).waitFor();
  }),
  ...rows('quotes', 'a permalink followed', ['light', 'dark', '360'], async page => {
    const id = await page.locator('article[id]').nth(40).getAttribute('id');
    await address(page, id);
    await page.locator(`article[id="${id}"]:target`).waitFor();
  }),
  ...rows('quotes', 'thirty more shown', ['light', '360'], async page => {
    await search(page, 'the', /\d+ quotes .*“the”/);
    await page.getByRole('button', { name: /^Show \d+ more/ }).click();
    await page.locator('article:focus').waitFor();
  }),
  ...rows('quotes', 'a result focused', ['light', 'dark', '360'], async page => {
    await search(page, 'the', /\d+ quotes .*“the”/);
    await page.keyboard.press('ArrowDown');
    await page.locator('article:focus').waitFor();
  }),
  ...rows('quotes', 'a result under the pointer', ['light', 'dark'], async page => {
    await search(page, 'the', /\d+ quotes .*“the”/);
    await page.getByRole('article').first().hover();
  }),
  ...rows('quotes', 'the list of keys open', ['light', 'dark', '360', '640'], async page => {
    await page.keyboard.press('?');
    await page.getByRole('region', { name: 'Keys' }).waitFor();
  }),
  ...rows('quotes', 'a quote copied', ['light', 'dark'], async page => {
    const quote = page.getByRole('article').first();
    await quote.hover();
    await quote.getByRole('button', { name: /^Cop(y|ied)/ }).click();
    await quote.getByRole('button').filter({ hasText: /Copied|Selected/ }).waitFor();
  }),
];

const show = name => async page => {
  await page.getByRole('radio', { name }).check();
};

export const matrixStates = [
  ...rows('matrix', 'in symbols', everyView, show('Symbols')),
  ...rows('matrix', 'in numbers', everyView, show('Numbers')),
  ...rows('matrix', 'in the order of participants', ['light', 'dark', '360'], show('Participant order')),
  ...rows('matrix', 'in numbers and in the order of participants', ['light', '360'], async page => {
    await show('Numbers')(page);
    await show('Participant order')(page);
  }),
  ...rows('matrix', 'a cell focused', ['light', 'dark'], async page => {
    const cell = page.getByRole('cell').getByRole('link', { name: /^\w+: \d+ quotes?, [\d.]+/ }).first();
    await cell.focus();
    await page.keyboard.press('ArrowRight');
  }),
  ...rows('matrix', 'a cell under the pointer', ['light', 'dark'], async page => {
    await page.getByRole('cell').getByRole('link', { name: /^\w+: \d+ quotes?, [\d.]+/ }).nth(3).hover();
  }),
  ...rows('matrix', 'a cell focused in numbers', ['dark'], async page => {
    await show('Numbers')(page);
    await page.getByRole('cell').getByRole('link', { name: /^\w+: \d+ quotes?, [\d.]+/ }).first().focus();
  }),
];
