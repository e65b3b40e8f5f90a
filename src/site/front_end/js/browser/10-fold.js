// Folding: what differs only in case, accents, width or punctuation is the same to a search.
'use strict';

(() => {
  /** Letters that no normalisation takes apart. @type {Record<string, string>} */
  const SPELT = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ς: 'σ' };
  // Accents of Latin, Greek, Cyrillic, Hebrew, Arabic; elsewhere (か and が, कि and क) a mark makes another letter.
  const ACCENT = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/;
  const SILENT = /['’ʼ\u00ad\u200b-\u200d\ufeff]/;
  const LETTER = /[\p{L}\p{M}\p{N}]/u;
  // Written without spaces: found anywhere, not only where a word begins.
  const RUN = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{scx=Bopo}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
  const BREAK = 0,
    WORD = 1,
    CJK = 2,
    NOTHING = 3;

  /** Each character is taken apart once. @type {Map<string, [string, number][]>} */
  const known = new Map();

  /** @param {string} char */
  function pieces(char) {
    const found =
      known.get(char) ||
      Array.from(
        char.normalize('NFKD').toLowerCase(),
        c =>
          /** @type {[string, number]} */ ([
            SPELT[c] || c,
            ACCENT.test(c) || SILENT.test(c) ? NOTHING : !LETTER.test(c) ? BREAK : RUN.test(c) ? CJK : WORD,
          ]),
      );
    known.set(char, found);
    return found;
  }

  emic.isRun = char => RUN.test(char);

  emic.fold = (text, spans) => {
    let out = '',
      last = BREAK,
      at = 0;
    for (const char of text) {
      const end = at + char.length;
      for (const [folded, kind] of pieces(char)) {
        if (kind === NOTHING) {
          if (spans?.length && ACCENT.test(char)) spans[spans.length - 1] = end;
          continue;
        }
        if (kind !== BREAK) {
          // Runs of Chinese, Japanese or Korean stand apart from other letters.
          const more = (out && kind !== last ? ' ' : '') + folded;
          out += more;
          if (spans) for (let i = 0; i < more.length; i++) spans.push(at, end);
        }
        last = kind;
      }
      at = end;
    }
    return out;
  };
})();
