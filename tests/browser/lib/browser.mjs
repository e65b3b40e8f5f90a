// One Chromium for everything; a fresh context for each look at a page.

import { chromium } from 'playwright-core';
import { AxeBuilder } from '@axe-core/playwright';

export const executable = process.env.EMIC_CHROMIUM || '/usr/bin/chromium';

const flags = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync', '--force-color-profile=srgb', '--font-render-hinting=none',
];

/** Its profile is a new temporary folder, which Playwright removes. */
export function launch() {
  return chromium.launch({ executablePath: executable, headless: true, args: flags });
}

/** The ways in which pages are looked at. 640 at a density of two is what 1280 is at 200 %. */
export const views = {
  light: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
  dark: { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  '360': { viewport: { width: 360, height: 780 }, colorScheme: 'light' },
  '640': { viewport: { width: 640, height: 450 }, colorScheme: 'dark', deviceScaleFactor: 2 },
  'dark 360': { viewport: { width: 360, height: 780 }, colorScheme: 'dark' },
  '900': { viewport: { width: 900, height: 900 }, colorScheme: 'light' },
};

/** Opens a page in a context of its own, does `work` with it, and closes it. What the page complained of is in `page.complaints`. */
export async function open(browser, url, options, work) {
  const context = await browser.newContext({ ...views.light, reducedMotion: 'reduce', ...options });
  context.setDefaultTimeout(15_000);
  try {
    const page = await context.newPage();
    page.complaints = complaints(page, url);
    await page.goto(url, { waitUntil: 'load' });
    return await work(page, context);
  } finally {
    await context.close();
  }
}

/** Whatever a page prints, throws, asks of another host, or asks for in vain. */
function complaints(page, url) {
  const found = [];
  const home = new URL(url);
  page.on('console', message => found.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', error => found.push(`script error: ${error.message}`));
  page.on('requestfailed', request => {
    if (!/ERR_ABORTED/.test(request.failure()?.errorText ?? '')) found.push(`request failed: ${request.url()}`);
  });
  page.on('request', request => {
    const to = new URL(request.url());
    if (to.protocol !== 'data:' && to.protocol !== 'blob:' && (to.protocol !== home.protocol || to.host !== home.host)) found.push(`request to another host: ${to.href}`);
  });
  page.on('response', response => {
    if (response.status() >= 400 && !response.url().endsWith('/favicon.ico')) found.push(`${response.status()} for ${response.url()}`);
  });
  return found;
}

/** What axe finds against WCAG 2.2 AA, its best practice, and targets under 24 px. */
export async function axe(page) {
  const result = await new AxeBuilder({ page })
    .setLegacyMode()
    .options({
      runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
      rules: { 'target-size': { enabled: true } },
      resultTypes: ['violations'],
      // It would fetch style sheets again, which the sites' own policy forbids.
      preload: false,
    })
    .analyze();
  return result.violations.map(v => {
    const where = v.nodes.slice(0, 3).map(n => `${n.target.flat().join(' ')} (${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? ''})`);
    return `axe ${v.id}, ${v.nodes.length} ×: ${where.join(' | ')}`;
  });
}

/** How far a page runs out to the side, and with what. */
export async function overflow(page) {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const reach = document.scrollingElement.scrollWidth;
    if (reach <= width) return [];
    const scrolls = e => {
      for (let up = e.parentElement; up && up !== document.body; up = up.parentElement) {
        if (/auto|scroll|hidden|clip/.test(getComputedStyle(up).overflowX)) return true;
      }
      return false;
    };
    const out = [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrolls(e));
    const named = out.slice(0, 4).map(e => `${e.tagName.toLowerCase()}${e.id ? `#${e.id}` : ''}.${e.getAttribute('class') ?? ''}`);
    return [`${reach - width} px of sideways overflow at ${width} px: ${named.join(', ')}`];
  });
}
