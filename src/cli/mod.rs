//! The command line: one file a verb; wiring, printing and exit codes.

mod build;
mod check;
mod live;
mod new;
mod preview;
mod print;
mod privacy;
mod render;
mod schema;
mod serve;
mod swept;
mod watch;

#[cfg(test)]
mod tests;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Turns a qualitative study into a site on which every claim can be followed to the words behind it.
#[derive(Parser)]
#[command(name = "emic", version)]
struct Cli {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Subcommand)]
enum Verb {
    /// Check the study and write its site
    Build {
        #[command(flatten)]
        common: Common,
        /// Where the site goes [default: STUDY/output]
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Show the study in the browser while it is written
    Serve(serve::ServeArgs),
    /// Write the site again after every change
    Watch {
        #[command(flatten)]
        common: Common,
        /// Where the site goes [default: STUDY/output]
        #[arg(short, long, value_name = "DIR")]
        output: Option<PathBuf>,
    },
    /// Begin a study: a small one that builds at once, to write your own over
    New(new::NewArgs),
    /// Print what an editor has to know to complete and check a study's YAML (JSON Schema)
    Schema(schema::SchemaArgs),
    /// Ask the privacy gate: what was found, decided and signed
    Privacy(privacy::PrivacyArgs),
    /// Check the study and write nothing
    Check {
        #[command(flatten)]
        common: Common,
    },
}

#[derive(Args)]
struct Common {
    /// The study's folder
    #[arg(default_value = ".")]
    study: PathBuf,
    /// The key file with the participants' names, to look for in all that would be published; CSV: pseudonym, real_name, aliases
    #[arg(long, value_name = "FILE", env = crate::load::key::VARIABLE, hide_env_values = true)]
    key: Option<PathBuf>,
    /// How problems are told: for people on stderr, or one JSON object a line on stdout
    #[arg(long, value_enum, default_value = "text")]
    format: Format,
    /// Let a warning refuse publication too
    #[arg(long)]
    strict: bool,
    /// Print problems only
    #[arg(short, long)]
    quiet: bool,
}

impl Common {
    fn key(&self) -> Option<&std::path::Path> {
        self.key.as_deref()
    }
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    Text,
    Json,
}

/// How a run ended.
enum End {
    Done,
    /// The study has errors.
    Study,
    /// Wrong usage, or the system failed.
    System,
}

impl End {
    /// Says what was done, or why it was not.
    fn said(done: Result<String, String>) -> End {
        match done {
            Ok(said) => {
                print::line(&said);
                End::Done
            }
            Err(message) => {
                print::line(&format!("error: {message}"));
                End::System
            }
        }
    }
}

/// Runs emic. 0: done; 1: the study has errors; 2: wrong usage or the system failed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    // What a mistake of emic's own would print may hold words of the study.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        print::line(&format!(
            "emic stopped: a mistake of its own{at}; please report this place. Nothing was published, and no word of the study is in this message"
        ));
    }));
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { 2 } else { 0 });
        }
    };
    let end = match cli.verb {
        Verb::Build { common, output } => build::run(&common, output),
        Verb::Serve(args) => serve::run(&args),
        Verb::Watch { common, output } => watch::run(&common, output),
        Verb::New(args) => new::run(&args),
        Verb::Schema(args) => schema::run(&args),
        Verb::Privacy(args) => privacy::run(&args),
        Verb::Check { common } => check::run(&common),
    };
    ExitCode::from(match end {
        End::Done => 0,
        End::Study => 1,
        End::System => 2,
    })
}
