//! The dictionary: jieba's words, with the regions of China added to them.
//!
//! It is loaded once, when the first Chinese text is met.

use super::list::List;
use super::region;
use jieba_rs::Jieba;
use std::sync::LazyLock;

/// Words of speech that jieba rates too low, so that it takes the end of a place name for their beginning.
const OFTEN_SAID: [&str; 2] = ["长大", "长大成人"];

/// Bodies of a whole country and words of medicine that jieba does not know, so that it would leave a surname over.
const KNOWN_TO_ALL: &str = "卫健委 卫计委 医保局 医保办 药监局 疾控 疾控中心 发改委 民政部 卫生部 伦理委员会 伦审 核酸 靶向药 高血糖 高血脂 白蛋白 白细胞 马应龙 居委会 村委会 \
    安罗替尼 易瑞沙 莫沙必利 马来酸 白内障 黄疸 石膏 钟南山";

/// Those after whom diseases, signs and scales are called.
static EPONYMS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "克罗恩 克罗恩病 帕金森 帕金森病 阿尔茨海默 阿尔茨海默病 阿尔兹海默 阿尔兹海默症 贝赫切特 白塞 白塞病 桥本 桥本氏 霍奇金 梅尼埃 雷诺 唐氏 马凡 格林 巴利 吉兰 \
         亨廷顿 威尔逊 库欣 艾滋 艾滋病 川崎 川崎病 高雪 法布雷 庞贝 戈谢 杜氏 贝尔 汉密尔顿 马方 艾迪生 格雷夫斯",
    )
});

static JIEBA: LazyLock<Jieba> = LazyLock::new(|| {
    let mut jieba = Jieba::new();
    for name in REGIONS_BY_NAME.iter().filter(|name| !jieba.has_word(name)).collect::<Vec<_>>() {
        jieba.add_word(name, Some(50), Some("ns"));
    }
    for word in OFTEN_SAID {
        jieba.add_word(word, Some(100_000), Some("v"));
    }
    for word in KNOWN_TO_ALL.split_ascii_whitespace().chain(EPONYMS.words()) {
        jieba.add_word(word, Some(1_000), Some("n"));
    }
    jieba
});

/// The regions in the order of their names.
static REGIONS_BY_NAME: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut all: Vec<String> = region::names().collect();
    all.sort_unstable();
    all.dedup();
    all
});

/// The regions whose names are no ordinary words besides.
static REGIONS: LazyLock<List> =
    LazyLock::new(|| List::of(REGIONS_BY_NAME.iter().map(String::as_str).filter(|name| names_only_a_region(name))));

fn names_only_a_region(name: &str) -> bool {
    if region::is_prefecture(name) || region::is_ordinary(name) {
        return !region::is_ordinary(name);
    }
    match JIEBA.tag(name, false).as_slice() {
        [one] => match speech_of_tag(one.tag) {
            Speech::Place => true,
            Speech::Person | Speech::Proper => frequency(name) < 300,
            _ => frequency(name) < 80,
        },
        _ => true,
    }
}

/// The dictionary, loaded on first use.
pub(super) fn jieba() -> &'static Jieba {
    &JIEBA
}

/// Whether the dictionary knows a word.
pub(super) fn knows(word: &str) -> bool {
    JIEBA.has_word(word)
}

/// What a word is, as far as names are concerned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Speech {
    Region,
    Place,
    Person,
    Org,
    /// A proper name of another kind.
    Proper,
    Noun,
    /// A part of words that seldom stands alone.
    Bound,
    Verb,
    Adjective,
    Number,
    /// Pronouns, prepositions, particles, adverbs and so on.
    Function,
}

/// What a word is, by its tag and by the list of regions.
pub(super) fn speech(word: &str, tag: &str) -> Speech {
    if !word.starts_with(is_han) || EPONYMS.has(word) {
        return Speech::Function;
    }
    match speech_of_tag(tag) {
        // The shortest name of a region has two characters, the longest is of some seven.
        Speech::Function => Speech::Function,
        _ if (6..=21).contains(&word.len()) && REGIONS.has(word) => Speech::Region,
        other => other,
    }
}

fn speech_of_tag(tag: &str) -> Speech {
    match tag {
        "ns" => Speech::Place,
        "nt" => Speech::Org,
        "nz" => Speech::Proper,
        "zg" | "g" | "ng" | "ag" | "vg" | "x" => Speech::Bound,
        _ if tag.starts_with("nr") => Speech::Person,
        _ if tag.starts_with(['n', 'j', 's']) => Speech::Noun,
        _ if tag.starts_with('v') => Speech::Verb,
        "i" | "l" | "z" => Speech::Adjective,
        _ if tag.starts_with(['a', 'b']) => Speech::Adjective,
        _ if tag.starts_with('m') => Speech::Number,
        _ => Speech::Function,
    }
}

/// How often a word of the dictionary was counted.
pub(super) fn frequency(word: &str) -> usize {
    JIEBA.suggest_freq(word)
}

/// Whether the dictionary tags a word as a name and has not counted it often. A word that it lacks is not guessed at: the model
/// for that takes nearly as long to load as the dictionary.
pub(super) fn is_first_of_all_a_name(word: &str) -> bool {
    knows(word) && JIEBA.tag(word, false).first().is_some_and(|one| one.tag.starts_with("nr")) && frequency(word) < 1_500
}

/// Whether a character is a Chinese one.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{323af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_region_is_one_word_and_an_ordinary_word_is_no_region() {
        let kinds = |word: &str| jieba().tag(word, false).iter().map(|tag| speech(tag.word, tag.tag)).collect::<Vec<_>>();
        assert_eq!(kinds("莱芜"), [Speech::Region]);
        assert_eq!(kinds("崇州"), [Speech::Region]);
        assert_ne!(kinds("和平"), [Speech::Region]);
        assert_eq!(kinds("医院"), [Speech::Noun]);
    }
}
