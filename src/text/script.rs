//! Which script a character is of. The ranges are whole blocks of Unicode 17, so that characters to come are covered, less the
//! punctuation in them.

/// Han characters of their own: what Unicode calls unified ideographs. Those that it keeps for compatibility only, and which every
/// normalisation replaces by these, are not among them, nor are radicals and strokes.
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{2f7ff}' | '\u{30000}'..='\u{3ffff}')
}

/// Letters of a script that sets no spaces between words: Han, kana, bopomofo, Thai, Lao, Tibetan, Burmese, Khmer. Where there are
/// no spaces, a character is what can be counted, compared and cut at.
pub fn is_unspaced(c: char) -> bool {
    is_east_asian(c) || matches!(c, '\u{e00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

/// Letters of Korean, as syllables or as their parts. Korean sets spaces, but its particles hang on the words before them.
pub fn is_hangul(c: char) -> bool {
    matches!(c,
        '\u{1100}'..='\u{11ff}' | '\u{3131}'..='\u{318e}' | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{ffa0}'..='\u{ffdc}')
}

/// Letters of Chinese, Japanese and Korean, each of which means about as much as several letters of an alphabet.
pub fn is_cjk(c: char) -> bool {
    is_east_asian(c) || is_hangul(c)
}

/// Han with its radicals, numerals, repetition marks and compatibility forms; kana in full and half width; bopomofo.
fn is_east_asian(c: char) -> bool {
    is_han(c)
        || matches!(c,
            '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3031}'..='\u{3035}' | '\u{3038}'..='\u{303b}'
            | '\u{3041}'..='\u{312f}' | '\u{31a0}'..='\u{31ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
            | '\u{1b000}'..='\u{1b16f}' | '\u{2f800}'..='\u{2ffff}')
}

/// Characters that nobody sees, and that do not part words: soft hyphens, joiners, marks of direction and of byte order, selectors
/// of a variant, tags.
pub fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{61c}' | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn a_han_character_is_its_own_normal_form() {
        for c in (0..=0x3ffff).filter_map(char::from_u32).filter(|c| is_han(*c)) {
            assert!(std::iter::once(c).nfkd().eq([c]), "{c}");
        }
    }

    #[test]
    fn scripts_are_told_apart() {
        for (letters, han, unspaced, hangul, cjk) in [
            ("王芳㐀𠀀𰻝", true, true, false, true),
            ("々〇〡かカ\u{ff76}ㄅ\u{2f00}\u{f900}", false, true, false, true),
            ("한글ㄱ\u{1100}", false, false, true, true),
            ("ไทยລາວမြန်ខ្មែརབོད", false, true, false, false),
            ("aéЖעञ9，。「」 \u{3000}", false, false, false, false),
        ] {
            for c in letters.chars() {
                assert_eq!((is_han(c), is_unspaced(c), is_hangul(c), is_cjk(c)), (han, unspaced, hangul, cjk), "{c}");
            }
        }
    }

    #[test]
    fn nothing_is_invisible_that_can_be_seen() {
        assert!("Ma\u{ad}r\u{200b}y\u{feff} 王芳é\u{301}".chars().filter(|c| is_invisible(*c)).eq(['\u{ad}', '\u{200b}', '\u{feff}']));
    }
}
