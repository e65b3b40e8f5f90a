//! `themes/*.yaml`: the theme tree, one theme or a list of them a file.

use std::sync::Arc;

use super::decode::Reading;
use super::fields::Fields;
use super::markdown;
use super::reference::RawRef;
use super::yaml::Node;
use crate::diag::{Span, Spanned};
use crate::model::document::Inline;
use crate::model::{Asked, Change, ContrarySearch, Id};

/// A theme as written, with its subthemes inside it.
#[derive(Clone, Debug)]
pub struct RawTheme {
    pub span: Span,
    pub id: Spanned<Id>,
    pub name: Option<Spanned<Arc<str>>>,
    pub definition: Vec<Inline<RawRef>>,
    pub full: Vec<Inline<RawRef>>,
    pub include: Vec<Inline<RawRef>>,
    pub exclude: Vec<Inline<RawRef>>,
    pub examples: Vec<Spanned<Id>>,
    pub origin: Option<Arc<str>>,
    pub asked: Option<Asked>,
    pub contrary: Option<ContrarySearch>,
    pub history: Vec<Change>,
    pub aliases: Vec<Spanned<Id>>,
    pub subthemes: Vec<RawTheme>,
}

pub fn read(reading: &Reading, root: &Node) -> Vec<RawTheme> {
    let own = ["id", "name", "definition", "subthemes"];
    reading.list_of(root, "themes", &own, "rest").unwrap_or_default().iter().filter_map(|n| theme(reading, n)).collect()
}

fn theme(reading: &Reading, node: &Node) -> Option<RawTheme> {
    let mut f = reading.fields(node, "a theme")?;
    let id = f.required_id("id");
    let name = f.required_text("name");
    let rich = |f: &mut Fields, field| f.text(field).map(|t| markdown::inline(reading, &t)).unwrap_or_default();
    let definition = rich(&mut f, "definition");
    let full = rich(&mut f, "full");
    let include = rich(&mut f, "include");
    let exclude = rich(&mut f, "exclude");
    let examples = f.ids("examples");
    let origin = f.words("origin");
    let asked = f.choice("asked", Asked::WORDS, Asked::from_word);
    let contrary = contrary(reading, &mut f);
    let history = history(reading, &mut f);
    let aliases = f.ids("aliases");
    let subthemes =
        f.node("subthemes").map(|n| subthemes(reading, n).iter().filter_map(|n| theme(reading, n)).collect()).unwrap_or_default();
    f.finish(&[]);
    Some(RawTheme {
        span: node.span,
        id: id?,
        name,
        definition,
        full,
        include,
        exclude,
        examples,
        origin,
        asked,
        contrary,
        history,
        aliases,
        subthemes,
    })
}

fn subthemes<'n>(reading: &Reading, node: &'n Node) -> &'n [Node] {
    reading.list_of(node, "subthemes", &["id", "name", "definition", "subthemes"], "sleep").unwrap_or_default()
}

fn contrary(reading: &Reading, f: &mut Fields) -> Option<ContrarySearch> {
    let mut f = reading.fields(f.node("contrary")?, "`contrary`")?;
    let sought = f.yes_no("sought");
    let found = f.words("found");
    f.finish(&[]);
    // Who reports what was found has looked for it.
    Some(ContrarySearch { sought: sought.unwrap_or(found.is_some()), found })
}

fn history(reading: &Reading, f: &mut Fields) -> Vec<Change> {
    let Some(node) = f.node("history") else { return Vec::new() };
    reading
        .items(node)
        .iter()
        .filter_map(|n| {
            let mut f = reading.fields(n, "an entry of `history`")?;
            let date = f.words("date");
            let change = f.required_text("change");
            let why = f.words("why");
            f.finish(&[]);
            Some(Change { date, change: change?.value, why })
        })
        .collect()
}
