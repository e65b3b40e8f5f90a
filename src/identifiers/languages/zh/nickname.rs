//! Names of the familiar kind: 小赵, 老李, 阿李, 阿芳, 二妞, 大宝, 丽丽.

use super::dictionary::{self, Speech};
use super::found::LikelyName;
use super::given;
use super::kin::{self, NameCue};
use super::list::Characters;
use super::speech;
use super::surname::{self, Surname};
use super::text::ZhText;
use std::sync::LazyLock;

/// What is set before a surname or a part of a given name.
const BEFORE: &str = "小老阿大";
/// What is set before a pet name by order of birth.
const ORDER: &str = "大二三四五小幺老阿";
static FIRST: LazyLock<Characters> = LazyLock::new(|| Characters::new(BEFORE.chars().chain(ORDER.chars()).chain("胖瘦黑".chars())));
/// What children are called.
const PET: &str = "妞宝丫娃毛柱蛋虎牛狗囡仔妹胖壮妮栓锁墩";
/// Words for kin, before which such a prefix makes no name.
const KIN: &str = "媽妈爸爹娘公婆爷爺奶哥姐弟妹姨叔伯嫂嬸婶舅姑嫲";
/// Pairs of these that are ordinary words.
const ORDINARY: [&str; 12] = ["小妹", "大妹", "老虎", "小牛", "小狗", "小虎", "大牛", "大虎", "二胖", "小胖", "小毛", "大蛋"];

/// Adds the familiar names in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for word in &text.words {
        let at = word.start;
        let begins = FIRST.has(text.at(at)) || text.at(at) == text.at(at + 1);
        if !begins || !dictionary::is_han(text.at(at)) || word.len() > 2 || kin::is_person_word(text.text_of(word)) {
            continue;
        }
        // 阿四: by one's place in the row.
        let is_numbered = text.at(at) == '阿' && "一二三四五六七八九".contains(text.at(at + 1)) && text.begins_word(at + 2);
        // 胖婶, 黑哥: by how one looks.
        let is_looks = "胖瘦黑".contains(text.at(at)) && "婶叔哥姐嫂姨爷".contains(text.at(at + 1)) && text.begins_word(at + 2);
        if is_looks || is_numbered || pet(text, at) || ordered(text, at, word.len()) || prefixed(text, at, word.len()) || doubled(text, at)
        {
            found.push(LikelyName::person(at, at + 2));
        }
    }
}

fn pet(text: &ZhText, at: usize) -> bool {
    ORDER.contains(text.at(at)) && PET.contains(text.at(at + 1)) && text.begins_word(at + 2) && !ORDINARY.contains(&text.slice(at, at + 2))
}

/// 二凤, 三妹: a child by its place in the row.
fn ordered(text: &ZhText, at: usize, length: usize) -> bool {
    "二三四五大".contains(text.at(at))
        && "凤英梅兰香霞芳红军强刚勇旺福顺贵喜琴珍莲菊花春秋".contains(text.at(at + 1))
        && length == 1
        && text.begins_word(at + 2)
        && kin::before(text, at) >= NameCue::Start
        && speech::begins_act(text, at + 2)
}

fn prefixed(text: &ZhText, at: usize, length: usize) -> bool {
    let (prefix, c) = (text.at(at), text.at(at + 1));
    if !BEFORE.contains(prefix) || !text.begins_word(at + 2) {
        return false;
    }
    if KIN.contains(c) {
        return false;
    }
    let cue = kin::before(text, at);
    if prefix == '大' {
        return surname::sureness(c) == Some(Surname::Clear) && cue >= NameCue::Link && length == 1;
    }
    let acts = speech::begins_act(text, at + 2);
    // 老毛病, 小花园: the character begins a word with the next.
    if dictionary::is_han(text.at(at + 2)) && dictionary::knows(text.slice(at + 1, at + 3)) && !acts {
        return false;
    }
    let word = text.word_at(at).map(|word| word.speech);
    let named = length == 1 || matches!(word, Some(Speech::Person | Speech::Bound | Speech::Place | Speech::Proper));
    let sure = surname::sureness(c);
    match sure {
        Some(Surname::Clear) => named || cue > NameCue::None || acts,
        Some(Surname::Fair) => named && (cue > NameCue::None || acts) || cue > NameCue::None && acts,
        Some(Surname::Weak) => named && (cue >= NameCue::Link || cue > NameCue::None && acts),
        Some(Surname::Rare) => named && prefix != '大' && cue == NameCue::Strong,
        // 小满, 阿旺.
        None if given::is_last(c) && given::weight(text, at + 1) > Some(0) && length == 1 => {
            let is_name = prefix == '阿' && (acts || given::weight(text, at + 1) == Some(given::STRONG));
            is_name || acts && cue >= if prefix == '小' { NameCue::Start } else { NameCue::Strong }
        }
        None => named && given::weight(text, at + 1) == Some(given::STRONG) && (prefix == '阿' || cue >= NameCue::Start),
    }
}

/// The same character of a name twice.
fn doubled(text: &ZhText, at: usize) -> bool {
    let c = text.at(at);
    if c != text.at(at + 1) || !text.begins_word(at + 2) || speech::is_small_word(c) {
        return false;
    }
    let word = text.word_at(at);
    let cue = kin::before(text, at);
    let seldom = word.is_some_and(|word| word.len() == 1 || word.frequency < 300);
    match given::weight(text, at) {
        Some(given::STRONG) => seldom && cue > NameCue::None,
        Some(weight) => {
            cue == NameCue::Strong
                && (weight > 0 || word.is_some_and(|word| word.len() == 2 && matches!(word.speech, Speech::Person | Speech::Noun)))
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn familiar_names_are_found() {
        assert_found(
            find,
            &[
                ("多亏了小赵。", &["小赵"]),
                ("老孙头发掉光了。", &["老孙"]),
                ("阿芳最懂事。", &["阿芳"]),
                ("药都是二妞管的。", &["二妞"]),
                ("婷婷放学了。", &["婷婷"]),
            ],
        );
    }

    #[test]
    fn words_with_the_same_beginning_are_none() {
        assert_found(
            find,
            &[
                ("老毛病又犯了。", &[]),
                ("小心走。", &[]),
                ("老师来了。", &[]),
                ("阿妈来了。", &[]),
                ("大夫捏捏他的肚皮。", &[]),
                ("常常睡不着。", &[]),
            ],
        );
    }
}
