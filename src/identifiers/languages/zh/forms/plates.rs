//! Number plates, those of electric cars too, and the numbers of vehicles.

use crate::identifiers::characters::is_apart;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::Signs;

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if !signs.capital {
        return;
    }
    let plates = pattern!(
        r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[·•・.]? ?[A-HJ-Z] ?的?[,，]? ?[·•・.\- ]{0,3}(?:[挂学警港澳试超] ?)?(?:(?:[A-HJ-NP-Z0-9*xX?一二三四五六七八九零幺]|什么|某) ?){3,5}(?:[A-HJ-NP-Z0-9*xX?挂学警港澳试超一二三四五六七八九零幺])|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-Z]? ?[·•・.\- ]?\d{2} ?[·•・.\-] ?\d{5}"
    );
    for found in plates.into_iter().flat_map(|p| p.find_iter(text)) {
        let is_numeral = |c: &char| c.is_ascii_digit() || "一二三四五六七八九零幺".contains(*c);
        let digits = found.as_str().chars().filter(is_numeral).count();
        // With its province and in one piece it may have letters only.
        let fewest = if found.as_str().contains(' ') { 2 } else { usize::from(found.as_str().chars().count() < 7) };
        if digits >= fewest && is_apart(text, &found.range()) {
            marks.push((FindingKind::Vehicle, found.range()));
        }
    }
    // The number under a vehicle was made: seventeen letters and figures.
    let vehicles = pattern!(r"[A-HJ-NPR-Z0-9](?: ?[A-HJ-NPR-Z0-9]){16}");
    for found in vehicles.into_iter().flat_map(|p| p.find_iter(text)) {
        let digits = found.as_str().bytes().filter(u8::is_ascii_digit).count();
        let letters = found.as_str().bytes().filter(u8::is_ascii_uppercase).count();
        if digits >= 4 && letters >= 3 && is_apart(text, &found.range()) {
            marks.push((FindingKind::Vehicle, found.range()));
        }
    }
}
