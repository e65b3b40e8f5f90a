//! What the preview server answers with: the latest snapshot, with the bar put in.

use std::borrow::Cow;
use std::sync::{Arc, PoisonError};

use super::page::{Page, Shown, tag};
use super::snapshot::Snapshot;
use super::{Latest, current};
use crate::serve::{Answer, Pages, content_type};
use crate::site::preview::{self, PageTags};

/// The pages of a study that changes.
pub struct Preview(pub Latest);

impl Pages for Preview {
    fn answer(&self, path: &str, query: &str) -> Answer {
        let now = current(&self.0);
        if let Some(own) = path.strip_prefix(preview::FOLDER) {
            return match (own, preview::asset(own)) {
                ("state", _) => state(&now, query),
                (_, Some(bytes)) => ok(content_type(own), bytes),
                (_, None) => Answer { status: 404, ..ok("text/plain; charset=utf-8", b"There is nothing here.\n") },
            };
        }
        // Browsers ask for it unasked, and complain in their console where there is none.
        if path == "favicon.ico" {
            return ok("image/x-icon", b"");
        }
        // What is wrong with the study can be read where there are no pages yet.
        if now.site.is_none() {
            return match path {
                "assets/emic.css" => ok("text/css; charset=utf-8", &crate::site::style_sheet()),
                _ => with_bar(&now, &alone(), 200),
            };
        }
        match now.page(path) {
            Some(page) if path.ends_with(".html") => with_bar(&now, &page, 200),
            Some(page) => Answer {
                status: 200,
                kind: Cow::Borrowed(content_type(path)),
                body: Arc::clone(&page.bytes),
                etag: Some(format!("\"{}\"", page.tag)),
            },
            None => match now.not_found() {
                Some(page) => with_bar(&now, &page, 404),
                None => Answer { status: 404, ..ok("text/plain; charset=utf-8", b"There is no such page.\n") },
            },
        }
    }
}

fn ok(kind: &'static str, bytes: &[u8]) -> Answer {
    Answer { status: 200, kind: Cow::Borrowed(kind), body: bytes.into(), etag: Some(format!("\"{}\"", tag(bytes))) }
}

fn alone() -> Page {
    Page::new(preview::alone().into_bytes(), Vec::new())
}

fn shown(now: &Snapshot, page: &Page) -> Arc<Shown> {
    let found = now.progress.found();
    let gate = (now.progress.in_words(), found.len());
    let mut kept = page.shown.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(shown) = kept.as_ref().filter(|shown| shown.gate == gate) {
        return Arc::clone(shown);
    }
    let elsewhere = found.iter().filter(|d| !page.diagnostics.iter().any(|own| own.place == d.place));
    let all: Vec<_> = now.checked.diagnostics.iter().chain(&page.diagnostics).chain(elsewhere).cloned().collect();
    let bar = preview::bar(&all, &now.checked.sources.files, all.iter().any(|d| d.is_error()), gate.0.as_deref());
    let bar_tag = tag(bar.as_bytes());
    let marks = PageTags { page: &page.tag, css: &now.style_sheet_tag(), bar: &bar_tag };
    let html = preview::with_bar(&String::from_utf8_lossy(&page.bytes), &bar, &marks);
    let shown = Arc::new(Shown { html_tag: tag(html.as_bytes()), html: html.into_bytes().into(), bar, bar_tag, gate });
    *kept = Some(Arc::clone(&shown));
    shown
}

fn with_bar(now: &Snapshot, page: &Page, status: u16) -> Answer {
    let shown = shown(now, page);
    Answer {
        status,
        kind: Cow::Borrowed("text/html; charset=utf-8"),
        body: Arc::clone(&shown.html),
        etag: Some(format!("\"{}\"", shown.html_tag)),
    }
}

/// The state of the page in the query: what an open page compares with its own.
fn state(now: &Snapshot, query: &str) -> Answer {
    let asked = query.split('&').find_map(|part| part.strip_prefix("page=")).unwrap_or_default();
    let mut path = crate::serve::decoded(asked).unwrap_or_default().trim_start_matches('/').to_owned();
    if path.is_empty() || path.ends_with('/') {
        path.push_str("index.html");
    }
    let page = now.page(&path).or_else(|| now.not_found()).unwrap_or_else(|| Arc::new(alone()));
    let shown = shown(now, &page);
    let state = serde_json::json!({ "page": page.tag, "css": now.style_sheet_tag(), "bar": shown.bar_tag, "html": shown.bar });
    Answer { etag: None, ..ok("application/json", state.to_string().as_bytes()) }
}
