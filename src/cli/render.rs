//! Every route rendered and swept, in parallel: what `build` publishes and `check` only looks at.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::check::Checked;
use super::{Common, print};
use crate::diag::{Diagnostic, Place, code};
use crate::gate::{self, Sweep};
use crate::route::Route;
use crate::site::{Body, Site};

/// Takes a route's path and bytes.
pub type Put<'a> = dyn Fn(&str, &[u8]) -> Result<(), String> + Sync + 'a;

/// Gives every route's path and bytes to `put`, save those in which something private was found; says what was.
///
/// # Errors
/// What the system says where a file cannot be read or put.
pub fn all(common: &Common, checked: &Checked, site: &Site, put: &Put) -> Result<Vec<Diagnostic>, String> {
    let sweep = Sweep::new(&checked.secrets).map_err(|e| e.to_string())?;
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
        put(&path, &bytes)?;
        bar.inc(1);
        Ok(())
    })?;
    bar.finish_and_clear();
    let mut said = said.into_inner().unwrap_or_else(PoisonError::into_inner);
    // In the order of the pages, whichever thread was first.
    said.sort_by(|a, b| (format!("{:?}", a.place), &a.message).cmp(&(format!("{:?}", b.place), &b.message)));
    said.dedup_by(|a, b| a.message == b.message && a.place == b.place);
    Ok(said)
}

fn lock(said: &Mutex<Vec<Diagnostic>>) -> MutexGuard<'_, Vec<Diagnostic>> {
    said.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A hit names the page and the list's line, never the value.
pub fn private(sweep: &Sweep, path: &str, hit: &gate::Hit) -> Diagnostic {
    let place = match hit.place {
        gate::HitPlace::Name => "in the file’s name".to_owned(),
        gate::HitPlace::Bytes { reading } => format!("in {reading}"),
    };
    if let Some(of) = &hit.of {
        return Diagnostic::new(
            &code::PRIVATE_WORD,
            Place::Path(sweep.masked_name(path)),
            format!("the name of `{of}` (line {} of the key) would be published {place}", hit.list_line),
        )
        .help("replace it in the study, with a word in brackets such as `[name]`; a name of the key cannot be acknowledged");
    }
    // A line of `private/` is listed; anything else is what the study itself does not show.
    let (what, help) = if hit.list_file.starts_with("private/") {
        (
            "stands",
            "replace it in the study, with a word in brackets such as `[name]`; or take the line out of the list if it is not private",
        )
    } else {
        (
            "is withdrawn, withheld or unlinked",
            "say it without the id or the words; what the study does not show may not stand in its texts either",
        )
    };
    Diagnostic::new(
        &code::PRIVATE_WORD,
        Place::Path(sweep.masked_name(path)),
        format!("what {what} in line {} of `{}` would be published {place}", hit.list_line, hit.list_file),
    )
    .help(help)
}
