//! Holds a quotation against a text, word by word.
//!
//! All places that the quotation can have reached in the text are followed at once, so that a word which is there twice
//! cannot lead astray. A bracket of the writer's own moves nothing; `[…]` leads to any later place; sounds may be passed over.
//! Of several ways that fit, the one that leaves out the fewest negations is taken.

use std::ops::Range;

use super::negation;
use super::text::TokenizedText;
use super::tokens::{DOTS, QuotationToken, QuotationTokenKind, TURN, stands_alone};

/// Where a quotation leaves the quote.
pub struct Mismatch {
    /// How many words were right before.
    pub matched: usize,
    pub written: String,
    /// What the quote has in that place.
    pub found: String,
    /// What may have been meant.
    pub slip: Option<Slip>,
}

/// A slip that has a remedy of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip {
    /// A bare `…` where the speaker did not trail off.
    Dots,
    /// A bracket in the place of a word.
    Replaced,
    /// `[hospital]` of the transcript was left out, or put where it is not.
    Notation,
}

/// One way through the text.
#[derive(Clone, Default)]
struct Way {
    /// Negations that are left out.
    denials: Vec<usize>,
}

/// The places in the text that can have been reached, each with the best way there.
type ReachedPlaces = Vec<Option<Way>>;

/// Compares; gives the negations left out, by their places in `speech`.
pub fn compare(quotation: &TokenizedText, speech: &TokenizedText, language: &str) -> Result<Vec<usize>, Mismatch> {
    let steps = &quotation.tokens;
    let spoken = SpokenText { tokens: &speech.tokens, language };
    let mut reached: ReachedPlaces = vec![Some(Way::default()); speech.tokens.len() + 1];
    let mut matched = 0;
    for (at, step) in steps.iter().enumerate() {
        let leading = !steps[..at].iter().any(QuotationToken::moves);
        let next = match step.kind {
            QuotationTokenKind::LeftOut if leading => spoken.led_in(),
            QuotationTokenKind::LeftOut => spoken.left_out(&reached, !steps[at + 1..].iter().any(QuotationToken::moves)),
            // `[… the nurse]` leaves out and adds.
            QuotationTokenKind::Bracket if step.word.starts_with(DOTS) || step.word.ends_with(DOTS) || step.word.contains("...") => {
                if leading {
                    spoken.led_in()
                } else {
                    spoken.left_out(&reached, false)
                }
            }
            QuotationTokenKind::Bracket => spoken.bracket(&reached, step),
            QuotationTokenKind::Word | QuotationTokenKind::Replaced | QuotationTokenKind::Sound => spoken.word(&reached, steps, at),
        };
        if next.iter().all(Option::is_none) {
            return Err(mismatch(quotation, speech, at, &reached, matched));
        }
        matched += usize::from(step.kind == QuotationTokenKind::Word);
        reached = next;
    }
    let best = reached.into_iter().flatten().min_by_key(|w| w.denials.len());
    Ok(best.unwrap_or_default().denials)
}

fn mismatch(quotation: &TokenizedText, speech: &TokenizedText, at: usize, reached: &ReachedPlaces, matched: usize) -> Mismatch {
    let steps = &quotation.tokens;
    let piece_start = steps[..at].iter().rposition(|t| !t.moves()).map_or(0, |p| p + 1);
    let piece_end = steps[at..].iter().position(|t| !t.moves()).map_or(steps.len(), |p| at + p);
    let place = reached.iter().position(Option::is_some).unwrap_or(0);
    let step = &steps[at];
    let there = speech.tokens.get(place);
    let slip = if step.kind == QuotationTokenKind::Word && step.word == DOTS {
        Some(Slip::Dots)
    } else if step.kind == QuotationTokenKind::Replaced || there.is_some_and(|t| t.kind == QuotationTokenKind::Replaced) {
        Some(Slip::Notation)
    } else if at > 0 && steps[at - 1].kind == QuotationTokenKind::Bracket && matched > 0 {
        Some(Slip::Replaced)
    } else {
        None
    };
    Mismatch { matched, written: quotation.around(at, piece_start..piece_end), found: speech.near(place), slip }
}

/// What somebody said, in which the places are that a quotation can have reached.
struct SpokenText<'a> {
    tokens: &'a [QuotationToken],
    language: &'a str,
}

impl SpokenText<'_> {
    /// What a word, or a mark of the transcript, leads to.
    fn word(&self, reached: &ReachedPlaces, steps: &[QuotationToken], at: usize) -> ReachedPlaces {
        let first = at == 0 || !steps[at - 1].moves();
        let last = steps.get(at + 1).is_none_or(|t| !t.moves());
        let glued = glued(steps, at);
        let mut next: ReachedPlaces = vec![None; reached.len()];
        for (from, way) in reached.iter().enumerate().filter_map(|(p, w)| w.as_ref().map(|w| (p, w))) {
            let mut place = from;
            loop {
                let here = self.tokens.get(place);
                let fits = match here {
                    Some(spoken) => fits(&steps[at], spoken, first, last, glued.as_deref()),
                    None => false,
                };
                if fits {
                    keep(&mut next[place + 1], way);
                } else if here.is_none() && last && steps[at].closes() {
                    // A full stop that the transcript did not set at its end.
                    keep(&mut next[place], way);
                }
                let Some(after) = self.past_sound(place) else { break };
                place = after;
            }
        }
        next
    }

    /// The place behind a sound, and behind a full stop of its own.
    fn past_sound(&self, place: usize) -> Option<usize> {
        if self.tokens.get(place)?.kind != QuotationTokenKind::Sound {
            return None;
        }
        let ended = place == 0 || self.tokens[place - 1].ends_sentence();
        let own_stop = self.tokens.get(place + 1).is_some_and(|t| t.closes() || t.ends_sentence() && t.word != TURN.trim());
        Some(if ended && own_stop { place + 2 } else { place + 1 })
    }

    /// What the writer adds, or what is in the same brackets in the text.
    fn bracket(&self, reached: &ReachedPlaces, step: &QuotationToken) -> ReachedPlaces {
        let mut next = reached.clone();
        for (place, spoken) in self.tokens.iter().enumerate() {
            if let Some(way) = &reached[place]
                && spoken.kind == QuotationTokenKind::Bracket
                && spoken.word == step.word
            {
                keep(&mut next[place + 1], way);
            }
        }
        next
    }

    /// `[…]` before the first word: the quotation begins in the middle of something.
    fn led_in(&self) -> ReachedPlaces {
        (0..=self.tokens.len()).map(|to| Some(Way { denials: self.denials(self.clause_start(0, to)..to) })).collect()
    }

    /// `[…]` between words, or at the end.
    fn left_out(&self, reached: &ReachedPlaces, at_end: bool) -> ReachedPlaces {
        let mut next = reached.clone();
        for (from, way) in reached.iter().enumerate().filter_map(|(p, w)| w.as_ref().map(|w| (p, w))) {
            if at_end {
                let denials = self.denials(from..self.clause_end(from, self.tokens.len()));
                keep(&mut next[self.tokens.len()], &with(way, denials));
                next[from] = None;
                continue;
            }
            for (to, place) in next.iter_mut().enumerate().skip(from + 1) {
                // A way without denials cannot be bettered.
                if place.as_ref().is_none_or(|w| !w.denials.is_empty()) {
                    keep(place, &with(way, self.turned(from, to)));
                }
            }
        }
        next
    }

    /// The negations of a gap that bear on what is kept. Inside one sentence all do. Of a gap over several, those of the
    /// clauses that were begun or are ended, and of answers as short as “No, never.”; a whole sentence denies nothing else.
    fn turned(&self, from: usize, to: usize) -> Vec<usize> {
        let Some(first) = self.tokens[from.saturating_sub(1)..to].iter().position(QuotationToken::ends_sentence) else {
            return self.denials(from..to);
        };
        let mut start = from.saturating_sub(1) + first + 1;
        let mut denials = self.denials(from..self.clause_end(from, to));
        while let Some(length) = self.tokens[start..to].iter().position(QuotationToken::ends_sentence) {
            let end = start + length + 1;
            if self.tokens[start..end].iter().filter(|t| t.is_spoken()).count() <= SHORT {
                denials.extend(self.denials(start..end));
            }
            start = end;
        }
        denials.extend(self.denials(self.clause_start(start, to)..to));
        denials
    }

    fn denials(&self, range: Range<usize>) -> Vec<usize> {
        range.filter(|at| negation::denies(self.tokens, *at, self.language)).collect()
    }

    /// Where the clause ends that is open at `from`.
    fn clause_end(&self, from: usize, most: usize) -> usize {
        if from == 0 || self.tokens[from - 1].ends_sentence() {
            return from;
        }
        self.tokens[from..most].iter().position(ends_clause).map_or(most, |at| from + at)
    }

    /// Where the clause begins that is open at `to`.
    fn clause_start(&self, least: usize, to: usize) -> usize {
        self.tokens[least..to].iter().rposition(ends_clause).map_or(least, |at| least + at + 1)
    }
}

fn ends_clause(token: &QuotationToken) -> bool {
    token.closes() || token.ends_sentence()
}

/// An answer of this many words speaks to what was said before it.
const SHORT: usize = 3;

fn with(way: &Way, denials: Vec<usize>) -> Way {
    Way { denials: way.denials.iter().copied().chain(denials).collect() }
}

fn keep(place: &mut Option<Way>, way: &Way) {
    if place.as_ref().is_none_or(|w| w.denials.len() > way.denials.len()) {
        *place = Some(way.clone());
    }
}

fn fits(step: &QuotationToken, spoken: &QuotationToken, first: bool, last: bool, glued: Option<&str>) -> bool {
    if step.kind != spoken.kind {
        return false;
    }
    step.word == spoken.word
        || last && step.closes() && spoken.closes()
        || first && step.word.to_lowercase() == spoken.word.to_lowercase()
        || glued.is_some_and(|whole| whole == spoken.word.to_lowercase())
}

/// `[T]he` is the word “the” with another capital, `hid[den]` the word “hidden”: the bracket and the word, where nothing
/// is between them.
fn glued(steps: &[QuotationToken], at: usize) -> Option<String> {
    let whole = |one: &QuotationToken, other: &QuotationToken| {
        let letters = |t: &QuotationToken| t.word.chars().all(|c| c.is_alphabetic() && !stands_alone(c));
        let touch = one.at.end == other.at.start && (one.kind == QuotationTokenKind::Bracket || other.kind == QuotationTokenKind::Bracket);
        (touch && letters(one) && letters(other)).then(|| format!("{}{}", one.word, other.word).to_lowercase())
    };
    let before = at.checked_sub(1).and_then(|before| whole(&steps[before], &steps[at]));
    before.or_else(|| steps.get(at + 1).and_then(|after| whole(&steps[at], after)))
}
