//! What is around every page: head, bar, notice, foot.

use serde::Serialize;

use super::page_context::PageContext;
use super::words;
use crate::model::settings::SearchEngines;
use crate::route::{Depth, Route};

#[derive(Serialize)]
pub struct Shell {
    lang: String,
    dir: &'static str,
    /// The page's own title, and what the browser's tab shows.
    title: String,
    tab: String,
    description: Option<String>,
    robots: Option<&'static str>,
    /// In front of every path from the site's root.
    root: &'static str,
    site: String,
    home: String,
    nav: Vec<NavPlace>,
    illustrative: bool,
    wide: bool,
    has_code: bool,
    /// What the page needs beside the site's own script.
    scripts: Vec<String>,
    draft: bool,
    /// Whether the preview shows the page: its script may ask the server how the study is, which no built page may.
    preview: bool,
    foot: Foot,
    crumbs: Vec<Crumb>,
}

#[derive(Serialize)]
struct NavPlace {
    label: &'static str,
    href: String,
    /// `page` on the place itself, `true` below it.
    current: &'static str,
}

#[derive(Serialize)]
struct Foot {
    figures: Option<String>,
    data: String,
    cite: String,
    licence: Option<String>,
    date: Option<String>,
}

/// A step of the way from the home page.
#[derive(Serialize)]
pub struct Crumb {
    pub label: String,
    /// None for the page itself.
    pub href: Option<String>,
}

impl Shell {
    pub fn new(context: &PageContext, route: &Route, title: &str, description: Option<String>, crumbs: Vec<Crumb>) -> Shell {
        let settings = &context.study().settings;
        let site = settings.short_title.as_ref().unwrap_or(&settings.title).to_string();
        let draft = matches!(route, Route::Page(ix) if context.study().page(*ix).draft);
        Shell {
            lang: settings.language.to_string(),
            dir: if words::is_rtl(&settings.language) { "rtl" } else { "ltr" },
            title: title.to_owned(),
            tab: if *route == Route::Home { title.to_owned() } else { format!("{title} · {site}") },
            description,
            robots: robots(context, route),
            root: context.links.depth.up(),
            home: context.to(&Route::Home),
            nav: nav(context, route),
            illustrative: settings.illustrative,
            wide: *route == Route::Matrix,
            has_code: context.has_code(),
            scripts: scripts(context, route),
            draft,
            preview: context.site.edition.preview,
            foot: Foot {
                figures: context.site.has(&Route::Figures).then(|| context.to(&Route::Figures)),
                data: context.to(&Route::Data),
                cite: format!("{}#cite", context.to(&Route::Home)),
                licence: settings.licence.text.as_ref().map(ToString::to_string),
                date: settings.date.as_deref().map(words::date),
            },
            site,
            crumbs,
        }
    }
}

/// The quote list and the matrix can do more with a script; every page reads without.
fn scripts(context: &PageContext, route: &Route) -> Vec<String> {
    let own: &[Route] = match route {
        Route::Quotes => &[Route::FrontEnd("browser.js"), Route::Catalogue],
        Route::Matrix => &[Route::FrontEnd("matrix.js")],
        _ => &[],
    };
    own.iter().map(|script| context.to(script)).collect()
}

/// People's words stay out of search engines unless the study says otherwise; an illustrative study stays out whole.
fn robots(context: &PageContext, route: &Route) -> Option<&'static str> {
    let settings = &context.study().settings;
    let shows_quotes = !matches!(route, Route::Home | Route::Methods | Route::Themes | Route::Codebook | Route::Data | Route::NotFound);
    match settings.search_engines {
        _ if settings.illustrative => Some("noindex"),
        SearchEngines::Off => Some("noindex"),
        SearchEngines::Pages if shows_quotes => Some("noindex"),
        SearchEngines::Pages | SearchEngines::All => None,
    }
}

/// The Methods page: the author's, or emic's where there is none.
pub fn methods(context: &PageContext) -> Route {
    context.site.routes().iter().find(|r| context.site.path(r) == "methods.html").cloned().unwrap_or(Route::Methods)
}

/// The seven places, in the order of the bar.
pub fn places(context: &PageContext) -> Vec<(&'static str, Route)> {
    let methods = methods(context);
    let all = [
        ("Findings", Route::Findings),
        ("Methods", methods),
        ("Themes", Route::Themes),
        ("Quotes", Route::Quotes),
        ("Participants", Route::Participants),
        ("Matrix", Route::Matrix),
        ("Code book", Route::Codebook),
    ];
    all.into_iter().filter(|(_, route)| context.site.has(route)).collect()
}

fn nav(context: &PageContext, here: &Route) -> Vec<NavPlace> {
    let path = context.site.path(here);
    places(context)
        .into_iter()
        .map(|(label, route)| {
            let place = context.site.path(&route);
            let folder = place.strip_suffix("index.html").unwrap_or("");
            let current = if place == path {
                "page"
            } else if Depth::from_path(&place) == Depth::Folder && path.starts_with(folder) {
                "true"
            } else {
                ""
            };
            NavPlace { label, href: context.to(&route), current }
        })
        .collect()
}

/// The way to a page below the first level.
pub fn crumbs(context: &PageContext, steps: &[(String, Option<Route>)]) -> Vec<Crumb> {
    std::iter::once(Crumb { label: "Study".to_owned(), href: Some(context.to(&Route::Home)) })
        .chain(steps.iter().map(|(label, route)| Crumb { label: label.clone(), href: route.as_ref().map(|r| context.to(r)) }))
        .collect()
}
