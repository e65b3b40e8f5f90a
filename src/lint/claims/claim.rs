//! A claim as it was read, whatever the language: how many, of whom, and which numbers that allows.

use std::ops::Range;

use super::who::Who;
use crate::model::Settings;

/// How many are claimed.
#[derive(Clone, Debug, PartialEq)]
pub enum Amount {
    Exact(u32),
    AtLeast(u32),
    AtMost(u32),
    /// All less some.
    AllBut(u32),
    All,
    Nobody,
    /// "half", "a third".
    Share(u32, u32),
    MoreThanShare(u32, u32),
    LessThanShare(u32, u32),
    /// "most": one of the study's own words.
    Band(&'static str),
    /// "70 %", and how many digits are behind the point.
    Percent(f64, usize),
    /// It names a whole only, "of the 20 participants", or its amount cannot be judged.
    Open,
    /// It says how many there are in all.
    Total(u32),
}

/// A claim and the pieces of the sentence it is made of.
#[derive(Clone, Debug)]
pub struct Claim {
    pub at: Range<usize>,
    pub amount: Amount,
    /// "14 of 20": the 20.
    pub of: Option<u32>,
    pub who: Who,
    /// "(70 %)" beside it.
    pub percent: Option<(f64, usize)>,
}

impl Claim {
    pub fn new(at: Range<usize>, amount: Amount, who: Who) -> Claim {
        Claim { at, amount, of: None, who, percent: None }
    }

    /// Whether it is words alone, without a number.
    pub fn is_word(&self) -> bool {
        self.of.is_none() && matches!(self.amount, Amount::All | Amount::Nobody | Amount::Band(_))
    }
}

impl Amount {
    /// The fewest and the most of a whole that it allows; nothing where the study does not say what the word means.
    pub fn allows(&self, whole: u32, settings: &Settings) -> Option<(u32, u32)> {
        let share = |a: u32, b: u32| f64::from(whole) * f64::from(a) / f64::from(b);
        Some(match *self {
            Amount::Exact(n) => (n, n),
            Amount::AtLeast(n) => (n, whole.max(n)),
            Amount::AtMost(n) => (0, n),
            Amount::AllBut(n) => (whole.saturating_sub(n), whole.saturating_sub(n)),
            Amount::All => (whole, whole),
            Amount::Nobody => (0, 0),
            Amount::Share(a, b) => {
                // Nearest whole people, and a twentieth to either side: nobody means it more closely.
                let slack = (f64::from(whole) / 20.0).max(0.999);
                ((share(a, b) - slack).ceil().max(0.0) as u32, (share(a, b) + slack).floor() as u32)
            }
            Amount::MoreThanShare(a, b) => ((share(a, b) + 1e-9).floor() as u32 + 1, whole),
            Amount::LessThanShare(a, b) => (0, ((share(a, b) - 1e-9).ceil() as u32).saturating_sub(1)),
            Amount::Band("majority") => (whole / 2 + 1, whole),
            Amount::Band("minority") => (1, whole.saturating_sub(1) / 2),
            Amount::Band(word) => {
                let at = settings.words.iter().position(|(name, _)| &**name == word)?;
                let least = at.checked_sub(1).map_or(0.0, |before| settings.words[before].1);
                let reach = |share: f64| (share * f64::from(whole) + 1e-9).floor() as u32;
                (reach(least) + 1, reach(settings.words[at].1))
            }
            Amount::Percent(p, digits) => {
                let near: Vec<u32> = (0..=whole).filter(|n| is_percent(*n, whole, p, digits)).collect();
                let (Some(first), Some(last)) = (near.first(), near.last()) else { return None };
                (*first, *last)
            }
            Amount::Open | Amount::Total(_) => return None,
        })
    }
}

/// Whether a share, rounded either way, is so many per cent.
pub fn is_percent(n: u32, whole: u32, percent: f64, digits: usize) -> bool {
    let exact = 100.0 * f64::from(n) / f64::from(whole.max(1));
    let unit = 10f64.powi(-(digits.min(6) as i32));
    (exact - percent).abs() <= unit / 2.0 + 1e-9
}
