//! Characters that end a name: the small words of speech, by meaning.

use super::dictionary::Speech;
use super::list::{Characters, characters};
use super::text::ZhText;
use std::sync::LazyLock;

/// Pronouns, particles, prepositions, adverbs, numerals and the verbs of every day. None of them is commonly part of a given name.
static SMALL: LazyLock<Characters> = characters!("zh/small-words.txt");
/// Such words are sometimes in names all the same, when another character of the name speaks for it.
static IN_NAMES: LazyLock<Characters> = characters!("zh/small-words-in-names.txt");

/// Times at which something is done.
const TIMES: [&str; 10] = ["昨天", "今天", "明天", "前天", "当时", "那时候", "每天", "天天", "去年", "以前"];

/// Whether a character is a small word of speech, which a name does not hold.
pub(super) fn is_small(c: char) -> bool {
    SMALL.has(c) && !IN_NAMES.has(c)
}

/// Whether a character is a small word of speech, be it in a name now and then or not.
pub(super) fn is_small_word(c: char) -> bool {
    SMALL.has(c)
}

/// Whether a clause ends or goes on with a verb, an adverb or a particle: what comes after somebody.
pub(super) fn begins_act(text: &ZhText, at: usize) -> bool {
    let Some(word) = text.word_at(at) else { return true };
    let small = word.len() == 1 && is_small_word(text.at(at));
    word.start == at && (small || matches!(word.speech, Speech::Verb | Speech::Function) || TIMES.contains(&text.text_of(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_end_a_name() {
        assert!(is_small('说') && is_small('管') && !is_small('芳') && !is_small('天') && is_small_word('天'));
    }

    #[test]
    fn an_act_begins_with_a_verb_or_its_adverb() {
        let acts = |spelling| begins_act(&ZhText::new(spelling), 0);
        assert!(acts("一直握着") && acts("，") && acts("昨天走了") && !acts("医院里"));
    }
}
