//! What emic reports about a study: one type for every problem, found at any stage.
//!
//! A diagnostic is data. It knows its code, its place, its subject and its words; how it looks is decided where it is printed
//! ([`text`] for people, [`json`] for programs). A place is byte offsets; lines and columns are computed when printed.

mod codes;
pub mod excerpt;
mod files;
pub mod json;
pub mod mask;
mod subject;
pub mod text;
pub mod words;

pub(crate) use codes::codes;
pub use codes::{Area, Code, code};
pub use files::{FileId, Files, Position};
pub use subject::{FoundTerm, Subject};

/// A stretch of one file, in bytes of its decoded text (without a byte order mark).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    pub file: FileId,
    pub start: u32,
    pub end: u32,
}

impl Span {
    pub fn new(file: FileId, range: std::ops::Range<usize>) -> Span {
        // A study file is at most 64 MiB (`load` refuses larger ones), so the offsets always fit.
        Span { file, start: range.start as u32, end: range.end as u32 }
    }

    pub fn range(&self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A value together with the place it was written at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    pub value: T,
    pub span: Span,
}

/// An error refuses publication; a warning says that something is not finished (and refuses it under `--strict`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    Error,
    Warning,
}

/// Where a problem is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The study as a whole.
    Study,
    /// A file as a whole, named relative to the study; for files that are not text or were never read.
    Path(String),
    /// A stretch of a file that was read.
    Span(Span),
}

/// What a decision has to match that settles a problem for good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decide {
    /// Something in a text: a hash of the rule, the place and the text with its context, and the place by name (a quote's id).
    Text { of: blake3::Hash, place: String },
    /// A combination of attributes: how many people share theirs with fewer than k, and the smallest such group.
    Cells { attributes: Vec<std::sync::Arc<str>>, below: u32, smallest: u32 },
}

/// One problem, with its remedy.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    pub severity: Severity,
    pub code: &'static Code,
    pub place: Place,
    /// What it is about, where that is one thing of the study; by code and subject, diagnostics can be put together.
    pub subject: Option<Box<Subject>>,
    /// What is wrong, as one sentence without a full stop.
    pub message: String,
    /// What to do about it.
    pub help: Option<Box<str>>,
    /// Other places that belong to it, each with a few words ("first used here").
    pub also: Vec<(Span, String)>,
    /// The source line must not be printed as it is: it may hold what is private, so its values are masked.
    pub sensitive: bool,
    /// What a decision in `privacy.yaml` has to match, where one can settle it.
    pub decide: Option<Box<Decide>>,
}

impl Diagnostic {
    pub fn new(code: &'static Code, place: Place, message: impl Into<String>) -> Diagnostic {
        Diagnostic {
            severity: code.severity,
            code,
            place,
            subject: None,
            message: message.into(),
            help: None,
            also: Vec::new(),
            sensitive: false,
            decide: None,
        }
    }

    pub fn at(code: &'static Code, span: Span, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(code, Place::Span(span), message)
    }

    /// Says what it is about, if that is known.
    pub fn about(mut self, subject: impl Into<Option<Subject>>) -> Diagnostic {
        self.subject = subject.into().map(Box::new);
        self
    }

    pub fn help(mut self, help: impl Into<String>) -> Diagnostic {
        self.help = Some(help.into().into_boxed_str());
        self
    }

    pub fn also(mut self, span: Span, words: impl Into<String>) -> Diagnostic {
        self.also.push((span, words.into()));
        self
    }

    pub fn sensitive(mut self) -> Diagnostic {
        self.sensitive = true;
        self
    }

    /// Says that a decision can settle it.
    pub fn decided_by(mut self, decide: Decide) -> Diagnostic {
        self.decide = Some(Box::new(decide));
        self
    }

    pub fn is_error(&self) -> bool {
        self.severity == Severity::Error
    }
}

/// Orders diagnostics as a reader meets them: by file in reading order, then by place; errors before warnings at one place.
pub fn sort(diagnostics: &mut [Diagnostic], files: &Files) {
    diagnostics.sort_by_cached_key(|d| {
        let (name, start) = match &d.place {
            Place::Study => (String::new(), 0),
            Place::Path(path) => (path.clone(), 0),
            Place::Span(span) => (files.name(span.file).to_owned(), span.start),
        };
        (name, start, d.severity, d.code.name, d.message.clone())
    });
}
