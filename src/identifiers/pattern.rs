//! Patterns that are compiled when they are first needed. One that is wrong would find nothing, which the tests of its rule would see.

use std::sync::OnceLock;

use regex::Regex;

/// A pattern that is put together of a language's words.
pub struct Pattern(OnceLock<Option<Regex>>);

impl Pattern {
    pub const fn new() -> Pattern {
        Pattern(OnceLock::new())
    }

    /// The pattern of this text, which is asked for once.
    pub fn get(&self, text: impl FnOnce() -> String) -> Option<&Regex> {
        self.0.get_or_init(|| Regex::new(&text()).ok()).as_ref()
    }

    /// Whether a text has what the pattern describes.
    pub fn is_match(&self, pattern: impl FnOnce() -> String, text: &str) -> bool {
        self.get(pattern).is_some_and(|p| p.is_match(text))
    }
}

/// A pattern whose text is fixed.
macro_rules! pattern {
    ($text:expr) => {{
        static PATTERN: std::sync::LazyLock<Option<regex::Regex>> = std::sync::LazyLock::new(|| regex::Regex::new($text).ok());
        PATTERN.as_ref()
    }};
}

pub(in crate::identifiers) use pattern;
