// What a study says, read from its published data and its files by code that shares nothing with the site.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(dirname(fileURLToPath(import.meta.url)));
/** @typedef {import('./types.js').Quote} Quote */

/** @param {string | undefined} text */
const list = text => (text ? text.split(';') : []);

/**
 * The quotes of a site with what can be asked of each.
 * @param {import('./site.mjs').Site} site
 * @returns {Quote[]}
 */
export function quotesOf(site) {
  const { data } = site;
  const numbers = new Map(data.codebook.map(t => [t.id, t.number]));
  /** The theme and those above it. @param {string} id */
  const above = id => {
    const number = numbers.get(id) ?? '';
    return data.codebook.filter(t => number === t.number || number.startsWith(`${t.number}.`)).map(t => t.id);
  };
  const people = new Map((data.participants ?? []).map(p => [p.id, p]));
  const meanings = meaningsOf(site.name);
  return data.quotes.map(quote => {
    const themes = list(quote.themes);
    const stances = list(quote.stance);
    const voices = list(quote.participant);
    /** @type {Quote['facets']} */
    const facets = {
      theme: new Set(themes.flatMap(above)),
      stance: new Set(stances),
      participant: new Set(voices),
      kind: new Set(list(quote.kind)),
      wave: new Set(list(quote.wave)),
      language: new Set(list(quote.language)),
    };
    for (const voice of voices) {
      for (const [key, value] of Object.entries(people.get(voice) ?? {})) if (key !== 'id') (facets[key] ??= new Set()).add(value);
    }
    return {
      id: quote.id,
      themes,
      voices,
      people: voices.map(v => people.get(v) ?? { id: v }),
      facets,
      against: new Set(themes.filter((_, i) => stances[i] === 'contrary').flatMap(above)),
      parts: [quote.id, ...words(quote), quote.asked, quote.context, meanings.get(quote.id)].flatMap(part => part || []),
    };
  });
}

/**
 * What was said; of an exchange, without who says it.
 * @param {import('./types.js').QuoteRow} quote
 */
function words(quote) {
  /** @param {string} text */
  const lines = text => text.split('\n').filter(l => l.trim());
  const texts = [quote.text, quote.original].flatMap(text => text || []);
  const isExchange = quote.text && lines(quote.text).every(line => /^[^\s:]{1,64}: /.test(line)) && lines(quote.text).length > 1;
  return isExchange ? texts.flatMap(lines).map(line => line.replace(/^[^\s:]{1,64}: /, '')) : texts;
}

/**
 * Formulated meanings are in no table: they are read from the quote files, line by line.
 * @param {string} name
 */
function meaningsOf(name) {
  const folder = name === 'demo' ? join(here, '../../quotes') : join(here, 'studies', name, 'quotes');
  /** @type {Map<string, string>} */
  const found = new Map();
  if (!existsSync(folder)) return found;
  for (const file of readdirSync(folder).filter(f => f.endsWith('.yaml'))) {
    let id = '';
    let isContinued = false;
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const quote = line.match(/^  - id: (\S+)/);
      const meaning = line.match(/^    meaning: (.*)$/);
      if (quote) id = quote[1];
      if (meaning) found.set(id, /^[>|]-?$/.test(meaning[1]) ? '' : meaning[1].replace(/^"(.*)"$/, '$1'));
      else if (isContinued && /^ {6}\S/.test(line)) found.set(id, `${found.get(id)} ${line.trim()}`);
      isContinued = meaning ? /^[>|]-?$/.test(meaning[1]) : isContinued && /^ {6}\S/.test(line);
    }
  }
  return found;
}

/**
 * The quotes that choices leave: any of the values of a key, all of the keys.
 * @param {Quote[]} quotes
 * @param {import('./types.js').Selection[]} choices
 */
export function chosen(quotes, choices) {
  const keys = [...new Set(choices.map(([key]) => key))];
  /** @param {string} key */
  const of = key => choices.filter(([k]) => k === key).map(([, value]) => value);
  return quotes.filter(quote =>
    keys.every(key => {
      if (key === 'stance' && keys.includes('theme')) return of('theme').some(t => quote.against.has(t));
      return of(key).some(value => quote.facets[key]?.has(value));
    }),
  );
}

// Folding and finding as a person would write them down who has read nothing but the rules.

/** @type {Record<string, string>} */
const spelt = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ' };
const cjk = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー々〆ｰ]/u;
const accent = /[\u0300-\u036f]/u;

/** The words of a text: runs of Chinese, Japanese or Korean are words of their own. @param {string} text */
export function folded(text) {
  const plain = [...text.normalize('NFKD').toLowerCase()].filter(c => !accent.test(c) && !/['’ʼ]/.test(c)).map(c => spelt[c] ?? c);
  let out = '';
  let before = '';
  for (const char of plain.join('')) {
    const kind = cjk.test(char) ? 'cjk' : /[\p{L}\p{N}\p{M}]/u.test(char) ? 'word' : '';
    if (kind !== before && out && !out.endsWith(' ')) out += ' ';
    if (kind) out += char;
    before = kind;
  }
  return out.trim().split(' ').filter(Boolean);
}

/**
 * Whether a quote holds a word (its beginning; of CJK, anywhere) or a phrase (whole words in a row).
 * @param {Pick<Quote, 'parts' | 'words'>} quote
 * @param {import('./types.js').Term} term
 */
export function holds(quote, term) {
  const wanted = folded(term.text);
  if (!wanted.length) return true;
  const parts = (quote.words ??= quote.parts.map(folded));
  /** @param {string} word */
  const isCjk = word => cjk.test(word);
  if (!term.phrase) return wanted.every(w => parts.some(part => part.some(word => (isCjk(w) ? word.includes(w) : word.startsWith(w)))));
  return parts.some(part =>
    part.some((_, at) =>
      wanted.every((w, i) => {
        const word = part[at + i];
        if (word === undefined) return false;
        if (!isCjk(w)) return word === w;
        if (wanted.length === 1) return word.includes(w);
        return i === 0 ? word.endsWith(w) : i === wanted.length - 1 ? word.startsWith(w) : word === w;
      }),
    ),
  );
}
