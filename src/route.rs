//! Every address of a site, typed, and the relative links between them.
//!
//! Pages lie at the top or one folder deep, so a link is `../` or nothing in front of a path. Links name files, since a
//! site is also opened from a disk.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::analyse::Evidence;
use crate::model::settings::{DataFile, Linking};
use crate::model::{AssetIx, FigureOptions, FigureRef, PageIx, PageKind, ParticipantIx, QuoteIx, Ref, SitePlace, Study, ThemeIx, Words};

/// One file of a site.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    Home,
    Findings,
    /// A finding, the Methods page, or another page.
    Page(PageIx),
    /// The Methods page where no `methods.md` was written.
    Methods,
    Themes,
    Theme(ThemeIx),
    Quotes,
    Matrix,
    Participants,
    Participant(ParticipantIx),
    Codebook,
    Figures,
    Figure(FigureRef),
    Data,
    NotFound,
    /// A table as CSV.
    Csv(DataFile),
    /// Everything the tables hold, as JSON.
    Json,
    /// What the quote browser knows of every quote.
    Catalogue,
    /// The rows of the quotes' table, one by one.
    QuoteRows,
    /// A part of the quotes' words, and of their HTML, where the quote list cannot hold them all.
    QuoteWords(u32),
    QuoteFragments(u32),
    /// A figure as a drawing of its own, and its numbers as CSV.
    FigureSvg(FigureRef),
    FigureCsv(FigureRef),
    /// A file of emic's own front end, or of the study's in its place.
    FrontEnd(&'static str),
    Asset(AssetIx),
}

impl Route {
    /// The file, relative to the site, with `/`.
    pub fn path(&self, study: &Study) -> String {
        match self {
            Route::Home => "index.html".into(),
            Route::Findings => "findings/index.html".into(),
            Route::Page(ix) => {
                let page = study.page(*ix);
                match page.kind {
                    PageKind::Finding => format!("findings/{}.html", page.slug),
                    PageKind::Page if &*page.slug == "methods" => "methods.html".into(),
                    PageKind::Page => format!("pages/{}.html", page.slug),
                }
            }
            Route::Methods => "methods.html".into(),
            Route::Themes => "themes/index.html".into(),
            Route::Theme(ix) => format!("themes/{}.html", study.theme(*ix).id),
            Route::Quotes => "quotes/index.html".into(),
            Route::Matrix => "matrix.html".into(),
            Route::Participants => "participants/index.html".into(),
            Route::Participant(ix) => format!("participants/{}.html", study.participant(*ix).id),
            Route::Codebook => "codebook.html".into(),
            Route::Figures => "figures/index.html".into(),
            Route::Figure(figure) => format!("figures/{}.html", figure_name(study, figure)),
            Route::FigureSvg(figure) => format!("figures/{}.svg", figure_name(study, figure)),
            Route::FigureCsv(figure) => format!("figures/{}.csv", figure_name(study, figure)),
            Route::Catalogue => "quotes/catalogue.js".into(),
            Route::QuoteRows => "quotes/rows.js".into(),
            Route::QuoteWords(part) => format!("quotes/words-{part}.js"),
            Route::QuoteFragments(part) => format!("quotes/{part}.js"),
            Route::Data => "data/index.html".into(),
            Route::NotFound => "404.html".into(),
            Route::Csv(file) => format!("data/{}.csv", file.word()),
            Route::Json => "data/study.json".into(),
            Route::FrontEnd(name) => format!("assets/{name}"),
            Route::Asset(ix) => format!("assets/{}", study.asset(*ix).path),
        }
    }

    pub fn is_page(&self) -> bool {
        !matches!(
            self,
            Route::Csv(_)
                | Route::Json
                | Route::Catalogue
                | Route::QuoteRows
                | Route::QuoteWords(_)
                | Route::QuoteFragments(_)
                | Route::FigureSvg(_)
                | Route::FigureCsv(_)
                | Route::FrontEnd(_)
                | Route::Asset(_)
        )
    }
}

/// What a figure's files are called, without an ending: "matrix", "matrix-rest".
fn figure_name(study: &Study, figure: &FigureRef) -> String {
    let FigureOptions { theme } = figure.options;
    match theme {
        Some(theme) => format!("{}-{}", figure.kind.name, study.theme(theme).id),
        None => figure.kind.name.to_owned(),
    }
}

/// How deep a page lies, which is all that a link from it needs to know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Depth {
    Top,
    Folder,
}

impl Depth {
    pub fn from_path(path: &str) -> Depth {
        if path.contains('/') { Depth::Folder } else { Depth::Top }
    }

    /// What is in front of a path from the site's root.
    pub fn up(self) -> &'static str {
        match self {
            Depth::Top => "",
            Depth::Folder => "../",
        }
    }
}

/// Up to this many quotes, the quote list holds them all and is where a permalink leads.
pub const QUOTES_ON_ONE_PAGE: usize = 500;

/// Links from pages of one depth.
#[derive(Clone, Copy)]
pub struct Links<'a> {
    pub study: &'a Study,
    pub names: &'a PublicNames,
    pub depth: Depth,
}

/// The ids that readers see: the study's own, or under `linking: none` numbers that tell nothing.
pub struct PublicNames {
    quotes: Vec<String>,
    /// The order in which quotes are listed where speakers may not be told apart.
    pub order: Option<Vec<QuoteIx>>,
}

impl PublicNames {
    pub fn new(study: &Study) -> PublicNames {
        if study.settings.privacy.linking != Linking::None {
            return PublicNames { quotes: study.quotes.iter().map(|q| q.id.to_string()).collect(), order: None };
        }
        // In theme order, and within a theme in an order that follows from the words alone: neighbours share nothing.
        let mut order: Vec<QuoteIx> = study.quote_ixs().filter(|q| study.quote(*q).is_shown()).collect();
        order.sort_by_cached_key(|q| {
            let quote = study.quote(*q);
            (quote.codings.first().map(|c| c.theme), *words_hash(&quote.words).as_bytes())
        });
        let width = order.len().to_string().len().max(3);
        let mut quotes = vec![String::new(); study.quotes.len()];
        for (at, q) in order.iter().enumerate() {
            quotes[q.at()] = format!("q{:0width$}", at + 1);
        }
        PublicNames { quotes, order: Some(order) }
    }

    pub fn quote(&self, ix: QuoteIx) -> &str {
        &self.quotes[ix.at()]
    }
}

/// A hash of the words of a quote and of nothing else: not of who said them, nor where they are written.
fn words_hash(words: &Words) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    let mut take = |text: &str| {
        hasher.update(&(text.len() as u64).to_le_bytes()).update(text.as_bytes());
    };
    match words {
        Words::Speech { text, original } => {
            take(text);
            original.iter().for_each(|original| take(&original.text));
        }
        Words::Exchange { turns, original } => {
            let original = original.iter().flat_map(|(_, turns)| turns);
            turns.iter().chain(original).for_each(|turn| take(&turn.text));
        }
        Words::Paraphrase(text) => take(text),
        Words::Unset => {}
    }
    hasher.finalize()
}

impl Links<'_> {
    pub fn to(&self, route: &Route) -> String {
        format!("{}{}", self.depth.up(), encoded(&route.path(self.study)))
    }

    /// A quote's permalink.
    pub fn quote(&self, ix: QuoteIx) -> String {
        let page = if self.study.quotes.len() <= QUOTES_ON_ONE_PAGE {
            Route::Quotes
        } else {
            self.study.quote(ix).codings.first().map_or(Route::Quotes, |c| Route::Theme(c.theme))
        };
        format!("{}#{}", self.to(&page), self.names.quote(ix))
    }

    /// The participant's page, where there is one.
    pub fn participant(&self, ix: ParticipantIx) -> Option<String> {
        (self.study.settings.privacy.linking == Linking::Pages).then(|| self.to(&Route::Participant(ix)))
    }

    /// The words behind a count.
    pub fn evidence(&self, evidence: Evidence) -> String {
        match evidence {
            Evidence::All => self.to(&Route::Quotes),
            Evidence::Theme(theme) => self.to(&Route::Theme(theme)),
            Evidence::Participant(person) => self
                .participant(person)
                .unwrap_or_else(|| format!("{}#participant={}", self.to(&Route::Quotes), self.study.participant(person).id)),
            Evidence::Cell(theme, person) => {
                let (theme_id, person_id) = (&self.study.theme(theme).id, &self.study.participant(person).id);
                if self.study.theme(theme).is_leaf() {
                    format!("{}#{person_id}", self.to(&Route::Theme(theme)))
                } else {
                    format!("{}#theme={theme_id}&participant={person_id}", self.to(&Route::Quotes))
                }
            }
        }
    }

    /// Where a reference leads, if anywhere.
    pub fn reference(&self, r: &Ref) -> Option<String> {
        Some(match r {
            Ref::Quote(ix) => self.quote(*ix),
            Ref::Theme(ix) | Ref::Count(ix) => self.to(&Route::Theme(*ix)),
            Ref::Page(ix) => self.to(&Route::Page(*ix)),
            Ref::Participant(ix) => self.participant(*ix)?,
            Ref::Place(place) => self.to(&place_route(*place)),
            Ref::Asset(ix) => self.to(&Route::Asset(*ix)),
            Ref::Url(url) => url.to_string(),
            Ref::Anchor(anchor) => format!("#s-{}", encoded(anchor)),
            Ref::Chart { chart, .. } => self.to(&Route::Figure(*chart)),
            Ref::Table(_) | Ref::Broken(_) => return None,
        })
    }
}

fn place_route(place: SitePlace) -> Route {
    match place {
        SitePlace::Findings => Route::Findings,
        SitePlace::Themes => Route::Themes,
        SitePlace::Quotes => Route::Quotes,
        SitePlace::Matrix => Route::Matrix,
        SitePlace::Participants => Route::Participants,
        SitePlace::Codebook => Route::Codebook,
        SitePlace::Figures => Route::Figures,
        SitePlace::Data => Route::Data,
    }
}

/// A path as an address has it: everything but letters, digits and a few signs as percent escapes.
pub fn encoded(path: &str) -> String {
    const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'.').remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(path, ESCAPED).to_string()
}
