//! What stands around every page: head, bar, notice, foot.

use serde::Serialize;

use super::sheet::Sheet;
use super::words;
use crate::model::settings::SearchEngines;
use crate::route::{Depth, Route};

#[derive(Serialize)]
pub struct Shell {
    lang: String,
    dir: &'static str,
    /// The page's own title, and what stands in the browser's tab.
    title: String,
    tab: String,
    description: Option<String>,
    robots: Option<&'static str>,
    /// In front of every path from the site's root.
    root: &'static str,
    site: String,
    home: String,
    nav: Vec<Place>,
    illustrative: bool,
    wide: bool,
    has_code: bool,
    /// What the page needs beside the site's own script.
    scripts: Vec<String>,
    draft: bool,
    foot: Foot,
    crumbs: Vec<Crumb>,
}

#[derive(Serialize)]
struct Place {
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

pub fn shell(sheet: &Sheet, route: &Route, title: &str, description: Option<String>, crumbs: Vec<Crumb>) -> Shell {
    let settings = &sheet.study().settings;
    let site = settings.short_title.as_ref().unwrap_or(&settings.title).to_string();
    let draft = matches!(route, Route::Page(ix) if sheet.study().page(*ix).draft);
    Shell {
        lang: settings.language.to_string(),
        dir: if words::is_rtl(&settings.language) { "rtl" } else { "ltr" },
        title: title.to_owned(),
        tab: if *route == Route::Home { title.to_owned() } else { format!("{title} · {site}") },
        description,
        robots: robots(sheet, route),
        root: sheet.links.depth.up(),
        home: sheet.to(&Route::Home),
        nav: nav(sheet, route),
        illustrative: settings.illustrative,
        wide: *route == Route::Matrix,
        has_code: sheet.has_code(),
        scripts: scripts(sheet, route),
        draft,
        foot: Foot {
            figures: sheet.site.has(&Route::Figures).then(|| sheet.to(&Route::Figures)),
            data: sheet.to(&Route::Data),
            cite: format!("{}#cite", sheet.to(&Route::Home)),
            licence: settings.licence.text.as_ref().map(ToString::to_string),
            date: settings.date.as_deref().map(words::date),
        },
        site,
        crumbs,
    }
}

/// The quote list and the matrix can do more with a script; every page reads without.
fn scripts(sheet: &Sheet, route: &Route) -> Vec<String> {
    let own: &[Route] = match route {
        Route::Quotes => &[Route::FrontEnd("browser.js"), Route::Catalogue],
        Route::Matrix => &[Route::FrontEnd("matrix.js")],
        _ => &[],
    };
    own.iter().map(|script| sheet.to(script)).collect()
}

/// People's words stay out of search engines unless the study says otherwise; an illustrative study stays out whole.
fn robots(sheet: &Sheet, route: &Route) -> Option<&'static str> {
    let settings = &sheet.study().settings;
    let shows_quotes = !matches!(route, Route::Home | Route::Methods | Route::Themes | Route::Codebook | Route::Data | Route::NotFound);
    match settings.search_engines {
        _ if settings.illustrative => Some("noindex"),
        SearchEngines::Off => Some("noindex"),
        SearchEngines::Pages if shows_quotes => Some("noindex"),
        SearchEngines::Pages | SearchEngines::All => None,
    }
}

/// The seven places, in the order of the bar.
pub fn places(sheet: &Sheet) -> Vec<(&'static str, Route)> {
    let methods = sheet.site.routes().iter().find(|r| sheet.site.path(r) == "methods.html").cloned().unwrap_or(Route::Methods);
    let all = [
        ("Findings", Route::Findings),
        ("Methods", methods),
        ("Themes", Route::Themes),
        ("Quotes", Route::Quotes),
        ("Participants", Route::Participants),
        ("Matrix", Route::Matrix),
        ("Code book", Route::Codebook),
    ];
    all.into_iter().filter(|(_, route)| sheet.site.has(route)).collect()
}

fn nav(sheet: &Sheet, here: &Route) -> Vec<Place> {
    let path = sheet.site.path(here);
    places(sheet)
        .into_iter()
        .map(|(label, route)| {
            let place = sheet.site.path(&route);
            let folder = place.strip_suffix("index.html").unwrap_or("");
            let current = if place == path {
                "page"
            } else if Depth::of(&place) == Depth::Folder && path.starts_with(folder) {
                "true"
            } else {
                ""
            };
            Place { label, href: sheet.to(&route), current }
        })
        .collect()
}

/// The way to a page below the first level.
pub fn crumbs(sheet: &Sheet, steps: &[(String, Option<Route>)]) -> Vec<Crumb> {
    std::iter::once(Crumb { label: "Study".to_owned(), href: Some(sheet.to(&Route::Home)) })
        .chain(steps.iter().map(|(label, route)| Crumb { label: label.clone(), href: route.as_ref().map(|r| sheet.to(r)) }))
        .collect()
}
