//! A claim against what the study has.

use super::claim::{Amount, Claim, is_percent};
use super::extent::Extent;
use super::scope;
use super::sentence::{self, Sentence};
use super::who::{self, Who};
use crate::analyse::{Analysis, Basis, Unit};
use crate::model::settings::{Counts, Publish};
use crate::model::{Study, ThemeIx};

/// What is wrong with a claim.
pub struct WrongClaim {
    /// The theme it is about, if it is about one.
    pub theme: Option<ThemeIx>,
    pub message: String,
    pub help: String,
}

pub struct ClaimJudge<'a> {
    pub study: &'a Study,
    pub analysis: &'a Analysis,
}

impl ClaimJudge<'_> {
    /// Judges one of a sentence's claims; `None` where it is right, or nothing can judge it.
    pub fn judge(&self, s: &Sentence, claims: &[Claim], at: usize) -> Option<WrongClaim> {
        let claim = &claims[at];
        let written = s.written(&claim.at);
        let whole = who::total(self.study, &claim.who);
        if let Amount::Total(n) = claim.amount {
            return (n != whole && !is_narrowed(s, claim)).then(|| self.wrong_whole(&written, &claim.who, whole));
        }
        if claim.of.is_some_and(|of| of != whole) {
            // Without a noun, and behind "in the first wave", it may be another whole.
            return (claim.who != Who::Unsaid && !is_narrowed(s, claim)).then(|| self.wrong_whole(&written, &claim.who, whole));
        }
        if let (Amount::Exact(n), Some(of), Some(percent)) = (&claim.amount, claim.of, claim.percent)
            && let Some(wrong) = unlike(*n, of, percent, &written)
        {
            return Some(wrong);
        }
        let (theme, extent) = scope::theme(s, claims, at)?;
        self.about(theme, extent, claim, whole, &written)
    }

    /// A claim about a theme: the numbers it allows and those that the data allow have none in common.
    fn about(&self, theme: ThemeIx, extent: Extent, claim: &Claim, whole: u32, written: &str) -> Option<WrongClaim> {
        if matches!(claim.amount, Amount::Band(_)) && matches!(claim.who, Who::Group(..)) {
            return None;
        }
        let (least, most) = claim.amount.allows(whole, &self.study.settings)?;
        let (spoke, quoted) = who::spoke(self.study, self.analysis, theme, &claim.who);
        let count = self.analysis.count_in(self.study, theme, Unit::Participants);
        // Where voices were not identified more may have spoken than are known.
        let open = count.groups + count.joint > 0;
        let (low, high) = match (extent, count.basis) {
            (Extent::Quoted, _) => (quoted, if open { whole } else { quoted }),
            (Extent::Part, Basis::Quoted) => return None,
            (Extent::Part, _) => (0, if open { whole } else { spoke }),
            (Extent::Whole, Basis::Quoted) => (spoke, whole.max(spoke)),
            (Extent::Whole, _) => (spoke, if open { whole } else { spoke }),
        };
        if least <= high && low <= most && least <= most {
            // "14 participants (65 %)": of all, where nothing else is named.
            return match (&claim.amount, claim.percent) {
                (Amount::Exact(n), Some(p)) if claim.of.is_none() && extent == Extent::Whole => {
                    unlike(*n, whole, p, written).map(|wrong| WrongClaim { theme: Some(theme), ..wrong })
                }
                _ => None,
            };
        }
        let id = &self.study.theme(theme).id;
        let noun = self.noun(&claim.who, whole);
        let (n, has) = match (extent, count.basis) {
            (Extent::Quoted, _) => (quoted, "are quoted on"),
            (_, Basis::Quoted) => (spoke, "are quoted on"),
            _ => (spoke, "spoke of"),
        };
        let has = if n == 1 { has.replace("are", "is") } else { has.to_owned() };
        let band = match claim.amount {
            Amount::Band(word) => self.band(word),
            _ => String::new(),
        };
        let message = format!("“{written}” is not what the study has: {n} of {whole} {noun} {has} `{id}`{band}");
        let help = match (&claim.who, self.study.settings.counts) {
            (Who::Group(..), _) => "correct the number, or the coding".to_owned(),
            (_, Counts::Participants) => format!("write `![[count:{id}]]` in its place and it is always right, or correct the coding"),
            _ => "correct it, or the coding".to_owned(),
        };
        Some(WrongClaim { theme: Some(theme), message, help })
    }

    /// What one of the study's own words means in it.
    fn band(&self, word: &str) -> String {
        let bands = &self.study.settings.words;
        let Some(at) = bands.iter().position(|(name, _)| &**name == word) else { return String::new() };
        let percent = |at: usize| (bands[at].1 * 100.0).round();
        let least = at.checked_sub(1).map_or(String::new(), |before| format!("more than {} % and ", percent(before)));
        format!(", and by `words` in study.yaml “{word}” is {least}up to {} %", percent(at))
    }

    fn wrong_whole(&self, written: &str, who: &Who, whole: u32) -> WrongClaim {
        let noun = self.noun(who, whole);
        WrongClaim {
            theme: None,
            message: format!("“{written}” is not what the study has: there are {whole} {noun}"),
            help: match who {
                Who::Group(..) => "correct the number, or the attributes of the participants".to_owned(),
                _ => "correct the number; those who withdrew are in no count".to_owned(),
            },
        }
    }

    /// "participants", "spouses"; what may be published in totals only is named all the same, to the author alone.
    fn noun(&self, who: &Who, n: u32) -> String {
        match who {
            Who::Group(at, crate::model::AttributeIs::Value(v)) => {
                let attribute = &self.study.settings.attributes[*at];
                debug_assert!(attribute.publish != Publish::No);
                let value = &attribute.values[*v];
                if n == 1 { value.one.to_string() } else { value.many.to_string() }
            }
            _ => if n == 1 { "participant" } else { "participants" }.to_owned(),
        }
    }
}

/// A number and a percentage that are not the same share.
fn unlike(n: u32, of: u32, (percent, digits): (f64, usize), written: &str) -> Option<WrongClaim> {
    (!is_percent(n, of, percent, digits)).then(|| WrongClaim {
        theme: None,
        message: format!("“{written}” does not add up: {n} of {of} is {:.*} %", digits, 100.0 * f64::from(n) / f64::from(of.max(1))),
        help: "correct one of the two".to_owned(),
    })
}

/// Whether the whole may be a part of the study: "5 of 9 participants with children", "in the first wave, …".
fn is_narrowed(s: &Sentence, claim: &Claim) -> bool {
    let behind = s.word(claim.at.end);
    let narrows = [
        "who",
        "whose",
        "whom",
        "with",
        "without",
        "in",
        "from",
        "at",
        "aged",
        "over",
        "under",
        "on",
        "for",
        "that",
        "quoted",
        "coded",
        "asked",
        "above",
        "below",
        "after",
        "before",
        "during",
        "to",
        "by",
        "interviewed",
        "recruited",
        "contacted",
        "approached",
        "invited",
    ];
    let leads = ["in", "among", "at", "during", "before", "after", "by", "within", "with", "for", "elsewhere", "here"];
    let led = claim.at.start > 0 && leads.contains(&s.word(0)) && !(s.is(1, &["all", "total", "this", "our"]));
    let zh = ["其中", "在"].iter().any(|w| s.tokens.first().is_some_and(|t| s.text[t.at.start..].starts_with(w)));
    narrows.contains(&behind) || behind.ends_with("ing") || led || zh
}

/// Whether a sentence claims anything of this study at all.
pub fn claims_nothing(s: &Sentence) -> bool {
    let (Some(first), Some(last)) = (s.tokens.first(), s.tokens.last()) else { return true };
    let question = s.sign(s.tokens.len() - 1) == Some('?');
    question || sentence::is_foreign(&s.text[first.at.start..last.at.end])
}
