//! The whole: everything that may be published, every reference resolved.

use std::sync::Arc;

use super::choices::choices;
use super::document::Document;
use super::{AssetIx, FigureRef, PageIx, Participant, ParticipantIx, Quote, QuoteIx, Settings, Source, SourceIx, Theme, ThemeIx};
use crate::diag::Span;

/// A study as it may be published. What could not be resolved, what was withdrawn and what is private is not in it.
#[derive(Clone, Debug)]
pub struct Study {
    pub settings: Settings,
    /// Who agreed to be counted and nothing else. They took part, and are in no other number: beside people who are told apart,
    /// whatever held them could be had by subtraction.
    pub counted_only: u32,
    /// In the order they are written; N is their number.
    pub participants: Vec<Participant>,
    pub sources: Vec<Source>,
    /// In code-book order.
    pub themes: Vec<Theme>,
    /// In the order of files, and of speech in them.
    pub quotes: Vec<Quote>,
    /// All that was coded, where the quotes are a selection.
    pub coding_table: Option<Vec<CodingRow>>,
    /// In reading order.
    pub pages: Vec<Page>,
    pub assets: Vec<Asset>,
    /// What was decided about findings of the privacy gate.
    pub decisions: Vec<super::decisions::Record>,
}

/// One row of the coding table: how many passages of a participant were coded to a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CodingRow {
    pub participant: ParticipantIx,
    pub theme: ThemeIx,
    pub passages: u32,
}

choices! {
    /// What a Markdown file is.
    PageKind { Finding = "finding", Page = "page" }
}

/// A Markdown file.
#[derive(Clone, Debug)]
pub struct Page {
    /// Its file name without `.md` and a leading number, in any script; pages have a namespace of their own.
    pub slug: Arc<str>,
    pub kind: PageKind,
    pub title: Arc<str>,
    pub summary: Option<Arc<str>>,
    pub theme: Option<ThemeIx>,
    pub draft: bool,
    pub document: Document<Ref>,
    /// The file's front matter, or its first line.
    pub span: Span,
}

/// A file that is copied as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Under `assets/`, with `/`.
    pub path: Arc<str>,
    /// The file in the study, with `/`.
    pub source: Arc<str>,
}

/// A reference in the author's text, resolved.
#[derive(Clone, Debug, PartialEq)]
pub enum Ref {
    Quote(QuoteIx),
    Theme(ThemeIx),
    Page(PageIx),
    Participant(ParticipantIx),
    /// A page emic makes: `matrix`, `codebook` ….
    Place(SitePlace),
    Asset(AssetIx),
    Url(Arc<str>),
    /// A place on the same page, without `#`.
    Anchor(Arc<str>),
    Count(ThemeIx),
    Chart {
        chart: FigureRef,
        /// The author's sentence on what it shows.
        headline: Option<Arc<str>>,
    },
    Table(Table),
    /// What the author wrote, where it leads nowhere; a diagnostic says why.
    Broken(Arc<str>),
}

choices! {
    /// A table that can be embedded.
    Table { Participants = "participants" }

    /// A page that emic makes of itself.
    SitePlace {
        Findings = "findings",
        Themes = "themes",
        Quotes = "quotes",
        Matrix = "matrix",
        Participants = "participants",
        Codebook = "codebook",
        Figures = "figures",
        Data = "data",
    }
}

impl Study {
    pub fn participant(&self, ix: ParticipantIx) -> &Participant {
        &self.participants[ix.at()]
    }

    pub fn source(&self, ix: SourceIx) -> &Source {
        &self.sources[ix.at()]
    }

    pub fn theme(&self, ix: ThemeIx) -> &Theme {
        &self.themes[ix.at()]
    }

    pub fn quote(&self, ix: QuoteIx) -> &Quote {
        &self.quotes[ix.at()]
    }

    pub fn page(&self, ix: PageIx) -> &Page {
        &self.pages[ix.at()]
    }

    pub fn asset(&self, ix: AssetIx) -> &Asset {
        &self.assets[ix.at()]
    }

    /// All themes in code-book order.
    pub fn theme_ixs(&self) -> impl DoubleEndedIterator<Item = ThemeIx> + use<> {
        (0..self.themes.len() as u32).map(ThemeIx)
    }

    pub fn participant_ixs(&self) -> impl Iterator<Item = ParticipantIx> + use<> {
        (0..self.participants.len() as u32).map(ParticipantIx)
    }

    pub fn quote_ixs(&self) -> impl Iterator<Item = QuoteIx> + use<> {
        (0..self.quotes.len() as u32).map(QuoteIx)
    }

    pub fn page_ixs(&self) -> impl Iterator<Item = PageIx> + use<> {
        (0..self.pages.len() as u32).map(PageIx)
    }

    /// The main themes, in code-book order.
    pub fn main_themes(&self) -> impl Iterator<Item = ThemeIx> + '_ {
        self.theme_ixs().filter(|&t| self.theme(t).depth == 0)
    }

    /// A theme and all below it, in code-book order.
    pub fn subtree(&self, ix: ThemeIx) -> impl Iterator<Item = ThemeIx> + use<> {
        (ix.0..self.theme(ix).end.0).map(ThemeIx)
    }

    /// Whether `below` is `above` or is somewhere under it.
    pub fn is_within(&self, below: ThemeIx, above: ThemeIx) -> bool {
        (above.0..self.theme(above).end.0).contains(&below.0)
    }

    /// A theme's ancestors from the main theme down, without itself.
    pub fn ancestors(&self, ix: ThemeIx) -> Vec<ThemeIx> {
        let mut up = Vec::new();
        let mut at = self.theme(ix).parent;
        while let Some(parent) = at {
            up.push(parent);
            at = self.theme(parent).parent;
        }
        up.reverse();
        up
    }
}
