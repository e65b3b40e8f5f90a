//! One page while it is made: where it lies, what is on it already, and what its parts need to know.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use super::context::SiteContext;
use super::html::Html;
use super::quotes;
use super::words;
use crate::analyse::{Analysis, Basis, Count, Unit};
use crate::diag::Diagnostic;
use crate::model::settings::{Counts, Linking};
use crate::model::{QuoteIx, Ref, Study, ThemeIx};
use crate::route::{Links, Route};

/// Lives as long as one page is rendered, on one thread.
pub struct PageContext<'a> {
    pub site: &'a SiteContext,
    pub links: Links<'a>,
    /// Quotes that are whole on the page: a second time they are one line.
    seen: RefCell<HashSet<QuoteIx>>,
    figures: Cell<u32>,
    has_code: Cell<bool>,
}

impl<'a> PageContext<'a> {
    pub fn new(site: &'a SiteContext, route: &Route) -> PageContext<'a> {
        PageContext { site, links: site.links(route), seen: RefCell::default(), figures: Cell::new(0), has_code: Cell::new(false) }
    }

    pub fn study(&self) -> &'a Study {
        &self.site.study
    }

    pub fn analysis(&self) -> &'a Analysis {
        &self.site.analysis
    }

    pub fn to(&self, route: &Route) -> String {
        self.links.to(route)
    }

    /// Where a reference leads; nowhere where it is a draft that is not published.
    pub fn href(&self, r: &Ref) -> Option<String> {
        let there = match r {
            Ref::Page(ix) => self.site.has(&Route::Page(*ix)),
            Ref::Chart { chart, .. } => self.site.has(&Route::Figure(*chart)),
            Ref::Place(_) => self.has_place(r),
            _ => true,
        };
        self.links.reference(r).filter(|_| there)
    }

    /// Whether the page that a reference to one of emic's own pages names is there.
    fn has_place(&self, r: &Ref) -> bool {
        let from_home = self.site.links(&Route::Home).reference(r);
        from_home.is_some_and(|href| self.site.routes().iter().any(|route| self.site.path(route) == href))
    }

    /// What a reference is called where the author gave no words.
    pub fn name_of(&self, r: &Ref) -> String {
        let study = self.study();
        match r {
            Ref::Quote(ix) => self.links.names.quote(*ix).to_owned(),
            Ref::Theme(ix) | Ref::Count(ix) => study.theme(*ix).name.to_string(),
            Ref::Page(ix) => study.page(*ix).title.to_string(),
            Ref::Participant(ix) if study.settings.privacy.linking != Linking::None => study.participant(*ix).id.to_string(),
            Ref::Place(place) => words::capital(place.word()).replace("Codebook", "Code book"),
            Ref::Asset(ix) => study.asset(*ix).path.to_string(),
            Ref::Url(url) => url.to_string(),
            Ref::Anchor(text) | Ref::Broken(text) => text.to_string(),
            Ref::Participant(_) | Ref::Chart { .. } | Ref::Table(_) => String::new(),
        }
    }

    /// A quote, whole the first time.
    ///
    /// # Errors
    /// Where the study's own template of a quote fails.
    pub fn quote(&self, ix: QuoteIx) -> Result<Html, Diagnostic> {
        if !self.seen.borrow_mut().insert(ix) {
            return Ok(quotes::again(&self.links, ix));
        }
        Ok(Html(self.site.fragments.get(&self.links, &self.site.templates, ix)?.to_string()))
    }

    /// A quote that opens a page, set larger; the rest of it is the same.
    ///
    /// # Errors
    /// Where the study's own template of a quote fails.
    pub fn lead_quote(&self, ix: QuoteIx) -> Result<Html, Diagnostic> {
        if !self.seen.borrow_mut().insert(ix) {
            return Ok(quotes::again(&self.links, ix));
        }
        quotes::render(&self.links, &self.site.templates, ix, true).map(Html)
    }

    /// Quotes one after another.
    ///
    /// # Errors
    /// Where the study's own template of a quote fails.
    pub fn quotes(&self, quotes: &[QuoteIx]) -> Result<Html, Diagnostic> {
        let mut out = String::new();
        for q in quotes {
            out.push_str(&self.quote(*q)?.0);
        }
        Ok(Html(out))
    }

    pub fn has_quote(&self, ix: QuoteIx) -> bool {
        self.seen.borrow().contains(&ix)
    }

    /// Whether the study counts anything.
    pub fn is_counted(&self) -> bool {
        self.study().settings.counts != Counts::Off && !self.study().themes.is_empty()
    }

    pub fn count(&self, theme: ThemeIx) -> Option<Count> {
        self.analysis().count(self.study(), theme)
    }

    /// The quotes shown under a theme, as a count of their own.
    pub fn shown_quotes(&self, theme: ThemeIx) -> Count {
        let n = self.analysis().shown_under(theme);
        Count { n, basis: Basis::Quoted, ..self.analysis().count_in(self.study(), theme, Unit::Quotes) }
    }

    /// The next figure's number on this page.
    pub fn next_figure(&self) -> u32 {
        self.figures.set(self.figures.get() + 1);
        self.figures.get()
    }

    pub fn note_code(&self) {
        self.has_code.set(true);
    }

    pub fn has_code(&self) -> bool {
        self.has_code.get()
    }
}
