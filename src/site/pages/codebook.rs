//! The code book: every theme, what it means, and when a passage was coded to it.

use serde::Serialize;

use super::Filled;
use super::themes::{Total, Voice, facts, total, voice};
use crate::diag::Diagnostic;
use crate::model::settings::DataFile;
use crate::route::Route;
use crate::site::html::Html;
use crate::site::sheet::Sheet;
use crate::site::shell::crumbs;

#[derive(Serialize)]
struct Codebook {
    csv: Option<String>,
    codes: Vec<Code>,
    counted: bool,
}

#[derive(Serialize)]
struct Code {
    id: String,
    number: String,
    name: String,
    href: String,
    ink: u8,
    depth: u32,
    definition: Html,
    facts: Vec<(&'static str, Html)>,
    example: Option<Voice>,
    total: Option<Total>,
}

pub fn fill(sheet: &Sheet) -> Result<Filled, Diagnostic> {
    let study = sheet.study();
    let mut codes = Vec::new();
    for t in study.theme_ixs() {
        let theme = study.theme(t);
        codes.push(Code {
            id: theme.id.to_string(),
            number: theme.number.to_string(),
            name: theme.name.to_string(),
            href: sheet.to(&Route::Theme(t)),
            ink: theme.ink,
            depth: theme.depth,
            definition: sheet.running(&theme.definition)?,
            facts: facts(sheet, t)?,
            example: voice(sheet, t),
            total: total(sheet, t),
        });
    }
    let csv = Route::Csv(DataFile::Codebook);
    let counted = codes.iter().any(|c| c.total.is_some());
    let book = Codebook { csv: sheet.site.has(&csv).then(|| sheet.to(&csv)), codes, counted };
    Ok(Filled::new("codebook.html", "Code book", crumbs(sheet, &[("Code book".into(), None)]), &book)
        .says("Every theme, what it means, and when a passage was coded to it."))
}
