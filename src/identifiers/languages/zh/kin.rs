//! Words for a person beside which there is a name, and words after which one comes.

use super::dictionary;
use super::list::{List, list};
use super::text::ZhText;
use std::sync::LazyLock;

/// Kin, as somebody speaks of their own.
static KIN: LazyLock<List> = list!("zh/kin.txt");

/// Those one meets, and what they do.
static ROLES: LazyLock<List> = list!("zh/roles.txt");

/// Verbs after which one hears who.
static VERBS: LazyLock<List> = list!("zh/person-verbs.txt");

/// Small words after which there may be a name.
static LINKS: LazyLock<List> = list!("zh/links.txt");

/// Times and turns after which a clause goes on with who did it.
static TIMES: LazyLock<List> = list!("zh/times.txt");

/// What a name is worth by what is before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum NameCue {
    None,
    /// A sentence or a clause begins.
    Start,
    /// A small word that names follow among other things.
    Link,
    /// A word for a person, or a verb that takes one.
    Strong,
}

impl NameCue {
    pub(super) fn weight(self) -> i32 {
        match self {
            NameCue::None => 0,
            NameCue::Start => 1,
            NameCue::Link => 2,
            NameCue::Strong => 4,
        }
    }
}

/// Whether a word is one for kin or a role.
pub(super) fn is_person_word(word: &str) -> bool {
    KIN.has(word) || ROLES.has(word)
}

/// Whether a word for kin or a role begins at a character.
pub(super) fn begins_person(text: &ZhText, at: usize) -> bool {
    KIN.longest_at(text, at).or_else(|| ROLES.longest_at(text, at)).is_some()
}

/// Whether a word of two characters and more for kin begins at a character.
pub(super) fn begins_kin(text: &ZhText, at: usize) -> bool {
    KIN.longest_at(text, at).is_some_and(|length| length > 1)
}

/// Whether a word for kin or a role ends before a character.
pub(super) fn ends_person(text: &ZhText, at: usize) -> bool {
    KIN.longest_before(text, at).or_else(|| ROLES.longest_before(text, at)).is_some()
}

/// Whether a word of two characters and more for kin ends before a character.
pub(super) fn ends_kin(text: &ZhText, at: usize) -> bool {
    KIN.longest_before(text, at).is_some_and(|length| length > 1)
}

/// Whether a word is a verb after which one hears who: 谢谢 is no surname.
pub(super) fn is_cue_verb(word: &str) -> bool {
    VERBS.has(word)
}

/// What is before a place in the text.
pub(super) fn before(text: &ZhText, at: usize) -> NameCue {
    let c = text.before(at);
    if !dictionary::is_han(c) {
        return if c == '、' || c == '叫' { NameCue::Link } else { NameCue::Start };
    }
    let mut end = at;
    // 多亏了, 认识的, 问过: the ending of the verb is passed over.
    if at > 1 && matches!(c, '了' | '过' | '着') {
        end -= 1;
    }
    for length in [3, 2, 1] {
        let Some(start) = end.checked_sub(length).filter(|&start| text.begins_word(start)) else { continue };
        let word = text.slice(start, end);
        if is_person_word(word) || VERBS.has(word) {
            return NameCue::Strong;
        }
        if end == at && LINKS.has(word) {
            return NameCue::Link;
        }
        if end == at && TIMES.has(word) {
            return NameCue::Start;
        }
    }
    NameCue::None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_before_a_name_speaks_for_it() {
        for (spelling, cue) in [
            ("我先生", NameCue::Strong),
            ("多亏了", NameCue::Strong),
            ("还没告诉", NameCue::Strong),
            ("我跟", NameCue::Link),
            ("不吃了。", NameCue::Start),
            ("", NameCue::Start),
            ("吃药", NameCue::None),
        ] {
            let text = ZhText::new(spelling);
            assert_eq!(before(&text, text.len()), cue, "{spelling}");
        }
    }
}
