//! Figures: SVG drawn through plotters with a backend of our own.
//!
//! A figure is drawn twice for a page, [`Width::Wide`] and [`Width::Narrow`]; `chart.css` shows one
//! of the two, for a drawing that is only scaled cannot be read on a telephone. For a download it
//! is drawn in [`Ink::Standalone`].
//!
//! ```text
//! prevalence · matrix    what is drawn where: layout in drawing units, 1 unit = 1 CSS pixel
//!   label · text         names of themes, wrapped by a width table (no font is ever opened)
//!   element              shapes as plotters elements; `Linked` puts a link around them
//!   backend · role       plotters' calls to SVG; a role travels as a colour, comes out as a class
//!   write                numbers and texts in SVG
//!   document             the <svg> around it: name, description; for a download title and source
//! ```
//!
//! Nothing here reads a file, a clock or a font: the same input gives the same bytes.

mod backend;
mod document;
mod element;
mod label;
mod matrix;
mod prevalence;
mod role;
mod text;
mod write;

#[cfg(test)]
mod tests;

pub use matrix::{Cell, Column, Marks, Matrix, Row, matrix};
pub use prevalence::{Bar, Prevalence, prevalence};

/// How much room a drawing is made for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Width {
    /// 836 units: names stand to the left of what they name.
    Wide,
    /// 336 units: names stand above what they name.
    Narrow,
}

impl Width {
    /// The width of the drawing, in units.
    pub const fn units(self) -> f64 {
        match self {
            Self::Wide => 836.0,
            Self::Narrow => 336.0,
        }
    }
}

/// Where the colours of a drawing come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Ink {
    /// The page's: the drawing carries classes only, and `chart.css` colours it, light or dark.
    Page,
    /// The drawing's own, for a file that leaves the site: light colours and a font stack written
    /// in, on white, with the figure's title above.
    ///
    /// A link stays only where its address works outside the site (`http://…`, `https://…`); a mark
    /// without one keeps its name, and its number is set in ink, because a red number promises a
    /// link.
    Standalone {
        /// What stands under the title: unit, N, order. May be empty.
        caption: String,
        /// The line at the foot: study, authors, licence. May be empty.
        source: String,
    },
}

impl Ink {
    /// Whether texts must be kept clear of hairlines with paper behind them.
    ///
    /// In the page a halo does it (`paint-order`), which word processors and drawing programs do
    /// not know.
    fn covers(&self) -> bool {
        matches!(self, Self::Standalone { .. })
    }

    /// Whether a link to `href` is worth writing in this ink.
    fn keeps(&self, href: &str) -> bool {
        match self {
            Self::Page => !href.is_empty(),
            Self::Standalone { .. } => href.starts_with("https://") || href.starts_with("http://"),
        }
    }
}
