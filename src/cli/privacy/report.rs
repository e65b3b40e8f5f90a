//! `emic privacy report`, `read` and `sign`: what an ethics board is shown, and who has read it and answers for it.

use std::path::{Path, PathBuf};

use clap::Args;

use super::super::{Common, Console, End};
use crate::compile::{Checked, check_folder, render};
use crate::diag::{Diagnostic, Place, words};
use crate::gate::Sweep;
use crate::record;
use crate::report::{self, Facts};
use crate::site::Edition;
use crate::system::SystemError;
use crate::write;

#[derive(Args)]
pub struct ReportArgs {
    #[command(flatten)]
    common: Common,
    /// Where the report goes
    #[arg(short, long, value_name = "FILE", default_value = "privacy-report.html")]
    output: PathBuf,
}

#[derive(Args)]
pub struct ReadArgs {
    /// The participant whose words were read, all of them
    participant: String,
    #[command(flatten)]
    by: By,
}

#[derive(Args)]
pub struct SignArgs {
    #[command(flatten)]
    by: By,
}

#[derive(Args)]
struct By {
    /// Who has read it
    #[arg(long)]
    reviewer: String,
    /// When [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// The study's folder
    #[arg(long, default_value = ".")]
    study: PathBuf,
}

pub fn run(args: &ReportArgs, console: &Console) -> End {
    End::report(write_report(args, console).map(|problems| format!("{} written; {problems}", args.output.display())), console)
}

pub fn read(args: &ReadArgs, console: &Console) -> End {
    End::report(record_reading(args), console)
}

fn record_reading(args: &ReadArgs) -> Result<String, SystemError> {
    let checked = check(&args.by.study, None)?;
    let study = &checked.study;
    let found = study.participant_ixs().find(|ix| study.participant(*ix).id.as_str() == args.participant);
    let ix = found.ok_or_else(|| SystemError::new(format!("there is no participant `{}` whose words are shown", args.participant)))?;
    let fingerprint = checked.published().fingerprint_of(ix, checked.analysis.quotes_of(ix));
    record(&args.by, &[("read", args.participant.as_str()), ("fingerprint", fingerprint.as_str())])
}

pub fn sign(args: &SignArgs, console: &Console) -> End {
    End::report(record_signature(args), console)
}

fn record_signature(args: &SignArgs) -> Result<String, SystemError> {
    let checked = check(&args.by.study, None)?;
    let fingerprint = checked.fingerprint(&checked.published())?;
    record(&args.by, &[("signed", fingerprint.as_str())])
}

fn record(by: &By, what: &[record::Field<'_>]) -> Result<String, SystemError> {
    if by.reviewer.trim().is_empty() {
        return Err(SystemError::new("`--reviewer` is empty; somebody has to answer for it"));
    }
    let date = by.date.clone().unwrap_or_else(record::today);
    let fields = [what, &[("reviewer", by.reviewer.trim()), ("date", date.as_str())]].concat();
    record::add(&by.study, &fields).map_err(SystemError::unwritable(record::FILE))?;
    Ok("recorded in privacy.yaml".to_owned())
}

fn check(study: &Path, key: Option<&Path>) -> Result<Checked, SystemError> {
    let checked = check_folder(study, key)?;
    if checked.has_settings {
        Ok(checked)
    } else {
        Err(SystemError::new(format!("`{}` has no study.yaml that can be read; see `emic check`", study.display())))
    }
}

fn write_report(args: &ReportArgs, console: &Console) -> Result<String, SystemError> {
    let checked = check(&args.common.study, args.common.key())?;
    let names = checked.secrets.names();
    let (swept, found) = match checked.site(Edition::default()) {
        Ok(site) => {
            let bar = console.progress(&args.common, site.routes().len());
            let found = render::render(&checked, &site, &render::Nowhere, &|| bar.inc(1))?;
            bar.finish_and_clear();
            (Ok(site.routes().len()), found)
        }
        Err(diagnostics) => (Err("a template of the study’s own cannot be used".to_owned()), diagnostics),
    };
    let mut all: Vec<Diagnostic> = checked.diagnostics.iter().chain(&found).cloned().collect();
    crate::diag::sort(&mut all, &checked.sources.files);
    let open: Vec<(String, String, String, bool)> = all
        .iter()
        .filter(|d| d.code.area.is_privacy())
        .map(|d| (d.code.name.to_owned(), place(&checked, d), d.message.clone(), d.is_error()))
        .collect();
    let is_read = |path: &str| ["png", "jpg", "jpeg", "svg"].iter().any(|known| path.to_ascii_lowercase().ends_with(known));
    let unread: Vec<String> = checked.study.assets.iter().filter(|a| !is_read(&a.path)).map(|a| a.source.to_string()).collect();
    let date = record::today();
    let published = checked.published();
    let fingerprint = checked.fingerprint(&published)?;
    let facts = Facts {
        date: &date,
        version: env!("CARGO_PKG_VERSION"),
        names: (names > 0).then_some(names),
        private_words: checked.secrets.private_lines(),
        swept,
        open: &open,
        unread: &unread,
        fingerprint: &fingerprint,
    };
    let html = report::html(&checked.study, &checked.analysis, &published, &facts);
    // The report leaves too, for an ethics board: no name of the key does.
    let sweep = Sweep::new(&checked.secrets)?;
    let file = sweep.pass("privacy-report.html", html.into_bytes()).map_err(|hits| holds_private(hits.len()))?;
    write::document(&args.output, &file).map_err(SystemError::unwritable(args.output.display()))?;
    Ok(words::count(open.len(), "finding is open", "findings are open"))
}

fn holds_private(hits: usize) -> SystemError {
    let what = words::count(hits, "private word", "private words");
    SystemError::new(format!("the report is not written, since {what} would be in it: `emic check` names the places; mend them first"))
}

fn place(checked: &Checked, d: &Diagnostic) -> String {
    match &d.place {
        Place::Study => "the study".to_owned(),
        Place::Path(path) => path.clone(),
        Place::Span(span) => {
            let files = &checked.sources.files;
            format!("{}:{}", files.name(span.file), files.position(span.file, span.start).line)
        }
    }
}
