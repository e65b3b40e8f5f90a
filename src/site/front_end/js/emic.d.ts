// What the site's scripts share, for `tsc --checkJs --strict`; no page loads this.

interface FacetValue {
  id: string;
  label: string;
  number?: string;
  ink?: number;
  aliases?: string[];
  /** The place of the value above it. */
  up?: number;
  /** Of a person: how many are so, and what they are called. */
  of?: number;
  many?: string;
}
interface Facet {
  key: string;
  label: string;
  shown: boolean;
  values: FacetValue[];
}
/** A quote: its id, its values by facet, the themes it speaks against. */
type QuoteEntry = [id: string, values: number[][], against: number[]];
interface Catalogue {
  counts: boolean;
  csv: boolean;
  illustrative: boolean;
  /** All participants; what was done with them, "interviewed" where nothing is said. */
  people?: { of: number; were?: string };
  /** How many quotes a script of fragments and one of words holds; 0: the page has them all. */
  fragments: number;
  words: number;
  facets: Facet[];
  quotes: QuoteEntry[];
}
/** The values chosen of each facet. */
type Chosen = Set<number>[];
/** One thing looked for: as a sentence names it, as the search line has it, as it is found in folded text. */
interface Term {
  label: string;
  raw: string;
  needles: string[];
}
/** Whether the search found the quote at a place. */
type Found = (place: number) => boolean;

interface Choice {
  /** The places of some facets; -1: there is none. */
  theme: number;
  stance: number;
  people: number;
  none(): Chosen;
  hits(chosen: Chosen, found: Found): number[];
  /** For each value of each facet the quotes that choosing it would give, under the other facets and the search. */
  counts(chosen: Chosen, found: Found): number[][];
  /** How many participants speak in quotes; where a facet is named only such as have one of its chosen values; -1: not known. */
  speakers(places: number[], facet?: number, chosen?: Set<number>): number;
  toggle(chosen: Chosen, facet: number, value: number): Chosen;
}
interface AddressState {
  chosen: Chosen;
  q: string;
  quote?: number;
  unknown: string[];
}
interface Address {
  read(): AddressState;
  write(chosen: Chosen, q: string): string;
  go(hash: string, push: boolean): void;
}
type Sentence = (hits: number[], chosen: Chosen, label: string[]) => { count: string; rest: string };
interface Results {
  /** Makes sure that every quote's text is at hand. */
  text(): Promise<void>;
  /** Shows the first of these quotes, or the page as it is; false: another call has come between. */
  show(places: number[] | undefined, terms: Term[]): Promise<boolean>;
  visible(): HTMLElement[];
  focus(place: number): void;
  quote(place: number): HTMLElement;
}
interface Grouping {
  key: string;
  label: string;
  names: string[];
  of: number[];
}

interface Emic {
  all(css: string, within?: ParentNode): HTMLElement[];
  /** What the templates are known to have; whoever asks knows its kind. */
  one(css: string, within?: ParentNode): any;
  /** An element with properties (or attributes, where there is no such property) and children. */
  make<T extends keyof HTMLElementTagNameMap>(tag: T, is?: object, ...children: (string | Node)[]): HTMLElementTagNameMap[T];
  /** Says something to those who listen to the page. */
  announce(text: string): void;
  /** Copies, and lets the pressed button say so; where nothing helps, selects the source of the text. */
  copy(text: string, button: HTMLElement, source?: Element): Promise<void>;

  /** Words with one space between them. `spans` is filled with where each unit begins and ends in the text. */
  fold(text: string, spans?: number[]): string;
  /** Whether a character belongs to a script without spaces. */
  isRun(char: string): boolean;
  terms(query: string): Term[];
  /** A text, its parts parted by line breaks, as `holds` wants it. */
  prepare(text: string): string;
  holds(prepared: string, terms: Term[]): boolean;
  /** Where the terms stand in a part, in order and without overlap. */
  spans(part: string, terms: Term[]): [from: number, to: number][];
  textOf(quote: Element): string;
  mark(quote: Element, terms: Term[]): void;
  choose(catalogue: Catalogue): Choice;
  address(catalogue: Catalogue): Address;
  quotes(n: number): string;
  sentence(catalogue: Catalogue, choice: Choice): Sentence;
  facets(
    catalogue: Catalogue,
    toggle: (facet: number, value: number) => void,
    clear: () => void,
  ): (chosen: Chosen, counts: number[][]) => void;
  load(src: string): Promise<void>;
  results(catalogue: Catalogue): Results;
  csv(catalogue: Catalogue): (ids: string[]) => void;
  keys(results: Results, clear: () => void): void;
  suggestions(catalogue: Catalogue, choice: Choice, address: Address): (chosen: Chosen, terms: Term[]) => void;

  /** What the scripts that are loaded hand over, and where it is kept. */
  catalogue(catalogue: Catalogue): void;
  words(part: number, texts: string[]): void;
  fragments(part: number, articles: string[]): void;
  rows(lines: Lines): void;
  kept: { sizes: { words: number; fragments: number }; prepared: string[]; html: string[]; lines?: Lines };
}
interface Lines {
  head: string;
  rows: Record<string, string>;
}
interface Window {
  emic: Emic;
}
declare var emic: Emic;
