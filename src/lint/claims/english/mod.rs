//! Claims in English sentences.
//!
//! A number alone is no claim: it needs "of 20", a noun for the participants or for a group of them, or a verb of speaking
//! right behind it. Where a word before it makes it a part of something ("the other two", "about half"), it is left alone.

mod numbered;
mod quantifier;
mod reader;

use super::claim::Claim;
use super::sentence::Sentence;
use super::who::Groups;
use reader::EnglishReader;

/// Every claim of a sentence, in its order.
pub fn claims(s: &Sentence, groups: &Groups) -> Vec<Claim> {
    let reader = EnglishReader { s, groups };
    let mut out = Vec::new();
    let mut at = 0;
    while at < s.tokens.len() {
        match claim(&reader, at) {
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

/// The claim that begins here, and where to read on; a claim that cannot be judged is passed over.
fn claim(reader: &EnglishReader, at: usize) -> Option<(Option<Claim>, usize)> {
    let s = reader.s;
    if let Some(p) = reader.percent_at(at) {
        return reader.percent(at, p);
    }
    if s.number(at).is_some() && !s.is(at + 1, FRACTIONS) {
        return reader.number(at);
    }
    let opens = at == 0 || s.sign(at - 1).is_some();
    if opens && s.is(at, &["of"]) {
        return reader.of_whom(at);
    }
    if let Some((claim, end)) = reader.n_is(at) {
        return Some((Some(claim), end));
    }
    reader.quantifier(at)
}
