//! `emic build`: checks, renders and sweeps every route, and only then puts the site in its place.

use std::path::PathBuf;
use std::sync::Mutex;
use std::time::Instant;

use rayon::prelude::*;

use super::check::{Checked, checked};
use super::{Common, End, print};
use crate::diag::{Diagnostic, Place, code, words};
use crate::gate::{self, Sweep};
use crate::load;
use crate::route::Route;
use crate::site::{Body, Site};
use crate::write::{Stage, Target};

pub fn run(common: &Common, output: Option<PathBuf>) -> End {
    let start = Instant::now();
    let output = output.unwrap_or_else(|| common.study.join("output"));
    let mut checked = match load::folder(&common.study) {
        Ok(loaded) => checked(loaded),
        Err(error) => {
            print::line(&format!("error: `{}` cannot be read as a study: {error}", common.study.display()));
            return End::System;
        }
    };
    let target = if checked.sources.files.get("study.yaml").is_some() {
        match Target::check(&output, &common.study, load::INPUTS) {
            Ok(target) => Some(target),
            Err(refusal) => {
                print::line(&format!("error: {refusal}"));
                return End::System;
            }
        }
    } else {
        None
    };
    let site = match checked.site() {
        Ok(site) => Some(site),
        Err(said) => {
            checked.diagnostics.extend(said);
            None
        }
    };
    let (Some(site), Some(target), false) = (site, target, checked.refuses(common.strict)) else {
        return refuse(common, checked);
    };
    let written = match publish(common, &mut checked, &site, target) {
        Ok(Some(written)) => written,
        Ok(None) => return refuse(common, checked),
        Err(message) => {
            print::line(&format!("error: {message}"));
            return End::System;
        }
    };
    print::diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
    if !common.quiet {
        for name in &written.carried {
            print::line(&format!("kept `{name}`, which emic did not write"));
        }
        for left in &written.left {
            print::line(&format!("left `{}` beside the site: it holds what emic did not write and could not keep in it", left.display()));
        }
        let pages = site.routes().iter().filter(|r| r.is_page()).count();
        let study = &checked.study;
        print::line(&format!(
            "{}, {}, {}, {} in {} ms; {} changed",
            words::count(pages, "page", "pages"),
            words::count(checked.analysis.shown() as usize, "quote", "quotes"),
            words::count(study.themes.len(), "theme", "themes"),
            words::count(study.participants.len(), "participant", "participants"),
            start.elapsed().as_millis(),
            words::count(written.changed + written.removed, "file", "files"),
        ));
    }
    End::Done
}

fn refuse(common: &Common, mut checked: Checked) -> End {
    print::diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
    if !common.quiet {
        print::line(&format!("not built: {}; what was there before is as it was", print::tally(&checked.diagnostics)));
    }
    End::Study
}

/// Renders, sweeps and stages every route; `None` where something private was found or a template failed.
fn publish(common: &Common, checked: &mut Checked, site: &Site, target: Target) -> Result<Option<crate::write::Written>, String> {
    let sweep = Sweep::new(&checked.secrets).map_err(|e| e.to_string())?;
    let stage = Stage::open(target).map_err(|e| e.to_string())?;
    let said = Mutex::new(Vec::new());
    let bar = print::progress(common, site.routes().len());
    site.routes().par_iter().try_for_each(|route| -> Result<(), String> {
        let path = site.path(route);
        let bytes = match site.render(route) {
            Ok(Body::Bytes(bytes)) => bytes,
            Ok(Body::Asset(ix)) => {
                checked.sources.asset(ix.at()).map_err(|e| format!("`{}` cannot be read: {e}", checked.study.asset(ix).source))?
            }
            Err(diagnostic) => {
                lock(&said).push(diagnostic);
                return Ok(());
            }
        };
        // emic's own front end holds nobody's words, and `li` is not a person in it.
        if !matches!(route, Route::FrontEnd(_)) {
            let hits = sweep.route(&path, &bytes);
            if !hits.is_empty() {
                lock(&said).extend(hits.iter().map(|hit| private(&sweep, &path, hit)));
                return Ok(());
            }
        }
        stage.put(&path, &bytes).map_err(|e| e.to_string())?;
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    let mut said = said.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    if !said.is_empty() {
        said.dedup_by(|a, b| a.message == b.message && a.place == b.place);
        checked.diagnostics.extend(said);
        return Ok(None);
    }
    stage.swap().map(Some).map_err(|e| e.to_string())
}

fn lock(said: &Mutex<Vec<Diagnostic>>) -> std::sync::MutexGuard<'_, Vec<Diagnostic>> {
    said.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

/// A hit names the page and the list's line, never the value.
fn private(sweep: &Sweep, path: &str, hit: &gate::Hit) -> Diagnostic {
    let page = sweep.masked_name(path);
    let place = match hit.place {
        gate::Place::Name => "in the file’s name".to_owned(),
        gate::Place::Bytes { reading } => format!("in its {reading}"),
    };
    Diagnostic::new(
        &code::PRIVATE_WORD,
        Place::Path(page),
        format!("what stands in line {} of `{}` would be published {place}", hit.list_line, hit.list_file),
    )
    .help("replace it in the study, with a word in brackets such as `[name]`; or take the line out of the list if it is not private")
}
