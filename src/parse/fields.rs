//! The fields of one thing.
//!
//! A reader asks a [`Fields`] for each name it knows and calls [`Fields::finish`]; what nobody asked for is then
//! reported, with the name that was likely meant. Nothing stops at the first mistake, and one misspelt name is one mistake.

use std::cell::RefCell;
use std::sync::Arc;

use super::decode::Reading;
use super::yaml::{Key, Node, NodeKind};
use crate::diag::{Diagnostic, Span, Spanned, code, words};
use crate::model::Id;

/// The fields of one thing, asked for one by one.
pub struct Fields<'n, 'r, 'a> {
    reading: &'r Reading<'a>,
    entries: &'n [(Key, Node)],
    pub span: Span,
    what: &'static str,
    known: Vec<&'static str>,
    /// What must be there and is not; said at the end, when it is known which names were misspelt.
    missing: RefCell<Vec<String>>,
}

impl<'n, 'r, 'a> Fields<'n, 'r, 'a> {
    pub fn new(reading: &'r Reading<'a>, entries: &'n [(Key, Node)], span: Span, what: &'static str) -> Self {
        Fields { reading, entries, span, what, known: Vec::new(), missing: RefCell::default() }
    }
}

impl<'a> Reading<'a> {
    /// The fields of a node, or a word on what it is instead.
    pub fn fields<'n, 'r>(&'r self, node: &'n Node, what: &'static str) -> Option<Fields<'n, 'r, 'a>> {
        match &node.kind {
            NodeKind::Map(entries) => Some(Fields::new(self, entries, node.span, what)),
            _ => {
                self.report(
                    Diagnostic::at(&code::WRONG_TYPE, node.span, format!("{what} is written as named fields, and here {}", node.what()))
                        .help("write `name: value`, one field a line"),
                );
                None
            }
        }
    }
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
        let node = self.node(name)?;
        self.reading.needed_text_of(node, name)
    }

    /// Notes that a field is missing.
    pub fn missing(&self, name: &str) {
        self.missing.borrow_mut().push(name.to_owned());
    }

    fn report_missing(&self) {
        let first_line = Span { end: self.span.end.min(self.end_of_first_line()), ..self.span };
        for name in self.missing.borrow().iter() {
            self.reading.report(
                Diagnostic::at(&code::MISSING_FIELD, first_line, format!("{} has no `{name}`", self.what))
                    .help(format!("add a field `{name}:`")),
            );
        }
    }

    fn end_of_first_line(&self) -> u32 {
        let start = self.span.start as usize;
        self.reading.text[start..].find(['\n', '\r']).map_or(self.reading.text.len(), |at| start + at) as u32
    }

    /// One of a few words.
    pub fn choice<T>(&mut self, name: &'static str, allowed: &[&str], from: impl Fn(&str) -> Option<T>) -> Option<T> {
        let node = self.node(name)?;
        let written = self.reading.value_of(node, name)?;
        let found = from(&written.value);
        if found.is_none() {
            self.reading.report(
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
        let written = self.reading.value_of(node, name)?;
        let number = written.value.parse::<u32>().ok().filter(|n| *n >= least && written.value.bytes().all(|b| b.is_ascii_digit()));
        if number.is_none() {
            self.reading.report(
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
        self.reading.ids_of(node, name)
    }

    /// What was not asked for is said, with the name that was likely meant; then what is missing.
    pub fn finish(self, later: &[(&str, &str)]) {
        for (key, _) in self.entries.iter().filter(|(k, _)| !self.known.contains(&&*k.name)) {
            if let Some((_, what)) = later.iter().find(|(name, _)| *name == &*key.name) {
                self.reading.report(
                    Diagnostic::at(&code::NOT_YET, key.span, format!("emic does not read `{}` yet ({what})", key.name))
                        .help("take it away for now; emic refuses what it would otherwise leave out in silence"),
                );
                continue;
            }
            // What is missing is the likelier to have been meant.
            let missing = self.missing.borrow().clone();
            let near = words::nearest(&key.name, missing.iter().map(String::as_str));
            let near = near.or_else(|| words::nearest(&key.name, self.known.iter().copied().filter(|k| self.key_span(k).is_none())));
            let near = near.or_else(|| words::nearest(&key.name, self.known.iter().copied()));
            self.unknown(key, near, || format!("it can have {}", words::choices(&self.known)));
        }
        self.report_missing();
    }

    /// Where any name may stand: only what is missing is said.
    pub fn finish_open(self) {
        self.report_missing();
    }

    /// Says that a field does not exist; the one it was meant for is then no longer missing.
    pub fn unknown(&self, key: &Key, near: Option<&str>, otherwise: impl FnOnce() -> String) {
        if let Some(near) = near {
            self.missing.borrow_mut().retain(|m| m != near);
        }
        let message = format!("{} has no field `{}`", self.what, words::shortened(&key.name, 40));
        let help = near.map_or_else(otherwise, |near| format!("did you mean `{near}`?"));
        self.reading.report(Diagnostic::at(&code::UNKNOWN_FIELD, key.span, message).help(help));
    }

    /// The fields nobody has asked for so far, where any name may stand.
    pub fn rest(&self) -> impl Iterator<Item = &'n (Key, Node)> + '_ {
        self.entries.iter().filter(|(k, _)| !self.known.contains(&&*k.name))
    }

    pub fn reading(&self) -> &Reading<'_> {
        self.reading
    }
}
