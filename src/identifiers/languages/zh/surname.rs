//! Which characters are surnames, and how far they say so by themselves.
//!
//! A surname such as 陈 is hardly anything else; one such as 高 or 方 is first of all a word, and needs more around it before it is
//! believed.

use super::list::{Characters, List, characters, list};
use super::text::ZhText;
use std::sync::LazyLock;

/// How sure a character is of being a surname where it is alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surname {
    /// Nearly always something else.
    Rare,
    /// A word of every day that is a surname too.
    Weak,
    /// A word, but not often by itself.
    Fair,
    /// A surname and little else.
    Clear,
}

static CLEAR: LazyLock<Characters> = characters!("zh/surnames-sure.txt");
static FAIR: LazyLock<Characters> = characters!("zh/surnames-fair.txt");
static WEAK: LazyLock<Characters> = characters!("zh/surnames-weak.txt");
static RARE: LazyLock<Characters> = characters!("zh/surnames-rare.txt");
static VERBS: LazyLock<Characters> = characters!("zh/surnames-verbs.txt");
static DOUBLE: LazyLock<List> = list!("zh/surnames-double.txt");

/// Whether a character can be a surname, and how sure it is.
pub(super) fn sureness(c: char) -> Option<Surname> {
    if CLEAR.has(c) {
        Some(Surname::Clear)
    } else if FAIR.has(c) {
        Some(Surname::Fair)
    } else if WEAK.has(c) {
        Some(Surname::Weak)
    } else if RARE.has(c) {
        Some(Surname::Rare)
    } else {
        None
    }
}

/// Whether a surname is a preposition or a verb besides.
pub(super) fn is_verb(c: char) -> bool {
    VERBS.has(c)
}

/// The surname that begins at a character: its length and how sure it is.
pub(super) fn begins(text: &ZhText, at: usize) -> Option<(usize, Surname)> {
    let pair = text.slice(at, at + 2);
    if DOUBLE.has(pair) {
        return Some((2, if pair == "东方" { Surname::Weak } else { Surname::Clear }));
    }
    sureness(text.at(at)).map(|sure| (1, sure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_as_sure_as_its_other_meanings_allow() {
        for (c, sure) in [
            ('陈', Some(Surname::Clear)),
            ('馬', Some(Surname::Fair)),
            ('高', Some(Surname::Weak)),
            ('和', Some(Surname::Rare)),
            ('药', None),
        ] {
            assert_eq!(sureness(c), sure, "{c}");
        }
    }

    #[test]
    fn a_surname_may_have_two_characters() {
        assert_eq!(begins(&ZhText::new("欧阳兰"), 0), Some((2, Surname::Clear)));
        assert_eq!(begins(&ZhText::new("歐陽蘭"), 0), Some((2, Surname::Clear)));
        assert_eq!(begins(&ZhText::new("陈兰"), 0), Some((1, Surname::Clear)));
        assert_eq!(begins(&ZhText::new("药"), 0), None);
    }
}
