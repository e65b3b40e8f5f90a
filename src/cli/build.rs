//! `emic build`: checks, renders and sweeps every route, and only then puts the site in its place.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::check::{Cache, Checked, checked};
use super::{Common, End, print, render};
use crate::diag::{Diagnostic, words};
use crate::gate::Sweep;
use crate::load;
use crate::site::{Edition, Site};
use crate::write::{Stage, Target, Written};

pub fn run(common: &Common, output: Option<PathBuf>) -> End {
    let start = Instant::now();
    let output = output.unwrap_or_else(|| common.study.join("output"));
    let mut checked = match load::folder(&common.study, common.key()) {
        Ok(loaded) => checked(loaded, &mut Cache::default()),
        Err(error) => {
            print::line(&format!("error: `{}` cannot be read as a study: {error}", common.study.display()));
            return End::System;
        }
    };
    let target = if checked.sources.files.get("study.yaml").is_some() {
        match target(common, &output) {
            Ok(target) => Some(target),
            Err(refusal) => {
                print::line(&format!("error: {refusal}"));
                return End::System;
            }
        }
    } else {
        None
    };
    let site = match checked.site(Edition::default()) {
        Ok(site) => Some(site),
        Err(said) => {
            checked.diagnostics.extend(said);
            None
        }
    };
    let (Some(site), Some(target), false) = (site, target, checked.refuses(common.strict)) else {
        return refuse(common, checked);
    };
    let written = match publish(common, &checked, &site, target) {
        Ok(Ok(written)) => written,
        Ok(Err(said)) => {
            checked.diagnostics.extend(said);
            return refuse(common, checked);
        }
        Err(message) => {
            print::line(&format!("error: {message}"));
            return End::System;
        }
    };
    print::diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
    if !common.quiet {
        // A stranger's file may be named after somebody.
        let sweep = Sweep::new(&checked.secrets).ok();
        let masked = |name: &str| sweep.as_ref().map_or_else(|| name.to_owned(), |sweep| sweep.masked_name(name));
        for name in &written.carried {
            print::line(&format!("kept `{}`, which emic did not write", masked(name)));
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
        print::unchecked(common, study.settings.illustrative);
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

/// Where the site goes, if it may.
pub fn target(common: &Common, output: &Path) -> Result<Target, String> {
    Target::check(output, &common.study, load::INPUTS).map_err(|refusal| refusal.to_string())
}

/// Renders, sweeps and stages every route; gives what was said where something private was found or a template failed.
pub fn publish(common: &Common, checked: &Checked, site: &Site, target: Target) -> Result<Result<Written, Vec<Diagnostic>>, String> {
    let stage = Stage::open(target).map_err(|e| e.to_string())?;
    let said = render::all(common, checked, site, &|path, bytes| stage.put(path, bytes).map_err(|e| e.to_string()))?;
    if !said.is_empty() {
        return Ok(Err(said));
    }
    stage.swap().map(Ok).map_err(|e| e.to_string())
}
