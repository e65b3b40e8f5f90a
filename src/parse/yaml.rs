//! YAML as a tree of nodes with places, nothing interpreted.
//!
//! 1. The event parser (granit-parser, the one beneath serde-saphyr) reads the text.
//! 2. Its events become [`Node`]s. Every scalar stays the text it was written as: what a field means is its reader's
//!    business, so `version: 1.10`, `id: 007` and `answer: no` lose nothing.
//! 3. What a study never needs and what can only mislead is refused with its remedy: aliases (and so alias bombs), tags,
//!    a second document, a key written twice, keys that are not plain text, nesting without end.

use std::ops::Range;
use std::sync::Arc;

use granit_parser::{Event, Options, Parser, ScalarStyle, Span as YamlSpan};

use super::syntax;
use crate::diag::{Diagnostic, FileId, Span, code};

/// How deep a study file may nest. Ten levels of themes need twenty.
const DEEPEST: usize = 128;

/// A piece of YAML and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    pub span: Span,
    pub kind: Kind,
}

#[derive(Clone, Debug)]
pub enum Kind {
    /// `plain` is false for quoted and block scalars.
    Scalar {
        text: Arc<str>,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Debug)]
pub struct Key {
    pub name: Arc<str>,
    pub span: Span,
}

impl Node {
    /// Nothing was written, or `~`, or `null`.
    pub fn is_null(&self) -> bool {
        matches!(&self.kind, Kind::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null"))
    }

    /// "is a text", "are named fields": what was written, in a researcher's words.
    pub fn what(&self) -> &'static str {
        match &self.kind {
            _ if self.is_null() => "is nothing",
            Kind::Scalar { .. } => "is a text",
            Kind::List(_) => "is a list",
            Kind::Map(_) => "are named fields (`name: value`)",
        }
    }
}

/// Reads `text[part]`. The node is `None` for an empty file and where the text is not YAML, which a diagnostic then says.
pub fn read(file: FileId, text: &str, part: Range<usize>) -> (Option<Node>, Vec<Diagnostic>) {
    let base = part.start;
    let options = Options::default();
    let mut builder = Builder { file, base, diagnostics: Vec::new(), depth: 0 };
    let mut parser = Parser::new_from_str_with_options(&text[part.clone()], options);
    let mut root = None;
    loop {
        match parser.next_event() {
            None => break,
            Some(Err(error)) => {
                builder.diagnostics.push(syntax::explain(file, text, part, &error));
                return (None, builder.diagnostics);
            }
            Some(Ok((event, span))) => match event {
                Event::DocumentStart(..) if root.is_some() => {
                    builder.diagnostics.push(
                        Diagnostic::at(&code::YAML_DOCUMENTS, builder.span(span), "a second document begins here")
                            .help("write one document a file: take the line `---` away, or move what follows into a file of its own"),
                    );
                    return (root, builder.diagnostics);
                }
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => match builder.node(&mut parser, event, span) {
                    Ok(node) => root = Some(node),
                    Err(Stop::Said) => return (None, builder.diagnostics),
                    Err(Stop::Syntax(error)) => {
                        builder.diagnostics.push(syntax::explain(file, text, part, &error));
                        return (None, builder.diagnostics);
                    }
                },
            },
        }
    }
    (root.filter(|n| !n.is_null()), builder.diagnostics)
}

enum Stop {
    Syntax(granit_parser::ScanError),
    /// A diagnostic was already given.
    Said,
}

struct Builder {
    file: FileId,
    base: usize,
    diagnostics: Vec<Diagnostic>,
    depth: usize,
}

type Events<'a> = Parser<'a, granit_parser::StrInput<'a>>;

impl Builder {
    fn span(&self, span: YamlSpan) -> Span {
        let range = span.byte_range().unwrap_or(0..0);
        Span::new(self.file, self.base + range.start..self.base + range.end)
    }

    fn node<'a>(&mut self, events: &mut Events<'a>, event: Event<'a>, at: YamlSpan) -> Result<Node, Stop> {
        let span = self.span(at);
        match event {
            Event::Scalar(text, style, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                let plain = style == ScalarStyle::Plain;
                // Everywhere but in a literal block YAML folds a blank line to one line break; for emic, and for the author, a
                // blank line is a paragraph.
                let text =
                    if style != ScalarStyle::Literal && text.contains('\n') { text.replace('\n', "\n\n").into() } else { text.into() };
                Ok(Node { span, kind: Kind::Scalar { text, plain } })
            }
            Event::SequenceStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.deeper(span)?;
                let mut items = Vec::new();
                let mut end = span.end;
                loop {
                    let (event, at) = self.next(events)?;
                    if matches!(event, Event::SequenceEnd) {
                        end = end.max(self.span(at).end);
                        break;
                    }
                    let item = self.node(events, event, at)?;
                    end = item.span.end;
                    items.push(item);
                }
                self.depth -= 1;
                Ok(Node { span: Span { end, ..span }, kind: Kind::List(items) })
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.deeper(span)?;
                let mut entries: Vec<(Key, Node)> = Vec::new();
                let mut end = span.end;
                loop {
                    let (event, at) = self.next(events)?;
                    if matches!(event, Event::MappingEnd) {
                        break;
                    }
                    let key = self.node(events, event, at)?;
                    let (event, at) = self.next(events)?;
                    let value = self.node(events, event, at)?;
                    end = value.span.end.max(key.span.end);
                    self.enter(&mut entries, key, value);
                }
                self.depth -= 1;
                Ok(Node { span: Span { end, ..span }, kind: Kind::Map(entries) })
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.diagnostics.push(syntax::alias(span));
                Err(Stop::Said)
            }
            _ => {
                self.diagnostics.push(Diagnostic::at(&code::YAML_SYNTAX, span, "this is not YAML that emic understands"));
                Err(Stop::Said)
            }
        }
    }

    fn next<'a>(&mut self, events: &mut Events<'a>) -> Result<(Event<'a>, YamlSpan), Stop> {
        match events.next_event() {
            Some(Ok(pair)) => Ok(pair),
            Some(Err(error)) => Err(Stop::Syntax(error)),
            None => Err(Stop::Said),
        }
    }

    fn enter(&mut self, entries: &mut Vec<(Key, Node)>, key: Node, value: Node) {
        let Kind::Scalar { text: name, .. } = key.kind else {
            self.diagnostics.push(
                Diagnostic::at(&code::YAML_KEY, key.span, "a field's name must be a plain word")
                    .help("a text that begins with `[` or `{` has to stand in quotation marks"),
            );
            return;
        };
        if let Some((first, _)) = entries.iter().find(|(k, _)| k.name == name) {
            self.diagnostics.push(
                Diagnostic::at(&code::DUPLICATE_KEY, key.span, format!("`{name}` is written twice"))
                    .also(first.span, "first written here")
                    .help("keep one of the two; emic does not choose between them"),
            );
            return;
        }
        entries.push((Key { name, span: key.span }, value));
    }

    fn refuse_tag(&mut self, tagged: bool, span: Span) {
        if tagged {
            self.diagnostics.push(
                Diagnostic::at(&code::YAML_TAG, span, "a YAML tag (a word that begins with `!`) stands here")
                    .help("a text that begins with `!` has to stand in quotation marks; emic reads no tags"),
            );
        }
    }

    fn deeper(&mut self, span: Span) -> Result<(), Stop> {
        self.depth += 1;
        if self.depth > DEEPEST {
            self.diagnostics.push(syntax::too_deep(span));
            return Err(Stop::Said);
        }
        Ok(())
    }
}
