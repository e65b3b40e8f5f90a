//! `quotes/participants.yaml` (or `.csv`) and `quotes/sources.yaml`: who took part, and in what.

use std::sync::Arc;

use super::csv::Table;
use super::decode::Reading;
use super::yaml::{Node, NodeKind};
use super::{reserved, study};
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
    /// A dyad or household: it is never published.
    pub case: Option<Arc<str>>,
    /// Agreed to be seen beside the others of the case.
    pub together: bool,
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
    let Some(people) = reading.list_of(root, "the participants", &["id", "consent", "withdrawn", "case"], "P01") else { return Vec::new() };
    people
        .iter()
        .filter_map(|node| {
            let mut f = reading.fields(node, "a participant")?;
            let id = f.required_id("id");
            let consent = f.choice("consent", Consent::WORDS, Consent::from_word);
            let withdrawn = f.yes_no("withdrawn").unwrap_or(false);
            let case = f.node("case").filter(|n| !n.is_null()).and_then(|n| reading.text_of(n, "case")).map(|t| t.value);
            let together = f.yes_no("together").unwrap_or(false);
            let mut attributes = Vec::new();
            for (key, value) in f.rest() {
                if let Some(meant) = reserved::near(&key.name) {
                    f.unknown(key, Some(meant), String::new);
                    continue;
                }
                // Where nothing is known of somebody, nothing is written.
                let Some(value) = (!value.is_null()).then(|| one_line(reading, value, &key.name)).flatten() else { continue };
                if !withdrawn && reserved::is_withdrawal(&value.value) {
                    reading.report(reserved::withdrawal(key.span));
                    continue;
                }
                attributes.push((Spanned { value: Arc::clone(&key.name), span: key.span }, value));
            }
            f.finish_open();
            Some(RawParticipant { span: node.span, id: id?, consent, withdrawn, case, together, attributes })
        })
        .collect()
}

/// An attribute's value. One that runs on in the next line has most likely swallowed a field that was indented too far.
fn one_line(reading: &Reading, node: &Node, name: &str) -> Option<Field> {
    let value = reading.text_of(node, name)?;
    if matches!(node.kind, NodeKind::Scalar { plain: true, .. }) && reading.text[node.span.range()].trim_end().contains('\n') {
        reading.report(
            Diagnostic::at(&code::YAML_INDENT, node.span, format!("`{name}` goes on in the next line"))
                .help("fields of one participant begin in the same column; a value that is meant to be long stands in quotation marks"),
        );
        return None;
    }
    Some(value)
}

/// The same from a table with the header `id,…`: one participant a row, one attribute a column.
pub fn participants_from_table(reading: &Reading, table: &Table) -> Vec<RawParticipant> {
    let known = |name: &str| matches!(name, "id" | "consent" | "withdrawn" | "case" | "together");
    for name in table.header.iter().filter(|n| !known(&n.value)) {
        if let Some(near) = reserved::near(&name.value) {
            reading.report(
                Diagnostic::at(
                    &code::UNKNOWN_FIELD,
                    name.span,
                    format!("a participant has no field `{}`", words::shortened(&name.value, 40)),
                )
                .help(format!("did you mean `{near}`?")),
            );
        }
    }
    table
        .rows
        .iter()
        .filter_map(|row| {
            let cell = row.get("id")?;
            let id = reading.id_in(&cell.value, cell.span)?;
            let word = |name: &str, allowed: &[&str]| {
                let cell = row.get(name).filter(|c| !c.value.is_empty())?;
                if !allowed.contains(&&*cell.value) {
                    reading.report(
                        Diagnostic::at(&code::BAD_VALUE, cell.span, format!("`{name}` cannot be `{}`", words::shortened(&cell.value, 40)))
                            .help(format!("it can be {}", words::choices(allowed))),
                    );
                }
                Some(Arc::clone(&cell.value))
            };
            let consent = word("consent", Consent::WORDS).and_then(|w| Consent::from_word(&w));
            let is_yes = |name: &str| word(name, &["yes", "no", "true", "false"]).is_some_and(|w| matches!(&*w, "yes" | "true"));
            let withdrawn = is_yes("withdrawn");
            let together = is_yes("together");
            let case = row.get("case").map(|cell| Arc::clone(&cell.value)).filter(|case| !case.is_empty());
            let mut attributes = Vec::new();
            for (name, cell) in row.cells().filter(|(name, cell)| !known(&name.value) && !cell.value.is_empty()) {
                if name.value.is_empty() {
                    reading.report(
                        Diagnostic::at(&code::BAD_TABLE, cell.span, "this cell stands under no name")
                            .help("give the column a name in the first row, or empty the cell"),
                    );
                } else if reserved::near(&name.value).is_some() {
                    // Said of the column.
                } else if !withdrawn && reserved::is_withdrawal(&cell.value) {
                    reading.report(reserved::withdrawal(cell.span));
                } else {
                    attributes.push((name.clone(), cell.clone()));
                }
            }
            Some(RawParticipant { span: row.span, id, consent, withdrawn, case, together, attributes })
        })
        .collect()
}

pub fn read_sources(reading: &Reading, root: &Node) -> Vec<RawSource> {
    let own = ["id", "kind", "participants", "wave", "language"];
    let sources = reading.list_of(root, "the sources", &own, "P01-T1").unwrap_or_default();
    sources
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
