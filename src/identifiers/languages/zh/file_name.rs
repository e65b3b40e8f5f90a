//! Names in the names of files: 访谈_王小燕_二次.docx.

use super::found::LikelyName;
use super::text::ZhText;
use crate::identifiers::finding::FindingKind;

const ENDINGS: [&str; 14] =
    [".docx", ".doc", ".txt", ".pdf", ".xlsx", ".xls", ".csv", ".mp3", ".m4a", ".wav", ".mp4", ".jpg", ".png", ".md"];

/// Lets a person's name that is part of a file's take the whole of it, which tells whose it is.
pub(super) fn widen(text: &ZhText, found: &mut [LikelyName]) {
    let is_part = |at: usize| {
        let c = text.at(at);
        at < text.len() && (c.is_alphanumeric() || matches!(c, '_' | '-' | '(' | ')' | '+'))
    };
    for name in found.iter_mut().filter(|name| name.kind == FindingKind::Person) {
        let mut end = name.chars.end;
        while is_part(end) {
            end += 1;
        }
        let Some(ending) = ENDINGS.iter().find(|ending| text.has(end, ending)) else { continue };
        let mut start = name.chars.start;
        while start > 0 && is_part(start - 1) {
            start -= 1;
        }
        name.chars = start..end + ending.len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_takes_the_whole_file() {
        let text = ZhText::new("见“访谈_王小燕_二次.docx”，王小燕说");
        let mut found = [LikelyName::person(5, 8), LikelyName::person(18, 21)];
        widen(&text, &mut found);
        assert_eq!(found.map(|name| text.slice(name.chars.start, name.chars.end)), ["访谈_王小燕_二次.docx", "王小燕"]);
    }
}
