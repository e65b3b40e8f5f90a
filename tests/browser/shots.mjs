// Pictures of a site, for the README and for looking at.
//
//   node shots.mjs SITE FOLDER            every kind of page: light, dark, at 360 px, and as printed
//   node shots.mjs --readme SITE FOLDER   the three that the README shows, 1200 px wide
//
// `cargo run -- build && node tests/browser/shots.mjs --readme output docs/pictures`

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launch, open, views } from './lib/browser.mjs';
import { compress } from './lib/png.mjs';
import { query } from './lib/quotes.mjs';
import { Site } from './lib/site.mjs';

const args = process.argv.slice(2);
const readme = args.includes('--readme');
const [place, folder] = args.filter(a => !a.startsWith('--'));
if (!place || !folder) {
  console.error('usage: node shots.mjs [--readme] SITE FOLDER');
  process.exit(2);
}
mkdirSync(folder, { recursive: true });
const site = new Site('demo', place);
const browser = await launch();
try {
  await (readme ? three() : all());
} finally {
  await browser.close();
}

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {{ name: string, path: string, scheme: 'light' | 'dark', bring?: (page: Page) => Promise<unknown> }} Picture */

/** @param {string} name @param {Buffer} bytes */
function keep(name, bytes) {
  writeFileSync(join(folder, name), bytes);
  console.log(`${join(folder, name)} ${(bytes.length / 1000).toFixed(0)} kB`);
}

async function three() {
  const size = { viewport: { width: 1200, height: 860 } };
  const theme = [...site.examples()].find(([kind]) => kind === 'theme, leaf')?.[1] ?? 'themes/index.html';
  /** @type {Picture[]} */
  const pictures = [
    { name: 'home.png', path: 'index.html', scheme: 'light' },
    { name: 'theme.png', path: theme, scheme: 'light' },
    {
      name: 'quotes.png',
      path: 'quotes/index.html',
      scheme: 'dark',
      bring: async page => {
        await page.getByRole('group', { name: 'Theme' }).getByRole('checkbox').first().check();
        await (await query(page)).fill('table');
        await page.locator('mark:visible').first().waitFor();
        await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur());
      },
    },
  ];
  for (const { name, path, scheme, bring } of pictures) {
    await open(browser, site.url(path), { ...size, colorScheme: scheme }, async page => {
      await bring?.(page);
      const bytes = compress(await page.screenshot());
      keep(name, bytes);
      if (bytes.length > 200_000) process.exitCode = 1;
    });
  }
}

async function all() {
  for (const [kind, path] of site.examples()) {
    const name = kind.replace(/[^a-z0-9]+/g, '-');
    for (const view of ['light', 'dark', '360']) {
      await open(browser, site.url(path), views[view], async page => {
        keep(`${name}-${view}.png`, await page.screenshot({ fullPage: true }));
        if (view === 'light') keep(`${name}-print.pdf`, await page.pdf({ preferCSSPageSize: true }));
      });
    }
  }
}
