//! Slips that YAML often does not notice, or notices lines later: the space that is missing behind a colon or a dash, a colon
//! that only looks like one, a bracket that was left open.
//!
//! Both readers of YAML use them: [`super::yaml`] where the text could be parsed and means something else than it says, and
//! [`super::syntax`] where it could not.

use std::ops::Range;

use crate::diag::{Diagnostic, FileId, Span, code};

/// A field's name without the colon and space that belong behind it: `text:I lay`, `text：I lay`.
pub struct Glued {
    pub name: Range<usize>,
    /// Where the colon, or what stands for it, and the value are.
    pub colon: Range<usize>,
    pub value: Range<usize>,
    sign: Sign,
}

#[derive(Clone, Copy)]
enum Sign {
    NoSpace,
    Wide,
    OddSpace,
}

/// Looks for such a name at the beginning of `text[part]`.
pub fn glued(text: &str, part: Range<usize>) -> Option<Glued> {
    let written = &text[part.clone()];
    let end = written.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-' | '?')))?;
    let mut rest = written[end..].chars();
    let (colon, after) = (rest.next()?, rest.next());
    let sign = match (colon, after) {
        ('：' | '﹕' | '꞉', _) => Sign::Wide,
        (':', Some(c)) if c.is_whitespace() && !matches!(c, ' ' | '\t' | '\n' | '\r') => Sign::OddSpace,
        // A web address or a time is not a field.
        (':', Some(c)) if !c.is_whitespace() && c != '/' && !written.starts_with(|c: char| c.is_ascii_digit()) => Sign::NoSpace,
        _ => return None,
    };
    if end == 0 || written.starts_with('-') {
        return None;
    }
    let start = part.start + end + colon.len_utf8();
    let value = &text[start..part.end];
    let value = start + (value.len() - value.trim_start().len())..start + value.trim_end().len();
    Some(Glued { name: part.start..part.start + end, colon: part.start + end..start, value: value.start.min(value.end)..value.end, sign })
}

impl Glued {
    pub fn diagnostic(&self, file: FileId, text: &str) -> Diagnostic {
        let name = &text[self.name.clone()];
        let span = Span::new(file, self.colon.clone());
        match self.sign {
            Sign::NoSpace => Diagnostic::at(&code::YAML_SPACE, span, format!("no space stands behind the colon of `{name}`"))
                .help(format!("write a colon and then a space: `{name}: …`")),
            Sign::Wide => Diagnostic::at(&code::YAML_SPACE, span, "this is not a plain colon")
                .help(format!("write a colon and then a space: `{name}: …`")),
            Sign::OddSpace => odd_space(Span::new(file, self.colon.end..self.value.start)),
        }
    }
}

/// A space that YAML does not know as one.
pub fn odd_space(span: Span) -> Diagnostic {
    Diagnostic::at(&code::YAML_SPACE, span, "this is not a plain space")
        .help("write a plain space here; such spaces come with what is copied from a word processor or a web page")
}

/// The first space of a line's indent that is not a plain one.
pub fn odd_indent(text: &str, line: Range<usize>) -> Option<Range<usize>> {
    let indent = text[line.clone()].char_indices().take_while(|(_, c)| c.is_whitespace() || *c == '\u{feff}');
    let (at, c) = indent.into_iter().find(|(_, c)| !matches!(c, ' ' | '\t' | '\r'))?;
    Some(line.start + at..line.start + at + c.len_utf8())
}

/// `-id: x`, where a list's item should begin; the span is the dash's.
pub fn glued_dash(text: &str, line: Range<usize>) -> Option<Range<usize>> {
    let written = text[line.clone()].trim_start();
    let start = line.end - written.len();
    let rest = written.strip_prefix('-')?;
    let word = rest.trim_start_matches(|c: char| c.is_whitespace() && c != ' ');
    if word.len() == rest.len() && rest.starts_with(['-', ' ']) {
        return None;
    }
    let end = word.find(|c: char| !(c.is_alphanumeric() || matches!(c, '_' | '-')))?;
    (end > 0 && word[end..].starts_with(": ")).then_some(start..start + 1)
}

pub fn dash(text: &str, span: Span) -> Diagnostic {
    if let Some(odd) = text[span.end as usize..].chars().next().filter(|c| c.is_whitespace()) {
        return odd_space(Span { start: span.end, end: span.end + odd.len_utf8() as u32, ..span });
    }
    Diagnostic::at(&code::YAML_SPACE, span, "no space stands behind the dash")
        .help("write a space after `-`: an item of a list begins with `- `")
}

/// A field that has no colon at all, as in `{ withdrawn yes }`.
pub fn no_colon(span: Span) -> Diagnostic {
    Diagnostic::at(&code::YAML_SPACE, span, "a field without a colon")
        .help("write `name: …`; a text in which commas or braces stand has to be in quotation marks")
}

/// The innermost bracket that is still open at the end of `text[part]`, which begins with one.
pub fn open_bracket(text: &str, part: Range<usize>) -> Option<usize> {
    let mut open = Vec::new();
    let (mut quote, mut fresh) = (None, true);
    let mut chars = text[part.clone()].char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        if let Some(mark) = quote {
            match c {
                '\\' if mark == '"' => drop(chars.next()),
                c if c == mark => quote = None,
                _ => {}
            }
            continue;
        }
        match c {
            '"' | '\'' if fresh => quote = Some(c),
            '[' | '{' if fresh => open.push(part.start + at),
            ']' | '}' if open.pop().is_some() && open.is_empty() => return None,
            '#' if text[..part.start + at].ends_with([' ', '\n']) => while chars.next_if(|(_, c)| *c != '\n').is_some() {},
            _ => {}
        }
        if !c.is_whitespace() {
            fresh = matches!(c, '[' | '{' | ',' | ':' | '-');
        }
    }
    open.pop()
}
