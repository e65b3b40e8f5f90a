//! Forms that Chinese has of its own: dates with 年月日, ages with 岁, digits said, addresses that go from the large to the small,
//! plates, and numbers behind their cue.

use crate::identifiers::characters::{around, before, is_word};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks};

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if !signs.cjk {
        return;
    }
    if text.contains('月') {
        dates(text, marks);
    }
    if text.contains('岁') {
        ages(text, marks);
    }
    digits_said(text, marks);
    if signs.has(Cue::HouseNumbers) {
        addresses(text, marks);
    }
    if signs.digits > 0 {
        numbers(text, marks);
    }
    handles(text, marks);
}

/// Marks a group of what a pattern finds.
fn take(pattern: Option<&regex::Regex>, kind: FindingKind, group: usize, text: &str, marks: &mut Marks) {
    marks.extend(pattern.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|c| c.get(group)).map(|found| (kind, found.range())));
}

/// As `take`, of what is no part of a longer word.
fn take_apart(pattern: Option<&regex::Regex>, kind: FindingKind, text: &str, marks: &mut Marks) {
    for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
        let (before, after) = around(text, &found.range());
        let joined = kind == FindingKind::DateExact && (matches!(before, Some('/' | '-' | '.')) || matches!(after, Some('/' | '-')));
        if !is_word(before) && !is_word(after) && !joined {
            marks.push((kind, found.range()));
        }
    }
}

fn dates(text: &str, marks: &mut Marks) {
    take_apart(
        pattern!(
            r"(?:(?:(?:1[89]|20)?\d\d|[一二〇零○三四五六七八九]{2,4})年)?(?:农历|阴历|腊|正)?(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(?:初|廿|卅)?(?:3[01]|[12]\d|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])[日号]"
        ),
        FindingKind::DateExact,
        text,
        marks,
    );
    take_apart(
        pattern!(
            r"(?:(?:1[89]|20)\d\d|[一二][九〇零○][一二三四五六七八九〇零○]{2})年(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?"
        ),
        FindingKind::MonthYear,
        text,
        marks,
    );
}

fn ages(text: &str, marks: &mut Marks) {
    let ages = pattern!(r"(?:9\d|1[01]\d)(?: ?周?岁)|(?:九十[一二三四五六七八九]?|一?百(?:零?[一二三四五六七八九])?)(?:多|来|几)?周?岁");
    for found in ages.into_iter().flat_map(|p| p.find_iter(text)) {
        if !before(text, found.start(), 1).ends_with(|c: char| c.is_ascii_digit()) {
            marks.push((FindingKind::Age90Plus, found.range()));
        }
    }
}

fn digits_said(text: &str, marks: &mut Marks) {
    let digits = pattern!(r"[〇零○一二三四五六七八九幺](?:[ ,，、\-]?[〇零○一二三四五六七八九幺]){6,}");
    for found in digits.into_iter().flat_map(|p| p.find_iter(text)) {
        let digits = found.as_str().chars().filter(|c| "〇零○一二三四五六七八九幺".contains(*c)).count();
        let cue = before(text, found.start(), 24);
        let has = |words: &[&str]| words.iter().any(|word| cue.contains(word));
        let kind = if has(&["电话", "手机"]) {
            FindingKind::Phone
        } else if has(&["病历", "住院", "档案"]) {
            FindingKind::Mrn
        } else {
            match digits {
                0..=12 => FindingKind::Phone,
                18 => FindingKind::NationalId,
                _ => FindingKind::BankCard,
            }
        };
        marks.push((kind, found.range()));
    }
}

fn addresses(text: &str, marks: &mut Marks) {
    for pattern in [
        pattern!(
            r"[\u{4e00}-\u{9fff}]{1,6}(?:路|街|巷|弄|胡同|大道|大街|里|道|村|小区|花园|新村|苑|庄园|公寓)(?:[一二三四五六七八九十]段)?\d{1,5}(?:-\d{1,4})?[号弄](?:院)?(?:\d{1,4}(?:号楼|[栋幢座楼]))?(?:\d{1,3}单元)?(?:\d{1,5}[室号户])?"
        ),
        pattern!(
            r"[\u{4e00}-\u{9fff}]{2,8}(?:小区|花园|新村|苑|公寓|大厦|家园|社区)\d{1,4}(?:号楼|[栋幢座楼])(?:\d{1,3}单元)?(?:\d{1,5}[室号户]?)?"
        ),
    ] {
        take_apart(pattern, FindingKind::Address, text, marks);
    }
}

fn numbers(text: &str, marks: &mut Marks) {
    take(pattern!(r"(?:邮编|邮政编码|邮递区号)(?:号码?)?(?:是|为|:|：)? ?(\d{6})"), FindingKind::Postcode, 1, text, marks);
    take_apart(
        pattern!(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·•・.\- ]{0,2}(?:[A-HJ-NP-Z0-9] ?){4,5}[A-HJ-NP-Z0-9]"
        ),
        FindingKind::Vehicle,
        text,
        marks,
    );
    for (pattern, kind) in [
        (
            pattern!(
                r"(?:病[历案](?:号|编号)?|住院(?:号|编号)?|门诊号|档案(?:号|编号)?|就诊卡?号?|诊疗卡号?|登记号|检查号|患者编号|卡号尾号|工号|学号|保单号?)(?:码|就)?[是为:：]?\s*([A-Za-z]{0,4}-?\d[\d\-/]{3,})"
            ),
            FindingKind::Mrn,
        ),
        (pattern!(r"(?:医保|社保|新农合|参保)(?:卡|证)?(?:号|编号)?(?:码)?[是为:：]?\s*([A-Za-z]{0,3}\d{6,20})"), FindingKind::NhsNumber),
        (
            pattern!(r"(?:身份证|护照|驾驶?证|军官证|通行证)(?:号|号码|编号)?[是为:：]?\s*([A-Za-z]{0,2}\d{7,17}[\dXx]?)"),
            FindingKind::NationalId,
        ),
        (pattern!(r"(?:银行卡|信用卡|储蓄卡|卡号|账号|帐号|账户)(?:号|号码)?[是为:：]?\s*(\d(?:[ \-]?\d){7,22})"), FindingKind::BankCard),
    ] {
        take(pattern, kind, 1, text, marks);
    }
    // A phone behind its cue, in whatever form.
    let phone = pattern!(r"(?:电话|手机|座机|拨|联系).{0,20}?(\+?\d(?:[ \-]?\d){6,14})");
    take(phone, FindingKind::Phone, 1, text, marks);
}

fn handles(text: &str, marks: &mut Marks) {
    take(
        pattern!(r"(?:微信|抖音|微博|快手|小红书|网名|QQ)(?:号码?|帐号|账号|昵称)?(?:是|叫|为|:|：)? ?([A-Za-z0-9_\-]{5,})"),
        FindingKind::UrlHandle,
        1,
        text,
        marks,
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(FindingKind, &str)> {
        crate::identifiers::found_by("zh", mark, text)
    }

    #[test]
    fn chinese_forms_are_found() {
        for (text, kind, value) in [
            ("住建设路12号3栋501室。", FindingKind::Address, "建设路12号3栋501室"),
            ("邮编200433，", FindingKind::Postcode, "200433"),
            ("车牌京A·12345的", FindingKind::Vehicle, "京A·12345"),
            ("住院号30029481，", FindingKind::Mrn, "30029481"),
            ("打一三八零零一二三四五六找我", FindingKind::Phone, "一三八零零一二三四五六"),
            ("奶奶今年九十六岁", FindingKind::Age90Plus, "九十六岁"),
            ("我爷爷98岁", FindingKind::Age90Plus, "98岁"),
            ("加我微信lucky_8821吧", FindingKind::UrlHandle, "lucky_8821"),
            ("1998年3月3日", FindingKind::DateExact, "1998年3月3日"),
            ("一九九八年三月三日", FindingKind::DateExact, "一九九八年三月三日"),
            ("三月二十三号", FindingKind::DateExact, "三月二十三号"),
            ("二〇一九年十二月", FindingKind::MonthYear, "二〇一九年十二月"),
        ] {
            let all = found(text);
            assert!(all.len() == 1 && all[0].0 == kind && all[0].1.ends_with(value), "{text}: {all:?}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in ["14号病床", "花了28387元", "一九四四年", "一二三，走", "87岁", "199岁", "三月开始", "1998年"] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
