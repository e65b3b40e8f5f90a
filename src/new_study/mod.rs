//! A study to begin with: small, builds at once, to be written over.
//!
//! 1. [`NewFolder::free`] looks whether the folder is free.
//! 2. [`Answers`] are what it has to know; [`answers::ask`] asks for what nobody said.
//! 3. [`files`] makes the files in memory.
//! 4. [`NewFolder::write`] writes all of them or none.

pub mod answers;
mod files;
mod folder;
mod yaml;

pub use answers::{Answers, Given};
pub use files::files;
pub use folder::NewFolder;
