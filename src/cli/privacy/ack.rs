//! `emic privacy ack`: records that a finding is known, why it stays, and who decided.

use std::path::PathBuf;

use clap::Args;

use super::super::{Console, End};
use crate::compile::{Checked, check_folder};
use crate::diag::{Decide, Diagnostic, Place, words};
use crate::lint::decisions;
use crate::load;
use crate::record::{self, Field};
use crate::system::SystemError;

#[derive(Args)]
pub struct AckArgs {
    /// The finding's code, as emic prints it: likely-identifier, identifier, small-cells
    rule: String,
    /// Where it stands, as emic prints it, `quotes/P03.yaml:12`; of small cells, the attributes: `age,relation`
    place: String,
    /// Why it identifies nobody, or why it may stay all the same
    #[arg(long)]
    reason: String,
    /// Who decides
    #[arg(long)]
    reviewer: String,
    /// When [default: today]
    #[arg(long, value_name = "YYYY-MM-DD")]
    date: Option<String>,
    /// The study's folder
    #[arg(long, default_value = ".")]
    study: PathBuf,
}

pub fn run(args: &AckArgs, console: &Console) -> End {
    End::report(record(args), console)
}

fn record(args: &AckArgs) -> Result<String, SystemError> {
    for (name, value) in [("--reason", &args.reason), ("--reviewer", &args.reviewer)] {
        if value.trim().is_empty() {
            return Err(SystemError::new(format!("`{name}` is empty; a decision has a reason, and somebody who made it")));
        }
    }
    let checked = check_folder(&args.study, None)?;
    let found: Vec<&Diagnostic> =
        checked.diagnostics.iter().filter(|d| d.code.is_named(&args.rule) && stands_at(&checked, d, &args.place)).collect();
    if found.is_empty() {
        return Err(SystemError::new(nothing(&checked, args)));
    }
    let date = args.date.clone().unwrap_or_else(record::today);
    let by: [Field<'_>; 3] = [("reason", args.reason.trim()), ("reviewer", args.reviewer.trim()), ("date", &date)];
    let write = |fields: &[Field<'_>]| record::add(&args.study, fields).map_err(SystemError::unwritable(record::FILE));
    for d in &found {
        match d.decide.as_deref() {
            Some(Decide::Text { of, place }) => {
                let key = record::key(&args.study, checked.sources.decision_key).map_err(SystemError::unwritable(load::DECISION_KEY))?;
                let place = format!("{}, {place}", file(&checked, d));
                let hash = decisions::fingerprint(&key, of);
                write(&[&[("decided", d.code.name), ("place", place.as_str()), ("fingerprint", hash.as_str())], &by[..]].concat())?;
            }
            Some(Decide::Cells { attributes, below, smallest }) => {
                let (attributes, below, smallest) = (format!("[{}]", attributes.join(", ")), below.to_string(), smallest.to_string());
                let cells: [Field<'_>; 4] =
                    [("decided", d.code.name), ("attributes", &attributes), ("below", &below), ("smallest", &smallest)];
                write(&[&cells[..], &by[..]].concat())?;
            }
            None => return Err(SystemError::new(format!("`{}` cannot be acknowledged; it has to be put right", args.rule))),
        }
    }
    Ok(format!("{} in privacy.yaml", words::count(found.len(), "decision recorded", "decisions recorded")))
}

/// Why nothing was recorded, and what could have been.
fn nothing(checked: &Checked, args: &AckArgs) -> String {
    let open: Vec<&Diagnostic> = checked.diagnostics.iter().filter(|d| d.decide.is_some()).collect();
    if open.is_empty() {
        return "there is nothing to decide: no finding is open that can be acknowledged".to_owned();
    }
    let mut message = format!("no `{}` is told at `{}`; open are:", args.rule, args.place);
    for d in open {
        message.push_str(&format!("\n  {} {}", d.code.name, shown_place(checked, d)));
    }
    message
}

fn file<'c>(checked: &'c Checked, d: &'c Diagnostic) -> &'c str {
    match &d.place {
        Place::Span(span) => checked.sources.files.name(span.file),
        Place::Path(path) => path,
        Place::Study => "study.yaml",
    }
}

/// The place as it is printed: `file:line`, or the attributes of a combination.
fn shown_place(checked: &Checked, d: &Diagnostic) -> String {
    if let Some(Decide::Cells { attributes, .. }) = d.decide.as_deref() {
        return attributes.join(",");
    }
    match &d.place {
        Place::Span(span) => {
            let position = checked.sources.files.position(span.file, span.start);
            format!("{}:{}:{}", checked.sources.files.name(span.file), position.line, position.column)
        }
        _ => file(checked, d).to_owned(),
    }
}

/// Whether a finding stands where somebody says: the file, with the line, with the column too; or the attributes in any order.
fn stands_at(checked: &Checked, d: &Diagnostic, place: &str) -> bool {
    let shown = shown_place(checked, d);
    if matches!(d.decide.as_deref(), Some(Decide::Cells { .. })) {
        let parts = |text: &str| {
            let mut parts: Vec<String> = text.split([',', '+']).map(|part| part.trim().to_owned()).collect();
            parts.sort();
            parts
        };
        return parts(&shown) == parts(place);
    }
    shown == place || shown.strip_prefix(place).is_some_and(|rest| rest.starts_with(':'))
}
