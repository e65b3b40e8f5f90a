//! Street addresses, from the large to the small: 建设路12号3栋501室, 石桥巷十二号, 后河村三组17号.

use super::said::NUMERAL;
use crate::identifiers::characters::{after, is_apart};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;

/// A number in figures, which may be set apart.
const FIGURES: &str = r"\d(?: ?\d){0,4}";
const NUMBER: &str = r"(?:\d(?: ?\d){0,4}(?: ?[-之] ?\d(?: ?\d){0,3})?|[一二三四五六七八九十百零]{1,6})";
/// Parts of the number of a house and what is in it, smaller and smaller.
const INSIDE: &str = r"(?: ?[甲乙丙丁附]?(?: ?(?:\d(?: ?\d){0,4}|[一二三四五六七八九十]{1,3}) ?(?:号楼|号院|号|院|栋|幢|座|楼|单元|层|室|户|房|门|院内|弄|排)| ?\d{1,4}(?:-\d{1,4}){0,2}))*";

pub fn mark(text: &str, marks: &mut Marks) {
    // 北纬26.4417度，东经108.0931度: a place to the house.
    let coordinates = pattern!(
        r"(?:[南北]纬|[东西]经)[^\d。]{0,3}\d{1,3}(?:\.\d+)? ?[度°](?:\d{1,2}(?:\.\d+)? ?[分′'](?:\d{1,2}(?:\.\d+)? ?[秒″\x22])?)?(?:[，,、 ]*(?:[南北]纬|[东西]经)[^\d。]{0,3}\d{1,3}(?:\.\d+)? ?[度°](?:\d{1,2}(?:\.\d+)? ?[分′'](?:\d{1,2}(?:\.\d+)? ?[秒″\x22])?)?)?"
    );
    marks.extend(coordinates.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Address, found.range())));
    if !has_house(text) {
        return;
    }
    for pattern in [
        // A street, or what is as one, with the number of the house.
        pattern!(&format!(
            r"[\u{{4e00}}-\u{{9fff}}]{{1,6}} ?(?:路|街|巷|弄|胡同|大道|大街|道|村|屯|庄) ?(?:[东西南北中]段? ?)?[甲乙丙附]?(?:[东西南北中前后]队 ?)?(?:{NUMBER} ?(?:段|组|排|队|社|区|巷|弄|支弄|支路) ?){{0,3}}{NUMBER} ?(?:号院|号楼|号|弄){INSIDE}"
        )),
        pattern!(&format!(
            r"[\u{{4e00}}-\u{{9fff}}]{{1,6}} ?(?:里|坊|城|沟|湾|沟东|沟西|园|苑|庄园|公寓|小区|花园|新村|村|街|巷|社区)? ?[东西南北中]? ?{NUMBER} ?(?:组|排|队|社|弄) ?(?:{FIGURES}) ?(?:号院|号楼|号){INSIDE}"
        )),
        pattern!(&format!(
            r"[\u{{4e00}}-\u{{9fff}}]{{1,6}} ?(?:里|坊|小区|花园|新村|苑|庄园|公寓|大厦|家园|社区) ?(?:{FIGURES}) ?(?:号院|号楼|号|弄|栋|幢|座){INSIDE}"
        )),
        pattern!(&format!(
            r"[\u{{4e00}}-\u{{9fff}}]{{2,8}}(?:小区|花园|新村|苑|公寓|大厦|家园|社区|家属院|宿舍|[一二三四五六七八九十东西南北]区) ?{NUMBER} ?(?:号楼|[栋幢座楼]){INSIDE}"
        )),
        // 19幢-1802, 7栋301: a house and a flat, which its neighbours know.
        pattern!(r"\d{1,3} ?(?:号楼|[栋幢座]) ?-? ?\d{3,4}(?:室|户|房)?"),
    ] {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            // 里3号床: a bed, a line.
            let is_other = after(text, found.end(), 1).starts_with(['床', '病', '线', '馆', '机', '诊', '窗', '文', '选', '种']);
            if is_apart(text, &found.range()) && !is_other {
                marks.push((FindingKind::Address, found.start() + lead(found.as_str())..found.end()));
            }
        }
    }
}

/// Whether something is counted as houses and what is in them are.
fn has_house(text: &str) -> bool {
    let mut before = ' ';
    for c in text.chars().filter(|c| *c != ' ') {
        if "号弄栋幢座楼室院排组队".contains(c) && (before.is_ascii_digit() || NUMERAL.contains(before)) {
            return true;
        }
        before = c;
    }
    false
}

/// How many bytes at the beginning of an address are no part of it: what is said before a place, 住, 在.
fn lead(address: &str) -> usize {
    const BEFORE_PLACES: &str = "住在到于址为是去的我了从往至搬回";
    let number = address.find(|c: char| c.is_ascii_digit()).or_else(|| address.rfind('号')).unwrap_or(address.len());
    let name = address[..number].rfind(['路', '街', '巷', '弄', '里', '村', '道', '庄', '屯', '区', '园', '苑']).unwrap_or(0);
    let end = |(at, c): (usize, char)| at + c.len_utf8();
    let lead = address[..name].char_indices().rfind(|(_, c)| BEFORE_PLACES.contains(*c)).map_or(0, end);
    // A name of one character would be none.
    if name - lead < 2 * '路'.len_utf8() { 0 } else { lead }
}
