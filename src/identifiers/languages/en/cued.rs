//! Names that a word before them tells: in small letters too, and nicknames, which are words of the language.

use std::ops::Range;

use super::context::{is_disease, is_named_thing};
use super::lists::{KIN, NAMING, ROLES, SURE, TITLES, is_english, is_family, is_given, is_ordinary, is_public, is_small};
use super::word::bare;
use crate::identifiers::characters::{before, is_apart};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};

pub fn mark(text: &str, signs: &Signs, is_english: &dyn Fn() -> bool, marks: &mut Marks) {
    if signs.has(Cue::Named) {
        named(text, marks);
        known_as(text, marks);
    }
    small(text, signs, is_english, marks);
}
/// A word in small letters that is rather a name than anything else.
fn is_small_name(word: &str) -> bool {
    SURE.contains(word) || is_given(word) && !is_small(word) && !is_verb(word)
}

/// Names that are also what somebody does, which may follow whoever does it.
fn is_verb(word: &str) -> bool {
    matches!(
        word,
        "will"
            | "may"
            | "mark"
            | "grant"
            | "chase"
            | "drew"
            | "rose"
            | "bill"
            | "pat"
            | "skip"
            | "hunter"
            | "chance"
            | "rob"
            | "sue"
            | "hope"
            | "chip"
            | "pip"
            | "page"
            | "guy"
            | "art"
            | "wade"
            | "jack"
            | "don"
            | "bob"
            | "nick"
            | "frank"
            | "max"
            | "dean"
            | "miles"
            | "star"
            | "junior"
            | "happy"
            | "lucky"
            | "sunny"
            | "merry"
            | "king"
            | "queen"
            | "prince"
            | "princess"
            | "angel"
            | "spring"
            | "summer"
            | "winter"
            | "autumn"
            | "gift"
            | "true"
            | "honey"
            | "china"
            | "peg"
            | "reg"
            | "gale"
            | "rain"
            | "river"
            | "dale"
            | "brook"
            | "major"
            | "general"
            | "love"
            | "penny"
            | "bunny"
            | "kitty"
            | "ginger"
            | "pepper"
            | "tiny"
            | "lance"
            | "noble"
            | "precious"
            | "blessed"
            | "innocent"
            | "faithful"
            | "comfort"
            | "journey"
            | "justice"
            | "heaven"
            | "miracle"
            | "treasure"
            | "destiny"
            | "genesis"
            | "charm"
            | "bay"
            | "sage"
            | "ash"
            | "forest"
            | "heath"
            | "glen"
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

/// "a fella called terry", "everyone calls him Spud", "her name's Grace".
fn named(text: &str, marks: &mut Marks) {
    let naming = pattern!(&format!(
        r#"(?i)\b({})(?: (?:him|her|me|it|them|us|(?:the|my|our|his|this|that) [a-z\-]+))? ?[:,]? ?["'‘]?(?:the |little |old |big |young )?"#,
        NAMING.alternatives()
    ));
    for found in naming.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(cue)) = (found.get(0), found.get(1)) else { continue };
        if whole.end() == cue.end() || !text[..whole.end()].ends_with([' ', '"', '\'', '‘']) {
            continue;
        }
        let behind = before(text, cue.start(), 48);
        let to = &text[whole.start()..whole.end()];
        let kind_of_place = pattern!(
            r"(?i)\b(?:village|hamlet|town|place|suburb|area|estate|island|parish|townland|farm|street|road|lane|cottage|house|beach|park|wood|hill|ward|spot|valley|district|neighbou?rhood|barrio|reservation)(?: (?:in|near|outside|by|of) \p{Lu}\p{L}+)?,? ?(?:it's |it was |that's |is |was )?$"
        );
        let kind_of_body = pattern!(
            r"(?i)\b(?:pub|hospital|school|company|firm|factory|clinic|surgery|practice|church|chapel|mosque|club|caf[eé]|restaurant|shop|hotel|agency|hospice|nursery|college|care home|home|unit|centre|center|group|choir|team|charity|bar)(?: (?:in|near|outside|by|of) \p{Lu}\p{L}+)?,? ?(?:it's |it was |that's |is |was )?$"
        );
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
        let calls_somebody = pattern!(
            r"(?i)\b(?:him|her|me|name|name's|himself|herself|goes by|went by|answers to|nicknamed|christened|baptised|surname)\b"
        )
        .is_some_and(|p| p.is_match(to));
        let is_role = || {
            pattern!(&format!(r"(?i)\b(?:{}|{}|one|someone|somebody|people|two|lads|girls|students|nurses)(?: (?:on|at|in|from) [a-z ]{{3,20}})?(?:,? (?:who's|who is|who was|was|is))? ?$", ROLES.alternatives(), KIN.alternatives())).is_some_and(|p| p.is_match(behind))
        };
        if is_thing && !calls_somebody || is_named_thing(&text[..whole.end()]) || is_named_thing(before(text, whole.end(), 60)) {
            continue;
        }
        let start = whole.end();
        if text[start..].starts_with(char::is_uppercase) {
            let name = capitals(text, start);
            let (first, end) = (bare(text[name.clone()].split(' ').next().unwrap_or_default()), name.end);
            let is_name = (calls_somebody || is_role()) && !is_public(&first) && !is_small(&first) || is_given(&first);
            let known_as = cue.as_str().eq_ignore_ascii_case("known as") && !is_role() && !is_given(&first);
            if is_name
                && !known_as
                && !is_disease(&text[..name.start], &first, &text[name.clone()], &text[end..])
                && first.len() > 1
                && !is_shouted(&text[name])
            {
                marks.push((FindingKind::Person, start..end));
            }
        } else {
            let is_first = |word: &str| {
                SURE.contains(word)
                    || (calls_somebody || is_role())
                        && (is_given(word) && !is_small(word)
                            || !is_english(word) && word.len() > 2 && !ROLES.contains(word) && !KIN.contains(word))
            };
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
    let known = pattern!(
        r#"\b(?:known|identified|recorded|entered|listed|signed|referred to|knows?|knew|refers? to|introduced)(?: [a-z']+){0,6} as ["'‘]?"#
    );
    for found in known
        .into_iter()
        .flat_map(|p| p.find_iter(text))
        .filter(|found| found.as_str().split(' ').count() > 2 || found.as_str().contains('"'))
    {
        let initials = pattern!(r"^(?:\p{Lu}\.[ \-]{0,2}){2,4}").and_then(|p| p.find(&text[found.end()..]));
        if let Some(initials) = initials {
            let length = initials.as_str().trim_end_matches([' ', '-']).len();
            marks.push((FindingKind::Person, found.end()..found.end() + length));
            continue;
        }
        // "identified as Black" is no name.
        if found.as_str().starts_with("identified") {
            continue;
        }
        let name = capitals(text, found.end());
        let first = bare(text[name.clone()].split(' ').next().unwrap_or_default());
        let is_people = text[name.clone()].split(' ').any(|word| is_public(&bare(word)));
        if name.len() > 2
            && !is_people
            && !is_shouted(&text[name.clone()])
            && !is_disease(&text[..name.start], &first, &text[name.clone()], &text[name.end..])
        {
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

/// Names in small letters: behind a title, beside a word of kinship or a role, and those that are no word of the language.
fn small(text: &str, signs: &Signs, is_english_text: &dyn Fn() -> bool, marks: &mut Marks) {
    let has_titles = signs.has(Cue::Titles);
    let mut last = 0..0;
    for word in small_words(text) {
        let written = &text[word.clone()];
        let name = written.strip_suffix("'s").unwrap_or(written);
        // Every word comes by here: most are asked one list alone. A sure name is a given one.
        let given = is_given(name);
        if !given && !has_titles || word.start < last.end || is_small(name) {
            continue;
        }
        let sure = given && name.len() > 3 && SURE.contains(name);
        let titled = if has_titles { title_before(text, word.start, name) } else { None };
        let start = titled
            .or_else(|| (given && is_beside_somebody(text, &(word.start..word.start + name.len()))).then_some(word.start))
            .or_else(|| (sure && !is_part_of_address(text, &word)).then_some(word.start));
        let Some(start) = start.filter(|_| !is_named_thing(before(text, word.start, 60))) else { continue };
        // In another language a name of this one may be a word.
        if !is_english_text() {
            return;
        }
        let end = small_name_end(text, word.start, |_| true).unwrap_or(word.start + name.len());
        last = start..end;
        marks.push((FindingKind::Person, last.clone()));
    }
}

/// The words that begin with a small letter.
fn small_words(text: &str) -> impl Iterator<Item = Range<usize>> {
    let is_part = |c: char| c.is_alphabetic() || c == '\'' || c == '-';
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += text[at..].find(char::is_alphabetic)?;
            let length = text[at..].find(|c| !is_part(c)).unwrap_or(text.len() - at);
            let word = at..at + text[at..at + length].trim_end_matches(['\'', '-']).len();
            at += length;
            if text[word.start..].starts_with(char::is_lowercase) && word.len() > 1 && is_apart(text, &word) {
                return Some(word);
            }
        }
    })
}

fn is_part_of_address(text: &str, word: &Range<usize>) -> bool {
    text[..word.start].ends_with(['@', '_', '.', '/', '-'])
        || text[word.end..].starts_with(['_', '@', '/'])
        || text[word.end..].starts_with('.') && text[word.end + 1..].starts_with(|c: char| c.is_alphanumeric())
}

/// The last words before a place, the last first, without what is between them; none beyond a sign that ends a sentence.
fn words_before(text: &str, at: usize) -> impl Iterator<Item = &str> {
    let behind = before(text, at, 60);
    let start = behind.rfind(['.', '!', '?', ';', ':']).filter(|end| behind[*end + 1..].len() > 1).map_or(0, |end| end + 1);
    behind[start..].split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '-')).filter(|word| !word.is_empty()).rev()
}

/// Where the title before a name in small letters begins: "dr patel", "auntie joyce".
fn title_before(text: &str, at: usize, name: &str) -> Option<usize> {
    let behind = text[..at].strip_suffix(' ')?;
    let behind = behind.strip_suffix('.').unwrap_or(behind);
    let start = behind
        .rfind(|c: char| !c.is_alphabetic() && c != '\'')
        .map_or(0, |end| end + behind[end..].chars().next().map_or(1, char::len_utf8));
    let title = behind[start..].to_lowercase();
    if !TITLES.contains(&title) {
        return None;
    }
    let article = words_before(text, start).next().unwrap_or_default().to_lowercase();
    let is_word = matches!(article.as_str(), "the" | "a" | "my" | "any" | "no" | "this" | "that" | "every" | "other");
    let is_name = match title.as_str() {
        "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "professor" | "doctor" if !is_word => {
            (!is_english(name) || is_family(name) || is_given(name)) && !is_public(name)
        }
        "mr" | "mrs" | "ms" | "mx" | "dr" | "prof" | "professor" => !is_english(name) && !is_public(name),
        // A word of kinship or a role may be before anything.
        "big" | "little" | "old" | "young" | "poor" | "baby" | "private" | "major" | "general" | "coach" | "chef" | "officer"
        | "master" | "judge" | "mother" => SURE.contains(name),
        _ => is_small_name(name),
    };
    is_name.then_some(start)
}

/// "my sister dawn", "our liam", "my mate dave", "the social worker, kelly,".
fn is_beside_somebody(text: &str, name: &Range<usize>) -> bool {
    let word = &text[name.clone()];
    let gap = &text[text[..name.start].trim_end_matches([' ', ',']).len()..name.start];
    let mut behind = words_before(text, name.start);
    let Some(last) = behind.next() else { return false };
    let apposed = gap == ", ";
    if !apposed && gap != " " {
        return false;
    }
    if last == "our" && !apposed {
        return is_small_name(word);
    }
    let two = behind.next().map(|first| (first, format!("{first} {last}")));
    let is_role = |word: &str| KIN.contains(word) || ROLES.contains(word);
    let (first, is_two) = two.as_ref().map_or(("", false), |(first, two)| (*first, is_role(two)));
    if !is_two && !is_role(last) {
        return false;
    }
    let is_owner = |word: &str| {
        matches!(
            word.to_lowercase().as_str(),
            "my" | "our" | "his" | "her" | "their" | "your" | "the" | "a" | "this" | "that" | "me" | "another" | "one"
        )
    };
    let closed = text[name.end..].starts_with([',', '.', '\'', ')']) || text[name.end..].starts_with(" -");
    let is_owned = is_owner(first) || behind.take(2).any(is_owner);
    is_owned && if apposed { closed } else { is_small_name(word) }
}

/// Whether a name that is a word as well is beside somebody: "our Dawn", "my sister Grace".
pub fn is_kin_before(text: &str, at: usize) -> bool {
    if !text[..at].ends_with(' ') || text[..at].ends_with(", ") {
        return false;
    }
    let mut behind = words_before(text, at);
    let Some(last) = behind.next() else { return false };
    last == "our"
        || KIN.contains(last)
        || ROLES.contains(last)
        || behind.next().is_some_and(|first| ROLES.contains(&format!("{first} {last}")))
}
