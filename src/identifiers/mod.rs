//! Identifiers in a text: what tells directly who somebody is, and what looks like the name of a person, place or organisation.
//!
//! 1. The text becomes a [`view`]: what a reader sees, with a way back to where it was written. What [`signs`] stand in it is found once.
//! 2. Each rule reads the view and marks ranges. Those of [`numbers`](forms::numbers), [`dates`](forms::dates), [`web`](forms::web), [`places`](forms::places) and [`ages`](forms::ages) know forms and
//!    checksums; those of [`en`] and [`zh`] know names.
//! 3. What stands in square brackets was replaced by the author and is no finding; where two findings overlap, the weightier stays.
//!
//! Categories follow HIPAA's Safe Harbor (45 CFR 164.514(b)(2)) and the UK Data Service's guidance on direct and indirect
//! identifiers. No rule says that a text is clean.

mod en;
mod forms;
mod signs;
mod view;
mod zh;

use std::ops::Range;

use signs::Signs;
use view::View;

/// Something that may identify somebody, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub range: Range<usize>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $tag:literal, $name:literal, $error:literal;)*) => {
        /// What was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FindingKind { $($(#[$doc])* $kind),* }

        impl FindingKind {
            /// For programs.
            pub fn tag(self) -> &'static str {
                match self { $(FindingKind::$kind => $tag),* }
            }

            /// In a sentence.
            pub fn name(self) -> &'static str {
                match self { $(FindingKind::$kind => $name),* }
            }

            /// Whether it identifies by itself; else it only looks like what may.
            pub fn is_error(self) -> bool {
                match self { $(FindingKind::$kind => $error),* }
            }
        }
    };
}

// The weightier first: where two overlap, it stays.
kinds! {
    NationalId = "NATIONAL_ID", "a national identity number", true;
    NhsNumber = "NHS_NUMBER", "a health insurance or NHS number", true;
    BankCard = "BANK_CARD", "a card or bank account number", true;
    Email = "EMAIL", "an e-mail address", true;
    UrlHandle = "URL_HANDLE", "a web address or account name", true;
    Phone = "PHONE", "a phone number", true;
    Mrn = "MRN", "a record number", true;
    DateExact = "DATE_EXACT", "a full date", true;
    Address = "ADDRESS", "a street address", true;
    Postcode = "POSTCODE", "a postcode", true;
    Vehicle = "VEHICLE", "a number plate", true;
    Age90Plus = "AGE_90PLUS", "an age of 90 or more", true;
    Org = "ORG", "what looks like the name of an organisation", false;
    Person = "PERSON", "what looks like a person’s name", false;
    Place = "PLACE", "what looks like the name of a place", false;
    /// Tells little by itself, and much beside an event that few had in it.
    MonthYear = "MONTH_YEAR", "a month with its year", false;
}

/// What the rules mark: ranges of a view's text.
type Marks = Vec<(FindingKind, Range<usize>)>;

/// Marks what it knows in a text, of which it is told what signs stand in it.
type Rule = fn(&str, &Signs, &mut Marks);

/// Everything in a text that may identify somebody, in order; findings do not overlap.
pub fn scan(text: &str) -> Vec<Finding> {
    let view = View::new(text);
    let seen = view.text();
    let signs = Signs::of(seen);
    let mut marks = Marks::new();
    let rules: [Rule; 8] = [
        forms::numbers::mark,
        forms::spelt::mark,
        forms::dates::mark,
        forms::dates::months,
        forms::web::mark,
        forms::places::mark,
        forms::ages::mark,
        en::mark,
    ];
    for rule in rules {
        rule(seen, &signs, &mut marks);
    }
    marks.extend(zh::scan(seen));
    let replaced = bracketed(seen);
    marks.retain(|(_, range)| !replaced.iter().any(|inside| inside.start <= range.start && range.end <= inside.end));
    let mut findings: Vec<Finding> =
        weightier(marks).into_iter().map(|(kind, range)| Finding { kind, range: view.origin(range) }).collect();
    findings.sort_by_key(|f| f.range.start);
    findings
}

/// What stands in square brackets.
fn bracketed(seen: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let mut from = 0;
    while let Some(open) = seen[from..].find(['[', '［', '【']).map(|at| from + at) {
        let Some(close) = seen[open..].find([']', '］', '】']).map(|at| open + at) else { break };
        let end = close + seen[close..].chars().next().map_or(1, char::len_utf8);
        out.push(open..end);
        from = end;
    }
    out
}

/// Of marks that overlap the weightiest; among equals the longest, then the first.
fn weightier(mut marks: Marks) -> Marks {
    marks.sort_by_key(|(kind, range)| (*kind, std::cmp::Reverse(range.len()), range.start));
    let mut kept = Marks::new();
    for (kind, range) in marks {
        if !kept.iter().any(|(_, other)| other.start < range.end && range.start < other.end) {
            kept.push((kind, range));
        }
    }
    kept
}

/// The character before a place in a text, and the one at it.
fn around(text: &str, range: &Range<usize>) -> (Option<char>, Option<char>) {
    (text[..range.start].chars().next_back(), text[range.end..].chars().next())
}

/// Whether a letter or digit of an alphabet is part of a longer word.
fn is_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_alphanumeric() && !is_cjk(c))
}

/// Characters of scripts that set no spaces between words.
fn is_cjk(c: char) -> bool {
    matches!(u32::from(c), 0x2e80..=0x2fdf | 0x3005..=0x30ff | 0x3400..=0x9fff | 0xac00..=0xd7af | 0xf900..=0xfaff | 0x20000..=0x3ffff)
}

/// The end of what stands before a place, at most `chars` characters.
fn before(text: &str, at: usize, chars: usize) -> &str {
    let start = text[..at].char_indices().rev().nth(chars.saturating_sub(1)).map_or(0, |(start, _)| start);
    &text[start..at]
}

/// The beginning of what stands after a place, at most `chars` characters.
fn after(text: &str, at: usize, chars: usize) -> &str {
    let end = text[at..].char_indices().nth(chars).map_or(text.len(), |(end, _)| at + end);
    &text[at..end]
}

/// A pattern of one's own, compiled once. One that is wrong would find nothing, which the tests of its rule would see.
macro_rules! pattern {
    ($text:expr) => {{
        static PATTERN: std::sync::LazyLock<Option<regex::Regex>> = std::sync::LazyLock::new(|| regex::Regex::new($text).ok());
        PATTERN.as_ref()
    }};
}

use pattern;

/// What a rule marks in a text, in order.
#[cfg(test)]
fn marked(rule: Rule, text: &str) -> Vec<(FindingKind, &str)> {
    let mut marks = Marks::new();
    rule(text, &Signs::of(text), &mut marks);
    let mut marks = weightier(marks);
    marks.sort_by_key(|(_, range)| range.start);
    marks.into_iter().map(|(kind, range)| (kind, &text[range])).collect()
}

#[cfg(test)]
mod tests;
