//! Numbers spelt out digit by digit, as people say them: "nine nine oh, double four", 一三八零零.

use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks, pattern};

pub const DIGITS: &[&str] =
    &["zero", "oh", "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double", "treble", "triple"];

/// Fewer digits in a row are a score, a year or a way to count.
const FEWEST: u32 = 6;

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.count(Cue::DigitsSaid) >= FEWEST - 1 {
        english(text, marks);
    }
    if signs.cjk {
        chinese(text, marks);
    }
}

fn english(text: &str, marks: &mut Marks) {
    let english = pattern!(
        r"(?i)\b(?:(?:zero|oh|o|nought|one|two|three|four|five|six|seven|eight|nine|double|triple|treble)(?:[ ,.\-]{1,3}|$|\b)){6,}"
    );
    for found in english.into_iter().flat_map(|p| p.find_iter(text)) {
        let spoken = found.as_str().trim_end_matches([' ', ',', '.', '-']);
        let digits = digits(spoken);
        if digits >= FEWEST as usize {
            marks.push((kind(digits, text, found.start()), found.start()..found.start() + spoken.len()));
        }
    }
}

fn chinese(text: &str, marks: &mut Marks) {
    let chinese = pattern!(r"[〇零○一二三四五六七八九幺](?:[ ,，、\-]?[〇零○一二三四五六七八九幺]){6,}");
    for found in chinese.into_iter().flat_map(|p| p.find_iter(text)) {
        let digits = found.as_str().chars().filter(|c| "〇零○一二三四五六七八九幺".contains(*c)).count();
        marks.push((kind(digits, text, found.start()), found.range()));
    }
}

fn digits(spoken: &str) -> usize {
    let words = spoken.split(|c: char| !c.is_alphabetic()).filter(|w| !w.is_empty());
    words
        .map(|word| match word.to_lowercase().as_str() {
            "double" => 1,
            "triple" | "treble" => 2,
            _ => 1,
        })
        .sum()
}

/// By what was said before, or else by how long it is: 10 digits are an NHS number's, 15 and more a card's.
fn kind(digits: usize, text: &str, at: usize) -> FindingKind {
    let cue = crate::identifiers::before(text, at, 24).to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| cue.contains(word));
    if has(&["phone", "mobile", "call", "ring", "电话", "手机"]) {
        FindingKind::Phone
    } else if has(&["hospital", "record", "case", "file", "病历", "住院", "档案"]) {
        FindingKind::Mrn
    } else {
        match digits {
            10 => FindingKind::NhsNumber,
            0..=12 => FindingKind::Phone,
            18 => FindingKind::NationalId,
            _ => FindingKind::BankCard,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_said_aloud_are_numbers() {
        for (text, spoken) in [
            ("it's oh seven double nine four six two one, right", "oh seven double nine four six two one"),
            ("打一三八零零一二三四五六找我", "一三八零零一二三四五六"),
        ] {
            let found: Vec<_> = crate::identifiers::marked(mark, text).into_iter().map(|(_, found)| found).collect();
            assert_eq!(found, [spoken]);
        }
    }

    #[test]
    fn counting_is_none() {
        for text in ["one two three, go", "one or two, three at most", "一九四四年", "一二三，走"] {
            assert!(crate::identifiers::marked(mark, text).is_empty(), "{text}");
        }
    }
}
