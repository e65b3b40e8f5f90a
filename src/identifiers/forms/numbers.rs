//! Numbers that belong to one person: identity, health insurance, cards and accounts, phones, records.
//!
//! Where a number has a checksum it decides: a resident identity number (GB 11643-1999, ISO 7064 MOD 11-2), an NHS number
//! (MOD 11), a card (ISO/IEC 7812, Luhn), an account (ISO 13616, MOD 97). Without one a cue word has to stand before it.

use std::ops::Range;

use crate::identifiers::signs::Signs;
use crate::identifiers::{FindingKind, Marks, around, before, is_word, pattern};

/// A number of fewer digits tells nothing, whatever is said before it.
const FEWEST: usize = 4;

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.digits < 2 {
        return;
    }
    if signs.digits >= FEWEST {
        cued(text, signs, marks);
    }
    if signs.capital {
        lettered(text, marks);
    }
    if signs.digits >= SHORTEST_RUN {
        marks.extend(digit_runs(text).into_iter().filter_map(|range| judge(text, range)));
    }
}

const SHORTEST_RUN: usize = 6;

/// Stretches of digits with single separators between them.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let Some(pattern) = pattern!(r"\+?\(?\d(?:[ .()\-]{0,2}\d){5,24}[Xx]?") else { return Vec::new() };
    let whole = |range: &Range<usize>| {
        let (before, after) = around(text, range);
        !is_word(before) && !is_word(after) && !matches!(before, Some('$' | '£' | '€' | '¥' | '#' | '.' | '/'))
    };
    pattern.find_iter(text).map(|m| m.range()).filter(whole).collect()
}

fn judge(text: &str, range: Range<usize>) -> Option<(FindingKind, Range<usize>)> {
    let written = &text[range.clone()];
    let digits = digits(written);
    if is_resident_id(&digits) {
        return Some((FindingKind::NationalId, range));
    }
    if is_card(&digits) && !written.contains(['(', '+']) {
        return Some((FindingKind::BankCard, range));
    }
    if digits.len() == 10 && is_nhs(&digits) && is_grouped(written, &[3, 3, 4]) {
        return Some((FindingKind::NhsNumber, range));
    }
    if pattern!(r"^\d{3}-\d{2}-\d{4}$").is_some_and(|p| p.is_match(written))
        && !matches!(&digits[..3], "000" | "666")
        && !digits.starts_with('9')
    {
        return Some((FindingKind::NationalId, range));
    }
    is_phone(written, &digits, text, &range).then_some((FindingKind::Phone, range))
}

fn digits(written: &str) -> String {
    written.chars().filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x')).map(|c| c.to_ascii_uppercase()).collect()
}

/// Whether the digits stand in one piece, or in groups of these lengths.
fn is_grouped(written: &str, groups: &[usize]) -> bool {
    let parts: Vec<usize> = written.split([' ', '-']).map(str::len).collect();
    parts.len() == 1 || parts == groups
}

/// 17 digits and a check character; the 7th to 14th are a date of birth.
fn is_resident_id(digits: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = digits.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) || !matches!(bytes[0], b'1'..=b'8') {
        return false;
    }
    let number = |range: Range<usize>| digits[range].parse::<u32>().unwrap_or(0);
    let sum: u32 = WEIGHTS.iter().zip(bytes).map(|(weight, byte)| weight * u32::from(byte - b'0')).sum();
    (1850..=2100).contains(&number(6..10))
        && (1..=12).contains(&number(10..12))
        && (1..=31).contains(&number(12..14))
        && bytes[17] == CHECKS[(sum % 11) as usize]
}

fn is_nhs(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    if values.len() != 10 || values.iter().all(|v| *v == values[0]) {
        return false;
    }
    let sum: u32 = values[..9].iter().zip((2..=10).rev()).map(|(value, weight)| value * weight).sum();
    (11 - sum % 11) % 11 == values[9]
}

fn is_card(digits: &str) -> bool {
    let values: Vec<u32> = digits.chars().filter_map(|c| c.to_digit(10)).collect();
    if values.len() != digits.len()
        || !(13..=19).contains(&values.len())
        || !matches!(values[0], 2..=6)
        || values.iter().all(|v| *v == values[0])
    {
        return false;
    }
    let doubled = |n: u32| if n > 4 { 2 * n - 9 } else { 2 * n };
    let sum: u32 = values.iter().rev().enumerate().map(|(at, n)| if at % 2 == 1 { doubled(*n) } else { *n }).sum();
    sum.is_multiple_of(10)
}

/// The forms in which people in Britain, China and North America write their numbers; others as the numbering plans know them.
fn is_phone(written: &str, digits: &str, text: &str, range: &Range<usize>) -> bool {
    let national = |digits: &str| {
        let british = digits.len() >= 10
            && digits.len() <= 11
            && digits.starts_with('0')
            && matches!(digits.as_bytes()[1], b'1' | b'2' | b'3' | b'7' | b'8');
        let chinese = digits.len() == 11 && digits.starts_with('1') && matches!(digits.as_bytes()[1], b'3'..=b'9');
        let chinese_line = (10..=12).contains(&digits.len()) && digits.starts_with('0') && written.contains('-');
        british || chinese || chinese_line
    };
    if digits.contains('X') || digits.len() < 7 || digits.len() > 15 {
        return false;
    }
    if written.starts_with('+') || written.starts_with("(+") || digits.starts_with("00") && digits.len() > 10 {
        return digits.len() >= 9;
    }
    let american = pattern!(r"^(?:1[ .\-])?(?:\(\d{3}\) ?|\d{3}[ .\-])\d{3}[ .\-]\d{4}$").is_some_and(|p| p.is_match(written));
    if american || national(digits) {
        return true;
    }
    let cue = before(text, range.start, 24).to_lowercase();
    let is_cued = ["phone", "mobile", "tel", "call", "ring", "text me", "fax", "电话", "手机", "座机", "拨", "联系"]
        .iter()
        .any(|word| cue.contains(word));
    is_cued
        && [phonenumber::country::GB, phonenumber::country::US, phonenumber::country::CN]
            .into_iter()
            .any(|country| phonenumber::parse(Some(country), written).is_ok_and(|number| phonenumber::is_valid(&number)))
        || is_cued && digits.len() >= 7 && !written.contains('.')
}

/// Numbers with letters in them: accounts, insurance, passports.
fn lettered(text: &str, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>, kind: FindingKind, is: &dyn Fn(&str) -> bool| {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            let (before, after) = around(text, &found.range());
            if !is_word(before) && !is_word(after) && is(found.as_str()) {
                marks.push((kind, found.range()));
            }
        }
    };
    take(pattern!(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?"), FindingKind::BankCard, &is_iban);
    let any = |_: &str| true;
    // QQ is the prefix of examples, and what people write who mean to be careful.
    take(pattern!(r"(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\d{2} ?\d{2} ?\d{2} ?[A-D]"), FindingKind::NationalId, &any);
    take(pattern!(r"[DEGHPS][A-Z]?\d{8}"), FindingKind::NationalId, &any);
}

fn is_iban(written: &str) -> bool {
    let plain: String = written.chars().filter(|c| *c != ' ').collect();
    if plain.len() < 15 {
        return false;
    }
    let turned = plain.chars().skip(4).chain(plain.chars().take(4));
    let rest = turned.filter_map(|c| c.to_digit(36)).fold(0, |rest, value| (rest * if value > 9 { 100 } else { 10 } + value) % 97);
    rest == 1
}

/// A number after a word that says what it is.
fn cued(text: &str, signs: &Signs, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>, kind: FindingKind| {
        for found in pattern.into_iter().flat_map(|p| p.captures_iter(text)) {
            let Some(number) = found.get(1) else { continue };
            let is_ethics = ["IRB", "REC", "IRAS", "ISRCTN", "NCT"].iter().any(|prefix| number.as_str().to_uppercase().starts_with(prefix));
            if number.as_str().chars().filter(char::is_ascii_digit).count() >= FEWEST && !is_ethics {
                marks.push((kind, number.range()));
            }
        }
    };
    const LINK: &str = r"(?:'s|s)?(?:\s*(?:is|was|are|:|#|=|,|no\.?|number|nos\.?|id|code|ending))*\s*";
    const VALUE: &str = r"((?:[A-Za-z]{1,4}[ \-]?)?\d[\dA-Za-z]*(?:[/ \-]\d[\dA-Za-z]*){0,5})";
    if signs.letter {
        take(
            pattern!(&format!(
                r"(?i)(?-u:\b)(?:MRN|hospital (?:number|no(?-u:\b)\.?|id)|patient (?:number|no(?-u:\b)\.?|id)|case (?:number|no(?-u:\b)\.?|id|file)|(?:medical|health|clinic|chart|hospital|patient) record|record (?:number|no(?-u:\b)\.?)|chart|file|notes? number|unit number|registration number|admission number|policy number|membership number|member id|claim number|docket|dossier){LINK}{VALUE}"
            )),
            FindingKind::Mrn,
        );
        take(pattern!(&format!(r"(?i)(?-u:\b)NHS{LINK}((?:\d[ \-]?){{9,10}}\d?)")), FindingKind::NhsNumber);
        take(
            pattern!(&format!(
                r"(?i)(?-u:\b)(?:passport|national insurance|social security|driving licen[cs]e|driver's licen[cs]e|identity card|ID card|tax){LINK}{VALUE}"
            )),
            FindingKind::NationalId,
        );
        take(pattern!(&format!(r"(?i)(?-u:\b)(?:card|account|sort code|IBAN){LINK}(\d(?:[ \-]?\d){{5,22}})")), FindingKind::BankCard);
    }
    if signs.cjk {
        take(
            pattern!(
                r"(?:病[历案](?:号|编号)?|住院(?:号|编号)?|门诊号|档案(?:号|编号)?|就诊卡?号?|诊疗卡号?|登记号|检查号|患者编号|卡号尾号|工号|学号|保单号?)(?:码|就)?[是为:：]?\s*([A-Za-z]{0,4}-?\d[\d\-/]{3,})"
            ),
            FindingKind::Mrn,
        );
        take(
            pattern!(r"(?:医保|社保|新农合|参保)(?:卡|证)?(?:号|编号)?(?:码)?[是为:：]?\s*([A-Za-z]{0,3}\d{6,20})"),
            FindingKind::NhsNumber,
        );
        take(
            pattern!(r"(?:身份证|护照|驾驶?证|军官证|通行证)(?:号|号码|编号)?[是为:：]?\s*([A-Za-z]{0,2}\d{7,17}[\dXx]?)"),
            FindingKind::NationalId,
        );
        take(
            pattern!(r"(?:银行卡|信用卡|储蓄卡|卡号|账号|帐号|账户)(?:号|号码)?[是为:：]?\s*(\d(?:[ \-]?\d){7,22})"),
            FindingKind::BankCard,
        );
    }
    // A Chinese card without its check digit is one all the same.
    take(pattern!(r"(?:^|[^\d])(62\d{2}(?: ?\d{4}){3}(?: ?\d{1,3})?)(?:[^\d]|$)"), FindingKind::BankCard);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(FindingKind, &str)> {
        crate::identifiers::marked(mark, text)
    }

    #[test]
    fn checksums_decide() {
        assert_eq!(found("on 4539 1488 0343 6467 it"), [(FindingKind::BankCard, "4539 1488 0343 6467")]);
        assert!(found("on 4539 1488 0343 6468 it").is_empty());
        assert_eq!(found("it is 943 476 5919 now"), [(FindingKind::NhsNumber, "943 476 5919")]);
        assert_eq!(found("号11010519491231002X的"), [(FindingKind::NationalId, "11010519491231002X")]);
        assert!(found("号110105194912310021的").iter().all(|(kind, _)| *kind != FindingKind::NationalId));
        assert_eq!(found("GB82 WEST 1234 5698 7654 32"), [(FindingKind::BankCard, "GB82 WEST 1234 5698 7654 32")]);
    }

    #[test]
    fn phones_have_many_forms() {
        for phone in [
            "07911 123456",
            "+44 20 7946 0018",
            "020 7946 0018",
            "(212) 555-0147",
            "212-555-0147",
            "13812345678",
            "010-65529988",
            "138-1234-5678",
        ] {
            assert_eq!(found(&format!("on {phone} then")), [(FindingKind::Phone, phone)]);
        }
    }

    #[test]
    fn record_numbers_have_a_cue() {
        assert_eq!(found("Hospital number is K204417."), [(FindingKind::Mrn, "K204417")]);
        assert_eq!(found("住院号30029481，"), [(FindingKind::Mrn, "30029481")]);
        assert!(found("K204417 steps").is_empty());
    }

    #[test]
    fn doses_money_and_references_are_none() {
        for text in [
            "from 250 mg to 500 mg",
            "it cost £120000",
            "IRB-2021-404",
            "95% CI 2.1-3.9",
            "in 1984 1985 1986",
            "about 20000 people",
            "dial 999",
            "on 116 123",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
