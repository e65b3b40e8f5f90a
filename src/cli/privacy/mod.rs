//! `emic privacy`: what can be asked of the gate apart from a build.

mod ack;
mod cells;
mod report;
mod scan;
mod sweep;

use clap::{Args, Subcommand};

use super::{Console, End};

#[derive(Args)]
pub struct PrivacyArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Write what an ethics board wants to see: what was checked, what was not, what was decided, and all that is told of each person
    Report(report::ReportArgs),
    /// Record that somebody has read all that a reader can learn about a participant
    Read(report::ReadArgs),
    /// Record that somebody answers for the study as it is now
    Sign(report::SignArgs),
    /// Record a decision: a finding is known, and stays
    Ack(ack::AckArgs),
    /// See whom a table of participants singles out, and by what
    Cells(cells::CellsArgs),
    /// Look for identifiers in texts of your own
    Scan(scan::ScanArgs),
    /// Look for the names of a key file in the files of a finished folder
    Sweep(sweep::SweepArgs),
}

pub fn run(args: &PrivacyArgs, console: &Console) -> End {
    match &args.verb {
        Verb::Report(args) => report::run(args, console),
        Verb::Read(args) => report::read(args, console),
        Verb::Sign(args) => report::sign(args, console),
        Verb::Ack(args) => ack::run(args, console),
        Verb::Cells(args) => cells::run(args, console),
        Verb::Scan(args) => scan::run(args, console),
        Verb::Sweep(args) => sweep::run(args, console),
    }
}
