// Charts, where axe does not look: contrast inside SVG, labels over labels, names and descriptions, and that the table, the bars
// and the data say the same.

import { open, views } from './lib/browser.mjs';
import { pool } from './lib/tap.mjs';

/** @typedef {import('./lib/site.mjs').Site} Site */
/** @typedef {import('./lib/types.js').SuiteContext} SuiteContext */
/** @typedef {[red: number, green: number, blue: number, alpha: number]} Colour */

/** @param {SuiteContext} context */
export async function run({ facts, browser, site }) {
  for (const name of ['demo', 'small', 'cjk']) {
    const each = site(name);
    if (!each) continue;
    const pages = each.pages.filter(p => p.startsWith('figures/') && p !== 'figures/index.html');
    const embedded = each.pages.filter(
      p => /^(findings|pages|themes)\//.test(p) && each.text(p).includes('role="group" aria-labelledby="fig'),
    );
    facts.fact(`${name}: there are figures (${pages.length}, ${embedded.length} pages with some set in)`, pages.length ? [] : ['none']);
    const rows = [...pages, ...embedded].flatMap(path => ['light', 'dark', '360', 'dark 360'].map(view => [path, view]));
    await pool(rows, ([path, view]) => look(facts, browser, each, path, view));
    await pool(pages, path => agrees(facts, browser, each, path));
  }
}

/**
 * @param {SuiteContext['facts']} facts
 * @param {SuiteContext['browser']} browser
 * @param {Site} site
 * @param {string} path
 * @param {string} view
 */
async function look(facts, browser, site, path, view) {
  await open(browser, site.url(path), views[view], async page => {
    const { charts, low, over, out } = await page.evaluate(measure);
    const where = `${site.name}: ${path}, ${view}`;
    facts.fact(`${where}: text in charts has a contrast of 4.5 and marks of 3 (${charts} charts)`, charts ? low : ['no chart is seen']);
    facts.fact(`${where}: no label lies on another, or outside its chart`, [...over, ...out]);
    facts.fact(`${where}: every chart has a name, and a description that says more`, await undescribed(page));
  });
}

/** In the page: contrasts from computed colours, overlaps from boxes. */
function measure() {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  /** @type {Map<string, Colour>} */
  const known = new Map();
  /** A colour as the browser paints it. @param {string} text @returns {Colour} */
  const colour = text => {
    const before = known.get(text);
    if (before) return [...before];
    if (!canvas) throw new Error('there is no canvas');
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = text;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    known.set(text, [r, g, b, a / 255]);
    return [r, g, b, a / 255];
  };
  /** @param {Colour} top @param {Colour} under @returns {Colour} */
  const over = ([r, g, b, a], under) => [r * a + under[0] * (1 - a), g * a + under[1] * (1 - a), b * a + under[2] * (1 - a), 1];
  /** @param {Colour} colour */
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map(v => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  /** @param {Colour} a @param {Colour} b */
  const contrast = (a, b) => {
    const [hi, lo] = [luminance(a), luminance(b)].sort((x, y) => y - x);
    return (hi + 0.05) / (lo + 0.05);
  };
  /** A paint with its opacities, or nothing. @param {Element} e @param {'fill' | 'stroke'} kind */
  const paint = (e, kind) => {
    const style = getComputedStyle(e);
    if (style[kind] === 'none' || style.visibility === 'hidden') return null;
    if (kind === 'stroke' && !parseFloat(style.strokeWidth)) return null;
    const c = colour(style[kind]);
    c[3] *= Number(kind === 'fill' ? style.fillOpacity : style.strokeOpacity) * Number(style.opacity);
    return c[3] > 0.01 ? c : null;
  };
  /** @param {SVGSVGElement} svg */
  const paperOf = svg => {
    /** @type {Colour} */
    let under = [255, 255, 255, 1];
    /** @type {Element[]} */
    const up = [];
    for (let e = /** @type {Element | null} */ (svg); e; e = e.parentElement) up.unshift(e);
    for (const e of up) under = over(colour(getComputedStyle(e).backgroundColor), under);
    return under;
  };
  const shapes = 'rect, path, circle, ellipse, polygon, polyline, line';
  /** @param {SVGSVGElement} svg @returns {NodeListOf<SVGGeometryElement>} */
  const shapesOf = svg => svg.querySelectorAll(shapes);
  /** @param {SVGGeometryElement} e @param {number} x @param {number} y */
  const isInside = (e, x, y) => e.isPointInFill(new DOMPoint(x, y).matrixTransform(e.getScreenCTM()?.inverse()));
  /** What of a drawing is filled, in the order of painting. @param {SVGSVGElement} svg */
  const filled = svg =>
    [...shapesOf(svg)].flatMap(e => {
      const fill = e.checkVisibility() && !e.closest('defs, pattern, clipPath, mask') && paint(e, 'fill');
      return fill ? [{ e, fill, box: e.getBoundingClientRect() }] : [];
    });
  /**
   * What lies under the middle of a box, below an element in the order of painting.
   * @param {Colour} paper @param {ReturnType<typeof filled>} fills @param {Element} before @param {DOMRect} box
   */
  const ground = (paper, fills, before, box) => {
    const x = box.x + box.width / 2;
    const y = box.y + box.height / 2;
    let under = paper;
    for (const { e, fill, box } of fills) {
      if (e === before || before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING) break;
      const isNear = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
      if (isNear && isInside(e, x, y)) under = over(fill, under);
    }
    return under;
  };
  /** @param {Element} e */
  const named = e =>
    `${e.localName}.${e.getAttribute('class') ?? ''} “${(e.textContent || e.closest('a')?.getAttribute('aria-label') || '').trim().slice(0, 40)}”`;

  const found = { charts: 0, low: /** @type {string[]} */ ([]), over: /** @type {string[]} */ ([]), out: /** @type {string[]} */ ([]) };
  /** @type {NodeListOf<SVGSVGElement>} */
  const drawings = document.querySelectorAll('figure svg');
  for (const svg of drawings) {
    if (!svg.checkVisibility() || svg.getBoundingClientRect().width < 100) continue;
    found.charts++;
    const frame = svg.getBoundingClientRect();
    const paper = paperOf(svg);
    const fills = filled(svg);
    const texts = [...svg.querySelectorAll('text')].filter(t => t.checkVisibility() && t.textContent?.trim());
    for (const text of texts) {
      const box = text.getBoundingClientRect();
      const style = getComputedStyle(text);
      const large = parseFloat(style.fontSize) * (svg.getScreenCTM()?.a || 1) >= 24;
      // A halo painted under the letters is what they stand on.
      const halo = style.paintOrder.startsWith('stroke') && parseFloat(style.strokeWidth) >= 3 ? paint(text, 'stroke') : null;
      const below = ground(paper, fills, text, box);
      const under = halo ? over(halo, below) : below;
      const fill = paint(text, 'fill');
      const ratio = fill ? contrast(over(fill, under), under) : 1;
      if (ratio < (large ? 3 : 4.5) - 0.005) found.low.push(`${named(text)} has ${ratio.toFixed(2)}`);
      if (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1) {
        found.out.push(
          `${named(text)} reaches ${Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom).toFixed(0)} px outside`,
        );
      }
    }
    // The letters of a line fill only a part of its box.
    const boxes = texts.map(t => {
      const b = t.getBoundingClientRect();
      return { t, l: b.left + 0.5, r: b.right - 0.5, top: b.top + b.height * 0.2, bottom: b.bottom - b.height * 0.2 };
    });
    boxes.forEach((a, i) =>
      boxes.slice(i + 1).forEach(b => {
        if (a.l < b.r && b.l < a.r && a.top < b.bottom && b.top < a.bottom) found.over.push(`${named(a.t)} lies on ${named(b.t)}`);
      }),
    );
    // Marks: what stands in a link, or is called a mark, and is painted; not rules, rows that light up, and places to hit.
    for (const mark of shapesOf(svg)) {
      if (!mark.checkVisibility() || !/\b(c-mark|c-open|c-line|c-new|mark)\b/.test(mark.getAttribute('class') ?? '')) continue;
      const box = mark.getBoundingClientRect();
      const under = ground(paper, fills, mark, box);
      const paints = [paint(mark, 'fill'), paint(mark, 'stroke')].flatMap(p => (p ? [p] : []));
      const best = Math.max(1, ...paints.map(p => contrast(over(p, under), under)));
      if (best < 3 - 0.005) found.low.push(`${named(mark)} has ${best.toFixed(2)}`);
    }
  }
  return found;
}

/** Names and descriptions as the browser hands them to a screen reader. @param {import('playwright-core').Page} page */
async function undescribed(page) {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send('Accessibility.getFullAXTree');
  /** @type {string[]} */
  const wrong = [];
  const charts = await page
    .locator('figure svg[role=group]')
    .filter({ visible: true })
    .evaluateAll(all =>
      all.map(s => ({
        title: s.querySelector(':scope > title')?.textContent?.trim() ?? '',
        desc: s.querySelector(':scope > desc')?.textContent?.trim() ?? '',
      })),
    );
  for (const { title, desc } of charts) {
    const node = nodes.find(
      n =>
        !n.ignored &&
        title &&
        n.name?.value?.startsWith(title) &&
        n.role?.value !== 'heading' &&
        n.role?.value !== 'StaticText' &&
        n.role?.value !== 'RootWebArea' &&
        /group|figure|image|Svg/i.test(n.role?.value),
    );
    const heard = `${node?.name?.value ?? ''} ${node?.description?.value ?? ''}`;
    if (!title || !node) wrong.push(`a chart has no name: “${title}”`);
    else if (desc.length < 20 || !heard.includes(desc)) wrong.push(`“${title}”: its description is not heard: “${heard}”`);
    if (/\b(most|mainly|clearly|striking)\b/i.test(desc)) wrong.push(`“${title}”: the description judges: “${desc}”`);
  }
  if (!charts.length) wrong.push('no chart is there for a screen reader');
  return wrong;
}

/**
 * The links of the drawing, the rows of the table and the lengths of the bars say the same.
 * @param {SuiteContext['facts']} facts @param {SuiteContext['browser']} browser @param {Site} site @param {string} path
 */
async function agrees(facts, browser, site, path) {
  await open(browser, site.url(path), {}, async page => {
    const { marks, rows, bars } = await page.evaluate(() => {
      const svg = [...document.querySelectorAll('figure svg')].find(s => s.checkVisibility());
      /** @param {Element} e */
      const text = e => (e.textContent ?? '').replace(/\s+/g, ' ').trim();
      const links = [...(svg?.querySelectorAll('a[aria-label]') ?? [])];
      const marks = links.map(a => a.getAttribute('aria-label') ?? '');
      const bars = links.map((a, at) => {
        const bar = /** @type {SVGRectElement | null} */ (a.querySelector('rect.c-mark'));
        return { label: marks[at], width: bar?.getBBox().width ?? Number.NaN };
      });
      const table = [.../** @type {NodeListOf<HTMLTableElement>} */ (document.querySelectorAll('main table'))].at(-1);
      const rows = table
        ? [...table.rows].map(r =>
            [...r.cells].map(c => [text(c), ...[...c.querySelectorAll('a')].map(a => a.getAttribute('aria-label') ?? text(a))]),
          )
        : [];
      return { marks, rows, bars };
    });
    /** @type {string[]} */
    const wrong = [];
    if (!rows.length) wrong.push('there is no table');
    const flat = rows.map(row => row.map(c => c[0]));
    /** @type {Map<string, { n: number, of: string | undefined }>} */
    const counts = new Map();
    for (const mark of marks) {
      const m = mark.match(/^(.*): (\d+)(?: of (\d+))? (participants?|quotes?)/);
      if (!m) wrong.push(`“${mark}” gives no number`);
      else counts.set(m[1], { n: Number(m[2]), of: m[3] });
    }
    if (/prevalence/.test(path)) {
      for (const [name, { n, of }] of counts) {
        const row = flat.find(r => r[0] === name);
        if (!row) wrong.push(`“${name}” is drawn and stands in no row`);
        else if (!row.slice(1).some(c => c === `${n} of ${of}` || c === String(n)))
          wrong.push(`“${name}”: drawn ${n}, in the table ${row.slice(1)}`);
        const data = site.data.themes?.find(t => `${t.number} ${t.name}` === name);
        if (data?.participants !== undefined && Number(data.participants) !== n)
          wrong.push(`“${name}”: drawn ${n}, in the data ${data.participants}`);
      }
      if (flat.length - 1 !== counts.size) wrong.push(`${counts.size} bars, ${flat.length - 1} rows`);
      const unit = bars.map(({ label, width }) => width / Number(label.match(/: (\d+)/)?.[1])).filter(Number.isFinite);
      if (Math.max(...unit) / Math.min(...unit) > 1.03)
        wrong.push(`bars are not as long as their numbers: ${Math.min(...unit).toFixed(2)} to ${Math.max(...unit).toFixed(2)} px for one`);
    } else {
      const drawn = [...counts.values()].reduce((sum, c) => sum + c.n, 0);
      const tabled = rows
        .flat()
        .flatMap(cell => cell.slice(1))
        .map(text => Number(text.match(/[:,] (\d+) quotes?$/)?.[1] ?? 0))
        .reduce((sum, n) => sum + n, 0);
      if (tabled && tabled !== drawn) wrong.push(`the drawing holds ${drawn} quotes, the table ${tabled}`);
      for (const [name] of counts) {
        const [who, theme] = name.split(', ');
        if (!flat.some(r => r[0].split(' ')[0] === theme && r.slice(1).some(c => c.includes(who))))
          wrong.push(`“${name}” is drawn and not in the table`);
      }
      if (!counts.size) wrong.push('nothing is drawn');
    }
    facts.fact(`${site.name}: ${path}: the table, the drawing and the data agree (${marks.length} marks)`, wrong);
  });
}
