//! Numbers said digit by digit: 一三八零零, 幺三八, also with figures between.

use super::numbers::{self, NumberCue};
use crate::identifiers::characters::{after, before};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;

/// A Chinese numeral as it is written in numbers of days, houses and years.
pub const NUMERAL: &str = "〇零○一二三四五六七八九十壹贰叁肆伍陆柒捌玖";

/// How many characters of a number have to be Chinese: else its figures are looked at.
pub const FEWEST: usize = 3;

const DIGITS: &str = "〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖洞拐";

pub fn mark(text: &str, marks: &mut Marks) {
    let said = pattern!(
        r"[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖洞拐0-9](?:[ ,，、\-]?[〇零○一二三四五六七八九幺壹贰叁肆伍陆柒捌玖洞拐0-9]){4,}"
    );
    for found in said.into_iter().flat_map(|p| p.find_iter(text)) {
        let characters = found.as_str().chars().filter(|c| DIGITS.contains(*c)).count();
        let digits = found.as_str().chars().filter(|c| DIGITS.contains(*c) || c.is_ascii_digit()).count();
        // 一九四四年; 三十二: a year, a part of a number that is no row of digits.
        let goes_on = after(text, found.end(), 1).starts_with(['年', '十', '百', '千', '万', '月', '点'])
            || before(text, found.start(), 1).ends_with(['十', '百', '千', '万']);
        if characters < FEWEST || goes_on && digits < 8 {
            continue;
        }
        let cue = numbers::cue(text, &found.range());
        let kind = match (digits, cue) {
            (6, Some(NumberCue::Personal(FindingKind::Postcode))) => FindingKind::Postcode,
            (5.., Some(NumberCue::Personal(kind))) if kind != FindingKind::Postcode => kind,
            (7..=12, _) => FindingKind::Phone,
            (18, _) => FindingKind::NationalId,
            (13.., _) => FindingKind::BankCard,
            _ => continue,
        };
        marks.push((kind, found.range()));
    }
}
