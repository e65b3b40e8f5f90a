//! "Everything a reader can learn about P03", for every participant, and who has read it.

use std::fmt::Write;

use super::{since, with_code};
use crate::analyse::Analysis;
use crate::diag::words;
use crate::model::decisions::Recorded;
use crate::model::naming::attribute;
use crate::model::settings::Publish;
use crate::model::{ParticipantIx, QuoteIx, Study, TurnSpeaker};
use crate::published::{Field, Owner, Published, Text, texts_of_quote};
use crate::text::escaped;

pub fn sections(study: &Study, analysis: &Analysis, published: &Published, out: &mut String) {
    out.push_str("<h2>Everything a reader can learn about each participant</h2>\n");
    if study.participants.is_empty() {
        out.push_str("<p>The study has no participants.</p>\n");
    }
    study.participant_ixs().for_each(|ix| section(study, analysis, published, ix, out));
}

fn section(study: &Study, analysis: &Analysis, published: &Published, ix: ParticipantIx, out: &mut String) {
    let participant = study.participant(ix);
    let id = participant.id.as_str();
    let quotes = analysis.quotes_of(ix);
    let _ = writeln!(
        out,
        "<section class=\"person\">\n<h3>Everything a reader can learn about {}</h3>\n<p>{}</p>\n<ul>",
        escaped(id),
        with_code(&read_by(study, published, ix, quotes))
    );
    for (at, declared) in study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person) {
        let value = attribute(study, participant.attributes[at].as_ref(), at);
        if !value.is_empty() {
            let _ = writeln!(out, "<li>{}: {}</li>", escaped(&declared.label), escaped(&value));
        }
    }
    for (at, source) in (0..).zip(&study.sources).filter(|(_, source)| source.participants.contains(&ix)) {
        let of_source = |text: &&Text| matches!(text.owner, Owner::Source(source) if source.0 == at);
        let more: Vec<&str> = published.texts.iter().filter(of_source).map(|text| &*text.words).collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
        let _ = writeln!(out, "<li>took part in: {}{}</li>", source.kind.one(), escaped(&more));
    }
    out.push_str("</ul>\n");
    if quotes.is_empty() {
        out.push_str("<p>No words of this participant are shown.</p>\n");
    }
    quotes.iter().for_each(|q| quote(study, *q, out));
    let naming = published.naming(&published.ids_of(ix, quotes));
    if !naming.is_empty() {
        out.push_str("<h4>Where the study’s own text names them or their quotes</h4>\n");
    }
    for (place, words) in naming {
        let _ = writeln!(out, "<blockquote><p>{}</p><p class=\"by\">{}</p></blockquote>", escaped(words), escaped(&place));
    }
    out.push_str("</section>\n");
}

/// Who read it, when, and whether it is still what they read.
fn read_by(study: &Study, published: &Published, ix: ParticipantIx, quotes: &[QuoteIx]) -> String {
    let id = study.participant(ix).id.as_str();
    let now = published.fingerprint_of(ix, quotes);
    let read: Vec<String> = study
        .decisions
        .iter()
        .filter_map(|record| match &record.what {
            Recorded::Read { participant, fingerprint } if **participant == *id => {
                let changed = since(fingerprint, &now).map(|why| format!(" ({why})")).unwrap_or_default();
                Some(format!("{} on {}{changed}", record.reviewer, record.date))
            }
            _ => None,
        })
        .collect();
    if read.is_empty() {
        format!("Nobody has recorded that they read this. Who has: `emic privacy read {id} --reviewer NAME`")
    } else {
        format!("Read by {}.", words::list(&read, "and"))
    }
}

/// A quote with everything around it that is published: first what went before, then the words, then how they were understood.
fn quote(study: &Study, ix: QuoteIx, out: &mut String) {
    let mut texts = Vec::new();
    texts_of_quote(study, ix, &mut |text| texts.push(text));
    let quote = study.quote(ix);
    out.push_str("<blockquote>");
    texts.iter().filter(|text| text.field == Field::Context).for_each(|text| note("", text, out));
    texts.iter().filter(|text| text.field == Field::Asked).for_each(|text| note("Asked: ", text, out));
    texts.iter().for_each(|text| words(study, text, out));
    texts.iter().filter(|text| text.field == Field::Meaning).for_each(|text| note("Meaning: ", text, out));
    let at = texts.iter().find(|text| text.field == Field::At).map(|text| format!(", at {}", text.words)).unwrap_or_default();
    let themes: Vec<&str> = quote.codings.iter().map(|c| &*study.theme(c.theme).name).collect();
    let _ = writeln!(
        out,
        "<p class=\"by\">{}{}: {}</p></blockquote>",
        escaped(quote.id.as_str()),
        escaped(&at),
        escaped(&words::list(&themes, "and"))
    );
}

fn note(label: &str, text: &Text, out: &mut String) {
    let _ = write!(out, "<p class=\"by\">{label}{}</p>", escaped(&text.words));
}

fn words(study: &Study, text: &Text, out: &mut String) {
    let lead = match text.speaker {
        Some(TurnSpeaker::Interviewer) => "Interviewer: ".to_owned(),
        Some(TurnSpeaker::Unknown) => "?: ".to_owned(),
        Some(TurnSpeaker::Participant(ix)) => format!("{}: ", study.participant(ix).id),
        None if text.field == Field::Paraphrase => "(paraphrase) ".to_owned(),
        None if matches!(text.field, Field::QuoteText | Field::QuoteOriginal) => String::new(),
        None => return,
    };
    let lang = text.language.map(|tag| format!(" lang=\"{}\"", escaped(tag))).unwrap_or_default();
    let _ = write!(out, "<p{lang}>{}{}</p>", escaped(&lead), escaped(&text.words));
}
