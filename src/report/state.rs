//! A hash of what a reader can learn, so that who has read or signed it is told when it is no longer what it was.

use super::person;
use crate::analyse::Analysis;
use crate::model::naming::attribute;
use crate::model::settings::Publish;
use crate::model::{ParticipantIx, Quote, Study, Turn, Words};

const LETTERS: usize = 16;

/// Of everything that a reader can learn about one participant.
pub fn of_participant(study: &Study, analysis: &Analysis, ix: ParticipantIx) -> String {
    let mut hasher = blake3::Hasher::new();
    about(study, analysis, ix, &mut hasher);
    hasher.finalize().to_hex()[..LETTERS].to_owned()
}

/// Of everything that is told of all of them, and of the texts about them.
pub fn of_study(study: &Study, analysis: &Analysis) -> String {
    let mut hasher = blake3::Hasher::new();
    study.participant_ixs().for_each(|ix| about(study, analysis, ix, &mut hasher));
    study.quotes.iter().filter(|q| q.voices.is_empty()).for_each(|q| words(q, &mut hasher));
    for page in &study.pages {
        take(&mut hasher, &page.title);
        take(&mut hasher, &format!("{:?}", page.document));
    }
    for theme in &study.themes {
        take(&mut hasher, &theme.name);
        take(&mut hasher, &crate::model::document::plain(&theme.definition));
        take(&mut hasher, &crate::model::document::plain(&theme.full));
    }
    hasher.finalize().to_hex()[..LETTERS].to_owned()
}

fn about(study: &Study, analysis: &Analysis, ix: ParticipantIx, hasher: &mut blake3::Hasher) {
    let participant = study.participant(ix);
    take(hasher, participant.id.as_str());
    for (at, declared) in study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person) {
        take(hasher, &declared.key);
        take(hasher, &attribute(study, participant.attributes[at].as_ref(), at));
    }
    analysis.quotes_of(ix).iter().for_each(|q| words(study.quote(*q), hasher));
    person::texts_about(study, analysis, ix).iter().for_each(|(_, words)| take(hasher, words));
}

fn words(quote: &Quote, hasher: &mut blake3::Hasher) {
    take(hasher, quote.id.as_str());
    let turns = |turns: &[Turn], hasher: &mut blake3::Hasher| turns.iter().for_each(|turn| take(hasher, &turn.text));
    match &quote.words {
        Words::Speech { text, original } => {
            take(hasher, text);
            original.iter().for_each(|original| take(hasher, &original.text));
        }
        Words::Exchange { turns: said, original } => {
            turns(said, hasher);
            original.iter().for_each(|(_, said)| turns(said, hasher));
        }
        Words::Paraphrase(text) => take(hasher, text),
        Words::Unset => {}
    }
    [&quote.asked, &quote.context, &quote.at, &quote.meaning].into_iter().flatten().for_each(|text| take(hasher, text));
}

fn take(hasher: &mut blake3::Hasher, text: &str) {
    hasher.update(text.as_bytes()).update(&[0]);
}
