//! Full dates: a day with its month, with or without a year, in figures or words; and months with their year. A weekday, a month or
//! a year alone tell too little to be found here.

use std::ops::Range;

use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks, around, is_word, pattern};

pub const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
];

const MONTH: &str = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?)";
const DAY: &str = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?";
const DAY_WORD: &str = r"(?i:(?:twenty|thirty)[- ]?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";
const YEAR: &str = r"(?:,? ?(?:of )?(?:1[89]|20)\d\d|,? '\d\d)?";

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>, is: &dyn Fn(&str) -> bool| {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            let (before, after) = around(text, &found.range());
            let joined = matches!(before, Some('/' | '-' | '.')) || matches!(after, Some('/' | '-'));
            if !is_word(before) && !is_word(after) && !joined && is(found.as_str()) {
                marks.push((FindingKind::DateExact, found.range()));
            }
        }
    };
    let any = |_: &str| true;
    if signs.has(Cue::Months) && signs.capital {
        take(pattern!(&format!(r"(?-u:\b)(?:{DAY}|(?:the )?{DAY_WORD})(?: of)?(?: |-|\.\s?){MONTH}(?:-\d{{4}})?{YEAR}")), &any);
        // "May 5" is a date and "May 50 people" is none.
        take(pattern!(&format!(r"(?-u:\b){MONTH} (?:the )?(?:{DAY}|{DAY_WORD})(?-u:\b){YEAR}")), &|found| !found.ends_with("th of"));
    }
    // A day, a month and two figures of a year.
    if signs.digits >= 4 {
        take(pattern!(r"(?:1[89]|20)\d\d(?:-\d{1,2}-\d{1,2}|/\d{1,2}/\d{1,2}|\.\d{1,2}\.\d{1,2})"), &|found| is_date(found, &[2, 1, 0]));
        take(pattern!(r"\d{1,2}(?:/\d{1,2}/|\.\d{1,2}\.|-\d{1,2}-)(?:(?:1[89]|20)\d\d|\d\d)"), &|found| {
            is_date(found, &[0, 1, 2]) || is_date(found, &[1, 0, 2])
        });
    }
    if signs.cjk && text.contains('月') {
        take(
            pattern!(
                r"(?:(?:(?:1[89]|20)?\d\d|[一二〇零○三四五六七八九]{2,4})年)?(?:农历|阴历|腊|正)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:初|廿|卅)?(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
            ),
            &any,
        );
    }
}

/// A month with its year, without a day.
pub fn months(text: &str, signs: &Signs, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>| {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            let (before, after) = around(text, &found.range());
            if !is_word(before) && !is_word(after) {
                marks.push((FindingKind::MonthYear, found.range()));
            }
        }
    };
    if signs.digits >= 4 && signs.capital && signs.has(Cue::Months) {
        take(pattern!(&format!(r"(?-u:\b){MONTH},?(?: of)? (?:1[89]|20)\d\d")));
    }
    if signs.cjk && text.contains('月') {
        take(pattern!(
            r"(?:(?:1[89]|20)\d\d|[一二][九〇零○][一二三四五六七八九〇零○]{2})年(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
        ));
    }
}

/// Whether three numbers are a day, a month and a year, at these places.
fn is_date(found: &str, places: &[usize; 3]) -> bool {
    let parts: Vec<u32> = found.split(['-', '/', '.']).filter_map(|part| part.parse().ok()).collect();
    let in_range = |at: usize, range: Range<u32>| parts.get(at).is_some_and(|n| range.contains(n));
    // "1.2.30" is rather a version.
    let is_year = !(found.contains('.') && parts.iter().all(|n| *n < 32));
    parts.len() == 3 && is_year && in_range(places[0], 1..32) && in_range(places[1], 1..13)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        crate::identifiers::marked(mark, text).into_iter().map(|(_, found)| found).collect()
    }

    #[test]
    fn a_day_and_its_month_are_found_however_written() {
        for date in [
            "3 March 1998",
            "3rd of March",
            "March 3, 1998",
            "March 3rd",
            "1998-03-03",
            "03/03/1998",
            "3.3.98",
            "1998年3月3日",
            "3月3号",
            "一九九八年三月三日",
            "三月二十三号",
            "the third of March",
            "25 Dec 2003",
        ] {
            assert_eq!(found(&format!("on {date}, they said")), [date]);
        }
    }

    #[test]
    fn a_month_with_its_year_is_found_as_one() {
        for month in ["March 1998", "Sept 2004", "March of 1998", "1998年3月", "二〇一九年十二月"] {
            assert_eq!(crate::identifiers::marked(months, &format!("in {month}, they said")), [(FindingKind::MonthYear, month)]);
        }
        for text in ["since April", "in 1998", "三月开始", "1998年", "May 200 people"] {
            assert!(crate::identifiers::marked(months, text).is_empty(), "{text}");
        }
    }

    #[test]
    fn what_tells_too_little_is_none() {
        for text in [
            "in March 1998",
            "since April",
            "on a Wednesday",
            "in 1998",
            "5/10 pain",
            "2.1-5.9",
            "at 5:30",
            "1998年3月",
            "三月开始",
            "24/7",
            "version 1.2.30",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
