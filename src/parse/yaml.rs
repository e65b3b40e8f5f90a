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

use super::{slips, syntax};
use crate::diag::{Diagnostic, FileId, Span, code};

/// How deep a study file may nest. Ten levels of themes need twenty.
const DEEPEST: usize = 128;

/// A piece of YAML and where it stands.
#[derive(Clone, Debug)]
pub struct Node {
    pub span: Span,
    pub kind: NodeKind,
}

#[derive(Clone, Debug)]
pub enum NodeKind {
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
        matches!(&self.kind, NodeKind::Scalar { text, plain: true } if matches!(&**text, "" | "~" | "null"))
    }

    /// "is a text", "are named fields": what was written, in a researcher's words.
    pub fn what(&self) -> &'static str {
        match &self.kind {
            _ if self.is_null() => "is nothing",
            NodeKind::Scalar { .. } => "is a text",
            NodeKind::List(_) => "is a list",
            NodeKind::Map(_) => "are named fields (`name: value`)",
        }
    }
}

/// Reads `text[part]`. The node is `None` for an empty file and where the text is not YAML, which a diagnostic then says.
pub fn read(file: FileId, text: &str, part: Range<usize>) -> (Option<Node>, Vec<Diagnostic>) {
    let base = part.start;
    let options = Options::default();
    let mut builder = Builder { file, text, base, diagnostics: Vec::new(), depth: 0, bare: None };
    let mut parser = Parser::new_from_str_with_options(&text[part.clone()], options);
    let mut root = None;
    loop {
        match parser.next_event() {
            None => break,
            Some(Err(error)) => {
                builder.explain(part, &error);
                return (None, builder.diagnostics);
            }
            Some(Ok((event, span))) => match event {
                Event::DocumentStart(..) if root.is_some() => {
                    let at = builder.span(span).start as usize;
                    builder.diagnostics.push(syntax::second_document(file, text, part, at));
                    return (None, builder.diagnostics);
                }
                Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => {}
                event => match builder.node(&mut parser, event, span) {
                    Ok(node) => root = Some(node),
                    Err(Stop::Said) => return (None, builder.diagnostics),
                    Err(Stop::Syntax(error)) => {
                        builder.explain(part, &error);
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

struct Builder<'t> {
    file: FileId,
    text: &'t str,
    base: usize,
    diagnostics: Vec<Diagnostic>,
    depth: usize,
    /// The field without a colon of which was said last.
    bare: Option<Span>,
}

type Events<'a> = Parser<'a, granit_parser::StrInput<'a>>;

impl Builder<'_> {
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
                Ok(Node { span, kind: NodeKind::Scalar { text, plain } })
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
                Ok(Node { span: Span { end, ..span }, kind: NodeKind::List(items) })
            }
            Event::MappingStart(_, _, tag) => {
                self.refuse_tag(tag.is_some(), span);
                self.deeper(span)?;
                let mut entries: Vec<(Key, Node)> = Vec::new();
                let mut twice = Vec::new();
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
                    self.enter(&mut entries, &mut twice, key, value);
                }
                self.report_duplicates(&entries, &twice);
                self.depth -= 1;
                Ok(Node { span: Span { end, ..span }, kind: NodeKind::Map(entries) })
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

    fn enter(&mut self, entries: &mut Vec<(Key, Node)>, twice: &mut Vec<Key>, key: Node, value: Node) {
        let NodeKind::Scalar { text: name, plain } = key.kind else {
            self.diagnostics.push(
                Diagnostic::at(&code::YAML_KEY, key.span, "a field's name must be a plain word")
                    .help("a text that begins with `[` or `{` has to stand in quotation marks"),
            );
            return;
        };
        let key = Key { name, span: key.span };
        let Some((key, value)) = (if plain { self.mended(key, value) } else { Some((key, value)) }) else { return };
        if entries.iter().any(|(k, _)| k.name == key.name) {
            twice.push(key);
            return;
        }
        entries.push((key, value));
    }

    /// What was meant by a name that is none: `{ withdrawn:yes }` would be a field of that name with the value nothing.
    /// The slip is said, and the field read as it was meant, so that nothing else is said of it.
    fn mended(&mut self, key: Key, value: Node) -> Option<(Key, Node)> {
        let place = key.span.range();
        let name_of = |at: Range<usize>| Key { name: self.text[at.clone()].into(), span: Span::new(self.file, at) };
        let text_of = |at: Range<usize>| Node {
            kind: NodeKind::Scalar { text: self.text[at.clone()].into(), plain: true },
            span: Span::new(self.file, at),
        };
        if let Some(dash) = slips::glued_dash(self.text, place.start..self.text.len()) {
            // Who writes one item so writes all of them so.
            if !self.reported_space() {
                self.diagnostics.push(slips::dash(self.text, Span::new(self.file, dash.clone())));
            }
            let word = self.text[dash.end..place.end].trim_start();
            return Some((name_of(place.end - word.len()..place.end), value));
        }
        // A text such as `(x:y)` can be a name where any name can; one with a value of its own was meant so.
        if !value.is_null() && !key.name.contains(':') {
            return Some((key, value));
        }
        if let Some(glued) = slips::glued(self.text, place.clone()) {
            self.diagnostics.push(glued.diagnostic(self.file, self.text));
            let value = if value.is_null() { text_of(glued.value.clone()) } else { value };
            return Some((name_of(glued.name), value));
        }
        if value.is_null() && !self.text[place.end..].trim_start().starts_with(':') {
            self.diagnostics.push(slips::no_colon(key.span));
            self.bare = Some(key.span);
            let name = self.text[place.clone()].find(' ').map_or(place.end, |at| place.start + at);
            let rest = self.text[name..place.end].trim_start();
            return (!rest.is_empty()).then(|| (name_of(place.start..name), text_of(place.end - rest.len()..place.end)));
        }
        Some((key, value))
    }

    fn reported_space(&self) -> bool {
        self.diagnostics.iter().any(|d| *d.code == code::YAML_SPACE)
    }

    /// Says why the text is not YAML, unless it only follows from what was said.
    fn explain(&mut self, part: Range<usize>, error: &granit_parser::ScanError) {
        // In `text: {laughs} He left` the braces are no fields, which only shows behind them.
        let at = part.start + error.marker().byte_offset().unwrap_or(0);
        let same_line = |bare: &Span| self.text.get(bare.end as usize..at).is_some_and(|between| !between.trim_end().contains('\n'));
        if self.bare.filter(same_line).is_some() {
            self.diagnostics.pop();
        }
        if !self.reported_space() {
            self.diagnostics.push(syntax::explain(self.file, self.text, part, error));
        }
    }

    /// Fields that are written twice; where a new item was begun without its dash, that is said instead.
    fn report_duplicates(&mut self, entries: &[(Key, Node)], twice: &[Key]) {
        let first = |key: &Key| entries.iter().find(|(k, _)| k.name == key.name).map(|(k, _)| k.span);
        // Items that were begun with `-id:` are no list, and that was said.
        if self.reported_space() {
            return;
        }
        let begins_anew = entries.first().is_some_and(|(k, _)| twice.iter().any(|t| t.name == k.name));
        if let Some(key) = twice.first().filter(|k| begins_anew && (twice.len() > 1 || &*k.name == "id")) {
            let mut diagnostics =
                Diagnostic::at(&code::DUPLICATE_KEY, key.span, format!("`{}` is written twice, as if something new began here", key.name))
                    .help("a new item begins with `- `, as the first one does; if it is the same item, keep one of the two");
            if let Some(first) = first(key) {
                diagnostics = diagnostics.also(first, "first written here");
            }
            self.diagnostics.push(diagnostics);
            return;
        }
        for key in twice {
            let mut diagnostics = Diagnostic::at(&code::DUPLICATE_KEY, key.span, format!("`{}` is written twice", key.name))
                .help("keep one of the two; emic does not choose between them");
            if let Some(first) = first(key) {
                diagnostics = diagnostics.also(first, "first written here");
            }
            self.diagnostics.push(diagnostics);
        }
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
            self.diagnostics.push(syntax::too_deep(self.text, span));
            return Err(Stop::Said);
        }
        Ok(())
    }
}
