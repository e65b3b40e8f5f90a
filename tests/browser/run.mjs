// Holds finished sites in Chromium.
//
//   node run.mjs [--long] PLACE [SUITE …]
//
// PLACE is a built site, taken for the demo, or a folder of sites as tests/browser/main.rs builds it. Facts are printed one a
// line; the exit code is 1 where one of them does not hold. --long looks at everything, where else a part is looked at each time.
// EMIC_CHROMIUM names the browser, EMIC_SEED the seed, EMIC_BLESS=1 rewrites what is kept in aria/.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { launch } from './lib/browser.mjs';
import { sitesIn } from './lib/site.mjs';
import { Facts } from './lib/tap.mjs';

const suites = ['weight', 'noscript', 'aria', 'states', 'keyboard', 'figures', 'counts', 'search'];
const args = process.argv.slice(2);
const long = args.includes('--long');
const [place, ...wanted] = args.filter(arg => arg !== '--long');
const unknown = wanted.filter(w => !suites.includes(w));
if (!place || !existsSync(place) || unknown.length) {
  const strange = unknown.length ? `; there is no suite ${unknown.join(', ')}` : '';
  console.error(`usage: node run.mjs [--long] PLACE [${suites.join(' | ')}]${strange}`);
  process.exit(2);
}

const facts = new Facts();
const sites = sitesIn(place);
if (!sites.size) {
  console.error(`${place} holds no built site`);
  process.exit(2);
}
const alone = existsSync(join(place, 'index.html'));
/** A site by its name. That one is missing is a failure where all were to be there. @param {string} name */
const site = name => {
  const found = sites.get(name);
  if (!found && alone) facts.skip(`the site ${name} is looked at`, 'one site alone was given');
  else if (!found) facts.fact(`the site ${name} is there`, [`${place} does not hold it`]);
  return found;
};

const browser = await launch();
console.log(`# Chromium ${browser.version()}, sites: ${[...sites.keys()].join(', ')}`);
try {
  for (const name of wanted.length ? wanted : suites) {
    facts.suite = name;
    const [start, before] = [performance.now(), facts.count];
    try {
      const { run } = await import(`./${name}.mjs`);
      await run({ facts, browser, site, long });
    } catch (error) {
      facts.fact('the suite runs to its end', [error instanceof Error ? error.stack : error]);
    }
    console.log(`# ${name}: ${facts.count - before} facts in ${((performance.now() - start) / 1000).toFixed(1)} s`);
  }
} finally {
  await browser.close();
}
console.log(`1..${facts.count}`);
for (const line of facts.failed) console.log(`# ${line}`);
console.log(`# ${facts.count - facts.failed.length - facts.skipped} hold, ${facts.failed.length} do not, ${facts.skipped} skipped`);
process.exitCode = facts.failed.length ? 1 : 0;
