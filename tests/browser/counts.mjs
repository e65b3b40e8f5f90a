// Every count is evidence: what its link opens shows exactly the words that it counts.

import { open } from './lib/browser.mjs';
import { results, shown } from './lib/quotes.mjs';
import { Random, seed } from './lib/random.mjs';
import { chosen, quotesOf } from './lib/study.mjs';
import { pool } from './lib/tap.mjs';

const much = 200;

export async function run({ facts, browser, site }) {
  for (const [name, n] of [['demo', much], ['small', 60]]) {
    const each = site(name);
    if (each) await clicks(facts, browser, each, n);
  }
}

async function clicks(facts, browser, site, n) {
  const quotes = quotesOf(site);
  const all = await collected(browser, site);
  const random = new Random(seed);
  const sample = random.sample(all, n);
  facts.note(`${site.name}: ${sample.length} of ${all.length} counts, seed ${seed}`);
  const wrong = { number: [], shown: [], people: [] };
  // One page after the other, so that each is opened once or twice.
  const byPage = grouped(sample, c => c.page);
  await pool(byPage, ([path, counts]) => open(browser, site.url(path), {}, async page => {
    for (const count of counts) {
      if (page.url() !== site.url(path)) await page.goto(site.url(path));
      const where = `${path}: “${count.text}” (${count.key})`;
      try {
        await follow(page, count, quotes, wrong, where);
      } catch (error) {
        wrong.shown.push(`${where}: ${error.message.split('\n')[0]}`);
      }
    }
    for (const complaint of page.complaints) wrong.shown.push(`${path}: ${complaint}`);
  }));
  facts.fact(`${site.name}: ${sample.length} counts are what the published data say`, wrong.number);
  facts.fact(`${site.name}: what ${sample.length} counts open shows exactly the quotes they count`, wrong.shown);
  facts.fact(`${site.name}: what ${sample.length} counts open quotes exactly the participants they count, or says how many are shown`, wrong.people);
}

/** Every link that can be seen and carries a count. */
async function collected(browser, site) {
  const found = [];
  await open(browser, site.url('index.html'), {}, async page => {
    for (const path of site.pages) {
      await page.goto(site.url(path));
      const here = await page.locator('a[data-count]').evaluateAll(all =>
        all.map((a, at) => ({ at, key: a.dataset.count, text: a.getAttribute('aria-label') ?? a.textContent.trim(), seen: a.checkVisibility() })));
      found.push(...here.filter(c => c.seen).map(c => ({ ...c, page: path })));
    }
  });
  return found;
}

async function follow(page, count, quotes, wrong, where) {
  const [unit, ...parts] = count.key.split(' ');
  const choices = parts.map(p => [p.slice(0, p.indexOf('=')), p.slice(p.indexOf('=') + 1)]);
  const counted = chosen(quotes, choices);
  // A choice of who speaks restricts whose voices count, too.
  const who = people => choices.every(([k, v]) => (k === 'participant' ? people.id === v : !(k in people) || people[k] === v));
  const voices = new Set(counted.flatMap(q => q.people.filter(who).map(p => p.id)));
  const n = Number((count.text.match(/: (\d+)[^:]*$/) ?? count.text.match(/(\d+)/))?.[1]);
  const expected = unit === 'quotes' ? counted.length : voices.size;
  // More may have been coded than is shown; then what opens must say how many are.
  const part = unit === 'participants' && n > expected;
  if (n !== expected && !part) wrong.number.push(`${where}: the data say ${expected}`);

  const link = page.locator('a[data-count]').nth(count.at);
  const to = await link.evaluate(a => (a.href.baseVal === undefined ? a.href : new URL(a.href.baseVal, location.href).href));
  await link.click();
  await page.waitForURL(to);
  await page.waitForLoadState('load');
  const ids = counted.map(q => q.id).sort();
  if (/quotes\/index\.html#.*=/.test(to)) wrong.shown.push(...(await results(page, ids)).map(w => `${where}: ${w}`));
  else {
    const seen = await shown(page);
    const lost = ids.filter(id => !seen.includes(id));
    const extra = seen.filter(id => !ids.includes(id));
    if (lost.length || extra.length) wrong.shown.push(`${where} opens ${to.split('/').slice(-2).join('/')}: missing ${lost.slice(0, 6).join(' ')}; too many ${extra.slice(0, 6).join(' ')}`);
  }
  const text = await page.getByRole('main').innerText();
  if (part && !new RegExp(`from ${voices.size}\\b|${voices.size} (are|is) shown`).test(text)) wrong.people.push(`${where}: quotes of ${voices.size} are shown, and the page does not say so`);
  for (const voice of voices) if (!text.includes(voice)) wrong.people.push(`${where}: ${voice} is counted and not named`);
}

function grouped(list, by) {
  const map = new Map();
  for (const item of list) map.set(by(item), [...(map.get(by(item)) ?? []), item]);
  return map;
}
