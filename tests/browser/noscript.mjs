// Without JavaScript: everything is there to be read, and nothing is offered that cannot be used.

import { open } from './lib/browser.mjs';
import { pool } from './lib/tap.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {import('playwright-core').Page} Page */

/** @param {string} text */
const flat = text => text.replace(/\s+/g, ' ').trim();

/** @param {SuiteContext} context */
export async function run({ facts, browser, site }) {
  const sites = ['demo', 'small', 'cjk', 'quiet'].flatMap(name => site(name) ?? []);
  await pool(sites, async each => {
    await quotes(facts, browser, each);
    await themes(facts, browser, each);
    await controls(facts, browser, each);
  });
}

/**
 * Every quote of the data stands on the quote page, visible and whole.
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 */
async function quotes(facts, browser, site) {
  const shown = await open(browser, site.url('quotes/index.html'), { javaScriptEnabled: false }, async page => {
    const articles = await page
      .locator('article[id]')
      .evaluateAll(all =>
        all.filter(a => a.checkVisibility()).map(a => /** @type {const} */ ([a.id, /** @type {HTMLElement} */ (a).innerText])),
      );
    return new Map(articles.map(([id, text]) => [id, flat(text)]));
  });
  const expected = site.data.quotes ?? [];
  /** @type {string[]} */
  const wrong = [];
  for (const quote of expected) {
    const text = shown.get(quote.id);
    if (text === undefined) wrong.push(`${quote.id} is not there`);
    else
      for (const part of [quote.text, quote.original].flatMap(text => text || [])) {
        const lost = part
          .split(/\n+/)
          .map(flat)
          .filter(line => line && !text.includes(bare(line)));
        if (lost.length) wrong.push(`${quote.id} is not whole: “${lost[0]}” is not in “${text.slice(0, 200)}”`);
      }
  }
  if (expected.length) facts.fact(`${site.name}: all ${expected.length} quotes of the data are readable on the quote page`, wrong);
  else facts.fact(`${site.name}: the quote page holds quotes (${shown.size})`, shown.size ? [] : ['there are none']);
}

/** A turn of an exchange stands in the data after its speaker, and on the page in a list. @param {string} line */
const bare = line => line.replace(/^[^\s:：]{1,40}[:：] /, '');

/** @param {SuiteContext['facts']} facts @param {SuiteContext['browser']} browser @param {Site} site */
async function themes(facts, browser, site) {
  const lost = new Set(site.pages.filter(p => p.startsWith('themes/') && p !== 'themes/index.html'));
  await open(browser, site.url('index.html'), { javaScriptEnabled: false }, async page => {
    const first = await links(page, site, 'index.html');
    first.forEach(p => lost.delete(p));
    for (const path of first) {
      if (!lost.size) return;
      await page.goto(site.url(path));
      (await links(page, site, path)).forEach(p => lost.delete(p));
    }
  });
  facts.fact(`${site.name}: every theme is two steps from home`, [...lost]);
}

/** The pages to which a page has links that can be seen. @param {Page} page @param {Site} site @param {string} path */
async function links(page, site, path) {
  const hrefs = await page.locator('a[href]').evaluateAll(all => all.filter(a => a.checkVisibility()).map(a => a.getAttribute('href')));
  const to = hrefs
    .map(h => new URL(h ?? '', `http://x/${path}`))
    .filter(u => u.host === 'x')
    .map(u => decodeURIComponent(u.pathname.slice(1)));
  return [...new Set(to)].filter(p => site.pages.includes(p));
}

/**
 * Buttons, fields and what is marked as needing the script.
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 */
async function controls(facts, browser, site) {
  /** @type {string[]} */
  const wrong = [];
  for (const path of site.examples().values()) {
    const seen = await open(browser, site.url(path), { javaScriptEnabled: false }, async page => {
      const css = 'button, input, select, textarea, [role=button], [role=searchbox], [contenteditable], .js-only';
      return page
        .locator(css)
        .evaluateAll(all => all.filter(e => e.checkVisibility({ visibilityProperty: true })).map(e => e.outerHTML.slice(0, 160)));
    });
    for (const each of seen) wrong.push(`${path}: ${each}`);
  }
  facts.fact(`${site.name}: no control that needs the script is shown`, wrong);
}
