//! What every page of a site rests on: the study, its counts, the templates, and which routes there are. It knows no page.

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use super::quotes::Fragments;
use super::templates::Templates;
use crate::analyse::Analysis;
use crate::diag::{Diagnostic, FileId};
use crate::model::{QuoteIx, Study};
use crate::route::{Depth, Links, PublicNames, Route};
use crate::search;

/// Which version of a study is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Pages with `draft: true` are there, marked.
    pub drafts: bool,
    /// Every participant has a page, whatever readers may see: it is for the author.
    pub participants: bool,
    /// The pages are shown by the preview server, and may ask it how the study is.
    pub preview: bool,
}

/// A study with what is made once for all of its pages.
pub struct SiteContext {
    pub study: Arc<Study>,
    pub analysis: Arc<Analysis>,
    pub edition: Edition,
    pub names: PublicNames,
    pub templates: Templates,
    pub fragments: Fragments,
    routes: Vec<Route>,
    known: HashSet<Route>,
    quote_order: OnceLock<Vec<QuoteIx>>,
}

impl SiteContext {
    /// `templates` are the study's own: name, file and text.
    ///
    /// # Errors
    /// A diagnostic for each template that cannot be used.
    pub fn new(
        study: Arc<Study>,
        analysis: Arc<Analysis>,
        edition: Edition,
        templates: &[(String, FileId, &str)],
        routes: Vec<Route>,
    ) -> Result<SiteContext, Vec<Diagnostic>> {
        Ok(SiteContext {
            templates: Templates::new(templates)?,
            names: PublicNames::new(&study),
            fragments: Fragments::new(&study),
            known: routes.iter().cloned().collect(),
            quote_order: OnceLock::new(),
            study,
            analysis,
            edition,
            routes,
        })
    }

    /// Every route, in a fixed order.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    pub fn has(&self, route: &Route) -> bool {
        self.known.contains(route)
    }

    pub fn path(&self, route: &Route) -> String {
        route.path(&self.study)
    }

    /// Links from the page at a route.
    pub fn links(&self, from: &Route) -> Links<'_> {
        Links { study: &self.study, names: &self.names, depth: Depth::from_path(&self.path(from)) }
    }

    /// The quotes in the order of the quote list, sorted once for all that hold them.
    pub fn quote_order(&self) -> &[QuoteIx] {
        self.quote_order.get_or_init(|| search::order(&self.study, &self.names))
    }
}
