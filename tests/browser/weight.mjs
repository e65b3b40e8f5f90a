// What a reader's machine has to fetch, and what the files themselves promise.

import { gzipSync } from 'node:zlib';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { open } from './lib/browser.mjs';
import { query } from './lib/quotes.mjs';
import { serve } from './lib/server.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {import('playwright-core').Page} Page */

const policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";
/** @param {number} n */
const kb = n => `${(n / 1000).toFixed(1)} kB`;

/** @param {SuiteContext} context */
export async function run({ facts, browser, site }) {
  const demo = site('demo');
  if (!demo) return;
  await home(facts, browser, demo);
  sizes(facts, demo);
  for (const name of ['demo', 'small', 'cjk', 'quiet']) {
    const each = name === 'demo' ? demo : site(name);
    if (each) await promises(facts, browser, each);
  }
  const study = site('s300');
  if (study) await search(facts, browser, study);
}

/**
 * Everything a page fetches, by path, while `work` is done.
 * @param {SuiteContext['browser']} browser @param {Site} site @param {string} path
 * @param {(page: Page) => Promise<unknown>} [work]
 */
async function fetched(browser, site, path, work = async () => {}) {
  const host = await serve(site.root);
  /** @type {Set<string>} */
  const got = new Set();
  try {
    await open(browser, 'about:blank', {}, async page => {
      page.on(
        'request',
        r =>
          r.url().startsWith(host.url) && !r.url().endsWith('/favicon.ico') && got.add(new URL(r.url()).pathname.slice(1) || 'index.html'),
      );
      await page.goto(host.url + path, { waitUntil: 'networkidle' });
      await work(page);
      await page.waitForLoadState('networkidle');
    });
  } finally {
    await host.close();
  }
  return got;
}

/** @param {SuiteContext['facts']} facts @param {SuiteContext['browser']} browser @param {Site} site */
async function home(facts, browser, site) {
  const got = [...(await fetched(browser, site, 'index.html'))];
  const bodies = got.map(f => readFileSync(join(site.root, f)));
  const raw = bodies.reduce((sum, b) => sum + b.length, 0);
  const zipped = bodies.reduce((sum, b) => sum + gzipSync(b, { level: 6 }).length, 0);
  const all = `${got.length} requests, ${kb(raw)}, ${kb(zipped)} gzipped`;
  facts.note(`home: ${all}`);
  facts.fact('the home page takes no more than 6 requests', got.length > 6 ? [got.join(', ')] : []);
  facts.fact('the home page takes no more than 120 kB', raw > 120_000 ? [all] : []);
  facts.fact('the home page takes no more than 35 kB gzipped', zipped > 35_000 ? [all] : []);
}

/** @param {SuiteContext['facts']} facts @param {Site} site */
function sizes(facts, site) {
  /** @param {(file: string) => boolean} test */
  const sum = test => site.files.filter(test).reduce((total, f) => total + site.size(f), 0);
  const css = sum(f => f.endsWith('.css'));
  const js = sum(f => f.startsWith('assets/') && f.endsWith('.js'));
  const figures = sum(f => f.startsWith('figures/') && !f.endsWith('.html'));
  const all = sum(() => true);
  facts.note(
    `the demo: ${site.files.length} files, ${kb(all)}, of which figure downloads ${kb(figures)}; style sheets ${kb(css)}, scripts ${kb(js)}`,
  );
  facts.fact('style sheets are no more than 30 kB in all', css > 30_000 ? [kb(css)] : []);
  facts.fact('scripts are no more than 40 kB in all', js > 40_000 ? [kb(js)] : []);
}

/**
 * What a first search costs beyond the page and its style: every script.
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 */
async function search(facts, browser, site) {
  const got = await fetched(browser, site, 'quotes/index.html', async page => {
    await (await query(page)).fill('morning');
    await page.locator('mark:visible').first().waitFor();
  });
  const scripts = [...got].filter(f => !/\.(html|css)$/.test(f));
  const cost = scripts.reduce((sum, f) => sum + site.size(f), 0);
  facts.note(`first search at 300 quotes: ${scripts.map(f => `${f} ${kb(site.size(f))}`).join(', ')}`);
  facts.fact('a first search at 300 quotes costs no more than 100 kB', cost > 100_000 ? [kb(cost)] : []);
}

/**
 * What every page of a site keeps to, read by the browser's own parser.
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 */
async function promises(facts, browser, site) {
  /** @type {Record<'policy' | 'inline' | 'links' | 'places', string[]>} */
  const wrong = { policy: [], inline: [], links: [], places: [] };
  /** @type {Map<string, Set<string>>} */
  const ids = new Map();
  /** @type {{ path: string, tag: string, attribute: string, to: string }[]} */
  const links = [];
  await open(browser, 'about:blank', {}, async page => {
    for (const path of site.pages) {
      const found = await page.evaluate(html => {
        const doc = new DOMParser().parseFromString(html, 'text/html');
        /** @param {string} css */
        const all = css => [...doc.querySelectorAll(css)];
        return {
          policy: all('head > meta[http-equiv="Content-Security-Policy" i]').map(m => m.getAttribute('content')),
          inline: all('[style], style, script:not([src])')
            .map(e => e.outerHTML.slice(0, 120))
            .concat(
              all('*')
                .filter(e => [...e.attributes].some(a => /^on/i.test(a.name)))
                .map(e => e.outerHTML.slice(0, 120)),
            ),
          links: all('[href], [src], [srcset], [action], [poster], [data]').flatMap(e =>
            ['href', 'src', 'srcset', 'action', 'poster', 'data']
              .filter(a => e.hasAttribute(a))
              .map(a => ({ tag: e.localName, attribute: a, to: e.getAttribute(a) ?? '' })),
          ),
          ids: all('[id]').map(e => e.id),
        };
      }, site.text(path));
      if (found.policy.length !== 1 || found.policy[0] !== policy) wrong.policy.push(`${path}: ${found.policy}`);
      for (const each of found.inline) wrong.inline.push(`${path}: ${each}`);
      ids.set(path, new Set(found.ids));
      const twice = found.ids.filter((id, at) => found.ids.indexOf(id) !== at);
      if (twice.length) wrong.places.push(`${path}: the id ${twice[0]} stands ${twice.length + 1} times`);
      for (const link of found.links) links.push({ path, ...link });
    }
  });
  for (const { path, tag, attribute, to } of links) {
    if (tag === 'a' && /^(https?:|mailto:)/.test(to)) continue;
    if (tag === 'link' && attribute === 'href' && /^https?:/.test(to) && !/stylesheet/.test(tag)) continue;
    const target = new URL(to, `http://x/${path}`);
    const file = decodeURIComponent(target.pathname.slice(1));
    if (/^([a-z]+:|\/)/i.test(to)) wrong.links.push(`${path}: ${to} is not relative`);
    else if (!site.has(file)) wrong.links.push(`${path}: ${to} leads to no file`);
    else if (
      target.hash &&
      !target.hash.includes('=') &&
      file.endsWith('.html') &&
      !ids.get(file)?.has(decodeURIComponent(target.hash.slice(1))) &&
      !loaded(site, file)
    ) {
      wrong.links.push(`${path}: ${to} leads to no place`);
    }
  }
  facts.fact(`${site.name}: each page carries the content security policy, once`, wrong.policy);
  facts.fact(`${site.name}: no page has an inline style, script or handler`, wrong.inline);
  facts.fact(`${site.name}: links are relative, name files, and lead to a place (${links.length} links)`, wrong.links);
  facts.fact(`${site.name}: no id stands twice on a page`, wrong.places);
}

/** Whether a quotes page loads its quotes when they are asked for. @param {Site} site @param {string} file */
const loaded = (site, file) => file === 'quotes/index.html' && site.has('quotes/0.js');
