//! `one-voice`: one participant carries much of what is quoted.

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Place, Subject, codes};

codes! {
    Privacy {
        /// **Checks** that nobody speaks in more than 15 % of the quotes shown, in a study of at least 8 participants and 20
        /// quotes: in smaller studies a share says little. Which quotes are embedded in findings does not matter, since all that are
        /// shown can be read.
        ///
        /// **Why:** the more is known of one life, the easier it is to recognise. And a finding that rests on one voice is weaker than
        /// it looks.
        ///
        /// **Example:** `P07` speaks in 12 of the 50 quotes shown.
        ONE_VOICE = "one-voice", Warning, "One participant speaks in more than 15 % of the quotes shown.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "participants who speak in a large share of the quotes shown", check: Some(check) };

const FEWEST_PARTICIPANTS: usize = 8;
const FEWEST_QUOTES: u32 = 20;
/// Of all quotes shown, in per cent.
const LARGEST_SHARE: usize = 15;

fn check(context: &Context) -> Vec<Diagnostic> {
    let (study, analysis) = (context.study, context.analysis);
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
                &ONE_VOICE,
                place,
                format!("`{id}` speaks in {} of the {shown} quotes shown, {percent} % of them", quotes.len()),
            )
            .about(Subject::participant(id.as_str()))
            .help("let others speak to the same themes, or say in the findings why this voice carries so much; much of one life is also easily recognised")
        })
        .collect()
}
