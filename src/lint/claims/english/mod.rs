//! Claims in English sentences.
//!
//! A number alone is no claim: it needs "of 20", a noun for the participants or for a group of them, or a verb of speaking
//! right behind it. Where a word before it makes it a part of something ("the other two", "about half"), it is left alone.

mod quantifier;

use super::claim::{Amount, Claim};
use super::sentence::{Kind, Sentence};
use super::words::{Groups, QUOTED, SAY, Who};

/// Every claim of a sentence, in its order.
pub fn claims(s: &Sentence, groups: &Groups) -> Vec<Claim> {
    let reader = Reader { s, groups };
    let mut out = Vec::new();
    let mut at = 0;
    while at < s.tokens.len() {
        match reader.claim(at) {
            Some((claim, end)) => {
                out.extend(claim);
                at = end.max(at + 1);
            }
            None => at += 1,
        }
    }
    out
}

const FRACTIONS: &[&str] = &["third", "thirds", "quarter", "quarters"];

struct Reader<'a, 'b> {
    s: &'a Sentence<'b>,
    groups: &'a Groups,
}

/// "of the 20 participants": how many, who, and where it ends.
struct Whole {
    of: Option<u32>,
    who: Who,
    end: usize,
    percent: Option<(f64, usize)>,
}

/// What stands before an amount and bounds it.
enum Bound {
    Exact,
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

impl Reader<'_, '_> {
    /// The claim that begins here, and where to read on; a claim that cannot be judged is passed over.
    fn claim(&self, at: usize) -> Option<(Option<Claim>, usize)> {
        let s = self.s;
        if let Some(p) = self.percent_at(at) {
            return self.percent(at, p);
        }
        if s.number(at).is_some() && !s.is(at + 1, FRACTIONS) {
            return self.number(at);
        }
        let opens = at == 0 || s.sign(at - 1).is_some();
        if opens && s.is(at, &["of"]) {
            return self.of_whom(at);
        }
        if let Some((claim, end)) = self.n_is(at) {
            return Some((Some(claim), end));
        }
        self.quantifier(at)
    }

    fn number(&self, at: usize) -> Option<(Option<Claim>, usize)> {
        let s = self.s;
        let n = s.number(at)?;
        // "14 to 16", "two or three", "14–16": no number is claimed.
        let ranges = s.is(at + 1, &["to", "or"]) || s.sign(at + 1) == Some('—') || s.sign(at + 1) == Some('-');
        if ranges && s.number(at + 2).is_some() {
            return Some((None, at + 3));
        }
        // "Seven in ten" is a way of speaking.
        if s.is(at + 1, &["in"]) && s.number(at + 2).is_some() {
            return Some((None, at + 3));
        }
        let (from, bound) = self.bound(at)?;
        let amount = match bound {
            Bound::Exact => Amount::Exact(n),
            Bound::AtLeast => Amount::AtLeast(n),
            Bound::MoreThan => Amount::AtLeast(n.saturating_add(1)),
            Bound::AtMost => Amount::AtMost(n),
            Bound::LessThan => Amount::AtMost(n.saturating_sub(1)),
        };
        let (percent, after) = self.bracketed_percent(at + 1);
        if let Some(whole) = self.whole(after).or_else(|| self.slash(at + 1)) {
            let percent = percent.or(whole.percent);
            // "One of the participants" is somebody, not a count.
            if whole.of.is_none() && n == 1 && from == at {
                return Some((None, whole.end));
            }
            return Some((Some(Claim { at: from..whole.end, amount, of: whole.of, who: whole.who, percent }), whole.end));
        }
        if let Some((who, end)) = self.groups.subject(s, after) {
            if let Some(total) = self.total(from, at, n, end) {
                return Some((Some(Claim { who, ..Claim::new(from..end, total, Who::Participants) }), end));
            }
            let somebody = n == 1 && from == at;
            // "14 participants (70 %)", "14 participants out of 20".
            let (behind, end) = if percent.is_none() { self.bracketed_percent(end) } else { (percent, end) };
            let whole = self.whole(end).filter(|w| w.of.is_some() && w.who == Who::Unsaid);
            let (of, end) = whole.map_or((None, end), |w| (w.of, w.end));
            let claim = Claim { percent: behind, of, ..Claim::new(from..end, amount, who) };
            return Some(((!somebody).then_some(claim), end));
        }
        // "Only two spoke of …", "nine are quoted".
        let speaks = s.is(after, SAY) || s.is(after, &["are", "were"]) && s.is(after + 1, QUOTED);
        // "One participant in five" is a share, roughly told.
        let loose = from > 0 && s.is(from - 1, &["in", "from", "to", "than"]);
        (speaks && !loose && (n > 1 || from < at)).then(|| (Some(Claim { percent, ..Claim::new(from..after, amount, Who::Unsaid) }), after))
    }

    /// "participants (n = 20)", "N = 20".
    fn n_is(&self, at: usize) -> Option<(Claim, usize)> {
        let s = self.s;
        let equals = |at: usize| (s.is(at, &["n"]) && s.sign(at + 1) == Some('=')).then(|| s.number(at + 2)).flatten();
        let amount = |n| if s.themes().is_empty() { Amount::Total(n) } else { Amount::Exact(n) };
        if let Some((who, end)) = self.groups.subject(s, at)
            && s.sign(end) == Some('(')
            && let Some(n) = equals(end + 1)
            && s.sign(end + 4) == Some(')')
        {
            return Some((Claim::new(at..end + 5, amount(n), who), end + 5));
        }
        let n = equals(at).filter(|_| s.text[s.tokens[at].at.clone()] == *"N")?;
        Some((Claim::new(at..at + 3, Amount::Total(n), Who::Participants), at + 3))
    }

    /// "of the 20 participants", "out of 20".
    fn whole(&self, at: usize) -> Option<Whole> {
        let s = self.s;
        let at = if s.is(at, &["out"]) { at + 1 } else { at };
        if !s.is(at, &["of"]) {
            return None;
        }
        let mut next = at + 1;
        while s.is(next, &["the", "all", "our", "its"]) {
            next += 1;
        }
        let of = s.number(next);
        let (percent, after) = if of.is_some() { self.bracketed_percent(next + 1) } else { (None, next) };
        if let Some((who, end)) = self.groups.subject(s, after) {
            let (behind, end) = if percent.is_none() { self.bracketed_percent(end) } else { (percent, end) };
            return Some(Whole { of, who, end, percent: behind });
        }
        // "14 of 20 interviews" counts something else.
        (of.is_some() && self.stands_alone(after)).then_some(Whole { of, who: Who::Unsaid, end: after, percent })
    }

    /// "/20 participants".
    fn slash(&self, at: usize) -> Option<Whole> {
        let s = self.s;
        if s.sign(at) != Some('/') {
            return None;
        }
        let of = s.number(at + 1)?;
        let (percent, after) = self.bracketed_percent(at + 2);
        let (who, end) = match self.groups.subject(s, after) {
            Some(found) => found,
            None if self.stands_alone(after) => (Who::Unsaid, after),
            None => return None,
        };
        Some(Whole { of: Some(of), who, end, percent })
    }

    /// Whether a number may stand without a noun before what comes here.
    fn stands_alone(&self, at: usize) -> bool {
        let s = self.s;
        let verb = s.is(at, SAY) || s.is(at, super::words::HOLD) || s.is(at, QUOTED);
        verb || s.is(at, &["were", "was", "are", "had", "have", "did", "also"])
            || !matches!(s.tokens.get(at).map(|t| &t.kind), Some(Kind::Word(_)))
    }

    /// What stands before an amount: where the claim begins, and how it is bound. Nothing, where it is but a part.
    fn bound(&self, at: usize) -> Option<(usize, Bound)> {
        let s = self.s;
        let before = |n: usize| at.checked_sub(n).map_or("", |b| s.word(b));
        // "Between 8 and 9", "8 and 9 participants".
        if at > 1 && s.is(at - 1, &["and"]) && s.number(at - 2).is_some() {
            return None;
        }
        Some(match (before(3), before(2), before(1)) {
            (_, "at", "least") => (at - 2, Bound::AtLeast),
            ("no" | "not", "fewer" | "less", "than") => (at - 3, Bound::AtLeast),
            ("no" | "not", "more", "than") => (at - 3, Bound::AtMost),
            (_, "more", "than") => (at - 2, Bound::MoreThan),
            (_, "fewer" | "less", "than") => (at - 2, Bound::LessThan),
            (_, "at", "most") | (_, "up", "to") => (at - 2, Bound::AtMost),
            (_, _, "over") => (at - 1, Bound::MoreThan),
            (_, _, "only" | "just" | "merely" | "exactly" | "precisely") => (at - 1, Bound::Exact),
            (
                _,
                _,
                "about" | "around" | "roughly" | "approximately" | "nearly" | "almost" | "some" | "circa" | "ca" | "virtually"
                | "practically" | "another" | "other" | "further" | "additional" | "remaining" | "first" | "last" | "next" | "these"
                | "those" | "not" | "than" | "between" | "same" | "hardly" | "barely" | "under" | "question" | "page" | "wave",
            )
            | (_, "close", "to") => return None,
            (_, _, "the" | "their" | "both") if self.groups.subject(s, at + 1).is_some() => return None,
            _ => (at, Bound::Exact),
        })
    }

    /// "20 participants were interviewed", "interviews with 20 participants", "participants (n = 20)".
    fn total(&self, from: usize, at: usize, n: u32, end: usize) -> Option<Amount> {
        let s = self.s;
        if from != at || !s.themes().is_empty() {
            return None;
        }
        let took_part = s.is(end, &["participated"]) && self.ends_clause(end + 1)
            || s.is(end, &["took"]) && s.is(end + 1, &["part"]) && self.ends_clause(end + 2)
            || s.is(end, &["were"]) && s.is(end + 1, &["interviewed", "recruited", "enrolled", "included"]) && self.ends_clause(end + 2);
        // Before it, nothing may narrow the number down.
        let open = ["a", "total", "of", "in", "all", "altogether", "overall", "this", "the", "our", "study"];
        let opens = (0..at).all(|before| s.is(before, &open) || s.sign(before) == Some(','));
        let before = |n: usize, words: &[&str]| at >= n && s.is(at - n, words);
        let held = before(1, &["with"]) && before(2, &["interviews"])
            || before(1, &["interviewed", "included", "comprised"]) && before(2, &["we", "study", "sample"]);
        let asked = held && self.ends_clause(end);
        let among_groups = s.is(end, &["and"]) && s.number(end + 1).is_some();
        let joined = among_groups
            && self
                .groups
                .subject(s, end + 2)
                .is_some_and(|(_, next)| s.is(next, &["took", "participated", "were"]) && self.total(at, at, n, next).is_some());
        ((took_part || joined) && (opens || self.follows_total(at)) || asked).then_some(Amount::Total(n))
    }

    /// The second of "12 spouses and 8 adult children took part".
    fn follows_total(&self, at: usize) -> bool {
        let s = self.s;
        at >= 3 && s.is(at - 1, &["and"]) && s.number(0).is_some() && self.groups.subject(s, 1).is_some_and(|(_, end)| end == at - 1)
    }

    fn ends_clause(&self, at: usize) -> bool {
        let s = self.s;
        match s.tokens.get(at).map(|t| &t.kind) {
            None | Some(Kind::Sign('.' | ',' | ';' | ':' | ')')) => true,
            Some(Kind::Word(w)) if w == "in" => {
                s.is(at + 1, &["total", "all"]) || s.is(at + 1, &["this", "the", "our"]) && s.is(at + 2, &["study"])
            }
            Some(Kind::Word(w)) if w == "between" || w == "altogether" => true,
            _ => false,
        }
    }

    /// "Of the 20 participants, 14 …": the amount stands behind the whole.
    fn of_whom(&self, at: usize) -> Option<(Option<Claim>, usize)> {
        let s = self.s;
        let whole = self.whole(at).filter(|w| w.of.is_some() && w.who != Who::Unsaid)?;
        let mut next = whole.end + usize::from(s.sign(whole.end) == Some(','));
        while s.is(next, &["only", "just", "at", "least", "most", "more", "fewer", "less", "than", "exactly", "over"]) {
            next += 1;
        }
        if s.number(next).is_some()
            && let Some((Some(claim), end)) = self.number(next)
            && claim.of.is_none()
        {
            let who = if claim.who == Who::Unsaid { whole.who.clone() } else { claim.who };
            return Some((Some(Claim { at: at..claim.at.end, of: whole.of, who, ..claim }), end));
        }
        Some((Some(Claim { of: whole.of, ..Claim::new(at..whole.end, Amount::Open, whole.who) }), whole.end))
    }

    /// "(70 %)" or "(70%)", and where it ends.
    fn bracketed_percent(&self, at: usize) -> (Option<(f64, usize)>, usize) {
        if self.s.sign(at) == Some('(')
            && let Some((p, end)) = self.percent_at(at + 1)
            && self.s.sign(end) == Some(')')
        {
            return (Some(p), end + 1);
        }
        (None, at)
    }

    fn percent_at(&self, at: usize) -> Option<((f64, usize), usize)> {
        let value = match self.s.tokens.get(at)?.kind {
            Kind::Number(n) => (f64::from(n), 0),
            Kind::Decimal(value, digits) => (value, digits),
            _ => return None,
        };
        let end = if self.s.sign(at + 1) == Some('%') || self.s.is(at + 1, &["percent"]) {
            at + 2
        } else if self.s.is(at + 1, &["per"]) && self.s.is(at + 2, &["cent"]) {
            at + 3
        } else {
            return None;
        };
        Some((value, end))
    }

    /// "70 % (14/20)", "70 % of the participants (14 of 20)".
    fn percent(&self, at: usize, (p, end): ((f64, usize), usize)) -> Option<(Option<Claim>, usize)> {
        let s = self.s;
        let (from, bounded) = match self.bound(at) {
            Some((from, Bound::Exact)) => (from, Amount::Percent(p.0, p.1)),
            Some((from, Bound::MoreThan)) => (from, Amount::MoreThanShare(p.0.round() as u32, 100)),
            Some((from, Bound::LessThan)) => (from, Amount::LessThanShare(p.0.round() as u32, 100)),
            _ => return Some((None, end)),
        };
        let whole = self.whole(end);
        let after = whole.as_ref().map_or(end, |w| w.end);
        let who = whole.as_ref().map_or(Who::Unsaid, |w| w.who.clone());
        if s.sign(after) == Some('(')
            && let Some((Some(claim), close)) = s.number(after + 1).and_then(|_| self.number(after + 1))
            && claim.of.is_some()
            && matches!(bounded, Amount::Percent(..))
            && s.sign(close) == Some(')')
        {
            let who = if claim.who == Who::Unsaid { who } else { claim.who.clone() };
            return Some((Some(Claim { at: from..close + 1, who, percent: Some(p), ..claim }), close + 1));
        }
        let of = whole.filter(|w| w.who != Who::Unsaid)?;
        Some((Some(Claim { of: of.of, ..Claim::new(from..of.end, bounded, of.who) }), of.end))
    }
}
