//! `emic privacy`: what can be asked of the gate apart from a build.

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
    /// Look for the names of a key file in the files of a finished folder
    Sweep(sweep::SweepArgs),
}

pub fn run(args: &PrivacyArgs) -> End {
    match &args.verb {
        Verb::Sweep(args) => sweep::run(args),
    }
}
