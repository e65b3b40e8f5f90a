//! The head of a request, read strictly: what could be understood in two ways is refused.

use super::authority::{AllowedHosts, values};
use super::range::Conditions;
use super::refusal::RequestRefusal;
use super::target;

/// Browsers send about 20.
const MOST_HEADERS: usize = 100;

pub(super) const ODD: RequestRefusal = RequestRefusal { status: 400, why: "This is no request of HTTP/1.1." };
pub(super) const TOO_LONG: RequestRefusal = RequestRefusal { status: 431, why: "The head of a request may have 16 KiB and 100 fields." };
pub(super) const TOO_SLOW: RequestRefusal = RequestRefusal { status: 408, why: "The head of a request must come within 5 seconds." };
const METHOD: RequestRefusal = RequestRefusal { status: 405, why: "A preview can only be read: GET and HEAD." };
const BODY: RequestRefusal = RequestRefusal { status: 400, why: "A request to read has no body." };

/// A request that may be answered.
pub(super) struct Request {
    pub(super) path: String,
    pub(super) query: String,
    pub(super) conditions: Conditions,
}

/// Where the head ends in `bytes`, of which what is before `from` was searched.
pub(super) fn end(bytes: &[u8], from: usize) -> Option<usize> {
    // An empty line may have come in two pieces.
    (from.saturating_sub(2)..bytes.len()).filter(|at| bytes[*at] == b'\n').find_map(|at| match bytes[at + 1..] {
        [b'\n', ..] => Some(at + 2),
        [b'\r', b'\n', ..] => Some(at + 3),
        _ => None,
    })
}

/// The request of a whole head.
///
/// # Errors
/// The refusal to send, in the order: not HTTP; not our host; another site's page; method; body; address.
pub(super) fn read(bytes: &[u8], hosts: &AllowedHosts) -> Result<Request, RequestRefusal> {
    let mut room = [httparse::EMPTY_HEADER; MOST_HEADERS];
    let mut parsed = httparse::Request::new(&mut room);
    match parsed.parse(bytes) {
        Ok(httparse::Status::Complete(read)) if read == bytes.len() => {}
        Err(httparse::Error::TooManyHeaders) => return Err(TOO_LONG),
        _ => return Err(ODD),
    }
    // httparse takes a line feed alone for the end of a line.
    let bare = bytes.iter().enumerate().any(|(at, b)| *b == b'\n' && at.checked_sub(1).is_none_or(|before| bytes[before] != b'\r'));
    let (Some(method), Some(uri), false) = (parsed.method, parsed.path, bare) else { return Err(ODD) };
    let headers = &*parsed.headers;

    hosts.admit_request(headers)?;
    if !matches!(method, "GET" | "HEAD") {
        return Err(METHOD);
    }
    if !values(headers, "transfer-encoding").is_empty() || values(headers, "content-length").iter().any(|v| *v != b"0") {
        return Err(BODY);
    }
    let (path, query) = target::read(uri, hosts)?;
    Ok(Request { path, query, conditions: conditions(headers, method) })
}

fn conditions(headers: &[httparse::Header<'_>], method: &str) -> Conditions {
    let texts = |name: &str| -> Vec<String> { values(headers, name).iter().map(|v| String::from_utf8_lossy(v).into_owned()).collect() };
    // A field that is given twice counts as none: such a request gets the whole page. HEAD has no ranges.
    let once = |name: &str| -> Option<String> {
        let mut all = texts(name);
        if all.len() == 1 { all.pop() } else { None }
    };
    let range = if method == "GET" { once("range") } else { None };
    // An `If-Range` that cannot be read matches nothing.
    let if_range = once("if-range").or_else(|| (!texts("if-range").is_empty()).then(String::new));
    Conditions { none_match: texts("if-none-match"), range, if_range }
}
