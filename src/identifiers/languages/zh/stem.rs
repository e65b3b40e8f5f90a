//! How far a name reaches to the left of the word that says what it is the name of: 塘栖 before 镇, 东风汽车 before 厂.
//!
//! The words before are taken one by one, until one comes that a name does not hold.

use super::dictionary::{self, Speech};
use super::kin;
use super::list::{List, list};
use super::speech;
use super::text::{ZhText, ZhWord};
use std::sync::LazyLock;

/// Verbs and adverbs of two characters and more that come before a place or an institution.
static STOPS: LazyLock<List> = list!("zh/before-names.txt");

/// Characters at the end of a verb that takes a place or a person.
const ENDS_VERB: &str = "到了在过给往着完遍";

/// Words in the names of institutions.
static IN_NAMES: LazyLock<List> = list!("zh/organisation-sorts.txt");

/// Those for whom an institution is, so that they are in its name.
const SERVED: [&str; 9] = ["社工", "志愿者", "患者", "病友", "老人", "孕妇", "学生", "孩子", "记者"];

/// Numbers of which an institution may have one.
const DIGITS: &str = "一二三四五六七八九十";

/// Verbs of motion that are followed by one of direction: 送进, 转去. But 前进 is a name like others.
const MOTION: &str = "走送住转搬跑赶抬推拉接调分考嫁带冲跨挤闯钻回过上下进出";
const DIRECTION: &str = "进去来出回入";

/// Whether a word can be a part of a name.
fn belongs(text: &ZhText, word: &ZhWord) -> bool {
    let spelling = text.text_of(word);
    if !spelling.chars().all(dictionary::is_han) || kin::is_person_word(spelling) && !SERVED.contains(&spelling) || STOPS.has(spelling) {
        return false;
    }
    if word.len() == 1 {
        // 步行至, 沿: a place is behind them.
        if "至抵赴距沿".contains(text.at(word.start)) {
            return false;
        }
        return !speech::is_small_word(text.at(word.start)) || DIGITS.contains(text.at(word.start));
    }
    match word.speech {
        // 临终: of an institution's name all the same.
        Speech::Function => IN_NAMES.has(spelling),
        Speech::Verb => {
            let (first, last) = (text.at(word.start), text.before(word.end));
            !(ENDS_VERB.contains(last) || MOTION.contains(first) && DIRECTION.contains(last))
        }
        _ => true,
    }
}

/// Where the name begins whose last character is before `end`, at most `most` characters to the left.
///
/// A word that reaches beyond `end` is passed over: the caller has looked at it.
pub(super) fn begin(text: &ZhText, end: usize, most: usize) -> usize {
    let mut start = end;
    while let Some(at) = start.checked_sub(1) {
        let Some(word) = text.word_at(at) else { break };
        let long = end - word.start > most;
        if long || word.end > end && start == end || !belongs(text, word) && !ordinal(text, word) {
            break;
        }
        start = word.start;
    }
    // A name may hold a number, but not begin with it: 国棉三厂.
    while start < end && DIGITS.contains(text.at(start)) && text.begins_word(start + 1) {
        start += 1;
    }
    start
}

/// 第一, 第三: the number of an institution.
fn ordinal(text: &ZhText, word: &ZhWord) -> bool {
    text.at(word.start) == '第' && word.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_reaches_back_to_the_first_word_that_is_none() {
        for (spelling, name) in [("后来转到安康", "安康"), ("我在国棉三", "国棉三"), ("我们", ""), ("去三", "")] {
            let text = ZhText::new(spelling);
            assert_eq!(text.slice(begin(&text, text.len(), 8), text.len()), name, "{spelling}");
        }
    }
}
