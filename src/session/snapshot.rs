//! The study at one moment, and its pages as far as somebody asked for them.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::page::Page;
use super::sweep::Progress;
use crate::compile::{Checked, render};
use crate::diag::{Diagnostic, sort};
use crate::gate::Sweep;
use crate::model::settings::Linking;
use crate::route::Route;
use crate::site::{Body, Edition, Site};

pub struct Snapshot {
    pub checked: Checked,
    /// None where there is no study to make pages of.
    pub site: Option<Site>,
    routes: HashMap<String, Route>,
    sweep: Option<Sweep>,
    pages: Mutex<HashMap<Route, Arc<Page>>>,
    /// How far the gate is through all the pages.
    pub progress: Progress,
}

impl Snapshot {
    pub(super) fn new(mut checked: Checked, edition: Edition) -> Snapshot {
        // Without settings there is no study, only its mistakes.
        let site = if checked.has_settings {
            checked.site(edition).map_err(|diagnostics| checked.diagnostics.extend(diagnostics)).ok()
        } else {
            None
        };
        sort(&mut checked.diagnostics, &checked.sources.files);
        let routes = site.iter().flat_map(|s| s.routes().iter().map(|r| (s.path(r), r.clone()))).collect();
        let sweep = Sweep::new(&checked.secrets).ok();
        // With nothing to look for there is nothing to report.
        let looks = sweep.as_ref().is_some_and(|sweep| !sweep.is_empty());
        let pages = site.as_ref().filter(|_| looks).map_or(0, |site| site.routes().len());
        Snapshot { checked, site, routes, sweep, pages: Mutex::default(), progress: Progress::new(pages) }
    }

    /// The page at a path, rendered now or before. None where there is none.
    pub fn page(&self, path: &str) -> Option<Arc<Page>> {
        self.routes.get(path).and_then(|route| self.kept(path, route))
    }

    /// A file's name as it may be printed.
    pub fn masked(&self, name: &str) -> String {
        self.sweep.as_ref().map_or_else(|| name.to_owned(), |sweep| sweep.masked_name(name))
    }

    /// The page where nothing is found.
    pub fn not_found(&self) -> Option<Arc<Page>> {
        self.kept("404.html", &Route::NotFound)
    }

    fn kept(&self, path: &str, route: &Route) -> Option<Arc<Page>> {
        let pages = || self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(page) = pages().get(route) {
            return Some(Arc::clone(page));
        }
        let page = Arc::new(self.render(path, route)?);
        pages().insert(route.clone(), Arc::clone(&page));
        Some(page)
    }

    /// What the gate finds in a page, which is not kept.
    pub(super) fn look_at(&self, route: &Route) -> Vec<Diagnostic> {
        let path = self.site.as_ref().map(|site| site.path(route)).unwrap_or_default();
        self.render(&path, route).map(|page| page.diagnostics).unwrap_or_default()
    }

    fn render(&self, path: &str, route: &Route) -> Option<Page> {
        let site = self.site.as_ref()?;
        let mut diagnostics = Vec::new();
        let bytes = match site.render(route) {
            // Nothing of the study is in it, so there is nothing to look for.
            Ok(Body::BuiltIn(bytes)) => return Some(Page::new(bytes.to_vec(), diagnostics)),
            Ok(Body::Bytes(bytes)) => bytes,
            Ok(Body::Asset(ix)) => self.checked.sources.asset(ix.at()).ok()?,
            Err(diagnostic) => {
                diagnostics.push(diagnostic);
                Vec::new()
            }
        };
        // A page that no built site has is for the author alone.
        let own = matches!(route, Route::Participant(_)) && self.checked.study.settings.privacy.linking != Linking::Pages;
        if let (Some(sweep), false) = (&self.sweep, own) {
            diagnostics.extend(sweep.route(path, &bytes).iter().map(|hit| render::private(sweep, path, hit)));
        }
        Some(Page::new(bytes, diagnostics))
    }

    /// The style sheet's tag.
    pub(super) fn style_sheet_tag(&self) -> String {
        self.page("assets/emic.css").map(|page| page.tag.clone()).unwrap_or_default()
    }
}
