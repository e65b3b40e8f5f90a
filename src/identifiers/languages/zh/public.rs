//! What looks like a name and is everybody's: in the title of a work, cited with a year, as its author.

use super::found::LikelyName;
use super::text::ZhText;
use crate::identifiers::finding::FindingKind;

/// Whether a likely name is a work's, or of somebody who is cited.
pub(super) fn is_public(text: &ZhText, name: &LikelyName) -> bool {
    in_title(text, name.chars.start) || name.kind == FindingKind::Person && is_cited(text, name.chars.start, name.chars.end)
}

/// Whether a place is between the marks of a title: 《…》.
fn in_title(text: &ZhText, at: usize) -> bool {
    const LONGEST: usize = 30;
    let open = (at.saturating_sub(LONGEST)..at).rev().find(|at| matches!(text.at(*at), '《' | '》' | '〈' | '〉'));
    open.is_some_and(|at| matches!(text.at(at), '《' | '〈'))
}

/// 费某（1947）, 参见费某, 费某的《…》.
fn is_cited(text: &ZhText, start: usize, end: usize) -> bool {
    let year = |at: usize| {
        let digits = text.slice(at, at + 4);
        let is_year =
            digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20")) && digits.bytes().all(|b| b.is_ascii_digit());
        // （1987年生）, ，2018.9.3: of somebody's life.
        is_year && matches!(text.at(at + 4), ')' | '）' | ',' | '，' | ';' | '；' | ':' | '：' | '、' | 'a'..='f')
    };
    let behind = |at: usize| match text.at(at) {
        '(' | '（' => year(at + 1),
        ',' | '，' => year(at + 1) || text.at(at + 1) == ' ' && year(at + 2),
        '《' => true,
        _ => false,
    };
    if text.has_before(start, "于") || text.has(start, "于") {
        return ["而言", "来说", "来讲"].iter().any(|word| text.has(end, word));
    }
    let others = ["等人", "等", "的", "和", "与"].iter().find(|word| text.has(end, word)).map_or(0, |word| word.chars().count());
    let is_of_two =
        matches!(text.at(end), '和' | '与' | '、') && (end + 2..end + 6).any(|at| matches!(text.at(at), '(' | '（') && year(at + 1));
    behind(end) || behind(end + others) || is_of_two || ["参见", "参考", "引自", "转引自"].iter().any(|word| text.has_before(start, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn authors_and_titles_are_public() {
        for (written, start, end, public) in [
            ("陈国华（2003）指出", 0, 3, true),
            ("陈国华等（2003）指出", 0, 3, true),
            ("陈国华的《山中》", 0, 3, true),
            ("读了《王小燕》", 3, 6, true),
            ("陈国华（女）说", 0, 3, false),
            ("陈国华（1987年生）说", 0, 3, false),
            ("陈国华，2018.9.3签字", 0, 3, false),
            ("《山中》是陈国华送的", 5, 8, false),
        ] {
            let text = ZhText::new(written);
            assert_eq!(is_public(&text, &LikelyName::person(start, end)), public, "{written}");
        }
    }
}
