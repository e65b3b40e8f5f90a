//! "Everything a reader can learn about P03", for every participant, and who has read it.

use std::fmt::Write;

use super::{state, with_code};
use crate::analyse::Analysis;
use crate::diag::words;
use crate::lint;
use crate::model::decisions::Recorded;
use crate::model::naming::attribute;
use crate::model::settings::Publish;
use crate::model::{ParticipantIx, Quote, Study, Turn, TurnSpeaker, Words};
use crate::text::escaped;

pub fn sections(study: &Study, analysis: &Analysis, out: &mut String) {
    out.push_str("<h2>Everything a reader can learn about each participant</h2>\n");
    if study.participants.is_empty() {
        out.push_str("<p>The study has no participants.</p>\n");
    }
    study.participant_ixs().for_each(|ix| section(study, analysis, ix, out));
}

fn section(study: &Study, analysis: &Analysis, ix: ParticipantIx, out: &mut String) {
    let participant = study.participant(ix);
    let id = participant.id.as_str();
    let _ = writeln!(
        out,
        "<section class=\"person\">\n<h3>Everything a reader can learn about {}</h3>\n<p>{}</p>\n<ul>",
        escaped(id),
        with_code(&read_by(study, analysis, ix))
    );
    for (at, declared) in study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person) {
        let value = attribute(study, participant.attributes[at].as_ref(), at);
        if !value.is_empty() {
            let _ = writeln!(out, "<li>{}: {}</li>", escaped(&declared.label), escaped(&value));
        }
    }
    for source in study.sources.iter().filter(|s| s.participants.contains(&ix)) {
        let more: Vec<&str> = [source.wave.as_deref(), source.language.as_deref()].into_iter().flatten().collect();
        let more = if more.is_empty() { String::new() } else { format!(" ({})", more.join(", ")) };
        let _ = writeln!(out, "<li>took part in: {}{}</li>", source.kind.one(), escaped(&more));
    }
    out.push_str("</ul>\n");
    let quotes = analysis.quotes_of(ix);
    if quotes.is_empty() {
        out.push_str("<p>No words of this participant are shown.</p>\n");
    }
    quotes.iter().for_each(|q| quote(study, study.quote(*q), out));
    let said = texts_about(study, analysis, ix);
    if !said.is_empty() {
        out.push_str("<h4>Where the study’s own text names them or their quotes</h4>\n");
    }
    for (place, words) in said {
        let _ = writeln!(out, "<blockquote><p>{}</p><p class=\"by\">{}</p></blockquote>", escaped(&words), escaped(&place));
    }
    out.push_str("</section>\n");
}

/// Where the researchers' own texts name a participant or one of their quotes: what each text belongs to, and its words.
pub fn texts_about(study: &Study, analysis: &Analysis, ix: ParticipantIx) -> Vec<(String, String)> {
    let quotes = analysis.quotes_of(ix).iter().map(|q| study.quote(*q).id.as_str());
    let ids: Vec<&str> = quotes.chain([study.participant(ix).id.as_str()]).collect();
    lint::texts_naming(study, &ids)
}

/// Who read it, when, and whether it is still what they read.
fn read_by(study: &Study, analysis: &Analysis, ix: ParticipantIx) -> String {
    let id = study.participant(ix).id.as_str();
    let now = state::of_participant(study, analysis, ix);
    let read: Vec<String> = study
        .decisions
        .iter()
        .filter_map(|record| match &record.what {
            Recorded::Read { participant, print } if **participant == *id => {
                let changed = if **print == *now { "" } else { " (it has changed since)" };
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

fn quote(study: &Study, quote: &Quote, out: &mut String) {
    let themes: Vec<&str> = quote.codings.iter().map(|c| &*study.theme(c.theme).name).collect();
    out.push_str("<blockquote>");
    if let Some(context) = &quote.context {
        let _ = write!(out, "<p class=\"by\">{}</p>", escaped(context));
    }
    if let Some(asked) = &quote.asked {
        let _ = write!(out, "<p class=\"by\">Asked: {}</p>", escaped(asked));
    }
    match &quote.words {
        Words::Speech { text, original } => {
            let _ = write!(out, "<p>{}</p>", escaped(text));
            if let Some(original) = original {
                let _ = write!(out, "<p lang=\"{}\">{}</p>", escaped(&original.language), escaped(&original.text));
            }
        }
        Words::Exchange { turns, original } => {
            exchange(study, turns, out);
            if let Some((_, turns)) = original {
                exchange(study, turns, out);
            }
        }
        Words::Paraphrase(text) => {
            let _ = write!(out, "<p>(paraphrase) {}</p>", escaped(text));
        }
        Words::Unset => {}
    }
    if let Some(meaning) = &quote.meaning {
        let _ = write!(out, "<p class=\"by\">Meaning: {}</p>", escaped(meaning));
    }
    let at = quote.at.as_deref().map(|at| format!(", at {at}")).unwrap_or_default();
    let _ = writeln!(
        out,
        "<p class=\"by\">{}{}: {}</p></blockquote>",
        escaped(quote.id.as_str()),
        escaped(&at),
        escaped(&words::list(&themes, "and"))
    );
}

fn exchange(study: &Study, turns: &[Turn], out: &mut String) {
    for turn in turns {
        let who = match turn.speaker {
            TurnSpeaker::Interviewer => "Interviewer",
            TurnSpeaker::Unknown => "?",
            TurnSpeaker::Participant(ix) => study.participant(ix).id.as_str(),
        };
        let _ = write!(out, "<p>{}: {}</p>", escaped(who), escaped(&turn.text));
    }
}
