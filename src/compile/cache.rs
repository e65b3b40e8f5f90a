//! What is kept from one run to the next, so that an edit costs what it changed.

use std::collections::HashMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{FileId, Files};
use crate::lint::{IdentifierCache, PictureCache};
use crate::load::Input;
use crate::parse::{self, Format, Parsed};

/// What earlier runs made of files, texts and pictures, by their content.
#[derive(Default)]
pub struct Cache {
    parsed: HashMap<FileId, (Format, blake3::Hash, Arc<Parsed>)>,
    /// What was found in the study's texts.
    pub(super) findings: IdentifierCache,
    pub(super) pictures: PictureCache,
}

impl Cache {
    /// The parts of a run, in its order; all others are forgotten.
    pub(super) fn parts(&mut self, inputs: &[Input], files: &Files) -> Vec<(FileId, Arc<Parsed>)> {
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
