//! Names in texts of Latin letters: people, places, organisations.
//!
//! A capital in the middle of a sentence is a name, unless the word is one that everybody shares (a month, a country, a feast) or
//! one of the language. At the beginning of a sentence a capital says nothing, so there has to be other evidence: a list, a title,
//! a second capital. What kind of name it is, the words around it tell.

mod context;
mod lists;
mod organisations;

use std::ops::Range;

use super::{Kind, Marks, after, before, has, is_cjk, pattern, words as any_of};
use context::{is_acting, is_addressed, is_cited, is_disease, is_drug, is_named_thing, is_place};
use lists::{is_city, is_double, is_english, is_family, is_given, is_ordinary, is_public, is_small};

pub fn mark(text: &str, marks: &mut Marks) {
    if !text.bytes().any(|b| b.is_ascii_uppercase()) && text.is_ascii() {
        return;
    }
    organisations::mark(text, marks);
    if has(text, any_of!["st ", "st. ", "saint ", "santa ", "san ", "ste "], 1) {
        saints(text, marks);
    }
    let titles = any_of![
        "mr", "ms", "miss", "mx ", "dr", "doctor", "prof", "sir ", "dame ", "lady ", "lord ", "rev", "father ", "fr ", "fr. ", "pastor",
        "imam", "rabbi", "sister", "sr ", "nurse", "matron", "aunt", "uncle", "nan ", "nana", "granny", "grand", "cousin", "capt", "serg",
        "sgt", "major", "colonel", "judge", "coun", "cllr", "madam", "monsieur", "señor", "frau", "herr", "signor",
    ];
    if has(text, titles, 1) {
        titled(text, marks);
    }
    let words = words(text);
    let mut foreign = None;
    let mut at = 0;
    while at < words.len() {
        let end = run(text, &words, at);
        // In German every noun has a capital: there only a name that a list has is one.
        if end > at && (!*foreign.get_or_insert_with(|| is_foreign(text, &words)) || is_given(&bare(&text[words[at].range.clone()]))) {
            judge(text, &words, at..end, marks);
        }
        at = end.max(at + 1);
    }
}

/// Whether a text of Latin letters is not English: most of its words in small letters are none of the language.
fn is_foreign(text: &str, words: &[Word]) -> bool {
    let small = || words.iter().map(|word| &text[word.range.clone()]).filter(|word| word.starts_with(char::is_lowercase));
    let (all, english) = (small().count(), small().filter(|word| is_english(word)).count());
    all >= 3 && english * 2 < all
}

/// Where a word is.
struct Word {
    range: Range<usize>,
}

/// Words of Latin letters, with their hyphens and apostrophes.
fn words(text: &str) -> Vec<Word> {
    let bytes = text.as_bytes();
    let is_letter = |c: char| c.is_alphabetic() && !is_cjk(c);
    // The letter at a place, by how many bytes it has; most are of one.
    let letter = |at: usize| match bytes.get(at) {
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphabetic()),
        Some(_) => text[at..].chars().next().filter(|c| is_letter(*c)).map_or(0, char::len_utf8),
        None => 0,
    };
    let mut words = Vec::with_capacity(text.len() / 6);
    let mut at = 0;
    while at < bytes.len() {
        let start = at;
        loop {
            let length = letter(at);
            let joins = length == 0 && at > start && matches!(bytes.get(at), Some(b'\'' | b'-')) && letter(at + 1) > 0;
            if length == 0 && !joins {
                break;
            }
            at += length.max(1);
        }
        let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
        if at > start {
            if !is_digit(at) && !start.checked_sub(1).is_some_and(is_digit) {
                words.push(Word { range: start..at });
            }
        } else {
            at += text[at..].chars().next().map_or(1, char::len_utf8);
        }
    }
    words
}

/// Whether a sentence begins with a word.
fn is_first(text: &str, words: &[Word], n: usize) -> bool {
    let start = words[n].range.start;
    let Some(last) = n.checked_sub(1).map(|n| &words[n].range) else {
        return text[..start].chars().all(|c| !c.is_alphanumeric()) || text[..start].trim_end().ends_with(ENDS);
    };
    let gap = &text[last.end..start];
    // An initial's full stop ends no sentence.
    let is_initial = gap == ". " && last.len() == 1;
    !is_initial && (gap.contains(ENDS) || gap.contains(" -") || gap.contains("' ") || gap.contains(" '"))
}

/// Signs behind which a sentence begins.
const ENDS: [char; 17] = ['.', '!', '?', '…', ':', ';', '"', '\n', '(', '[', '•', '。', '！', '？', '，', '/', '*'];

fn is_capital(word: &str) -> bool {
    word.starts_with(char::is_uppercase)
}

/// All capitals: an abbreviation. Of names written so nothing is known.
fn is_shouted(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// A word as the lists have it: without its possessive.
fn bare(word: &str) -> String {
    let lower = word.to_lowercase();
    lower.strip_suffix("'s").unwrap_or(&lower).to_owned()
}

/// Whether a word can be part of a name.
fn is_candidate(word: &str) -> bool {
    if !is_capital(word) || is_shouted(word) || is_brand(word) {
        return false;
    }
    let bare = bare(word);
    bare.chars().count() > 1 && !is_public(&bare) && !is_contraction(word)
}

/// Capitals inside a word are a product's, save behind the syllables of a few families.
fn is_brand(word: &str) -> bool {
    const SYLLABLES: &[&str] = &["Mc", "Mac", "O'", "D'", "Fitz", "De", "Di", "Du", "La", "Le", "Van", "Von", "St"];
    let inner = word.char_indices().skip(1).find(|(at, c)| c.is_uppercase() && !word[..*at].ends_with('-'));
    inner.is_some_and(|(at, _)| !SYLLABLES.contains(&&word[..at]))
}

fn is_contraction(word: &str) -> bool {
    word.rsplit_once('\'')
        .is_some_and(|(before, after)| matches!(after, "m" | "ll" | "ve" | "re" | "d" | "t") && is_english(&before.to_lowercase()))
}

/// The words from `at` on that stand together as one name, by index; `at` where there is none.
fn run(text: &str, words: &[Word], at: usize) -> usize {
    const PARTICLES: &[&str] = &[
        "de", "da", "del", "della", "di", "van", "von", "der", "den", "bin", "ibn", "al", "el", "la", "le", "du", "dos", "ap", "of",
        "upon", "on", "under", "y",
    ];
    let word = |n: usize| &text[words[n].range.clone()];
    // A word that only the longest list has may be a name there too, if a person would stand in its place.
    let stands_for_somebody = |n: usize| {
        let range = &words[n].range;
        !is_first(text, words, n)
            && !is_ordinary(&bare(word(n)))
            && is_acting(after(text, range.end, 24))
            && is_addressed(before(text, range.start, 40), after(text, range.end, 24))
    };
    // Two capitals where one goes or lives: Market Harborough.
    let is_double_place = |n: usize| {
        let range = &words[n].range;
        let next = words.get(n + 1).filter(|next| &text[range.end..next.range.start] == " ");
        let is_part = |word: &str| is_capital(word) && !is_small(&bare(word)) && is_candidate(word);
        is_place(before(text, range.start, 12), "", "")
            && !before(text, range.start, 3).ends_with("of ")
            && is_part(word(n))
            && next.is_some_and(|next| is_part(&text[next.range.clone()]))
    };
    let starts = |n: usize| {
        is_candidate(word(n)) && (!is_common(word(n)) || is_given(&bare(word(n))) || stands_for_somebody(n) || is_double_place(n))
    };
    if !starts(at) {
        return at;
    }
    let mut end = at + 1;
    while end < words.len() && !word(end - 1).ends_with("'s") {
        let gap = &text[words[end - 1].range.end..words[end].range.start];
        let close = gap == " " || gap == ". " && words[end - 1].range.len() <= 2;
        if !close || is_first(text, words, end) {
            break;
        }
        // What stands large behind a name belongs to it, save where a sentence without its full stop begins.
        let belongs = is_candidate(word(end)) && !is_small(&bare(word(end))) && !is_double(&bare(word(end)));
        let follows_given =
            is_given(&bare(word(end - 1))) && is_capital(word(end)) && !is_shouted(word(end)) && !is_ordinary(&bare(word(end)));
        if follows_given
            || belongs
            || is_candidate(word(end)) && !is_common(word(end))
            || is_capital(word(end)) && is_family(&bare(word(end)))
        {
            end += 1;
        } else if PARTICLES.contains(&word(end))
            && words.get(end + 1).is_some_and(|next| {
                is_capital(&text[next.range.clone()])
                    && &text[words[end].range.end..next.range.start] == " "
                    && !is_common(&text[next.range.clone()])
            })
        {
            end += 2;
        } else {
            break;
        }
    }
    end
}

/// A word of the language, which a capital alone does not make a name.
fn is_common(word: &str) -> bool {
    let bare = bare(word);
    is_ordinary(&bare) || is_english(&bare) && !is_given(&bare) && !is_family(&bare) && !is_city(&bare)
}

fn judge(text: &str, words: &[Word], run: Range<usize>, marks: &mut Marks) {
    let range = words[run.start].range.start..words[run.end - 1].range.end;
    let written = &text[range.clone()];
    let range = range.start..range.end - if written.ends_with("'s") { 2 } else { 0 };
    let single = run.len() == 1;
    let begins = is_first(text, words, run.start);
    let first = bare(&text[words[run.start].range.clone()]);
    let (behind, ahead) = (before(text, range.start, 40), after(text, range.end, 24));
    if is_cited(ahead) || is_disease(&first, written, ahead) || is_named_thing(behind) || is_drug(behind, ahead) {
        return;
    }
    let lower = text[range.clone()].to_lowercase();
    if is_city(&lower) && !(single && (is_given(&first) || begins && is_english(&first))) {
        marks.push((Kind::Place, range));
        return;
    }
    if begins && single && !has_evidence(&first, ahead) {
        return;
    }
    // In the middle of a line without full stops a word may begin a sentence.
    if single && is_double(&first) && !is_addressed(behind, ahead) {
        return;
    }
    let kind = if !is_given(&first) && is_place(behind, &lower, ahead) { Kind::Place } else { Kind::Person };
    marks.push((kind, range));
}

/// Whether a word that begins a sentence is a name all the same.
fn has_evidence(word: &str, ahead: &str) -> bool {
    if is_double(word) {
        return false;
    }
    is_given(word) || !is_english(word) && is_acting(ahead)
}

/// Places that are called after a saint.
fn saints(text: &str, marks: &mut Marks) {
    for found in
        pattern!(r"\b(?:St\.?|Saint|Santa|San|Ste) \p{Lu}\p{Ll}+(?:'s)?(?:[- ](?:on|upon|in|by|le|de)[- ](?:the[- ])?\p{Lu}\p{Ll}+)?")
            .into_iter()
            .flat_map(|p| p.find_iter(text))
    {
        if !found.as_str().ends_with(" Francisco") && !is_stop(found.as_str().rsplit(' ').next().unwrap_or_default()) {
            marks.push((Kind::Place, found.range()));
        }
    }
}

/// A title and who bears it.
fn titled(text: &str, marks: &mut Marks) {
    let titles = pattern!(
        r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Doctor|Prof|Professor|Sir|Dame|Lady|Lord|Rev|Reverend|Father|Fr|Pastor|Imam|Rabbi|Sister|Sr|Nurse|Matron|Auntie|Aunty|Aunt|Uncle|Nan|Nana|Granny|Grandma|Grandad|Grandpa|Cousin|Captain|Capt|Sergeant|Sgt|Major|Colonel|Judge|Councillor|Cllr|Madam|Madame|Monsieur|Señora?|Frau|Herr|Signora?)\.? ((?:(?:O'|Mc|Mac|D'|de |van |von |van der |al-|el-|bin )?\p{Lu}[\p{L}'\-]*)(?: (?:(?:O'|Mc|Mac|D'|de |van |von |al-|bin )?\p{Lu}[\p{L}'\-]+)){0,2})"
    );
    for found in titles.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let words: Vec<&str> = name.as_str().split(' ').collect();
        // "Nurse Said she would": what follows is a sentence.
        let kept: Vec<&str> = words
            .iter()
            .copied()
            .take_while(|word| {
                !is_public(&bare(word))
                    && (!is_common(word) || is_family(&bare(word)) || is_given(&bare(word)) || *word == words[0] && !is_stop(word))
            })
            .collect();
        if kept.is_empty() || is_shouted(kept[0]) || is_stop(kept[0]) {
            continue;
        }
        let length = kept.join(" ").len();
        let mut end = name.start() + length;
        if text[..end].ends_with("'s") {
            end -= 2;
        }
        marks.push((Kind::Person, whole.start()..end));
    }
}

/// A word that begins a sentence and never ends a name.
fn is_stop(word: &str) -> bool {
    matches!(
        bare(word).as_str(),
        "i" | "he"
            | "she"
            | "they"
            | "we"
            | "you"
            | "it"
            | "the"
            | "a"
            | "an"
            | "and"
            | "but"
            | "so"
            | "that"
            | "this"
            | "then"
            | "there"
            | "what"
            | "when"
            | "where"
            | "who"
            | "why"
            | "how"
            | "my"
            | "our"
            | "his"
            | "her"
            | "their"
            | "no"
            | "yes"
            | "not"
            | "if"
            | "in"
            | "on"
            | "at"
            | "of"
            | "for"
            | "is"
            | "was"
            | "said"
            | "says"
            | "just"
            | "well"
    )
}

#[cfg(test)]
mod tests;
