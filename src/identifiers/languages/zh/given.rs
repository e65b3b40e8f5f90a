//! Which characters are in given names, and how far they say so.
//!
//! The given names of the crate `fake` are too few by themselves; common characters are added. A character that is seldom a
//! word of its own speaks for a name too, wherever it is left over between words.

use super::lexicon::{self, Speech};
use super::line::{Line, Word};
use super::list::{Chars, List};
use super::speech;
use fake::locales::{Data, ZH_CN, ZH_TW};
use std::sync::LazyLock;

/// What a character of a name weighs that is hardly anything else.
pub(super) const STRONG: i32 = 3;
/// What a character of a name weighs that is a word too.
pub(super) const FAIR: i32 = 2;

/// Characters of given names that are seldom words: those of girls, then those of boys, then those of either.
const SELDOM_WORDS: &str = "芳娟丽娜洁婷琴璐凤珍英玲霞艳燕梅兰莉萍秀桂淑芬琳琪瑶颖莹雯倩妍娇媛婉婧婵嫣茜菊荷莲蓉蕾薇萱芝芸芹蕊晶姗\
    伟磊军勇杰涛辉鹏斌波浩宇轩昊峰龙亮凯俊彬毅翔旭晨栋梁贵福禄寿祥瑞泰康豪彪彦炎焱淼垚炜煜烨炫琛琨瑾璇琼瑜珊珠玫瑰瑛\
    佳嘉锦雅诗梦欣怡悦涵淇沐梓紫晓雪云霜铭鑫钰钧锋锐慧惠巧妙翠碧静敏丹明国志建华德文忠义仁贤良庆宁宏弘鸿奎坤乾森楠林松\
    麗嬌鳳蘭瓊穎瑩蓮偉強軍傑濤輝龍亮華國東寧慶鴻賢貴榮蘇潔靜";

/// Characters of given names that are words as well.
const WORDS_TOO: &str = "红玉强超刚飞健阳根宝富财喜安平民胜利东卫兵革新春生孝礼智信诚善广永长有世家思乐子若小雨月星辰虹露冰海江河湖洋清\
    泉溪山岩石金银铜铁钢彩美香树木兴旺发盛茂荣光耀祖宗启先全才友学勤直开进成功立业振远达顺昌隆余满堂魁震坚定恒久恩爱心\
    秋冬夏伯仲少兆招娣弟来援朝引换改民跃放解新念诺以南西北中念一之可如元同连花水火土风雷苗叶桃李正大高义方红君儿女娃妹男仙彩群芬章武云";

static SELDOM: LazyLock<Chars> = LazyLock::new(|| {
    let taken = |c: &char| !WORDS_TOO.contains(*c) && !speech::is_small(*c);
    Chars::new(whole_names().flat_map(str::chars).filter(taken).chain(SELDOM_WORDS.chars()))
});

static WHOLE: LazyLock<List> = LazyLock::new(|| List::of(whole_names()));
static TOO: LazyLock<Chars> = LazyLock::new(|| Chars::new(WORDS_TOO.chars()));

fn whole_names() -> impl Iterator<Item = &'static str> {
    ZH_CN::NAME_FIRST_NAME.iter().chain(ZH_TW::NAME_FIRST_NAME).copied()
}

/// What a character weighs as a part of a given name; none if it cannot be one.
pub(super) fn weight(line: &Line, at: usize) -> Option<i32> {
    let c = line.at(at);
    if !lexicon::is_han(c) || speech::is_small(c) {
        return None;
    }
    if SELDOM.has(c) {
        return Some(STRONG);
    }
    if TOO.has(c) {
        return Some(if speech::is_small_word(c) { FAIR - 1 } else { FAIR });
    }
    let alone = line.word_at(at).map(|word| &line.words[word]).filter(|word| word.len() == 1);
    Some(match alone.map(|word| word.speech) {
        Some(Speech::Bound | Speech::Person) => STRONG,
        Some(Speech::Proper | Speech::Place | Speech::Region) => FAIR,
        _ => 0,
    })
}

/// What a word of two characters weighs as a given name; none if it cannot be one.
pub(super) fn weight_of_pair(line: &Line, word: &Word) -> Option<i32> {
    let (first, second) = (weight(line, word.start)?, weight(line, word.start + 1)?);
    let text = line.text_of(word);
    if WHOLE.has(text) {
        return Some(2 * STRONG);
    }
    match word.speech {
        Speech::Person | Speech::Proper | Speech::Place | Speech::Region | Speech::Bound => Some(first + second),
        _ if first == 0 || second == 0 => unusual(text),
        Speech::Noun => Some((first + second - 1).max(unusual(text).unwrap_or(0))),
        _ => Some((first + second - 2).max(unusual(text).unwrap_or(0))),
    }
}

/// What a word weighs that is seldom said: a name may have its two characters by chance.
fn unusual(text: &str) -> Option<i32> {
    match lexicon::frequency(text) {
        0..100 => Some(4),
        100..800 => Some(3),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_weighs_by_how_seldom_it_is_a_word() {
        for (text, weighs) in [("芳", Some(STRONG)), ("海", Some(FAIR)), ("药", Some(0)), ("说", None), ("a", None)] {
            assert_eq!(weight(&Line::new(text), 0), weighs, "{text}");
        }
    }

    #[test]
    fn an_ordinary_word_of_two_characters_is_no_given_name() {
        let pair = |text| {
            let line = Line::new(text);
            weight_of_pair(&line, &line.words[0])
        };
        assert!(
            pair("医院").is_none() && pair("报告").is_none() && pair("志豪") == Some(6) && pair("丽娟").is_some_and(|weight| weight > 3)
        );
    }
}
