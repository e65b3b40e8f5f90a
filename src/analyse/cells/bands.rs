//! Values that are numbers or ranges of numbers, and the labels of wider ranges made of them.
//!
//! Read are `47`, `40-49`, `40–49`, `40 to 49`, `80+`, `80 and over`, `under 30`, `<30`, the same in Chinese, each with or
//! without a unit. An attribute is banded only if all its stated values are such and no two of them overlap.

use std::sync::Arc;

/// A range of whole numbers; an open end is `None`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub low: Option<i64>,
    pub high: Option<i64>,
}

const RANGE: [&str; 8] = ["-", "–", "—", "−", "~", "to", "至", "到"];
const OR_MORE: [&str; 10] = ["+", "or more", "and over", "or over", "and older", "or older", "and above", "以上", "及以上", "≥"];
const OR_LESS: [&str; 7] = ["or less", "or under", "and under", "or younger", "and younger", "≤", "及以下"];
const MORE: [&str; 5] = ["over", "above", "older than", "more than", ">"];
const LESS: [&str; 6] = ["under", "below", "younger than", "less than", "<", "以下"];
const UNITS: [&str; 9] = ["", "year", "years", "yrs", "y", "years old", "岁", "年", "months"];

impl Span {
    /// Reads a number or a range of numbers.
    pub fn read(text: &str) -> Option<Span> {
        let text = text.trim().to_lowercase();
        let mut numbers = Vec::new();
        let mut words = vec![String::new()];
        let mut digits = String::new();
        for letter in text.chars().chain([' ']) {
            if letter.is_ascii_digit() {
                digits.push(letter);
                continue;
            }
            if !digits.is_empty() {
                numbers.push(digits.parse::<i64>().ok().filter(|number| *number < 1_000_000)?);
                digits.clear();
                words.push(String::new());
            }
            words.last_mut()?.push(letter);
        }
        let words: Vec<&str> = words.iter().map(|word| word.trim()).collect();
        match (&numbers[..], &words[..]) {
            ([number], [before, after]) => Span::open(*number, before, after),
            ([low, high], [before, between, after]) => {
                let plain = before.is_empty() && RANGE.contains(between) && UNITS.contains(after);
                (plain && low <= high).then_some(Span { low: Some(*low), high: Some(*high) })
            }
            _ => None,
        }
    }

    fn open(number: i64, before: &str, after: &str) -> Option<Span> {
        // A unit may stand before the word: `80 years and over`, `80岁以上`.
        let after = UNITS.iter().filter(|unit| !unit.is_empty()).find_map(|unit| after.strip_prefix(unit)).unwrap_or(after).trim();
        let word = match (before.is_empty(), after.is_empty()) {
            (true, true) => return Some(Span { low: Some(number), high: Some(number) }),
            (false, true) => before,
            (true, false) => after,
            (false, false) => return None,
        };
        let (low, high) = match word {
            word if OR_MORE.contains(&word) => (Some(number), None),
            word if MORE.contains(&word) => (Some(number + 1), None),
            word if OR_LESS.contains(&word) => (None, Some(number)),
            word if LESS.contains(&word) => (None, Some(number - 1)),
            _ => return None,
        };
        Some(Span { low, high })
    }

    /// Both ranges and what lies between them.
    fn joined(self, other: Span) -> Span {
        let low = self.low.zip(other.low).map(|(one, two)| one.min(two));
        let high = self.high.zip(other.high).map(|(one, two)| one.max(two));
        Span { low, high }
    }

    fn label(self) -> Option<String> {
        match (self.low, self.high) {
            (Some(low), Some(high)) if low == high => Some(low.to_string()),
            (Some(low), Some(high)) => Some(format!("{low}–{high}")),
            (Some(low), None) => Some(format!("{low}+")),
            (None, Some(high)) => Some(format!("under {}", high + 1)),
            (None, None) => None,
        }
    }
}

/// The spans of an attribute's values if it can be banded: at least two stated values, all of them ranges, none overlapping.
pub(super) fn spans(values: &[Option<Arc<str>>]) -> Option<Vec<Option<Span>>> {
    let spans: Vec<Option<Span>> = values.iter().map(|value| value.as_deref().and_then(Span::read)).collect();
    let unread = values.iter().zip(&spans).any(|(value, span)| value.is_some() && span.is_none());
    let order = in_order(&spans);
    let apart = order.windows(2).all(|pair| match (spans[pair[0]], spans[pair[1]]) {
        (Some(one), Some(two)) => one == two || one.high.zip(two.low).is_some_and(|(high, low)| high < low),
        _ => true,
    });
    (!unread && apart && order.len() > 1).then_some(spans)
}

/// Indexes of the values that are ranges, lowest first.
pub(super) fn in_order(spans: &[Option<Span>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..spans.len()).filter(|value| spans[*value].is_some()).collect();
    order.sort_by_key(|value| spans[*value].map(|span| (span.low, span.high.is_none(), span.high)));
    order
}

/// The label of several values taken as one range; a single value keeps the author's.
pub(super) fn label(values: &[Option<Arc<str>>], spans: &[Option<Span>], members: &[usize]) -> Option<Arc<str>> {
    if let [only] = members {
        return values[*only].clone();
    }
    let joined = members.iter().filter_map(|member| spans[*member]).reduce(Span::joined)?;
    joined.label().map(Arc::from)
}
