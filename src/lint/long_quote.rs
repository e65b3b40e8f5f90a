//! `long-quote`: a passage so long that those who know the story recognise who tells it.

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Subject, codes};
use crate::model::{Original, Turn, TurnSpeaker, Words};
use crate::text::is_unspaced;

codes! {
    Privacy {
        /// **Checks** that what a participant says in a quote is at most 120 words long, or 240 characters in a script without
        /// spaces, in each language it is shown in. What the interviewer asks is not measured.
        ///
        /// **Why:** people who know the story recognise a long passage, even if all names have been removed.
        ///
        /// **Example:** a quote of 300 words that tells the whole course of an illness.
        LONG_QUOTE = "long-quote", Warning, "A quote is longer than 120 words, or 240 characters in a script without spaces.";
    }
}

pub static RULE: Rule =
    Rule { codes: CODES, checked: "quotes so long that those who know the story recognise who tells it", check: Some(check) };

const MOST_WORDS: usize = 120;
/// In a script without spaces.
const MOST_CHARACTERS: usize = 240;

fn check(context: &Context) -> Vec<Diagnostic> {
    let study = context.study;
    let spoken = study.quotes.iter().filter(|q| !study.source(q.source).kind.is_researchers());
    spoken
        .filter_map(|quote| {
            let length = texts(&quote.words).iter().filter_map(|text| too_long(text)).next()?;
            Some(
                Diagnostic::at(&LONG_QUOTE, quote.span, format!("`{}` is {length} long", quote.id)).about(Subject::quote(quote.id.as_str())).help(
                    format!(
                        "those who know the story recognise a long passage; take the part that speaks to the theme ({MOST_WORDS} words or {MOST_CHARACTERS} characters at most), or make two quotes of it"
                    ),
                ),
            )
        })
        .collect()
}

/// What participants say in a quote, by language.
fn texts(words: &Words) -> Vec<String> {
    let of = |turns: &[Turn]| {
        let spoken = turns.iter().filter(|t| t.speaker != TurnSpeaker::Interviewer);
        spoken.map(|t| &*t.text).collect::<Vec<_>>().join(" ")
    };
    match words {
        Words::Speech { text, original } => {
            let original = original.as_ref().map(|Original { text, .. }| text.to_string());
            std::iter::once(text.to_string()).chain(original).collect()
        }
        Words::Exchange { turns, original } => {
            let original = original.as_ref().map(|(_, turns)| of(turns));
            std::iter::once(of(turns)).chain(original).collect()
        }
        Words::Paraphrase(_) | Words::Unset => Vec::new(),
    }
}

/// The length of a text that is too long, in what it is measured in.
fn too_long(text: &str) -> Option<String> {
    let characters = text.chars().filter(|c| is_unspaced(*c)).count();
    // A foreign word in a Chinese text counts as a character or two, a Chinese name in an English text as a word.
    let words = text.split_whitespace().filter(|w| w.contains(|c: char| c.is_alphanumeric() && !is_unspaced(c))).count();
    if characters > words {
        (characters + words > MOST_CHARACTERS).then(|| format!("{} characters", characters + words))
    } else {
        (words > MOST_WORDS).then(|| format!("{words} words"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_counted_where_there_are_spaces_and_characters_where_there_are_none() {
        assert_eq!(too_long(&"word ".repeat(120)), None);
        assert_eq!(too_long(&"word ".repeat(121)), Some("121 words".to_owned()));
        assert_eq!(too_long(&"word — ".repeat(120)), None);
        assert_eq!(too_long(&"他".repeat(240)), None);
        assert_eq!(too_long(&"他说，".repeat(121)), Some("242 characters".to_owned()));
        assert_eq!(too_long(&format!("{} 他说", "word ".repeat(121))), Some("121 words".to_owned()));
    }
}
