//! Full dates, and months with their year: 1998年3月3日, 一九九八年三月三日, 农历八月廿二.

use crate::identifiers::characters::{after, around, before, is_word};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::Signs;

/// A year in figures, which may be set apart, or in characters.
const YEAR: &str = r"(?:(?:(?:1 ?[89]|2 ?0) ?)?\d ?\d|[一二〇零○三四五六七八九]{2,4}) ?年 ?";
const MONTH: &str = r"(?:1 ?[0-2]|0 ?[1-9]|[1-9]|十[一二]?|[一二三四五六七八九]|元) ?月";
const CALENDAR: &str = "(?:农历|阴历|旧历|公历|阳历)?";
/// A day as it is said of the moon's months only.
const LUNAR_DAY: &str = "(?:初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]?|二十[一二三四五六七八九]?|三十)";

/// Feasts by their day, which is the same for all.
const FEASTS: [&str; 12] = [
    "正月十五",
    "正月初一",
    "正月初二",
    "正月初三",
    "正月初五",
    "正月初七",
    "五月初五",
    "七月初七",
    "七月十五",
    "八月十五",
    "九月初九",
    "腊月二十三",
];

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if text.contains('月') {
        with_day(text, marks);
        lunar(text, marks);
        months(text, marks);
    }
    if signs.digits >= 8 {
        compact(text, marks);
    }
}

fn with_day(text: &str, marks: &mut Marks) {
    let dates = pattern!(&format!(
        r"(?:{YEAR})?{CALENDAR}(?:腊|正|冬)?{MONTH} ?的? ?(?:初|廿|卅)?(?:3 ?[01]|[12] ?\d|0 ?[1-9]|[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]) ?[日号]"
    ));
    for found in dates.into_iter().flat_map(|p| p.find_iter(text)) {
        let (ahead, behind) = around(text, &found.range());
        let is_joined = matches!(ahead, Some('/' | '-' | '.')) || matches!(behind, Some('/' | '-'));
        if !is_word(ahead) && !is_word(behind) && !is_joined {
            marks.push((FindingKind::DateExact, found.range()));
        }
    }
}

/// Days of the moon's calendar, which need no 日.
fn lunar(text: &str, marks: &mut Marks) {
    let days = pattern!(&format!(
        r"(?:{YEAR})?(?:(?:农历|阴历|旧历)(?:闰)?{MONTH}{LUNAR_DAY}|(?:正|腊|冬)月{LUNAR_DAY}|(?:{MONTH}|[上下这本]个?月)(?:初[一二三四五六七八九十]|廿[一二三四五六七八九]?)|[上下这本]个?月(?:十[一二三四五六七八九]|二十[一二三四五六七八九])|[一二三四五六七八九十]月(?:十[一二三四五六七八九]|二十[一二三四五六七八九]))"
    ));
    for found in days.into_iter().flat_map(|p| p.find_iter(text)) {
        // 六月十五个人: so many of something.
        let is_count = after(text, found.end(), 1)
            .starts_with(['个', '天', '多', '来', '几', '年', '人', '例', '次', '岁', '万', '分', '月', '元', '块', '斤', '床', '名']);
        if !is_count && !FEASTS.iter().any(|feast| found.as_str().ends_with(feast)) {
            marks.push((FindingKind::DateExact, found.range()));
        }
    }
}

/// A month with its year. From one month to another it is the time in which a study was done.
fn months(text: &str, marks: &mut Marks) {
    let months = pattern!(
        r"(?:(?:1[89]|20)\d\d|[一二][九〇零○][一二三四五六七八九〇零○]{2})年(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
    );
    for found in months.into_iter().flat_map(|p| p.find_iter(text)) {
        let (ahead, behind) = around(text, &found.range());
        let is_span = after(text, found.end(), 1).starts_with(['至', '到', '-', '~'])
            || before(text, found.start(), 3).ends_with(['至', '到', '-', '~']);
        if !is_word(ahead) && !is_word(behind) && !is_span {
            marks.push((FindingKind::MonthYear, found.range()));
        }
    }
}

/// 19490502 behind what says that it is a date.
fn compact(text: &str, marks: &mut Marks) {
    let dates = pattern!(
        r"(?:出生|生日|生于|日期|入院|出院|手术|死亡|去世|病故|逝世|忌日|结婚|登记)[^\d。！？；]{0,8}((?:18|19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))"
    );
    for found in dates.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
        if !is_word(around(text, &found.range()).1) {
            marks.push((FindingKind::DateExact, found.range()));
        }
    }
}
