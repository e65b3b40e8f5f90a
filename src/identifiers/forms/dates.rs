//! Full dates: a day with its month, with or without a year, in figures or words; and months with their year. A weekday, a month or
//! a year alone tell too little to be found here.

use std::ops::Range;

use crate::identifiers::characters::{after, around, before, is_word};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

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
    pub patterns: [Pattern; 5],
}

const YEAR: &str = r"(?:1[89]|20)\d\d";

impl DateWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        let [.., short, near] = &self.patterns;
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
        let month = self.months.alternatives();
        let found: Vec<Range<usize>> = near
            .get(|| format!(r"(?i)(?-u:\b){month}"))
            .into_iter()
            .flat_map(|p| p.find_iter(text))
            .map(|found| characters(text, found.start(), found.end()))
            .collect();
        for window in found {
            self.mark_near(text, window, signs, marks);
        }
    }

    /// Marks the dates about one month's name.
    fn mark_near(&self, text: &str, window: Range<usize>, signs: &Signs, marks: &mut Marks) {
        let [day_first, month_first, month_year, ..] = &self.patterns;
        let day = |needs_ending: bool| {
            let ending = if needs_ending { "" } else { "?" };
            format!(r"(?:3[01]|[12]\d|0?[1-9]) ?(?:{}){ending}", self.day_ending)
        };
        let days = || self.days.alternatives();
        let month = || format!(r"{}\.?", self.months.alternatives());
        let year = || format!(r"(?:[,.]? {{0,2}}(?:of )?{YEAR}|,? '\d\d|,? {{1,2}}(?:{}))?", self.year);
        let day_first = day_first.get(|| {
            format!(
                r"(?i)(?-u:\b)(?:{}|(?:{})?{})(?:(?: {{1,3}}(?:{}))?(?: {{1,3}}|-|/|\. {{0,2}})){}(?:-\d{{4}})?{}",
                day(self.needs_ending),
                self.article,
                days(),
                self.of,
                month(),
                year()
            )
        });
        take(day_first, text, window.clone(), marks, FindingKind::DateExact, &|found| self.is_whole(found));
        if self.month_first {
            let month_first = month_first
                .get(|| format!(r"(?i)(?-u:\b){} {{1,3}}(?:{})?(?:{}|{})(?-u:\b){}", month(), self.article, day(false), days(), year()));
            // "May 5" is a date and "may 5" is none.
            take(month_first, text, window.clone(), marks, FindingKind::DateExact, &|found| self.is_whole(found));
        }
        if signs.digits >= 4 {
            let month_year = month_year.get(|| format!(r"(?i)(?-u:\b){},?(?: of)? {{1,3}}{YEAR}", month()));
            take(month_year, text, window, marks, FindingKind::MonthYear, &|found| found.starts_with(char::is_uppercase));
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
    take(year_first, text, 0..text.len(), marks, FindingKind::DateExact, &|found| is_date(found, &[2, 1, 0]));
    let roman = pattern!(r"\d{1,2}\. ?(?:VI{0,3}|I{1,3}|IV|IX|XI{0,2}|X)\. ?(?:1[89]|20)\d\d");
    take(roman, text, 0..text.len(), marks, FindingKind::DateExact, &|_| true);
    let year_last = pattern!(r"\d{1,2}(?: ?/ ?\d{1,2} ?/ ?| ?\. ?\d{1,2} ?\. ?| ?- ?\d{1,2} ?- ?)(?:(?:1[89]|20)\d\d|\d\d)");
    take(year_last, text, 0..text.len(), marks, FindingKind::DateExact, &|found| is_date(found, &[0, 1, 2]) || is_date(found, &[1, 0, 2]));
}

/// What is about a month's name: no day and no year is farther from it.
fn characters(text: &str, start: usize, end: usize) -> Range<usize> {
    const FARTHEST: usize = 40;
    start - before(text, start, FARTHEST).len()..end + after(text, end, FARTHEST).len()
}

fn take(pattern: Option<&regex::Regex>, text: &str, window: Range<usize>, marks: &mut Marks, kind: FindingKind, is: &dyn Fn(&str) -> bool) {
    for found in pattern.into_iter().flat_map(|p| p.find_iter(&text[window.clone()])) {
        let range = window.start + found.start()..window.start + found.end();
        let (before, after) = around(text, &range);
        let joined = kind == FindingKind::DateExact && (matches!(before, Some('/' | '-' | '.')) || matches!(after, Some('/' | '-')));
        if !is_word(before) && !is_word(after) && !joined && is(found.as_str()) {
            marks.push((kind, range));
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
