//! What the quote browser knows: a catalogue of every quote shown, and of a large study its words and fragments in scripts of
//! their own.
//!
//! There is no inverted index. The words of 10,000 quotes are a few megabytes, which a browser scans in milliseconds; an
//! index with the positions that phrases need would be as large, and would fold letters in Rust and once more in
//! JavaScript, where the two may differ. So Rust hands over words as they are, and what is found is found on the text.

mod catalogue;
mod words;

use serde::Serialize;

use crate::model::{QuoteIx, Study};
use crate::route::{PublicNames, QUOTES_ON_ONE_PAGE};

pub use catalogue::Catalogue;
pub use words::words;

/// How many quotes one script of fragments holds: about what a reader pages through.
const FRAGMENTS: usize = 100;
/// How many quotes' words one script holds.
const WORDS: usize = 1000;

/// The quotes shown, in the order of the quote list: by the first theme each is coded to.
pub fn order(study: &Study, names: &PublicNames) -> Vec<QuoteIx> {
    if let Some(order) = &names.order {
        return order.clone();
    }
    let mut shown: Vec<QuoteIx> = study.quote_ixs().filter(|q| study.quote(*q).is_shown()).collect();
    // What lost its themes to a mistake stands last.
    shown.sort_by_key(|q| {
        let first = study.quote(*q).codings.first().map(|c| c.theme);
        (first.is_none(), first, *q)
    });
    shown
}

/// Whether the quote list is too long for one page, so that quotes are loaded.
pub fn is_parted(study: &Study) -> bool {
    study.quotes.len() > QUOTES_ON_ONE_PAGE
}

/// How many scripts of fragments there are, and how many of words.
pub fn scripts(study: &Study) -> (u32, u32) {
    if !is_parted(study) {
        return (0, 0);
    }
    let shown = study.quotes.iter().filter(|q| q.is_shown()).count();
    (shown.div_ceil(FRAGMENTS) as u32, shown.div_ceil(WORDS) as u32)
}

/// The quotes whose fragments a script holds.
pub fn fragments_in(order: &[QuoteIx], script: u32) -> &[QuoteIx] {
    order.chunks(FRAGMENTS).nth(script as usize).unwrap_or_default()
}

/// The quotes whose words a script holds.
pub fn words_in(order: &[QuoteIx], script: u32) -> &[QuoteIx] {
    order.chunks(WORDS).nth(script as usize).unwrap_or_default()
}

/// A script that hands itself over: `emic.words(3,[…])`.
pub fn script<T: Serialize>(name: &str, part: Option<u32>, value: &T) -> Vec<u8> {
    let part = part.map(|p| format!("{p},")).unwrap_or_default();
    let value = serde_json::to_string(value).unwrap_or_default();
    format!("emic.{name}({part}{value});\n").into_bytes()
}
