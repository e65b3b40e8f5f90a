// Makes the small form of the site's style sheets and scripts, which emic embeds: `npm run build`.
//
// The small form is committed, so that `cargo install emic` needs no Node; .ci/run makes it anew and fails where it differs.
//
// 1. A sheet or script is the files of a folder, joined in the order of their names; figures have their style sheet beside their code.
// 2. esbuild takes out what only authors need: comments, blanks, long names of local variables. Nothing is rewritten for older
//    browsers, and a declaration that is there as a fallback for the one after it stays.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transformSync } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const frontEnd = join(root, 'src/site/front_end');

/** The files of a folder with an ending, in order. @param {string} folder @param {string} ending */
const filesIn = (folder, ending) =>
  readdirSync(join(frontEnd, folder))
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => join(frontEnd, folder, name));

/** @param {string} path */
const isHighlight = path => path.endsWith('highlight.css');
const css = filesIn('css', '.css');

const sources = {
  'emic.css': [...css.filter(path => !isHighlight(path)), join(root, 'src/chart/chart.css')],
  'highlight.css': css.filter(isHighlight),
  'emic.js': filesIn('js/emic', '.js'),
  'browser.js': filesIn('js/browser', '.js'),
  'matrix.js': filesIn('js/matrix', '.js'),
};

for (const [name, paths] of Object.entries(sources)) {
  const source = paths.map(path => readFileSync(path, 'utf8')).join('\n');
  const { code, warnings } = transformSync(source, {
    loader: name.endsWith('.css') ? 'css' : 'js',
    minify: true,
    charset: 'utf8',
    target: 'esnext',
    legalComments: 'none',
  });
  if (warnings.length) throw new Error(`${name}: ${warnings.map(warning => warning.text).join('; ')}`);
  writeFileSync(join(frontEnd, 'dist', name), code);
  console.log(`${name}: ${Buffer.byteLength(source)} bytes, small ${Buffer.byteLength(code)}`);
}
