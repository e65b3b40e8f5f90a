//! What is asked for: a path that can mean one thing only, or nothing.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::authority::AllowedHosts;
use super::refusal::RequestRefusal;

const ODD: RequestRefusal = RequestRefusal { status: 400, why: "This address cannot be the address of a page." };

/// Path and raw query of a request target, `/…` or `http://…`.
pub(super) fn read(target: &str, hosts: &AllowedHosts) -> Result<(String, String), RequestRefusal> {
    let local = match target.split_once("://") {
        Some((scheme, rest)) if !target.starts_with('/') => {
            if !scheme.eq_ignore_ascii_case("http") {
                return Err(ODD);
            }
            let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
            let (authority, local) = rest.split_at(end);
            hosts.admit(authority.as_bytes())?;
            if local.starts_with('/') { local.to_owned() } else { format!("/{local}") }
        }
        _ => target.to_owned(),
    };
    if local.contains('#') {
        return Err(ODD);
    }
    let (path, query) = local.split_once('?').unwrap_or((&local, ""));
    let path = path_of(path.strip_prefix('/').ok_or(ODD)?).ok_or(ODD)?;
    Ok((path, query.to_owned()))
}

/// Decoded once, part by part, so that an encoded slash can never become one that divides.
fn path_of(path: &str) -> Option<String> {
    let (folder, parts) = match path.strip_suffix('/') {
        Some(parts) => (true, parts),
        None => (path.is_empty(), path),
    };
    // `/` is the root, `//` is a folder without a name.
    let mut out = String::with_capacity(path.len() + "index.html".len());
    if !path.is_empty() {
        for part in parts.split('/') {
            out.push_str(&decoded_part(part)?);
            out.push('/');
        }
        out.pop();
    }
    if folder {
        out.push_str(if path.is_empty() { "index.html" } else { "/index.html" });
    }
    Some(out)
}

fn decoded_part(part: &str) -> Option<String> {
    let text = decoded(part)?;
    let odd = matches!(text.as_str(), "" | "." | "..") || text.chars().any(|c| c == '/' || c == '\\' || c.is_control());
    (!odd).then_some(text)
}

/// A text without its percent escapes, as in a value of a query; `+` stays. None where an escape is cut short, or they are not
/// UTF-8. What comes out can be anything: a path that is taken from it is to be looked up, and never opened.
pub fn decoded(text: &str) -> Option<String> {
    let is_whole = |after: &str| after.as_bytes().first_chunk().is_some_and(|digits: &[u8; 2]| digits.iter().all(u8::is_ascii_hexdigit));
    if !text.split('%').skip(1).all(is_whole) {
        return None;
    }
    percent_decode_str(text).decode_utf8().ok().map(Cow::into_owned)
}
