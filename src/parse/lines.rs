//! A line of YAML as a person reads it, whatever YAML makes of it.

use std::ops::Range;

use crate::diag::words;

/// The name and the value of a line `name: value` (also behind `- `), as ranges of `text`.
pub fn key_and_value(text: &str, line: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let whole = &text[line.clone()];
    let mut start = line.start + (whole.len() - whole.trim_start().len());
    while text[start..line.end].starts_with("- ") {
        start += 2;
        start += text[start..line.end].len() - text[start..line.end].trim_start().len();
    }
    let rest = &text[start..line.end];
    let colon = rest.find(": ")?;
    let key = &rest[..colon];
    if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
        return None;
    }
    let value = rest[colon + 2..].trim_start();
    (!value.is_empty()).then(|| (start..start + colon, line.end - value.len()..line.end))
}

/// What a line says: without its indent, and without the dashes of the items it begins.
pub fn first_word(text: &str, line: Range<usize>) -> Range<usize> {
    let mut rest = text[line.clone()].trim_start();
    while let Some(behind) = rest.strip_prefix("- ") {
        rest = behind.trim_start();
    }
    line.end - rest.len()..line.end
}

/// Where a quoted text closes, in bytes after its opening mark.
pub fn closing(text: &str, mark: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if mark == '"' => {
                chars.next();
            }
            '\'' if mark == '\'' && matches!(chars.peek(), Some((_, '\''))) => {
                chars.next();
            }
            c if c == mark => return Some(at),
            _ => {}
        }
    }
    None
}

/// `>-`, `|2+` and the like, which announce a block of text.
pub fn is_block_header(value: &str) -> bool {
    let head = value.split(" #").next().unwrap_or(value).trim_end();
    head.strip_prefix(['>', '|']).is_some_and(|rest| rest.chars().all(|c| matches!(c, '-' | '+' | '1'..='9')))
}

/// The text as a YAML text in quotation marks, short enough to show.
pub fn quoted(text: &str) -> String {
    let text = words::shortened(without_marks(text), 60);
    if text.contains('"') { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{}\"", text.replace('\\', "\\\\")) }
}

/// The text without the marks around it, if the same signs inside it are apostrophes.
fn without_marks(text: &str) -> &str {
    let inside = text.strip_prefix('\'').and_then(|t| t.strip_suffix('\'')).unwrap_or(text);
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let apostrophe = |at: usize| letter(inside[..at].chars().next_back()) && letter(inside[at + 1..].chars().next());
    if inside.match_indices('\'').all(|(at, _)| apostrophe(at)) { inside } else { text }
}
