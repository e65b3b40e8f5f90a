//! `one-voice`: one participant carries much of what is quoted.
//!
//! Told of studies that are large enough for a share to mean something. Which of the quotes are embedded in findings does not
//! matter: all that are shown can be read.

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, Place, code};
use crate::model::Study;

const FEWEST_PARTICIPANTS: usize = 8;
const FEWEST_QUOTES: u32 = 20;
/// Of all quotes shown, in per cent.
const LARGEST_SHARE: usize = 15;

pub fn check(study: &Study, analysis: &Analysis) -> Vec<Diagnostic> {
    let shown = analysis.shown();
    if study.participants.len() < FEWEST_PARTICIPANTS || shown < FEWEST_QUOTES {
        return Vec::new();
    }
    let shown = shown as usize;
    let voices = study.participant_ixs().map(|p| (p, analysis.quotes_of(p)));
    voices
        .filter(|(_, quotes)| quotes.len() * 100 > shown * LARGEST_SHARE)
        .map(|(p, quotes)| {
            let id = &study.participant(p).id;
            let percent = quotes.len() * 100 / shown;
            let place = quotes.first().map_or(Place::Study, |q| Place::Span(study.quote(*q).span));
            Diagnostic::new(
                &code::ONE_VOICE,
                place,
                format!("`{id}` speaks in {} of the {shown} quotes shown, {percent} % of them", quotes.len()),
            )
            .help("let others speak to the same themes, or say in the findings why this voice carries so much; much of one life is also easily recognised")
        })
        .collect()
}
