//! The regions of China below the province, by name: prefectures, cities, counties and districts.
//!
//! The names come with the crate `idcard`, which holds them under the six digits that an identity number begins with. It can
//! only be asked for one number after the other: the tree of provinces, prefectures and counties is walked.

use std::collections::HashSet;
use std::sync::LazyLock;

/// Places of more than five million people, which tell nothing of who is meant.
const LARGE: [&str; 34] = [
    "北京",
    "上海",
    "天津",
    "重庆",
    "广州",
    "深圳",
    "成都",
    "武汉",
    "杭州",
    "西安",
    "郑州",
    "南京",
    "苏州",
    "长沙",
    "青岛",
    "济南",
    "合肥",
    "福州",
    "昆明",
    "宁波",
    "沈阳",
    "哈尔滨",
    "长春",
    "石家庄",
    "南宁",
    "大连",
    "东莞",
    "佛山",
    "泉州",
    "温州",
    "南昌",
    "贵阳",
    "香港",
    "台北",
];

/// What a region may be called, longest first.
const RANKS: [&str; 14] =
    ["特别行政区", "自治县", "自治旗", "自治州", "自治区", "地区", "林区", "矿区", "新区", "市", "县", "区", "旗", "盟"];

/// Whether a place is so large that it tells nothing, with its rank or without.
pub(super) fn is_large(name: &str) -> bool {
    LARGE.contains(&name.strip_suffix('市').unwrap_or(name))
}

/// The names of regions without their rank, two characters or more. Large cities are left out.
pub(super) fn names() -> impl Iterator<Item = String> {
    FULL_NAMES.iter().map(|name| stem(name).to_owned()).filter(|stem| stem.chars().count() > 1 && !is_large(stem))
}

/// Whether a name of a region is a word besides, so that it is one only where somebody goes or is.
pub(super) fn is_also_a_word(name: &str) -> bool {
    NAMES.contains(name)
}

/// Names of prefectures: larger than a county, and seldom anything else, whatever the dictionary says.
pub(super) fn is_prefecture(name: &str) -> bool {
    PREFECTURES.contains(name)
}

static NAMES: LazyLock<HashSet<String>> = LazyLock::new(|| names().collect());
static PREFECTURES: LazyLock<HashSet<String>> = LazyLock::new(|| {
    let codes = (11..=65).flat_map(|province| (1..=90).map(move |prefecture| format!("{province}{prefecture:02}00")));
    let names =
        codes.filter_map(|code| called(&code)?.strip_prefix(&called(&format!("{}0000", &code[..2]))?).map(|name| stem(name).to_owned()));
    names.filter(|name| !ALSO_WORDS.contains(&name.as_str()) && !is_large(name)).collect()
});

/// Prefectures and counties that are words of every day or names of things, though the dictionary counted them seldom.
const ALSO_WORDS: [&str; 28] = [
    "日照", "大同", "来宾", "三明", "中山", "玉林", "阿里", "海口", "通化", "吉安", "石鼓", "灯塔", "樟树", "紫金", "鸡冠", "铜鼓", "大厂",
    "小金", "双塔", "大悟", "民乐", "路南", "老城", "神木", "石棉", "海盐", "天柱", "安康",
];

/// Whether a name is on the list of those that the dictionary counts too seldom.
pub(super) fn is_ordinary(name: &str) -> bool {
    ALSO_WORDS.contains(&name)
}

/// The names of regions with their rank: 沛县, 鼓楼区.
pub(super) fn is_full_name(name: &str) -> bool {
    FULL.contains(name)
}

static FULL: LazyLock<HashSet<String>> =
    LazyLock::new(|| FULL_NAMES.iter().filter(|name| stem(name) != name.as_str() && !is_large(name)).cloned().collect());

static FULL_NAMES: LazyLock<Vec<String>> = LazyLock::new(full_names);

fn full_names() -> Vec<String> {
    let mut all = Vec::new();
    for province in 11..=65 {
        let Some(whole) = called(&format!("{province}0000")) else { continue };
        for prefecture in 0..=90 {
            let above = called(&format!("{province}{prefecture:02}00"));
            // Counties directly under a province or a city have no prefecture of their own.
            if above.is_none() && !matches!(prefecture, 1 | 2 | 90) {
                continue;
            }
            let above = above.unwrap_or_else(|| whole.clone());
            if prefecture > 0 {
                all.extend(above.strip_prefix(&whole).map(str::to_owned));
                all.extend((1..100).filter_map(|county| {
                    let name = called(&format!("{province}{prefecture:02}{county:02}"))?;
                    name.strip_prefix(&above).or_else(|| name.strip_prefix(&whole)).map(str::to_owned)
                }));
            }
        }
    }
    all
}

fn called(number: &str) -> Option<String> {
    idcard::region::query(number).map(str::to_owned)
}

/// A name without its rank, and without the peoples after which an autonomous county is called.
fn stem(name: &str) -> &str {
    let Some(stem) = RANKS.iter().find_map(|rank| name.strip_suffix(rank)) else { return name };
    let peoples = ["各族", "族"].iter().any(|word| stem.ends_with(word));
    if !peoples {
        return stem;
    }
    // The first two characters of such a name are the place in almost all cases: 麻阳苗族, 大化瑶族.
    stem.char_indices().nth(2).map_or(stem, |(at, _)| &stem[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counties_and_cities_are_there_without_their_rank() {
        let all: Vec<String> = names().collect();
        for name in ["莱芜", "延庆", "义乌", "灞桥", "大化", "崇州"] {
            assert!(all.iter().any(|one| one == name), "{name}");
        }
        assert!(all.len() > 2_000);
    }

    #[test]
    fn very_large_cities_are_left_out() {
        assert!(is_large("上海") && is_large("广州市") && !is_large("义乌市"));
        assert!(names().all(|name| name != "广州"));
    }
}
