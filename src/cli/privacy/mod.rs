//! `emic privacy`: what can be asked of the gate apart from a build.

mod ack;
mod record;
mod scan;
mod sweep;

use clap::{Args, Subcommand};

use super::End;

#[derive(Args)]
pub struct PrivacyArgs {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Record a decision: a finding is known, and stays
    Ack(ack::AckArgs),
    /// Look for identifiers in texts of your own
    Scan(scan::ScanArgs),
    /// Look for the names of a key file in the files of a finished folder
    Sweep(sweep::SweepArgs),
}

pub fn run(args: &PrivacyArgs) -> End {
    match &args.verb {
        Verb::Ack(args) => ack::run(args),
        Verb::Scan(args) => scan::run(args),
        Verb::Sweep(args) => sweep::run(args),
    }
}
