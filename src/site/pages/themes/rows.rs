//! Themes in a list: name, definition, count, and all below each.

use serde::Serialize;

use crate::analyse::Unit;
use crate::diag::Diagnostic;
use crate::model::{ThemeIx, Words};
use crate::route::Route;
use crate::site::counts::{self, CountForm};
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::text;

/// A theme in a list, with all below it.
#[derive(Serialize)]
pub struct ThemeRow {
    number: String,
    name: String,
    href: String,
    ink: u8,
    definition: Html,
    voice: Option<ExampleLine>,
    pub total: Option<ThemeTotal>,
    subs: Vec<ThemeRow>,
}

/// One line of somebody's words.
#[derive(Serialize)]
pub struct ExampleLine {
    text: String,
    elided: bool,
    id: String,
    href: String,
}

/// A theme's count, with its bar.
#[derive(Serialize)]
pub struct ThemeTotal {
    ticks: Html,
    /// "17 of 20", linked.
    main: Html,
    noun: &'static str,
    remarks: String,
    /// "32 quotes", linked, where participants are counted.
    quotes: Option<Html>,
    bare: Html,
}

pub fn total(context: &PageContext, theme: ThemeIx) -> Option<ThemeTotal> {
    let count = context.count(theme)?;
    let ink = context.study().theme(theme).ink;
    Some(ThemeTotal {
        ticks: count.of.map(|of| counts::ticks(count.n, of, ink)).unwrap_or_default(),
        main: counts::link(&context.links, &count, CountForm::Number, "count main"),
        noun: counts::noun(&count),
        remarks: counts::remarks(&count),
        quotes: (count.unit == Unit::Participants)
            .then(|| counts::link(&context.links, &context.shown_quotes(theme), CountForm::Phrase, "count")),
        bare: counts::link(&context.links, &count, CountForm::Bare, "count"),
    })
}

/// The theme's first example in one line.
pub fn voice(context: &PageContext, theme: ThemeIx) -> Option<ExampleLine> {
    let study = context.study();
    let ix = *study.theme(theme).examples.first()?;
    let (text, elided) = one_line(&study.quote(ix).words, 140)?;
    Some(ExampleLine { text, elided, id: context.links.names.quote(ix).to_owned(), href: context.links.quote(ix) })
}

/// All main themes with their subthemes.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn rows(context: &PageContext, voices: bool) -> Result<Vec<ThemeRow>, Diagnostic> {
    context.study().main_themes().map(|t| row(context, t, voices)).collect()
}

pub fn row(context: &PageContext, ix: ThemeIx, voices: bool) -> Result<ThemeRow, Diagnostic> {
    let theme = context.study().theme(ix);
    Ok(ThemeRow {
        number: theme.number.to_string(),
        name: theme.name.to_string(),
        href: context.to(&Route::Theme(ix)),
        ink: theme.ink,
        definition: text::inline(context, &theme.definition)?,
        voice: if voices && theme.depth == 0 { voice(context, ix) } else { None },
        total: total(context, ix),
        subs: theme.children.iter().map(|c| row(context, *c, false)).collect::<Result<_, _>>()?,
    })
}

/// The first words of a quote, cut at a sentence's end and then marked.
fn one_line(words: &Words, most: usize) -> Option<(String, bool)> {
    let text = match words {
        Words::Speech { text, .. } => text,
        _ => return None,
    };
    let flat = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return Some((flat, false));
    }
    let mut cut = None;
    for (count, (at, c)) in flat.char_indices().enumerate() {
        if count > most && cut.is_some() {
            break;
        }
        let next = flat[at + c.len_utf8()..].chars().next();
        if matches!(c, '.' | '!' | '?') && next.is_none_or(char::is_whitespace) || matches!(c, '。' | '！' | '？') {
            cut = Some(at + c.len_utf8());
        }
    }
    let cut = cut.unwrap_or(flat.len());
    Some((flat[..cut].to_owned(), cut < flat.len()))
}
