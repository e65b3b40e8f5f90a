//! Facts about emic's only writer of output.
#![allow(clippy::unwrap_used, clippy::panic)]

mod keeps;
mod model;
mod paths;
mod recovers;
mod refuses;
mod support;
mod survives;
