//! What a character is to the gate: letters, something in a gap, or nothing at all.
//!
//! 1. It is decomposed (NFKD): `Ｍ` is `M`, `é` is `e` and a mark, `ﬁ` is `f`, `i`.
//! 2. Marks that the writer may leave off are taken off and only noted. Marks without which the letter would be another
//!    one (the vowels of Devanagari, the voicing of kana) stay, as a [`FoldStep::Tail`] of the letter.
//! 3. Letters lose their case (`ß` and `ẞ` are `ss`) and their strokes (`ł` is `l`), which Unicode does not call marks.
//! 4. What is left is white space, punctuation, or invisible.

use std::sync::OnceLock;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::text::{is_han, is_hangul, is_unspaced};

use super::gaps::{PUNCT, SOFT, SPACE, STOP};

/// One piece of what a character becomes.
#[derive(Clone, Copy)]
pub(super) enum FoldStep {
    /// A letter or digit, and what is on either side of it by its nature: [`SOFT`] in a script without spaces.
    Letter { letter: char, around: u8 },
    /// What belongs to the letter before it.
    Tail(char),
    /// An accent or the like on the letter before it.
    Mark,
    /// Something between letters.
    Gap(u8),
}

/// How many characters are folded and kept together.
const PAGE: u32 = 256;

/// The characters of the Basic Multilingual Plane, each page folded when the first of its characters is met.
static PAGES: [OnceLock<FoldedPage>; 256] = [const { OnceLock::new() }; 256];

/// The steps of 256 characters in a row, and where those of each end.
struct FoldedPage {
    steps: Vec<FoldStep>,
    ends: Vec<usize>,
}

/// Tells the steps of `c` one by one.
pub(super) fn steps(c: char, mut take: impl FnMut(FoldStep)) {
    let (page, index) = (u32::from(c) / PAGE, (u32::from(c) % PAGE) as usize);
    match PAGES.get(page as usize) {
        Some(cell) => {
            let page = cell.get_or_init(|| FoldedPage::new(page));
            let start = index.checked_sub(1).map_or(0, |before| page.ends[before]);
            page.steps[start..page.ends[index]].iter().copied().for_each(take);
        }
        None => fold(c, &mut take),
    }
}

/// Combining marks that stay, and the vowels and finals of a Korean syllable.
pub(super) fn is_tail(c: char) -> bool {
    is_combining_mark(c) || matches!(c, '\u{1160}'..='\u{11ff}')
}

impl FoldedPage {
    fn new(number: u32) -> Self {
        let mut page = Self { steps: Vec::new(), ends: Vec::new() };
        for code in number * PAGE..(number + 1) * PAGE {
            // Surrogates are no characters and have no steps.
            if let Some(c) = char::from_u32(code) {
                fold(c, &mut |step| page.steps.push(step));
            }
            page.ends.push(page.steps.len());
        }
        page
    }
}

fn fold(c: char, take: &mut impl FnMut(FoldStep)) {
    if is_set_apart(c) {
        // Its letters are letters, but `Mary¹` is no other word than `Mary`.
        take(FoldStep::Gap(SOFT));
        decompose(c, take);
        take(FoldStep::Gap(SOFT));
    } else {
        decompose(c, take);
    }
}

fn decompose(c: char, take: &mut impl FnMut(FoldStep)) {
    for c in std::iter::once(c).nfkd() {
        if is_optional_mark(c) {
            take(FoldStep::Mark);
        } else if is_tail(c) {
            take(FoldStep::Tail(c));
        } else if is_word_joiner(c) {
            // Nothing: the letters on either side are neighbours.
        } else if is_han(c) {
            take(FoldStep::Letter { letter: c, around: SOFT });
        } else if c.is_alphanumeric() && !is_apostrophe(c) {
            fold_letter(c, take);
        } else {
            take(FoldStep::Gap(gap(c)));
        }
    }
}

fn fold_letter(c: char, take: &mut impl FnMut(FoldStep)) {
    // Korean does set spaces, but hangs its particles on names.
    let around = if is_unspaced(c) || is_hangul(c) { SOFT } else { 0 };
    // Down, up and down again is full case folding: `ẞ` is `ß`, `SS`, `ss`, and both forms of a small sigma are one.
    let folded = c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    for letter in folded {
        if is_optional_mark(letter) {
            take(FoldStep::Mark);
        } else if let Some(plain) = without_stroke(letter) {
            plain.chars().for_each(|letter| take(FoldStep::Letter { letter, around }));
            take(FoldStep::Mark);
        } else {
            take(FoldStep::Letter { letter, around });
        }
    }
}

/// The letters that people write where they have none with a stroke or a ligature on their keyboard.
fn without_stroke(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ŧ' => "t",
        'þ' => "th",
        'ŋ' => "n",
        _ => return None,
    })
}

/// Accents of Latin, Greek and Cyrillic, points of Hebrew, vowel signs of Arabic: left off in names and addresses.
fn is_optional_mark(c: char) -> bool {
    matches!(c,
        '\u{300}'..='\u{36f}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{fe20}'..='\u{fe2f}' | '\u{e0100}'..='\u{e01ef}')
}

/// What is invisible and leaves a word whole, above all the soft hyphen.
fn is_word_joiner(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200c}' | '\u{200d}' | '\u{2060}' | '\u{feff}')
}

/// Apostrophes that Unicode calls letters.
fn is_apostrophe(c: char) -> bool {
    matches!(c, '\u{2b9}'..='\u{2bf}' | '\u{2ee}' | '\u{55a}')
}

/// Raised, lowered and encircled letters and digits, as those that lead to notes.
fn is_set_apart(c: char) -> bool {
    matches!(c,
        'ª' | 'º' | '²' | '³' | '¹' | '\u{2b0}'..='\u{2b8}' | '\u{2e0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d6a}'
        | '\u{2070}'..='\u{209c}' | '\u{2120}' | '\u{2122}' | '\u{2460}'..='\u{24ff}' | '\u{2776}'..='\u{2793}')
}

fn gap(c: char) -> u8 {
    match c {
        c if c.is_whitespace() => SPACE,
        // The hyphens and the minus; longer dashes part sentences.
        '-' | '_' | '\u{2010}' | '\u{2011}' | '\u{2212}' => SPACE,
        c if c.is_control() => SOFT,
        // Format characters: invisible, and they may part words (the zero-width space is made for it).
        '\u{61c}'
        | '\u{200b}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2061}'..='\u{206f}'
        | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}' => SOFT,
        '.' | '!' | '?' | '…' | '。' | '！' | '？' => PUNCT | STOP,
        _ => PUNCT,
    }
}
