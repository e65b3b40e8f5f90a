// What a screen reader is told. The small study's pages are held against kept files (EMIC_BLESS=1 writes them anew); of every
// site, what no page may do.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { open } from './lib/browser.mjs';
import { pool } from './lib/tap.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {import('playwright-core').Page} Page */

/** Which page of the small study stands for a kind; of others, the only one does. */
/** @type {Record<string, string>} */
const pages = {
  finding: 'findings/water.html',
  page: 'pages/notes.html',
  participant: 'participants/G1.html',
  'theme, leaf': 'themes/neighbours.html',
  'theme, parent': 'themes/water.html',
};

const kept = join(dirname(fileURLToPath(import.meta.url)), 'aria');

/** @param {SuiteContext} context */
export async function run({ facts, browser, site }) {
  const small = site('small');
  if (small)
    await pool([...small.examples().keys()], kind =>
      compare(facts, browser, small, kind, pages[kind] ?? small.pages.find(p => small.kind(p) === kind)),
    );
  for (const name of ['demo', 'small', 'cjk', 'quiet']) {
    const each = site(name);
    if (!each) continue;
    /** @type {string[]} */
    const wrong = [];
    await pool([...each.examples().values()], path => sane(browser, each, path, wrong));
    facts.fact(`${name}: pages have one h1, their landmarks, named links and controls, and no split words`, wrong);
  }
}

/** @param {Page} page */
const snapshot = page => page.locator('body').ariaSnapshot();
/** What stands around the text is the same everywhere and kept once, with the home page. @param {Page} page */
const text = page => page.getByRole('main').ariaSnapshot();

/**
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 * @param {string} kind
 * @param {string} path
 */
async function compare(facts, browser, site, kind, path) {
  const file = join(kept, `${kind.replace(/[^a-z0-9]+/g, '-')}.yaml`);
  const now = `${await open(browser, site.url(path), {}, kind === 'home' ? snapshot : text)}\n`;
  if (process.env.EMIC_BLESS === '1') {
    mkdirSync(kept, { recursive: true });
    writeFileSync(file, now);
  }
  const before = existsSync(file) ? readFileSync(file, 'utf8') : '';
  facts.fact(`small: ${kind} reads as it is kept in aria/${file.split('/').at(-1)}`, before === now ? [] : changed(before, now));
}

/** The first lines in which two texts differ. @param {string} before @param {string} now */
function changed(before, now) {
  if (!before) return ['nothing is kept of it; EMIC_BLESS=1 keeps it'];
  const [a, b] = [before.split('\n'), now.split('\n')];
  const at = b.findIndex((line, i) => line !== a[i]);
  const from = at < 0 ? b.length : at;
  const [inA, inB] = [new Set(a), new Set(b)];
  return [
    `from line ${from + 1}; EMIC_BLESS=1 keeps it as it is now`,
    ...a
      .filter(l => !inB.has(l))
      .slice(0, 5)
      .map(l => `was: ${l.trim()}`),
    ...b
      .filter(l => !inA.has(l))
      .slice(0, 5)
      .map(l => `is:  ${l.trim()}`),
  ];
}

/** @param {SuiteContext['browser']} browser @param {Site} site @param {string} path @param {string[]} wrong */
async function sane(browser, site, path, wrong) {
  await open(browser, site.url(path), {}, async page => {
    /** @param {string} text */
    const report = text => wrong.push(`${path}: ${text}`);
    const lines = (await snapshot(page)).split('\n').map(l => l.trim());
    const h1 = lines.filter(l => /^- heading .*\[level=1\]/.test(l)).length;
    if (h1 !== 1) report(`${h1} headings of the first level`);
    for (const landmark of ['banner', 'main', 'contentinfo', 'navigation "Main"']) {
      const n = lines.filter(l => l.startsWith(`- ${landmark}`)).length;
      if (n !== 1) report(`${n} × ${landmark}`);
    }
    for (const role of ['link', 'button', 'checkbox', 'radio', 'searchbox', 'region', 'group', 'figure']) {
      const nameless = lines.filter(l => new RegExp(`^- ${role}(:|$| \\[)`).test(l) && !(role === 'group' || role === 'figure'));
      if (nameless.length) report(`${nameless.length} × ${role} without a name: ${nameless[0]}`);
    }
    // Split spans read "P 01", words without a space read "Chinese20 quotes".
    for (const { what, pattern } of [
      { what: 'a split id', pattern: /\b[A-Z] \d{1,3}\b(?! of)/ },
      { what: 'words run together', pattern: /"[^"]*[a-z](\d+ (quotes?|of|participants?))\b[^"]*"/ },
    ]) {
      const line = lines.find(l => pattern.test(l));
      if (line) report(`${what}: ${line.slice(0, 200)}`);
    }
    const levels = lines.map(l => Number(l.match(/^- heading .*\[level=(\d)\]/)?.[1])).filter(Boolean);
    const jump = levels.findIndex((level, i) => i > 0 && level > levels[i - 1] + 1);
    if (jump > 0) report(`a heading of level ${levels[jump]} follows one of level ${levels[jump - 1]}`);
  });
}
