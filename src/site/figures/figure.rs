//! What a figure is: a name with options, words, a drawing and its numbers.

use crate::chart::{Ink, Width};
use crate::export::DataTable;
use crate::model::{FigureKind, FigureOptions, Study};
use crate::route::Route;
use crate::site::html::Html;
use crate::site::page_context::PageContext;

/// A figure of a study. Each is one file in `all/` and one entry of the list there.
///
/// `options` are what the author chose, of those that the figure's [`FigureKind`] takes; none is chosen in the figure that
/// has a page of its own. Everything but [`Figure::refusal`] is asked only where nothing refuses the figure, or where the
/// author embedded it all the same.
pub trait Figure: Sync {
    fn kind(&self) -> &'static FigureKind;

    /// Why it cannot be drawn of this study, beyond what [`FigureKind::ban`] forbids.
    fn refusal(&self, study: &Study, options: &FigureOptions) -> Option<FigureRefusal>;

    fn words(&self, context: &PageContext, options: &FigureOptions) -> FigureWords;

    /// One `<svg>` element, as wide as the frame says.
    fn drawing(&self, context: &PageContext, options: &FigureOptions, frame: &FigureFrame) -> String;

    /// What the drawing shows, as a table whose numbers are links to the words.
    fn table(&self, context: &PageContext, options: &FigureOptions) -> Html;

    /// The numbers, to take away.
    fn data(&self, context: &PageContext, options: &FigureOptions) -> DataTable;
}

/// Why there is no drawing, in words for a reader.
pub struct FigureRefusal {
    /// A sentence without its full stop.
    pub reason: &'static str,
    /// What shows the same in another way: a page, and the words of the link to it.
    pub instead: Option<(Route, &'static str)>,
}

/// What a figure is called and says.
#[derive(Default)]
pub struct FigureWords {
    pub name: String,
    /// Unit, N, order, what a click does.
    pub caption: String,
    /// The caption without what a click does, for a drawing outside the site.
    pub standalone_caption: String,
    /// What the drawing shows, as facts, for who does not see it.
    pub description: String,
}

/// What a drawing is made for.
pub struct FigureFrame<'a> {
    /// Unique on the page.
    pub id: &'a str,
    pub words: &'a FigureWords,
    pub width: Width,
    pub ink: &'a Ink,
}
