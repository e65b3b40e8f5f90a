//! What to say when a file is not YAML: where the author slipped, and how to write what was meant.
//!
//! The parser knows where it gave up; the author needs the place where the slip was made. So the line is looked at for
//! the handful of slips that text full of speech invites, and only then is the parser's own word taken.

use std::ops::Range;

use granit_parser::{ErrorKind, ScanError};

use super::lines::{closing, first_word, is_block_header, key_and_value, quoted};
use super::slips;
use crate::diag::{Diagnostic, FileId, Span, code, words};

const BLOCK_HELP: &str = "or write `>-` after the name and the words on the next lines, indented";

/// Names with which a line of a study's files often begins.
const FIELDS: &[&str] = &[
    "id",
    "name",
    "definition",
    "subthemes",
    "themes",
    "text",
    "turns",
    "paraphrase",
    "original",
    "asked",
    "context",
    "at",
    "meaning",
    "consent",
    "withheld",
    "withdrawn",
    "participant",
    "participants",
    "source",
    "quotes",
    "kind",
    "title",
    "summary",
    "theme",
];

/// The diagnostic for a text that could not be parsed.
pub fn explain(file: FileId, text: &str, part: Range<usize>, error: &ScanError) -> Diagnostic {
    let mut at = part.start + error.marker().byte_offset().unwrap_or(0).min(part.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    let slip = Slip { file, text, part, at };
    match error.kind() {
        ErrorKind::UnclosedQuotedScalar => slip.unclosed(at),
        ErrorKind::RecursionLimitExceeded => too_deep(text, slip.span(at..at)),
        kind @ (ErrorKind::UnknownAnchor | ErrorKind::MissingAnchorOrAliasName) => {
            slip.value(kind).unwrap_or_else(|| alias(slip.span(at..at + 1)))
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::InvalidLowSurrogateHexEscape => slip.escape().unwrap_or_else(|| slip.other(error.kind(), error)),
        kind => slip
            .opened_earlier()
            .or_else(|| slip.tab(kind))
            .or_else(|| slip.spacing())
            .or_else(|| slip.left_open())
            .or_else(|| slip.value(kind))
            .or_else(|| slip.colon(kind))
            .or_else(|| slip.bracket(kind))
            .unwrap_or_else(|| slip.other(kind, error)),
    }
}

pub fn alias(span: Span) -> Diagnostic {
    Diagnostic::at(&code::YAML_ALIAS, span, "a text that begins with `*` is a YAML alias, which emic does not read")
        .help("put the text in quotation marks; if you did mean an alias, write the words out instead")
}

pub fn too_deep(text: &str, span: Span) -> Diagnostic {
    if text[span.start as usize..].starts_with(['[', '{']) {
        return Diagnostic::at(&code::YAML_DEPTH, span, "the brackets nest too deeply to be a study")
            .help("look for a bracket that is opened over and over and never closed");
    }
    Diagnostic::at(&code::YAML_DEPTH, span, "the indents nest too deeply to be a study")
        .help("look for lines that are indented further and further; a theme tree has seldom more than four levels")
}

/// A document after the first, which begins behind a line `---` or `...`; where it begins the parser says.
pub fn second_document(file: FileId, text: &str, part: Range<usize>, at: usize) -> Diagnostic {
    let mut start = part.start;
    for line in text[part].split_inclusive('\n') {
        if line.trim_end() == "..." && start <= at {
            return Diagnostic::at(
                &code::YAML_DOCUMENTS,
                Span::new(file, start..start + 3),
                "the line `...` ends the file for YAML, and more follows",
            )
            .help("take the line away; an omission in a text is written `[…]`, indented with the text");
        }
        start += line.len();
    }
    Diagnostic::at(&code::YAML_DOCUMENTS, Span::new(file, at..at + 3), "a second document begins here")
        .help("write one document a file: take the line `---` away, or move what follows into a file of its own")
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

    /// The lines in which the slip may stand: the one where the parser noticed, and the one before that says something.
    fn lines(&self) -> Vec<Range<usize>> {
        let here = self.line(self.at);
        let mut start = here.start;
        let mut lines = vec![here];
        while start > self.part.start {
            let before = self.line(start - 1);
            start = before.start;
            let says = !self.text[before.clone()].trim().is_empty();
            lines.push(before);
            if says {
                break;
            }
        }
        lines
    }

    /// Spaces that are missing, and signs that only look like a space or a colon.
    fn spacing(&self) -> Option<Diagnostic> {
        self.lines().into_iter().find_map(|line| {
            if let Some(at) = slips::odd_indent(self.text, line.clone()) {
                return Some(slips::odd_space(self.span(at)));
            }
            if let Some(at) = slips::glued_dash(self.text, line.clone()) {
                return Some(slips::dash(self.text, self.span(at)));
            }
            slips::glued(self.text, first_word(self.text, line)).map(|glued| glued.diagnostic(self.file, self.text))
        })
    }

    /// A bracket that was opened in a line above and is still open where the next field begins.
    fn left_open(&self) -> Option<Diagnostic> {
        let mut start = self.part.start;
        let mut found = None;
        while start < self.at {
            let line = self.line(start);
            let value = key_and_value(self.text, line.clone()).map_or_else(|| first_word(self.text, line.clone()), |(_, value)| value);
            if self.text[value.clone()].starts_with(['[', '{'])
                && let Some(open) = slips::open_bracket(self.text, value.start..self.at.max(line.end))
            {
                let indent = |l: &str| l.len() - l.trim_start().len();
                let own = indent(&self.text[line.clone()]);
                let after = &self.text[line.end..self.line(self.at).end];
                let begins = |l: &&str| indent(l) <= own && (l.trim_start().starts_with("- ") || key_and_value(l, 0..l.len()).is_some());
                if after.lines().any(|l| begins(&l)) {
                    found = Some(open);
                }
            }
            start = line.end + 1;
        }
        found.map(|at| self.unclosed_bracket(at))
    }

    fn unclosed_bracket(&self, at: usize) -> Diagnostic {
        let (open, close) = if self.text[at..].starts_with('[') { ('[', ']') } else { ('{', '}') };
        Diagnostic::at(&code::YAML_BRACKET, self.span(at..at + 1), format!("`{open}` is opened here and not closed as it should be")).help(
            format!(
                "close it with `{close}`, with a comma between its items; a text that begins with `{open}` has to stand in quotation marks"
            ),
        )
    }

    /// A backslash in a text in double quotation marks.
    fn escape(&self) -> Option<Diagnostic> {
        self.lines().into_iter().find_map(|line| {
            let written = &self.text[line.clone()];
            let mut chars = written.char_indices().skip_while(|(_, c)| *c != '"');
            while let Some((at, c)) = chars.next() {
                let next = if c == '\\' { chars.next().map(|(_, c)| c) } else { continue };
                if !next.is_some_and(|c| "0abtnvfre \"/\\N_LPxuU\t".contains(c)) {
                    let span = self.span(line.start + at..line.start + at + 1);
                    return Some(
                        Diagnostic::at(&code::YAML_QUOTED_PART, span, "a backslash stands in a text in double quotation marks")
                            .help("inside double quotation marks write `\\\\` for a backslash, or put the text in single ones, `'…'`"),
                    );
                }
            }
            None
        })
    }

    /// A value that YAML reads otherwise than a person does.
    fn value(&self, kind: &ErrorKind) -> Option<Diagnostic> {
        // The parser may notice only at the beginning of the next line.
        self.lines().into_iter().find_map(|line| self.value_in(line, kind))
    }

    fn value_in(&self, line: Range<usize>, kind: &ErrorKind) -> Option<Diagnostic> {
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
                let trailing = matches!(kind, ErrorKind::InvalidTrailingDoubleQuotedScalar | ErrorKind::InvalidTrailingSingleQuotedScalar);
                // Behind a comma another field may stand, where the line is inside brackets.
                let ends = if trailing { &['#'][..] } else { &['#', ',', ']', '}'] };
                (!rest.is_empty() && !rest.starts_with(ends)).then(|| {
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
        // A field of emic's in a line of its own was indented too far.
        if key_and_value(self.text, line.clone()).is_some_and(|(key, _)| FIELDS.contains(&&self.text[key])) {
            return None;
        }
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
        if self.text[self.at..].starts_with(open) {
            return Some(self.unclosed_bracket(self.at));
        }
        Some(self.unclosed_bracket(self.text[self.part.start..self.at].rfind(open).map(|i| self.part.start + i)?))
    }

    fn other(&self, kind: &ErrorKind, error: &ScanError) -> Diagnostic {
        let line = self.line(self.at);
        let words = self.text[line.clone()].trim();
        let start = line.end - self.text[line.clone()].trim_start().len();
        let span = self.span(start..start + words.len());
        match kind {
            ErrorKind::InvalidIndentation
            | ErrorKind::MappingValueNotAllowed
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
