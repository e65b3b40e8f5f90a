//! From nodes to fields: reads what is there, and says everything that is wrong with it.
//!
//! A reader asks a [`Fields`] for each name it knows and calls [`Fields::finish`]; what nobody asked for is then
//! reported, with the name that was likely meant. Nothing stops at the first mistake.

use std::cell::RefCell;
use std::sync::Arc;

use super::yaml::{Key, Kind, Node};
use crate::diag::{Diagnostic, FileId, Span, Spanned, code, words};
use crate::model::{BadId, Id};

/// What a reader needs: the file's text and a place for what it has to say.
pub struct Reading<'a> {
    pub file: FileId,
    pub text: &'a str,
    said: RefCell<Vec<Diagnostic>>,
}

impl<'a> Reading<'a> {
    pub fn new(file: FileId, text: &'a str, said: Vec<Diagnostic>) -> Reading<'a> {
        Reading { file, text, said: RefCell::new(said) }
    }

    pub fn say(&self, diagnostic: Diagnostic) {
        self.said.borrow_mut().push(diagnostic);
    }

    pub fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.said.into_inner()
    }

    fn mistyped(&self, span: Span, name: &str, wanted: &str, got: &str) {
        self.say(Diagnostic::at(&code::WRONG_TYPE, span, format!("`{name}` wants {wanted}, and here is {got}")));
    }

    /// A one-line or longer text. What a `#` cut off is said, since a person reads on.
    pub fn text_of(&self, node: &Node, name: &str) -> Option<Spanned<Arc<str>>> {
        match &node.kind {
            _ if node.is_null() => {
                match self.comment_behind(node.span) {
                    Some(comment) => self.say(
                        Diagnostic::at(&code::COMMENT_IN_TEXT, comment, format!("`{name}` is empty: everything behind `#` is a comment"))
                            .help(format!("put the text in quotation marks, as in  {name}: \"#…\"")),
                    ),
                    None => self.say(
                        Diagnostic::at(&code::EMPTY_TEXT, node.span, format!("`{name}` is empty"))
                            .help("write the text, or take the line away"),
                    ),
                }
                None
            }
            Kind::Scalar { text, plain } => {
                // One space before it may be a slip in the middle of speech; a comment set apart by more is meant as one.
                if *plain
                    && let Some(comment) = self.comment_behind(node.span)
                    && comment.start == node.span.end + 1
                    && text.contains(' ')
                {
                    self.say(
                        Diagnostic::at(
                            &code::COMMENT_IN_TEXT,
                            comment,
                            format!("the text of `{name}` ends before `#`: what follows is a comment"),
                        )
                        .help("put the text in quotation marks if `#` belongs to it; else put the comment on a line of its own"),
                    );
                }
                if text.trim().is_empty() {
                    self.say(
                        Diagnostic::at(&code::EMPTY_TEXT, node.span, format!("`{name}` is empty"))
                            .help("write the text, or take the line away"),
                    );
                    return None;
                }
                Some(Spanned { value: tidy(text), span: node.span })
            }
            _ => {
                let help = match &node.kind {
                    Kind::List(_) => "a text that begins with `[` or `- ` has to stand in quotation marks",
                    _ => "a text with a colon and a space in it has to stand in quotation marks",
                };
                self.say(
                    Diagnostic::at(&code::WRONG_TYPE, node.span, format!("`{name}` wants a text, and here is {}", node.what())).help(help),
                );
                None
            }
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
        let Kind::Scalar { text, .. } = &node.kind else {
            self.mistyped(node.span, name, "an id", node.what());
            return None;
        };
        if node.is_null() {
            self.say(Diagnostic::at(&code::EMPTY_TEXT, node.span, format!("`{name}` is empty")).help("give it an id such as `P03-02`"));
            return None;
        }
        match id(text) {
            Ok(id) => Some(Spanned { value: id, span: node.span }),
            Err(why) => {
                self.say(Diagnostic::at(&code::BAD_ID, node.span, format!("`{}` cannot be an id: {why}", words::shortened(text, 40))).help(
                    "an id is 1 to 64 letters (a–z), digits, `.`, `_` or `-`, and begins with a letter or a digit; names and texts may be in any script",
                ));
                None
            }
        }
    }

    /// A list; where one item stands alone, it is a list of one.
    pub fn items<'n>(&self, node: &'n Node) -> &'n [Node] {
        match &node.kind {
            _ if node.is_null() => &[],
            Kind::List(items) => items,
            _ => std::slice::from_ref(node),
        }
    }

    /// The fields of a node, or a word on what it is instead.
    pub fn fields<'n, 'r>(&'r self, node: &'n Node, what: &'static str) -> Option<Fields<'n, 'r, 'a>> {
        match &node.kind {
            Kind::Map(entries) => Some(Fields { reading: self, entries, span: node.span, what, known: Vec::new() }),
            _ => {
                self.say(
                    Diagnostic::at(&code::WRONG_TYPE, node.span, format!("{what} is written as named fields, and here is {}", node.what()))
                        .help("write `name: value`, one field a line"),
                );
                None
            }
        }
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

/// The fields of one thing, asked for one by one.
pub struct Fields<'n, 'r, 'a> {
    reading: &'r Reading<'a>,
    entries: &'n [(Key, Node)],
    pub span: Span,
    what: &'static str,
    known: Vec<&'static str>,
}

impl<'n> Fields<'n, '_, '_> {
    /// The node of a field that is there and not empty.
    pub fn node(&mut self, name: &'static str) -> Option<&'n Node> {
        self.known.push(name);
        self.entries.iter().find(|(k, _)| &*k.name == name).map(|(_, n)| n)
    }

    pub fn key_span(&self, name: &str) -> Option<Span> {
        self.entries.iter().find(|(k, _)| &*k.name == name).map(|(k, _)| k.span)
    }

    pub fn text(&mut self, name: &'static str) -> Option<Spanned<Arc<str>>> {
        let node = self.node(name)?;
        self.reading.text_of(node, name)
    }

    /// A text whose place nobody needs.
    pub fn words(&mut self, name: &'static str) -> Option<Arc<str>> {
        self.text(name).map(|s| s.value)
    }

    pub fn id(&mut self, name: &'static str) -> Option<Spanned<Id>> {
        let node = self.node(name)?;
        self.reading.id_of(node, name)
    }

    /// A field without which the thing is nothing.
    pub fn required_id(&mut self, name: &'static str) -> Option<Spanned<Id>> {
        if self.key_span(name).is_none() {
            self.missing(name);
        }
        self.id(name)
    }

    pub fn required_text(&mut self, name: &'static str) -> Option<Spanned<Arc<str>>> {
        if self.key_span(name).is_none() {
            self.missing(name);
        }
        self.text(name)
    }

    pub fn missing(&self, name: &str) {
        let first_line = Span { end: self.span.end.min(self.end_of_first_line()), ..self.span };
        let near = self.entries.iter().filter(|(k, _)| !self.known.contains(&&*k.name)).map(|(k, _)| &*k.name);
        let help = words::did_you_mean(name, near, || format!("add a field `{name}:`")).replace("did you mean", "is it written as");
        self.reading.say(Diagnostic::at(&code::MISSING_FIELD, first_line, format!("{} has no `{name}`", self.what)).help(help));
    }

    fn end_of_first_line(&self) -> u32 {
        let start = self.span.start as usize;
        self.reading.text[start..].find(['\n', '\r']).map_or(self.reading.text.len(), |at| start + at) as u32
    }

    /// One of a few words.
    pub fn choice<T>(&mut self, name: &'static str, allowed: &[&str], from: impl Fn(&str) -> Option<T>) -> Option<T> {
        let node = self.node(name)?;
        let written = self.reading.text_of(node, name)?;
        let found = from(&written.value);
        if found.is_none() {
            self.reading.say(
                Diagnostic::at(&code::BAD_VALUE, written.span, format!("`{name}` cannot be `{}`", words::shortened(&written.value, 40)))
                    .help(words::did_you_mean(&written.value, allowed.iter().copied(), || {
                        format!("it can be {}", words::choices(allowed))
                    })),
            );
        }
        found
    }

    /// `yes`, `no`, `true` or `false`.
    pub fn yes_no(&mut self, name: &'static str) -> Option<bool> {
        self.choice(name, &["yes", "no", "true", "false"], |word| match word {
            "yes" | "true" => Some(true),
            "no" | "false" => Some(false),
            _ => None,
        })
    }

    /// A whole number of at least `least`.
    pub fn number(&mut self, name: &'static str, least: u32) -> Option<u32> {
        let node = self.node(name)?;
        let written = self.reading.text_of(node, name)?;
        let number = written.value.parse::<u32>().ok().filter(|n| *n >= least && written.value.bytes().all(|b| b.is_ascii_digit()));
        if number.is_none() {
            self.reading.say(
                Diagnostic::at(&code::BAD_VALUE, written.span, format!("`{name}` cannot be `{}`", words::shortened(&written.value, 40)))
                    .help(format!("it is a whole number, {least} or more, in digits")),
            );
        }
        number
    }

    /// A list of texts.
    pub fn texts(&mut self, name: &'static str) -> Vec<Spanned<Arc<str>>> {
        let Some(node) = self.node(name) else { return Vec::new() };
        self.reading.items(node).iter().filter_map(|n| self.reading.text_of(n, name)).collect()
    }

    /// A list of ids.
    pub fn ids(&mut self, name: &'static str) -> Vec<Spanned<Id>> {
        let Some(node) = self.node(name) else { return Vec::new() };
        self.reading.items(node).iter().filter_map(|n| self.reading.id_of(n, name)).collect()
    }

    /// What was not asked for: said, with the name that was likely meant.
    pub fn finish(self, later: &[(&str, &str)]) {
        for (key, _) in self.entries {
            if self.known.contains(&&*key.name) {
                continue;
            }
            if let Some((_, what)) = later.iter().find(|(name, _)| *name == &*key.name) {
                self.reading.say(
                    Diagnostic::at(&code::NOT_YET, key.span, format!("emic does not read `{}` yet ({what})", key.name))
                        .help("take it away for now; emic refuses what it would otherwise leave out in silence"),
                );
                continue;
            }
            self.reading.say(
                Diagnostic::at(&code::UNKNOWN_FIELD, key.span, format!("{} has no field `{}`", self.what, words::shortened(&key.name, 40)))
                    .help(words::did_you_mean(&key.name, self.known.iter().copied(), || {
                        format!("it can have {}", words::choices(&self.known))
                    })),
            );
        }
    }

    /// The fields nobody has asked for so far, where any name may stand.
    pub fn rest(&self) -> impl Iterator<Item = &'n (Key, Node)> + '_ {
        self.entries.iter().filter(|(k, _)| !self.known.contains(&&*k.name))
    }

    pub fn reading(&self) -> &Reading<'_> {
        self.reading
    }
}
