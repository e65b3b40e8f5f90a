//! Full dates: a day with its month, with or without a year, in figures or words; and months with their year. A weekday, a month or
//! a year alone tell too little to be found here.

use std::ops::Range;

use crate::identifiers::characters::{around, is_word};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;
use crate::identifiers::{FindingKind, Marks};

/// How a language writes dates. Texts are patterns, without regard to case.
pub struct DateWords {
    pub months: WordList,
    /// Months that are words of the language as well, in small letters.
    pub double_months: &'static [&'static str],
    /// Behind the number of a day: "st", "th".
    pub day_ending: &'static str,
    /// Whether a number is a day only with its ending, as in German.
    pub needs_ending: bool,
    /// Days in words.
    pub days: WordList,
    /// Before a day.
    pub article: &'static str,
    /// Between a day and its month, behind a space.
    pub of: &'static str,
    /// Whether a month may come before its day.
    pub month_first: bool,
    /// Before a day and a month in figures without a year: German "am 5.5.".
    pub short: Option<&'static str>,
    /// A year in words.
    pub year: &'static str,
    pub patterns: [Pattern; 4],
}

const YEAR: &str = r"(?:1[89]|20)\d\d";

impl DateWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        let [day_first, month_first, month_year, short] = &self.patterns;
        if let Some(cue) = self.short.filter(|_| signs.digits >= 2) {
            let short = short.get(|| format!(r"(?i)\b(?:{cue}) ((?:3[01]|[12]\d|0?[1-9])\. ?(?:1[0-2]|0?[1-9])\.)"));
            for found in short.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
                if !text[found.end()..].trim_start().starts_with(|c: char| c.is_ascii_digit()) {
                    marks.push((FindingKind::DateExact, found.range()));
                }
            }
        }
        if !signs.has(Cue::Months) {
            return;
        }
        let day = |needs_ending: bool| {
            let ending = if needs_ending { "" } else { "?" };
            format!(r"(?:3[01]|[12]\d|0?[1-9]) ?(?:{}){ending}", self.day_ending)
        };
        let days = self.days.alternatives();
        let month = format!(r"{}\.?", self.months.alternatives());
        let year = format!(r"(?:[,.]? {{0,2}}(?:of )?{YEAR}|,? '\d\d|,? {{1,2}}(?:{}))?", self.year);
        let day_first = day_first.get(|| {
            format!(
                r"(?i)(?-u:\b)(?:{}|(?:{})?{days})(?:(?: {{1,3}}(?:{}))?(?: {{1,3}}|-|/|\. {{0,2}})){month}(?:-\d{{4}})?{year}",
                day(self.needs_ending),
                self.article,
                self.of
            )
        });
        take(day_first, text, marks, FindingKind::DateExact, &|found| self.is_whole(found));
        if self.month_first {
            let month_first =
                month_first.get(|| format!(r"(?i)(?-u:\b){month} {{1,3}}(?:{})?(?:{}|{days})(?-u:\b){year}", self.article, day(false)));
            // "May 5" is a date and "may 5" is none.
            take(month_first, text, marks, FindingKind::DateExact, &|found| self.is_whole(found));
        }
        if signs.digits >= 4 {
            let month_year = month_year.get(|| format!(r"(?i)(?-u:\b){month},?(?: of)? {{1,3}}{YEAR}"));
            take(month_year, text, marks, FindingKind::MonthYear, &|found| found.starts_with(char::is_uppercase));
        }
    }

    /// Whether what looks like a day and a month is one: a month in small letters that is another word too needs a year beside it.
    fn is_whole(&self, found: &str) -> bool {
        let is_double = || self.double_months.iter().any(|month| found.split([' ', '-', '.', ',']).any(|word| word == *month));
        !is_double() || found.contains(" of ") || pattern!(r"\d{4}|\d(?:st|nd|rd|th)").is_some_and(|p| p.is_match(found))
    }
}

/// Dates in figures.
pub fn mark_figures(text: &str, signs: &Signs, marks: &mut Marks) {
    // A day, a month and two figures of a year.
    if signs.digits < 4 {
        return;
    }
    let year_first = pattern!(r"(?:1[89]|20)\d\d(?: ?- ?\d{1,2} ?- ?\d{1,2}| ?/ ?\d{1,2} ?/ ?\d{1,2}| ?\. ?\d{1,2} ?\. ?\d{1,2})");
    take(year_first, text, marks, FindingKind::DateExact, &|found| is_date(found, &[2, 1, 0]));
    let roman = pattern!(r"\d{1,2}\. ?(?:VI{0,3}|I{1,3}|IV|IX|XI{0,2}|X)\. ?(?:1[89]|20)\d\d");
    take(roman, text, marks, FindingKind::DateExact, &|_| true);
    let year_last = pattern!(r"\d{1,2}(?: ?/ ?\d{1,2} ?/ ?| ?\. ?\d{1,2} ?\. ?| ?- ?\d{1,2} ?- ?)(?:(?:1[89]|20)\d\d|\d\d)");
    take(year_last, text, marks, FindingKind::DateExact, &|found| is_date(found, &[0, 1, 2]) || is_date(found, &[1, 0, 2]));
}

fn take(pattern: Option<&regex::Regex>, text: &str, marks: &mut Marks, kind: FindingKind, is: &dyn Fn(&str) -> bool) {
    for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
        let (before, after) = around(text, &found.range());
        let joined = kind == FindingKind::DateExact && (matches!(before, Some('/' | '-' | '.')) || matches!(after, Some('/' | '-')));
        if !is_word(before) && !is_word(after) && !joined && is(found.as_str()) {
            marks.push((kind, found.range()));
        }
    }
}

/// Whether three numbers are a day, a month and a year, at these places.
fn is_date(found: &str, places: &[usize; 3]) -> bool {
    let parts: Vec<u32> = found.split(['-', '/', '.']).filter_map(|part| part.trim().parse().ok()).collect();
    let in_range = |at: usize, range: Range<u32>| parts.get(at).is_some_and(|n| range.contains(n));
    // "1.2.30" is rather a version, and "3.8.09" is none.
    let is_year = !(found.contains('.') && parts.iter().all(|n| *n < 32) && !pattern!(r"\.0\d$").is_some_and(|p| p.is_match(found)));
    parts.len() == 3 && is_year && in_range(places[0], 1..32) && in_range(places[1], 1..13)
}
