//! Numbers that belong to one person, by what is said beside them: records, insurance, identity documents, accounts, phones,
//! postcodes. The cue may be some words away, before the number or behind it.

use crate::identifiers::characters::{after, around, before, is_word};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::Signs;
use crate::identifiers::word_list::{WordList, word_list};
use std::ops::Range;

/// What numbers are called, by what they are.
const CUES: [(FindingKind, WordList); 7] = [
    (FindingKind::NhsNumber, word_list!("zh/health-cues.txt")),
    (FindingKind::NationalId, word_list!("zh/identity-cues.txt")),
    (FindingKind::BankCard, word_list!("zh/account-cues.txt")),
    (FindingKind::Phone, word_list!("zh/phone-cues.txt")),
    (FindingKind::Postcode, word_list!("zh/postcode-cues.txt")),
    (FindingKind::Vehicle, word_list!("zh/vehicle-cues.txt")),
    (FindingKind::Mrn, word_list!("zh/record-cues.txt")),
];
/// What numbers are called that are everybody's.
const PUBLIC: WordList = word_list!("zh/public-number-cues.txt");
/// What makes a number an amount.
const UNITS: WordList = word_list!("zh/number-units.txt");

/// A number of fewer digits tells nothing, whatever is said of it.
const FEWEST: usize = 4;
/// A number of so many digits is somebody's, whatever is said of it, unless it is an amount or everybody's.
const LONG: usize = 8;
/// How many characters a cue may be before a number, and behind it.
const FARTHEST: usize = 28;
const FARTHEST_BEHIND: usize = 14;

/// What is said of a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberCue {
    Personal(FindingKind),
    /// It is everybody's: of an approval, a book, a drug.
    Public,
}

/// A number with whatever signs are between its parts.
struct Number<'t> {
    written: &'t str,
    range: Range<usize>,
    digits: usize,
    letters: usize,
}

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.digits < FEWEST {
        return;
    }
    for number in numbers(text) {
        marks.extend(kind(text, &number).map(|kind| (kind, number.range)));
    }
}

fn numbers(text: &str) -> impl Iterator<Item = Number<'_>> {
    let pattern = pattern!(
        r"(?:[A-Za-z]{1,6}[ \-–·/(]{0,3}|\()?\d[0-9A-Za-z]*(?:[ \-–·./()\[\]]{1,3}[A-Z]{0,3}\d[0-9A-Za-z]*|[ ·\-]{1,3}[A-Z]+(?-u:\b)|-[\u{4e00}-\u{9fff}]{1,2}-?\d[0-9A-Za-z]*|\([0-9A]\))*"
    );
    pattern.into_iter().flat_map(|p| p.find_iter(text)).map(|found| {
        let written = found.as_str();
        let digits = written.bytes().filter(u8::is_ascii_digit).count();
        Number { written, range: found.range(), digits, letters: written.bytes().filter(u8::is_ascii_alphabetic).count() }
    })
}

/// What a number is; none if it is nobody's.
fn kind(text: &str, number: &Number) -> Option<FindingKind> {
    let (ahead, behind) = around(text, &number.range);
    let is_part = is_word(ahead) || is_word(behind) || matches!(ahead, Some('.' | '$' | '¥' | '£' | '€' | '@' | '_' | '/' | '%'));
    // 400-…: a firm's or a helpline's, which everybody may call.
    let is_service = number.digits == 10 && number.letters == 0 && number.written.starts_with("400");
    // P18-06: a study's own name for a quote.
    let is_reference = pattern!(r"^[A-Z]{1,2}\d{1,3}-\d{1,2}$").is_some_and(|p| p.is_match(number.written)) && number.digits < LONG - 2;
    if number.digits < FEWEST || is_part || is_service || is_reference || is_date(number.written) {
        return None;
    }
    let has_public_prefix = pattern!(r"(?i)^(?:NCT|ChiCTR|ISBN|ISSN|DOI|GB|WS|IRB|PMID|PMC|No|YY|SC)");
    let cue = cue(text, &number.range);
    // 病历号604-3389: a span of numbers is none where a record is spoken of, unless its ends are near each other.
    let is_record = cue == Some(NumberCue::Personal(FindingKind::Mrn)) && number.digits > 5 && is_uneven(number.written);
    if !is_record && is_amount(text, number) {
        return None;
    }
    if cue == Some(NumberCue::Public) || has_public_prefix.is_some_and(|p| p.is_match(number.written)) {
        return None;
    }
    if let Some(kind) = by_form(number) {
        return Some(kind);
    }
    match cue {
        Some(NumberCue::Personal(kind)) if fits(kind, number) => return Some(kind),
        // Nobody counts with a nought at the beginning.
        _ if number.digits >= LONG || number.digits == LONG - 1 && number.written.starts_with('0') => {
            return Some(if number.digits >= 12 { FindingKind::BankCard } else { FindingKind::Mrn });
        }
        _ => {}
    }
    // Six figures by themselves where something is filled in or sent.
    (number.digits == 6
        && number.letters == 0
        && pattern!(r"填|写|寄|信|邮|收|地址|住址").is_some_and(|p| p.is_match(before(text, number.range.start, FARTHEST))))
    .then_some(FindingKind::Postcode)
}

/// Documents whose form is their own: passes, passports, the identity cards of Hong Kong and Taiwan.
fn by_form(number: &Number) -> Option<FindingKind> {
    let compact: String = number.written.chars().filter(|c| *c != ' ').collect();
    pattern!(r"^(?:[CHMW]\d{8}|E[A-HJ-NP-Z]\d{7}|[A-Z]{1,2}\d{6}\([0-9A]\)|[A-Z][12]\d{8}|[DEGPS]\d{8})$")
        .is_some_and(|p| p.is_match(&compact))
        .then_some(FindingKind::NationalId)
}

/// What is said of the number at a range: by the nearest cue before it in its sentence, else by one right behind it.
pub fn cue(text: &str, range: &Range<usize>) -> Option<NumberCue> {
    static PATTERN: Pattern = Pattern::new();
    let cues = PATTERN.get(|| {
        let groups: Vec<String> = CUES.iter().map(|(_, words)| format!("({})", words.alternatives())).collect();
        format!("{}|{}", PUBLIC.alternatives(), groups.join("|"))
    })?;
    let kind = |found: regex::Captures| {
        let personal = (1..).zip(CUES).find_map(|(group, (kind, _))| found.get(group).map(|_| NumberCue::Personal(kind)));
        Some(personal.unwrap_or(NumberCue::Public))
    };
    let ahead = before(text, range.start, FARTHEST);
    let ahead = ahead.rsplit(['。', '！', '；', '!']).next().unwrap_or_default();
    let behind = after(text, range.end, FARTHEST_BEHIND);
    let behind = behind.split(['。', '！', '？', '；', '!', '?']).next().unwrap_or_default();
    let near = behind.split(['，', ',']).next().unwrap_or_default();
    // 730913这个邮编: what is right behind says it best.
    let right_behind = near.starts_with(['这', '号', '的']).then(|| cues.captures(near).and_then(kind)).flatten();
    right_behind.or_else(|| cues.captures_iter(ahead).last().and_then(kind)).or_else(|| cues.captures(behind).and_then(kind))
}

/// Whether a number can be what its cue says.
fn fits(kind: FindingKind, number: &Number) -> bool {
    let (digits, letters) = (number.digits, number.letters);
    let is_year = digits == 4 && letters == 0 && (number.written.starts_with("19") || number.written.starts_with("20"));
    match kind {
        _ if is_year => false,
        FindingKind::Mrn => digits <= 20,
        FindingKind::NationalId => (6..=20).contains(&digits),
        FindingKind::NhsNumber => (6..=20).contains(&digits),
        FindingKind::BankCard => (6..=24).contains(&digits),
        FindingKind::Phone => (7..=15).contains(&digits) && letters == 0,
        FindingKind::Postcode => digits == 6 && letters == 0,
        FindingKind::Vehicle => (4..=17).contains(&digits) && letters > 0,
        _ => false,
    }
}

fn is_amount(text: &str, number: &Number) -> bool {
    static PATTERN: Pattern = Pattern::new();
    let unit = PATTERN.get(|| format!("^ ?(?:多|余|几|来)?{}", UNITS.alternatives()));
    // A decimal, or a span of numbers, of which none begins with a nought.
    let is_decimal = pattern!(r"^\d+\.\d+$|^[1-9]\d*(?:\.\d+)?[-–][1-9]\d*(?:\.\d+)?$").is_some_and(|p| p.is_match(number.written))
        && number.digits < LONG;
    is_decimal || unit.is_some_and(|p| p.is_match(after(text, number.range.end, 4)))
}

/// 604-3389: two numbers of unlike length.
fn is_uneven(written: &str) -> bool {
    written.split_once('-').is_some_and(|(first, second)| !second.contains(['-', '.']) && first.len() != second.len())
}

/// 2018-09-03, 2018.9: dates are looked for elsewhere.
fn is_date(written: &str) -> bool {
    pattern!(r"^(?:1[89]|20)\d\d ?[-./–] ?\d{1,2}(?: ?[-./–] ?\d{1,2})?$|^(?:1[89]|20)\d\d ?[-–] ?(?:1[89]|20)\d\d$")
        .is_some_and(|p| p.is_match(written))
}
