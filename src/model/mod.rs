//! What a study *is*: participants, sources, themes, quotes, findings.
//!
//! A [`Study`] holds typed references only, and nothing that may not be published: what was withdrawn, withheld or
//! declared private was left behind when it was made.

pub(crate) mod choices;
pub mod decisions;
pub mod document;
mod figures;
mod ids;
pub mod naming;
mod people;
mod quote;
pub mod settings;
mod study;
mod theme;

pub use figures::{FigureBan, FigureKind, FigureOption, FigureOptions, FigureRef};
pub use ids::{AssetIx, BadId, Id, PageIx, ParticipantIx, QuoteIx, SourceIx, ThemeIx};
pub use people::{AttributeIs, Participant, Source, SourceKind};
pub use quote::{Coding, Original, Quote, Turn, TurnSpeaker, Words};
pub use settings::Settings;
pub use study::{Asset, CodingRow, Page, PageKind, Ref, SitePlace, Study, Table};
pub use theme::{Asked, Change, ContrarySearch, Stance, Theme};
