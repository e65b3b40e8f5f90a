//! The site's own sentences: numbers with their nouns, dates, lists.

pub use crate::diag::words::{capital, count, list};
pub use crate::model::naming::{is_rtl, language};

/// A small number as a word, as prose has it.
pub fn number(n: usize) -> String {
    const WORDS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
    WORDS.get(n).map_or_else(|| n.to_string(), |w| (*w).to_owned())
}

/// `2026-01-15` → "15 January 2026".
pub fn date(iso: &str) -> String {
    const MONTHS: [&str; 12] =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
    let parts: Vec<&str> = iso.split('-').collect();
    match parts[..] {
        [year, month, day] => {
            let name = month.parse::<usize>().ok().and_then(|m| MONTHS.get(m.wrapping_sub(1)));
            name.map_or_else(|| iso.to_owned(), |name| format!("{} {name} {year}", day.trim_start_matches('0')))
        }
        _ => iso.to_owned(),
    }
}
