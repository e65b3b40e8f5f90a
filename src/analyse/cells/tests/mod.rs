//! Facts about small cells, and properties that hold for a thousand random tables.

mod attacker;
mod counts;
mod random;
mod recovery;
mod suggestions;
mod suppression;
