//! Places below the province: known regions by their names, and what is before 市, 县, 镇, 村, 路 and the like.

use super::dictionary::{Speech, is_han};
use super::found::LikelyName;
use super::given;
use super::kin;
use super::list::{List, list};
use super::region;
use super::speech;
use super::stem;
use super::surname::{self, Surname};
use super::text::{ZhText, ZhWord};
use std::sync::LazyLock;

/// Ranks of places that a word of sort is seldom before.
static RANKS: LazyLock<List> = list!("zh/place-ranks.txt");
/// What many other things are called as well.
static COMMON: LazyLock<List> = list!("zh/place-ranks-common.txt");

/// Words that say which sort of place is meant, not which one.
static SORTS: LazyLock<List> = list!("zh/place-sorts.txt");

/// Wide areas, which are no finding.
static WIDE: LazyLock<List> = list!("zh/wide-areas.txt");

/// Adds the places in a text.
pub(super) fn find(text: &ZhText, found: &mut Vec<LikelyName>) {
    for end in (1..=text.len()).rev() {
        if let Some(start) = ranked(text, end) {
            found.push(LikelyName::place(start, end));
        }
    }
    for at in 0..text.len() {
        found.extend(village(text, at).map(|end| LikelyName::place(at, end)));
    }
    for at in 0..text.len() {
        found.extend(phase(text, at).map(|start| LikelyName::place(start, at + 2)));
    }
    for word in &text.words {
        let spelling = text.text_of(word);
        let known = match word.speech {
            Speech::Region => !after_surname(text, word) && !is_wide(spelling),
            _ if word.len() > 1 && word.names_region && !is_wide(spelling) => goes_there(text, word.start) || spoken_of(text, word.end),
            Speech::Place => {
                word.len() > 1
                    && !is_wide(spelling)
                    && !spelling.ends_with("门口")
                    && !spelling.ends_with(['江', '河', '山', '海', '楼', '湖', '岛'])
                    && goes_there(text, word.start)
            }
            _ => false,
        };
        if known && !region::is_large(spelling) {
            found.push(LikelyName::place(word.start, word.end));
        }
    }
}

/// 住阳光水岸三期: where the name of an estate begins that is built in parts, of which one begins at a character.
fn phase(text: &ZhText, at: usize) -> Option<usize> {
    const MEDICAL: [char; 16] = ['癌', '瘤', '病', '炎', '床', '验', '疮', '肾', '肺', '肝', '第', '程', '目', '研', '究', '分'];
    if text.at(at + 1) != '期' || !"一二三四五六七八".contains(text.at(at)) || !text.begins_word(at + 2) {
        return None;
    }
    let start = stem::begin(text, at, 6);
    let is_lived_in = goes_there(text, start) || matches!(text.before(start), '(' | '（' | '“' | '：');
    (at - start > 2 && is_lived_in && !text.slice(start, at).contains(MEDICAL)).then_some(start)
}

/// What a village is called that has a family's name, or lies somewhere.
const VILLAGES: &str = "沟庄村屯湾坝坪堡寨营坡岭桥店集铺塘冲坳洼河塔台窑峪埠圩渡口坑垭堰坎畈墩井山岗崖浜泾港巷弄街";
const LIES: &str = "上下前后东西南北中大小新老";

/// 李家沟, 下坪村: where a village ends that begins at a character.
fn village(text: &ZhText, at: usize) -> Option<usize> {
    let end = at + 3;
    // Asked at every character: first what is seen at once.
    let may_lie = matches!(text.at(at + 2), '村' | '庄' | '屯' | '寨');
    if text.at(at + 1) != '家' && !may_lie {
        return None;
    }
    let goes_on = text.begins_word(end) || matches!(text.at(end), '里' | '上' | '的' | '人');
    if !goes_on || !text.begins_word(at) && !goes_there(text, at) {
        return None;
    }
    let of_family = text.at(at + 1) == '家' && VILLAGES.contains(text.at(at + 2)) && surname::sureness(text.at(at)) > Some(Surname::Rare);
    let lies = LIES.contains(text.at(at))
        && "村庄屯寨".contains(text.at(at + 2))
        && is_han(text.at(at + 1))
        && !LIES.contains(text.at(at + 1))
        && (text.at(at + 2) != '村' || !SORTS.has(text.slice(at + 1, at + 2)))
        && !SORTS.has(text.slice(at, at + 2))
        && text.word_at(at).is_some_and(|word| word.len() < 3 || word.frequency < 20)
        && (goes_there(text, at) || kin::before(text, at) >= kin::NameCue::Start);
    (of_family || lies).then_some(end)
}

/// 陈金凤: a region that is the given name of a person.
fn after_surname(text: &ZhText, word: &ZhWord) -> bool {
    let before = text.word_before(word.start);
    let surname = before.is_some_and(|before| before.len() == 1 && surname::sureness(text.at(before.start)) >= Some(Surname::Fair));
    surname && word.len() == 2 && (0..2).all(|at| given::weight(text, word.start + at) > Some(0))
}

/// Whether an area is too wide to tell anything: a country, a province, a very large city.
fn is_wide(spelling: &str) -> bool {
    let bare = spelling.strip_suffix(['省', '市', '国', '國']).unwrap_or(spelling);
    region::is_large(spelling) || WIDE.has(bare) || WIDE.has(spelling) || spelling.ends_with(['国', '國', '洲', '洋', '省'])
}

/// Whether somebody is or goes where the next word says.
fn goes_there(text: &ZhText, at: usize) -> bool {
    const THERE: &str = "在到去来从回往住离自赴于进進喺返至抵奔经";
    let at = if text.before(at) == '了' && "到去进来".contains(text.before(at - 1)) { at - 1 } else { at };
    THERE.contains(text.before(at)) || text.has_before(at, "老家") || text.has_before(at, "老家是")
}

/// 街上, 镇上, 村里: the dictionary takes the rank and what comes after it for one word.
fn is_inside(text: &ZhText, end: usize) -> bool {
    ["路上", "街上", "镇上", "县里", "市里", "村里", "乡里", "区里", "巷口", "村口", "镇里", "路口", "村人", "县人", "市人"]
        .contains(&text.slice(end - 1, end + 1))
        && text.begins_word(end - 1)
}

/// Whether what follows is said of a place.
fn spoken_of(text: &ZhText, at: usize) -> bool {
    ["人", "离", "那边", "这边", "老家", "老乡", "来的", "过来", "本地", "口音", "话", "那个", "城里"].iter().any(|word| text.has(at, word))
}

/// Where the place begins whose rank ends at a place in the text.
fn ranked(text: &ZhText, end: usize) -> Option<usize> {
    if !text.begins_word(end) && !is_inside(text, end) {
        return None;
    }
    let full = matches!(text.before(end), '市' | '县' | '区' | '旗' | '盟' | '州');
    if let Some(length) =
        (2..=9).rev().filter(|_| full).find(|&length| length <= end && region::is_full_name(text.slice(end - length, end)))
    {
        return (text.begins_word(end - length) && !is_sort(text, end - length, end - 1)).then_some(end - length);
    }
    let (rank, common) = match (RANKS.longest_before(text, end), COMMON.longest_before(text, end)) {
        (Some(rank), common) if Some(rank) >= common => (end - rank, false),
        (_, common) => (end - common?, true),
    };
    let last = text.word_at(end - 1)?;
    // The whole is a word of the dictionary: 义乌市 is a place there, 小区 is not.
    if last.start < rank {
        let whole = matches!(last.speech, Speech::Region | Speech::Place | Speech::Proper | Speech::Organisation | Speech::Person)
            || is_street(text, last.start, rank);
        let spelling = text.text_of(last);
        // 江集镇, 永北镇: the dictionary took the end of the name and the rank for a word.
        let cut = text.word_before(last.start).filter(|word| {
            let c = text.at(word.start);
            word.len() == 1 && is_han(c) && !speech::is_small_word(c) && !SORTS.has(text.slice(word.start, word.end))
        });
        if let Some(cut) = cut.filter(|_| {
            last.len() == 2 && matches!(text.at(rank), '镇' | '乡') && !"城乡村市老家".contains(text.at(rank - 1)) && text.begins_word(end)
        }) {
            return (kin::before(text, cut.start) >= kin::NameCue::Start || goes_there(text, cut.start)).then_some(cut.start);
        }
        return (whole && last.len() > 2 && !is_wide(spelling) && !is_sort(text, last.start, rank)).then(|| longer(text, last.start));
    }
    let start = stem::begin(text, rank, if common { 5 } else { 4 });
    let name = text.slice(start, rank);
    // 那条路, 每个村: none is named.
    if common && "那这哪每某几整".contains(text.at(start)) {
        return None;
    }
    if start >= rank || is_wide(text.slice(start, end)) || is_sort(text, start, rank) || is_wide(name) && !common {
        return None;
    }
    let inside = !text.begins_word(end);
    // 我们石榴园小区: what houses have together, by its name.
    let is_estate = end - rank > 1 && rank - start > 1 && kin::before(text, start) >= kin::NameCue::Start;
    let believed = !common && !inside
        || is_proper(text, start, rank)
        || !inside
            && (is_estate
                || goes_there(text, start)
                || spoken_of(text, end) && rank - start > 2
                || matches!(kin::before(text, start), kin::NameCue::Start | kin::NameCue::Link) && (rank - start > 1 || end - rank > 1));
    (believed && (rank - start > 1 || !common)).then_some(start)
}

/// A word of the dictionary for a street: 中山路.
fn is_street(text: &ZhText, start: usize, rank: usize) -> bool {
    rank - start >= 2 && text.slice(rank, rank + 1).starts_with(['路', '街', '巷', '镇', '县', '乡', '村'])
}

/// The beginning of a place, with the name before it that the dictionary cut off.
fn longer(text: &ZhText, start: usize) -> usize {
    let before = text.word_before(start);
    match before {
        Some(word) if word.speech == Speech::Region => word.start,
        _ => start,
    }
}

/// Whether one of the words is a name for sure.
fn is_proper(text: &ZhText, start: usize, end: usize) -> bool {
    let mut words = text.words.iter().filter(|word| start <= word.start && word.end <= end);
    words.any(|word| {
        word.names_region || matches!(word.speech, Speech::Region | Speech::Place | Speech::Person | Speech::Proper | Speech::Bound)
    })
}

/// Whether the words between two places only say which sort of place it is.
fn is_sort(text: &ZhText, start: usize, end: usize) -> bool {
    SORTS.covers(text, start, end, 1)
}

#[cfg(test)]
mod tests {
    use super::super::found::assert_found;
    use super::*;

    #[test]
    fn a_place_below_the_province_is_found() {
        assert_found(
            find,
            &[
                ("我在塘栖镇长大。", &["塘栖镇"]),
                ("莱芜买不到。", &["莱芜"]),
                ("我是沛县人。", &["沛县"]),
                ("去大理看过一次。", &["大理"]),
                ("车开到梧桐路。", &["梧桐路"]),
            ],
        );
    }

    #[test]
    fn wide_areas_and_sorts_of_places_are_none() {
        assert_found(
            find,
            &[
                ("那时候在上海。", &[]),
                ("美国那边。", &[]),
                ("小区里没人。", &[]),
                ("重症监护区不让进。", &[]),
                ("贫困村有补助。", &[]),
                ("回家路上一直哭。", &[]),
                ("陈金凤管药。", &[]),
            ],
        );
    }
}
