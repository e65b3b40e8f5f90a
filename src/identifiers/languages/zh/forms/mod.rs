//! Forms that Chinese has of its own: dates with 年月日, ages with 岁, digits said, addresses that go from the large to the small,
//! plates, numbers beside their cue, accounts.

mod addresses;
mod ages;
mod dates;
mod numbers;
mod plates;
mod said;
pub mod web;

use crate::identifiers::finding::Marks;
use crate::identifiers::signs::{Cue, Signs};

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    let numerals = text.chars().filter(|c| said::NUMERAL.contains(*c)).count();
    dates::mark(text, signs, marks);
    if signs.has(Cue::Ages) {
        ages::mark(text, marks);
    }
    if signs.digits + numerals > 0 {
        addresses::mark(text, marks);
    }
    if signs.digits > 0 {
        numbers::mark(text, signs, marks);
    }
    plates::mark(text, signs, marks);
    if numerals >= said::FEWEST {
        said::mark(text, marks);
    }
    web::mark(text, signs, marks);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identifiers::finding::FindingKind::{self, *};

    fn found(text: &str) -> Vec<(FindingKind, &str)> {
        crate::identifiers::found_by("zh", mark, text)
    }

    #[test]
    fn chinese_forms_are_found() {
        for (text, kind, value) in [
            ("住建设路12号3栋501室。", Address, "建设路12号3栋501室"),
            ("搬到石桥巷十二号住。", Address, "石桥巷十二号"),
            ("家在后河村三组17号。", Address, "后河村三组17号"),
            ("邮编200433，", Postcode, "200433"),
            ("邮编七二五一零零，", Postcode, "七二五一零零"),
            ("200433这个邮编", Postcode, "200433"),
            ("车牌京A·12345的", Vehicle, "京A·12345"),
            ("开着苏 B · 4 K 2 1 9来的", Vehicle, "苏 B · 4 K 2 1 9"),
            ("住院号30029481，", Mrn, "30029481"),
            ("住院那个号我记得，3002 9481，", Mrn, "3002 9481"),
            ("医保卡上印的，3309 1142 7710，", NhsNumber, "3309 1142 7710"),
            ("他持C48213908号通行证", NationalId, "C48213908"),
            ("打一三八零零一二三四五六找我", Phone, "一三八零零一二三四五六"),
            ("打幺三8零零一二三四五六找我", Phone, "幺三8零零一二三四五六"),
            ("奶奶今年九十六岁", Age90Plus, "九十六岁"),
            ("我爷爷98岁", Age90Plus, "98岁"),
            ("奶奶都九十多了", Age90Plus, "九十多"),
            ("一位年过九旬的老人", Age90Plus, "年过九旬"),
            ("加我微信lucky_8821吧", UrlHandle, "lucky_8821"),
            ("她在群里叫@一路向北的猫，", UrlHandle, "@一路向北的猫"),
            ("写信到 zhang88 艾特 qq 点 com 吧", Email, "zhang88 艾特 qq 点 com"),
            ("1998年3月3日", DateExact, "1998年3月3日"),
            ("1 9 9 8 年 3 月 3 日", DateExact, "1 9 9 8 年 3 月 3 日"),
            ("一九九八年三月三日", DateExact, "一九九八年三月三日"),
            ("三月二十三号", DateExact, "三月二十三号"),
            ("生日是农历八月廿二", DateExact, "农历八月廿二"),
            ("二〇一九年十二月", MonthYear, "二〇一九年十二月"),
        ] {
            let all = found(text);
            assert!(all.len() == 1 && all[0].0 == kind && all[0].1.ends_with(value), "{text}: {all:?}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "14号病床",
            "花了28387元",
            "一九四四年",
            "一二三，走",
            "87岁",
            "199岁",
            "三月开始",
            "1998年",
            "2021年3月至8月开展访谈",
            "伦理批件号2020-0451",
            "血压高压九十了",
            "瘦到九十斤了",
            "正月十五吃元宵",
            "住院花了120000元",
            "群里都@我",
            "国药准字H20033512",
            "打400-810-5119问",
            "编号P18-06的引文",
            "课题批准号71974123",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
