//! What `study.yaml` says: what the study is, and how it wants to be shown.

use std::sync::Arc;

use super::choices::choices;
use super::document::Inline;
use super::{QuoteIx, Ref};

/// Everything `study.yaml` settles, defaults filled in.
#[derive(Clone, Debug)]
pub struct Settings {
    pub title: Arc<str>,
    pub short_title: Option<Arc<str>>,
    pub subtitle: Option<Arc<str>>,
    pub summary: Option<Arc<str>>,
    /// The quote that opens the home page.
    pub opening: Option<QuoteIx>,
    pub period: Option<Arc<str>>,
    pub based_on: Option<BasedOn>,
    /// A BCP 47 tag; `en` unless said.
    pub language: Arc<str>,
    /// `YYYY-MM-DD`; no date is shown where there is none.
    pub date: Option<Arc<str>>,
    pub version: Option<Arc<str>>,
    /// The quotes are written to demonstrate, nobody said them.
    pub illustrative: bool,
    pub authors: Vec<Author>,
    pub licence: Licence,
    pub method: Option<Method>,
    pub counts: Counts,
    /// Whether `counts` was written; where it was not, the pages say why there are none.
    pub counts_chosen: bool,
    pub quotes_are: QuotesAre,
    /// Upper bounds of the share of N that a word stands for (0..=1).
    pub words: Vec<(Arc<str>, f64)>,
    pub attribution: Attribution,
    pub attributes: Vec<Attribute>,
    pub consent: ConsentSettings,
    pub privacy: Privacy,
    pub search_engines: SearchEngines,
    pub data: DataFiles,
    pub notation: Notation,
    pub about: Vec<(AboutField, Vec<Inline<Ref>>)>,
}

#[derive(Clone, Debug)]
pub struct BasedOn {
    pub title: Arc<str>,
    pub url: Option<Arc<str>>,
}

#[derive(Clone, Debug)]
pub struct Author {
    pub name: Arc<str>,
    pub orcid: Option<Arc<str>>,
    pub affiliation: Option<Arc<str>>,
}

#[derive(Clone, Debug, Default)]
pub struct Licence {
    pub text: Option<Arc<str>>,
    pub quotes: Option<Arc<str>>,
}

choices! {
    /// The school of analysis, which decides whether counting is at home in it.
    Method {
        Colaizzi = "colaizzi",
        ReflexiveTa = "reflexive-ta",
        CodebookTa = "codebook-ta",
        Framework = "framework",
        ContentAnalysis = "content-analysis",
        GroundedTheory = "grounded-theory",
        Ipa = "ipa",
        Narrative = "narrative",
        Other = "other",
    }

    /// What a theme's count counts, or that nothing is counted.
    Counts { Participants = "participants", Quotes = "quotes", Off = "off" }

    /// Whether the quotes in the study are everything that was coded, or a selection.
    QuotesAre { Selected = "selected", AllCoded = "all-coded" }

    /// How far an attribute may be told: beside a quote, in totals only, never.
    Publish { Person = "person", Group = "group", No = "no" }

    /// What a participant agreed to; later ones include the earlier.
    Consent {
        /// As withdrawn: no trace.
        None = "none",
        /// Counted, never set.
        Aggregate = "aggregate",
        /// Told in the author's words.
        Paraphrase = "paraphrase",
        /// On pages.
        Quote = "quote",
        /// On pages and in `data/`.
        Dataset = "dataset",
    }

    /// How closely the words of one person may be seen together.
    Linking { Pages = "pages", Ids = "ids", None = "none" }

    SearchEngines { Off = "off", Pages = "pages", All = "all" }

    /// The fields of the Methods page, in its order.
    AboutField {
        Approach = "approach",
        Positionality = "positionality",
        Sampling = "sampling",
        Recruitment = "recruitment",
        Declined = "declined",
        Setting = "setting",
        Guide = "guide",
        Transcription = "transcription",
        Translation = "translation",
        Analysis = "analysis",
        ParticipantValidation = "participant_validation",
        Ethics = "ethics",
        DataAvailability = "data_availability",
        Funding = "funding",
        Interests = "interests",
        Limits = "limits",
    }

    /// A table that readers may download.
    DataFile { Codebook = "codebook", Themes = "themes", Quotes = "quotes", Participants = "participants" }
}

impl Method {
    /// Whether counts are shown unless the author says otherwise. Braun and Clarke (2021) speak against counting in
    /// reflexive thematic analysis; the phenomenological, narrative and grounded schools do not argue by numbers either.
    pub fn counts(self) -> Counts {
        match self {
            Method::ReflexiveTa | Method::Ipa | Method::Narrative | Method::GroundedTheory | Method::Colaizzi => Counts::Off,
            Method::CodebookTa | Method::Framework | Method::ContentAnalysis | Method::Other => Counts::Participants,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Method::Colaizzi => "Colaizzi’s descriptive phenomenology",
            Method::ReflexiveTa => "reflexive thematic analysis",
            Method::CodebookTa => "codebook thematic analysis",
            Method::Framework => "framework analysis",
            Method::ContentAnalysis => "content analysis",
            Method::GroundedTheory => "grounded theory",
            Method::Ipa => "interpretative phenomenological analysis",
            Method::Narrative => "narrative analysis",
            Method::Other => "another method",
        }
    }
}

impl AboutField {
    pub fn label(self) -> &'static str {
        match self {
            AboutField::Approach => "Approach",
            AboutField::Positionality => "Position of the researchers",
            AboutField::Sampling => "Sampling",
            AboutField::Recruitment => "Recruitment",
            AboutField::Declined => "Who declined",
            AboutField::Setting => "Setting",
            AboutField::Guide => "Interview guide",
            AboutField::Transcription => "Transcription",
            AboutField::Translation => "Translation",
            AboutField::Analysis => "Analysis",
            AboutField::ParticipantValidation => "Validation by participants",
            AboutField::Ethics => "Ethics",
            AboutField::DataAvailability => "Availability of data",
            AboutField::Funding => "Funding",
            AboutField::Interests => "Competing interests",
            AboutField::Limits => "Limitations",
        }
    }
}

/// An attribute of participants that may be published, at least in totals. Those that may not never get here.
#[derive(Clone, Debug)]
pub struct Attribute {
    pub key: Arc<str>,
    pub label: Arc<str>,
    /// The values there may be; empty where a value is taken as written.
    pub values: Vec<AttributeValue>,
    /// `Person` or `Group`.
    pub publish: Publish,
}

#[derive(Clone, Debug)]
pub struct AttributeValue {
    pub key: Arc<str>,
    pub one: Arc<str>,
    pub many: Arc<str>,
}

/// How a speaker is named beside a quote: text and the attributes of a person, in order.
#[derive(Clone, Debug)]
pub struct Attribution(pub Vec<AttributionPart>);

#[derive(Clone, Debug)]
pub enum AttributionPart {
    Text(Arc<str>),
    Id,
    /// An index into [`Settings::attributes`].
    Attribute(usize),
}

#[derive(Clone, Debug)]
pub struct ConsentSettings {
    pub default: Consent,
    pub statement: Option<Arc<str>>,
}

#[derive(Clone, Debug)]
pub struct Privacy {
    /// Health data, which a missing setting means too.
    pub health: bool,
    /// The smallest group of people that may be told apart.
    pub k: u32,
    pub linking: Linking,
    /// `at:` is shown beside a quote.
    pub times: bool,
    pub neighbours: bool,
    pub reason: Option<Arc<str>>,
}

/// Which tables readers may download.
#[derive(Clone, Copy, Debug, Default)]
pub struct DataFiles {
    pub codebook: bool,
    pub themes: bool,
    pub quotes: bool,
    pub participants: bool,
}

/// How the transcripts mark what is not speech, so that it is told from an editor's brackets.
#[derive(Clone, Debug, Default)]
pub struct Notation {
    pub replaced: Vec<Arc<str>>,
    pub sounds: Vec<Arc<str>>,
}
