//! The author's pages: findings, methods, others.

use serde::Serialize;

use super::{Around, Entry, Filled, Step};
use crate::diag::Diagnostic;
use crate::model::document::{Block, plain};
use crate::model::settings::AboutField;
use crate::model::{Page, PageIx, PageKind};
use crate::route::Route;
use crate::site::html::Html;
use crate::site::quotes::Code;
use crate::site::sheet::Sheet;
use crate::site::shell::crumbs;
use crate::site::text;

#[derive(Serialize)]
struct Index {
    findings: Vec<Finding>,
    methods: Option<String>,
    figures: Option<String>,
    data: String,
}

#[derive(Serialize)]
struct Finding {
    number: usize,
    title: String,
    href: String,
    summary: Option<String>,
    theme: Option<Code>,
    draft: bool,
}

fn findings(sheet: &Sheet) -> Vec<PageIx> {
    let study = sheet.study();
    study.page_ixs().filter(|p| study.page(*p).kind == PageKind::Finding && sheet.site.has(&Route::Page(*p))).collect()
}

pub fn index(sheet: &Sheet) -> Filled {
    let study = sheet.study();
    let findings = findings(sheet)
        .into_iter()
        .enumerate()
        .map(|(at, ix)| {
            let page = study.page(ix);
            Finding {
                number: at + 1,
                title: page.title.to_string(),
                href: sheet.to(&Route::Page(ix)),
                summary: page.summary.as_ref().map(ToString::to_string),
                theme: page.theme.map(|t| Code::of(&sheet.links, t, crate::model::Stance::Supports)),
                draft: page.draft,
            }
        })
        .collect();
    let place = |label| super::super::shell::places(sheet).into_iter().find(|(l, _)| *l == label).map(|(_, r)| sheet.to(&r));
    let index = Index {
        findings,
        methods: place("Methods"),
        figures: sheet.site.has(&Route::Figures).then(|| sheet.to(&Route::Figures)),
        data: sheet.to(&Route::Data),
    };
    Filled::new("findings.html", "Findings", crumbs(sheet, &[("Findings".into(), None)]), &index)
        .says(format!("What was found: “{}”.", sheet.study().settings.title))
}

#[derive(Serialize)]
struct PageView {
    title: String,
    summary: Option<String>,
    theme: Option<Code>,
    contents: Vec<Entry>,
    about: Vec<About>,
    body: Html,
    around: Around,
    around_label: &'static str,
}

#[derive(Serialize)]
struct About {
    label: &'static str,
    id: &'static str,
    text: Html,
}

pub fn page(sheet: &Sheet, ix: PageIx) -> Result<Filled, Diagnostic> {
    let study = sheet.study();
    let page = study.page(ix);
    let is_methods = sheet.site.path(&Route::Page(ix)) == "methods.html";
    let about = if is_methods { about(sheet)? } else { Vec::new() };
    let body = text::document(sheet, &page.document)?;
    let (trail, around) = match page.kind {
        PageKind::Finding => {
            let all = findings(sheet);
            let at = all.iter().position(|p| *p == ix).unwrap_or(0);
            let step = |p: &PageIx| Step { label: study.page(*p).title.to_string(), href: sheet.to(&Route::Page(*p)) };
            let around = Around {
                previous: at.checked_sub(1).and_then(|i| all.get(i)).map(step),
                up: Some(Step { label: "All findings".into(), href: sheet.to(&Route::Findings) }),
                next: all.get(at + 1).map(step),
            };
            (vec![("Findings".to_owned(), Some(Route::Findings)), ((at + 1).to_string(), None)], around)
        }
        PageKind::Page => {
            let up = Some(Step { label: "The study".into(), href: sheet.to(&Route::Home) });
            (vec![(page.title.to_string(), None)], Around { up, ..Around::default() })
        }
    };
    let view = PageView {
        title: page.title.to_string(),
        summary: page.summary.as_ref().map(ToString::to_string),
        theme: page.theme.map(|t| Code::of(&sheet.links, t, crate::model::Stance::Supports)),
        contents: contents(page, &about),
        about,
        body,
        around,
        around_label: if page.kind == PageKind::Finding { "Findings" } else { "Pages" },
    };
    Ok(Filled::new("page.html", page.title.to_string(), crumbs(sheet, &trail), &view)
        .described(page.summary.as_ref().map(ToString::to_string)))
}

/// The Methods page of a study without `methods.md`.
pub fn methods_alone(sheet: &Sheet) -> Result<Filled, Diagnostic> {
    let about = about(sheet)?;
    let view = PageView {
        title: "Methods".into(),
        summary: about.is_empty().then(|| "The authors have not said how this study was done.".to_owned()),
        theme: None,
        contents: contents_of_about(&about),
        about,
        body: Html::default(),
        around: Around { up: Some(Step { label: "The study".into(), href: sheet.to(&Route::Home) }), ..Around::default() },
        around_label: "Pages",
    };
    Ok(Filled::new("page.html", "Methods", crumbs(sheet, &[("Methods".into(), None)]), &view).says("How the study was made."))
}

fn about(sheet: &Sheet) -> Result<Vec<About>, Diagnostic> {
    let fields = &sheet.study().settings.about;
    fields
        .iter()
        .map(|(field, text)| Ok(About { label: AboutField::label(*field), id: field.word(), text: sheet.running(text)? }))
        .collect()
}

fn contents_of_about(about: &[About]) -> Vec<Entry> {
    about.iter().map(|a| Entry { label: a.label.to_owned(), href: format!("#{}", a.id) }).collect()
}

/// The second-level headings, where there are three or more; a page of methods begins with its fields.
fn contents(page: &Page, about: &[About]) -> Vec<Entry> {
    let headings: Vec<Entry> = page
        .document
        .blocks
        .iter()
        .filter_map(|b| match b {
            Block::Heading { level: 1 | 2, slug, content } => Some(Entry { label: plain(content), href: format!("#s-{slug}") }),
            _ => None,
        })
        .collect();
    if headings.len() + about.len() < 3 {
        return Vec::new();
    }
    if headings.is_empty() { contents_of_about(about) } else { headings }
}
