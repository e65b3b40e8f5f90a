//! Amounts with a number: "14 of 20", "20 participants were interviewed", "70 % (14/20)".

use super::super::claim::{Amount, Claim};
use super::super::vocabulary::{QUOTED, SAY};
use super::super::who::Who;
use super::reader::{Bound, EnglishReader};

impl EnglishReader<'_, '_> {
    pub(super) fn number(&self, at: usize) -> Option<(Option<Claim>, usize)> {
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
        // "One participant in five" is a rough share.
        let loose = from > 0 && s.is(from - 1, &["in", "from", "to", "than"]);
        (speaks && !loose && (n > 1 || from < at)).then(|| (Some(Claim { percent, ..Claim::new(from..after, amount, Who::Unsaid) }), after))
    }

    /// "participants (n = 20)", "N = 20".
    pub(super) fn n_is(&self, at: usize) -> Option<(Claim, usize)> {
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

    /// "20 participants were interviewed", "interviews with 20 participants", "participants (n = 20)".
    pub(super) fn total(&self, from: usize, at: usize, n: u32, end: usize) -> Option<Amount> {
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
    pub(super) fn follows_total(&self, at: usize) -> bool {
        let s = self.s;
        at >= 3 && s.is(at - 1, &["and"]) && s.number(0).is_some() && self.groups.subject(s, 1).is_some_and(|(_, end)| end == at - 1)
    }

    /// "Of the 20 participants, 14 …": the amount follows the whole.
    pub(super) fn of_whom(&self, at: usize) -> Option<(Option<Claim>, usize)> {
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

    /// "70 % (14/20)", "70 % of the participants (14 of 20)".
    pub(super) fn percent(&self, at: usize, (p, end): ((f64, usize), usize)) -> Option<(Option<Claim>, usize)> {
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
