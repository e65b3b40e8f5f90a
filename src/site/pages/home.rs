//! The home page: what the study is, one voice, its themes, how to cite it.

use serde::Serialize;

use super::themes::rows::{ThemeRow, rows};
use crate::diag::Diagnostic;
use crate::export;
use crate::model::settings::Author;
use crate::model::settings::Method;
use crate::model::{PageKind, SourceKind};
use crate::route::Route;
use crate::site::content::PageContent;
use crate::site::html::{Html, escaped};
use crate::site::page_context::PageContext;
use crate::site::{shell, words};

#[derive(Serialize)]
struct Home {
    kicker: String,
    subtitle: Option<String>,
    opening: Option<Html>,
    figures: Vec<KeyFigure>,
    summary: Option<String>,
    methods: String,
    findings: Option<String>,
    matrix: Option<String>,
    figures_page: Option<String>,
    heading: String,
    rows: Vec<ThemeRow>,
    bars: Option<u32>,
    counts_off: Option<&'static str>,
    cite: Html,
    /// Who wrote it and where they work, where that was written.
    authors: Vec<Html>,
    based_on: Option<Html>,
    downloads: Vec<(String, String)>,
    data: String,
}

/// A number with its unit below it; not a link where there are no words behind it.
#[derive(Serialize)]
struct KeyFigure {
    value: Html,
    label: String,
    words: bool,
}

pub fn fill(context: &PageContext) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let settings = &study.settings;
    let opening = settings.opening.map(|q| context.lead_quote(q)).transpose()?;
    let counted = context.is_counted();
    let has = |route: Route| context.site.has(&route).then(|| context.to(&route));
    let mains = study.main_themes().count();
    let kicker: Vec<String> = [
        settings.method.filter(|m| *m != Method::Other).map(|m| words::capital(m.name())),
        settings.period.as_ref().map(ToString::to_string),
    ]
    .into_iter()
    .flatten()
    .collect();
    let home = Home {
        kicker: kicker.join(" · "),
        subtitle: settings.subtitle.as_ref().map(ToString::to_string),
        opening,
        figures: key_figures(context),
        summary: settings.summary.as_ref().map(ToString::to_string),
        methods: context.to(&shell::methods(context)),
        findings: study.pages.iter().any(|p| p.kind == PageKind::Finding).then(|| context.to(&Route::Findings)),
        matrix: has(Route::Matrix),
        figures_page: has(Route::Figures),
        heading: format!("What was said, in {} {}", words::number(mains), if mains == 1 { "theme" } else { "themes" }),
        rows: rows(context, true)?,
        bars: (counted && study.participants.len() <= 60).then_some(study.participants.len() as u32),
        counts_off: (!counted && !settings.counts_chosen && settings.method.is_some()).then(|| settings.method.map_or("", |m| m.name())),
        cite: citation(context),
        authors: settings.authors.iter().filter_map(author).collect(),
        based_on: settings.based_on.as_ref().map(|b| {
            let title = escaped(&b.title);
            Html(match &b.url {
                Some(url) => format!("<a href=\"{}\" rel=\"noopener noreferrer external\">{title}</a>", escaped(url)),
                None => format!("<i>{title}</i>"),
            })
        }),
        downloads: export::files(study)
            .into_iter()
            .map(Route::Csv)
            .chain([Route::Json])
            .map(|r| (context.site.path(&r).trim_start_matches("data/").to_owned(), context.to(&r)))
            .collect(),
        data: context.to(&Route::Data),
    };
    let description = settings.summary.as_deref().map(|s| crate::diag::words::shortened(s, 200));
    Ok(PageContent::new("home.html", settings.title.to_string(), Vec::new(), &home).described(description))
}

fn key_figures(context: &PageContext) -> Vec<KeyFigure> {
    let study = context.study();
    let mut out = Vec::new();
    let linked = |n: usize, route: &Route| Html(format!("<a href=\"{}\">{n}</a>", escaped(&context.to(route))));
    let plain = |n: usize| Html(n.to_string());
    let n = study.participants.len();
    if n > 0 {
        let label = if n == 1 { "participant" } else { "participants" };
        out.push(KeyFigure { value: linked(n, &Route::Participants), label: label.to_owned(), words: false });
    }
    // Kinds in the order of their number, so that the study's main material stands first.
    let mut kinds: Vec<(SourceKind, usize)> =
        SourceKind::ALL.iter().map(|k| (*k, study.sources.iter().filter(|s| s.kind == *k).count())).filter(|(_, n)| *n > 0).collect();
    kinds.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    if let Some((kind, n)) = kinds.first().copied() {
        let name = if n == 1 { kind.one() } else { kind.many() };
        let label = match hours(context) {
            Some(hours) if kinds.len() == 1 => format!("{name}, {hours}"),
            _ if kinds.len() > 1 => {
                let rest: Vec<String> = kinds[1..].iter().map(|(k, n)| words::count(*n, k.one(), k.many())).collect();
                format!("{name}; {}", words::list(&rest, "and"))
            }
            _ => name.to_owned(),
        };
        out.push(KeyFigure { value: plain(n), label, words: false });
    }
    let mains = study.main_themes().count();
    if mains > 0 {
        let below = study.themes.len() - mains;
        let label = match below {
            0 if mains == 1 => "theme".to_owned(),
            0 => "themes".to_owned(),
            _ => format!("{}, with {}", if mains == 1 { "theme" } else { "themes" }, words::count(below, "subtheme", "subthemes")),
        };
        out.push(KeyFigure { value: linked(mains, &Route::Themes), label, words: false });
    }
    if let Some(period) = &study.settings.period {
        out.push(KeyFigure { value: Html(escaped(period)), label: "period of the study".to_owned(), words: true });
    }
    out
}

/// The sum of all sources' lengths, where every one has its own.
fn hours(context: &PageContext) -> Option<String> {
    let minutes: Option<Vec<u32>> = context.study().sources.iter().map(|s| s.minutes).collect();
    let total: u32 = minutes?.iter().sum();
    match (total + 30) / 60 {
        0 => None,
        1 => Some("1 hour".to_owned()),
        hours => Some(format!("{hours} hours")),
    }
}

/// An author with more than a name: where they work, and their ORCID iD.
fn author(author: &Author) -> Option<Html> {
    let Author { name, orcid, affiliation } = author;
    if orcid.is_none() && affiliation.is_none() {
        return None;
    }
    let mut out = escaped(name);
    if let Some(affiliation) = affiliation {
        out.push_str(&format!(", {}", escaped(affiliation)));
    }
    if let Some(orcid) = orcid {
        let id = escaped(orcid.trim_start_matches("https://orcid.org/"));
        out.push_str(&format!(", <a href=\"https://orcid.org/{id}\" rel=\"noopener noreferrer external\">ORCID {id}</a>"));
    }
    Some(Html(out))
}

/// How to cite the site; a demonstration says that it is one.
fn citation(context: &PageContext) -> Html {
    let settings = &context.study().settings;
    let names: Vec<&str> = settings.authors.iter().map(|a| &*a.name).collect();
    let year = settings.date.as_deref().and_then(|d| d.get(..4));
    let mut out = String::new();
    let mut lead = words::list(&names, "and");
    if let (false, Some(year)) = (lead.is_empty(), year) {
        lead = format!("{lead} ({year}).");
    } else if !lead.is_empty() {
        lead.push('.');
    }
    if !lead.is_empty() {
        out.push_str(&escaped(&lead));
        out.push(' ');
    }
    out.push_str(&format!("<i>{}.</i>", escaped(settings.title.trim_end_matches('.'))));
    if let (true, Some(year)) = (names.is_empty(), year) {
        out.push_str(&format!(" ({year})."));
    }
    out.push_str(if settings.illustrative {
        " Demonstration of a supplementary site, with illustrative quotes"
    } else {
        " Supplementary site"
    });
    if let Some(version) = &settings.version {
        out.push_str(&format!(", version {}", escaped(version)));
    }
    out.push('.');
    Html(out)
}
