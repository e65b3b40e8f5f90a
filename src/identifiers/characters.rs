//! What stands around a place in a text.

use std::ops::Range;

use crate::text::is_cjk;

/// The character before a range of a text, and the one after it.
pub fn around(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    (text[..range.start].chars().next_back(), text[range.end..].chars().next())
}

/// Whether a letter or digit of an alphabet is part of a longer word.
pub fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() && !is_cjk(c))
}

/// Whether a range is no part of a longer word.
pub fn is_apart(text: &str, range: &Range<usize>) -> bool {
    let (before, after) = around(text, range);
    !is_word(before) && !is_word(after)
}

/// The end of what is before a place, at most `chars` characters.
pub fn before(text: &str, at: usize, chars: usize) -> &str {
    let start = text[..at].char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(start, _)| start);
    &text[start..at]
}

/// The beginning of what is after a place, at most `chars` characters.
pub fn after(text: &str, at: usize, chars: usize) -> &str {
    let end = text[at..].char_indices().nth(chars).map_or(text.len(), |(end, _)| at + end);
    &text[at..end]
}
