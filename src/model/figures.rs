//! A figure as an author asks for it, `![[chart:matrix?theme=rest]]`: a name, and options after `?`.
//!
//! Which figures there are is not known here: each declares its [`FigureKind`] where it is drawn, and whoever reads a
//! reference is handed the list.

use super::ThemeIx;
use super::choices::choices;
use super::settings::{Counts, Linking, Settings};

choices! {
    /// What an author may choose after `?`.
    FigureOption {
        /// One theme and all below it, in place of the whole study.
        Theme = "theme",
    }
}

/// What has to be known of a figure to read a reference to it.
#[derive(Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureKind {
    /// As an author writes it after `chart:`; also the name of its files in `figures/`.
    pub name: &'static str,
    /// What it is called in a sentence that refuses it: "the matrix of participants".
    pub subject: &'static str,
    pub options: &'static [FigureOption],
    /// Whether it counts: nothing that does is drawn under `counts: off`.
    pub shows_counts: bool,
    /// Whether it shows which words are one person's: nothing that does is drawn under `linking: none`.
    pub shows_participants: bool,
}

/// A setting under which a figure may not be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FigureBan {
    CountsOff,
    LinkingNone,
}

impl FigureKind {
    /// The setting that forbids this figure, if one does.
    pub fn ban(&self, settings: &Settings) -> Option<FigureBan> {
        if self.shows_counts && settings.counts == Counts::Off {
            Some(FigureBan::CountsOff)
        } else if self.shows_participants && settings.privacy.linking == Linking::None {
            Some(FigureBan::LinkingNone)
        } else {
            None
        }
    }
}

/// The options of one figure; none is chosen in a figure of the whole study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureOptions {
    pub theme: Option<ThemeIx>,
}

/// A figure with its options.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FigureRef {
    pub kind: &'static FigureKind,
    pub options: FigureOptions,
}

impl FigureRef {
    /// A figure of the whole study.
    pub fn whole(kind: &'static FigureKind) -> FigureRef {
        FigureRef { kind, options: FigureOptions::default() }
    }
}
