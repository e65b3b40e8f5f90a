//! The private words of a study, as its author listed them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::value::SecretValue;

/// A value of fewer letters than this is in every text, so that to find it would mean nothing.
const FEWEST_LETTERS: usize = 2;

/// The private words of a study. They can be looked for ([`Sweep`](super::Sweep)) and nothing else: there is no way to
/// print, compare, copy or write them.
#[derive(Default)]
pub struct Secrets {
    pub(super) listed: Vec<Arc<ListedSecret>>,
}

/// A value and the line it was listed on.
pub(super) struct ListedSecret {
    pub(super) file: Arc<str>,
    pub(super) line: u32,
    /// The participant whose name it is, where the list has it.
    pub(super) participant: Option<Arc<str>>,
    pub(super) value: SecretValue,
}

/// A line that was not taken up, because to look for what it holds would find nothing, or everything. The author has to
/// know: what they listed is not being looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedSecret {
    /// The list, as it was named to [`Secrets::add`].
    pub file: Arc<str>,
    /// The line in it, from 1.
    pub line: u32,
    /// What was wrong with it.
    pub why: SecretRefusal,
}

/// Why a line was not taken up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SecretRefusal {
    /// It holds no letter and no digit.
    NoLetters,
    /// It holds a single letter, digit or character.
    TooShort,
}

impl Secrets {
    /// No private words yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Whether there is nothing to look for.
    pub fn is_empty(&self) -> bool {
        self.listed.is_empty()
    }

    /// How many names of a key file are looked for.
    pub fn names(&self) -> usize {
        self.listed
            .iter()
            .filter(|listed| listed.participant.is_some())
            .map(|listed| (&listed.file, listed.line))
            .collect::<BTreeSet<_>>()
            .len()
    }

    /// How many lines of `private/` are looked for.
    pub fn private_lines(&self) -> usize {
        self.listed.iter().filter(|listed| listed.file.starts_with("private/")).count()
    }

    /// A hash of all of them, which shows whether they changed and nothing else.
    pub fn fingerprint(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for listed in &self.listed {
            hasher.update(listed.file.as_bytes()).update(&listed.line.to_le_bytes()).update(listed.value.letters()).update(&[0]);
        }
        hasher.finalize()
    }

    /// Takes up one value, listed on `line` of `file`.
    pub fn add(&mut self, file: &str, line: u32, value: &str) -> Result<(), RefusedSecret> {
        self.take(&Arc::from(file), line, None, value)
    }

    /// Takes up a name of the participant, who is looked for whatever else is set aside.
    pub(super) fn add_name(&mut self, file: &str, line: u32, participant: &str, value: &str) -> Result<(), RefusedSecret> {
        self.take(&Arc::from(file), line, Some(participant.into()), value)
    }

    /// Takes up a list with one value on a line. Blank lines and lines that begin with `#` hold none. What was refused is
    /// given back.
    #[must_use = "what was refused is not being looked for"]
    pub fn add_list(&mut self, file: &str, text: &str) -> Vec<RefusedSecret> {
        let file = Arc::from(file);
        (1..)
            .zip(text.trim_start_matches('\u{feff}').lines())
            .filter(|(_, line)| !line.trim().is_empty() && !line.trim_start().starts_with('#'))
            .filter_map(|(number, line)| self.take(&file, number, None, line).err())
            .collect()
    }

    fn take(&mut self, file: &Arc<str>, line: u32, participant: Option<Arc<str>>, value: &str) -> Result<(), RefusedSecret> {
        let value = SecretValue::new(value);
        let refused = |why| Err(RefusedSecret { file: file.clone(), line, why });
        match value.length() {
            0 => refused(SecretRefusal::NoLetters),
            length if length < FEWEST_LETTERS => refused(SecretRefusal::TooShort),
            _ => {
                self.listed.push(Arc::new(ListedSecret { file: file.clone(), line, participant, value }));
                Ok(())
            }
        }
    }
}
