//! `emic check`, and what `build` does before it writes: files to a checked study.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::pictures::Pictures;
use super::{Common, End, print, render};
use crate::analyse::Analysis;
use crate::diag::{Diagnostic, FileId, Files, Place, Span, mask};
use crate::gate::{Secrets, Sweep};
use crate::load::{self, Input, Sources};
use crate::model::Study;
use crate::parse::{Format, Parsed, Part};
use crate::site::{Edition, Site};
use crate::{lint, parse, resolve};

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
    listed: blake3::Hash,
}

impl Checked {
    /// Whether other words are private than in another run.
    pub fn secrets_differ(&self, other: &Checked) -> bool {
        self.listed != other.listed
    }

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
}

/// What was parsed before, by file and what was in it.
#[derive(Default)]
pub struct Cache {
    parsed: HashMap<FileId, (Format, blake3::Hash, Arc<Parsed>)>,
    /// What was found in the study's texts.
    found: lint::Memory,
    pictures: Pictures,
}

impl Cache {
    /// The parts of a run, in its order; all others are forgotten.
    fn parts(&mut self, inputs: &[Input], files: &Files) -> Vec<(FileId, Arc<Parsed>)> {
        let entry = |input: &Input| {
            let text = files.text(input.file);
            let hash = blake3::hash(text.as_bytes());
            let parsed = match self.parsed.get(&input.file) {
                Some((format, before, parsed)) if *format == input.format && *before == hash => Arc::clone(parsed),
                _ => parse::parse(input.format, input.file, text),
            };
            (input.file, (input.format, hash, parsed))
        };
        let entries: Vec<_> = inputs.par_iter().map(entry).collect();
        let parts = entries.iter().map(|(file, (_, _, parsed))| (*file, Arc::clone(parsed))).collect();
        self.parsed = entries.into_iter().collect();
        parts
    }
}

/// Runs the pipeline up to the site.
///
/// A file whose bytes are those of an earlier run is not parsed again.
pub fn checked((sources, mut secrets, mut diagnostics): (Sources, Secrets, Vec<Diagnostic>), cache: &mut Cache) -> Checked {
    let files = &sources.files;
    let parts = cache.parts(&sources.inputs, files);
    diagnostics.extend(parts.iter().flat_map(|(_, p)| p.diagnostics.iter().cloned()));
    let resolve::Resolved { study, diagnostics: said, hidden } = resolve::resolve(files, &parts, &sources.assets);
    diagnostics.extend(said);
    // Without a study.yaml everything else would be said of nothing.
    let has_study = files.get("study.yaml").is_some();
    let (identifiers, (analysis, said)) = rayon::join(
        || if has_study { lint::identifying(&study, files, &cache.found) } else { Vec::new() },
        || {
            let analysis = Analysis::new(&study);
            let said = if has_study { lint::lint(&study, &analysis, files) } else { Vec::new() };
            (analysis, said)
        },
    );
    if has_study {
        // What lies in a file that could not be read is not missing: nothing is called unfinished, and
        // no number wrong, on its account.
        let lost = parts.iter().any(|(_, p)| !p.lost_ids.is_empty() || p.part.is_none());
        let judged = |d: &Diagnostic| d.is_error() && d.code.name != "claim-number";
        diagnostics.extend(said.into_iter().chain(identifiers).filter(|d| judged(d) || !lost));
    } else {
        diagnostics.retain(|d| d.code.name == "no-study" || d.place == Place::Path("study.yaml".into()) || d.code.name == "stray-file");
    }
    diagnostics.extend(cache.pictures.check(&sources));
    diagnostics = lint::decisions::apply(diagnostics, &study.decisions, sources.decision_key.as_ref());
    let unread: HashSet<FileId> = parts.iter().filter(|(_, p)| p.part.is_none()).map(|(file, _)| *file).collect();
    let listed = secrets.print();
    // What the author listed as private is not printed. Ids of those who withdrew are, for the author to find them.
    let sweep = Sweep::new(&secrets).ok();
    for d in &mut diagnostics {
        d.sensitive |= is_sensitive(d, files, &hidden.quotes, &unread);
        sweep.iter().for_each(|sweep| keep_private(d, files, sweep));
    }
    for (span, words) in &hidden.words {
        // What is too short to look for is in every text.
        let _ = secrets.add(files.name(span.file), files.position(span.file, span.start).line, words);
    }
    let has_settings = parts.iter().any(|(_, p)| matches!(p.part, Some(Part::Study(_))));
    Checked { has_settings, listed, study: Arc::new(study), analysis: Arc::new(analysis), diagnostics, sources, secrets }
}

/// A private word is never printed, nor a line that holds it.
fn keep_private(d: &mut Diagnostic, files: &Files, sweep: &Sweep) {
    let is_private = |text: &str| !sweep.route("", text.as_bytes()).is_empty();
    // A file may be named after somebody.
    let name = match &d.place {
        Place::Span(span) => files.name(span.file),
        Place::Path(path) => path,
        Place::Study => "",
    };
    let masked = sweep.masked_name(name);
    if masked != name {
        d.place = Place::Path(masked);
    }
    d.also.retain(|(span, _)| sweep.masked_name(files.name(span.file)) == files.name(span.file));
    if let Place::Span(span) = d.place {
        d.sensitive |= std::iter::once(span).chain(d.also.iter().map(|(s, _)| *s)).any(|s| is_private(files.line_of(s)));
    }
    if d.sensitive && d.code.name.starts_with("yaml-") {
        d.help = d.help.as_deref().map(mask::in_ticks);
    }
    if is_private(&d.message) {
        d.message = d.code.meaning.trim_end_matches('.').to_owned();
    }
    d.help.take_if(|help| is_private(help));
}

/// Whether a line that a diagnostic would show may hold what is private: attributes of participants, or a quote that was
/// withdrawn or withheld. In a file that could not be read it is not known which quote is, only that one may be.
fn is_sensitive(d: &Diagnostic, files: &Files, hidden: &[Span], unread: &HashSet<FileId>) -> bool {
    let Place::Span(place) = d.place else { return false };
    std::iter::once(place).chain(d.also.iter().map(|(span, _)| *span)).any(|span| {
        let name = files.name(span.file);
        let private = name.starts_with("quotes/participants.") || name.starts_with("quotes/sources.");
        let withheld = || ["withheld", "consent", "withdrawn"].iter().any(|word| files.text(span.file).contains(word));
        let in_quote = |h: &Span| h.file == span.file && h.start <= span.end && span.start <= h.end;
        private || hidden.iter().any(in_quote) || (unread.contains(&span.file) && withheld())
    })
}

pub fn run(common: &Common) -> End {
    let mut checked = match load::folder(&common.study, common.key()) {
        Ok(loaded) => checked(loaded, &mut Cache::default()),
        Err(error) => {
            print::line(&format!("error: `{}` cannot be read as a study: {error}", common.study.display()));
            return End::System;
        }
    };
    match checked.site(Edition::default()) {
        Err(said) => checked.diagnostics.extend(said),
        // What a build would publish is rendered and swept, as it would be.
        Ok(site) if !checked.diagnostics.iter().any(Diagnostic::is_error) => match render::all(common, &checked, &site, &|_, _| Ok(())) {
            Ok(said) => checked.diagnostics.extend(said),
            Err(message) => {
                print::line(&format!("error: {message}"));
                return End::System;
            }
        },
        Ok(_) => {}
    }
    print::diagnostics(common, &checked.sources.files, &mut checked.diagnostics);
    if !common.quiet {
        print::line(&print::tally(&checked.diagnostics));
        print::unchecked(common, checked.study.settings.illustrative);
    }
    if checked.refuses(common.strict) { End::Study } else { End::Done }
}
