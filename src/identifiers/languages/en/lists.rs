//! Which words are names, and which are not, by the lists in `data/`.

use crate::identifiers::word_list::{WordList, word_list};

pub const GIVEN: WordList = word_list!("en/given-names.txt");
const FAMILY: WordList = word_list!("en/family-names.txt");
const ORDINARY: WordList = word_list!("en/ordinary.txt");
const WORDS: WordList = word_list!("en/words.txt");
pub const SMALL: WordList = word_list!("en/small-words.txt");
const DOUBLES: WordList = word_list!("en/double-words.txt");
const PUBLIC: WordList = word_list!("en/public-words.txt");
pub const BRANDS: WordList = word_list!("en/brands.txt");
const DRUGS: WordList = word_list!("en/drugs.txt");
const PEOPLES: WordList = word_list!("en/peoples.txt");
pub const SURE: WordList = word_list!("en/sure-given-names.txt");
pub const AUTHORS: WordList = word_list!("en/authors.txt");
pub const PHRASES: WordList = word_list!("en/public-phrases.txt");
pub const INQUIRIES: WordList = word_list!("en/inquiries.txt");
pub const PLACE_KINDS: WordList = word_list!("en/place-kinds.txt");
pub const FIGURES: WordList = word_list!("en/public-figures.txt");
pub const KIN: WordList = word_list!("en/kin.txt");
pub const ROLES: WordList = word_list!("en/roles.txt");
pub const NAMING: WordList = word_list!("en/naming.txt");
pub const TITLES: WordList = word_list!("en/titles.txt");
pub const SAINTS: WordList = word_list!("en/saints.txt");
pub const EPONYMS: WordList = word_list!("en/eponyms.txt");
pub const NAMESAKES: WordList = word_list!("en/namesakes.txt");
pub const COMMON_EPONYMS: WordList = word_list!("en/common-eponyms.txt");
pub const EPONYM_THINGS: WordList = word_list!("en/eponym-things.txt");
pub const NAMED_THINGS: WordList = word_list!("en/named-things.txt");
pub const STREET_WORDS: WordList = word_list!("en/street-words.txt");
pub const PLACE_ENDINGS: WordList = word_list!("en/place-endings.txt");
pub const PLACE_CUES: WordList = word_list!("en/place-cues.txt");
pub const ORGANISATION_KINDS: WordList = word_list!("en/organisation-kinds.txt");
pub const ORGANISATION_OF: WordList = word_list!("en/organisation-of.txt");
pub const SHOPS: WordList = word_list!("en/shops.txt");
pub const LEADING: WordList = word_list!("en/leading-words.txt");
pub const NATIONAL: WordList = word_list!("en/national-words.txt");
const TOWNS: WordList = word_list!("common/towns.txt");
pub const LARGEST: WordList = word_list!("common/largest-cities.txt");
pub const COUNTRIES: WordList = word_list!("common/countries.txt");

pub fn is_given(word: &str) -> bool {
    GIVEN.contains(word)
}

pub fn is_family(word: &str) -> bool {
    FAMILY.contains(word)
}

pub fn is_city(words: &str) -> bool {
    TOWNS.contains(words)
}

/// Names that everybody shares: countries, peoples, languages, feasts, months, weekdays, public bodies, media, brands, drugs.
pub fn is_public(word: &str) -> bool {
    PUBLIC.contains(word)
        || is_known_to_all(word) && !NAMESAKES.contains(word)
        || is_drug_name(word)
        || PEOPLES.contains(word)
        || BRANDS.contains(word) && !is_given(word)
        || word.contains('-')
            && word.split('-').any(|part| PEOPLES.contains(part))
            && word.split('-').all(|part| PEOPLES.contains(part) || is_ordinary(part))
        || is_people(word)
}

/// Countries and cities of many millions, also of several words.
pub fn is_known_to_all(words: &str) -> bool {
    COUNTRIES.contains(words) || LARGEST.contains(words)
}

/// By the list, or by the ending that a class of medicines shares.
pub fn is_drug_name(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "mab",
        "tinib",
        "ciclib",
        "statin",
        "prazole",
        "sartan",
        "olol",
        "dipine",
        "gliptin",
        "gliflozin",
        "glutide",
        "azepam",
        "azolam",
        "cillin",
        "mycin",
        "floxacin",
        "cycline",
        "profen",
        "caine",
        "oxetine",
        "triptan",
        "setron",
        "platin",
        "taxel",
        "parin",
        "xaban",
        "lukast",
        "terol",
        "asone",
        "olone",
        "azine",
        "vir",
    ];
    DRUGS.contains(word) && !is_given(word)
        || word.len() > 7 && ENDS.iter().any(|end| word.ends_with(end)) && !is_given(word) && !is_family(word)
}

/// Poles are Polish: a people, or its language.
fn is_people(word: &str) -> bool {
    const ENDS: &[&str] = &["ish", "ese", "ians", "ian"];
    ENDS.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        && !is_given(word)
        && (!word.ends_with("ian") || is_listed(word))
}

/// Whether a word is one of the small ones that hold a sentence together.
pub fn is_small(word: &str) -> bool {
    SMALL.contains(word)
}

/// Whether a word is one of the language, in some form of it, put together of such, or of a kind that is no name.
pub fn is_ordinary(word: &str) -> bool {
    let known = |word: &str| ORDINARY.contains(word) || SMALL.contains(word);
    known(word)
        || stems(word).any(|stem| known(&stem))
        || word.contains('-') && word.split('-').all(|part| part.chars().count() < 2 || is_ordinary(part))
        || LEARNED.iter().any(|end| word.len() > end.len() + 2 && word.ends_with(end))
        || !word.contains(|c: char| !c.is_ascii() || "aeiouy".contains(c))
}

/// Ends of learned words: specialities, diseases and operations.
const LEARNED: &[&str] = &[
    "ology",
    "ologist",
    "ologists",
    "itis",
    "ectomy",
    "ostomy",
    "otomy",
    "oscopy",
    "therapy",
    "therapist",
    "pathy",
    "iatrics",
    "iatry",
    "osis",
    "aemia",
    "emia",
    "tion",
    "tions",
    "ness",
    "ment",
    "ments",
    "ship",
    "graphy",
    "metry",
];

/// A word that a list of the language has as it is.
fn is_listed(word: &str) -> bool {
    WORDS.contains(word) || ORDINARY.contains(word)
}

pub fn is_english(word: &str) -> bool {
    is_ordinary(word) || WORDS.contains(word) || stems(word).any(|stem| WORDS.contains(&stem))
}

/// Words that are names too: where one begins a sentence, it is rather the word.
pub fn is_double(word: &str) -> bool {
    DOUBLES.contains(word) || is_ordinary(word)
}

/// What a word could be a form of.
fn stems(word: &str) -> impl Iterator<Item = String> + '_ {
    const FORMS: &[(&str, &[&str])] = &[
        ("'s", &[""]),
        ("ies", &["y"]),
        ("es", &["", "e"]),
        ("s", &[""]),
        ("ied", &["y"]),
        ("ed", &["", "e"]),
        ("ing", &["", "e"]),
        ("ly", &["", "le"]),
        ("er", &["", "e"]),
        ("est", &["", "e"]),
        ("n't", &[""]),
        ("'ll", &[""]),
        ("'d", &[""]),
        ("'re", &[""]),
        ("'ve", &[""]),
        ("'m", &[""]),
    ];
    FORMS.iter().filter_map(|(end, others)| Some((word.strip_suffix(end)?, others))).filter(|(stem, _)| stem.len() > 1).flat_map(
        |(stem, others)| {
            let doubled = stem.len() > 3 && stem.as_bytes()[stem.len() - 1] == stem.as_bytes()[stem.len() - 2];
            let single = doubled.then(|| stem[..stem.len() - 1].to_owned());
            others.iter().map(move |other| format!("{stem}{other}")).chain(single)
        },
    )
}

#[cfg(test)]
mod sure_names {
    use super::*;

    #[test]
    fn a_sure_given_name_is_a_given_name() {
        assert!(SURE.entries().all(is_given));
    }
}
