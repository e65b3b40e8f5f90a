//! Places below the province: those the dictionary knows, and those that end in what they are.

use super::super::{Kind, Marks, is_cjk};
use super::{Word, is_frequent};
use super::lists::is_public_place;

const ENDS: &[&str] = &["自治州", "自治县", "街道", "市", "县", "区", "镇", "乡", "村", "旗", "屯", "庄", "寨", "坝", "湾", "路", "街", "巷"];

/// What stands before an end and makes no name: the whole city, this village.
const GENERAL: &[&str] = &[
    "我们", "你们", "他们", "咱们", "这个", "那个", "这", "那", "每个", "整个", "全", "本", "该", "各", "某", "一个", "两个", "几个", "同", "邻", "外", "老", "新", "大", "小", "城", "农", "山", "郊", "病", "社", "小区", "地", "山区", "市", "县", "隔壁", "附近",
    "别的", "其他", "家", "进", "出", "回", "上", "下", "走", "过", "在", "到", "去", "门", "急诊", "住院", "公共", "生活", "老城", "开发", "工业", "度假", "马",
];

/// What the dictionary holds for a place and nobody else does.
const NO_PLACES: &[&str] = &["礼拜", "上门", "长大", "山里", "城里", "村里", "海边", "河边", "路口", "家门", "花园", "天堂", "地狱", "人间", "人民", "光明", "平安", "安宁", "太平", "和平", "平和", "安乐", "长寿", "开心", "安康", "同心", "新安"];

pub fn mark(text: &str, words: &[Word], marks: &mut Marks) {
    for (at, word) in words.iter().enumerate() {
        let is_town = word.tag.starts_with("nr") && ["州", "县", "市", "镇", "乡", "村"].iter().any(|end| word.text.ends_with(end));
        let known = (word.tag == "ns" || is_town) && word.chars() > 1 && !is_public_place(word.text) && !is_frequent(word.text) && !NO_PLACES.contains(&word.text);
        if known {
            let end = ENDS.iter().find(|end| text[word.range.end..].starts_with(**end) && is_cut(words, word.range.end + end.len())).map_or(0, |end| end.len());
            marks.push((Kind::Place, word.range.start..word.range.end + end));
            continue;
        }
        // What the dictionary calls a person's name or hardly knows, where one goes, lives or comes from.
        if is_visited(text, word) && word.chars() == 2 && !is_public_place(word.text) {
            marks.push((Kind::Place, word.range.clone()));
            continue;
        }
        // A name of one or two words that no dictionary has, and what it is.
        if ENDS[..9].contains(&word.text) && at > 0 {
            let stem = &words[at - 1];
            let (start, chars) = match words.get(at.wrapping_sub(2)) {
                Some(first) if stem.chars() == 1 && first.chars() == 1 && is_nameable(first) => (first.range.start, 2),
                _ => (stem.range.start, stem.chars()),
            };
            let written = &text[start..word.range.start];
            if (2..=4).contains(&chars) && is_nameable(stem) && !GENERAL.contains(&written) && !is_public_place(written) && !is_public_place(&text[start..word.range.end]) {
                marks.push((Kind::Place, start..word.range.end));
            }
        }
    }
}

/// Whether a rare word stands behind a verb or preposition of place.
fn is_visited(text: &str, word: &Word) -> bool {
    const RARE: usize = 300;
    const HOME: &[&str] = &["老家在", "家在", "住在", "住到", "出生在", "生在", "嫁到", "搬到", "搬去", "来自", "去了", "调到", "回到"];
    const WAY: &[&str] = &["在", "从", "去", "到", "回", "往", "离开"];
    let behind = super::super::before(text, word.range.start, 4);
    let stands = |words: &[&str]| words.iter().any(|w| behind.ends_with(w));
    let is_name = matches!(word.tag, "nr" | "nrt" | "nz" | "ns");
    word.text.chars().all(is_cjk)
        && super::frequency(word.text) < RARE
        && (stands(HOME) && (is_name || matches!(word.tag, "a" | "x" | "n")) || is_name && stands(WAY))
}

fn is_cut(words: &[Word], at: usize) -> bool {
    words.iter().any(|word| word.range.end == at)
}

/// Whether a word can be a name's: no verb, pronoun, number, preposition or particle.
fn is_nameable(word: &Word) -> bool {
    !GENERAL.contains(&word.text) && !matches!(word.tag.chars().next(), Some('r' | 'm' | 'q' | 'p' | 'u' | 'c' | 'd' | 'y' | 'e' | 'w' | 'v' | 'f' | 'x')) || word.tag == "x" && word.text.chars().all(super::is_cjk)
}
