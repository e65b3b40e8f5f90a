//! Organisations: a name that ends in what it is. Public bodies of a whole country are none that would tell where somebody was.

use super::lists::{LEADING, NATIONAL, ORGANISATION_KINDS, ORGANISATION_OF, SHOPS, is_ordinary, is_public};
use super::places::is_medical;
use super::word::bare;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.has(Cue::Work) {
        employed(text, marks);
    }
    if signs.has(Cue::Organisations) {
        named(text, marks);
        owned(text, marks);
    }
    if signs.has(Cue::Saints) {
        dedicated(text, marks);
    }
    if signs.has(Cue::Shops) {
        shops(text, marks);
        pubs(text, marks);
    }
}

fn named(text: &str, marks: &mut Marks) {
    let names = pattern!(&format!(
        r"\b(?:[Tt]he )?((?:(?:St\.?|Saint|Royal|Queen|King|Our Lady of|Mount|North|South|East|West|Great|New|Old|Upper|Lower|Little)\s)*\p{{Lu}}[\p{{L}}'\-]+(?: (?:\p{{Lu}}[\p{{L}}'\-]+|of|and|the|&|for|upon|on|de|la)){{0,5}}) (?:[A-Z][a-z]+ )?{}\b(?: (?:Ltd|Limited|Trust|Hospital|Group|Foundation|Association))?",
        ORGANISATION_KINDS.alternatives()
    ));
    for found in names.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        // The sentence's own first words are no part of it.
        let mut start = whole.start();
        let words: Vec<&str> = name.as_str().split(' ').collect();
        let leading = words.iter().take_while(|word| is_leading(word)).count();
        if words.iter().all(|word| is_leading(word) || is_medical(&[word])) || is_national(name.as_str()) {
            continue;
        }
        if leading > 0 {
            start = name.start() + words[..leading].iter().map(|word| word.len() + 1).sum::<usize>();
        }
        marks.push((FindingKind::Org, start..whole.end()));
    }
    // "University of Harrow": of what is called after what it is.
    for found in
        pattern!(&format!(r"\b{} of (?:the )?(?:\p{{Lu}}[\p{{L}}'\-]+)(?: (?:\p{{Lu}}[\p{{L}}'\-]+))*", ORGANISATION_OF.alternatives()))
            .into_iter()
            .flat_map(|p| p.find_iter(text))
    {
        if !is_national(found.as_str()) {
            marks.push((FindingKind::Org, found.range()));
        }
    }
}

/// "the Dog and Duck", "the Weaver's Rest": words with capitals, where a pub is spoken of.
fn pubs(text: &str, marks: &mut Marks) {
    let is_pub = pattern!(
        r"(?i)\b(?:pubs?|drinks? in|drank in|drinking in|snug|landlord|landlady|public house|(?:my|our|his|the) local|darts|quiz night|carvery|beer garden|pint|pints)\b"
    );
    if !is_pub.is_some_and(|p| p.is_match(text)) {
        return;
    }
    let names = pattern!(r"\b[Tt]he \p{Lu}[\p{L}']+(?: (?:and|&|in|o'|of|at|on)(?: the)?)? \p{Lu}[\p{L}']+");
    for found in names.into_iter().flat_map(|p| p.find_iter(text)) {
        if !found.as_str()[4..].split(' ').any(|word| is_public(&word.to_lowercase())) && !is_national(&found.as_str()[4..]) {
            marks.push((FindingKind::Org, found.range()));
        }
    }
}

/// "Hartley's jam factory": whose it is, and what it is in small letters.
fn owned(text: &str, marks: &mut Marks) {
    let owned = pattern!(
        r"\b((?:\p{Lu}[\p{L}\-]+(?:'s)? ){1,2})(?:[a-z]+ ){0,1}(?:factory|works|steelworks|mill|bakery|foundry|brewery|garage|dairy|depot|shipyard|shipyards|colliery|quarry|butchers?|bakers?|salon|chippy|pub|surgery|hospice|infirmary|nursery|hairdressers?|solicitors|funeral directors|undertakers)\b"
    );
    for found in owned.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let is_known =
            |word: &str| is_leading(word) || is_public(&bare(word)) || is_ordinary(&bare(word)) || !word.contains(char::is_lowercase);
        let words: Vec<&str> = name.as_str().split_whitespace().collect();
        let leading = words.iter().take_while(|word| is_known(word)).count();
        if leading < words.len() {
            let skipped: usize = words[..leading].iter().map(|word| word.len() + 1).sum();
            marks.push((FindingKind::Org, whole.start() + skipped..whole.end()));
        }
    }
}

/// "worked for Mackintosh's": where somebody is employed has a name, whatever it is called.
fn employed(text: &str, marks: &mut Marks) {
    let employed = pattern!(
        r"\b(?:[Ww]ork(?:ed|s|ing)?|drove|driving|drives|cleaned|cleans|temped|apprenticed|employed|trained|training|retired|redundan(?:t|cy)|a (?:job|shift|cleaner|cook|clerk|driver|porter|welder|fitter|packer|machinist|dinner lady|caretaker|steward)) (?:for|at|in|from|with|by) ((?:\p{Lu}[\p{L}'\-]+)(?: (?:(?:and|&) )?\p{Lu}[\p{L}'\-]+){0,2})"
    );
    for found in employed.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
        let words: Vec<&str> = found.as_str().split(' ').collect();
        let is_known = |word: &&str| is_leading(word) || is_public(&bare(word)) || !word.contains(char::is_lowercase);
        let is_sort = words.len() == 1 && is_ordinary(&words[0].to_lowercase());
        if !(words.iter().any(is_known) || is_sort || is_national(found.as_str())) {
            marks.push((FindingKind::Org, found.range()));
        }
    }
}

/// Churches and schools that are called after a saint or a feast of the church.
fn dedicated(text: &str, marks: &mut Marks) {
    let dedicated = pattern!(
        r"\b(?:Our Lady (?:of|Star|Queen)(?: (?:the|of) )?(?: ?\p{Lu}[\p{L}']+){1,4}|(?:Holy (?:Family|Cross|Rood|Trinity|Name|Spirit|Ghost|Child|Redeemer|Innocents)|Sacred Heart|All (?:Saints|Souls|Hallows)|Christ Church|Christ the King|Corpus Christi|Blessed (?:Sacrament|Trinity)|Immaculate (?:Conception|Heart)|English Martyrs|Good Shepherd)(?:'s?)?(?: (?:in|at|on) \p{Lu}[\p{L}\-]+| \p{Lu}[\p{L}]+)?)"
    );
    marks.extend(dedicated.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Org, found.range())));
}

fn shops(text: &str, marks: &mut Marks) {
    // One of many shops, by where it stands.
    let shops = pattern!(&format!(
        r"\b[Tt]he {} (?:by|on|near|behind|opposite|next to|off|at|in|beside|across from|down) (?:the |our |my )?(?:[\p{{L}}']+)(?: (?:road|street|lane|roundabout|park|station|centre|center|corner|bridge|estate|parade|square))?",
        SHOPS.alternatives()
    ));
    marks.extend(shops.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Org, found.range())));
}

fn is_leading(word: &str) -> bool {
    LEADING.contains(word) || word.split_once('\'').is_some_and(|(before, after)| LEADING.contains(before) && after != "s")
}

/// Bodies of a whole country or of the world.
fn is_national(name: &str) -> bool {
    name.split(' ').any(|word| NATIONAL.contains(word)) || name.split(' ').all(|word| is_public(&word.to_lowercase()) || is_leading(word))
}
