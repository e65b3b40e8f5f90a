//! Themes: the list of all, and a page for each.

pub mod facts;
mod index;
mod quotes;
pub mod rows;
mod theme;

pub use index::index;
pub use theme::theme;
