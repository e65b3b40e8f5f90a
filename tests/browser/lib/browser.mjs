// One Chromium for everything; a fresh context for each look at a page.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/** @typedef {import('playwright-core').Browser} Browser */
/** @typedef {import('playwright-core').BrowserContext} BrowserContext */
/** @typedef {import('playwright-core').BrowserContextOptions} BrowserContextOptions */
/** @typedef {import('./types.js').WatchedPage} WatchedPage */

export const executable = process.env.EMIC_CHROMIUM || '/usr/bin/chromium';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
];

/** Its profile is a new temporary folder, which Playwright removes. */
export function launch() {
  return chromium.launch({ executablePath: executable, headless: true, args: flags });
}

/**
 * The ways in which pages are looked at. 640 at a density of two is what 1280 is at 200 %.
 * @satisfies {Record<string, BrowserContextOptions>}
 */
const known = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  360: { viewport: { width: 360, height: 780 }, colorScheme: 'light' },
  640: { viewport: { width: 640, height: 450 }, colorScheme: 'dark', deviceScaleFactor: 2 },
  'dark 360': { viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
  900: { viewport: { width: 900, height: 900 }, colorScheme: 'light' },
};

/** @type {Record<string, { viewport: { width: number, height: number }, colorScheme: 'light' | 'dark', deviceScaleFactor?: number }>} */
export const views = known;

/**
 * Opens a page in a context of its own, does `work` with it, and closes it. What the page complained of is in `page.complaints`.
 * @template T
 * @param {Browser} browser
 * @param {string} url
 * @param {BrowserContextOptions} options
 * @param {(page: WatchedPage, context: BrowserContext) => Promise<T>} work
 */
export async function open(browser, url, options, work) {
  const context = await browser.newContext({ ...known.light, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  // What a page is asked to compute has no limit of its own.
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const stuck = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error('it is not done after a quarter of an hour')), 900_000);
  });
  try {
    const page = await context.newPage();
    const watched = Object.assign(page, { complaints: complaints(page, url) });
    await page.goto(url, { waitUntil: 'load' });
    return await Promise.race([work(watched, context), stuck]);
  } finally {
    clearTimeout(timer);
    await context.close();
  }
}

/**
 * Whatever a page prints, throws, asks of another host, or asks for in vain.
 * @param {import('playwright-core').Page} page
 * @param {string} url
 */
function complaints(page, url) {
  /** @type {string[]} */
  const found = [];
  const home = new URL(url);
  page.on('console', message => found.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', error => found.push(`script error: ${error.message}`));
  page.on('requestfailed', request => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) found.push(`request failed: ${request.url()}`);
  });
  page.on('request', request => {
    const to = new URL(request.url());
    const isLocal = to.protocol === 'data:' || to.protocol === 'blob:' || (to.protocol === home.protocol && to.host === home.host);
    if (!isLocal) found.push(`request to another host: ${to.href}`);
  });
  page.on('response', response => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) found.push(`${response.status()} for ${response.url()}`);
  });
  return found;
}

/**
 * WCAG 2.2 AA, axe's best practice, and targets under 24 px; or one rule of them.
 * @type {Record<'all' | 'contrast' | 'targets', import('axe-core').RunOptions>}
 */
const rules = {
  all: {
    runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
    rules: { 'target-size': { enabled: true } },
  },
  contrast: { runOnly: ['color-contrast'] },
  targets: { runOnly: ['target-size'] },
};
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong with a page.
 * @param {import('playwright-core').Page} page
 * @param {keyof typeof rules} [which]
 */
export async function audit(page, which = 'all') {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  // Not to load style sheets again, which the sites' own policy forbids.
  const options = { ...rules[which], resultTypes: ['violations'], preload: false };
  const violations = await page.evaluate(
    async options => (await axe.run(document, /** @type {import('axe-core').RunOptions} */ (options))).violations,
    options,
  );
  return violations.map(violation => {
    const where = violation.nodes.slice(0, 3).map(node => {
      const check = node.any[0] ?? node.all[0] ?? node.none[0];
      return `${node.target.flat().join(' ')} (${check?.message ?? ''})`;
    });
    return `axe ${violation.id}, ${violation.nodes.length} ×: ${where.join(' | ')}`;
  });
}

/**
 * How far a page runs out to the side, and with what.
 * @param {import('playwright-core').Page} page
 */
export function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const reach = document.documentElement.scrollWidth;
    if (reach <= width) return [];
    /** @param {Element} element */
    const isInScroller = element => {
      for (let up = element.parentElement; up && up !== document.body; up = up.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const all = [...document.querySelectorAll('body *')];
    const out = all.filter(e => e.getBoundingClientRect().right > width + 1 && !isInScroller(e));
    const named = out.slice(0, 4).map(e => `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''}.${e.getAttribute('class') ?? ''}`);
    return [`${reach - width} px of sideways overflow at ${width} px: ${named.join(', ')}`];
  });
}
