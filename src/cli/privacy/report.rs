//! `emic privacy report`, `read` and `sign`: what an ethics board is shown, and who has read it and answers for it.

use std::path::{Path, PathBuf};

use clap::Args;

use super::super::check::{Cache, Checked, checked};
use super::super::{Common, End, render};
use super::record;
use crate::diag::{Diagnostic, Place, words};
use crate::load;
use crate::report::{self, Facts};
use crate::site::Edition;

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

pub fn run(args: &ReportArgs) -> End {
    End::said(made(args).map(|problems| format!("{} written; {problems}", args.output.display())))
}

pub fn read(args: &ReadArgs) -> End {
    End::said(loaded(&args.by.study, None).and_then(|checked| {
        let study = &checked.study;
        let found = study.participant_ixs().find(|ix| study.participant(*ix).id.as_str() == args.participant);
        let ix = found.ok_or_else(|| format!("there is no participant `{}` whose words are shown", args.participant))?;
        let state = report::of_participant(study, &checked.analysis, ix);
        recorded(&args.by, &[("read", args.participant.as_str()), ("print", state.as_str())])
    }))
}

pub fn sign(args: &SignArgs) -> End {
    End::said(loaded(&args.by.study, None).and_then(|checked| {
        let state = report::of_study(&checked.study, &checked.analysis);
        recorded(&args.by, &[("signed", state.as_str())])
    }))
}

fn recorded(by: &By, what: &[record::Field<'_>]) -> Result<String, String> {
    if by.reviewer.trim().is_empty() {
        return Err("`--reviewer` is empty; somebody has to answer for it".to_owned());
    }
    let date = by.date.clone().unwrap_or_else(record::today);
    let fields = [what, &[("reviewer", by.reviewer.trim()), ("date", date.as_str())]].concat();
    record::add(&by.study, &fields).map_err(|e| format!("`privacy.yaml` cannot be written: {e}"))?;
    Ok("recorded in privacy.yaml".to_owned())
}

fn loaded(study: &Path, key: Option<&Path>) -> Result<Checked, String> {
    let loaded = load::folder(study, key).map_err(|e| format!("`{}` cannot be read as a study: {e}", study.display()))?;
    let checked = checked(loaded, &mut Cache::default());
    if checked.has_settings {
        Ok(checked)
    } else {
        Err(format!("`{}` has no study.yaml that can be read; see `emic check`", study.display()))
    }
}

fn made(args: &ReportArgs) -> Result<String, String> {
    let checked = loaded(&args.common.study, args.common.key())?;
    let names = checked.secrets.names();
    let (swept, found) = match checked.site(Edition::default()) {
        Ok(site) => {
            let found = render::all(&args.common, &checked, &site, &|_, _| Ok(()))?;
            (Ok(site.routes().len()), found)
        }
        Err(said) => (Err("a template of the study’s own cannot be used".to_owned()), said),
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
    let facts = Facts {
        date: &date,
        version: env!("CARGO_PKG_VERSION"),
        names: (names > 0).then_some(names),
        private_words: checked.secrets.private_lines(),
        swept,
        open: &open,
        unread: &unread,
    };
    let html = report::html(&checked.study, &checked.analysis, &facts);
    std::fs::write(&args.output, html).map_err(|e| format!("`{}` cannot be written: {e}", args.output.display()))?;
    Ok(words::count(open.len(), "finding is open", "findings are open"))
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
