// A table of states: every kind of page in every view, and every state that a page can be brought into. In each of them axe finds
// nothing, the page prints nothing, asks nothing of another host, and does not run out to the side.

import { axe, open, overflow, views } from './lib/browser.mjs';
import { browserStates, matrixStates } from './lib/states.mjs';
import { pool } from './lib/tap.mjs';

/** The kinds of page that have a row here. A page of another kind in the finished site is a failure. */
const kinds = [
  'home', 'findings', 'finding', 'methods', 'page', 'themes', 'theme, leaf', 'theme, parent', 'participants', 'participant', 'quotes',
  'matrix', 'codebook', 'figures', /^figure /, 'data', '404',
];

const scheme = page => page.getByRole('button', { name: /light and dark/i });
const permalink = page => page.getByRole('article').first().getByRole('link', { name: /^[\w-]+-\d+$/ }).first();

/** States that any page may be in: name, kind of page, view, and how it is brought about. */
const states = [
  ['scheme toggled to dark', 'theme, leaf', 'light', page => scheme(page).click()],
  ['scheme toggled to light', 'theme, leaf', 'dark', page => scheme(page).click()],
  ['scheme toggled to dark', 'quotes', '360', page => scheme(page).click()],
  ['skip link focused', 'home', 'light', page => page.keyboard.press('Tab')],
  ['skip link focused', 'home', '360', page => page.keyboard.press('Tab')],
  ['a link under the pointer', 'home', 'light', page => page.getByRole('main').getByRole('link', { name: /of 20/ }).first().hover()],
  ['a link under the pointer', 'home', 'dark', page => page.getByRole('main').getByRole('link', { name: /of 20/ }).first().hover()],
  ['a quote under the pointer', 'theme, leaf', 'light', page => page.getByRole('article').first().hover()],
  ['a quote under the pointer', 'theme, leaf', 'dark', page => page.getByRole('article').first().hover()],
  ['a place in it targeted', 'theme, leaf', 'light', page => page.evaluate(() => { location.hash = document.querySelectorAll('article[id]')[2].id; })],
  ['a place in it targeted', 'theme, leaf', 'dark', page => page.evaluate(() => { location.hash = document.querySelectorAll('article[id]')[2].id; })],
  ['a place in it targeted', 'theme, leaf', '360', page => page.evaluate(() => { location.hash = document.querySelectorAll('article[id]')[2].id; })],
  ['a permalink followed', 'theme, leaf', 'light', page => permalink(page).click()],
  ['a bar under the pointer', 'figure prevalence', 'light', page => page.getByRole('main').locator('svg a:visible').nth(3).hover()],
  ['a bar focused', 'figure prevalence', 'dark', page => page.getByRole('main').locator('svg a:visible').nth(3).focus()],
  ...browserStates,
  ...matrixStates,
];

export async function run({ facts, browser, site }) {
  for (const name of ['demo', 'small', 'cjk', 'quiet']) {
    const each = site(name);
    if (!each) continue;
    known(facts, each);
    // The demo in every view; the others where most goes wrong.
    const looks = name === 'demo' ? ['light', 'dark', '360', '640', '900'] : ['dark 360'];
    const rows = [...each.examples()].flatMap(([kind, path]) => looks.map(view => [kind, path, view]));
    await pool(rows, ([kind, path, view]) => look(facts, browser, each.url(path), view, `${name}: ${kind}, ${view}`));
  }
  const demo = site('demo');
  if (!demo) return;
  const examples = demo.examples();
  await pool(states, async ([state, kind, view, bring]) => {
    const sentence = `demo: ${kind}, ${view}, ${state}`;
    if (!examples.has(kind)) facts.fact(sentence, [`the site has no page of the kind ${kind}`]);
    else await look(facts, browser, demo.url(examples.get(kind)), view, sentence, bring);
  });
}

function known(facts, site) {
  const strange = site.pages.filter(p => !kinds.some(k => (k instanceof RegExp ? k.test(site.kind(p)) : k === site.kind(p))));
  facts.fact(`${site.name}: every kind of page has a row in the table of states (${site.pages.length} pages)`, strange);
}

async function look(facts, browser, url, view, sentence, bring = async () => {}) {
  try {
    await open(browser, url, views[view], async page => {
      await bring(page);
      await page.waitForLoadState('load');
      const wrong = [...(await axe(page)), ...(await overflow(page)), ...page.complaints];
      facts.fact(sentence, wrong);
    });
  } catch (error) {
    facts.fact(sentence, [`the state is not reached: ${error.message}`]);
  }
}
