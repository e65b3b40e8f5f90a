//! The texts of one quote.

use std::borrow::Cow;

use super::{Field, Owner, Text, Voice};
use crate::diag::Span;
use crate::model::settings::Linking;
use crate::model::{Original, Quote, QuoteIx, Study, Turn, TurnSpeaker, Words};

/// Every text of a quote that reaches a reader: nothing where its words may not be shown.
pub fn texts_of_quote<'s>(study: &'s Study, ix: QuoteIx, take: &mut dyn FnMut(Text<'s>)) {
    let quote = study.quote(ix);
    // Themes are named where they are defined; voices are given by `Text::about`.
    let Quote { id, source, voices: _, codings: _, words, asked, context, at, meaning, in_dataset: _, span } = quote;
    if matches!(words, Words::Unset) {
        // Of what is not shown nothing else is either.
        return;
    }
    let privacy = &study.settings.privacy;
    let language = study.source(*source).language.as_deref();
    // The researchers' own text is set as theirs, and tells of participants.
    let is_notes = study.source(*source).kind.is_researchers();
    let within = extent(study, ix, *span);
    let mut give = |field: Field, words: &'s str, language: Option<&'s str>, speaker: Option<TurnSpeaker>| {
        let voice = if is_notes && field.voice() == Voice::Participant { Voice::AboutParticipant } else { field.voice() };
        take(Text { field, owner: Owner::Quote(ix), voice, words: Cow::Borrowed(words), language, speaker, span: Some(within) });
    };
    // Under `linking: none` quotes are renumbered.
    if privacy.linking != Linking::None {
        give(Field::QuoteId, id.as_str(), None, None);
    }
    match words {
        Words::Speech { text, original } => {
            // A text with an original is its translation into the study's language.
            give(Field::QuoteText, text, if original.is_some() { None } else { language }, None);
            if let Some(Original { language, text }) = original {
                give(Field::QuoteOriginal, text, Some(language), None);
                give(Field::OriginalLanguage, language, None, None);
            }
        }
        Words::Exchange { turns, original } => {
            let spoken = if original.is_some() { None } else { language };
            give_turns(turns, Field::Turn, Field::Question, spoken, &mut give);
            if let Some((language, turns)) = original {
                give_turns(turns, Field::OriginalTurn, Field::OriginalQuestion, Some(language), &mut give);
                give(Field::OriginalLanguage, language, None, None);
            }
        }
        Words::Paraphrase(text) => give(Field::Paraphrase, text, None, None),
        Words::Unset => {}
    }
    for (field, text) in [(Field::Asked, asked), (Field::Context, context), (Field::Meaning, meaning)] {
        text.iter().for_each(|text| give(field, text, None, None));
    }
    if privacy.times {
        at.iter().for_each(|at| give(Field::At, at, None, None));
    }
}

fn give_turns<'s>(
    turns: &'s [Turn],
    answer: Field,
    question: Field,
    language: Option<&'s str>,
    give: &mut impl FnMut(Field, &'s str, Option<&'s str>, Option<TurnSpeaker>),
) {
    for Turn { speaker, text } in turns {
        let field = match speaker {
            TurnSpeaker::Interviewer => question,
            TurnSpeaker::Participant(_) | TurnSpeaker::Unknown => answer,
        };
        give(field, text, language, Some(*speaker));
    }
}

/// A quote's own span is its id; its texts are written from there to the next quote of the file.
fn extent(study: &Study, ix: QuoteIx, span: Span) -> Span {
    let next = study.quotes.get(ix.at() + 1).filter(|next| next.span.file == span.file);
    Span { end: next.map_or(u32::MAX, |next| next.span.start), ..span }
}
