//! Small cells: who stands alone in a study, which counts must be hidden, and what would help.
//!
//! A study has few people, so a combination of harmless attributes soon points at one of them. `minimal` finds the
//! combinations, `crosstab` and `recover` say what a table of counts gives away, `suppress` hides enough of all tables
//! of a study together, and `suggest` proposes coarser attributes. Everything here is pure: same table, same answer.

mod bands;
mod crosstab;
mod hide;
mod linked;
mod minimal;
mod proposal;
mod recode;
mod recover;
mod route;
mod suggest;
mod suppress;
mod table;

pub use crosstab::{Axis, Crosstab, Hidden, Spot};
pub use linked::Reader;
pub use minimal::{Identified, minimal_sets};
pub use proposal::{Band, Proposal, Reached, Step};
pub use suggest::{single_steps, suggest};
pub use suppress::{HiddenTotals, Published, suppress_all};
pub use table::{Row, Table, below_k};

#[cfg(test)]
mod tests;
