//! Number plates whose form is their own. Others need a cue.

use crate::identifiers::characters::is_apart;
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::Signs;
use crate::identifiers::{FindingKind, Marks};

/// Counties on Ireland's plates.
const IRISH: &str = "C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|TN|TS|W|WD|WH|WX|WW";

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if !signs.capital {
        return;
    }
    let mut take = |pattern: Option<&regex::Regex>| {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)).filter(|found| is_apart(text, &found.range())) {
            marks.push((FindingKind::Vehicle, found.range()));
        }
    };
    if signs.digits >= 2 {
        take(pattern!(r"[A-HJ-PR-Y][A-HJ-PR-Y]\d{2}[ \-·]{0,3}[A-HJ-PR-Z]{3}"));
    }
    take(pattern!(r"[A-HJ-NPR-TV-Y]\d{1,3} [A-HJ-PR-Y]{3}|[A-HJ-PR-Y]{3} \d{1,3}[A-HJ-NPR-TV-Y]"));
    {
        // Ireland's; France's and Italy's; Germany's with its hyphen.
        take(pattern!(&format!(r"(?:8[7-9]|9\d|0\d|1[0-2]|1[3-9][12]|2\d[12])-(?:{IRISH})-\d{{1,6}}")));
        take(pattern!(r"[A-HJ-NP-TV-Z]{2}-\d{3}-[A-HJ-NP-TV-Z]{2}"));
        take(pattern!(r"[A-ZÄÖÜ]{1,3} ?- ?[A-Z]{1,2} ?\d{1,4}(?: ?[EH](?-u:\b))?"));
        // Switzerland's, by its canton.
        take(pattern!(r"(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)[ \-·]{1,2}\d{2,3} \d{3}"));
    }
}
