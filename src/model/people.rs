//! Who spoke, and where.

use std::sync::Arc;

use super::choices::choices;
use super::settings::Consent;
use super::{Id, ParticipantIx};

/// Somebody who took part and did not withdraw. Holds only attributes that may be published.
#[derive(Clone, Debug)]
pub struct Participant {
    pub id: Id,
    /// One entry for each of `Settings::attributes`.
    pub attributes: Vec<Option<AttributeIs>>,
    pub consent: Consent,
}

/// What an attribute is for one participant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum AttributeIs {
    /// An index into the declared values.
    Value(usize),
    /// As written, where no values are declared.
    Written(Arc<str>),
}

choices! {
    /// What kind of material a source is.
    SourceKind {
        Interview = "interview",
        FocusGroup = "focus-group",
        Joint = "joint",
        Diary = "diary",
        Survey = "survey",
        Observation = "observation",
        FieldNote = "field-note",
        Document = "document",
    }
}

impl SourceKind {
    /// The researcher's own text: set as such, and never counted.
    pub fn is_researchers(self) -> bool {
        matches!(self, SourceKind::Observation | SourceKind::FieldNote)
    }

    /// Several people speak, and a voice may stay unidentified.
    pub fn is_group(self) -> bool {
        matches!(self, SourceKind::FocusGroup | SourceKind::Joint)
    }

    pub fn one(self) -> &'static str {
        match self {
            SourceKind::Interview => "interview",
            SourceKind::FocusGroup => "focus group",
            SourceKind::Joint => "joint interview",
            SourceKind::Diary => "diary",
            SourceKind::Survey => "survey answer",
            SourceKind::Observation => "observation",
            SourceKind::FieldNote => "field note",
            SourceKind::Document => "document",
        }
    }

    pub fn many(self) -> &'static str {
        match self {
            SourceKind::Interview => "interviews",
            SourceKind::FocusGroup => "focus groups",
            SourceKind::Joint => "joint interviews",
            SourceKind::Diary => "diaries",
            SourceKind::Survey => "survey answers",
            SourceKind::Observation => "observations",
            SourceKind::FieldNote => "field notes",
            SourceKind::Document => "documents",
        }
    }
}

/// One interview, focus group, diary …. Of it only kind, wave and language are ever published.
#[derive(Clone, Debug)]
pub struct Source {
    /// Never published; a quote file with `participant:` alone is a source without an id.
    pub id: Option<Id>,
    pub kind: SourceKind,
    pub participants: Vec<ParticipantIx>,
    pub wave: Option<Arc<str>>,
    pub order: Option<u32>,
    pub language: Option<Arc<str>>,
    pub minutes: Option<u32>,
}
