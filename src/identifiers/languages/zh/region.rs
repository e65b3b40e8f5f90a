//! The regions of China below the province, by name: prefectures, cities, counties and districts.

use super::list::{List, list};
use std::sync::LazyLock;

/// What a region may be called, longest first.
const RANKS: [&str; 14] =
    ["特别行政区", "自治县", "自治旗", "自治州", "自治区", "地区", "林区", "矿区", "新区", "市", "县", "区", "旗", "盟"];

static LARGE: LazyLock<List> = list!("zh/large-cities.txt");
static FULL_NAMES: LazyLock<List> = list!("zh/prefectures.txt", "zh/counties.txt");

/// Whether a place is so large that it tells nothing, with its rank or without.
pub(super) fn is_large(name: &str) -> bool {
    LARGE.has(name.strip_suffix('市').unwrap_or(name))
}

/// Whether a region has this name with its rank: 沛县, 鼓楼区. Large cities are left out.
pub(super) fn is_full_name(name: &str) -> bool {
    FULL_NAMES.has(name) && stem(name) != name && !is_large(name)
}

/// A name without its rank, and without the peoples after which an autonomous county is called.
pub(super) fn stem(name: &str) -> &str {
    let Some(stem) = RANKS.iter().find_map(|rank| name.strip_suffix(rank)) else { return name };
    if !["各族", "族"].iter().any(|word| stem.ends_with(word)) {
        return stem;
    }
    // The first two characters of such a name are the place in almost all cases: 麻阳苗族, 大化瑶族.
    stem.char_indices().nth(2).map_or(stem, |(at, _)| &stem[..at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stem_is_what_is_said_without_the_rank() {
        for (name, is) in [("莱芜区", "莱芜"), ("大化瑶族自治县", "大化"), ("义乌市", "义乌"), ("香港", "香港")] {
            assert_eq!(stem(name), is);
        }
    }

    #[test]
    fn very_large_cities_are_left_out() {
        assert!(is_large("上海") && is_large("广州市") && !is_large("义乌市"));
        assert!(is_full_name("灞桥区") && !is_full_name("广州市") && !is_full_name("灞桥"));
    }
}
