//! A site is a function from route to bytes.
//!
//! 1. [`Site::new`] takes a study and its analysis, compiles the templates and lists the [`Route`]s.
//! 2. [`Site::render`] gives the body of one route. It touches no disk, network or clock, and needs no other page to have
//!    been rendered; quotes are set once and kept, since they are on many pages.
//!
//! ```text
//! Site             which route is what
//!   pages          a typed context and a template each
//!     text         the author's Markdown as HTML
//!     figures      each figure in one file, and the list of them
//!     people       strips and totals of participants
//!     shell        what is around every page; content: what a page gives to be set
//!   page_context   one page while it is made; context: what all pages rest on
//!     quotes       the HTML of a quote; counts: the HTML of a count
//!     templates    emic's own, and the study's in their place
//! ```

mod code;
mod content;
mod context;
mod counts;
mod embedded;
mod figures;
mod groups;
mod html;
mod page_context;
mod pages;
mod people;
pub mod preview;
mod quotes;
mod routes;
mod shell;
mod templates;
mod text;
mod words;

pub use context::Edition;
pub use figures::kinds as figure_kinds;

use std::sync::Arc;

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, FileId};
use crate::export;
use crate::model::settings::DataFile;
use crate::model::{AssetIx, Study};
use crate::route::Route;
use crate::search;
use context::SiteContext;
use page_context::PageContext;

/// emic's own style sheet, where there is no study to give one.
pub fn style_sheet() -> Vec<u8> {
    embedded::bytes("emic.css").to_vec()
}

/// What a route holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Body {
    /// A file of emic's own front end, in which nothing of the study is.
    BuiltIn(&'static [u8]),
    Bytes(Vec<u8>),
    /// A file of the study, copied as it is.
    Asset(AssetIx),
}

/// A study as pages.
pub struct Site {
    context: SiteContext,
}

impl Site {
    /// `templates` are the study's own: name, file and text.
    ///
    /// # Errors
    /// A diagnostic for each template that cannot be used.
    pub fn new(
        study: Arc<Study>,
        analysis: Arc<Analysis>,
        edition: Edition,
        templates: &[(String, FileId, &str)],
    ) -> Result<Site, Vec<Diagnostic>> {
        let routes = routes::routes(&study, edition);
        Ok(Site { context: SiteContext::new(study, analysis, edition, templates, routes)? })
    }

    /// Every route, in a fixed order.
    pub fn routes(&self) -> &[Route] {
        self.context.routes()
    }

    pub fn path(&self, route: &Route) -> String {
        self.context.path(route)
    }

    /// The body of one route.
    ///
    /// # Errors
    /// Where one of the study's own templates fails.
    pub fn render(&self, route: &Route) -> Result<Body, Diagnostic> {
        let SiteContext { study, analysis, names, .. } = &self.context;
        let page = || PageContext::new(&self.context, route);
        let bytes = match route {
            Route::Asset(ix) => return Ok(Body::Asset(*ix)),
            Route::FrontEnd(name) => return Ok(Body::BuiltIn(embedded::bytes(name))),
            Route::Csv(file) => export::csv(&export::table(study, analysis, names, *file)),
            Route::Json => export::json(study, analysis, names),
            Route::Catalogue => search::script("catalogue", None, &search::Catalogue::new(study, names, self.context.quote_order())),
            Route::QuoteRows => search::script("rows", None, &export::lines(&export::table(study, analysis, names, DataFile::Quotes))),
            Route::QuoteWords(part) => search::script("words", Some(*part), &self.quote_words(*part)),
            Route::QuoteFragments(part) => search::script("fragments", Some(*part), &self.quote_fragments(*part)?),
            Route::FigureSvg(figure) => figures::svg(&page(), figure).into_bytes(),
            Route::FigureCsv(figure) => export::csv(&figures::data(&page(), figure)),
            _ => pages::render(&page(), route)?.into_bytes(),
        };
        Ok(Body::Bytes(bytes))
    }

    fn quote_words(&self, part: u32) -> Vec<String> {
        let SiteContext { study, names, .. } = &self.context;
        search::words_in(self.context.quote_order(), part).iter().map(|q| search::words(study, *q, names.quote(*q))).collect()
    }

    fn quote_fragments(&self, part: u32) -> Result<Vec<String>, Diagnostic> {
        let SiteContext { templates, fragments, .. } = &self.context;
        let links = self.context.links(&Route::Quotes);
        let quotes = search::fragments_in(self.context.quote_order(), part);
        quotes.iter().map(|q| Ok(fragments.get(&links, templates, *q)?.to_string())).collect()
    }
}
