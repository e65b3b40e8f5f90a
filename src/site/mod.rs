//! A site is a function from route to bytes.
//!
//! 1. [`Site::new`] takes a study and its analysis, compiles the templates and lists the [`Route`]s.
//! 2. [`Site::render`] gives the body of one route. It touches no disk, network or clock, and needs no other page to have
//!    been rendered; quotes are set once and kept, since they stand on many pages.
//! 3. [`pages`] fill typed contexts; [`templates`] set them; [`shell`] is what stands around every page.

mod code;
mod counts;
mod embedded;
mod figures;
mod html;
mod pages;
mod participants;
pub mod preview;
mod quotes;
mod sheet;
mod shell;
mod templates;
mod text;
mod words;

use std::collections::HashSet;
use std::sync::{Arc, OnceLock};

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, FileId};
use crate::export;
use crate::model::settings::{DataFile, Linking};
use crate::model::{AssetIx, PageKind, QuoteIx, Ref, Study};
use crate::route::{Depth, Links, PublicNames, Route};
use crate::search;
use sheet::Sheet;
use templates::Templates;

/// emic's own style sheet, where there is no study to give one.
pub fn style_sheet() -> Vec<u8> {
    embedded::bytes("emic.css").to_vec()
}

/// Which version of a study is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Pages with `draft: true` are there, marked.
    pub drafts: bool,
    /// Every participant has a page, whatever readers may see: it is for the author.
    pub participants: bool,
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
    pub study: Arc<Study>,
    pub analysis: Arc<Analysis>,
    pub edition: Edition,
    names: PublicNames,
    templates: Templates,
    fragments: quotes::Fragments,
    order: OnceLock<Vec<QuoteIx>>,
    routes: Vec<Route>,
    known: HashSet<Route>,
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
        let templates = Templates::new(templates)?;
        let routes = routes(&study, edition);
        Ok(Site {
            names: PublicNames::new(&study),
            fragments: quotes::Fragments::new(&study),
            order: OnceLock::new(),
            known: routes.iter().cloned().collect(),
            routes,
            study,
            analysis,
            edition,
            templates,
        })
    }

    /// Every route, in a fixed order.
    pub fn routes(&self) -> &[Route] {
        &self.routes
    }

    pub fn has(&self, route: &Route) -> bool {
        self.known.contains(route)
    }

    /// Whether the page a reference to one of emic's own pages names is there.
    fn has_place(&self, r: &Ref) -> bool {
        let links = self.links(&Route::Home);
        links.reference(r).is_some_and(|href| self.routes.iter().any(|route| route.path(&self.study) == href))
    }

    pub fn path(&self, route: &Route) -> String {
        route.path(&self.study)
    }

    /// The body of one route.
    ///
    /// # Errors
    /// Where one of the study's own templates fails.
    pub fn render(&self, route: &Route) -> Result<Body, Diagnostic> {
        let bytes = match route {
            Route::Asset(ix) => return Ok(Body::Asset(*ix)),
            Route::FrontEnd(name) => return Ok(Body::BuiltIn(embedded::bytes(name))),
            Route::Csv(file) => export::csv(&export::table(&self.study, &self.analysis, &self.names, *file)),
            Route::Json => export::json(&self.study, &self.analysis, &self.names),
            Route::Catalogue => search::script("catalogue", None, &search::Catalogue::new(&self.study, &self.names, self.order())),
            Route::QuoteRows => {
                search::script("rows", None, &export::lines(&export::table(&self.study, &self.analysis, &self.names, DataFile::Quotes)))
            }
            Route::QuoteWords(part) => search::script("words", Some(*part), &self.words(*part)),
            Route::QuoteFragments(part) => search::script("fragments", Some(*part), &self.fragments(*part)?),
            Route::FigureSvg(chart) => figures::files::svg(&Sheet::new(self, self.links(route)), *chart).into_bytes(),
            Route::FigureCsv(chart) => export::csv(&figures::files::table(&Sheet::new(self, self.links(route)), *chart)),
            page => pages::render(&Sheet::new(self, self.links(page)), page)?.into_bytes(),
        };
        Ok(Body::Bytes(bytes))
    }

    fn links(&self, from: &Route) -> Links<'_> {
        Links { study: &self.study, names: &self.names, depth: Depth::of(&self.path(from)) }
    }

    /// The quotes in the order of the quote list, sorted once for all the scripts that hold them.
    fn order(&self) -> &[QuoteIx] {
        self.order.get_or_init(|| search::order(&self.study, &self.names))
    }

    fn words(&self, part: u32) -> Vec<String> {
        search::words_in(self.order(), part).iter().map(|q| search::words(&self.study, *q, self.names.quote(*q))).collect()
    }

    fn fragments(&self, part: u32) -> Result<Vec<String>, Diagnostic> {
        let links = self.links(&Route::Quotes);
        search::fragments_in(self.order(), part).iter().map(|q| Ok(self.fragments.get(&links, &self.templates, *q)?.to_string())).collect()
    }
}

fn routes(study: &Study, edition: Edition) -> Vec<Route> {
    let mut routes = vec![Route::Home, Route::Findings];
    let published = |kind| study.page_ixs().filter(move |p| study.page(*p).kind == kind && (edition.drafts || !study.page(*p).draft));
    routes.extend(published(PageKind::Finding).map(Route::Page));
    routes.extend(published(PageKind::Page).map(Route::Page));
    if !routes.iter().any(|r| r.path(study) == "methods.html") {
        routes.push(Route::Methods);
    }
    routes.push(Route::Themes);
    routes.extend(study.theme_ixs().map(Route::Theme));
    routes.extend([Route::Quotes, Route::Matrix, Route::Participants]);
    // Under `linking: none` the matrix has no participants; without an attribute to group by it has nothing.
    if study.settings.privacy.linking == Linking::None && pages::matrix_groups(study).is_none() {
        routes.retain(|r| *r != Route::Matrix);
    }
    if study.settings.privacy.linking == Linking::Pages || edition.participants {
        routes.extend(study.participant_ixs().map(Route::Participant));
    }
    routes.extend([Route::Codebook, Route::Figures]);
    for chart in figures::available(study) {
        routes.extend([Route::Figure(chart), Route::FigureSvg(chart), Route::FigureCsv(chart)]);
    }
    routes.extend([Route::Data, Route::NotFound]);
    routes.extend(export::files(study).into_iter().map(Route::Csv));
    routes.extend([Route::Json, Route::Catalogue]);
    if study.settings.data.quotes {
        routes.push(Route::QuoteRows);
    }
    let (fragments, words) = search::scripts(study);
    routes.extend((0..words).map(Route::QuoteWords));
    routes.extend((0..fragments).map(Route::QuoteFragments));
    // A file of the study's own in `static/` stands in the place of emic's.
    let replaced = |name: &str| study.assets.iter().any(|a| &*a.path == name);
    routes.extend(embedded::NAMES.iter().filter(|n| !replaced(n)).map(|n| Route::FrontEnd(n)));
    routes.extend((0..study.assets.len() as u32).map(AssetIx).map(Route::Asset));
    routes
}
