//! The tables, column by column; what the settings forbid has no column.

use super::data_table::DataTable;
use crate::analyse::{Analysis, Unit};
use crate::model::document::plain;
use crate::model::settings::{Counts, DataFile, Linking, Publish};
use crate::model::{AttributeIs, Quote, QuoteIx, Study, ThemeIx, Turn, TurnSpeaker, Words};
use crate::route::PublicNames;

/// A column: its name, and a cell for each thing the table lists.
type TableColumn<'a, T> = (&'static str, Box<dyn Fn(T) -> String + 'a>);

/// One of the tables a study may offer.
pub fn table(study: &Study, analysis: &Analysis, names: &PublicNames, file: DataFile) -> DataTable {
    let mut table = match file {
        DataFile::Quotes => quotes(study, names),
        DataFile::Participants => participants(study),
        DataFile::Themes => themes(study, analysis),
        DataFile::Codebook => codebook(study, names),
    };
    table.notice(study);
    table
}

fn fill<T: Copy>(columns: &[TableColumn<T>], things: impl Iterator<Item = T>) -> DataTable {
    DataTable {
        columns: columns.iter().map(|(name, _)| (*name).to_owned()).collect(),
        rows: things.map(|thing| columns.iter().map(|(_, cell)| cell(thing)).collect()).collect(),
    }
}

fn text(value: Option<&std::sync::Arc<str>>) -> String {
    value.map(ToString::to_string).unwrap_or_default()
}

fn quotes(study: &Study, names: &PublicNames) -> DataTable {
    let linked = study.settings.privacy.linking != Linking::None;
    let q = |ix: QuoteIx| study.quote(ix);
    let mut columns: Vec<TableColumn<QuoteIx>> = vec![("id", Box::new(|ix| names.quote(ix).to_owned()))];
    if linked {
        columns.push((
            "participant",
            Box::new(move |ix| q(ix).voices.iter().map(|v| study.participant(*v).id.as_str()).collect::<Vec<_>>().join(";")),
        ));
        // Where nobody is to be told apart, one diary among interviews would be somebody.
        columns.push(("kind", Box::new(move |ix| study.source(q(ix).source).kind.word().to_owned())));
        columns.push(("wave", Box::new(move |ix| text(study.source(q(ix).source).wave.as_ref()))));
    }
    columns
        .push(("themes", Box::new(move |ix| q(ix).codings.iter().map(|c| study.theme(c.theme).id.as_str()).collect::<Vec<_>>().join(";"))));
    columns.push(("stance", Box::new(move |ix| q(ix).codings.iter().map(|c| c.stance.word()).collect::<Vec<_>>().join(";"))));
    columns.push((
        "language",
        Box::new(move |ix| original(study, q(ix)).map_or_else(|| study.settings.language.to_string(), |(lang, _)| lang)),
    ));
    columns.push(("text", Box::new(move |ix| words(study, q(ix)))));
    columns.push(("original", Box::new(move |ix| original(study, q(ix)).map(|(_, text)| text).unwrap_or_default())));
    columns.push(("context", Box::new(move |ix| text(q(ix).context.as_ref()))));
    columns.push(("asked", Box::new(move |ix| text(q(ix).asked.as_ref()))));
    if study.settings.privacy.times {
        columns.push(("at", Box::new(move |ix| text(q(ix).at.as_ref()))));
    }
    let order = names.order.clone().unwrap_or_else(|| study.quote_ixs().collect());
    fill(&columns, order.into_iter().filter(|ix| q(*ix).is_shown() && q(*ix).in_dataset))
}

fn words(study: &Study, quote: &Quote) -> String {
    match &quote.words {
        Words::Speech { text, .. } | Words::Paraphrase(text) => text.to_string(),
        Words::Exchange { turns, .. } => exchange(study, turns),
        Words::Unset => String::new(),
    }
}

fn original(study: &Study, quote: &Quote) -> Option<(String, String)> {
    match &quote.words {
        Words::Speech { original: Some(o), .. } => Some((o.language.to_string(), o.text.to_string())),
        Words::Exchange { original: Some((language, turns)), .. } => Some((language.to_string(), exchange(study, turns))),
        _ => None,
    }
}

fn exchange(study: &Study, turns: &[Turn]) -> String {
    let linked = study.settings.privacy.linking != Linking::None;
    let line = |t: &Turn| {
        let who = match t.speaker {
            TurnSpeaker::Interviewer => "asked".to_owned(),
            TurnSpeaker::Unknown => "?".to_owned(),
            TurnSpeaker::Participant(p) if linked => study.participant(p).id.to_string(),
            TurnSpeaker::Participant(_) => "answered".to_owned(),
        };
        format!("{who}: {}", t.text)
    };
    turns.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn participants(study: &Study) -> DataTable {
    let public: Vec<usize> =
        study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| at).collect();
    let mut columns = vec!["id".to_owned()];
    columns.extend(public.iter().map(|at| study.settings.attributes[*at].key.to_string()));
    let rows = study
        .participants
        .iter()
        .map(|p| {
            let values = public.iter().map(|at| match &p.attributes[*at] {
                Some(AttributeIs::Value(v)) => study.settings.attributes[*at].values[*v].key.to_string(),
                Some(AttributeIs::Written(text)) => text.to_string(),
                None => String::new(),
            });
            std::iter::once(p.id.to_string()).chain(values).collect()
        })
        .collect();
    DataTable { columns, rows }
}

fn themes(study: &Study, analysis: &Analysis) -> DataTable {
    let t = |ix: ThemeIx| study.theme(ix);
    let mut columns: Vec<TableColumn<ThemeIx>> = vec![
        ("id", Box::new(move |ix| t(ix).id.to_string())),
        ("number", Box::new(move |ix| t(ix).number.to_string())),
        ("parent", Box::new(move |ix| t(ix).parent.map(|p| t(p).id.to_string()).unwrap_or_default())),
        ("name", Box::new(move |ix| t(ix).name.to_string())),
        ("definition", Box::new(move |ix| plain(&t(ix).definition))),
    ];
    if study.settings.counts == Counts::Participants {
        columns.push(("participants", Box::new(|ix| analysis.count_in(study, ix, Unit::Participants).n.to_string())));
    }
    if study.settings.counts != Counts::Off {
        columns.push(("quotes", Box::new(|ix| analysis.shown_under(ix).to_string())));
    }
    fill(&columns, study.theme_ixs())
}

fn codebook(study: &Study, names: &PublicNames) -> DataTable {
    let t = |ix: ThemeIx| study.theme(ix);
    let columns: Vec<TableColumn<ThemeIx>> = vec![
        ("id", Box::new(move |ix| t(ix).id.to_string())),
        ("number", Box::new(move |ix| t(ix).number.to_string())),
        ("name", Box::new(move |ix| t(ix).name.to_string())),
        ("definition", Box::new(move |ix| plain(&t(ix).definition))),
        ("full", Box::new(move |ix| plain(&t(ix).full))),
        ("include", Box::new(move |ix| plain(&t(ix).include))),
        ("exclude", Box::new(move |ix| plain(&t(ix).exclude))),
        ("example", Box::new(|ix| t(ix).examples.iter().map(|q| names.quote(*q)).collect::<Vec<_>>().join(";"))),
    ];
    fill(&columns, study.theme_ixs())
}
