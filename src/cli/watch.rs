//! `emic watch`: the site on the disk, written again after every change that leaves the study without errors.

use std::path::PathBuf;
use std::time::Instant;

use super::build::{self, target};
use super::console::tally;
use super::serve::{named, watched};
use super::{Common, Console, End};
use crate::session::Session;
use crate::site::Edition;
use crate::system::SystemError;
use crate::watch::Wake;

pub fn run(common: &Common, output: Option<PathBuf>, console: &Console) -> End {
    match watch(common, output, console) {
        Ok(()) => End::Done,
        Err(error) => End::failed(&error, console),
    }
}

fn watch(common: &Common, output: Option<PathBuf>, console: &Console) -> Result<(), SystemError> {
    let output = output.unwrap_or_else(|| common.study.join("output"));
    let mut session = Session::new(common.study.clone(), common.key.clone(), Edition::default())?;
    // A folder that is refused would be refused after every change.
    target(common, &output)?;
    let (mut watch, stop) = watched(&common.study)?;
    if let Err(error) = ctrlc::set_handler(move || stop.stop()) {
        console.line(&format!("Ctrl-C will stop this hard: {error}"));
    }
    let mut changed = vec!["all".to_owned()];
    loop {
        if !changed.is_empty() {
            write(common, &session, &output, &named(&changed, &session.current()), console);
        }
        if watch.wait() == Wake::Stopped {
            return Ok(());
        }
        changed = session.refresh().unwrap_or_else(|error| {
            console.line(&error.to_string());
            Vec::new()
        });
    }
}

/// Writes the site of the moment, or reports why not.
fn write(common: &Common, session: &Session, output: &std::path::Path, changed: &str, console: &Console) {
    let start = Instant::now();
    let now = session.current();
    let mut diagnostics = now.checked.diagnostics.clone();
    let done = match (&now.site, now.checked.refuses(common.strict)) {
        (Some(site), false) => target(common, output).and_then(|target| build::publish(common, &now.checked, site, target, console)),
        _ => Ok(Err(Vec::new())),
    };
    match done {
        Ok(Ok(written)) => console.line(&format!(
            "{changed}: {} ms, {}, {} changed",
            start.elapsed().as_millis(),
            tally(&diagnostics),
            crate::diag::words::count(written.changed + written.removed, "file", "files")
        )),
        Ok(Err(more)) => {
            diagnostics.extend(more);
            console.diagnostics(common, &now.checked.sources.files, &mut diagnostics);
            console.line(&format!("{changed}: not written: {}; the site is as it was", tally(&diagnostics)));
        }
        Err(error) => console.line(&format!("error: {error}")),
    }
}
