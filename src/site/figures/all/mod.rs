//! The figures there are, a file each. A new one is its file and its entry here.

mod matrix;
mod prevalence;

use super::figure::Figure;

/// Every figure, in the order in which a study's are numbered.
pub static ALL: &[&dyn Figure] = &[&prevalence::PrevalenceFigure, &matrix::MatrixFigure];
