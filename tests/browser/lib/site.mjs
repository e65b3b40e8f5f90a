// A finished site on the disk: its pages, what kind each is, and what its data say.

import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

export class Site {
  /** @param {string} name @param {string} root */
  constructor(name, root) {
    this.name = name;
    this.root = resolve(root);
    this.files = walk(this.root)
      .map(f => relative(this.root, f).split(sep).join('/'))
      .sort();
    this.pages = this.files.filter(f => f.endsWith('.html'));
    const json = join(this.root, 'data/study.json');
    /** @type {import('./types.js').StudyData} */
    this.data = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : {};
  }

  /** The address of a page from the disk; a fragment is kept. @param {string} path */
  url(path) {
    const [file, ...fragment] = path.split('#');
    return [pathToFileURL(join(this.root, file)).href, ...fragment].join('#');
  }

  /** @param {string} path */
  text(path) {
    return readFileSync(join(this.root, path), 'utf8');
  }

  /** @param {string} path */
  size(path) {
    return statSync(join(this.root, path)).size;
  }

  /** @param {string} path */
  has(path) {
    return this.files.includes(path);
  }

  /** What kind of page a path is; `unknown` where nobody has said. @param {string} path */
  kind(path) {
    /** @type {Record<string, string>} */
    const whole = {
      'index.html': 'home',
      '404.html': '404',
      'methods.html': 'methods',
      'matrix.html': 'matrix',
      'codebook.html': 'codebook',
      'findings/index.html': 'findings',
      'themes/index.html': 'themes',
      'quotes/index.html': 'quotes',
      'participants/index.html': 'participants',
      'figures/index.html': 'figures',
      'data/index.html': 'data',
    };
    if (whole[path]) return whole[path];
    const [folder, file] = path.split('/');
    if (folder === 'findings') return 'finding';
    if (folder === 'pages') return 'page';
    if (folder === 'participants') return 'participant';
    if (folder === 'figures') return `figure ${file.replace(/\.html$/, '')}`;
    if (folder === 'themes') return this.isParent(file.replace(/\.html$/, '')) ? 'theme, parent' : 'theme, leaf';
    return 'unknown';
  }

  /** @param {string} id */
  isParent(id) {
    const themes = this.data.codebook ?? this.data.themes ?? [];
    const number = themes.find(t => t.id === id)?.number;
    return number !== undefined && themes.some(t => t.number.startsWith(`${number}.`));
  }

  /** One page of each kind: the longest, where most can go wrong. */
  examples() {
    /** @type {Map<string, string>} */
    const found = new Map();
    for (const path of this.pages) {
      const kind = this.kind(path);
      const other = found.get(kind);
      if (other === undefined || this.size(other) < this.size(path)) found.set(kind, path);
    }
    return found;
  }
}

/** @param {string} folder @returns {string[]} */
function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? walk(path) : [path];
  });
}

/**
 * A built site is itself; a folder of built sites is each of them by its name.
 * @param {string} place
 * @returns {Map<string, Site>}
 */
export function sitesIn(place) {
  if (existsSync(join(place, 'index.html'))) return new Map([['demo', new Site('demo', place)]]);
  const names = readdirSync(place).filter(n => existsSync(join(place, n, 'index.html')));
  return new Map(names.map(n => /** @type {const} */ ([n, new Site(n, join(place, n))])));
}
