// What is on a page of quotes, as a reader sees it.

/** @typedef {import('playwright-core').Page} Page */

/** The search line. @param {Page} page */
export async function query(page) {
  const line = page.getByRole('searchbox');
  await line.waitFor();
  return line;
}

/**
 * The ids of the quotes that can be seen: in the place that the address names where it names one that holds quotes, else on the page.
 * @param {Page} page
 */
export function shown(page) {
  return page.evaluate(() => {
    const main = document.querySelector('main');
    if (!main) return [];
    /** @param {Element} within */
    const ids = within => [
      ...[within, ...within.querySelectorAll('article')]
        .filter(e => e.matches('article[id][aria-label^="Quote "]') && e.checkVisibility())
        .map(e => e.id),
      // Where a quote stands a second time there is a line that points to it.
      ...[.../** @type {NodeListOf<HTMLAnchorElement>} */ (within.querySelectorAll('p > a[href^="#"]'))]
        .filter(
          a =>
            a.checkVisibility() &&
            a.textContent === decodeURIComponent(a.hash.slice(1)) &&
            document.getElementById(a.textContent)?.matches('article'),
        )
        .map(a => a.textContent ?? ''),
    ];
    const place = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const there = place && main.contains(place) && place !== main ? ids(place) : [];
    return [...new Set(there.length ? there : ids(main))].sort();
  });
}

/**
 * Waits until the results are the expected ones, asking for more of them where there are more, and says what is wrong where they
 * do not become so. At most `most` are looked at one by one; of the rest, the number that the page gives is held.
 * @param {Page} page
 * @param {string[]} expected
 */
export async function results(page, expected, { most = 240, counted = true } = {}) {
  const wanted = [...expected].sort();
  try {
    await page.waitForFunction(
      ({ wanted, most, counted }) => {
        const seen = [...document.querySelectorAll('main article[id][aria-label^="Quote "]')]
          .filter(a => a.checkVisibility())
          .map(a => a.id)
          .sort();
        const more = [.../** @type {NodeListOf<HTMLButtonElement>} */ (document.querySelectorAll('main button'))].find(
          b => /^Show (\d+ )?more/.test(b.textContent ?? '') && b.checkVisibility(),
        );
        const status = document.querySelector('main [role=status]')?.textContent ?? '';
        const n = Number(status.match(/^\s*(\d+) quotes?\b/)?.[1] ?? 0);
        window.emicSeen = { seen, status };
        if (counted && n !== wanted.length) return false;
        if (!seen.every(id => wanted.includes(id))) return false;
        if (more && seen.length < wanted.length && seen.length < most) {
          more.click();
          return false;
        }
        return seen.length === wanted.length || (seen.length >= most && Boolean(more));
      },
      { wanted, most, counted },
      { timeout: 6000, polling: 30 },
    );
    return [];
  } catch (error) {
    if (!(error instanceof Error && /Timeout/.test(error.message))) throw error;
    const { seen, status } = await page.evaluate(() => window.emicSeen);
    const lost = wanted.filter(id => !seen.includes(id));
    const extra = seen.filter(id => !wanted.includes(id));
    return [
      `expected ${wanted.length}, shown ${seen.length}, “${status.trim()}”; missing ${lost.slice(0, 5).join(' ')}; too many ${extra.slice(0, 5).join(' ')}`,
    ];
  }
}
