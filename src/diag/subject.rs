//! What a diagnostic is about, so that those about one thing can be put together.

use std::fmt;
use std::sync::Arc;

/// The thing of the study that a diagnostic is about. Ids and names are as the author writes them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Theme(Arc<str>),
    Quote(Arc<str>),
    /// One participant, or several whom it concerns together.
    Participants(Vec<Arc<str>>),
    Source(Arc<str>),
    /// A page, by its slug.
    Page(Arc<str>),
    /// An attribute of participants, or several in combination.
    Attributes(Vec<Arc<str>>),
    /// A field of study.yaml, with the fields it is in: `privacy.linking`.
    Setting(&'static str),
    /// A file that would be published as it is, by its path in the study.
    Asset(Arc<str>),
    /// A decision in privacy.yaml, by the place or the attributes it names.
    Decision(Arc<str>),
    /// Words that may identify somebody.
    Term(FoundTerm),
}

impl Subject {
    pub fn theme(id: &str) -> Subject {
        Subject::Theme(id.into())
    }

    pub fn quote(id: &str) -> Subject {
        Subject::Quote(id.into())
    }

    pub fn participant(id: &str) -> Subject {
        Subject::Participants(vec![id.into()])
    }

    pub fn page(slug: &str) -> Subject {
        Subject::Page(slug.into())
    }
}

/// Words that were found: the same words are known again wherever they are, and nobody can read them here.
///
/// It holds a digest in their place, and even that is never printed: who has it could try names against it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FoundTerm {
    kind: &'static str,
    digest: [u8; 32],
}

impl FoundTerm {
    /// `kind` is what the words look like, as a tag for programs. Capitals and the white space between words do not matter.
    pub fn new(kind: &'static str, words: &str) -> FoundTerm {
        let plain = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        FoundTerm { kind, digest: *blake3::hash(plain.as_bytes()).as_bytes() }
    }

    pub fn kind(&self) -> &'static str {
        self.kind
    }
}

impl fmt::Debug for FoundTerm {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("FoundTerm").field(&self.kind).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_are_one_term_whatever_their_capitals_and_blanks() {
        let term = FoundTerm::new("PERSON", "Anna\n  Example");
        assert_eq!(term, FoundTerm::new("PERSON", "ANNA EXAMPLE"));
        assert_ne!(term, FoundTerm::new("PERSON", "Anna Examples"));
        assert_ne!(term, FoundTerm::new("ORG", "Anna Example"));
    }

    #[test]
    fn a_term_does_not_print_what_it_is() {
        assert_eq!(format!("{:?}", Subject::Term(FoundTerm::new("PERSON", "Anna"))), "Term(FoundTerm(\"PERSON\"))");
    }
}
