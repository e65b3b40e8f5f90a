//! What the code book says of a theme.

use crate::diag::Diagnostic;
use crate::model::{Asked, ThemeIx};
use crate::site::html::{Html, escaped};
use crate::site::page_context::PageContext;
use crate::site::{text, words};

/// What the code book says, in the order a reader asks.
pub fn facts(context: &PageContext, ix: ThemeIx) -> Result<Vec<(&'static str, Html)>, Diagnostic> {
    let theme = context.study().theme(ix);
    let mut facts = Vec::new();
    for (label, text) in [("In full", &theme.full), ("Code this when", &theme.include), ("Do not code this when", &theme.exclude)] {
        if !text.is_empty() {
            facts.push((label, text::inline(context, text)?));
        }
    }
    let origin = theme.origin.as_deref().map(|o| match o {
        "inductive" => "From the material (inductive).".to_owned(),
        "deductive" => "From theory (deductive).".to_owned(),
        other => format!("{}.", words::capital(other.trim_end_matches('.'))),
    });
    let asked = theme.asked.map(|a| match a {
        Asked::All => "Everyone was asked about it.",
        Asked::Some => "Some were asked about it.",
        Asked::Arose => "Nobody was asked about it; it arose.",
    });
    if origin.is_some() || asked.is_some() {
        let text: Vec<&str> = origin.as_deref().into_iter().chain(asked).collect();
        facts.push(("Origin", Html(escaped(&text.join(" ")))));
    }
    if !theme.history.is_empty() {
        let entries: Vec<String> = theme
            .history
            .iter()
            .map(|h| {
                let date = h.date.as_ref().map(|d| format!("{d}: ")).unwrap_or_default();
                let why = h.why.as_ref().map(|w| format!(" ({})", w.trim_end_matches('.'))).unwrap_or_default();
                escaped(&format!("{date}{}{why}.", h.change.trim_end_matches('.')))
            })
            .collect();
        facts.push(("History", Html(entries.join("<br>"))));
    }
    Ok(facts)
}
