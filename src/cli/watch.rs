//! `emic watch`: the site on the disk, written again after every change that leaves the study without errors.

use std::path::PathBuf;
use std::time::Instant;

use super::build::{self, target};
use super::live::Live;
use super::serve::{named, watched};
use super::{Common, End, print};
use crate::site::Edition;
use crate::watch::Wake;

pub fn run(common: &Common, output: Option<PathBuf>) -> End {
    let output = output.unwrap_or_else(|| common.study.join("output"));
    let mut live = match Live::new(common.study.clone(), common.key.clone(), Edition::default()) {
        Ok(live) => live,
        Err(error) => {
            print::line(&format!("error: `{}` cannot be read as a study: {error}", common.study.display()));
            return End::System;
        }
    };
    // A folder that is refused would be refused after every change.
    if let Err(refusal) = target(common, &output) {
        print::line(&format!("error: {refusal}"));
        return End::System;
    }
    let (mut watch, stop) = match watched(&common.study) {
        Ok(watched) => watched,
        Err(error) => {
            print::line(&format!("error: `{}` cannot be watched: {error}", common.study.display()));
            return End::System;
        }
    };
    if let Err(error) = ctrlc::set_handler(move || stop.stop()) {
        print::line(&format!("Ctrl-C will stop this hard: {error}"));
    }
    let mut changed = vec!["all".to_owned()];
    loop {
        if !changed.is_empty() {
            written(common, &live, &output, &named(&changed, &live.current()));
        }
        if watch.wait() == Wake::Stopped {
            return End::Done;
        }
        changed = match live.refresh() {
            Ok(changed) => changed,
            Err(error) => {
                print::line(&format!("the study cannot be read: {error}"));
                Vec::new()
            }
        };
    }
}

/// Writes the site of the moment, or says why not.
fn written(common: &Common, live: &Live, output: &std::path::Path, changed: &str) {
    let start = Instant::now();
    let now = live.current();
    let mut said = now.checked.diagnostics.clone();
    let done = match (&now.site, now.checked.refuses(common.strict)) {
        (Some(site), false) => target(common, output).and_then(|target| build::publish(common, &now.checked, site, target)),
        _ => Ok(Err(Vec::new())),
    };
    match done {
        Ok(Ok(written)) => print::line(&format!(
            "{changed}: {} ms, {}, {} changed",
            start.elapsed().as_millis(),
            print::tally(&said),
            crate::diag::words::count(written.changed + written.removed, "file", "files")
        )),
        Ok(Err(more)) => {
            said.extend(more);
            print::diagnostics(common, &now.checked.sources.files, &mut said);
            print::line(&format!("{changed}: not written: {}; the site is as it was", print::tally(&said)));
        }
        Err(message) => print::line(&format!("error: {message}")),
    }
}
