//! Which characters are surnames, and how far they say so by themselves.
//!
//! Most come with the crate `fake`, for the mainland and for Taiwan. A surname such as 陈 is hardly anything else; one such as
//! 高 or 方 is first of all a word, and needs more around it before it is believed.

use super::lexicon;
use super::line::Line;
use super::list::{Chars, List};
use fake::locales::{Data, ZH_CN, ZH_TW};
use std::collections::HashMap;
use std::sync::LazyLock;

/// How sure a character is of being a surname where it stands alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Surname {
    /// A word of every day that is a surname too.
    Weak,
    /// A word, but not often by itself.
    Fair,
    /// A surname and little else.
    Clear,
}

/// Surnames in simplified characters that the lists of `fake` hold only in traditional ones, or not at all.
const MORE: &str = "卫鲁毕邬乐齐纪项阮蓝闵娄颜骆凌缪应诸荣储靳聂饶简温庄栗符欧兰游鲍费岳庞涂牟冼邝佟栾宫麦窦桑蔺连阎隋肖褚华强路管\
                    关伍单庾楚丘巩农盖邸苟揭仝佘逯綦冀郄邰羌祁粟岑纳苑谌屠车鄢冼植岭缑戚湛谈柴尚晏冉丛岳司谷卞覃闭班骞匡植楼娄阳商边乔迟臧吾佴郇劉陳國";

/// Surnames that are words of every day.
const WEAK: &str = "于向万高白黄金方石龙毛任余叶夏雷田汤钱段常江温安平成花路房单易游关管包文米牛古左强连应华宁兰盛季席童景查支容尚\
                    山云麻封解皮居伏索危申幸井富巴弓松池谈宿羊惠曲司柏鱼苍堵乐项莫严洪熊甘苗盖纳农植岭楼闭谷苑车慎明冷滑平益扶贝桂梅燕";

/// Surnames in old lists that are nearly always something else.
const NEVER: &str = "和時时能都後后別那相空全家須须於從国國通有水車养養党計计東东紅红終终逮盍双雙懷怀充广廣習习曆鹹卻宿步幹穀薑元勾仰班束\
                     暴越印融利公籍封隆权權巢";

/// Common surnames that are words as well, but seldom stand alone as one.
const FAIR: &str = "马孔许章顾史武钟曾陆";

/// Surnames in forms that the dictionary does not hold, first of all names.
const UNLISTED: &str = "劉吳呂喬壽竇聶荊莊蕭薊藺貢賈郗鄒鄔鄧鄭酈鈄鈕閔閻闕闞陳韋顏馮駱鬱鮑鳳龐";

/// Surnames of two characters.
const DOUBLE: [&str; 26] = [
    "欧阳", "上官", "司马", "诸葛", "令狐", "夏侯", "皇甫", "尉迟", "慕容", "司徒", "公孙", "长孙", "宇文", "端木", "南宫", "东方", "独孤",
    "轩辕", "司空", "申屠", "淳于", "呼延", "赫连", "澹台", "濮阳", "拓跋",
];

static SINGLE: LazyLock<HashMap<char, Surname>> = LazyLock::new(|| {
    let bundled = |list: &[&'static str]| list.iter().filter_map(|name| only_character(name)).collect::<Vec<char>>();
    let mut all = HashMap::new();
    all.extend(bundled(ZH_TW::NAME_LAST_NAME).into_iter().map(|c| (c, rare(c))));
    all.extend(MORE.chars().map(|c| (c, rare(c))));
    all.extend(bundled(ZH_CN::NAME_LAST_NAME).into_iter().map(|c| (c, Surname::Clear)));
    all.extend(FAIR.chars().map(|c| (c, Surname::Fair)));
    all.extend(WEAK.chars().map(|c| (c, Surname::Weak)));
    all.retain(|c, _| !NEVER.contains(*c));
    all
});

/// How sure a surname is that is not among the hundred commonest: the dictionary says whether it is one first of all.
fn rare(c: char) -> Surname {
    let mut buffer = [0; 4];
    if UNLISTED.contains(c) || lexicon::is_first_of_all_a_name(c.encode_utf8(&mut buffer)) { Surname::Clear } else { Surname::Fair }
}

fn only_character(name: &str) -> Option<char> {
    let mut chars = name.chars();
    chars.next().filter(|_| chars.next().is_none())
}

static PAIRS: LazyLock<List> = LazyLock::new(|| {
    List::of(DOUBLE.into_iter().chain(ZH_TW::NAME_LAST_NAME.iter().copied().filter(|name| only_character(name).is_none())))
});
static CANDIDATES: LazyLock<Chars> = LazyLock::new(|| {
    let all = [ZH_CN::NAME_LAST_NAME, ZH_TW::NAME_LAST_NAME].concat();
    Chars::new(all.into_iter().flat_map(str::chars).chain([MORE, FAIR, WEAK].into_iter().flat_map(str::chars)))
});

/// Whether a character can be a surname, and how sure it is.
pub(super) fn of(c: char) -> Option<Surname> {
    if CANDIDATES.has(c) { SINGLE.get(&c).copied() } else { None }
}

/// The surname that begins at a character: its length and how sure it is.
pub(super) fn begins(line: &Line, at: usize) -> Option<(usize, Surname)> {
    let pair = line.slice(at, at + 2);
    if PAIRS.has(pair) {
        return Some((2, if pair == "东方" { Surname::Weak } else { Surname::Clear }));
    }
    of(line.at(at)).map(|sure| (1, sure))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_surname_is_as_sure_as_its_other_meanings_allow() {
        for (c, sure) in
            [('陈', Some(Surname::Clear)), ('馬', Some(Surname::Fair)), ('高', Some(Surname::Weak)), ('和', None), ('药', None)]
        {
            assert_eq!(of(c), sure, "{c}");
        }
    }

    #[test]
    fn a_surname_may_have_two_characters() {
        assert_eq!(begins(&Line::new("欧阳兰"), 0), Some((2, Surname::Clear)));
        assert_eq!(begins(&Line::new("歐陽蘭"), 0), Some((2, Surname::Clear)));
        assert_eq!(begins(&Line::new("陈兰"), 0), Some((1, Surname::Clear)));
        assert_eq!(begins(&Line::new("药"), 0), None);
    }
}
