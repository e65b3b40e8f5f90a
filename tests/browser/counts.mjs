// Every count is evidence: what its link opens shows exactly the words that it counts.
//
// What each count says is held against the data, always. A sample of their links is followed; the long run follows them all.

import { open } from './lib/browser.mjs';
import { results, shown } from './lib/quotes.mjs';
import { Random, seed } from './lib/random.mjs';
import { chosen, quotesOf } from './lib/study.mjs';
import { messageOf, pool } from './lib/tap.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').CountLink} CountLink */
/** @typedef {import('./lib/types.js').Quote} Quote */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {{ number: string[], shown: string[], people: string[] }} Wrong */

/** How many links are followed in the short run. */
const samples = { demo: 40, small: 20 };

/** @param {SuiteContext} context */
export async function run(context) {
  for (const [name, sample] of Object.entries(samples)) {
    const site = context.site(name);
    if (site) await counts(context, site, context.long ? Number.POSITIVE_INFINITY : sample);
  }
}

/** @param {SuiteContext} context @param {Site} site @param {number} followed */
async function counts({ facts, browser }, site, followed) {
  const quotes = quotesOf(site);
  const all = await collected(browser, site);
  const sample = new Random(seed).sample(all, followed);
  facts.note(`${site.name}: ${sample.length} of ${all.length} counts are followed, seed ${seed}`);
  /** @type {Wrong} */
  const wrong = { number: [], shown: [], people: [] };
  for (const count of all) {
    const { n, expected, isPart } = meaning(count, quotes);
    if (n !== expected && !isPart) wrong.number.push(`${placeOf(count)}: the data say ${expected}`);
  }
  // One page after the other, so that each is opened once or twice.
  await pool(
    grouped(sample, count => count.page),
    ([path, counts]) =>
      open(browser, site.url(path), {}, async page => {
        for (const count of counts) {
          if (page.url() !== site.url(path)) await page.goto(site.url(path));
          try {
            await follow(page, count, quotes, wrong);
          } catch (error) {
            wrong.shown.push(`${placeOf(count)}: ${messageOf(error).split('\n')[0]}`);
          }
        }
        for (const complaint of page.complaints) wrong.shown.push(`${path}: ${complaint}`);
      }),
  );
  facts.fact(`${site.name}: there are counts`, all.length ? [] : ['none']);
  facts.fact(`${site.name}: ${all.length} counts are what the published data say`, wrong.number);
  facts.fact(`${site.name}: what ${sample.length} counts open shows exactly the quotes they count`, wrong.shown);
  facts.fact(
    `${site.name}: what ${sample.length} counts open quotes exactly the participants they count, or says how many are shown`,
    wrong.people,
  );
}

/** Where a count is, and what it says. @param {CountLink} count */
const placeOf = ({ page, text, key }) => `${page}: “${text}” (${key})`;

/**
 * Every link that can be seen and carries a count.
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 */
async function collected(browser, site) {
  /** @type {Map<string, CountLink[]>} */
  const found = new Map();
  await pool(site.pages, path =>
    open(browser, site.url(path), {}, async page => {
      const links = await page.locator('a[data-count]').evaluateAll(all =>
        all.map((a, at) => ({
          at,
          key: a.getAttribute('data-count') ?? '',
          text: a.getAttribute('aria-label') ?? a.textContent?.trim() ?? '',
          isSeen: a.checkVisibility(),
        })),
      );
      found.set(
        path,
        links.filter(link => link.isSeen).map(link => ({ ...link, page: path })),
      );
    }),
  );
  return site.pages.flatMap(path => found.get(path) ?? []);
}

/**
 * What a count counts by the data, and whether it is of more than can be shown.
 * @param {CountLink} count
 * @param {Quote[]} quotes
 */
function meaning(count, quotes) {
  const [unit, ...parts] = count.key.split(' ');
  const choices = parts.map(p => /** @type {[string, string]} */ ([p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)]));
  const counted = chosen(quotes, choices);
  // A choice of who speaks restricts whose voices count, too.
  /** @param {import('./lib/types.js').Person} person */
  const isChosen = person => choices.every(([k, v]) => (k === 'participant' ? person.id === v : !(k in person) || person[k] === v));
  const voices = new Set(counted.flatMap(q => q.people.filter(isChosen).map(p => p.id)));
  const n = Number((count.text.match(/: (\d+)[^:]*$/) ?? count.text.match(/(\d+)/))?.[1]);
  const expected = unit === 'quotes' ? counted.length : voices.size;
  // More may have been coded than is shown; then what opens must say how many are.
  return { n, expected, isPart: unit === 'participants' && n > expected, ids: counted.map(q => q.id).sort(), voices };
}

/**
 * @param {import('./lib/types.js').WatchedPage} page
 * @param {CountLink} count
 * @param {Quote[]} quotes
 * @param {Wrong} wrong
 */
async function follow(page, count, quotes, wrong) {
  const where = placeOf(count);
  const { ids, voices, isPart } = meaning(count, quotes);
  const link = page.locator('a[data-count]').nth(count.at);
  const to = await link.evaluate(a =>
    a instanceof SVGAElement ? new URL(a.href.baseVal, location.href).href : /** @type {HTMLAnchorElement} */ (a).href,
  );
  await link.click();
  await page.waitForURL(to);
  await page.waitForLoadState('load');
  if (/quotes\/index\.html#.*=/.test(to)) wrong.shown.push(...(await results(page, ids)).map(w => `${where}: ${w}`));
  else {
    const seen = await shown(page);
    const lost = ids.filter(id => !seen.includes(id));
    const extra = seen.filter(id => !ids.includes(id));
    if (lost.length || extra.length) {
      const target = to.split('/').slice(-2).join('/');
      wrong.shown.push(`${where} opens ${target}: missing ${lost.slice(0, 6).join(' ')}; too many ${extra.slice(0, 6).join(' ')}`);
    }
  }
  const text = await page.getByRole('main').innerText();
  if (isPart && !new RegExp(`from ${voices.size}\\b|${voices.size} (are|is) shown`).test(text)) {
    wrong.people.push(`${where}: quotes of ${voices.size} are shown, and the page does not say so`);
  }
  for (const voice of voices) if (!text.includes(voice)) wrong.people.push(`${where}: ${voice} is counted and not named`);
}

/** @template T @param {T[]} list @param {(item: T) => string} key */
function grouped(list, key) {
  /** @type {Map<string, T[]>} */
  const map = new Map();
  for (const item of list) map.set(key(item), [...(map.get(key(item)) ?? []), item]);
  return map;
}
