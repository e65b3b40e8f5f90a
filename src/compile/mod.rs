//! The compiler: from a study's files to everything that is known of it, and to the files that may be published.
//!
//! 1. [`check`] parses, resolves, analyses and holds a study to its rules, pictures and decisions too. Whatever is wrong, it gives a
//!    [`Checked`] with a study and all diagnostics.
//! 2. [`Checked::site`] makes pages of it.
//! 3. [`render`](render::render) renders every route and has the gate look through it: what passes may be written.
//!
//! A [`Cache`] keeps what an edit leaves as it was.

mod cache;
mod masking;
pub mod render;

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use crate::analyse::Analysis;
use crate::diag::{Area, Diagnostic, FileId, Place, code};
use crate::gate::Secrets;
use crate::lint;
use crate::load::{self, Sources};
use crate::model::{AssetIx, Study};
use crate::parse::Part;
use crate::published::{Drafts, Published};
use crate::resolve;
use crate::site::{self, Edition, Site};
use crate::system::SystemError;

pub use cache::Cache;

/// A study with everything that is wrong with it.
pub struct Checked {
    pub sources: Sources,
    pub secrets: Secrets,
    pub study: Arc<Study>,
    pub analysis: Arc<Analysis>,
    pub diagnostics: Vec<Diagnostic>,
    /// Whether `study.yaml` could be read: without it there are no pages to show.
    pub has_settings: bool,
    /// What the secrets were made of, to tell whether they changed.
    secrets_fingerprint: blake3::Hash,
}

impl Checked {
    /// Whether other words are private than in another run.
    pub fn secrets_differ(&self, other: &Checked) -> bool {
        self.secrets_fingerprint != other.secrets_fingerprint
    }

    /// Whether nothing may be published: there is an error, or with `strict` any problem.
    pub fn refuses(&self, strict: bool) -> bool {
        self.diagnostics.iter().any(|d| d.is_error() || strict)
    }

    /// # Errors
    /// A diagnostic for each of the study's own templates that cannot be used.
    pub fn site(&self, edition: Edition) -> Result<Site, Vec<Diagnostic>> {
        let templates: Vec<_> =
            self.sources.templates.iter().map(|(name, file)| (name.clone(), *file, self.sources.files.text(*file))).collect();
        Site::new(Arc::clone(&self.study), Arc::clone(&self.analysis), edition, &templates)
    }

    /// Everything that a build would publish.
    pub fn published(&self) -> Published<'_> {
        let templates = self.sources.templates.iter().map(|(name, file)| (name.as_str(), self.sources.files.text(*file)));
        Published::new(&self.study, templates, Drafts::Without)
    }

    /// The fingerprint of everything that a build would publish, as a sign-off records it.
    ///
    /// # Errors
    /// Where an asset cannot be read.
    pub fn fingerprint(&self, published: &Published) -> Result<String, SystemError> {
        let read = |ix: usize| {
            let name = &self.study.assets[ix].source;
            self.sources.asset(ix).map(|bytes| blake3::hash(&bytes)).map_err(SystemError::unreadable(name))
        };
        let hashes: Vec<blake3::Hash> = (0..self.study.assets.len()).map(read).collect::<Result<_, _>>()?;
        Ok(published.fingerprint(|ix: AssetIx| hashes[ix.at()]))
    }
}

/// Reads a study's folder and checks it; `key` names the file that says who its participants are.
///
/// # Errors
/// Where the folder cannot be read as a study at all. Everything that is wrong inside it is a diagnostic.
pub fn check_folder(root: &Path, key: Option<&Path>) -> Result<Checked, SystemError> {
    let loaded =
        load::folder(root, key).map_err(|e| SystemError::with_cause(format!("`{}` cannot be read as a study", root.display()), e))?;
    Ok(check(loaded, &mut Cache::default()))
}

/// Checks a study that was loaded. What `cache` knows of an earlier run is not done again.
pub fn check((sources, mut secrets, mut diagnostics): (Sources, Secrets, Vec<Diagnostic>), cache: &mut Cache) -> Checked {
    let files = &sources.files;
    let parts = cache.parts(&sources.inputs, files);
    diagnostics.extend(parts.iter().flat_map(|(_, p)| p.diagnostics.iter().cloned()));
    let resolve::Resolved { study, diagnostics: more, hidden } = resolve::resolve(files, &parts, &sources.assets, site::figure_kinds());
    diagnostics.extend(more);
    // Without a study.yaml everything else would be reported of nothing.
    let has_study = files.get("study.yaml").is_some();
    let analysis = Analysis::new(&study);
    if has_study {
        let found = lint::check(&lint::Context { study: &study, analysis: &analysis, files, cache: &cache.findings });
        // What lies in a file that could not be read is not missing: nothing is called unfinished, and
        // no number wrong, on its account.
        let lost = parts.iter().any(|(_, p)| !p.lost_ids.is_empty() || p.part.is_none());
        let is_certain = |d: &Diagnostic| d.is_error() && d.code.area != Area::Claims;
        diagnostics.extend(found.into_iter().filter(|d| is_certain(d) || !lost));
    } else {
        let is_of_study = |d: &Diagnostic| *d.code == code::NO_STUDY || *d.code == code::STRAY_FILE;
        diagnostics.retain(|d| is_of_study(d) || d.place == Place::Path("study.yaml".into()));
    }
    let assets = sources.assets.iter().enumerate().map(|(at, asset)| (&asset.source, sources.asset_fingerprint(at)));
    // A file that cannot be read is reported where it is to be published.
    diagnostics.extend(cache.pictures.check(assets, |at| sources.asset(at).ok()));
    diagnostics = lint::decisions::apply(diagnostics, &study.decisions, sources.decision_key.as_ref());
    let unread: HashSet<FileId> = parts.iter().filter(|(_, p)| p.part.is_none()).map(|(file, _)| *file).collect();
    let secrets_fingerprint = secrets.fingerprint();
    masking::mask(&mut diagnostics, files, &secrets, &hidden.quotes, &unread);
    for (span, words) in &hidden.words {
        // What is too short to look for is in every text.
        let _ = secrets.add(files.name(span.file), files.position(span.file, span.start).line, words);
    }
    let has_settings = parts.iter().any(|(_, p)| matches!(p.part, Some(Part::Study(_))));
    Checked { has_settings, secrets_fingerprint, study: Arc::new(study), analysis: Arc::new(analysis), diagnostics, sources, secrets }
}
