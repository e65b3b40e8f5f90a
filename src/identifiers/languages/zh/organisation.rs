//! Institutions with a name: 瑞金医院, 东风汽车厂, 第一人民医院, 和平社区卫生服务中心.
//!
//! A kind of institution is looked for, then the name before it. What only says which sort is meant (县医院, 三甲医院, 这家公司)
//! is no name.

use super::dictionary::Speech;
use super::found::LikelyName;
use super::list::{List, list};
use super::stem;
use super::text::ZhText;
use std::sync::LazyLock;

/// Kinds of institutions, by what is done in them.
static KINDS: LazyLock<List> = list!("zh/organisation-kinds.txt");

/// Words that say which sort of institution is meant, not which one.
static SORTS: LazyLock<List> = list!("zh/organisation-sorts.txt");

/// Beginnings of bodies of a whole country, which tell nothing.
const NATIONAL: [&str; 8] = ["国家", "中国", "全国", "世界", "中央", "联合国", "中华", "国际"];

/// The longest name, in characters, before the kind.
const MOST: usize = 12;

/// The institutions in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for end in 1..=text.len() {
        let Some(kind) = kind_before(text, end) else { continue };
        // The kind may be the end of a word: 瑞金医院, 汽车厂.
        let inner = text.word_at(kind).map_or(kind, |word| word.start);
        let start = stem::begin(text, inner, MOST);
        if start < kind && is_name(text, start, kind) {
            // 北京大学第三医院 is one, longer than the university in it.
            if found.last().is_some_and(|last| last.chars.start >= start) {
                found.pop();
            }
            found.push(LikelyName::organisation(start, end));
        }
    }
}

/// Where the kind of institution begins that ends at a place between two words.
fn kind_before(text: &ZhText, end: usize) -> Option<usize> {
    if !text.begins_word(end) {
        return None;
    }
    // 石佛寺村 is a village.
    let goes_on = matches!(text.at(end), '村' | '镇' | '路' | '街' | '乡' | '巷');
    // 大堂, 课堂: a hall, and no house of that name.
    let is_hall = |length: usize| {
        length == 1
            && text.word_before(end).is_some_and(|word| {
                word.len() == 2 && (word.speech == Speech::Adjective || word.speech != Speech::Person && word.frequency > 50)
            })
    };
    KINDS.longest_before(text, end).filter(|length| !goes_on && !is_hall(*length)).map(|length| end - length)
}

/// Whether the words between two places are more than a sort.
fn is_name(text: &ZhText, start: usize, end: usize) -> bool {
    let name = text.slice(start, end);
    if NATIONAL.iter().any(|one| name.starts_with(one)) {
        return false;
    }
    !SORTS.covers(text, start, end, 2)
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn an_institution_is_taken_from_the_first_character_of_its_name() {
        assert_found(
            find,
            &[
                ("第一人民医院打电话来了。", &["第一人民医院"]),
                ("他在前进钢铁厂上班。", &["前进钢铁厂"]),
                ("转到中山大学附属第一医院。", &["中山大学附属第一医院"]),
                ("我退休前在国棉三厂。", &["国棉三厂"]),
            ],
        );
    }

    #[test]
    fn a_sort_of_institution_or_a_national_body_is_none() {
        assert_found(
            find,
            &[
                ("县医院看不了。", &[]),
                ("三甲医院挂不上号。", &[]),
                ("那家公司倒闭了。", &[]),
                ("国家疾控中心说的。", &[]),
                ("我们学校。", &[]),
                ("石佛寺村。", &[]),
            ],
        );
    }
}
