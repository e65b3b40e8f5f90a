//! Words that turn a sentence round, in the languages in which a quotation is likely to be cut.

use super::tokens::{QuotationToken, QuotationTokenKind};

/// By the language's first subtag. A word that is no negation in most of its uses is left out (French `personne`, `plus`).
const WORDS: &[(&str, &[&str])] = &[
    (
        "en",
        &[
            "not", "no", "never", "nobody", "nothing", "none", "neither", "nor", "nowhere", "cannot", "hardly", "barely", "scarcely",
            "without",
        ],
    ),
    (
        "de",
        &[
            "nicht",
            "nichts",
            "nie",
            "niemals",
            "niemand",
            "niemanden",
            "niemandem",
            "kein",
            "keine",
            "keinen",
            "keinem",
            "keiner",
            "keines",
            "keins",
            "keineswegs",
            "weder",
            "nirgends",
            "nirgendwo",
            "kaum",
            "ohne",
            "nein",
        ],
    ),
    ("fr", &["ne", "pas", "jamais", "rien", "aucun", "aucune", "ni", "non", "sans", "guère", "nulle"]),
    ("es", &["no", "nunca", "jamás", "nadie", "nada", "ningún", "ninguno", "ninguna", "ni", "tampoco", "sin", "apenas"]),
    ("pt", &["não", "nunca", "jamais", "ninguém", "nada", "nenhum", "nenhuma", "nem", "tampouco", "sem"]),
    ("it", &["non", "no", "mai", "nessuno", "nessuna", "nessun", "niente", "nulla", "né", "neppure", "nemmeno", "neanche", "senza"]),
    ("nl", &["niet", "niets", "nooit", "niemand", "geen", "nergens", "noch", "zonder", "nauwelijks", "nee"]),
];

/// Chinese characters that deny, and with which neighbours they do not: `不过` is “however”, `特别` “especially”.
const CHARACTERS: &[(char, &str, &str)] = &[
    ('不', "", "过過仅僅但管光论論"),
    ('没', "埋淹沉", "收"),
    ('沒', "埋淹沉", "收"),
    ('别', "特个性分区离告级类差辨识", "人的处墅样"),
    ('別', "特個性分區離告級類差辨識", "人的處墅樣"),
    ('无', "", "论"),
    ('無', "", "論"),
    ('未', "", "来來必"),
    ('非', "", "常洲"),
    ('勿', "", ""),
    ('莫', "", "名"),
];

/// A negation as a message names it: Chinese ones with the character behind them where the two are one word.
pub fn whole(text: &[QuotationToken], at: usize) -> String {
    let word = &text[at].word;
    let next = text.get(at + 1).map(|t| &*t.word).filter(|next| matches!(&**word, "没" | "沒") && *next == "有");
    format!("{word}{}", next.unwrap_or_default())
}

/// Whether a word of a text denies something.
pub fn denies(text: &[QuotationToken], at: usize, language: &str) -> bool {
    let token = &text[at];
    if token.kind != QuotationTokenKind::Word {
        return false;
    }
    let neighbour =
        |at: Option<usize>, of: &str| at.and_then(|at| text.get(at)).and_then(|t| t.word.chars().next()).is_some_and(|c| of.contains(c));
    if let Some((_, before, after)) = CHARACTERS.iter().find(|(c, _, _)| token.word.starts_with(*c)) {
        return !neighbour(at.checked_sub(1), before) && !neighbour(Some(at + 1), after);
    }
    let word = token.word.to_lowercase();
    let tag = language.split('-').next().unwrap_or_default().to_ascii_lowercase();
    // A long word denies in whatever language it is said to be: an interview's language is often not written down.
    let listed = WORDS.iter().any(|(of, words)| (*of == tag || word.chars().count() >= 5) && words.contains(&&*word));
    listed || word.ends_with("n't") || word.starts_with("n'")
}

#[cfg(test)]
mod tests {
    use super::super::tokens::{NotationMarks, normal, tokens};
    use super::*;
    use crate::model::settings::Notation;

    fn denied(text: &str, language: &str) -> usize {
        let tokens = tokens(&normal(text), &NotationMarks::new(&Notation::default()));
        (0..tokens.len()).filter(|at| denies(&tokens, *at, language)).count()
    }

    #[test]
    fn each_language_has_its_own_negations() {
        for (text, language) in [
            ("She didn’t", "en"),
            ("Hardly", "en-GB"),
            ("kein Wort", "de"),
            ("n’est", "fr"),
            ("nadie", "es"),
            ("ninguém", "pt-BR"),
            ("mai", "it"),
            ("geen", "nl"),
            ("他没有去", "zh"),
            ("别去", "zh"),
            ("Ich weiß nichts", "en"),
        ] {
            assert_eq!(denied(text, language), 1, "{text}");
        }
    }

    #[test]
    fn a_word_that_denies_nothing_is_none() {
        for (text, language) in
            [("mai", "fr"), ("Sin", "en"), ("knot", "en"), ("不过", "zh"), ("特别", "zh"), ("别人", "zh"), ("未来", "zh"), ("非常", "zh")]
        {
            assert_eq!(denied(text, language), 0, "{text}");
        }
    }
}
