//! The page of one theme, at any depth.

use serde::Serialize;

use super::facts::facts;
use super::quotes::{child_quotes, leaf_quotes, sentence};
use super::rows::{ThemeRow, row};
use crate::diag::Diagnostic;
use crate::model::document::plain;
use crate::model::{QuoteIx, ThemeIx};
use crate::route::Route;
use crate::site::content::{ContentsEntry, PageContent, PageLink, PageLinks};
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::shell::crumbs;
use crate::site::{people, text};

#[derive(Serialize)]
struct ThemeView {
    number: String,
    name: String,
    ink: u8,
    id: String,
    definition: Html,
    facts: Vec<(&'static str, Html)>,
    contents: Vec<ContentsEntry>,
    badges: Vec<BadgeView>,
    strip: Html,
    sentence: Html,
    sections: Vec<ThemeSection>,
    contrary_found: Option<String>,
    contrary_sought: bool,
    contrary: Html,
    around: PageLinks,
}

#[derive(Serialize)]
struct BadgeView {
    number: String,
    name: String,
    href: String,
    ink: u8,
    current: bool,
}

/// The quotes of a direct child, or of the theme itself.
#[derive(Serialize)]
struct ThemeSection {
    id: String,
    /// None for the theme's own quotes.
    row: Option<ThemeRow>,
    quotes: Html,
}

pub fn theme(context: &PageContext, ix: ThemeIx) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let theme = study.theme(ix);
    let mut sections = Vec::new();
    if theme.is_leaf() {
        let quotes = leaf_quotes(context, ix)?;
        sections.push(ThemeSection { id: "quotes".into(), row: None, quotes });
    } else {
        let own = context.analysis().own_quotes(ix);
        if !own.is_empty() {
            sections.push(ThemeSection { id: "quotes".into(), row: None, quotes: context.quotes(own)? });
        }
        for &child in &theme.children {
            let quotes = child_quotes(context, child)?;
            let row = row(context, child, false)?;
            sections.push(ThemeSection { id: study.theme(child).id.to_string(), row: Some(row), quotes });
        }
    }
    let contrary: Vec<QuoteIx> = context.analysis().against(study, ix).collect();
    let contrary_html = context.quotes(&contrary)?;
    let shows_contrary = !contrary.is_empty() || theme.contrary.as_ref().is_some_and(|c| c.sought || c.found.is_some());
    let strip = people::participants_strip(context, ix);
    let mut contents = Vec::new();
    if !strip.0.is_empty() {
        contents.push(ContentsEntry { label: "Whose words are coded here".into(), href: "#coded".into() });
    }
    if theme.is_leaf() {
        contents.push(ContentsEntry { label: "Quotes".into(), href: "#quotes".into() });
    }
    contents.extend(theme.children.iter().map(|c| {
        let child = study.theme(*c);
        ContentsEntry { label: format!("{} {}", child.number, child.name), href: format!("#{}", child.id) }
    }));
    if shows_contrary {
        contents.push(ContentsEntry { label: "Words that speak against this".into(), href: "#contrary".into() });
    }
    let main = study.ancestors(ix).first().copied().unwrap_or(ix);
    let view = ThemeView {
        number: theme.number.to_string(),
        name: theme.name.to_string(),
        ink: theme.ink,
        id: theme.id.to_string(),
        definition: text::inline(context, &theme.definition)?,
        facts: facts(context, ix)?,
        contents,
        badges: study
            .main_themes()
            .map(|t| {
                let m = study.theme(t);
                BadgeView {
                    number: m.number.to_string(),
                    name: m.name.to_string(),
                    href: context.to(&Route::Theme(t)),
                    ink: m.ink,
                    current: t == main,
                }
            })
            .collect(),
        strip,
        sentence: sentence(context, ix),
        sections,
        contrary_found: theme.contrary.as_ref().and_then(|c| c.found.as_ref()).map(ToString::to_string),
        contrary_sought: theme.contrary.as_ref().is_some_and(|c| c.sought),
        contrary: contrary_html,
        around: around(context, ix),
    };
    let mut trail = vec![("Themes".to_owned(), Some(Route::Themes))];
    trail.extend(study.ancestors(ix).into_iter().map(|a| (study.theme(a).number.to_string(), Some(Route::Theme(a)))));
    trail.push((theme.number.to_string(), None));
    let title = format!("{} {}", theme.number, theme.name);
    let description = plain(&theme.definition);
    Ok(PageContent::new("theme.html", title, crumbs(context, &trail), &view).described((!description.is_empty()).then_some(description)))
}

fn around(context: &PageContext, ix: ThemeIx) -> PageLinks {
    let study = context.study();
    let step = |t: ThemeIx| {
        let theme = study.theme(t);
        PageLink { label: format!("{} {}", theme.number, theme.name), href: context.to(&Route::Theme(t)) }
    };
    let up = study.theme(ix).parent.map_or_else(|| PageLink { label: "All themes".into(), href: context.to(&Route::Themes) }, step);
    PageLinks {
        previous: ix.0.checked_sub(1).map(|i| step(ThemeIx(i))),
        up: Some(up),
        next: ((ix.at() + 1) < study.themes.len()).then(|| step(ThemeIx(ix.0 + 1))),
    }
}
