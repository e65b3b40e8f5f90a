//! `participant-never-quoted`: somebody who took part and is not heard.

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Place, Subject, codes, words};
use crate::model::Participant;
use crate::model::settings::Consent;

codes! {
    Completeness {
        /// **Checks** that every participant who agreed to be quoted, or paraphrased, is.
        ///
        /// **Why:** readers ask whose voice is missing: it may be the one that did not fit.
        ///
        /// **Example:** twenty people took part, and no quote of `P11` is shown. While a study has no quotes at all, nothing is
        /// reported.
        PARTICIPANT_NEVER_QUOTED = "participant-never-quoted", Warning, "A participant is never quoted.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "participants, for those who are never quoted", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let (study, analysis) = (context.study, context.analysis);
    let unheard = study.participant_ixs().filter(|ix| analysis.quotes_of(*ix).is_empty()).map(|ix| study.participant(ix));
    let unheard: Vec<&Participant> = unheard.filter(|participant| participant.consent >= Consent::Paraphrase).collect();
    if unheard.is_empty() || analysis.shown() == 0 {
        return Vec::new();
    }
    let ids: Vec<String> = unheard.iter().map(|participant| format!("`{}`", participant.id)).collect();
    let verb = if ids.len() == 1 { "is" } else { "are" };
    let message = format!("{} {verb} never quoted", words::list(&ids, "and"));
    vec![
        Diagnostic::new(&PARTICIPANT_NEVER_QUOTED, Place::Path("quotes".into()), message)
            .about(Subject::Participants(unheard.iter().map(|participant| participant.id.as_str().into()).collect()))
            .help("readers will ask whose voice is missing: quote them, or say why not in the findings"),
    ]
}
