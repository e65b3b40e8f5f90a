//! What is published, said once: every text and every file of a study that reaches a reader.
//!
//! 1. [`Published`] visits a [`Study`] by exhaustive destructuring: a field that is added to the study does not compile until it is
//!    decided here whether a reader meets it.
//! 2. Each [`Text`] knows its [`Field`], whose [`Voice`] it is in, what it belongs to ([`Owner`]), its language and where it was
//!    written.
//! 3. A [`File`] is copied or used as it is: an asset, or a template of the study's own.
//!
//! The rules on identifiers, the privacy report and its fingerprints, the search of the quote browser and the tests of the gate all
//! read this enumeration. `tests/published.rs` holds it against the bytes of finished sites, in both directions.

mod field;
mod fingerprint;
mod location;
mod page;
mod quote;
mod study;

use std::borrow::Cow;

use crate::diag::Span;
use crate::model::settings::AboutField;
use crate::model::{AssetIx, PageIx, ParticipantIx, QuoteIx, SourceIx, Study, ThemeIx, TurnSpeaker};

pub use field::Field;
pub use fingerprint::is_of_this_form;
pub use location::Location;
pub use quote::texts_of_quote;

/// A text that reaches a reader.
#[derive(Clone, Debug)]
pub struct Text<'s> {
    pub field: Field,
    pub owner: Owner,
    pub voice: Voice,
    pub words: Cow<'s, str>,
    /// A BCP 47 tag, where it is not the study's own language.
    pub language: Option<&'s str>,
    /// Who speaks, where it is a turn of an exchange.
    pub speaker: Option<TurnSpeaker>,
    /// Where it was written, where that is known more exactly than by its owner.
    pub span: Option<Span>,
}

/// What a text belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Owner {
    /// `study.yaml` as a whole.
    Study,
    About(AboutField),
    /// A place in `Settings::attributes`.
    Attribute(usize),
    Participant(ParticipantIx),
    Source(SourceIx),
    Theme(ThemeIx),
    Quote(QuoteIx),
    Page(PageIx),
    Asset(AssetIx),
}

/// Whose words a text holds, and so what may be expected in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A participant's own words.
    Participant,
    /// The researchers' words about one participant: a question, a paraphrase, an attribute.
    AboutParticipant,
    /// The researchers, who cite, date and link.
    Researcher,
    /// The researchers on bodies that a reader has to know: who approved and who paid.
    Institution,
    /// Who wrote the study, and where they work.
    Author,
    /// Ids, tags, dates and addresses: no prose.
    Metadata,
}

impl Voice {
    /// Whether a text is a participant's own or tells of one.
    pub fn is_of_participant(self) -> bool {
        matches!(self, Voice::Participant | Voice::AboutParticipant)
    }
}

/// A file that reaches a reader: an asset as it is, a template by what is made of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum File<'s> {
    /// Copied to `assets/`; its bytes are read by its handle.
    Asset(AssetIx),
    /// One of the study's own templates: its name and text.
    Template { name: &'s str, text: &'s str },
}

/// Which pages are looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// What a build publishes.
    Without,
    /// Pages with `draft: true` too, which are published sooner or later.
    With,
}

/// Everything of a study that reaches a reader.
#[derive(Clone, Debug)]
pub struct Published<'s> {
    study: &'s Study,
    /// In the order of the study. None is empty.
    pub texts: Vec<Text<'s>>,
    /// Assets, then templates.
    pub files: Vec<File<'s>>,
}

impl<'s> Published<'s> {
    /// `templates` are the study's own, by name and text.
    pub fn new(study: &'s Study, templates: impl IntoIterator<Item = (&'s str, &'s str)>, drafts: Drafts) -> Published<'s> {
        let mut all = Vec::new();
        visit(study, drafts, &mut |text| all.push(text));
        let assets = (0..study.assets.len() as u32).map(|ix| File::Asset(AssetIx(ix)));
        let files = assets.chain(templates.into_iter().map(|(name, text)| File::Template { name, text })).collect();
        Published { study, texts: all, files }
    }

    /// The researchers' own texts in which one of some ids stands, each with what it belongs to.
    pub fn naming(&self, ids: &[&str]) -> Vec<(Cow<'s, str>, &str)> {
        let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
        let names = |words: &str| words.split(|c| !is_id(c)).any(|word| ids.contains(&word.trim_end_matches('.')));
        let researchers = self.texts.iter().filter(|text| matches!(text.voice, Voice::Researcher | Voice::Institution));
        researchers.filter(|text| names(&text.words)).map(|text| (text.owner_name(self.study), &*text.words)).collect()
    }
}

/// Calls `take` with every text of a study that reaches a reader, in the order of the study.
pub fn visit<'s>(study: &'s Study, drafts: Drafts, take: &mut dyn FnMut(Text<'s>)) {
    study::visit(study, drafts, &mut |text| {
        if !text.words.is_empty() {
            take(text);
        }
    });
}

impl Text<'_> {
    /// Whom the text is about, as far as its owner tells: the voices of a quote, a participant.
    pub fn about(&self, study: &Study) -> Vec<ParticipantIx> {
        match (self.owner, self.speaker) {
            (_, Some(TurnSpeaker::Participant(ix))) => vec![ix],
            (owner, _) => owner.about(study),
        }
    }

    /// What it belongs to, as its author knows it: a quote's id, a page's file, a setting.
    pub fn owner_name<'s>(&self, study: &'s Study) -> Cow<'s, str> {
        match self.owner {
            Owner::Study => self.field.word().into(),
            Owner::About(field) => field.word().into(),
            Owner::Attribute(at) => Cow::Borrowed(&study.settings.attributes[at].key),
            Owner::Participant(ix) => study.participant(ix).id.as_str().into(),
            // A source's id is never published.
            Owner::Source(_) => self.field.word().into(),
            Owner::Theme(ix) => study.theme(ix).id.as_str().into(),
            Owner::Quote(ix) => study.quote(ix).id.as_str().into(),
            Owner::Page(ix) => format!("{}.md", study.page(ix).slug).into(),
            Owner::Asset(_) => "a file’s name".into(),
        }
    }
}

impl Owner {
    fn about(self, study: &Study) -> Vec<ParticipantIx> {
        match self {
            Owner::Participant(ix) => vec![ix],
            Owner::Quote(ix) => study.quote(ix).voices.clone(),
            Owner::Source(ix) => study.source(ix).participants.clone(),
            Owner::Study | Owner::About(_) | Owner::Attribute(_) | Owner::Theme(_) | Owner::Page(_) | Owner::Asset(_) => Vec::new(),
        }
    }
}
