//! The author's pages: findings, methods, others.

use serde::Serialize;

use crate::diag::Diagnostic;
use crate::model::document::{Block, plain};
use crate::model::settings::AboutField;
use crate::model::{Page, PageIx, PageKind, Stance};
use crate::route::Route;
use crate::site::content::{ContentsEntry, PageContent, PageLink, PageLinks};
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::quotes::ThemeTag;
use crate::site::shell::{self, crumbs};
use crate::site::text;

#[derive(Serialize)]
struct FindingsIndex {
    findings: Vec<FindingView>,
    methods: Option<String>,
    figures: Option<String>,
    data: String,
}

#[derive(Serialize)]
struct FindingView {
    number: usize,
    title: String,
    href: String,
    summary: Option<String>,
    theme: Option<ThemeTag>,
    draft: bool,
}

fn findings(context: &PageContext) -> Vec<PageIx> {
    let study = context.study();
    study.page_ixs().filter(|p| study.page(*p).kind == PageKind::Finding && context.site.has(&Route::Page(*p))).collect()
}

pub fn index(context: &PageContext) -> PageContent {
    let study = context.study();
    let findings = findings(context)
        .into_iter()
        .enumerate()
        .map(|(at, ix)| {
            let page = study.page(ix);
            FindingView {
                number: at + 1,
                title: page.title.to_string(),
                href: context.to(&Route::Page(ix)),
                summary: page.summary.as_ref().map(ToString::to_string),
                theme: page.theme.map(|t| ThemeTag::new(&context.links, t, Stance::Supports)),
                draft: page.draft,
            }
        })
        .collect();
    let methods = shell::methods(context);
    let index = FindingsIndex {
        findings,
        methods: context.site.has(&methods).then(|| context.to(&methods)),
        figures: context.site.has(&Route::Figures).then(|| context.to(&Route::Figures)),
        data: context.to(&Route::Data),
    };
    PageContent::new("findings.html", "Findings", crumbs(context, &[("Findings".into(), None)]), &index)
        .described_as(format!("What was found: “{}”.", context.study().settings.title))
}

#[derive(Serialize)]
struct PageView {
    title: String,
    summary: Option<String>,
    theme: Option<ThemeTag>,
    contents: Vec<ContentsEntry>,
    about: Vec<AboutView>,
    body: Html,
    around: PageLinks,
    around_label: &'static str,
}

#[derive(Serialize)]
struct AboutView {
    label: &'static str,
    id: &'static str,
    text: Html,
}

pub fn page(context: &PageContext, ix: PageIx) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let page = study.page(ix);
    let is_methods = context.site.path(&Route::Page(ix)) == "methods.html";
    let about = if is_methods { about(context)? } else { Vec::new() };
    let body = text::document(context, &page.document)?;
    let (trail, around) = match page.kind {
        PageKind::Finding => {
            let all = findings(context);
            let at = all.iter().position(|p| *p == ix).unwrap_or(0);
            let step = |p: &PageIx| PageLink { label: study.page(*p).title.to_string(), href: context.to(&Route::Page(*p)) };
            let around = PageLinks {
                previous: at.checked_sub(1).and_then(|i| all.get(i)).map(step),
                up: Some(PageLink { label: "All findings".into(), href: context.to(&Route::Findings) }),
                next: all.get(at + 1).map(step),
            };
            (vec![("Findings".to_owned(), Some(Route::Findings)), ((at + 1).to_string(), None)], around)
        }
        PageKind::Page => {
            let up = Some(PageLink { label: "The study".into(), href: context.to(&Route::Home) });
            (vec![(page.title.to_string(), None)], PageLinks { up, ..PageLinks::default() })
        }
    };
    let view = PageView {
        title: page.title.to_string(),
        summary: page.summary.as_ref().map(ToString::to_string),
        theme: page.theme.map(|t| ThemeTag::new(&context.links, t, Stance::Supports)),
        contents: contents(page, &about),
        about,
        body,
        around,
        around_label: if page.kind == PageKind::Finding { "Findings" } else { "Pages" },
    };
    Ok(PageContent::new("page.html", page.title.to_string(), crumbs(context, &trail), &view)
        .described(page.summary.as_ref().map(ToString::to_string)))
}

/// The Methods page of a study without `methods.md`.
pub fn methods_alone(context: &PageContext) -> Result<PageContent, Diagnostic> {
    let about = about(context)?;
    let view = PageView {
        title: "Methods".into(),
        summary: about.is_empty().then(|| "The authors have not said how this study was done.".to_owned()),
        theme: None,
        contents: contents_of_about(&about),
        about,
        body: Html::default(),
        around: PageLinks { up: Some(PageLink { label: "The study".into(), href: context.to(&Route::Home) }), ..PageLinks::default() },
        around_label: "Pages",
    };
    Ok(PageContent::new("page.html", "Methods", crumbs(context, &[("Methods".into(), None)]), &view)
        .described_as("How the study was made."))
}

fn about(context: &PageContext) -> Result<Vec<AboutView>, Diagnostic> {
    let fields = &context.study().settings.about;
    fields
        .iter()
        .map(|(field, text)| Ok(AboutView { label: AboutField::label(*field), id: field.word(), text: text::inline(context, text)? }))
        .collect()
}

fn contents_of_about(about: &[AboutView]) -> Vec<ContentsEntry> {
    about.iter().map(|a| ContentsEntry { label: a.label.to_owned(), href: format!("#{}", a.id) }).collect()
}

/// The second-level headings, where there are three or more; a page of methods begins with its fields.
fn contents(page: &Page, about: &[AboutView]) -> Vec<ContentsEntry> {
    let headings: Vec<ContentsEntry> = page
        .document
        .blocks
        .iter()
        .filter_map(|b| match b {
            Block::Heading { level: 1 | 2, slug, content } => Some(ContentsEntry { label: plain(content), href: format!("#s-{slug}") }),
            _ => None,
        })
        .collect();
    if headings.len() + about.len() < 3 {
        return Vec::new();
    }
    if headings.is_empty() { contents_of_about(about) } else { headings }
}
