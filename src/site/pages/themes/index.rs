//! The list of all themes.

use serde::Serialize;

use super::rows::{ThemeRow, rows};
use crate::diag::Diagnostic;
use crate::site::content::PageContent;
use crate::site::page_context::PageContext;
use crate::site::shell::crumbs;
use crate::site::words;

#[derive(Serialize)]
struct ThemesIndex {
    heading: String,
    lede: String,
    rows: Vec<ThemeRow>,
    ticks: bool,
    n: usize,
}

pub fn index(context: &PageContext) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let mains = study.main_themes().count();
    let below = study.themes.len() - mains;
    let heading = format!("{} {}", words::capital(&words::number(mains)), if mains == 1 { "theme" } else { "themes" });
    let lede = match below {
        0 => format!("How the words were brought into order: {}.", words::count(mains, "theme", "themes")),
        _ => format!(
            "How the words were brought into order: {} with {}.",
            words::count(mains, "theme", "themes"),
            words::count(below, "subtheme", "subthemes")
        ),
    };
    let rows = rows(context, false)?;
    let ticks = rows.iter().any(|r| r.total.is_some()) && study.participants.len() <= 60;
    let index = ThemesIndex { heading: heading.clone(), lede, rows, ticks, n: study.participants.len() };
    let says = index.lede.clone();
    Ok(PageContent::new("themes.html", heading, crumbs(context, &[("Themes".into(), None)]), &index).described_as(says))
}
