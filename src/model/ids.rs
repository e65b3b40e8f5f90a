//! Names as the author writes them, and positions in the study that stand for a resolved reference.

use std::fmt;
use std::sync::Arc;

/// An id as written: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`. Participants, sources, quotes and themes share one namespace.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Id(Arc<str>);

/// Why a text cannot be an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BadId {
    Empty,
    TooLong,
    FirstCharacter(char),
    Character(char),
    /// `index` names a page of every folder; `con`, `nul` … name devices on Windows, where such a file cannot be made.
    Reserved,
}

const LONGEST: usize = 64;

const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

impl Id {
    /// # Errors
    /// What is wrong with the text, where it is no id.
    pub fn new(text: &str) -> Result<Id, BadId> {
        let mut chars = text.chars();
        match chars.next() {
            None => return Err(BadId::Empty),
            Some(c) if !c.is_ascii_alphanumeric() => return Err(BadId::FirstCharacter(c)),
            Some(_) => {}
        }
        if let Some(c) = chars.find(|c| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))) {
            return Err(BadId::Character(c));
        }
        if text.len() > LONGEST {
            return Err(BadId::TooLong);
        }
        let lower = text.to_ascii_lowercase();
        let stem = lower.split('.').next().unwrap_or_default();
        let numbered_device = matches!(stem.strip_prefix("com").or(stem.strip_prefix("lpt")), Some(n) if n.len() == 1 && n.bytes().all(|b| b.is_ascii_digit()));
        if lower == "index" || DEVICES.contains(&stem) || numbered_device || text.ends_with('.') {
            return Err(BadId::Reserved);
        }
        Ok(Id(text.into()))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form in which two ids are the same id: file systems do not all tell `P01` from `p01`.
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! index {
    ($($(#[$doc:meta])* $name:ident)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $name {
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    )*};
}

index! {
    /// A participant's place in `Study::participants`.
    ParticipantIx
    /// A source's place in `Study::sources`.
    SourceIx
    /// A theme's place in `Study::themes`, which is code-book order.
    ThemeIx
    /// A quote's place in `Study::quotes`, which is the order of files and of speech in them.
    QuoteIx
    /// A page's place in `Study::pages`, which is reading order.
    PageIx
    /// An asset's place in `Study::assets`.
    AssetIx
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn device_names_and_index_are_no_ids() {
        for bad in ["con", "NUL", "com1", "lpt9.x", "index", "Index", "a."] {
            assert_eq!(Id::new(bad), Err(BadId::Reserved), "{bad}");
        }
        assert!(Id::new("common").is_ok());
        assert!(Id::new("indexes").is_ok());
    }

    #[test]
    fn an_id_is_plain_letters_digits_and_three_signs() {
        assert!(Id::new("P03-02").is_ok());
        assert_eq!(Id::new("质量"), Err(BadId::FirstCharacter('质')));
        assert_eq!(Id::new("a b"), Err(BadId::Character(' ')));
        assert_eq!(Id::new(&"a".repeat(65)), Err(BadId::TooLong));
    }
}
