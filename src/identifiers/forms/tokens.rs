//! Tokens that hold digits: what may be a number of somebody's, whatever signs are between its parts.

use std::ops::Range;

use crate::identifiers::characters::{after, around, is_word};
use crate::identifiers::pattern::pattern;

pub struct Token<'t> {
    pub written: &'t str,
    pub range: Range<usize>,
    /// Letters and digits only, in capitals.
    pub compact: String,
    pub digits: usize,
}

impl<'t> Token<'t> {
    pub fn new(text: &'t str, range: Range<usize>) -> Token<'t> {
        let written = &text[range.clone()];
        let compact: String = written.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect();
        let digits = compact.bytes().filter(u8::is_ascii_digit).count();
        Token { written, range, compact, digits }
    }

    /// Where its first digit is in the text: a word before it may be part of the token.
    pub fn first_digit(&self) -> usize {
        self.range.start + self.written.find(|c: char| c.is_ascii_digit()).unwrap_or(0)
    }

    pub fn is_number(&self) -> bool {
        self.digits == self.compact.len()
    }

    /// Whether a capital letter is in it.
    pub fn has_letter(&self) -> bool {
        !self.is_number()
    }

    /// A number of four figures that may be a year, or two of them.
    pub fn is_year(&self) -> bool {
        let is_year = |part: &str| part.len() == 4 && (part.starts_with("19") || part.starts_with("20") || part.starts_with("18"));
        self.is_number() && self.written.split(['-', '/', ' ']).all(is_year)
    }

    /// The lengths of its parts.
    pub fn groups(&self) -> Vec<usize> {
        self.written.split([' ', '-', '.', '/', '·']).filter(|part| !part.is_empty()).map(str::len).collect()
    }
}

/// All tokens of a text with at least `fewest` digits, that are no amounts of money, no decimals and no parts of longer words.
///
/// Parts with digits may be joined by a space, a hyphen, a slash, a full stop or a point in the middle; parts of capitals only by what
/// is no space.
pub fn tokens(text: &str, fewest: usize) -> Vec<Token<'_>> {
    let pattern = pattern!(
        r"(?:[A-Za-z]{1,8}[\-/·.]?|[A-Z]{1,3} )?\d[A-Za-z0-9]*(?:(?: ?[\-/·.] ?| )[A-Z]{0,4}\d[A-Z0-9]*|[\-/·][A-Z]{1,3}(?-u:\b)){0,8}"
    );
    pattern
        .into_iter()
        .flat_map(|p| p.find_iter(text))
        .map(|found| found.range())
        .filter(|range| is_whole(text, range))
        .map(|range| Token::new(text, range))
        .filter(|token| token.digits >= fewest)
        .collect()
}

fn is_whole(text: &str, range: &Range<usize>) -> bool {
    let (before, next) = around(text, range);
    let is_decimal = matches!(next, Some('.' | ',' | ':')) && after(text, range.end, 2)[1..].starts_with(|c: char| c.is_ascii_digit());
    !is_word(before)
        && !is_word(next)
        && !is_decimal
        && !matches!(before, Some('$' | '£' | '€' | '¥' | '#' | '.' | '/' | ',' | ':' | '_' | '@'))
        && !matches!(next, Some('%' | '_' | '@' | '°' | '€'))
}
