//! "all", "none", "most", "half": amounts without a number.

use super::super::claim::{Amount, Claim};
use super::super::number;
use super::super::vocabulary::SAY;
use super::super::who::Who;
use super::reader::EnglishReader;

impl EnglishReader<'_, '_> {
    /// "all", "none", "most", "half" and their kin.
    pub(super) fn quantifier(&self, at: usize) -> Option<(Option<Claim>, usize)> {
        let s = self.s;
        if s.is(at, &["all"]) && s.is(at + 1, &["but"]) && s.number(at + 2).is_some() {
            let n = s.number(at + 2)?;
            let whole = self.whole(at + 3).map(|w| (w.of, w.who, w.end));
            let (of, who, end) =
                whole.or_else(|| self.groups.subject(s, at + 3).map(|(who, end)| (None, who, end))).unwrap_or((None, Who::Unsaid, at + 3));
            return (who != Who::Unsaid || s.is(end, SAY))
                .then(|| (Some(Claim { of, ..Claim::new(at..end, Amount::AllBut(n), who) }), end));
        }
        let (amount, next) = self.amount(at)?;
        let before = at.checked_sub(1).map_or("", |b| s.word(b));
        let loose = [
            "not",
            "nearly",
            "almost",
            "about",
            "around",
            "roughly",
            "virtually",
            "practically",
            "hardly",
            "the",
            "these",
            "those",
            "than",
            "approximately",
        ];
        if loose.contains(&before) && !(before == "than" || before == "the") {
            return Some((None, next));
        }
        let (amount, from) = match (amount, at.checked_sub(2).map_or("", |b| s.word(b)), before) {
            (Amount::Share(a, b), "more", "than") => (Amount::MoreThanShare(a, b), at - 2),
            (Amount::Share(a, b), "less" | "fewer", "than") => (Amount::LessThanShare(a, b), at - 2),
            (_, _, "than" | "the") => return Some((None, next)),
            (Amount::Share(a, b), _, "over") => (Amount::MoreThanShare(a, b), at - 1),
            (amount, _, "only" | "just" | "exactly") => (amount, at - 1),
            (amount, ..) => (amount, at),
        };
        // "all of the 20 participants", "all the participants", "all 20", "most participants".
        if let Some(whole) = self.whole(next) {
            let claim = Claim { of: whole.of, ..Claim::new(from..whole.end, amount, whole.who) };
            return Some((Some(claim), whole.end));
        }
        let next = next + usize::from(s.is(next, &["the", "our"]));
        if let Some(of) = s.number(next).filter(|_| matches!(amount, Amount::All | Amount::Share(..))) {
            let (who, end) = self.groups.subject(s, next + 1).or_else(|| self.stands_alone(next + 1).then_some((Who::Unsaid, next + 1)))?;
            return Some((Some(Claim { of: Some(of), ..Claim::new(from..end, amount, who) }), end));
        }
        if let Some((who, end)) = self.groups.subject(s, next) {
            return Some((Some(Claim::new(from..end, amount, who)), end));
        }
        // "Most spoke of …", "None mentioned …", at the beginning of a sentence.
        let here = s.is(next, &["in"]) && s.is(next + 1, &["the", "this", "our"]) && s.is(next + 2, &["study"]);
        let next = if here { next + 3 } else { next };
        let bare = matches!(amount, Amount::Nobody | Amount::All | Amount::Band(_) | Amount::MoreThanShare(..));
        (bare && from == 0 && s.is(next, SAY)).then(|| (Some(Claim::new(from..next, amount, Who::Unsaid)), next))
    }

    fn amount(&self, at: usize) -> Option<(Amount, usize)> {
        let s = self.s;
        let parts = |word: &str| match word {
            "half" | "halves" => Some(2),
            "third" | "thirds" => Some(3),
            "quarter" | "quarters" => Some(4),
            _ => None,
        };
        if let (Some(n), Some(of)) = (s.number(at), parts(s.word(at + 1))) {
            return (n < of).then_some((Amount::Share(n, of), at + 2));
        }
        if let Some((n, of)) = s.word(at).split_once('-')
            && let (Some(n), Some(of)) = (number::english(n), parts(of))
        {
            return (n < of).then_some((Amount::Share(n, of), at + 1));
        }
        Some(match s.word(at) {
            "all" | "every" | "each" | "everyone" | "everybody" => (Amount::All, at + 1),
            "none" | "nobody" => (Amount::Nobody, at + 1),
            "no" if s.is(at + 1, &["one"]) || s.number(at + 1) == Some(1) => (Amount::Nobody, at + 2),
            "no" => (Amount::Nobody, at + 1),
            "a" if s.is(at + 1, &["few"]) => (Amount::Band("few"), at + 2),
            "a" | "the" if s.is(at + 1, &["majority", "minority"]) => {
                (Amount::Band(if s.is(at + 1, &["majority"]) { "majority" } else { "minority" }), at + 2)
            }
            "few" => (Amount::Band("few"), at + 1),
            "some" => (Amount::Band("some"), at + 1),
            "many" => (Amount::Band("many"), at + 1),
            "most" => (Amount::Band("most"), at + 1),
            "half" => (Amount::Share(1, 2), at + 1),
            "a" => (Amount::Share(1, parts(s.word(at + 1)).filter(|p| *p > 2)?), at + 2),
            _ => return None,
        })
    }
}
