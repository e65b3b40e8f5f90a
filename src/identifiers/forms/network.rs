//! Addresses of devices, and places by their coordinates.

use core::net::{Ipv4Addr, Ipv6Addr};

use crate::identifiers::characters::{around, before, is_word};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::Signs;

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.inner_dot && signs.digits >= 4 {
        ipv4(text, marks);
        coordinates(text, marks);
    }
    if signs.colon || signs.digits >= 6 && signs.letter {
        ipv6(text, marks);
    }
    if signs.digits >= 4 {
        degrees(text, marks);
    }
}

fn ipv4(text: &str, marks: &mut Marks) {
    for found in pattern!(r"\d{1,3}(?:\.\d{1,3}){3}(?:/\d{1,2})?").into_iter().flat_map(|p| p.find_iter(text)) {
        let (before_it, after_it) = around(text, &found.range());
        let is_version = pattern!(r"(?i)(?:version|release|build|section|chapter|§|(?-u:\b)v) ?$")
            .is_some_and(|p| p.is_match(before(text, found.start(), 10)));
        let address = found.as_str().split('/').next().unwrap_or_default();
        if address.parse::<Ipv4Addr>().is_ok() && !is_version && !is_word(before_it) && !is_word(after_it) && before_it != Some('.') {
            marks.push((FindingKind::IpAddress, found.range()));
        }
    }
}

/// Also the addresses of network cards.
fn ipv6(text: &str, marks: &mut Marks) {
    for found in
        pattern!(r"(?i)[0-9a-f:]*:[0-9a-f:]+(?:\.\d{1,3}){0,3}|(?:[0-9a-f]{2}-){5}[0-9a-f]{2}").into_iter().flat_map(|p| p.find_iter(text))
    {
        let written = found.as_str().trim_end_matches(':');
        let (before_it, after_it) = around(text, &(found.start()..found.start() + written.len()));
        let is_card = pattern!(r"(?i)^(?:[0-9a-f]{2}[:\-]){5}[0-9a-f]{2}$").is_some_and(|p| p.is_match(written));
        // "::" and a time have too few parts.
        let is_address = written.matches(':').count() >= 2 && written.len() >= 6 && written.parse::<Ipv6Addr>().is_ok();
        if (is_card || is_address) && !is_word(before_it) && !is_word(after_it) {
            marks.push((FindingKind::IpAddress, found.start()..found.start() + written.len()));
        }
    }
}

/// Degrees with their decimals: latitude and longitude.
fn coordinates(text: &str, marks: &mut Marks) {
    let pairs = pattern!(
        r"([+\-]?\d{1,2}\.\d{3,10})°?(?: ?[NS](?-u:\b))?(?: ?[,;/] ?| {1,2}|,? and )([+\-]?\d{1,3}\.\d{3,10})°?(?: ?[EWO](?-u:\b))?"
    );
    for found in pairs.into_iter().flat_map(|p| p.captures_iter(text)) {
        let value = |group: usize| found.get(group).and_then(|m| m.as_str().parse::<f64>().ok());
        let (Some(whole), Some(latitude), Some(longitude)) = (found.get(0), value(1), value(2)) else { continue };
        let (before_it, after_it) = around(text, &whole.range());
        let is_apart = !is_word(before_it) && !is_word(after_it) && !matches!(before_it, Some('.' | '=' | '<' | '>'));
        if latitude.abs() <= 90.0 && longitude.abs() <= 180.0 && is_apart {
            marks.push((FindingKind::Coordinates, whole.range()));
        }
    }
}

/// Degrees with minutes, and the Ordnance Survey's grid.
fn degrees(text: &str, marks: &mut Marks) {
    const PART: &str = r#"\d{1,3}(?:\.\d+)? ?(?:°|º|degrees?) ?(?:\d{1,2}(?:\.\d+)? ?(?:'|′|minutes?)? ?(?:\d{1,2}(?:\.\d+)? ?(?:"|″|''|seconds?)? ?)?)?(?:[NSEW](?-u:\b)|north|south|east|west)"#;
    let pair = pattern!(&format!(r"(?i){PART}(?:,? (?:and |by )?{PART})?"));
    for found in pair.into_iter().flat_map(|p| p.find_iter(text)) {
        marks.push((FindingKind::Coordinates, found.range()));
    }
    let grid = pattern!(r"(?i:grid(?: ref(?:erence)?)?[^\d.]{0,16}?)(?-u:\b)([HJNOST][A-HJ-Z] ?\d{3,5} ?\d{3,5})(?-u:\b)");
    for found in grid.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
        marks.push((FindingKind::Coordinates, found.range()));
    }
}
