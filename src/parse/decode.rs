//! From nodes to texts, ids and lists: reads what is there, and says everything that is wrong with it.

use std::cell::RefCell;
use std::sync::Arc;

use super::yaml::{Node, NodeKind};
use crate::diag::{Diagnostic, FileId, Span, Spanned, code, words};
use crate::model::{BadId, Id};

/// What is told to whoever wrote something that cannot be an id.
const ID_HELP: &str =
    "an id is 1 to 64 letters (a–z), digits, `.`, `_` or `-`, and begins with a letter or a digit; names and texts may be in any script";

/// What a scalar is read as.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Wanted {
    Text,
    NeededText,
    Value,
}

/// What a reader needs: the file's text and a place for what it has to say.
pub struct Reading<'a> {
    pub file: FileId,
    pub text: &'a str,
    diagnostics: RefCell<Vec<Diagnostic>>,
}

impl<'a> Reading<'a> {
    pub fn new(file: FileId, text: &'a str, diagnostics: Vec<Diagnostic>) -> Reading<'a> {
        Reading { file, text, diagnostics: RefCell::new(diagnostics) }
    }

    pub fn report(&self, diagnostic: Diagnostic) {
        self.diagnostics.borrow_mut().push(diagnostic);
    }

    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics.into_inner()
    }

    /// A one-line or longer text. What a `#` cut off is said, since a person reads on.
    pub fn text_of(&self, node: &Node, name: &str) -> Option<Spanned<Arc<str>>> {
        self.scalar(node, name, Wanted::Text)
    }

    /// The same of a text that must be there, so that nobody is told to take it away.
    pub fn needed_text_of(&self, node: &Node, name: &str) -> Option<Spanned<Arc<str>>> {
        self.scalar(node, name, Wanted::NeededText)
    }

    /// A word or a number, behind which a comment may stand.
    pub fn value_of(&self, node: &Node, name: &str) -> Option<Spanned<Arc<str>>> {
        self.scalar(node, name, Wanted::Value)
    }

    fn scalar(&self, node: &Node, name: &str, wanted: Wanted) -> Option<Spanned<Arc<str>>> {
        match &node.kind {
            _ if node.is_null() => {
                match self.comment_behind(node.span) {
                    Some(comment) if wanted != Wanted::Value => self.report(
                        Diagnostic::at(&code::COMMENT_IN_TEXT, comment, format!("`{name}` is empty: everything behind `#` is a comment"))
                            .help(format!("put the text in quotation marks, as in  {name}: \"#…\"")),
                    ),
                    _ => self.empty(node.span, name, wanted),
                }
                None
            }
            NodeKind::Scalar { text, plain } => {
                if *plain && wanted != Wanted::Value {
                    self.refuse_comment_in(node.span, name);
                }
                if text.trim().is_empty() {
                    self.empty(node.span, name, wanted);
                    return None;
                }
                Some(Spanned { value: tidy(text), span: node.span })
            }
            // `{laughs}`: said already, as a field without a colon.
            NodeKind::Map(entries) if entries.is_empty() && self.diagnostics.borrow().iter().any(|d| *d.code == code::YAML_SPACE) => None,
            _ => {
                let help = match &node.kind {
                    NodeKind::List(_) => "a text that begins with `[` or `- ` has to stand in quotation marks",
                    _ => "a text with a colon and a space in it has to stand in quotation marks",
                };
                self.report(
                    Diagnostic::at(&code::WRONG_TYPE, node.span, format!("`{name}` wants a text, and here {}", node.what())).help(help),
                );
                None
            }
        }
    }

    fn empty(&self, span: Span, name: &str, wanted: Wanted) {
        let help = match wanted {
            Wanted::Text => "write the text, or take the line away",
            Wanted::NeededText => "write the text: it cannot be left out",
            Wanted::Value => "write a value behind the colon",
        };
        self.report(Diagnostic::at(&code::EMPTY_TEXT, span, format!("`{name}` is empty")).help(help));
    }

    /// One space before a `#` may be a slip in the middle of speech ("bed #2"); a comment set apart by more is meant as one.
    fn refuse_comment_in(&self, span: Span, name: &str) {
        if let Some(comment) = self.comment_behind(span).filter(|c| c.start == span.end + 1) {
            self.report(
                Diagnostic::at(&code::COMMENT_IN_TEXT, comment, format!("`{name}` ends before `#`: what follows is a comment")).help(
                    "put the text in quotation marks if `#` belongs to it; a comment stands two spaces behind it, or on a line of its own",
                ),
            );
        }
    }

    /// The comment on the same line behind a plain value. Ids and numbers may have one; speech may not.
    fn comment_behind(&self, span: Span) -> Option<Span> {
        let at = span.end as usize;
        let line = self.text[at..].lines().next()?;
        let found = line.find('#')?;
        let before = &line[..found];
        if !before.trim().is_empty() && before.trim() != ":" {
            return None;
        }
        Some(Span::new(self.file, at + found..at + line.trim_end().len()))
    }

    /// An id, whose form is checked here and nowhere else.
    pub fn id_of(&self, node: &Node, name: &str) -> Option<Spanned<Id>> {
        let NodeKind::Scalar { text, .. } = &node.kind else {
            self.report(
                Diagnostic::at(&code::WRONG_TYPE, node.span, format!("`{name}` wants an id, and here {}", node.what()))
                    .help("an id is one word, such as `P03-02`"),
            );
            return None;
        };
        if node.is_null() {
            self.report(Diagnostic::at(&code::EMPTY_TEXT, node.span, format!("`{name}` is empty")).help("give it an id such as `P03-02`"));
            return None;
        }
        self.id_in(text, node.span)
    }

    /// An id that stands in a text, or a word on what is wrong with it.
    pub fn id_in(&self, text: &str, span: Span) -> Option<Spanned<Id>> {
        match id(text) {
            Ok(id) => Some(Spanned { value: id, span }),
            Err(why) => {
                let message = format!("`{}` cannot be an id: {why}", words::shortened(text, 40));
                self.report(Diagnostic::at(&code::BAD_ID, span, message).help(ID_HELP));
                None
            }
        }
    }

    /// A list of ids. One may stand without brackets; several that do are told how a list is written.
    pub fn ids_of(&self, node: &Node, name: &str) -> Vec<Spanned<Id>> {
        if self.unbracketed(node, name) {
            return Vec::new();
        }
        self.items(node).iter().filter_map(|n| self.id_of(n, name)).collect()
    }

    /// `a, b` or `a; b` where a list belongs: said, and true.
    pub fn unbracketed(&self, node: &Node, name: &str) -> bool {
        let NodeKind::Scalar { text, .. } = &node.kind else { return false };
        let ids: Vec<&str> = text.split([',', ';', '，', '；', '、']).map(str::trim).filter(|i| !i.is_empty()).collect();
        if ids.len() < 2 || !ids.iter().all(|i| Id::new(i).is_ok()) {
            return false;
        }
        self.report(
            Diagnostic::at(&code::BAD_ID, node.span, format!("several ids stand in `{name}` without brackets"))
                .help(format!("write a list: `{name}: [{}]`", words::shortened(&ids.join(", "), 60))),
        );
        true
    }

    /// A list; where one item stands alone, it is a list of one.
    pub fn items<'n>(&self, node: &'n Node) -> &'n [Node] {
        match &node.kind {
            _ if node.is_null() => &[],
            NodeKind::List(items) => items,
            _ => std::slice::from_ref(node),
        }
    }

    /// The items of a list, unless it was written as fields that are named after its items: `P01: { … }`.
    /// One item may stand without its dash; by its own fields it is known.
    pub fn list_of<'n>(&self, node: &'n Node, what: &str, own: &[&str], id: &str) -> Option<&'n [Node]> {
        let NodeKind::Map(entries) = &node.kind else { return Some(self.items(node)) };
        if entries.iter().any(|(k, _)| own.contains(&&*k.name.to_lowercase())) {
            return Some(self.items(node));
        }
        let (key, _) = entries.first()?;
        let help = match &entries[..] {
            [(_, inner)] if matches!(inner.kind, NodeKind::List(_)) => {
                format!("take the line `{}:` away: the list stands in the file by itself, `- id: {id}`", key.name)
            }
            _ => format!("write a list: `- id: {id}`, and the other fields under `id`, in the same column"),
        };
        self.report(Diagnostic::at(&code::WRONG_TYPE, key.span, format!("{what} are a list, and here are named fields")).help(help));
        None
    }
}

/// What is wrong with an id, in words.
pub fn id(text: &str) -> Result<Id, String> {
    Id::new(text).map_err(|bad| match bad {
        BadId::Empty => "it is empty".to_owned(),
        BadId::TooLong => "it is longer than 64 characters".to_owned(),
        BadId::FirstCharacter(c) => format!("it begins with `{c}`"),
        BadId::Character(' ') => "there is a space in it".to_owned(),
        BadId::Character(c) => format!("`{c}` is in it"),
        BadId::Reserved => "this name is taken, by emic or by an operating system".to_owned(),
    })
}

/// Paragraphs separated by one blank line, no white space at the ends of the whole or of a line.
fn tidy(text: &Arc<str>) -> Arc<str> {
    if text.trim().len() == text.len() && !text.contains(['\r', '\n']) {
        return Arc::clone(text);
    }
    let mut out = String::with_capacity(text.len());
    for line in text.trim().lines().map(str::trim_end) {
        if line.is_empty() && out.ends_with("\n\n") {
            continue;
        }
        out.push_str(line);
        out.push('\n');
    }
    out.truncate(out.trim_end().len());
    out.into()
}
