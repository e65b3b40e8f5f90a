//! Number plates whose form is their own. Others need a cue.

use crate::identifiers::characters::is_apart;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::Signs;

/// Counties on Ireland's plates.
const IRISH: &str = "C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|TN|TS|W|WD|WH|WX|WW";

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if !signs.capital {
        return;
    }
    let plates = pattern!(&format!(
        r"(?x)
        [A-HJ-PR-Y][A-HJ-PR-Y]\d{{2}}[\x20\-·]{{0,3}}[A-HJ-PR-Z]{{3}}
        | [A-HJ-NPR-TV-Y]\d{{1,3}}\x20[A-HJ-PR-Y]{{3}} | [A-HJ-NPR-TV-Y]\x20\d{{3}}\x20[A-HJ-PR-Y]{{3}} | [A-HJ-PR-Y]{{3}}\x20\d{{1,3}}[A-HJ-NPR-TV-Y]
        # Ireland's
        | (?:8[7-9]|9\d|0\d|1[0-2]|1[3-9][12]|2\d[12])-(?:{IRISH})-\d{{1,6}}
        # France's and Italy's
        | [A-HJ-NP-TV-Z]{{2}}-\d{{3}}-[A-HJ-NP-TV-Z]{{2}}
        # Germany's
        | [A-ZÄÖÜ]{{1,3}}\x20?-\x20?[A-Z]{{1,2}}\x20?\d{{1,4}}(?:\x20?[EH](?-u:\b))?
        # Austria's
        | [A-Z]{{1,2}}-\d{{3,5}}\x20?[A-Z]{{1,2}}(?-u:\b)
        # Switzerland's, by its canton
        | (?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[\x20\-·]{{1,2}}\d{{2,3}}\x20\d{{3}}"
    ));
    for found in plates.into_iter().flat_map(|p| p.find_iter(text)).filter(|found| is_apart(text, &found.range())) {
        marks.push((FindingKind::Vehicle, found.range()));
    }
    // Germany's for mopeds, behind their cue.
    let mopeds = pattern!(r"kennzeichen[^\d.]{0,12}(\d{3} ?[A-Z]{3})(?-u:\b)");
    for found in mopeds.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|found| found.get(1)) {
        marks.push((FindingKind::Vehicle, found.range()));
    }
}
