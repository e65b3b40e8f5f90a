//! Words and numbers written or spelt out with a gap behind each character: `B r e n d a`, `P-A-T-E-L`, `0 7 7 0 0`.
//!
//! They are read once more with those gaps closed; what is found there is marked where it was written.

use std::ops::Range;

use super::languages::LANGUAGES;
use super::{FindingKind, Marks};
use crate::text::is_cjk;

pub struct Joined {
    pub text: String,
    /// For each byte of the text where its character is in the text as seen.
    origins: Vec<Range<usize>>,
    /// What was joined.
    runs: Vec<Range<usize>>,
}

/// Fewer single characters in a row are a list or initials.
const FEWEST: usize = 3;

/// Letters alone may be an abbreviation, if they are this few.
const LONGEST_ABBREVIATION: usize = 4;

impl Joined {
    /// `None` where nothing is written so, which a quick look tells of most texts.
    pub fn new(seen: &str) -> Option<Joined> {
        if !has_singles(seen) {
            return None;
        }
        let mut joined = Joined { text: String::with_capacity(seen.len()), origins: Vec::with_capacity(seen.len()), runs: Vec::new() };
        let mut at = 0;
        for run in runs(seen) {
            joined.copy(seen, at..run[0].start);
            let start = joined.text.len();
            let only_letters = run.iter().all(|single| seen[single.clone()].starts_with(char::is_alphabetic));
            for (n, single) in run.iter().enumerate() {
                if let Some(last) = n.checked_sub(1).map(|n| &run[n]) {
                    let gap = last.end..single.start;
                    joined.push(kept(&seen[gap.clone()], only_letters), gap);
                }
                joined.copy(seen, single.clone());
                at = single.end;
            }
            joined.runs.push(start..joined.text.len());
        }
        if joined.runs.is_empty() {
            return None;
        }
        joined.copy(seen, at..seen.len());
        Some(joined)
    }

    fn copy(&mut self, seen: &str, range: Range<usize>) {
        for (at, c) in seen[range.clone()].char_indices() {
            let start = range.start + at;
            self.text.push(c);
            self.origins.extend(std::iter::repeat_n(start..start + c.len_utf8(), c.len_utf8()));
        }
    }

    fn push(&mut self, kept: &str, gap: Range<usize>) {
        self.text.push_str(kept);
        self.origins.extend(std::iter::repeat_n(gap, kept.len()));
    }

    /// Of what was found in the joined text what touches a run, and the runs that are names or numbers all the same, where they were
    /// seen.
    pub fn marks(&self, found: Marks) -> Marks {
        let touches = |range: &Range<usize>, run: &Range<usize>| range.start < run.end && run.start < range.end;
        let mut marks: Marks = found.into_iter().filter(|(_, range)| self.runs.iter().any(|run| touches(range, run))).collect();
        for run in &self.runs {
            let written = &self.text[run.clone()];
            let digits = written.bytes().filter(u8::is_ascii_digit).count();
            let letters = written.chars().filter(|c| c.is_alphabetic()).count();
            let is_name = digits == 0
                && letters >= LONGEST_ABBREVIATION
                && (letters > LONGEST_ABBREVIATION || written.contains(char::is_lowercase) || is_listed(written));
            if marks.iter().any(|(_, range)| touches(range, run)) {
                continue;
            } else if is_name {
                marks.push((FindingKind::Person, run.clone()));
            } else if digits >= 4 && digits + letters >= 5 {
                marks.push((FindingKind::Mrn, run.clone()));
            }
        }
        marks.into_iter().map(|(kind, range)| (kind, self.origins[range.start].start..self.origins[range.end - 1].end)).collect()
    }
}

fn is_listed(word: &str) -> bool {
    LANGUAGES.iter().any(|language| language.is_name(&word.to_lowercase()))
}

/// What of a gap is kept when it is closed.
fn kept(gap: &str, only_letters: bool) -> &'static str {
    match gap.trim() {
        "" if gap.len() > 1 => " ",
        "" => "",
        "-" if only_letters => "",
        "-" => "-",
        "," => ", ",
        "/" => "/",
        "." => ".",
        _ => " ",
    }
}

/// Whether at least [`FEWEST`] characters in a row stand each by itself.
fn has_singles(seen: &str) -> bool {
    let bytes = seen.as_bytes();
    let is_part = |at: usize| bytes.get(at).is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 128);
    let (mut count, mut last) = (0, 0);
    for (at, byte) in bytes.iter().enumerate() {
        let single = is_part(at) && (at == 0 || !is_part(at - 1)) && (!is_part(at + 1) || *byte >= 0xc0 && !is_part(at + 2));
        if single {
            count = if count > 0 && at - last <= 5 { count + 1 } else { 1 };
            last = at;
            if count >= FEWEST {
                return true;
            }
        }
    }
    false
}

/// Rows of single characters with small gaps between them, that neither count up nor repeat one another.
fn runs(seen: &str) -> Vec<Vec<Range<usize>>> {
    let chars: Vec<(usize, char)> = seen.char_indices().collect();
    let is_part = |n: usize| chars.get(n).is_some_and(|(_, c)| c.is_alphanumeric() || *c == '\'');
    let mut runs: Vec<Vec<Range<usize>>> = vec![Vec::new()];
    for (n, (at, c)) in chars.iter().enumerate() {
        if !c.is_alphanumeric() || is_cjk(*c) || n > 0 && is_part(n - 1) || is_part(n + 1) {
            continue;
        }
        let single = *at..*at + c.len_utf8();
        let follows = runs.last().and_then(|run| run.last()).is_some_and(|last| is_gap(&seen[last.end..single.start]));
        if !follows {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.push(single);
        }
    }
    runs.retain(|run| run.len() >= FEWEST);
    runs.retain(|run| {
        let codes: Vec<u32> = run.iter().filter_map(|single| seen[single.clone()].chars().next()).map(u32::from).collect();
        let steps = |by: u32| codes.windows(2).all(|pair| pair[0] + by == pair[1]);
        // "1.1-5.9" is a range: what is spaced out has spaces, or hyphens between letters.
        let gaps = run.windows(2).map(|pair| &seen[pair[0].end..pair[1].start]);
        let spaced = gaps.clone().filter(|gap| gap.contains(' ')).count() * 2 >= run.len() - 1;
        let spelt = gaps.clone().all(|gap| gap == "-") && run.iter().all(|single| seen[single.clone()].starts_with(char::is_alphabetic));
        !steps(0) && !steps(1) && (spaced || spelt)
    });
    runs
}

fn is_gap(gap: &str) -> bool {
    matches!(gap, " " | "  " | "-" | "·" | " - " | " · " | " / " | "/" | " . " | "." | ". " | ", " | " -" | "- ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_between_single_characters_are_closed() {
        for (seen, text) in [
            ("it's B r e n d a, yes", "it's Brenda, yes"),
            ("D-E-S-M-O-N-D", "DESMOND"),
            ("0 7 7 0 0 - 9 0 0", "07700-900"),
            ("on 0 3 / 0 7 / 1 9 4 4 then", "on 03/07/1944 then"),
            ("B e a t a  Z i ę b a", "Beata Zięba"),
        ] {
            assert_eq!(Joined::new(seen).map(|joined| joined.text).as_deref(), Some(text));
        }
    }

    #[test]
    fn counting_and_stuttering_are_left_alone() {
        for seen in ["1 2 3 4 5", "I, I, I, I mean", "a, b, c, d", "so I said", "A and B"] {
            assert!(Joined::new(seen).is_none(), "{seen}");
        }
    }
}
