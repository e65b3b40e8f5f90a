//! How far each character moves the pen, in thousandths of an em.

/// The printable ASCII characters, from the space: the wider of Inter and Liberation Sans
/// (Helvetica's and Arial's widths), regular. The system faces of macOS, Windows and Android are
/// narrower.
#[rustfmt::skip]
const ASCII: [u16; 95] = [
    // space ! " # $ % & ' ( ) * + , - . /
    282, 279, 404, 631, 638, 890, 667, 222, 363, 363, 500, 660, 280, 461, 278, 357,
    // 0 1 2 3 4 5 6 7 8 9, all as wide as the widest: figures are tabular; then : ; < = > ?
    643, 643, 643, 643, 643, 643, 643, 643, 643, 643, 278, 280, 660, 660, 660, 557,
    // @ A B C D E F G H I J K L M N O
    1016, 677, 667, 728, 723, 667, 611, 778, 741, 278, 543, 667, 563, 890, 753, 778,
    // P Q R S T U V W X Y Z [ \ ] ^ _
    667, 778, 723, 667, 643, 742, 677, 949, 667, 667, 625, 363, 357, 363, 470, 557,
    // ` a b c d e f g h i j k l m n o
    498, 564, 621, 559, 621, 583, 361, 610, 591, 238, 238, 545, 238, 870, 586, 597,
    // p q r s t u v w x y z { | } ~
    610, 610, 373, 523, 364, 581, 557, 813, 540, 557, 542, 363, 327, 363, 660,
];

/// Characters that are set on the one before them, or that only steer: they take no room.
const NOTHING: [(char, char); 34] = [
    ('\u{300}', '\u{36f}'),
    ('\u{483}', '\u{489}'),
    ('\u{591}', '\u{5bd}'),
    ('\u{5bf}', '\u{5bf}'),
    ('\u{5c1}', '\u{5c2}'),
    ('\u{5c4}', '\u{5c5}'),
    ('\u{610}', '\u{61a}'),
    ('\u{64b}', '\u{65f}'),
    ('\u{670}', '\u{670}'),
    ('\u{6d6}', '\u{6dc}'),
    ('\u{6df}', '\u{6e4}'),
    ('\u{900}', '\u{902}'),
    ('\u{93c}', '\u{93c}'),
    ('\u{941}', '\u{948}'),
    ('\u{94d}', '\u{94d}'),
    ('\u{981}', '\u{981}'),
    ('\u{9bc}', '\u{9bc}'),
    ('\u{9c1}', '\u{9c4}'),
    ('\u{9cd}', '\u{9cd}'),
    ('\u{bcd}', '\u{bcd}'),
    ('\u{e31}', '\u{e31}'),
    ('\u{e34}', '\u{e3a}'),
    ('\u{e47}', '\u{e4e}'),
    ('\u{eb1}', '\u{eb1}'),
    ('\u{eb4}', '\u{ebc}'),
    ('\u{ec8}', '\u{ece}'),
    ('\u{1ab0}', '\u{1aff}'),
    ('\u{1dc0}', '\u{1dff}'),
    ('\u{200b}', '\u{200f}'),
    ('\u{202a}', '\u{202e}'),
    ('\u{2060}', '\u{2069}'),
    ('\u{20d0}', '\u{20ff}'),
    ('\u{fe00}', '\u{fe0f}'),
    ('\u{fe20}', '\u{fe2f}'),
];

/// Scripts set on squares, and their punctuation: one em.
const FULL: [(char, char); 12] = [
    ('\u{1100}', '\u{115f}'),
    ('\u{2e80}', '\u{303e}'),
    ('\u{3041}', '\u{33ff}'),
    ('\u{3400}', '\u{4dbf}'),
    ('\u{4e00}', '\u{a4cf}'),
    ('\u{a960}', '\u{a97f}'),
    ('\u{ac00}', '\u{d7a3}'),
    ('\u{f900}', '\u{faff}'),
    ('\u{fe30}', '\u{fe6f}'),
    ('\u{ff01}', '\u{ff60}'),
    ('\u{ffe0}', '\u{ffe6}'),
    ('\u{20000}', '\u{3fffd}'),
];

/// The advance of a character in thousandths of an em.
pub(super) fn advance(c: char) -> u16 {
    if let Some(ascii) = (c as usize).checked_sub(0x20).and_then(|place| ASCII.get(place)) {
        return *ascii;
    }
    match c {
        '\u{a0}' => 282,
        '‘' | '’' | '‚' | '·' | '¡' => 300,
        '“' | '”' | '„' => 520,
        '–' | '«' | '»' => 560,
        '—' | '…' | '‰' | 'Æ' | 'Œ' | 'æ' | 'œ' | 'Ж' | 'Ш' | 'Щ' | 'Ю' => 1000,
        c if within(c, &NOTHING) => 0,
        c if full(c) => 1000,
        // Emoji are drawn a little wider than the em.
        '\u{2600}'..='\u{27bf}' | '\u{1f000}'..='\u{1faff}' => 1300,
        // Latin with marks, Greek and Cyrillic: as the widest common letters without.
        '\u{a1}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' if c.is_uppercase() => 780,
        '\u{a1}'..='\u{24f}' | '\u{370}'..='\u{3ff}' | '\u{1e00}'..='\u{1fff}' => 620,
        '\u{400}'..='\u{58f}' => 680,
        // Arabic, Hebrew, Thai, the scripts of India and what nobody foresaw.
        _ => 700,
    }
}

/// Whether a character is set on a square, so that a line may break beside it.
pub(super) fn full(c: char) -> bool {
    within(c, &FULL)
}

fn within(c: char, ranges: &[(char, char)]) -> bool {
    ranges
        .binary_search_by(|&(first, last)| {
            if last < c {
                std::cmp::Ordering::Less
            } else if first > c {
                std::cmp::Ordering::Greater
            } else {
                std::cmp::Ordering::Equal
            }
        })
        .is_ok()
}
