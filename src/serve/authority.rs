//! Who is asked, and by whom: what keeps the pages of other sites from reading this one.

use super::refusal::RequestRefusal;

const ODD: RequestRefusal = RequestRefusal { status: 400, why: "There must be one Host, and it must be a name with or without a port." };
const NOT_HERE: RequestRefusal =
    RequestRefusal { status: 421, why: "This preview answers to localhost, and to the names given with --host, at its own port." };
const OTHER_ORIGIN: RequestRefusal = RequestRefusal { status: 403, why: "This preview does not answer to the pages of other sites." };

/// The names and the port to which the server answers.
pub(super) struct AllowedHosts {
    port: u16,
    names: Vec<String>,
}

impl AllowedHosts {
    pub(super) fn new(port: u16, hosts: Vec<String>) -> AllowedHosts {
        let mut names: Vec<String> = ["localhost", "127.0.0.1", "[::1]"].map(String::from).to_vec();
        names.extend(hosts.into_iter().map(|host| {
            let bare_v6 = host.contains(':') && !host.starts_with('[');
            if bare_v6 { format!("[{}]", host.to_ascii_lowercase()) } else { host.to_ascii_lowercase() }
        }));
        AllowedHosts { port, names }
    }

    /// Whether an authority, as in `Host`, is one of ours.
    pub(super) fn admit(&self, authority: &[u8]) -> Result<(), RequestRefusal> {
        let (name, port) = split(authority).ok_or(ODD)?;
        let ours = self.names.iter().any(|n| n.eq_ignore_ascii_case(name)) && port.is_none_or(|p| p == self.port);
        if ours { Ok(()) } else { Err(NOT_HERE) }
    }

    /// Whether a request with these headers may be answered.
    pub(super) fn admit_request(&self, headers: &[httparse::Header<'_>]) -> Result<(), RequestRefusal> {
        let [host] = values(headers, "host")[..] else { return Err(ODD) };
        self.admit(host)?;
        for origin in values(headers, "origin") {
            // Compared with the Host asked for, not with all of ours: `localhost` and `127.0.0.1` are two origins.
            let same = origin.strip_prefix(b"http://").is_some_and(|o| o.eq_ignore_ascii_case(host));
            if !same {
                return Err(OTHER_ORIGIN);
            }
        }
        let followed = values(headers, "sec-fetch-mode") == [b"navigate"];
        for site in values(headers, "sec-fetch-site") {
            // `same-site` is any other port of this machine, so it counts as another site. A link to here may be followed.
            if !(followed || site == b"same-origin" || site == b"none") {
                return Err(OTHER_ORIGIN);
            }
        }
        Ok(())
    }
}

/// All values of a header.
pub(super) fn values<'h>(headers: &[httparse::Header<'h>], name: &str) -> Vec<&'h [u8]> {
    headers.iter().filter(|h| h.name.eq_ignore_ascii_case(name)).map(|h| h.value.trim_ascii()).collect()
}

/// Name and port of an authority that is written as browsers write it.
fn split(authority: &[u8]) -> Option<(&str, Option<u16>)> {
    let authority = str::from_utf8(authority).ok()?;
    let end = if authority.starts_with('[') { authority.find(']')? + 1 } else { authority.find(':').unwrap_or(authority.len()) };
    let (name, rest) = authority.split_at(end);
    let inner = name.strip_prefix('[').and_then(|n| n.strip_suffix(']'));
    let written = match inner {
        Some(v6) => !v6.is_empty() && v6.bytes().all(|b| b.is_ascii_hexdigit() || b == b':' || b == b'.'),
        None => !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b"-._".contains(&b)),
    };
    if !written {
        return None;
    }
    if rest.is_empty() {
        return Some((name, None));
    }
    let digits = rest.strip_prefix(':')?;
    let port = digits.parse::<u16>().ok()?;
    // Neither `+80` nor `080`, which `parse` takes.
    (port.to_string() == digits).then_some((name, Some(port)))
}
