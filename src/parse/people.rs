//! `quotes/participants.yaml` (or `.csv`) and `quotes/sources.yaml`: who took part, and in what.

use std::sync::Arc;

use super::csv::Row;
use super::decode::{self, Reading};
use super::study;
use super::yaml::Node;
use crate::diag::{Diagnostic, Span, Spanned, code, words};
use crate::model::settings::Consent;
use crate::model::{Id, SourceKind};

/// A name or a value with its place.
pub type Field = Spanned<Arc<str>>;

/// A participant as written, private attributes and all: it never leaves `resolve`.
#[derive(Clone, Debug)]
pub struct RawParticipant {
    pub span: Span,
    pub id: Spanned<Id>,
    pub consent: Option<Consent>,
    pub withdrawn: bool,
    /// Every other field: attributes, declared or not.
    pub attributes: Vec<(Field, Field)>,
}

/// Interview, focus group, diary … as written.
#[derive(Clone, Debug)]
pub struct RawSource {
    pub id: Spanned<Id>,
    pub kind: SourceKind,
    pub participants: Vec<Spanned<Id>>,
    pub wave: Option<Arc<str>>,
    pub order: Option<u32>,
    pub language: Option<Arc<str>>,
    pub minutes: Option<u32>,
}

pub fn read_participants(reading: &Reading, root: &Node) -> Vec<RawParticipant> {
    reading
        .items(root)
        .iter()
        .filter_map(|node| {
            let mut f = reading.fields(node, "a participant")?;
            let id = f.required_id("id");
            let consent = f.choice("consent", Consent::WORDS, Consent::from_word);
            let withdrawn = f.yes_no("withdrawn").unwrap_or(false);
            // A household is only needed once two of it may not be seen together, which is a later rule's.
            f.node("case");
            let attributes = f
                .rest()
                .filter(|(_, n)| !n.is_null())
                .filter_map(|(k, n)| {
                    let value = reading.text_of(n, &k.name)?;
                    Some((Spanned { value: Arc::clone(&k.name), span: k.span }, value))
                })
                .collect();
            Some(RawParticipant { span: node.span, id: id?, consent, withdrawn, attributes })
        })
        .collect()
}

/// The same from a table with the header `id,…`: one participant a row, one attribute a column.
pub fn participants_from_rows(reading: &Reading, rows: &[Row]) -> Vec<RawParticipant> {
    rows.iter()
        .filter_map(|row| {
            let cell = row.get("id")?;
            let id = match decode::id(&cell.value) {
                Ok(id) => Spanned { value: id, span: cell.span },
                Err(why) => {
                    reading.say(
                        Diagnostic::at(&code::BAD_ID, cell.span, format!("`{}` cannot be an id: {why}", words::shortened(&cell.value, 40)))
                            .help("an id is 1 to 64 letters (a–z), digits, `.`, `_` or `-`, and begins with a letter or a digit"),
                    );
                    return None;
                }
            };
            let word = |name: &str, allowed: &[&str]| {
                let cell = row.get(name).filter(|c| !c.value.is_empty())?;
                if !allowed.contains(&&*cell.value) {
                    reading.say(
                        Diagnostic::at(&code::BAD_VALUE, cell.span, format!("`{name}` cannot be `{}`", words::shortened(&cell.value, 40)))
                            .help(format!("it can be {}", words::choices(allowed))),
                    );
                }
                Some(Arc::clone(&cell.value))
            };
            let consent = word("consent", Consent::WORDS).and_then(|w| Consent::from_word(&w));
            let withdrawn = word("withdrawn", &["yes", "no", "true", "false"]).is_some_and(|w| matches!(&*w, "yes" | "true"));
            let attributes = row
                .cells()
                .filter(|(name, cell)| !matches!(&*name.value, "id" | "consent" | "withdrawn" | "case") && !cell.value.is_empty())
                .map(|(name, cell)| (name.clone(), cell.clone()))
                .collect();
            Some(RawParticipant { span: row.span, id, consent, withdrawn, attributes })
        })
        .collect()
}

pub fn read_sources(reading: &Reading, root: &Node) -> Vec<RawSource> {
    reading
        .items(root)
        .iter()
        .filter_map(|node| {
            let mut f = reading.fields(node, "a source")?;
            let id = f.required_id("id");
            let kind = f.choice("kind", SourceKind::WORDS, SourceKind::from_word).unwrap_or(SourceKind::Interview);
            let participants = f.ids("participants");
            let wave = f.words("wave");
            let order = f.number("order", 0);
            let language = f.text("language").and_then(|t| study::language(reading, t));
            let minutes = f.number("minutes", 0);
            f.finish(&[]);
            Some(RawSource { id: id?, kind, participants, wave, order, language, minutes })
        })
        .collect()
}
