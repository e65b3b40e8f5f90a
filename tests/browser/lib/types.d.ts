// What the browser tests share, for `tsc --checkJs --strict`; nothing loads this.

import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Site } from './site.mjs';
import type { Facts } from './tap.mjs';

/** A page, and what it has complained of so far. */
export type WatchedPage = Page & { complaints: string[] };

/** What a suite is given. `long` asks for everything; else for what a change is held against each time. */
export interface SuiteContext {
  facts: Facts;
  browser: Browser;
  site: (name: string) => Site | undefined;
  long: boolean;
}

/** Notes a problem; nothing is noted where there is none. */
export type Report = (problem: string | false | null | undefined | 0) => unknown;

/** Brings a page into a state. */
export type Bring = (page: Page) => Promise<unknown>;

/** A state of a kind of page, and the views in which it is looked at. */
export interface State {
  name: string;
  kind: string;
  views: string[];
  bring: Bring;
  /** Whether it is over before it has been looked at in another view. */
  passing?: boolean;
}

/** `data/study.json`, as far as it is read here. */
export interface StudyData {
  codebook: { id: string; number: string }[];
  themes?: { id: string; number: string; name: string; participants?: number | string }[];
  participants?: Person[];
  quotes: QuoteRow[];
}
/** A participant: `id`, and attributes by their keys. */
export type Person = { id: string } & Record<string, string>;
/** A row of the quotes; lists are joined by `;`. */
export interface QuoteRow {
  id: string;
  themes: string;
  stance: string;
  participant: string;
  kind: string;
  wave: string;
  language: string;
  text: string;
  original?: string;
  asked?: string;
  context?: string;
}

/** A quote with what can be asked of it. */
export interface Quote {
  id: string;
  themes: string[];
  voices: string[];
  people: Person[];
  /** Its values by the key of a facet. */
  facets: Record<string, Set<string>>;
  /** The themes it speaks against. */
  against: Set<string>;
  /** Its texts. */
  parts: string[];
  /** The words of each part, once they were needed. */
  words?: string[][];
}
/** A value chosen of a facet: its key and its value. */
export type Selection = [key: string, value: string];
/** A word, or words in a row. */
export interface Term {
  text: string;
  phrase?: boolean;
}
/** What is typed and chosen. */
export interface Query {
  text: string;
  choices: Selection[];
  terms: Term[];
}
/** A link that carries a count. */
export interface CountLink {
  /** Which of the page's links with counts it is. */
  at: number;
  page: string;
  key: string;
  text: string;
}

declare global {
  // What tests leave in a page, to read it again.
  interface Window {
    emicSeen: { seen: string[]; status: string };
  }
  interface Element {
    emicStop?: number;
  }
  /** In a page into which axe was put. */
  var axe: typeof import('axe-core');
}
