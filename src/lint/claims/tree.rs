//! "6 themes and 15 subthemes", held against the theme tree.

use std::ops::Range;

use super::number;
use super::sentence::{Sentence, SentenceTokenKind};
use crate::model::Study;

/// A number of themes, or of subthemes, that is wrong: the words, and what there is.
pub fn wrong(study: &Study, s: &Sentence) -> Option<(Range<usize>, String)> {
    let (at, themes, subthemes) = claim(s).or_else(|| chinese(s))?;
    let mains = study.main_themes().count();
    let of = |f: &dyn Fn(&crate::model::Theme) -> bool| study.themes.iter().filter(|t| f(t)).count();
    // A tree of three levels may be counted either way.
    let subs = [of(&|t| t.depth == 1), of(&|t| t.depth > 0), of(&|t| t.depth > 0 && t.is_leaf())];
    let right = themes.is_none_or(|n| n as usize == mains) && subthemes.is_none_or(|n| subs.contains(&(n as usize)));
    if right {
        return None;
    }
    let nouns = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
    Some((at, format!("{} and {}", nouns(mains, "theme"), nouns(subs[0], "subtheme"))))
}

type Numbers = (Range<usize>, Option<u32>, Option<u32>);

const RESULT: &[&str] =
    &["identified", "developed", "generated", "constructed", "found", "derived", "yielded", "produced", "emerged", "formed", "built"];

fn claim(s: &Sentence) -> Option<Numbers> {
    let numbers = (0..s.tokens.len()).filter(|at| s.number(*at).is_some());
    for at in numbers {
        if at > 0
            && s.is(
                at - 1,
                &["of", "other", "remaining", "first", "last", "next", "these", "those", "another", "only", "further", "about", "than"],
            )
        {
            continue;
        }
        let Some((themes, end)) = counted(s, at, &["themes", "theme"]) else { continue };
        let mut next = end;
        while s.is(next, &["and", "with", "comprising", "containing", "covering", "holding", "their", "its", "into", "divided"])
            || s.sign(next) == Some(',')
        {
            next += 1;
        }
        let subs = &["subthemes", "sub-themes", "subtheme", "sub-theme"];
        if next > end
            && let Some((subthemes, end)) = counted(s, next, subs)
            && s.themes().is_empty()
            // "… of the published study"
            && (!s.is(end, &["of", "from"]) || s.is(end + 1, &["this", "our"]))
            && (s.is(end + 1, RESULT) || s.is(end + 2, RESULT) || !s.is(end, &["were", "was", "have", "had"]))
        {
            return Some((at..end, Some(themes), Some(subthemes)));
        }
        // One number alone is the study's where it is reported as a result: "six themes were identified".
        let reported = s.is(end, &["were", "have", "was"]) && (s.is(end + 1, RESULT) || s.is(end + 2, RESULT)) || s.is(end, &["emerged"]);
        let found = at > 0 && s.is(at - 1, RESULT) && (at == 2 && s.is(0, &["we"]) || at == 3 && s.is(1, &["analysis", "study"]));
        if s.themes().is_empty() && (reported && at == 0 || found) {
            return Some((at..end, Some(themes), None));
        }
    }
    None
}

/// "6 main themes": the number, and where the noun ends.
fn counted(s: &Sentence, at: usize, nouns: &[&str]) -> Option<(u32, usize)> {
    let n = s.number(at)?;
    let kinds = ["main", "major", "overarching", "core", "central", "principal", "analytic", "broad"];
    let noun = at + 1 + usize::from(s.is(at + 1, &kinds));
    s.is(noun, nouns).then_some((n, noun + 1))
}

/// 6个主题和15个亚主题
fn chinese(s: &Sentence) -> Option<Numbers> {
    for at in 0..s.tokens.len() {
        let rest = &s.text[s.tokens[at].at.start..s.tokens.last()?.at.end];
        let before = at.checked_sub(1).map(|b| &s.tokens[b].kind);
        // 十六 is no six.
        if matches!(before, Some(SentenceTokenKind::Word(w)) if number::chinese(w).is_some() || w == "第") {
            continue;
        }
        let Some((themes, rest)) = counted_zh(rest, &["主题", "核心主题"]) else { continue };
        let joined = ["和", "及", "与", "、", "，", ",", "以及"].iter().find_map(|j| rest.strip_prefix(j))?;
        let (subthemes, end) = counted_zh(joined, &["亚主题", "子主题", "次主题", "副主题"])?;
        let end = s.tokens.last()?.at.end - end.len();
        let last = s.tokens.iter().rposition(|t| t.at.start < end).map_or(at, |t| t + 1);
        return Some((at..last, Some(themes), Some(subthemes)));
    }
    None
}

fn counted_zh<'a>(text: &'a str, nouns: &[&str]) -> Option<(u32, &'a str)> {
    let (n, length) = number::chinese(text)?;
    let rest = text[length..].trim_start();
    let rest = rest.strip_prefix('个').unwrap_or(rest);
    nouns.iter().find_map(|noun| rest.strip_prefix(noun)).map(|rest| (n, rest))
}
