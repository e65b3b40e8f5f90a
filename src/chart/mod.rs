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
//! medium                 how wide a drawing is, and where its colours come from
//! ```
//!
//! Nothing here reads a file, a clock or a font: the same input gives the same bytes.

mod backend;
mod document;
mod element;
mod label;
mod matrix;
mod medium;
mod prevalence;
mod role;
mod text;
mod write;

#[cfg(test)]
mod tests;

pub use matrix::{Matrix, MatrixCell, MatrixColumn, MatrixMarks, MatrixRow, matrix};
pub use medium::{Ink, Width};
pub use prevalence::{Bar, Prevalence, prevalence};
