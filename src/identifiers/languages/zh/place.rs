//! Places below the province: known regions by their names, and what stands before 市, 县, 镇, 村, 路 and the like.

use super::given;
use super::kin;
use super::lexicon::Speech;
use super::line::{Line, Word};
use super::list::List;
use super::region;
use super::stem;
use super::surname::{self, Surname};
use super::{Found, Kind};
use fake::locales::{Data, ZH_CN};
use std::sync::LazyLock;

/// Ranks of places that a word of sort seldom stands before.
static RANKS: LazyLock<List> = LazyLock::new(|| List::new("市 县 镇 乡 旗 州 街道 自治县 自治州 縣 鎮 鄉"));
/// What many other things are called as well.
static COMMON: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "区 村 路 街 巷 弄 大街 大道 胡同 小区 新村 社区 花园 家园 苑 庄 屯 寨 大队 公社 桥 區 邨 大廈 屋邨 新区 东路 西路 南路 北路 中路 东街 西街 南街 北街",
    )
});

/// Words that say which sort of place is meant, not which one.
static SORTS: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "城 县 市 省 区 镇 乡 村 大 小 老 新 全 各 本 外 邻 同 这 那 该 某 山 农 都 贫困 县级 地级 省级 直辖 沿海 内地 一线 二线 三线 大型 中小 自治 特大 小城 边陲 \
    古 渔 集 我们 他们 隔壁 邻近 自然 行政 贫困 偏远 偏僻 同一 城乡 乡下 乡 \
    高速 水泥 石子 柏油 山 泥 土 水 公 铁 马 道 走 回家 上班 上学 弯 夜 一 半 大 小 长 老 盘山 下坡 上坡 人行 自行车 机动车 环 主 辅 单行 \
    商业 步行 小吃 美食 酒吧 老 后 前 上 下 逛 过 扫 \
    病 院 病房 监护 重症 感染 隔离 清洁 污染 半污染 缓冲 候诊 等候 等待 门诊 急诊 住院 诊疗 治疗 休息 生活 居民 工业 开发 服务 办公 禁烟 吸烟 接种 留观 操作 穿刺 手术 抢救 \
    城 郊 山 灾 疫 校 厂 园 社 军 小 片 辖 老 市 景 风 特 战 禁 盲 误 雷 疼痛 麻木 敏感 舒适 风险 高风险 中风险 低风险 封控 管控 防范 保护 管理 学 住宅 别墅 家属 老旧 高档 封闭 回迁 安置 拆迁 \
    空中 秘密 后 屋顶 中心 立交 天 石 木 过街 人行天 独木 搭 鹊 知 味 街 频 通 渠 轨 管 管道 呼吸 消化 尿 胃肠 地 厨 人 跑 黑 白 赤 黄 打交 难 报 \
    网络 微信 病友 线上 互助 虚拟 养老 和谐 文明 示范 样板 智慧 整个 封 村 每 心 这 那 哪 手 眼 夜 家 屋 城 年 医 云 被 市 院 店 院子 房子",
    )
});

/// Wide areas, which are no finding.
static WIDE: LazyLock<List> = LazyLock::new(|| {
    List::new(
        "北京 上海 天津 重庆 广州 深圳 香港 澳门 台湾 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 \
    内蒙古 广西 西藏 宁夏 新疆 中国 大陆 内地 东北 西北 华北 华东 华南 西南 华中 江南 亚洲 欧洲 非洲 美洲 澳洲 北美 南美 东南亚 中东 长江 黄河 珠江",
    )
});

/// Adds the places in a line.
pub(super) fn find(line: &Line, found: &mut Vec<Found>) {
    for end in (1..=line.len()).rev() {
        if let Some(start) = ranked(line, end) {
            found.push(Found::new(Kind::Place, start, end));
        }
    }
    for word in &line.words {
        let text = line.text_of(word);
        let known = match word.speech {
            Speech::Region => !after_surname(line, word),
            _ if word.len() > 1 && region::is_also_a_word(text) => goes_there(line, word.start) || spoken_of(line, word.end),
            Speech::Place => {
                word.len() > 1
                    && !is_wide(text)
                    && !text.ends_with("门口")
                    && !text.ends_with(['江', '河', '山', '海', '楼', '湖', '岛'])
                    && goes_there(line, word.start)
            }
            _ => false,
        };
        if known && !region::is_large(text) {
            found.push(Found::new(Kind::Place, word.start, word.end));
        }
    }
}

/// 陈金凤: a region that is the given name of a person.
fn after_surname(line: &Line, word: &Word) -> bool {
    let before = word.start.checked_sub(1).and_then(|at| line.word_at(at)).map(|at| &line.words[at]);
    let surname = before.is_some_and(|before| before.len() == 1 && surname::of(line.at(before.start)) >= Some(Surname::Fair));
    surname && word.len() == 2 && (0..2).all(|at| given::weight(line, word.start + at) > Some(0))
}

/// Whether an area is too wide to tell anything: a country, a province, a very large city.
fn is_wide(text: &str) -> bool {
    let bare = text.strip_suffix(['省', '市', '国', '國']).unwrap_or(text);
    region::is_large(text)
        || WIDE.has(bare)
        || WIDE.has(text)
        || ZH_CN::ADDRESS_COUNTRY.contains(&text)
        || text.ends_with(['国', '國', '洲', '洋', '省'])
}

/// Whether somebody is or goes where the next word says.
fn goes_there(line: &Line, at: usize) -> bool {
    const THERE: &str = "在到去来从回往住离自赴于進喺返";
    THERE.contains(line.before(at)) || line.has_before(at, "老家") || line.has_before(at, "老家是")
}

/// 街上, 镇上, 村里: the dictionary takes the rank and what comes after it for one word.
fn is_inside(line: &Line, end: usize) -> bool {
    ["路上", "街上", "镇上", "县里", "市里", "村里", "乡里", "区里", "巷口", "村口", "镇里", "路口", "村人", "县人", "市人"]
        .contains(&line.slice(end - 1, end + 1))
        && line.begins_word(end - 1)
}

/// Whether what follows is said of a place.
fn spoken_of(line: &Line, at: usize) -> bool {
    ["人", "离", "那边", "这边", "老家", "老乡", "来的", "过来", "本地", "口音", "话", "那个", "城里"].iter().any(|word| line.has(at, word))
}

/// Where the place begins whose rank ends at a place in the line.
fn ranked(line: &Line, end: usize) -> Option<usize> {
    if !line.begins_word(end) && !is_inside(line, end) {
        return None;
    }
    let full = matches!(line.before(end), '市' | '县' | '区' | '旗' | '盟' | '州');
    if let Some(length) =
        (2..=9).rev().filter(|_| full).find(|&length| length <= end && region::is_full_name(line.slice(end - length, end)))
    {
        return (line.begins_word(end - length) && !is_sort(line, end - length, end - 1)).then_some(end - length);
    }
    let (rank, common) = match (RANKS.longest_before(line, end), COMMON.longest_before(line, end)) {
        (Some(rank), common) if Some(rank) >= common => (end - rank, false),
        (_, common) => (end - common?, true),
    };
    let last = line.word_at(end - 1).map(|at| &line.words[at])?;
    // The whole is a word of the dictionary: 义乌市 is a place there, 小区 is not.
    if last.start < rank {
        let whole = matches!(last.speech, Speech::Region | Speech::Place | Speech::Proper | Speech::Org | Speech::Person)
            || is_street(line, last.start, rank);
        let text = line.text_of(last);
        return (whole && last.len() > 2 && !is_wide(text) && !is_sort(line, last.start, rank)).then(|| longer(line, last.start));
    }
    let start = stem::begin(line, rank, if common { 5 } else { 4 });
    let name = line.slice(start, rank);
    if start >= rank || is_wide(line.slice(start, end)) || is_sort(line, start, rank) || is_wide(name) && !common {
        return None;
    }
    let inside = !line.begins_word(end);
    let believed = !common && !inside
        || is_proper(line, start, rank)
        || !inside && (goes_there(line, start) || kin::before(line, start) == kin::Cue::Start);
    (believed && (rank - start > 1 || !common)).then_some(start)
}

/// A word of the dictionary for a street: 中山路.
fn is_street(line: &Line, start: usize, rank: usize) -> bool {
    rank - start >= 2 && line.slice(rank, rank + 1).starts_with(['路', '街', '巷', '镇', '县', '乡', '村'])
}

/// The beginning of a place, with the name before it that the dictionary cut off.
fn longer(line: &Line, start: usize) -> usize {
    let before = start.checked_sub(1).and_then(|at| line.word_at(at)).map(|at| &line.words[at]);
    match before {
        Some(word) if word.speech == Speech::Region => word.start,
        _ => start,
    }
}

/// Whether one of the words is a name for sure.
fn is_proper(line: &Line, start: usize, end: usize) -> bool {
    let mut words = line.words.iter().filter(|word| start <= word.start && word.end <= end);
    words.any(|word| matches!(word.speech, Speech::Region | Speech::Place | Speech::Person | Speech::Proper | Speech::Bound))
}

/// Whether the words between two places only say which sort of place it is.
fn is_sort(line: &Line, start: usize, end: usize) -> bool {
    SORTS.covers(line, start, end, 1)
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
    fn a_place_below_the_province_is_found() {
        table(&[
            ("我在塘栖镇长大。", &["塘栖镇"]),
            ("莱芜买不到。", &["莱芜"]),
            ("我是沛县人。", &["沛县"]),
            ("去大理看过一次。", &["大理"]),
            ("车开到梧桐路。", &["梧桐路"]),
        ]);
    }

    #[test]
    fn wide_areas_and_sorts_of_places_are_none() {
        table(&[
            ("那时候在上海。", &[]),
            ("美国那边。", &[]),
            ("小区里没人。", &[]),
            ("重症监护区不让进。", &[]),
            ("贫困村有补助。", &[]),
            ("回家路上一直哭。", &[]),
            ("陈金凤管药。", &[]),
        ]);
    }
}
