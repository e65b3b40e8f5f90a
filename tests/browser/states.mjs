// A table of states: every kind of page in every view, and every state that a page can be brought into. In each of them axe finds
// nothing, the page prints nothing, asks nothing of another host, and does not run out to the side.
//
// The long run opens each page anew in each view and lets axe look for everything. The short one does so once for each kind of page and
// state, and then holds, on the same page, what another view can change: contrast in the dark, targets and width where it is narrow.

import { audit, open, overflow, views } from './lib/browser.mjs';
import { states } from './lib/states.mjs';
import { messageOf, pool } from './lib/tap.mjs';

/** @typedef {import('./lib/types.js').Bring} Bring */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {{ site: string, url: string, kind: string, state?: string, views: string[], bring: Bring }} Row */

/** The kinds of page that have a row here. A page of another kind in the finished site is a failure. */
const kinds = [
  'home',
  'findings',
  'finding',
  'methods',
  'page',
  'themes',
  'theme, leaf',
  'theme, parent',
  'participants',
  'participant',
  'quotes',
  'matrix',
  'codebook',
  'figures',
  /^figure /,
  'data',
  '404',
];

/** @param {SuiteContext} context */
export async function run(context) {
  const { facts, site, long } = context;
  /** @type {Row[]} */
  const rows = [];
  for (const name of ['demo', 'small', 'cjk', 'quiet']) {
    const each = site(name);
    if (!each) continue;
    known(facts, each);
    // The demo in every view; the others where most goes wrong.
    const inViews = name === 'demo' ? ['light', 'dark', '360', '640', '900'] : ['dark 360'];
    for (const [kind, path] of each.examples()) rows.push({ site: name, url: each.url(path), kind, views: inViews, bring: async () => {} });
  }
  const demo = site('demo');
  const examples = demo?.examples();
  for (const { name, kind, views, bring, passing } of demo ? states : []) {
    const path = examples?.get(kind);
    if (!path || !demo) facts.fact(`demo: ${kind}, ${name}`, [`the site has no page of the kind ${kind}`]);
    else
      for (const group of passing ? views.map(v => [v]) : [views])
        rows.push({ site: 'demo', url: demo.url(path), kind, state: name, views: group, bring });
  }
  await pool(long ? rows.flatMap(row => row.views.map(view => ({ ...row, views: [view] }))) : rows, row => look(context, row));
}

/** @param {SuiteContext['facts']} facts @param {import('./lib/site.mjs').Site} site */
function known(facts, site) {
  const strange = site.pages.filter(p => !kinds.some(k => (k instanceof RegExp ? k.test(site.kind(p)) : k === site.kind(p))));
  facts.fact(`${site.name}: every kind of page has a row in the table of states (${site.pages.length} pages)`, strange);
}

/**
 * A page in its first view, thoroughly; then in the others.
 * @param {SuiteContext} context
 * @param {Row} row
 */
async function look({ facts, browser }, { site, url, kind, state, views: [first, ...others], bring }) {
  /** @param {string} view */
  const sentence = view => `${site}: ${kind}, ${view}${state ? `, ${state}` : ''}`;
  try {
    await open(browser, url, views[first], async page => {
      await bring(page);
      await page.waitForLoadState('load');
      facts.fact(sentence(first), [...(await audit(page)), ...(await overflow(page)), ...page.complaints.splice(0)]);
      for (const view of others) {
        const { viewport, colorScheme } = views[view];
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize(viewport);
        // Colours of links fade from one scheme into the other.
        await page.evaluate(() => document.getAnimations().forEach(animation => animation.finish()));
        const wrong = [...(await overflow(page)), ...page.complaints.splice(0)];
        if (colorScheme !== views[first].colorScheme) wrong.push(...(await audit(page, 'contrast')));
        if (viewport.width < 640) wrong.push(...(await audit(page, 'targets')));
        facts.fact(sentence(view), wrong);
      }
    });
  } catch (error) {
    facts.fact(sentence(first), [`the state is not reached: ${messageOf(error)}`]);
  }
}
