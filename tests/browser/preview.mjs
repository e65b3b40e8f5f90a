// The preview in a browser: an edit is seen without losing the place, a mistake is told with its line, and no request hangs.
// Run by main.rs as `node preview.mjs EMIC STUDY`; STUDY is a copy that may be edited.
import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { launch } from './lib/browser.mjs';
import { messageOf } from './lib/tap.mjs';

const [emic, study] = process.argv.slice(2);
let failed = 0;
/** @param {boolean} holds @param {string} what */
const fact = (holds, what) => {
  console.log(`${holds ? 'ok' : 'not ok'} - preview: ${what}`);
  if (!holds) failed++;
};

const server = spawn(emic, ['serve', study, '--port', '0'], { stdio: ['ignore', 'ignore', 'pipe'] });
const url = await new Promise((found, lost) => {
  createInterface(server.stderr).on('line', line => {
    const at = line.match(/http:\S+/);
    if (at) found(at[0]);
  });
  server.on('exit', code => lost(new Error(`emic serve ended with ${code}`)));
});
const file = join(study, 'quotes/P03.yaml');
const good = readFileSync(file, 'utf8');
const browser = await launch();
try {
  const page = await browser.newPage({ viewport: { width: 1100, height: 700 } });
  /** @type {string[]} */
  const messages = [];
  page.on('console', m => messages.push(m.text()));
  await page.goto(`${url}quotes/index.html`);
  const quote = page.locator('#P03-02 .say');
  await page.evaluate(() => document.getElementById('P03-02')?.scrollIntoView());
  const place = await page.evaluate(() => scrollY);

  writeFileSync(file, good.replace('at the table again', 'at the long table again'));
  await quote.getByText('the long table').waitFor();
  await page.waitForFunction(y => Math.abs(scrollY - y) < 40, place);
  fact(true, 'a quote that is edited is shown anew, and the place is kept');

  writeFileSync(file, good.replace('    text:', '    txet: He said: no\n    text:'));
  const panel = page.getByRole('region', { name: 'Problems in this study' });
  await panel.waitFor();
  const told = await panel.innerText();
  const line = good.slice(0, good.indexOf('    text:')).split('\n').length;
  fact(told.includes(`quotes/P03.yaml:${line}:`), `YAML that is broken is told with its line: ${told.split('\n').slice(0, 3).join(' | ')}`);
  await page.keyboard.press('Escape');
  fact(await panel.isHidden(), 'Esc shuts the list');

  writeFileSync(join(study, 'study.yaml'), readFileSync(join(study, 'study.yaml'), 'utf8') + '\n\tx: y\n');
  await page.getByRole('heading', { name: 'This study cannot be shown yet' }).waitFor();
  fact((await panel.innerText()).includes('study.yaml:'), 'a study.yaml that is broken gives the list alone');

  writeFileSync(join(study, 'study.yaml'), readFileSync(join(study, 'study.yaml'), 'utf8').replace('\n\tx: y\n', ''));
  writeFileSync(file, good);
  await quote.waitFor();
  await page.waitForFunction(() => !document.querySelector('.pb'));
  fact(true, 'what is mended leaves no trace');
  fact((await page.locator('#P03-02 .copy-id').count()) === 1, 'a quote has its id to copy');
  fact(messages.length === 0, `nothing is said in the console: ${messages.join(' | ')}`);

  // A page with 30 parts, while six others ask how things stand.
  const tabs = await Promise.all(Array.from({ length: 6 }, () => browser.newPage()));
  await Promise.all(tabs.map(tab => tab.goto(`${url}index.html`)));
  const parts = Array.from({ length: 30 }, (_, at) => `<img src="/themes/quality-of-life.html?part=${at}">`).join('');
  await page.route('**/many.html', route => route.fulfill({ contentType: 'text/html', body: `<body>${parts}` }));
  let loads = 0;
  for (; loads < 20; loads++) await page.goto(`${url}many.html`, { waitUntil: 'load', timeout: 20_000 });
  fact(loads === 20, '20 loads of a page with 30 parts end while six tabs are open');
} catch (error) {
  fact(false, messageOf(error));
} finally {
  await browser.close();
  server.kill('SIGINT');
  const code = await new Promise(ended => server.on('exit', ended));
  fact(code === 0, `Ctrl-C ends it with ${code}`);
}
process.exit(failed ? 1 : 0);
