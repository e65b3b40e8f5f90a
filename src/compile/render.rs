//! Every route rendered and swept, in parallel: what `build` publishes and `check` only looks at.

use std::sync::{Mutex, MutexGuard, PoisonError};

use rayon::prelude::*;

use super::Checked;
use crate::diag::{Diagnostic, Place, code};
use crate::gate::{Hit, HitPlace, Sweep, Swept};
use crate::route::Route;
use crate::site::{Body, Site};
use crate::system::SystemError;

/// Takes a file that may be published.
pub trait Publisher: Sync {
    /// # Errors
    /// Where the file cannot be written.
    fn publish(&self, file: &Swept<&[u8]>) -> Result<(), SystemError>;
}

/// Publishes nothing: for who only looks.
pub struct Nowhere;

impl Publisher for Nowhere {
    fn publish(&self, _: &Swept<&[u8]>) -> Result<(), SystemError> {
        Ok(())
    }
}

/// Publishes every route, save those in which something private was found or a template failed; gives what is wrong with these.
/// `progress` is called for each that is done.
///
/// # Errors
/// Where a file cannot be read or published.
pub fn render(checked: &Checked, site: &Site, to: &dyn Publisher, progress: &(dyn Fn() + Sync)) -> Result<Vec<Diagnostic>, SystemError> {
    let sweep = Sweep::new(&checked.secrets)?;
    let diagnostics = Mutex::new(Vec::new());
    site.routes().par_iter().try_for_each(|route| -> Result<(), SystemError> {
        let path = site.path(route);
        let body = match body(checked, site, route) {
            Ok(body) => body?,
            Err(diagnostic) => {
                lock(&diagnostics).push(diagnostic);
                return Ok(());
            }
        };
        match pass(&sweep, &path, &body) {
            Ok(file) => to.publish(&file)?,
            Err(hits) => lock(&diagnostics).extend(hits.iter().map(|hit| private(&sweep, &path, hit))),
        }
        progress();
        Ok(())
    })?;
    let mut diagnostics = diagnostics.into_inner().unwrap_or_else(PoisonError::into_inner);
    // In the order of the pages, whichever thread was first.
    diagnostics.sort_by(|a, b| (&a.place, &a.message).cmp(&(&b.place, &b.message)));
    diagnostics.dedup_by(|a, b| a.message == b.message && a.place == b.place);
    Ok(diagnostics)
}

/// The body of a route with an asset read.
fn body(checked: &Checked, site: &Site, route: &Route) -> Result<Result<Body, SystemError>, Diagnostic> {
    Ok(match site.render(route)? {
        Body::Asset(ix) => {
            let source = &checked.study.asset(ix).source;
            checked.sources.asset(ix.at()).map(Body::Bytes).map_err(SystemError::unreadable(source))
        }
        body => Ok(body),
    })
}

fn pass<'b>(sweep: &Sweep, path: &str, body: &'b Body) -> Result<Swept<&'b [u8]>, Vec<Hit>> {
    match body {
        Body::BuiltIn(bytes) => Ok(Swept::built_in(path, bytes)),
        Body::Bytes(bytes) => sweep.pass(path, bytes.as_slice()),
        // Read before.
        Body::Asset(_) => sweep.pass(path, [].as_slice()),
    }
}

fn lock(diagnostics: &Mutex<Vec<Diagnostic>>) -> MutexGuard<'_, Vec<Diagnostic>> {
    diagnostics.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A diagnostic names the page and the list's line, never the value.
pub fn private(sweep: &Sweep, path: &str, hit: &Hit) -> Diagnostic {
    let place = match hit.place {
        HitPlace::Name => "in the file’s name".to_owned(),
        HitPlace::Bytes { reading } => format!("in {reading}"),
    };
    let (message, help) = if let Some(participant) = &hit.participant {
        (
            format!("the name of `{participant}` (line {} of the key) would be published {place}", hit.list_line),
            "replace it in the study, with a word in brackets such as `[name]`; a name of the key cannot be acknowledged",
        )
    } else if hit.list_file.starts_with("private/") {
        (
            format!("what stands in line {} of `{}` would be published {place}", hit.list_line, hit.list_file),
            "replace it in the study, with a word in brackets such as `[name]`; or take the line out of the list if it is not private",
        )
    } else {
        // What the study itself does not show.
        (
            format!("what is withdrawn, withheld or unlinked in line {} of `{}` would be published {place}", hit.list_line, hit.list_file),
            "say it without the id or the words; what the study does not show may not stand in its texts either",
        )
    };
    Diagnostic::new(&code::PRIVATE_WORD, Place::Path(sweep.masked_name(path)), message).help(help)
}
