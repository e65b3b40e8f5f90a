//! A count is evidence: a number with its unit, what it rests on, and the words it leads to.

use crate::model::{ParticipantIx, ThemeIx};

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Unit {
    Participants,
    Quotes,
}

/// What a count of a theme may claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Basis {
    /// Everything coded is in the study: "spoke of this".
    AllCoded,
    /// The coding table says so: "spoke of this".
    Table,
    /// A selection: "are quoted here", and no more.
    Quoted,
}

/// The words a count leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Evidence {
    /// All quotes shown under a theme and below it.
    Theme(ThemeIx),
    /// All quotes shown of a participant.
    Participant(ParticipantIx),
    /// A participant's quotes shown under a theme and below it.
    Cell(ThemeIx, ParticipantIx),
    /// All quotes shown.
    All,
}

/// A number that can be followed to the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    pub n: u32,
    /// What it is out of; `None` for quotes, which are not out of anything.
    pub of: Option<u32>,
    pub unit: Unit,
    pub basis: Basis,
    /// Participants among `n` with words against the theme.
    pub against: u32,
    /// Participants among `n` with words both ways, and none plainly against.
    pub mixed: u32,
    /// Focus groups, and joint interviews, whose voices were not identified: they add no participant.
    pub groups: u32,
    pub joint: u32,
    /// Participants whose words the link opens.
    pub shown: u32,
    pub quotes: Evidence,
}
