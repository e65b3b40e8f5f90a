//! Phone numbers, in the forms in which people write them.

use std::ops::Range;

use crate::identifiers::characters::{around, is_word};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;

pub const FEWEST: usize = 6;

pub fn mark(text: &str, marks: &mut Marks) {
    marks.extend(digit_runs(text).into_iter().filter(|range| is_phone(&text[range.clone()])).map(|range| (FindingKind::Phone, range)));
}

/// Stretches of digits with few separators between them.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let Some(pattern) = pattern!(r"\+?\(?\d(?:[ .()\-/·]{0,3}\d){5,24}") else { return Vec::new() };
    let whole = |range: &Range<usize>| {
        let (before, after) = around(text, range);
        !is_word(before) && !is_word(after) && !matches!(before, Some('$' | '£' | '€' | '¥' | '#' | '.' | '/' | ','))
    };
    pattern.find_iter(text).map(|m| m.range()).filter(whole).collect()
}

/// Numbers abroad, from the trunk prefix on, of North America, of China, of India.
fn is_phone(written: &str) -> bool {
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    let bytes = digits.as_bytes();
    if written.starts_with('+') || written.starts_with("(+") || digits.starts_with("00") && digits.len() > 10 {
        return (9..=15).contains(&digits.len());
    }
    // Firms and helplines of China, which everybody may call.
    if digits.len() == 10 && digits.starts_with("400") {
        return false;
    }
    let trunk = (9..=12).contains(&digits.len()) && bytes[0] == b'0' && bytes[1] != b'0' && !is_date(written);
    let chinese = digits.len() == 11 && bytes[0] == b'1' && matches!(bytes[1], b'3'..=b'9') && !written.contains('.');
    let indian =
        digits.len() == 10 && matches!(bytes[0], b'6'..=b'9') && pattern!(r"^\d{5}[ \-]\d{5}$").is_some_and(|p| p.is_match(written));
    trunk
        || chinese
        || indian
        || pattern!(r"^(?:1[ .\-])?(?:\(\d{3}\) ?|\d{3}[ .\-])\d{3}[ .\-]\d{4}$").is_some_and(|p| p.is_match(written))
}

/// "03/04/1998 10": what begins with a nought and is a date.
fn is_date(written: &str) -> bool {
    pattern!(r"^0?\d ?[/.\-] ?\d{1,2} ?[/.\-] ?\d{2,4}(?-u:\b)").is_some_and(|p| p.is_match(written))
}
