//! The theme tree: the code book.

use std::sync::Arc;

use super::choices::choices;
use super::document::Inline;
use super::{Id, QuoteIx, Ref, ThemeIx};

/// A theme at any depth. The tree lies flat in code-book order, so a subtree is a range.
#[derive(Clone, Debug)]
pub struct Theme {
    pub id: Id,
    /// "1", "1.2", by position.
    pub number: Arc<str>,
    pub name: Arc<str>,
    pub parent: Option<ThemeIx>,
    pub children: Vec<ThemeIx>,
    /// The first theme behind this one's subtree.
    pub end: ThemeIx,
    /// 0 for a main theme.
    pub depth: u32,
    /// 1 to 12: the main theme's ink, which its subthemes share.
    pub ink: u8,
    pub definition: Vec<Inline<Ref>>,
    pub full: Vec<Inline<Ref>>,
    pub include: Vec<Inline<Ref>>,
    pub exclude: Vec<Inline<Ref>>,
    /// Quotes coded so; the first opens the theme's page.
    pub examples: Vec<QuoteIx>,
    pub origin: Option<Arc<str>>,
    pub asked: Option<Asked>,
    pub contrary: Option<ContrarySearch>,
    pub history: Vec<Change>,
    /// Old ids that keep working.
    pub aliases: Vec<Id>,
}

impl Theme {
    pub fn is_leaf(&self) -> bool {
        self.children.is_empty()
    }
}

choices! {
    /// Whom the interviewers asked about a theme: silence means little where nobody asked.
    Asked { All = "all", Some = "some", Arose = "arose" }

    /// How a quote bears on a theme.
    Stance { Supports = "supports", Contrary = "contrary", Mixed = "mixed" }
}

/// Whether words against the theme were looked for, and what was found.
#[derive(Clone, Debug)]
pub struct ContrarySearch {
    pub sought: bool,
    pub found: Option<Arc<str>>,
}

/// One change in a code's history.
#[derive(Clone, Debug)]
pub struct Change {
    pub date: Option<Arc<str>>,
    pub change: Arc<str>,
    pub why: Option<Arc<str>>,
}
