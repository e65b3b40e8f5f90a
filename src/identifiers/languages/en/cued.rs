//! Names that a word before them tells: in small letters too, and nicknames, which are words of the language.

use std::ops::Range;

use super::context::{is_disease, is_named_thing};
use super::lists::{KIN, NAMING, ROLES, SURE, TITLES, is_english, is_family, is_given, is_ordinary, is_public, is_small};
use super::word::bare;
use super::super::dominant;
use crate::identifiers::characters::{before, is_apart};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks};

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.has(Cue::Titles) {
        small_titles(text, marks);
    }
    if signs.has(Cue::Named) {
        named(text, marks);
        known_as(text, marks);
    }
    if signs.has(Cue::Kin) || signs.has(Cue::Roles) {
        beside_kin(text, marks);
    }
    sure(text, marks);
}

/// A word in small letters that is rather a name than anything else.
fn is_small_name(word: &str) -> bool {
    SURE.contains(word) || is_given(word) && !is_small(word) && !is_verb(word)
}

/// Names that are also what somebody does, which may follow whoever does it.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "will" | "may" | "mark" | "grant" | "chase" | "drew" | "rose" | "bill" | "pat" | "skip" | "hunter" | "chance" | "rob" | "sue" | "hope" | "chip" | "pip" | "page" | "guy" | "art" | "wade" | "jack" | "don" | "bob" | "nick" | "frank" | "max" | "dean" | "miles" | "star" | "junior" | "happy" | "lucky" | "sunny" | "merry" | "king" | "queen" | "prince" | "princess" | "angel" | "spring" | "summer" | "winter" | "autumn" | "gift" | "true" | "honey" | "china" | "peg" | "reg" | "gale" | "rain" | "river" | "dale" | "brook" | "major" | "general" | "love" | "penny" | "bunny" | "kitty" | "ginger" | "pepper" | "tiny" | "lance" | "noble" | "precious" | "blessed" | "innocent" | "faithful" | "comfort" | "journey" | "justice" | "heaven" | "miracle" | "treasure" | "destiny" | "genesis" | "charm" | "bay" | "sage" | "ash" | "forest" | "heath" | "glen"
    )
}

/// How far the words behind a title or a first name belong to a name in small letters: the end of the last.
fn small_name_end(text: &str, start: usize, first: impl Fn(&str) -> bool) -> Option<usize> {
    let mut end = None;
    let mut at = start;
    for word in text[start..].split(' ').take(3) {
        let plain = word.trim_end_matches(|c: char| !c.is_alphabetic());
        let name = plain.strip_suffix("'s").unwrap_or(plain);
        let letters = name.chars().all(|c| c.is_lowercase() || matches!(c, '\'' | '-'));
        let belongs = match end {
            None => first(name),
            Some(_) => (is_family(name) || is_given(name) || !is_english(name)) && !is_ordinary(name) && !is_english(name),
        };
        if name.len() < 2 || !letters || !belongs {
            break;
        }
        end = Some(at + name.len());
        if plain.len() != word.len() || name.len() != plain.len() {
            break;
        }
        at += word.len() + 1;
    }
    end
}

/// "dr patel", "auntie joyce".
fn small_titles(text: &str, marks: &mut Marks) {
    let titles = pattern!(&format!(r"(?i)\b({})\.? ", TITLES.alternatives()));
    for found in titles.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(title)) = (found.get(0), found.get(1)) else { continue };
        let lower = title.as_str().to_lowercase();
        let strong = matches!(lower.as_str(), "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "professor" | "doctor");
        let address = matches!(lower.as_str(), "auntie" | "aunty" | "uncle" | "aunt" | "cousin" | "nurse" | "sister" | "nana" | "nan" | "granny" | "grandma" | "grandad" | "grandpa" | "father" | "pastor" | "sir" | "matron" | "miss" | "brother" | "canon" | "imam" | "rabbi" | "reverend" | "rev" | "sergeant" | "captain" | "staff nurse" | "gran" | "nanna" | "granddad");
        let spoken_of = before(text, whole.start(), 6).to_lowercase();
        let is_word = ["the ", "a ", "my ", "any ", "no ", "this ", "that ", "every ", "other "].iter().any(|article| spoken_of.ends_with(article));
        let is_first = |word: &str| {
            if strong && !is_word {
                !is_small(word) && (!is_english(word) || is_family(word) || is_given(word)) && !is_public(word)
            } else if strong {
                !is_english(word) && !is_public(word)
            } else {
                address && is_small_name(word)
            }
        };
        if let Some(end) = small_name_end(text, whole.end(), is_first) {
            marks.push((FindingKind::Person, whole.start()..end));
        }
    }
}

/// "a fella called terry", "everyone calls him Spud", "her name's Grace".
fn named(text: &str, marks: &mut Marks) {
    let naming = pattern!(&format!(r#"(?i)\b({})(?: (?:him|her|me|it|them|us))? ?[:,]? ?["'‘]?(?:the |little |old |big |young )?"#, NAMING.alternatives()));
    for found in naming.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(cue)) = (found.get(0), found.get(1)) else { continue };
        if whole.end() == cue.end() || !text[..whole.end()].ends_with([' ', '"', '\'', '‘']) {
            continue;
        }
        let behind = before(text, cue.start(), 48);
        let to = &text[whole.start()..whole.end()];
        let kind_of_place = pattern!(r"(?i)\b(?:village|hamlet|town|place|suburb|area|estate|island|parish|townland|farm|street|road|lane|cottage|house|beach|park|wood|hill|ward|spot|valley|district|neighbou?rhood|barrio|reservation)(?: (?:in|near|outside|by|of) \p{Lu}\p{L}+)?,? ?(?:it's |it was |that's |is |was )?$");
        let kind_of_body = pattern!(r"(?i)\b(?:pub|hospital|school|company|firm|factory|clinic|surgery|practice|church|chapel|mosque|club|caf[eé]|restaurant|shop|hotel|agency|hospice|nursery|college|care home|home|unit|centre|center|group|choir|team|charity|bar)(?: (?:in|near|outside|by|of) \p{Lu}\p{L}+)?,? ?(?:it's |it was |that's |is |was )?$");
        if !calls_body(&text[whole.start()..whole.end()]) && text[whole.end()..].starts_with(char::is_uppercase) {
            let kind = [(kind_of_place, FindingKind::Place), (kind_of_body, FindingKind::Org)];
            if let Some((_, kind)) = kind.into_iter().find(|(pattern, _)| pattern.is_some_and(|p| p.is_match(behind))) {
                let name = capitals(text, whole.end());
                if !is_shouted(&text[name.clone()]) && !is_public(&bare(&text[name.clone()])) {
                    marks.push((kind, name));
                }
                continue;
            }
        }
        let is_thing = pattern!(r"(?i)\b(?:place|village|town|street|drug|tablets?|medicine|programme|program|app|film|book|show|band|song|thing|something|charity|course|game|machine|scheme|test|scale|condition|disease|syndrome|group|project|company|website|it|operation|procedure|scan|model|theory|method|approach|study|condition|infection|virus|stuff|cream|device|diet|service|team|unit|ward|hospital|technique|phenomenon|theme|category|code|what (?:is|was|they|we)|is|are|was|were|what they|so-|so) ?$").is_some_and(|p| p.is_match(behind));
        let calls_somebody = pattern!(r"(?i)\b(?:him|her|me|name|name's|himself|herself|goes by|went by|answers to|nicknamed|christened|baptised|surname)\b").is_some_and(|p| p.is_match(to));
        let is_role = || pattern!(&format!(r"(?i)\b(?:{}|{}|one|someone|somebody|people|two|lads|girls|students|nurses)(?: (?:on|at|in|from) [a-z ]{{3,20}})?(?:,? (?:who's|who is|who was|was|is))? ?$", ROLES.alternatives(), KIN.alternatives())).is_some_and(|p| p.is_match(behind));
        if is_thing && !calls_somebody || is_named_thing(&text[..whole.end()]) || is_named_thing(before(text, whole.end(), 60)) {
            continue;
        }
        let start = whole.end();
        if text[start..].starts_with(char::is_uppercase) {
            let name = capitals(text, start);
            let (first, end) = (bare(text[name.clone()].split(' ').next().unwrap_or_default()), name.end);
            let is_name = (calls_somebody || is_role()) && !is_public(&first) && !is_small(&first) || is_given(&first);
            let known_as = cue.as_str().eq_ignore_ascii_case("known as") && !is_role() && !is_given(&first);
            if is_name && !known_as && !is_disease(&first, &text[name.clone()], &text[end..]) && first.len() > 1 && !is_shouted(&text[name]) {
                marks.push((FindingKind::Person, start..end));
            }
        } else {
            let is_first = |word: &str| SURE.contains(word) || (calls_somebody || is_role()) && (is_given(word) && !is_small(word) || !is_english(word) && word.len() > 2 && !ROLES.contains(word) && !KIN.contains(word));
            if let Some(end) = small_name_end(text, start, is_first) {
                marks.push((FindingKind::Person, start..end));
            }
        }
    }
}

/// Whether somebody is called so, not something.
fn calls_body(cue: &str) -> bool {
    pattern!(r"(?i)\b(?:him|her|me|himself|herself|surname|maiden|first name|last name)\b").is_some_and(|p| p.is_match(cue))
}

/// "known on the unit as Duchess", "V for Victor" is none.
fn known_as(text: &str, marks: &mut Marks) {
    let known = pattern!(r#"\b(?:known|recorded|entered|listed|signed|referred to|knows?|knew|refers? to|introduced)(?: [a-z']+){0,6} as ["'‘]?"#);
    for found in known.into_iter().flat_map(|p| p.find_iter(text)).filter(|found| found.as_str().split(' ').count() > 2 || found.as_str().contains('"')) {
        let initials = pattern!(r"^(?:\p{Lu}\.[ \-]{0,2}){2,4}").and_then(|p| p.find(&text[found.end()..]));
        if let Some(initials) = initials {
            let length = initials.as_str().trim_end_matches([' ', '-']).len();
            marks.push((FindingKind::Person, found.end()..found.end() + length));
            continue;
        }
        let name = capitals(text, found.end());
        let first = bare(text[name.clone()].split(' ').next().unwrap_or_default());
        let is_people = text[name.clone()].split(' ').any(|word| is_public(&bare(word)));
        if name.len() > 2 && !is_people && !is_shouted(&text[name.clone()]) && !is_disease(&first, &text[name.clone()], &text[name.end..]) {
            marks.push((FindingKind::Person, name));
        }
    }
}

fn is_shouted(name: &str) -> bool {
    name.len() > 1 && !name.contains(char::is_lowercase)
}

/// The words with capitals from a place on, at most three.
fn capitals(text: &str, start: usize) -> Range<usize> {
    let name = pattern!(r"^\p{Lu}[\p{L}'\-]*(?: \p{Lu}[\p{L}'\-]*){0,2}");
    let end = name.and_then(|p| p.find(&text[start..])).map_or(start, |found| start + found.end());
    let end = if text[start..end].ends_with("'s") { end - 2 } else { end };
    start..end
}

/// "my sister dawn", "our liam", "my mate dave", "the social worker, kelly,".
fn beside_kin(text: &str, marks: &mut Marks) {
    let beside = pattern!(&format!(
        r"(?i)\b(?:(?:my|our|his|her|their|your|the|a|this|that|me|another|one|young|old) (?:[a-z\-]+ ){{0,2}}?(?:{}|{})(,? )|(our) )",
        KIN.alternatives(),
        ROLES.alternatives()
    ));
    for found in beside.into_iter().flat_map(|p| p.captures_iter(text)) {
        let Some(whole) = found.get(0) else { continue };
        let start = whole.end();
        let apposed = found.get(1).is_some_and(|gap| gap.as_str().starts_with(','));
        let is_first = |word: &str| {
            let closed = text[start + word.len()..].starts_with([',', '.', '-', '\'', ')']) || text[start + word.len()..].starts_with(" -");
            is_small_name(word) && (!is_ordinary(word) || !apposed || closed) || apposed && closed && is_given(word) && !is_small(word)
        };
        if let Some(end) = small_name_end(text, start, is_first) {
            marks.push((FindingKind::Person, start..end));
        } else if text[start..].starts_with(char::is_uppercase) && !apposed {
            // "our Dawn", "my sister Grace": a word that is a name as well.
            let name = capitals(text, start);
            let first = bare(text[name.clone()].split(' ').next().unwrap_or_default());
            if is_given(&first) && !is_shouted(&text[name.clone()]) && !is_month(&first) {
                marks.push((FindingKind::Person, name));
            }
        }
    }
}

fn is_month(word: &str) -> bool {
    matches!(word, "may" | "june" | "april" | "august" | "march")
}

/// Given names that are no word of the language, wherever they are.
fn sure(text: &str, marks: &mut Marks) {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split(|c: char| !c.is_alphabetic() && c != '\'') {
        let start = at;
        at += word.len();
        at += text[at..].chars().next().map_or(0, char::len_utf8);
        if word.is_empty() || !word.as_bytes()[0].is_ascii_lowercase() {
            continue;
        }
        if word.len() > 3 && SURE.contains(word.strip_suffix("'s").unwrap_or(word)) {
            found.push(start..start + word.strip_suffix("'s").unwrap_or(word).len());
        }
    }
    // In another language a name of this one may be a word.
    if found.is_empty() || dominant(text) != "en" {
        return;
    }
    for name in found {
        let is_part = text[..name.start].ends_with(['@', '_', '.', '/', '-']) || text[name.end..].starts_with(['_', '@', '/', '-']) || text[name.end..].starts_with('.') && text[name.end + 1..].starts_with(|c: char| c.is_alphanumeric());
        if is_part || !is_apart(text, &name) || is_named_thing(before(text, name.start, 60)) {
            continue;
        }
        let end = small_name_end(text, name.start, |word| SURE.contains(word)).unwrap_or(name.end);
        marks.push((FindingKind::Person, name.start..end));
    }
}
