//! The code book: every theme, what it means, and when a passage was coded to it.

use serde::Serialize;

use super::themes::facts::facts;
use super::themes::rows::{ExampleLine, ThemeTotal, total, voice};
use crate::diag::Diagnostic;
use crate::model::settings::DataFile;
use crate::route::Route;
use crate::site::content::PageContent;
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::shell::crumbs;
use crate::site::text;

#[derive(Serialize)]
struct Codebook {
    csv: Option<String>,
    codes: Vec<CodebookEntry>,
    counted: bool,
}

#[derive(Serialize)]
struct CodebookEntry {
    id: String,
    number: String,
    name: String,
    href: String,
    ink: u8,
    depth: u32,
    definition: Html,
    facts: Vec<(&'static str, Html)>,
    example: Option<ExampleLine>,
    total: Option<ThemeTotal>,
}

pub fn fill(context: &PageContext) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let mut codes = Vec::new();
    for t in study.theme_ixs() {
        let theme = study.theme(t);
        codes.push(CodebookEntry {
            id: theme.id.to_string(),
            number: theme.number.to_string(),
            name: theme.name.to_string(),
            href: context.to(&Route::Theme(t)),
            ink: theme.ink,
            depth: theme.depth,
            definition: text::inline(context, &theme.definition)?,
            facts: facts(context, t)?,
            example: voice(context, t),
            total: total(context, t),
        });
    }
    let csv = Route::Csv(DataFile::Codebook);
    let counted = codes.iter().any(|c| c.total.is_some());
    let book = Codebook { csv: context.site.has(&csv).then(|| context.to(&csv)), codes, counted };
    Ok(PageContent::new("codebook.html", "Code book", crumbs(context, &[("Code book".into(), None)]), &book)
        .described_as("Every theme, what it means, and when a passage was coded to it."))
}
