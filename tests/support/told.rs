//! What emic says of a small study that is never written to a disk.

use emic::analyse::Analysis;
use emic::diag::{Diagnostic, Place};
use emic::{lint, load, parse, resolve};

/// One problem: its code, its words with their help, and the text it points at.
#[derive(Debug)]
pub struct Told {
    pub code: &'static str,
    pub words: String,
    pub at: String,
}

/// Everything said of a study, files by name, but what is not finished.
pub fn told(files: &[(&str, &str)]) -> Vec<Told> {
    let (sources, _, mut said) = load::memory(files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())));
    let parsed = |input: &load::Input| (input.file, parse::parse(input.format, input.file, sources.files.text(input.file)));
    let parts: Vec<_> = sources.inputs.iter().map(parsed).collect();
    said.extend(parts.iter().flat_map(|(_, part)| part.diagnostics.iter().cloned()));
    let resolved = resolve::resolve(&sources.files, &parts, &sources.assets, emic::site::figure_kinds());
    said.extend(resolved.diagnostics);
    let analysis = Analysis::new(&resolved.study);
    said.extend(lint::lint(&resolved.study, &analysis, &sources.files));
    said.extend(lint::identifying(&resolved.study, &sources.files, &lint::Memory::default()));
    said.retain(|d| !UNFINISHED.contains(&d.code.name));
    let told = |d: Diagnostic| Told {
        code: d.code.name,
        words: format!("{}; {}", d.message, d.help.unwrap_or_default()),
        at: match d.place {
            Place::Span(span) => sources.files.text(span.file)[span.range()].to_owned(),
            _ => String::new(),
        },
    };
    said.into_iter().map(told).collect()
}

const UNFINISHED: &[&str] =
    &["about-empty", "theme-without-quotes", "participant-never-quoted", "finding-without-quote", "small-group", "likely-identifier"];
