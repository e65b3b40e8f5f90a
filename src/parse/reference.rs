//! References as an author writes them, before it is known where they lead.

use std::sync::Arc;

use crate::diag::Span;

/// A reference as written.
#[derive(Clone, Debug, PartialEq)]
pub struct RawRef {
    pub span: Span,
    pub kind: RawKind,
}

#[derive(Clone, Debug, PartialEq)]
pub enum RawKind {
    /// `[[target]]`
    Wiki(Arc<str>),
    /// `![[target|words]]`
    Embed { target: Arc<str>, words: Option<Arc<str>> },
    /// `[…](target)`
    Link(Arc<str>),
    /// `![…](path)`
    Image(Arc<str>),
    /// Whom a quotation is ascribed to: what stands first in its last brackets.
    By(Arc<str>),
}
