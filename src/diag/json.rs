//! Diagnostics for programs: one JSON object a line, with stable keys.

use serde::Serialize;

use super::{Diagnostic, Files, Place, Severity};

#[derive(Serialize)]
struct JsonLine<'a> {
    severity: &'static str,
    code: &'static str,
    file: Option<&'a str>,
    line: Option<u32>,
    column: Option<u32>,
    end_line: Option<u32>,
    end_column: Option<u32>,
    message: &'a str,
    help: Option<&'a str>,
}

/// One diagnostic as one line of JSON, without the line break.
pub fn line(d: &Diagnostic, files: &Files) -> String {
    let (file, start, end) = match &d.place {
        Place::Study => (None, None, None),
        Place::Path(path) => (Some(path.as_str()), None, None),
        Place::Span(span) => {
            (Some(files.name(span.file)), Some(files.position(span.file, span.start)), Some(files.position(span.file, span.end)))
        }
    };
    let line = JsonLine {
        severity: match d.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        },
        code: d.code.name,
        file,
        line: start.map(|p| p.line),
        column: start.map(|p| p.column),
        end_line: end.map(|p| p.line),
        end_column: end.map(|p| p.column),
        message: &d.message,
        help: d.help.as_deref(),
    };
    serde_json::to_string(&line).unwrap_or_default()
}
