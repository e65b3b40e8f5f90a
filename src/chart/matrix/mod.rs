//! Who spoke of what: participants by themes, a mark where something is coded and nothing where
//! nothing is.
//!
//! Themes are rows and participants columns, as long as the ids can be set level over cells that can
//! be hit ([`down`]). Beyond that the matrix is turned: participants are rows, and the themes, by
//! number, are columns, in as many parts as the width asks for ([`across`]).

mod across;
mod data;
mod down;
mod key;
mod lines;
mod mark;

use super::document::Drawing;
use super::medium::{Ink, Width};
pub use data::{Matrix, MatrixCell, MatrixColumn, MatrixMarks, MatrixRow};

/// Draws a matrix as one `<svg>` element, `width.units()` wide and as high as it needs.
///
/// Equal input gives equal bytes, and no input fails: names of any length are wrapped, markup in
/// them is escaped.
pub fn matrix(matrix: &Matrix, width: Width, ink: &Ink) -> String {
    let document = Drawing { id: &matrix.id, title: &matrix.title, description: &matrix.description, width, ink };
    match down::Down::lay_out(matrix, width) {
        Some(layout) => document.draw(layout.height(), |canvas| layout.draw(canvas, ink)),
        None => {
            let numbered = matrix.numbered();
            let layout = across::Across::lay_out(&numbered, width);
            document.draw(layout.height(), |canvas| layout.draw(canvas, ink))
        }
    }
}
