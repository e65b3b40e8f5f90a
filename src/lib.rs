//! emic turns a qualitative study, written as plain files, into a static site on which every claim can be followed to the
//! words behind it.
//!
//! 1. [`load`] reads the study's files, and what is private apart from them.
//! 2. [`parse`] reads each file on its own; [`resolve`] makes a [`model::Study`] of the parts, with everything that is wrong.
//! 3. [`analyse`] counts; [`lint`] holds the study to its rules, [`identifiers`] finds what may tell who somebody is.
//! 4. [`site`] gives the bytes of every [`route`], with [`chart`]s, [`export`]s and what the quote browser
//!    [`search`]es.
//! 5. [`gate`] looks for what is private in those bytes; [`write`] puts them in the place of the old site, or nothing.
//!
//! [`report`] tells an ethics board what was checked and what a reader can learn; [`cli`] wires these and prints; [`diag`] is what all of them have to say.

pub mod analyse;
pub mod chart;
pub mod cli;
pub mod compile;
pub mod diag;
pub mod export;
pub mod gate;
pub mod identifiers;
pub mod lint;
pub mod load;
pub mod model;
pub mod new_study;
pub mod parse;
pub mod pictures;
pub mod published;
pub mod record;
pub mod report;
pub mod resolve;
pub mod route;
pub mod schema;
pub mod search;
pub mod serve;
pub mod session;
pub mod site;
pub mod system;
pub mod text;
pub mod watch;
pub mod write;
