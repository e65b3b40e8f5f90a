//! Names of peoples whose names are written by sound: 阿依古丽·买买提, 扎西次仁, 娜仁托娅.

use super::dictionary::{self, Speech};
use super::found::LikelyName;
use super::kin;
use super::list::{Characters, List, characters, list};
use super::speech;
use super::text::{ZhText, ZhWord};
use std::sync::LazyLock;

/// The points between the parts of such a name.
const POINTS: [char; 5] = ['·', '・', '•', '‧', '∙'];

/// Those who serve a faith, whose names are often written by sound.
const CLERICS: [&str; 7] = ["阿訇", "毛拉", "伊玛目", "活佛", "喇嘛", "仁波切", "上师"];

/// Parts of names: Uyghur and Kazakh, Tibetan, Mongolian.
static PARTS: LazyLock<List> = list!("zh/sound-names.txt");

/// Characters that write sounds.
static SOUNDS: LazyLock<Characters> = characters!("zh/sound-characters.txt");
/// Those of names from farther away besides.
static ALL_SOUNDS: LazyLock<Characters> = characters!("zh/sound-characters-western.txt");

/// Adds the names written by sound in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for at in 1..text.len() {
        if POINTS.contains(&text.at(at)) && dictionary::is_han(text.before(at)) && dictionary::is_han(text.at(at + 1)) {
            let (start, end) = (leftwards(text, at, &ALL_SOUNDS), rightwards(text, at + 1, &ALL_SOUNDS));
            if start < at && end > at + 1 {
                found.push(LikelyName::person(start, end));
            }
        }
    }
    for word in &text.words {
        found.extend(foreign(text, word).map(|end| LikelyName::person(word.start, end)));
        let Some(length) = PARTS.longest_at(text, word.start) else { continue };
        let start = leftwards(text, word.start, &SOUNDS);
        let end = rightwards(text, word.start + length, &SOUNDS);
        // 其其格骑摩托: where somebody does something.
        let is_somebody = kin::before(text, word.start) >= kin::NameCue::Start
            && text.begins_word(end)
            && speech::begins_act(text, end)
            && text.word_at(end).is_some_and(|word| dictionary::is_han(text.at(word.start)));
        // 哈吉尔阿訇: who serves a faith.
        let is_cleric = CLERICS.iter().any(|title| text.has(end, title));
        // One part alone may be anything; two, or one with more sounds, are a name.
        if end - start > length || is_somebody || is_cleric || kin::before(text, word.start) == kin::NameCue::Strong {
            found.push(LikelyName::person(start, end));
        }
    }
}

/// 玛丽亚, 史蒂文: where a name of three sounds and more ends that the dictionary knows, or that is where a name comes.
fn foreign(text: &ZhText, word: &ZhWord) -> Option<usize> {
    let at = word.start;
    if word.speech == Speech::Person && word.len() > 2 && (at..word.end).all(|at| ALL_SOUNDS.has(text.at(at))) {
        return Some(word.end);
    }
    if word.speech == Speech::Function || !ALL_SOUNDS.has(text.at(at)) || kin::before(text, at) != kin::NameCue::Strong {
        return None;
    }
    let mut end = rightwards(text, at, &ALL_SOUNDS);
    // 安德烈来自: the run ends within a word.
    while end > at && !text.begins_word(end) {
        end -= 1;
    }
    let is_word = word.end >= end && word.speech != Speech::Person;
    ((3..8).contains(&(end - at)) && !is_word).then_some(end)
}

fn leftwards(text: &ZhText, end: usize, sounds: &Characters) -> usize {
    let mut start = end;
    while start > 0
        && end - start < 6
        && sounds.has(text.at(start - 1))
        && !(speech::is_small(text.at(start - 1)) && text.begins_word(start))
    {
        start -= 1;
    }
    start
}

fn rightwards(text: &ZhText, start: usize, sounds: &Characters) -> usize {
    let mut end = start;
    loop {
        if end - start < 12 && sounds.has(text.at(end)) || POINTS.contains(&text.at(end)) && sounds.has(text.at(end + 1)) {
            end += 1;
        } else {
            break;
        }
    }
    // A small word of its own at the end is what comes after: 来, 那.
    while end > start && speech::is_small_word(text.at(end - 1)) && text.begins_word(end - 1) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn names_written_by_sound_are_found() {
        assert_found(
            find,
            &[("买买提·艾力说他听不懂。", &["买买提·艾力"]), ("阿依古丽住我对面。", &["阿依古丽"]), ("扎西多吉来了。", &["扎西多吉"])],
        );
    }

    #[test]
    fn a_point_between_other_words_is_no_name() {
        assert_found(find, &[("第一章·开头", &[]), ("乌云密布。", &[])]);
    }
}
