//! Numbers that belong to one person: identity, health insurance, cards and accounts, phones, records.
//!
//! Where a number's own form or checksum says what it is, that decides. Else a cue has to be near it: a word that says what sort of
//! number it is, some words before or just behind.

use super::tokens::{Token, tokens};
use super::{countries, phones};
use crate::identifiers::characters::{after, before, is_apart};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::word_list::WordList;

/// A number of fewer digits tells nothing, whatever is said of it.
const FEWEST: usize = 4;

/// What a language says before a number that is somebody's.
pub struct NumberWords {
    /// What numbers are called, by what they are. These words are cues for [`Cue::Records`].
    pub cues: &'static [(FindingKind, WordList)],
    /// Behind a number makes it an amount. A pattern.
    pub units: &'static str,
    /// Whether words may end in a cue, as compounds do.
    pub compounds: bool,
    /// Whether codes of letters and digits are marked without a cue; one language is enough.
    pub finds_codes: bool,
    pub patterns: [Pattern; 2],
}

/// Numbers by their own form.
pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.digits >= phones::FEWEST {
        phones::mark(text, marks);
    }
    if signs.digits >= 5 || signs.capital && signs.digits >= 2 {
        for token in tokens(text, 2) {
            // Few digits are a number only in the forms of ten and sixteen characters.
            if token.digits < 5 && !matches!(token.compact.len(), 10 | 16) {
                continue;
            }
            if let Some(kind) = countries::kind(&token) {
                marks.push((kind, token.range));
                continue;
            }
            // Two numbers that follow each other: each by itself.
            for part in parts(&token).filter(|part| part.compact.len() >= 8) {
                marks.extend(countries::kind(&part).map(|kind| (kind, part.range)));
            }
        }
    }
    if signs.capital && signs.digits >= FEWEST {
        lettered(text, marks);
    }
}

/// The parts of a token between spaces, where there are several.
fn parts<'t>(token: &Token<'t>) -> impl Iterator<Item = Token<'t>> {
    let (written, start) = (token.written, token.range.start);
    let mut at = 0;
    written.split(' ').filter(move |part| part.len() < written.len()).map(move |part| {
        let from = at;
        at += part.len() + 1;
        let mut part = Token::new(written, from..from + part.len());
        part.range = start + from..start + from + part.written.len();
        part
    })
}

/// Accounts, and numbers whose letters stand apart from their digits.
fn lettered(text: &str, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>, kind: FindingKind, is: &dyn Fn(&str) -> bool| {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            if is_apart(text, &found.range()) && is(found.as_str()) {
                marks.push((kind, found.range()));
            }
        }
    };
    let is_iban = |written: &str| super::checksums::is_iban(&written.chars().filter(|c| *c != ' ').collect::<String>());
    take(pattern!(r"[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?"), FindingKind::BankCard, &is_iban);
    let any = |_: &str| true;
    take(pattern!(r"(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\d{2} ?\d{2} ?\d{2} ?[A-D]"), FindingKind::NationalId, &any);
    // China's passports and passes, Britain's driving licences with their spaces.
    // China approves drugs under numbers of the same form.
    take(pattern!(r"[DEGHPS][A-Z]?\d{8}"), FindingKind::NationalId, &|_| !text.contains("准字"));
    take(pattern!(r"[A-Z9]{5} ?\d{6} ?[A-Z9]{2} ?\d ?[A-Z]{2}"), FindingKind::NationalId, &|w| w.bytes().any(|b| b.is_ascii_digit()));
    take(pattern!(r"[A-Z]{3} ?[A-Z]{3} ?\d\d[A-EHLMPR-T]\d\d ?[A-Z]\d{3}[A-Z]"), FindingKind::NationalId, &any);
    // The file of a court.
    take(pattern!(r"\d{1,4} (?:[A-Z][A-Za-z]{0,4}|[IVX]{1,6}) \d{1,6}/\d{2}"), FindingKind::Mrn, &any);
    // A Chinese card without its check digit is one all the same.
    take(pattern!(r"62\d{2}(?: ?\d{4}){3}(?: ?\d{1,3})?"), FindingKind::BankCard, &any);
    // A sort code and an account.
    take(
        pattern!(r"\d\d[\- ]\d\d[\- ]\d\d,? {1,2}(?:(?:and|then|account|acc|a/c|number|no\.?) ){0,3}\d{7,8}"),
        FindingKind::BankCard,
        &any,
    );
}

impl NumberWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        if signs.digits < 2 || !(signs.has(Cue::Records) || self.finds_codes && signs.capital && signs.digits >= 5) {
            return;
        }
        let tokens = tokens(text, 2);
        for token in &tokens {
            if self.is_amount(text, token) {
                continue;
            }
            let cued = self.cue_before(text, token.first_digit()).filter(|kind| fits(*kind, token));
            let cued = cued.or_else(|| self.cue_after(text, token.range.end).filter(|kind| fits(*kind, token)));
            let Some(kind) = cued.or_else(|| self.is_code(text, token).then_some(FindingKind::Mrn)) else { continue };
            marks.push((countries::kind_with_cue(token).filter(|_| kind == FindingKind::Mrn).unwrap_or(kind), token.range.clone()));
        }
    }

    /// Letters, a sign and many digits: what only a register writes so, save where it is a study's own approval or grant.
    fn is_code(&self, text: &str, token: &Token) -> bool {
        self.finds_codes
            && token.digits >= 5
            && pattern!(r"^(?:[A-Z]{2,8}[\-/](?:\d{2,}|[A-Z]{1,3}(?-u:\b))[\dA-Z\-/]*|[A-Z]{1,2}\d{7,9}|\d{3,}[\-/]\d{3,}[\-/]\d{2,})$").is_some_and(|p| p.is_match(token.written))
            && !pattern!(r"(?i)ethic|approv|grant|fund|award|regist|trial|protocol|clinicaltrials|prospero|doi|isbn|issn|version|licen|model|build|software|grant|catalog|archive|icd|code|award|(?-u:\b)(?:rec|irb|ref)(?-u:\b)")
                .is_some_and(|p| p.is_match(before(text, token.range.start, 64)) || p.is_match(token.written))
    }

    /// What the number behind a place is, by the nearest cue before it: in the same sentence or the one before, not far away.
    pub fn cue_before(&self, text: &str, at: usize) -> Option<FindingKind> {
        const FARTHEST: usize = 64;
        let behind = before(text, at, FARTHEST);
        let start =
            behind.rmatch_indices(['.', '!', '?']).filter(|(end, _)| behind[end + 1..].starts_with(' ')).nth(1).map_or(0, |(end, _)| end);
        let cues: Vec<&str> = self.cues()?.find_iter(&behind[start..]).map(|cue| cue.as_str()).collect();
        let last = cues.last()?;
        // "my passport, number …": what sort of number was said before.
        let is_bare = matches!(last.to_lowercase().as_str(), "number" | "numbers" | "nummer");
        let said = cues.iter().rev().nth(1).filter(|_| is_bare).unwrap_or(last);
        self.kind_of(said)
    }

    fn cue_after(&self, text: &str, at: usize) -> Option<FindingKind> {
        const FARTHEST: usize = 26;
        let ahead = after(text, at, FARTHEST);
        let ahead = &ahead[..ahead.find(['.', '!', '?', ';', '\n']).unwrap_or(ahead.len())];
        self.kind_of(self.cues()?.find(ahead)?.as_str()).filter(|kind| *kind != FindingKind::Phone)
    }

    /// What a cue is for: the list that has it, or where words are put together, the one that has its end.
    fn kind_of(&self, cue: &str) -> Option<FindingKind> {
        let lower = cue.to_lowercase();
        let cue = lower.strip_suffix("'s").unwrap_or(&lower);
        let whole = self.cues.iter().find(|(_, words)| {
            words.contains(&lower) || words.contains(cue) || cue.strip_suffix('s').is_some_and(|cue| words.contains(cue))
        });
        let found = whole.or_else(|| self.cues.iter().find(|(_, words)| words.entries().any(|word| cue.ends_with(word))));
        found.map(|(kind, _)| *kind)
    }

    fn cues(&self) -> Option<&regex::Regex> {
        self.patterns[0].get(|| {
            // A few letters end too many words.
            const SHORT: usize = 4;
            let of = |is: &dyn Fn(&&str) -> bool| {
                let mut words: Vec<&str> = self.cues.iter().flat_map(|(_, words)| words.entries()).filter(is).collect();
                words.sort_by_key(|word| std::cmp::Reverse(word.len()));
                words.into_iter().map(regex::escape).collect::<Vec<_>>().join("|")
            };
            let all = if self.compounds {
                format!(r"\p{{L}}*?(?:{})|{}", of(&|word| word.len() > SHORT), of(&|word| word.len() <= SHORT))
            } else {
                of(&|_| true)
            };
            format!(r"(?i)\b(?:{all})(?:'?s)?\b")
        })
    }

    fn is_amount(&self, text: &str, token: &Token) -> bool {
        let is_ethics =
            ["IRB", "REC", "IRAS", "ISRCTN", "NCT", "ISBN", "ISSN", "DOI"].iter().any(|prefix| token.compact.starts_with(prefix));
        let lower = || token.written.bytes().any(|b| b.is_ascii_lowercase());
        let is_ordinal = || {
            lower()
                && pattern!(r"(?i)\d(?:st|nd|rd|th|am|pm|mg|ml|kg|cm|mm|km|mcg|s|k|g|hrs?|x)$").is_some_and(|p| p.is_match(token.written))
        };
        let is_approval = || {
            pattern!(r"(?i)\b(?:ethics?|irb|clinicaltrials|prospero|doi|isbn|grant|approval)\b")
                .is_some_and(|p| p.is_match(before(text, token.range.start, 60)))
        };
        is_ethics
            || is_approval()
            || is_ordinal()
            || self.patterns[1].is_match(|| format!(r"(?i)^ ?(?:{})\b", self.units), after(text, token.range.end, 20))
    }
}

/// Whether a token can be what its cue says.
fn fits(kind: FindingKind, token: &Token) -> bool {
    let (digits, length) = (token.digits, token.compact.len());
    if token.is_year() {
        return false;
    }
    match kind {
        FindingKind::Mrn => digits >= FEWEST && length <= 20,
        FindingKind::NationalId => digits >= 5 && (6..=24).contains(&length),
        FindingKind::NhsNumber => digits >= 5 && (7..=20).contains(&length),
        FindingKind::BankCard => digits >= 6 && length <= 24,
        FindingKind::Phone => (7..=15).contains(&digits) && !token.has_letter(),
        FindingKind::Vehicle => {
            digits >= 2 && length < 17 && token.has_letter() && (4..=10).contains(&length) || length == 17 && digits >= 3
        }
        FindingKind::Postcode => digits >= 2 && (4..=10).contains(&length),
        _ => false,
    }
}
