//! Facts about the preview server, asked of it over real sockets.
//!
//! 1. [`paths`]: what is no page's address never reaches the site.
//! 2. [`callers`]: who may ask.
//! 3. [`answers`]: what is said, in part, again or without its body.
//! 4. [`pressure`]: clients that are slow, greedy or many.
#![allow(clippy::unwrap_used)]

mod answers;
mod callers;
mod paths;
mod pressure;
mod support;
