//! The sweep: all values at once through all readings of a route.

use std::fmt;
use std::sync::Arc;

use aho_corasick::{AhoCorasick, AhoCorasickKind};

use super::hit::{Hit, HitPlace};
use super::reading::{self, TextReading};
use super::secrets::{ListedSecret, Secrets};
use super::skeleton::Skeleton;

/// Up to this many letters in all values the automaton is a table of all its states, of some hundreds of bytes a letter. It is
/// twice as quick as the compact form, which is for lists of tens of thousands of places.
const MOST_IN_TABLE: usize = 50_000;

/// What is put in the place of a value in a name.
const MASK: &str = "●●●";

/// The private words of a study, ready to be looked for. One serves all threads.
pub struct Sweep {
    automaton: AhoCorasick,
    /// In the order of the automaton's patterns.
    listed: Vec<Arc<ListedSecret>>,
}

/// More private words than an automaton can hold: some thousand million letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooManySecrets;

impl fmt::Display for TooManySecrets {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("there are too many private words to look for")
    }
}

impl std::error::Error for TooManySecrets {}

impl Sweep {
    /// Makes ready to look for `secrets`.
    pub fn new(secrets: &Secrets) -> Result<Self, TooManySecrets> {
        let listed = secrets.listed.clone();
        let patterns = || listed.iter().map(|listed| listed.value.letters());
        let kind = (patterns().map(<[u8]>::len).sum::<usize>() <= MOST_IN_TABLE).then_some(AhoCorasickKind::DFA);
        let automaton = AhoCorasick::builder().kind(kind).build(patterns()).map_err(|_| TooManySecrets)?;
        Ok(Self { automaton, listed })
    }

    /// Whether there is nothing to look for, so that nothing was checked.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// What a route would give away by its name or its bytes, in the order of the lists. For each line that is found
    /// [`HitPlace::Name`] is given at most once, and [`HitPlace::Bytes`] with the first reading that shows it.
    pub fn route(&self, path: &str, bytes: &[u8]) -> Vec<Hit> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut skeleton = Skeleton::default();
        let mut in_name = vec![None; self.listed.len()];
        let mut in_bytes = in_name.clone();
        reading::of_name(path, &mut |reading| self.search(&reading, &mut skeleton, &mut in_name));
        reading::of_bytes(path, bytes, &mut |reading| self.search(&reading, &mut skeleton, &mut in_bytes));
        let hits = self.listed.iter().zip(in_name.iter().zip(in_bytes)).flat_map(|(listed, (name, bytes))| {
            let places = [name.map(|_| HitPlace::Name), bytes.map(|reading| HitPlace::Bytes { reading })];
            places.map(|place| {
                Some(Hit { list_file: listed.file.clone(), list_line: listed.line, participant: listed.participant.clone(), place: place? })
            })
        });
        let mut hits: Vec<Hit> = hits.flatten().collect();
        // A name and its turned form are on one line.
        hits.dedup_by(|a, b| a.list_line == b.list_line && a.list_file == b.list_file && a.place == b.place);
        hits
    }

    /// `path` as it may be shown: `f125-●●●.html` where it holds a value. Where a value shows only once the path is decoded,
    /// nothing of the path is shown.
    pub fn masked_name(&self, path: &str) -> String {
        let mut skeleton = Skeleton::default();
        let origins = skeleton.fill_traced(path);
        let mut hidden = vec![false; path.len()];
        for found in self.automaton.find_overlapping_iter(skeleton.letters()) {
            if self.fits(&skeleton, &found) {
                let end = origins.get(found.end()).copied().unwrap_or(path.len());
                hidden[origins[found.start()]..end].fill(true);
            }
        }
        let masked = mask(path, &hidden);
        if self.is_in_name(&masked) { MASK.into() } else { masked }
    }

    fn is_in_name(&self, path: &str) -> bool {
        let mut skeleton = Skeleton::default();
        let mut found = vec![None; self.listed.len()];
        reading::of_name(path, &mut |reading| self.search(&reading, &mut skeleton, &mut found));
        found.iter().any(Option::is_some)
    }

    /// Notes for each value that `reading` shows, and that no reading before it has shown, the name of the reading.
    fn search(&self, reading: &TextReading<'_>, skeleton: &mut Skeleton, found: &mut [Option<&'static str>]) {
        skeleton.fill(reading.text);
        for candidate in self.automaton.find_overlapping_iter(skeleton.letters()) {
            let index = candidate.pattern().as_usize();
            if found[index].is_none() && (!reading.is_noise || self.listed[index].value.stands_out()) && self.fits(skeleton, &candidate) {
                found[index] = Some(reading.name);
            }
        }
    }

    fn fits(&self, skeleton: &Skeleton, candidate: &aho_corasick::Match) -> bool {
        self.listed[candidate.pattern()].value.fits(&skeleton.gaps()[candidate.start()..=candidate.end()])
    }
}

/// `path` with a mask for each run of what is hidden. Folders stay apart, and punctuation at the end of a run stays: it is
/// not the value's.
fn mask(path: &str, hidden: &[bool]) -> String {
    let mut masked = String::with_capacity(path.len());
    let mut kept = String::new();
    let mut in_value = false;
    for (at, c) in path.char_indices() {
        if !hidden[at] || c == '/' {
            masked.push_str(&kept);
            masked.push(c);
            in_value = false;
        } else if c.is_ascii() && !c.is_ascii_alphanumeric() {
            kept.push(c);
            continue;
        } else if !in_value {
            masked.push_str(MASK);
            in_value = true;
        }
        kept.clear();
    }
    masked + &kept
}
