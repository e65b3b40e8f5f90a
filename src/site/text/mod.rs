//! The author's text as HTML.
//!
//! 1. Blocks are set one after another; what emic itself makes (quotes, counts, figures) is set where it is embedded.
//! 2. Raw HTML of the author's is kept apart from what emic made. Where there is any, the whole is sanitised with a mark in the
//!    place of each of emic's own pieces, so that the sanitiser never sees them and a tag opened in one place may be closed
//!    in another.

mod blocks;
mod inline;
mod writer;

use super::html::Html;
use super::page_context::PageContext;
use crate::diag::Diagnostic;
use crate::model::Ref;
use crate::model::document::{Document, Inline};
use writer::Writer;

/// Sets a page's text.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn document(context: &PageContext, document: &Document<Ref>) -> Result<Html, Diagnostic> {
    let mut writer = Writer::new(context);
    writer.blocks(&document.blocks)?;
    if !document.footnotes.is_empty() {
        writer.footnotes(document)?;
    }
    Ok(writer.finish())
}

/// Sets inline text.
///
/// # Errors
/// Where one of the study's own templates fails.
pub fn inline(context: &PageContext, inlines: &[Inline<Ref>]) -> Result<Html, Diagnostic> {
    let mut writer = Writer::new(context);
    writer.inlines(inlines)?;
    Ok(writer.finish())
}
