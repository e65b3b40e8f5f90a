//! A Markdown file: front matter and text.

use std::ops::Range;
use std::sync::Arc;

use super::decode::Reading;
use super::markdown;
use super::reference::{RawKind, RawRef};
use super::yaml;
use crate::diag::{Diagnostic, Span, Spanned, code};
use crate::model::document::{Block, Document, plain};
use crate::model::{Id, PageKind};

/// A page as written.
#[derive(Clone, Debug)]
pub struct RawPage {
    pub kind: Option<PageKind>,
    pub title: Option<Arc<str>>,
    pub summary: Option<Arc<str>>,
    pub theme: Option<Spanned<Id>>,
    pub draft: bool,
    pub document: Document<RawRef>,
    pub span: Span,
}

/// Reads a page; where its front matter is broken the text is read all the same.
pub fn read(reading: &Reading) -> RawPage {
    let text = reading.text;
    let (front, body) = split(text);
    let mut page = RawPage {
        kind: None,
        title: None,
        summary: None,
        theme: None,
        draft: false,
        document: Document { blocks: Vec::new(), footnotes: Vec::new(), has_html: false },
        span: Span::new(reading.file, 0..text.find('\n').unwrap_or(text.len())),
    };
    match front {
        Front::None => {}
        Front::Unclosed => reading.report(
            Diagnostic::at(&code::FRONT_MATTER, Span::new(reading.file, 0..3), "the front matter is opened with `---` and never closed")
                .help("write `---` on a line of its own under the last field"),
        ),
        Front::Range(range) => {
            let (root, diagnostics) = yaml::read(reading.file, text, range);
            diagnostics.into_iter().for_each(|d| reading.report(d));
            if let Some(root) = root
                && let Some(mut f) = reading.fields(&root, "front matter")
            {
                page.title = f.words("title");
                page.kind = f.choice("kind", PageKind::WORDS, PageKind::from_word);
                page.theme = f.id("theme");
                page.draft = f.yes_no("draft").unwrap_or(false);
                page.summary = f.words("summary");
                f.finish(&[]);
            }
        }
    }
    page.document = markdown::document(reading, body);
    // A first-level heading at the top is the title written another way.
    if let Some(Block::Heading { level: 1, content, .. }) = page.document.blocks.first() {
        let heading = plain(content);
        if page.title.is_none() {
            page.title = Some(heading.as_str().into());
        }
        if page.title.as_deref() == Some(&heading) {
            page.document.blocks.remove(0);
        }
    }
    page.document.each_ref(&mut |r: &RawRef| {
        if let RawKind::Link(target) = &r.kind
            && target.starts_with('@')
        {
            reading.report(markdown::not_yet_citation(r.span));
        }
    });
    page
}

enum Front {
    None,
    Unclosed,
    Range(Range<usize>),
}

fn split(text: &str) -> (Front, Range<usize>) {
    let Some(first_end) = text.find('\n') else { return (Front::None, 0..text.len()) };
    if text[..first_end].trim_end() != "---" {
        return (Front::None, 0..text.len());
    }
    let mut at = first_end + 1;
    while at < text.len() {
        let end = text[at..].find('\n').map_or(text.len(), |i| at + i + 1);
        if text[at..end].trim_end() == "---" {
            return (Front::Range(first_end + 1..at), end..text.len());
        }
        at = end;
    }
    (Front::Unclosed, first_end + 1..text.len())
}
