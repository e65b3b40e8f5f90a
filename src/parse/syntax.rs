//! What to say when a file is not YAML: where the author slipped, and how to write what was meant.
//!
//! The parser knows where it gave up; the author needs the place where the slip was made. So the line is looked at for
//! the handful of slips that text full of speech invites, and only then is the parser's own word taken.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use crate::diag::{Diagnostic, FileId, Span, code, words};

const BLOCK_HELP: &str = "or write `>-` after the name and the words on the next lines, indented";

/// The diagnostic for a text that could not be parsed.
pub fn explain(file: FileId, text: &str, part: Range<usize>, error: &ScanError) -> Diagnostic {
    let mut at = part.start + error.marker().byte_offset().unwrap_or(0).min(part.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let slip = Slip { file, text, part, at };
    match error.kind() {
        ErrorKind::UnclosedQuotedScalar => slip.unclosed(at),
        ErrorKind::RecursionLimitExceeded => too_deep(slip.span(at..at)),
        ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName => slip.value_or(alias(slip.span(at..at + 1))),
        kind => slip
            .opened_earlier()
            .or_else(|| slip.tab(kind))
            .or_else(|| slip.value())
            .or_else(|| slip.colon(kind))
            .or_else(|| slip.bracket(kind))
            .unwrap_or_else(|| slip.other(kind, error)),
    }
}

pub fn alias(span: Span) -> Diagnostic {
    Diagnostic::at(&code::YAML_ALIAS, span, "a text that begins with `*` is a YAML alias, which emic does not read")
        .help("put the text in quotation marks; if you did mean an alias, write the words out instead")
}

pub fn too_deep(span: Span) -> Diagnostic {
    Diagnostic::at(&code::YAML_DEPTH, span, "the brackets or indents nest too deeply to be a study")
        .help("look for a bracket that is opened over and over and never closed")
}

struct Slip<'a> {
    file: FileId,
    text: &'a str,
    part: Range<usize>,
    at: usize,
}

impl Slip<'_> {
    fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, range.start.min(self.text.len())..range.end.min(self.text.len()))
    }

    fn unclosed(&self, at: usize) -> Diagnostic {
        Diagnostic::at(&code::YAML_QUOTE, self.span(at..at + 1), "a quotation mark opens here and is never closed")
            .help(format!("close it at the end of the text; inside double quotation marks write \\\" for the mark itself; {BLOCK_HELP}"))
    }

    fn line(&self, at: usize) -> Range<usize> {
        let start = self.text[self.part.start..at].rfind('\n').map_or(self.part.start, |i| self.part.start + i + 1);
        let end = self.text[at..self.part.end].find(['\n', '\r']).map_or(self.part.end, |i| at + i);
        start..end
    }

    /// A quotation mark that was opened lines before and found its end in somebody else's text.
    fn opened_earlier(&self) -> Option<Diagnostic> {
        let mut at = self.part.start;
        let mut suspect = None;
        while at < self.at {
            let line = self.line(at);
            if let Some((_, value)) = key_and_value(self.text, line.clone())
                && let Some(mark) = self.text[value.clone()].chars().next().filter(|c| matches!(c, '"' | '\''))
            {
                let close = closing(&self.text[value.start + 1..self.part.end], mark)?;
                let end = value.start + 1 + close;
                if end > line.end {
                    // It spans lines: innocent unless a field or an item begins inside it.
                    let inside = &self.text[line.end..end];
                    if inside.lines().any(|l| key_and_value(l, 0..l.len()).is_some()) {
                        suspect = Some(value.start);
                    }
                    at = self.line(end).end + 1;
                    continue;
                }
            }
            at = line.end + 1;
        }
        suspect.map(|at| self.unclosed(at))
    }

    fn tab(&self, kind: &ErrorKind) -> Option<Diagnostic> {
        let of_tabs = matches!(
            kind,
            ErrorKind::TabNotAllowed
                | ErrorKind::TabInBlockIndentation
                | ErrorKind::TabInIndentation
                | ErrorKind::TabAtBlockScalarStart
                | ErrorKind::TabInPlainScalar
        );
        let line = self.line(self.at);
        let indent = &self.text[line.clone()];
        let indent = &indent[..indent.len() - indent.trim_start().len()];
        let at = match indent.find('\t') {
            Some(i) => line.start + i,
            None if of_tabs => self.text[line.start..line.end].find('\t').map_or(self.at, |i| line.start + i),
            None => return None,
        };
        Some(
            Diagnostic::at(&code::YAML_TAB, self.span(at..at + 1), "a tab stands where YAML wants spaces")
                .help("indent with spaces, two for each level; most editors can turn tabs into spaces"),
        )
    }

    fn value_or(&self, otherwise: Diagnostic) -> Diagnostic {
        self.value().unwrap_or(otherwise)
    }

    /// A value that YAML reads otherwise than a person does.
    fn value(&self) -> Option<Diagnostic> {
        // The parser may notice only at the beginning of the next line.
        let here = self.line(self.at);
        let before = (here.start > self.part.start).then(|| self.line(here.start - 1));
        [Some(here), before].into_iter().flatten().find_map(|line| self.value_in(line))
    }

    fn value_in(&self, line: Range<usize>) -> Option<Diagnostic> {
        let (key, value) = key_and_value(self.text, line)?;
        let name = self.text[key.clone()].to_owned();
        let written = self.text[value.clone()].trim_end();
        let span = self.span(value.start..value.start + written.len());
        let way = |text: &str| format!("write  {name}: {}  {BLOCK_HELP}", quoted(text));
        let first = written.chars().next()?;
        match first {
            '[' | '{' => {
                let close = if first == '[' { ']' } else { '}' };
                let end = written.find(close)?;
                let rest = written[end + 1..].trim_start();
                (!rest.is_empty() && !rest.starts_with(['#', ',', ']', '}'])).then(|| {
                    Diagnostic::at(&code::YAML_BRACKET, span, format!("a text that begins with `{first}` has to stand in quotation marks"))
                        .help(way(written))
                })
            }
            '"' | '\'' => {
                let end = closing(&written[1..], first)? + 1;
                let rest = written[end + 1..].trim_start();
                (!rest.is_empty() && !rest.starts_with(['#', ',', ']', '}'])).then(|| {
                    Diagnostic::at(&code::YAML_QUOTED_PART, span, "the text goes on after its closing quotation mark").help(way(written))
                })
            }
            '@' | '`' | '%' | '&' | '*' | '!' | '|' | '>' if !is_block_header(written) => Some(
                Diagnostic::at(&code::YAML_SIGN, span, format!("a text that begins with `{first}` has to stand in quotation marks"))
                    .help(way(written)),
            ),
            '-' | '?' if written[1..].starts_with(' ') => Some(
                Diagnostic::at(&code::YAML_SIGN, span, format!("a text that begins with `{first} ` has to stand in quotation marks"))
                    .help(way(written)),
            ),
            _ if written.contains(": ") || written.ends_with(':') => Some(
                Diagnostic::at(&code::YAML_COLON, span, "a colon followed by a space stands inside a text without quotation marks")
                    .help(way(written)),
            ),
            _ => None,
        }
    }

    /// A colon in a later line of a text that runs over several.
    fn colon(&self, kind: &ErrorKind) -> Option<Diagnostic> {
        let colon = matches!(
            kind,
            ErrorKind::MappingValueNotAllowed
                | ErrorKind::InvalidColonPlacement
                | ErrorKind::InvalidSimpleKey
                | ErrorKind::SimpleKeyExpected
        );
        let line = self.line(self.at);
        let found = self.text[line.clone()].find(": ").filter(|_| colon)?;
        let at = line.start + found;
        Some(
            Diagnostic::at(
                &code::YAML_COLON,
                self.span(at..at + 1),
                "a colon followed by a space stands inside a text without quotation marks",
            )
            .help(format!("put the whole text in quotation marks, {BLOCK_HELP}")),
        )
    }

    fn bracket(&self, kind: &ErrorKind) -> Option<Diagnostic> {
        let open = match kind {
            ErrorKind::UnclosedFlowCollection { open } | ErrorKind::MismatchedFlowCollectionEnd { open, .. } => *open,
            ErrorKind::UnexpectedEofFlowSequence | ErrorKind::ExpectedFlowSequenceSeparator => '[',
            ErrorKind::UnexpectedEofFlowMapping | ErrorKind::UnexpectedEofImplicitFlowMapping | ErrorKind::ExpectedFlowMappingSeparator => {
                '{'
            }
            _ => return None,
        };
        let at = self.text[self.part.start..self.at].rfind(open).map_or(self.at, |i| self.part.start + i);
        let close = if open == '[' { ']' } else { '}' };
        Some(
            Diagnostic::at(&code::YAML_BRACKET, self.span(at..at + 1), format!("`{open}` is opened here and not closed as it should be"))
                .help(format!("close it with `{close}`, with a comma between its items; a text that begins with `{open}` has to stand in quotation marks")),
        )
    }

    fn other(&self, kind: &ErrorKind, error: &ScanError) -> Diagnostic {
        let line = self.line(self.at);
        let words = self.text[line.clone()].trim();
        let start = line.end - self.text[line.clone()].trim_start().len();
        let span = self.span(start..start + words.len());
        match kind {
            ErrorKind::InvalidIndentation
            | ErrorKind::ExpectedBlockMappingKey
            | ErrorKind::ExpectedBlockSequenceEntry
            | ErrorKind::BlockSequenceEntryNotAllowed
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
            | ErrorKind::InvalidBlockScalarIndent
            | ErrorKind::InvalidQuotedScalarIndent => Diagnostic::at(
                &code::YAML_INDENT,
                span,
                "this line does not fit the lines above it",
            )
            .help("fields of one thing begin in the same column, `name: value`; items of a list begin with `- `; a text that runs over several lines is indented under its name"),
            _ => Diagnostic::at(
                &code::YAML_SYNTAX,
                span,
                format!("this is not YAML that can be read ({})", words::shortened(&error.info(), 90)),
            )
            .help("if it is a text, put it in quotation marks"),
        }
    }
}

/// The name and the value of a line `name: value` (also behind `- `), as ranges of `text`.
fn key_and_value(text: &str, line: Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let whole = &text[line.clone()];
    let mut start = line.start + (whole.len() - whole.trim_start().len());
    while text[start..line.end].starts_with("- ") {
        start += 2;
        start += text[start..line.end].len() - text[start..line.end].trim_start().len();
    }
    let rest = &text[start..line.end];
    let colon = rest.find(": ")?;
    let key = &rest[..colon];
    if key.is_empty() || !key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-')) {
        return None;
    }
    let value = rest[colon + 2..].trim_start();
    (!value.is_empty()).then(|| (start..start + colon, line.end - value.len()..line.end))
}

/// Where a quoted text closes, in bytes after its opening mark.
fn closing(text: &str, mark: char) -> Option<usize> {
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' if mark == '"' => {
                chars.next();
            }
            '\'' if mark == '\'' && matches!(chars.peek(), Some((_, '\''))) => {
                chars.next();
            }
            c if c == mark => return Some(at),
            _ => {}
        }
    }
    None
}

/// `>-`, `|2+` and the like, which announce a block of text.
fn is_block_header(value: &str) -> bool {
    let head = value.split(" #").next().unwrap_or(value).trim_end();
    head.strip_prefix(['>', '|']).is_some_and(|rest| rest.chars().all(|c| matches!(c, '-' | '+' | '1'..='9')))
}

/// The text as a YAML text in quotation marks, short enough to show.
fn quoted(text: &str) -> String {
    let text = words::shortened(text, 60);
    if text.contains('"') { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{}\"", text.replace('\\', "\\\\")) }
}
