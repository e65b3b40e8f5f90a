//! Names of peoples whose names are written by sound: 阿依古丽·买买提, 扎西次仁, 娜仁托娅.

use super::kin;
use super::lexicon;
use super::line::Line;
use super::list::{Chars, List};
use super::speech;
use super::{Found, Kind};
use std::sync::LazyLock;

/// The points between the parts of such a name.
const POINTS: [char; 5] = ['·', '・', '•', '‧', '∙'];

/// Parts of names: Uyghur and Kazakh, Tibetan, Mongolian.
static PARTS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "古丽 买买提 麦麦提 吐尔逊 吐尔洪 艾买提 艾力 阿依 热合曼 阿卜杜 阿不都 阿布都 玉素甫 依明 帕提 古扎丽 努尔 迪丽 热孜 肉孜 库尔班 亚森 木合 哈斯木 叶尔 赛力克 巴合 \
    扎西 卓玛 次仁 才让 央金 达瓦 格桑 旺堆 尼玛 多吉 丹增 平措 措姆 拉姆 白玛 仁青 加措 德吉 边巴 索朗 洛桑 次旦 \
    巴特尔 其其格 高娃 其木格 木格 托雅 乌云 娜仁 托娅 斯琴 乌兰 塔娜 萨仁 苏日 格日勒 巴雅尔 宝音 阿拉坦 哈斯 呼和 布和 朝鲁 额尔 那仁 图雅",
    )
});

/// Characters that write sounds.
static SOUNDS: LazyLock<Chars> = LazyLock::new(|| {
    Chars::new("阿艾爱巴拜白别波布才措次达丹德迪都多尔尼热仁日肉如若萨赛桑森沙尚斯苏素索塔提吐图托娃瓦旺维乌吾西希曼孜扎姿兹卓木买麦米玛玉依伊亚娅雅央叶因音古哈海罕赫合胡吉加江金卡克库拉来莱兰勒里力丽利林洛罗马满姆纳那娜努帕平其奇恰\
    不卜杜逊增姬珠朗青旦堆桌格呼和浩特鲁雪勤琴甫明江汗".chars())
});

/// Adds the names written by sound in a line.
pub(super) fn find(line: &Line, found: &mut Vec<Found>) {
    for at in 1..line.len() {
        if POINTS.contains(&line.at(at)) && lexicon::is_han(line.before(at)) && lexicon::is_han(line.at(at + 1)) {
            let (start, end) = (leftwards(line, at), rightwards(line, at + 1));
            if start < at && end > at + 1 {
                found.push(Found::new(Kind::Person, start, end));
            }
        }
    }
    for word in &line.words {
        let Some(length) = PARTS.longest_at(line, word.start) else { continue };
        let start = leftwards(line, word.start);
        let end = rightwards(line, word.start + length);
        // One part alone may be anything; two, or one with more sounds, are a name.
        if end - start > length || kin::before(line, word.start) == kin::Cue::Strong {
            found.push(Found::new(Kind::Person, start, end));
        }
    }
}

fn sounds(line: &Line, at: usize) -> bool {
    SOUNDS.has(line.at(at))
}

fn leftwards(line: &Line, end: usize) -> usize {
    let mut start = end;
    while start > 0 && end - start < 6 && sounds(line, start - 1) && !(speech::is_small(line.at(start - 1)) && line.begins_word(start)) {
        start -= 1;
    }
    start
}

fn rightwards(line: &Line, start: usize) -> usize {
    let mut end = start;
    loop {
        if end - start < 12 && sounds(line, end) || POINTS.contains(&line.at(end)) && sounds(line, end + 1) {
            end += 1;
        } else {
            break;
        }
    }
    // A small word of its own at the end is what comes after: 来, 那.
    while end > start && speech::is_small_word(line.at(end - 1)) && line.begins_word(end - 1) {
        end -= 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        let line = Line::new(text);
        let mut found = Vec::new();
        find(&line, &mut found);
        let found = super::super::settle(found);
        found.iter().map(|one| line.slice(one.chars.start, one.chars.end)).collect()
    }

    fn table(cases: &[(&str, &[&str])]) {
        for (text, expected) in cases {
            assert_eq!(names(text), *expected, "{text}");
        }
    }

    #[test]
    fn names_written_by_sound_are_found() {
        table(&[("买买提·艾力说他听不懂。", &["买买提·艾力"]), ("阿依古丽住我对面。", &["阿依古丽"]), ("扎西多吉来了。", &["扎西多吉"])]);
    }

    #[test]
    fn a_point_between_other_words_is_no_name() {
        table(&[("第一章·开头", &[]), ("乌云密布。", &[])]);
    }
}
