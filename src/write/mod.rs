//! The only writer of output.
//!
//! A site is never changed where it lies. The new one is made whole in a folder beside it, and then the two folders change
//! places in one step, so that whoever looks, at whatever moment, sees the old site or the new one.
//!
//! 1. [`Target::check`] decides whether a folder may hold a site, before a byte is touched (`guard`, `places`; `refusal`
//!    has the words).
//! 2. [`Stage::open`] locks that folder against other builds (`lock`), puts in order what a killed build left (`scaffold`) and
//!    reads which files emic wrote there the last time (`manifest`).
//! 3. [`Stage::put`] takes the files, from as many threads as there are. It distrusts their paths (`names`), writes what is new
//!    and remembers what has stayed the same.
//! 4. [`Stage::swap`] brings in what stayed and what strangers put there (`tree`), signs the site with marker and manifest, has
//!    it on the disk (`durable`) and puts it in its place (`swap`). Where nothing has changed, it touches nothing.
//! 5. A stage that is dropped instead leaves the live site as it was, and nothing beside it.
//!
//! On disk, for a target named `output`:
//!
//! ```text
//! output/                      the site
//!   .emic-site                 says that emic wrote this folder, and in which format
//!   .emic-manifest             what emic wrote: a BLAKE3 hash and a path a line (`b3sum --check` reads it)
//! .output.emic-lock            there while a build runs; held by the system's lock, not by being there
//! .output.emic-stage-0/
//!   .emic-stage                says that emic made this folder
//!   new/                       a site in the making; it never was the live one
//!   ready/                     a finished site just before the exchange, the old site just after it
//!   old/                       the old site, where the system cannot exchange and two renames must do
//! output.emic-kept-1/          what emic found in an old site at the last moment, did not write, and will not delete
//! ```
//!
//! These names are the journal: a folder's name shows how far a build came, and renaming a folder is one step, so that after a
//! `kill -9` at any point `Scaffold::settle` knows what to do.

mod document;
mod durable;
mod error;
mod guard;
mod lock;
mod manifest;
mod names;
mod places;
mod refusal;
mod scaffold;
mod stage;
mod swap;
#[cfg(test)]
mod tests;
mod tree;

pub use document::document;
pub use error::WriteError;
pub use guard::Target;
pub use refusal::{RefusalReason, TargetRefusal};
pub use stage::{Stage, Written};
