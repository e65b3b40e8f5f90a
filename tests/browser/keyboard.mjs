// The keyboard alone reaches everything and uses it, and it can be seen where it is.

import { open, views } from './lib/browser.mjs';
import { messageOf, pool } from './lib/tap.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./lib/types.js').Report} Report */
/** @typedef {(page: Page, report: Report, context: import('playwright-core').BrowserContext) => Promise<unknown>} Work */
/** @typedef {(sentence: string, url: string, work: Work, view?: string) => unknown} Fact */

/** @param {Page} page @param {RegExp} text */
const status = (page, text) => page.getByRole('status').filter({ hasText: text }).waitFor();
/** @param {Page} page */
const focused = page =>
  page.evaluate(() => {
    const e = document.activeElement ?? document.body;
    return {
      tag: e.localName,
      id: e.id,
      name: (e.getAttribute('aria-label') ?? e.closest('label')?.textContent ?? e.textContent ?? '')
        .replace(/\s+/g, ' ')
        .trim()
        .slice(0, 60),
      href: e.getAttribute('href'),
      label: e.getAttribute('aria-label'),
    };
  });

/** @param {SuiteContext} context */
export async function run({ facts, browser, site }) {
  const demo = site('demo');
  if (!demo) return;
  /** @type {(() => Promise<void>)[]} */
  const all = [];
  /** @type {Fact} */
  const fact = (...of) => all.push(() => hold({ facts, browser }, ...of));
  everywhere(fact, demo);
  quotesPage(fact, demo.url('quotes/index.html'));
  matrix(fact, demo);
  await pool(all, work => work());
}

/**
 * @param {Pick<SuiteContext, 'facts' | 'browser'>} context
 * @param {Parameters<Fact>} of
 */
async function hold({ facts, browser }, ...[sentence, path, work, view = 'light']) {
  /** @type {string[]} */
  const problems = [];
  try {
    await open(browser, path, views[view], async (page, context) => {
      await work(page, problem => problem && problems.push(problem), context);
      problems.push(...page.complaints);
    });
  } catch (error) {
    problems.push(messageOf(error).split('\n').slice(0, 2).join(' '));
  }
  facts.fact(sentence, problems);
}

/** @param {Fact} fact @param {Site} demo */
function everywhere(fact, demo) {
  for (const [kind, path] of demo.examples()) {
    fact(`${kind}: Tab goes through every control in reading order, and each is seen to have the focus`, demo.url(path), stops);
  }
  fact('the skip link is the first stop and leads to the text', demo.url('index.html'), async (page, report) => {
    await page.keyboard.press('Tab');
    const link = page.getByRole('link', { name: 'Skip to content' });
    report(!(await link.evaluate(e => e === document.activeElement)) && 'it is not the first stop');
    report(!(await link.evaluate(e => e.getBoundingClientRect().top >= 0 && e.getBoundingClientRect().width > 24)) && 'it is not seen');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    report(
      !(await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement))) && 'the next stop is not in the text',
    );
  });
  fact('the scheme is toggled by Enter and by Space, and remembered on the next page', demo.url('index.html'), async (page, report) => {
    const scheme = () => page.evaluate(() => getComputedStyle(document.body).color);
    const before = await scheme();
    await page.getByRole('button', { name: /light and dark/ }).focus();
    await page.keyboard.press('Enter');
    const dark = await scheme();
    report(dark === before && 'Enter changes nothing');
    await page.keyboard.press('Space');
    report((await scheme()) !== before && 'Space does not change it back');
    await page.keyboard.press('Space');
    await page.goto(demo.url('quotes/index.html'));
    report((await scheme()) !== dark && 'the next page does not remember');
  });
}

/** @param {Fact} fact @param {string} url */
function quotesPage(fact, url) {
  fact('/ goes to the search line, typing finds, Esc empties it and Esc again leaves things as they are', url, async (page, report) => {
    await page.keyboard.press('/');
    report((await page.getByRole('searchbox').evaluate(e => e !== document.activeElement)) && '/ does not go to the search line');
    await page.keyboard.type('table');
    await status(page, /“table”/);
    report(!page.url().includes('q=table') && `the address is ${page.url()}`);
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => !location.hash);
    report((await page.getByRole('searchbox').inputValue()) && 'Esc does not empty it');
    await page.keyboard.press('Escape');
    await page.keyboard.type('/');
    report((await page.getByRole('searchbox').inputValue()) !== '/' && '/ cannot be typed into the search line');
  });
  fact('arrows go from quote to quote and back, Enter opens the quote’s own address', url, async (page, report) => {
    await page.keyboard.press('/');
    await page.keyboard.type('table');
    await status(page, /“table”/);
    const seen = await page
      .locator('article')
      .filter({ visible: true })
      .evaluateAll(all => all.map(a => a.id));
    for (const { key, at } of [
      { key: 'ArrowDown', at: 0 },
      { key: 'ArrowDown', at: 1 },
      { key: 'ArrowDown', at: 2 },
      { key: 'ArrowUp', at: 1 },
    ]) {
      await page.keyboard.press(key);
      const now = (await focused(page)).id;
      report(now !== seen[at] && `${key} goes to ${now} and not to ${seen[at]}`);
    }
    await visible(page, report);
    await page.keyboard.press('Enter');
    await page.waitForURL(url => url.hash === `#${seen[1]}`);
    report((await page.locator(`article[id="${seen[1]}"]:target`).count()) !== 1 && 'the quote is not marked');
  });
  fact(
    '? opens the list of keys and Esc closes it, with the focus back where it was; the keys can be turned off',
    url,
    async (page, report) => {
      const link = page.getByRole('link', { name: 'Matrix' });
      await link.focus();
      await page.keyboard.press('?');
      await page.getByRole('region', { name: 'Keys' }).waitFor();
      report((await focused(page)).id !== 'keys' && 'the list has not the focus');
      await page.keyboard.press('Escape');
      await page.getByRole('region', { name: 'Keys' }).waitFor({ state: 'hidden' });
      report((await link.evaluate(e => e !== document.activeElement)) && 'the focus does not go back');
      await page.keyboard.press('?');
      await page.getByRole('checkbox', { name: /Use \/ and \?/ }).focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Escape');
      await page.keyboard.press('/');
      report((await page.getByRole('searchbox').evaluate(e => e === document.activeElement)) && 'turned off, / is still used');
    },
  );
  fact('a filter is chosen with Space, its chip is removed with Enter, and the focus is not lost', url, async (page, report) => {
    const boxes = page.getByRole('group', { name: 'Theme' }).getByRole('checkbox');
    await boxes.nth(0).focus();
    await page.keyboard.press('Space');
    await status(page, /quotes under 1\b/);
    report((await boxes.nth(0).evaluate(e => e !== document.activeElement)) && 'the focus leaves the filter');
    await boxes.nth(3).focus();
    await page.keyboard.press('Space');
    await status(page, /quotes under 1 and/);
    const chips = page.getByRole('button', { name: /, remove/ });
    report((await chips.count()) !== 2 && `${await chips.count()} chips`);
    await chips.first().focus();
    await page.keyboard.press('Enter');
    report((await page.evaluate(() => document.activeElement === document.body)) && 'with the chip the focus is gone');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => !location.hash);
    report((await page.evaluate(() => document.activeElement === document.body)) && 'with the last chip the focus is gone');
  });
  fact(
    'at 360 px the filters are opened with Enter and closed with Esc',
    url,
    async (page, report) => {
      const summary = page.locator('summary').filter({ hasText: 'Filters' });
      await summary.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      report((await focused(page)).tag !== 'input' && 'Tab does not lead into the filters');
      await page.keyboard.press('Escape');
      report((await summary.evaluate(e => e !== document.activeElement)) && 'Esc does not lead back');
    },
    '360',
  );
  fact('Show 30 more is pressed with Enter, and the focus goes to the first new quote', url, async (page, report) => {
    await page.keyboard.press('/');
    await page.keyboard.type('the');
    await status(page, /“the”/);
    await page.getByRole('button', { name: /^Show \d+ more/ }).focus();
    await page.keyboard.press('Enter');
    await page.locator('article:focus').waitFor();
    const at = await page
      .locator('article')
      .filter({ visible: true })
      .evaluateAll(all => all.findIndex(article => article === document.activeElement));
    report(at !== 30 && `it goes to quote ${at + 1}`);
  });
  fact(
    'Copy link and a quote’s Copy are pressed with Enter, and say what they did',
    `${url}#theme=quality-of-life`,
    async (page, report, context) => {
      await context.grantPermissions(['clipboard-read', 'clipboard-write']).catch(() => {});
      await status(page, /under 1\.1/);
      const copied = () => page.evaluate(() => navigator.clipboard.readText());
      const link = page.getByRole('button', { name: 'Copy link' });
      await link.focus();
      await page.keyboard.press('Enter');
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      report((await copied()) !== page.url() && `copied is ${await copied()}`);
      const quote = page.getByRole('article').first();
      const copy = quote.getByRole('button', { name: /^Cop(y|ied)/ });
      await copy.focus();
      await page.keyboard.press('Enter');
      await copy.filter({ hasText: 'Copied' }).waitFor();
      const text = await copied();
      report(
        !(text.includes((await quote.getAttribute('id')) ?? '?') && /^“.*”/s.test(text) && /illustrative/.test(text)) &&
          `copied is ${text}`,
      );
    },
  );
  fact('the CSV of what was found is saved with Enter', `${url}#theme=quality-of-life`, async (page, report) => {
    await status(page, /under 1\.1/);
    const n = Number((await page.getByRole('status').first().innerText()).match(/\d+/)?.[0]);
    await page.getByRole('button', { name: /^CSV of these/ }).focus();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    const { readFileSync } = await import('node:fs');
    const text = readFileSync(await saved.path(), 'utf8');
    const rows = text.split('\r\n').filter(Boolean);
    report(!text.startsWith('\ufeffid,') && `it begins with ${JSON.stringify(text.slice(0, 20))}`);
    report(!rows[0].endsWith('notice') && 'its last column is not the notice');
    report(/[^\r]\n/.test(text.replace(/"(?:[^"]|"")*"/gs, '')) && 'lines do not end in CRLF');
    report(
      text
        .replace(/"(?:[^"]|"")*"/gs, '')
        .split('\r\n')
        .filter(Boolean).length !==
        n + 1 && `not ${n} rows`,
    );
  });
}

/** @param {Fact} fact @param {Site} demo */
function matrix(fact, demo) {
  const url = demo.url('matrix.html');
  /** @param {Page} page */
  const cell = page => page.getByRole('cell').getByRole('link', { name: /^\w+: \d+ quotes?, [\d.]+/ });
  fact('the matrix is one stop: arrows go to the next filled cell, Home and End along the row, Enter opens', url, async (page, report) => {
    const stopsIn = await page.locator('main table td a').evaluateAll(all => all.filter(a => a.tabIndex >= 0).length);
    report(stopsIn !== 1 && `${stopsIn} stops among its cells`);
    // The table as a grid of links, read apart from the script.
    const grid = await page.locator('main table tbody tr').evaluateAll(rows =>
      rows
        .map(row => {
          let column = 0;
          return [.../** @type {HTMLTableRowElement} */ (row).cells].flatMap(c => {
            const from = column;
            column += c.colSpan;
            const a = c.localName === 'td' && c.querySelector('a');
            return a ? [{ column: from, href: a.getAttribute('href') ?? '' }] : [];
          });
        })
        .filter(r => r.length),
    );
    const y = grid.findIndex(r => r.length > 6);
    const [first, second, third] = grid[y];
    const last = grid[y][grid[y].length - 1];
    await page.locator(`main table td a[href="${second.href}"]`).first().focus();
    /** @param {string} key @param {string | null | undefined} expected */
    const at = async (key, expected) => {
      if (key) await page.keyboard.press(key);
      const now = (await focused(page)).href;
      report(now !== expected && `${key} goes to ${now} and not to ${expected}`);
      await visible(page, report);
    };
    await at('ArrowRight', third.href);
    await at('ArrowLeft', second.href);
    await at('End', last.href);
    await at('ArrowRight', last.href);
    await at('Home', first.href);
    const { column } = first;
    const below = grid
      .slice(y + 1)
      .find(r => r.some(c => c.column === column))
      ?.find(c => c.column === column);
    await at('ArrowDown', below?.href);
    await at('ArrowUp', first.href);
    await page.keyboard.press('Tab');
    report((await page.evaluate(() => Boolean(document.activeElement?.closest('td')))) && 'Tab does not leave it');
    await page.keyboard.press('Shift+Tab');
    await at('', first.href);
    await page.keyboard.press('Enter');
    await page.waitForURL(u => u.href.endsWith(first.href));
  });
  fact(
    'at 360 px every cell of the matrix is a stop of its own',
    url,
    async (page, report) => {
      const n = await cell(page).evaluateAll(all => all.filter(a => a.tabIndex < 0).length);
      report(n && `${n} cells cannot be reached`);
    },
    '360',
  );
  fact('arrows choose how the matrix is shown and by what it is grouped', url, async (page, report) => {
    const order = () => page.locator('main table thead tr:last-child th a').evaluateAll(all => all.map(a => a.textContent));
    await page.getByRole('radio', { name: 'Presence' }).focus();
    await page.keyboard.press('ArrowRight');
    report(!(await page.getByRole('radio', { name: 'Symbols' }).isChecked()) && 'Symbols is not chosen');
    const grouped = await order();
    await page.getByRole('group', { name: 'Group by' }).getByRole('radio').first().focus();
    await page.keyboard.press('ArrowRight');
    const now = await order();
    report(JSON.stringify(now) !== JSON.stringify([...now].sort()) && `in the order of participants they are ${now}`);
    report(JSON.stringify([...grouped].sort()) !== JSON.stringify([...now].sort()) && 'participants are lost');
    const wrong = await page.locator('main table tbody tr').evaluateAll(rows => {
      const heads = [...document.querySelectorAll('main table thead tr:last-child th')].map(h => h.textContent?.trim());
      return rows.flatMap(row =>
        [.../** @type {HTMLTableRowElement} */ (row).cells].flatMap((c, i) => {
          const a = row.matches('.g') ? null : c.matches('.c') && c.querySelector('a[aria-label]');
          return a && !a.getAttribute('aria-label')?.startsWith(`${heads[i]}:`)
            ? [`${a.getAttribute('aria-label')} stands under ${heads[i]}`]
            : [];
        }),
      );
    });
    wrong.slice(0, 3).forEach(problem => report(problem));
  });
}

/** Every stop of a page: in the order of the document, each seen, no place from which Tab does not go on. @type {Work} */
async function stops(page, report) {
  const expected = await page.evaluate(() => {
    const css = 'a[href], button, input, select, textarea, summary, [tabindex]';
    /** @type {NodeListOf<HTMLInputElement>} */
    const found = document.querySelectorAll(css);
    const all = [...found].filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({ visibilityProperty: true }));
    // A group of radio buttons is one stop.
    const stops = all.filter(
      e =>
        e.type !== 'radio' || e.checked || ![...document.getElementsByName(e.name)].some(o => /** @type {HTMLInputElement} */ (o).checked),
    );
    stops.forEach((e, i) => {
      e.emicStop = i;
    });
    return stops.length;
  });
  const limit = Math.min(expected, 70);
  for (let i = 0; i < limit; i++) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => document.activeElement?.emicStop ?? -1);
    if (stop !== i) {
      report(`stop ${i + 1} is ${JSON.stringify(await focused(page))}, number ${stop + 1} of the document`);
      return;
    }
    await visible(page, report);
  }
}

/** What has the focus is on the screen and shows it. @param {Page} page @param {Report} report */
async function visible(page, report) {
  const problem = await page.evaluate(() => {
    const e = /** @type {HTMLElement} */ (document.activeElement ?? document.body);
    const name = `${e.localName} “${(e.getAttribute('aria-label') ?? e.textContent ?? '').trim().slice(0, 40)}”`;
    const box = e.getBoundingClientRect();
    if (box.bottom < 0 || box.top > innerHeight || box.right < 0 || box.left > innerWidth)
      return `${name} has the focus and is not on the screen`;
    // The ring may lie on what stands for it: a box around it, a label, or a mark inside a drawing.
    const rings = [e, e.parentElement, e.closest('label'), ...e.querySelectorAll('*')].some(x => {
      if (!x) return false;
      const s = getComputedStyle(x);
      return (
        (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 1.5) ||
        (x instanceof SVGElement && s.stroke !== 'none' && parseFloat(s.strokeWidth) >= 1.5)
      );
    });
    if (rings) return '';
    // Or else something around it must look otherwise once the focus is gone.
    const looks = () =>
      [e, e.parentElement, e.closest('label, form')]
        .flatMap(x => (x ? [getComputedStyle(x)] : []))
        .map(s => [s.outline, s.borderColor, s.boxShadow, s.backgroundColor, s.textDecoration])
        .join();
    const focused = looks();
    e.blur();
    const blurred = looks();
    e.focus(/** @type {FocusOptions} */ ({ focusVisible: true, preventScroll: true }));
    return focused === blurred ? `${name} has the focus and does not show it` : '';
  });
  report(problem);
}
