//! One page in the making: what stands on it already, and what its parts need to know.

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use super::Site;
use super::html::Html;
use super::quotes;
use crate::analyse::{Analysis, Count};
use crate::diag::Diagnostic;
use crate::model::document::Inline;
use crate::model::settings::{Counts, Linking};
use crate::model::{QuoteIx, Ref, Study, ThemeIx};
use crate::route::{Links, Route};

pub struct Sheet<'a> {
    pub site: &'a Site,
    pub links: Links<'a>,
    /// Quotes that stand whole on the page: a second time they are one line.
    seen: RefCell<HashSet<QuoteIx>>,
    figures: Cell<u32>,
    has_code: Cell<bool>,
}

impl<'a> Sheet<'a> {
    pub fn new(site: &'a Site, links: Links<'a>) -> Sheet<'a> {
        Sheet { site, links, seen: RefCell::default(), figures: Cell::new(0), has_code: Cell::new(false) }
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
        match r {
            Ref::Page(ix) if !self.site.has(&Route::Page(*ix)) => None,
            Ref::Chart { chart, .. } if !self.site.has(&Route::Figure(*chart)) => None,
            Ref::Place(_) => self.links.reference(r).filter(|_| self.site.has_place(r)),
            _ => self.links.reference(r),
        }
    }

    /// What a reference is called where the author gave no words.
    pub fn name_of(&self, r: &Ref) -> String {
        let study = self.study();
        match r {
            Ref::Quote(ix) => self.links.names.quote(*ix).to_owned(),
            Ref::Theme(ix) | Ref::Count(ix) => study.theme(*ix).name.to_string(),
            Ref::Page(ix) => study.page(*ix).title.to_string(),
            Ref::Participant(ix) if study.settings.privacy.linking != Linking::None => study.participant(*ix).id.to_string(),
            Ref::Place(place) => super::words::capital(place.word()).replace("Codebook", "Code book"),
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
        let fragment = self.site.fragments.get(&self.links, &self.site.templates, ix)?;
        Ok(Html(fragment.to_string()))
    }

    /// A quote that opens a page, set larger; the rest of it is the same.
    ///
    /// # Errors
    /// Where the study's own template of a quote fails.
    pub fn lead(&self, ix: QuoteIx) -> Result<Html, Diagnostic> {
        let mut html = self.quote(ix)?;
        if let Some(rest) = html.0.strip_prefix("<article class=\"q") {
            html.0 = format!("<article class=\"q lead{rest}");
        }
        Ok(html)
    }

    pub fn has_quote(&self, ix: QuoteIx) -> bool {
        self.seen.borrow().contains(&ix)
    }

    /// Running text of the author's.
    ///
    /// # Errors
    /// Where one of the study's own templates fails.
    pub fn running(&self, inlines: &[Inline<Ref>]) -> Result<Html, Diagnostic> {
        super::text::running(self, inlines)
    }

    /// Whether the study counts anything.
    pub fn counted(&self) -> bool {
        self.study().settings.counts != Counts::Off && !self.study().themes.is_empty()
    }

    pub fn count(&self, theme: ThemeIx) -> Option<Count> {
        self.analysis().count(self.study(), theme)
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
