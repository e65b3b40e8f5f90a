//! `emic build`: checks, renders and sweeps every route, and only then puts the site in its place.

use std::path::{Path, PathBuf};
use std::time::Instant;

use super::console::tally;
use super::{Common, Console, End};
use crate::compile::{Checked, check_folder, render};
use crate::diag::{Diagnostic, words};
use crate::gate::{Sweep, Swept};
use crate::load;
use crate::site::{Edition, Site};
use crate::system::SystemError;
use crate::write::{Stage, Target, Written};

pub fn run(common: &Common, output: Option<PathBuf>, console: &Console) -> End {
    match built(common, output, console) {
        Ok(end) => end,
        Err(error) => End::failed(&error, console),
    }
}

fn built(common: &Common, output: Option<PathBuf>, console: &Console) -> Result<End, SystemError> {
    let start = Instant::now();
    let output = output.unwrap_or_else(|| common.study.join("output"));
    let mut checked = check_folder(&common.study, common.key())?;
    // Without a study there is nothing to say of the place of its site.
    let has_study = checked.sources.files.get("study.yaml").is_some();
    let target = if has_study { Some(target(common, &output)?) } else { None };
    let site = checked.site(Edition::default()).map_err(|diagnostics| checked.diagnostics.extend(diagnostics)).ok();
    let (Some(site), Some(target), false) = (site, target, checked.refuses(common.strict)) else {
        return Ok(refuse(common, checked, console));
    };
    match publish(common, &checked, &site, target, console)? {
        Err(diagnostics) => {
            checked.diagnostics.extend(diagnostics);
            Ok(refuse(common, checked, console))
        }
        Ok(written) => {
            console.diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
            if !common.quiet {
                report(common, &checked, &site, &written, start, console);
            }
            Ok(End::Done)
        }
    }
}

fn report(common: &Common, checked: &Checked, site: &Site, written: &Written, start: Instant, console: &Console) {
    // A stranger's file may be named after somebody.
    let sweep = Sweep::new(&checked.secrets).ok();
    let masked = |name: &str| sweep.as_ref().map_or_else(|| name.to_owned(), |sweep| sweep.masked_name(name));
    for name in &written.carried {
        console.line(&format!("kept `{}`, which emic did not write", masked(name)));
    }
    for left in &written.left {
        console.line(&format!("left `{}` beside the site: it holds what emic did not write and could not keep in it", left.display()));
    }
    let pages = site.routes().iter().filter(|r| r.is_page()).count();
    let study = &checked.study;
    console.line(&format!(
        "{}, {}, {}, {} in {} ms; {} changed",
        words::count(pages, "page", "pages"),
        words::count(checked.analysis.shown() as usize, "quote", "quotes"),
        words::count(study.themes.len(), "theme", "themes"),
        words::count(study.participants.len(), "participant", "participants"),
        start.elapsed().as_millis(),
        words::count(written.changed + written.removed, "file", "files"),
    ));
    console.unchecked(common, study.settings.illustrative);
}

fn refuse(common: &Common, mut checked: Checked, console: &Console) -> End {
    console.diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
    if !common.quiet {
        console.line(&format!("not built: {}; what was there before is as it was", tally(&checked.diagnostics)));
    }
    End::Study
}

/// Where the site goes, if it may.
pub fn target(common: &Common, output: &Path) -> Result<Target, SystemError> {
    Ok(Target::check(output, &common.study, load::INPUTS)?)
}

impl render::Publisher for Stage {
    fn publish(&self, file: &Swept<&[u8]>) -> Result<(), SystemError> {
        Ok(self.put(file)?)
    }
}

/// Renders, sweeps and stages every route; gives the diagnostics where something private was found or a template failed.
pub fn publish(
    common: &Common,
    checked: &Checked,
    site: &Site,
    target: Target,
    console: &Console,
) -> Result<Result<Written, Vec<Diagnostic>>, SystemError> {
    let stage = Stage::open(target)?;
    let bar = console.progress(common, site.routes().len());
    let diagnostics = render::render(checked, site, &stage, &|| bar.inc(1));
    bar.finish_and_clear();
    let diagnostics = diagnostics?;
    if !diagnostics.is_empty() {
        return Ok(Err(diagnostics));
    }
    Ok(Ok(stage.swap()?))
}
