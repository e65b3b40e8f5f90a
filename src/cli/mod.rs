//! The command line: one file a verb; arguments, printing and exit codes. The work is the library's.

mod build;
mod check;
mod console;
mod new;
mod privacy;
mod schema;
mod serve;
mod watch;

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::system::SystemError;

pub use console::Console;

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
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Done,
    /// The study has errors.
    Study,
    /// Wrong usage, or the system failed.
    System,
}

impl End {
    fn code(self) -> u8 {
        match self {
            End::Done => 0,
            End::Study => 1,
            End::System => 2,
        }
    }

    /// Prints what was done, or why it was not.
    fn report(done: Result<String, SystemError>, console: &Console) -> End {
        match done {
            Ok(done) => {
                console.line(&done);
                End::Done
            }
            Err(error) => End::failed(&error, console),
        }
    }

    /// Prints why nothing was done.
    fn failed(error: &SystemError, console: &Console) -> End {
        console.line(&format!("error: {error}"));
        End::System
    }
}

/// Runs emic as the program does. 0: done; 1: the study has errors; 2: wrong usage or the system failed.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    // What a mistake of emic's own would print may hold words of the study.
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(|at| format!(" ({}:{})", at.file(), at.line())).unwrap_or_default();
        Console::system().line(&format!(
            "emic stopped: a mistake of its own{at}; please report this place. Nothing was published, and no word of the study is in this message"
        ));
    }));
    ExitCode::from(run_on(args, &Console::system()))
}

/// What a command did that was run within another program.
#[derive(Clone, Debug)]
pub struct Captured {
    /// The exit code of [`run`].
    pub code: u8,
    /// Results and JSON.
    pub stdout: String,
    /// Text for people, without colours.
    pub stderr: String,
}

impl Captured {
    pub fn is_done(&self) -> bool {
        self.code == End::Done.code()
    }

    /// Everything that was printed.
    pub fn printed(&self) -> String {
        format!("{}{}", self.stdout, self.stderr)
    }
}

/// Runs a command, given without the program's name, and keeps what it prints.
pub fn capture<A: Into<OsString>>(args: impl IntoIterator<Item = A>) -> Captured {
    let console = Console::capture();
    let args = [OsString::from("emic")].into_iter().chain(args.into_iter().map(Into::into));
    let code = run_on(args, &console);
    let printed = console.printed();
    Captured { code, stdout: printed.stdout, stderr: printed.stderr }
}

/// Runs emic with what it prints on a console of one's own; gives the exit code of [`run`].
pub fn run_on(args: impl IntoIterator<Item = OsString>, console: &Console) -> u8 {
    let cli = match Cli::try_parse_from(args) {
        Ok(cli) => cli,
        Err(error) => {
            let text = error.render().ansi().to_string();
            if error.use_stderr() {
                console.people(&text);
                return End::System.code();
            }
            console.result(text.trim_end_matches('\n'));
            return End::Done.code();
        }
    };
    let end = match cli.verb {
        Verb::Build { common, output } => build::run(&common, output, console),
        Verb::Serve(args) => serve::run(&args, console),
        Verb::Watch { common, output } => watch::run(&common, output, console),
        Verb::New(args) => new::run(&args, console),
        Verb::Schema(args) => schema::run(&args, console),
        Verb::Privacy(args) => privacy::run(&args, console),
        Verb::Check { common } => check::run(&common, console),
    };
    end.code()
}
