//! What is sent: the lines before a body, and which part of the body.

use std::ops::Range;
use std::sync::Arc;

use super::pages::Answer;
use super::range::{self, BodyPart, Conditions};
use super::refusal::RequestRefusal;

/// An answer as it goes over the wire.
pub(super) struct Reply {
    pub(super) head: String,
    body: Arc<[u8]>,
    part: Range<usize>,
}

impl Reply {
    pub(super) fn body(&self) -> &[u8] {
        self.body.get(self.part.clone()).unwrap_or_default()
    }

    /// The answer of the site, as far as the client wants it.
    pub(super) fn from_answer(answer: Answer, conditions: &Conditions, head_only: bool) -> Reply {
        let etag = answer.etag.as_deref().and_then(quoted);
        // What is no answer, or would need lines that an `Answer` has not, is a mistake of the site.
        let status = if matches!(answer.status, 200 | 400..=599) { answer.status } else { 500 };
        let length = answer.body.len();
        let mut lines = HeaderLines::new();
        lines.caching(etag.as_deref());
        if status == 200 && etag.as_deref().is_some_and(|tag| range::has(&conditions.none_match, tag)) {
            return Reply { head: lines.under(304), body: answer.body, part: 0..0 };
        }
        lines.add("Content-Type", if is_plain(&answer.kind) { &answer.kind } else { "application/octet-stream" });
        let wanted = match status {
            200 if range::is_allowed(conditions.if_range.as_deref(), etag.as_deref()) => range::part(conditions.range.as_deref(), length),
            _ => BodyPart::Whole,
        };
        let (status, part) = match wanted {
            BodyPart::Whole => (status, 0..length),
            BodyPart::Bytes(part) => {
                lines.add("Content-Range", &format!("bytes {}-{}/{length}", part.start, part.end.saturating_sub(1)));
                (206, part)
            }
            BodyPart::Unsatisfiable => {
                lines.add("Content-Range", &format!("bytes */{length}"));
                (416, 0..0)
            }
        };
        if matches!(status, 200 | 206) {
            lines.add("Accept-Ranges", "bytes");
        }
        lines.add("Content-Length", &part.len().to_string());
        Reply { head: lines.under(status), body: answer.body, part: if head_only { 0..0 } else { part } }
    }

    pub(super) fn from_refusal(refusal: RequestRefusal, head_only: bool) -> Reply {
        let body: Arc<[u8]> = format!("{} {}\n{}\n", refusal.status, reason(refusal.status), refusal.why).into_bytes().into();
        let mut lines = HeaderLines::new();
        lines.caching(None);
        lines.add("Content-Type", "text/plain; charset=utf-8");
        lines.add("Content-Length", &body.len().to_string());
        if refusal.status == 405 {
            lines.add("Allow", "GET, HEAD");
        }
        let part = if head_only { 0..0 } else { 0..body.len() };
        Reply { head: lines.under(refusal.status), body, part }
    }
}

struct HeaderLines(String);

impl HeaderLines {
    fn new() -> HeaderLines {
        let mut lines = HeaderLines(String::with_capacity(512));
        lines.add("X-Content-Type-Options", "nosniff");
        lines.add("Referrer-Policy", "no-referrer");
        lines.add("Cross-Origin-Resource-Policy", "same-origin");
        lines.add("X-Frame-Options", "DENY");
        lines.add("Connection", "close");
        lines
    }

    fn add(&mut self, name: &str, value: &str) {
        for piece in [name, ": ", value, "\r\n"] {
            self.0.push_str(piece);
        }
    }

    /// What may be kept: with a tag, a page that is asked about before each use; without one, nothing.
    fn caching(&mut self, etag: Option<&str>) {
        self.add("Cache-Control", if etag.is_some() { "no-cache" } else { "no-store" });
        if let Some(tag) = etag {
            self.add("ETag", tag);
        }
    }

    fn under(self, status: u16) -> String {
        format!("HTTP/1.1 {status} {}\r\n{}\r\n", reason(status), self.0)
    }
}

/// A tag as a header has it; none where it could end the line, or a list.
fn quoted(etag: &str) -> Option<String> {
    let (weak, tag) = etag.strip_prefix("W/").map_or(("", etag), |tag| ("W/", tag));
    let tag = tag.strip_prefix('"').and_then(|t| t.strip_suffix('"')).unwrap_or(tag);
    let sound = !tag.is_empty() && tag.bytes().all(|b| b.is_ascii_graphic() && b != b'"' && b != b',');
    sound.then(|| format!("{weak}\"{tag}\""))
}

fn is_plain(kind: &str) -> bool {
    !kind.is_empty() && kind.bytes().all(|b| b.is_ascii_graphic() || b == b' ')
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        206 => "Partial Content",
        304 => "Not Modified",
        400 => "Bad Request",
        403 => "Forbidden",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        410 => "Gone",
        416 => "Range Not Satisfiable",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Other",
    }
}
