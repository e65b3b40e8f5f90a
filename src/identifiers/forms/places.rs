//! Where somebody lives, and what they drive: street addresses, postcodes, number plates.

use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks, after, around, before, is_word, pattern};

/// What streets are called in Britain and, by the Postal Service's Publication 28, in the United States.
const STREET: &str = concat!(
    "(?:",
    "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Court|Ct|Crescent|Cres|Gardens|Gdns|Grove|Row|Side|Way|Place|Pl|",
    "Square|Sq|Terrace|Hill|Mews|Walk|Park|Rise|View|Green|Parade|Boulevard|Blvd|Quay|Wharf|Yard|Gate|Parkway|Pkwy|Highway|",
    "Hwy|Circle|Trail|Alley|Vale|Fields?|Meadows?|Drove|End|Broadway|Path|Croft|Bank|Parkside|Embankment|Common|Esplanade|",
    "Promenade|Cottages|Villas|Buildings|House|Heights|Mount|Turnpike|Plaza|Loop|Pike|Strand|Passage|Bayou|Bend|Bluffs?|",
    "Bypass|Canyon|Causeway|Cliffs?|Corners?|Coves?|Creek|Crest|Crossing|Crossroads?|Curve|Divide|Estates|Expressway|",
    "Extensions?|Falls|Ferry|Flats?|Forge|Forks?|Freeway|Gateway|Glens?|Harbou?r|Haven|Hollow|Inlet|Islands?|Isle|Junction|",
    "Knolls?|Lakes?|Landing|Mall|Motorway|Mountains?|Neck|Orchard|Oval|Overpass|Parks|Pass|Pines|Plains?|Prairie|Radial|Ramp|",
    "Ranch|Ridges?|Route|Run|Shoals?|Shores?|Skyway|Springs?|Spurs?|Squares|Stravenue|Streams?|Throughway|Trace|",
    "Trafficway|Tunnel|Underpass|Valleys?|Viaduct|Views|Village|Vista|Walks|Wall",
    ")"
);

/// What follows the number of a house in Chinese.
pub const HOUSE_NUMBERS: &[&str] = &["号", "弄", "栋", "幢", "座", "楼"];

/// Postcode areas of the Royal Mail.
const AREAS: &str = "ab al b ba bb bd bh bl bn br bs bt ca cb cf ch cm co cr ct cv cw da dd de dg dh dl dn dt dy e ec eh en ex fk fy g gl gu gy ha hd hg hp hr hs hu hx ig im ip iv je ka kt kw ky l la ld le ll ln ls lu m me mk ml n ne ng nn np nr nw ol ox pa pe ph pl po pr rg rh rm s sa se sg sk sl sm sn so sp sr ss st sw sy ta td tf tn tq tr ts tw ub w wa wc wd wf wn wr ws wv yo ze";

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.digits > 0 {
        addresses(text, signs, marks);
        postcodes(text, signs, marks);
    }
    if signs.letter && (signs.digits > 0 || signs.cjk) {
        plates(text, marks);
    }
}

fn addresses(text: &str, signs: &Signs, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>| {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)) {
            let (before, after) = around(text, &found.range());
            if !is_word(before) && !is_word(after) {
                marks.push((FindingKind::Address, found.range()));
            }
        }
    };
    if signs.capital {
        take(pattern!(&format!(
            r"(?:(?:Flat|Studio|Apt\.?|Apartment|Unit|Suite|No\.?|Number) ?(?:\w{{1,5}},? )?)?(?-u:\b)\d{{1,5}}[A-Za-z]?(?:-\d{{1,5}})?,? (?:[NSEW]\.? |(?:North|South|East|West) )?(?:(?:[A-Z][A-Za-z'.\-]*|\d{{1,3}}(?:st|nd|rd|th)|of|the|le|la|de) ){{1,4}}{STREET}(?-u:\b)(?: (?:North|South|East|West|[NSEW]{{1,2}}(?-u:\b)))?(?:,? (?:Apt\.?|Suite|Unit) \d+)?"
        )));
    }
    if signs.letter {
        take(pattern!(r"(?i)(?-u:\b)P\.?O\.? Box \d+"));
    }
    if !signs.has(Cue::HouseNumbers) {
        return;
    }
    take(pattern!(
        r"[\u{4e00}-\u{9fff}]{1,6}(?:路|街|巷|弄|胡同|大道|大街|里|道|村|小区|花园|新村|苑|庄园|公寓)(?:[一二三四五六七八九十]段)?\d{1,5}(?:-\d{1,4})?[号弄](?:院)?(?:\d{1,4}(?:号楼|[栋幢座楼]))?(?:\d{1,3}单元)?(?:\d{1,5}[室号户])?"
    ));
    take(pattern!(
        r"[\u{4e00}-\u{9fff}]{2,8}(?:小区|花园|新村|苑|公寓|大厦|家园|社区)\d{1,4}(?:号楼|[栋幢座楼])(?:\d{1,3}单元)?(?:\d{1,5}[室号户]?)?"
    ));
}

fn postcodes(text: &str, signs: &Signs, marks: &mut Marks) {
    let british =
        pattern!(r"(?i)(?-u:\b)([A-Z]{1,2})\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}(?-u:\b)").filter(|_| signs.letter && signs.digits > 1);
    for found in british.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(area)) = (found.get(0), found.get(1)) else { continue };
        let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| whole.as_str().ends_with(end));
        let is_area = AREAS.split(' ').any(|known| area.as_str().eq_ignore_ascii_case(known));
        let is_lower = whole.as_str().bytes().any(|b| b.is_ascii_lowercase());
        if is_area && !is_ordinal && (!is_lower || whole.as_str().contains(' ')) {
            marks.push((FindingKind::Postcode, whole.range()));
        }
    }
    if signs.digits < 5 {
        return;
    }
    for found in pattern!(r"(?-u:\b)\d{5}-\d{4}(?-u:\b)|(?-u:\b)(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]) \d{5}(?-u:\b)")
        .into_iter()
        .flat_map(|p| p.find_iter(text))
    {
        marks.push((FindingKind::Postcode, found.range()));
    }
    for found in pattern!(r"(?-u:\b)\d{5}(?-u:\b)").into_iter().flat_map(|p| p.find_iter(text)) {
        let cue = pattern!(
            r"(?i)(?:zip(?: ?code)?|post ?code|postal code|from|in|live in|near|covers?|nobody covers|outside)(?: (?:is|was|of))?:? $"
        );
        let counted =
            pattern!(r"(?i)^(?: ?(?:people|pounds|dollars|euros|miles|steps|patients|a|to|or|per|yuan|rmb|km|of)(?-u:\b)|[,.]\d|%| ?-)");
        let apart = !matches!(around(text, &found.range()).0, Some('$' | '£' | '€' | ',' | '.' | '-'));
        if apart
            && cue.is_some_and(|p| p.is_match(before(text, found.start(), 20)))
            && !counted.is_some_and(|p| p.is_match(after(text, found.end(), 10)))
        {
            marks.push((FindingKind::Postcode, found.range()));
        }
    }
    for found in pattern!(r"(?:邮编|邮政编码|邮递区号)(?:号码?)?(?:是|为|:|：)? ?(\d{6})").into_iter().flat_map(|p| p.captures_iter(text))
    {
        marks.extend(found.get(1).map(|code| (FindingKind::Postcode, code.range())));
    }
}

fn plates(text: &str, marks: &mut Marks) {
    let mut take = |pattern: Option<&regex::Regex>, group: usize| {
        for found in pattern.into_iter().flat_map(|p| p.captures_iter(text)).filter_map(|c| c.get(group)) {
            let (before, after) = around(text, &found.range());
            if !is_word(before) && !is_word(after) {
                marks.push((FindingKind::Vehicle, found.range()));
            }
        }
    };
    take(pattern!(r"(?-u:\b)[A-HJ-PR-Y][A-HJ-PR-Y]\d{2} ?[A-HJ-PR-Z]{3}(?-u:\b)"), 0);
    take(
        pattern!(
            r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-HJ-Z][·•・.\- ]{0,2}(?:[A-HJ-NP-Z0-9] ?){4,5}[A-HJ-NP-Z0-9]"
        ),
        0,
    );
    take(
        pattern!(
            r"(?i)(?-u:\b)(?:reg(?:istration)?(?: (?:number|plate|no))?|(?:number|licen[cs]e) plate|plates?|tag)(?:'s)?(?: (?:is|was|number))?:? ([A-Z]{1,3}\d{1,4}[A-Z]{0,3}|[A-Z]{1,3} ?\d{1,4} ?[A-Z]{0,3}|\d{1,4}[- ]?[A-Z]{2,3})(?-u:\b)"
        ),
        1,
    );
    take(pattern!(r"(?-u:\b)[A-HJ-NPR-TV-Y]\d{1,3} [A-HJ-PR-Y]{3}(?-u:\b)|(?-u:\b)[A-HJ-PR-Y]{3} \d{1,3}[A-HJ-NPR-TV-Y](?-u:\b)"), 0);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(FindingKind, &str)> {
        crate::identifiers::marked(mark, text)
    }

    #[test]
    fn addresses_postcodes_and_plates_are_found() {
        for (text, kind, value) in [
            ("at 14 Willow Bank Lane then", FindingKind::Address, "14 Willow Bank Lane"),
            ("at 9 W 41st Street then", FindingKind::Address, "9 W 41st Street"),
            ("at 851 Brown Underpass Suite 993 now", FindingKind::Address, "851 Brown Underpass Suite 993"),
            ("found Studio 6, Bull Canyon.", FindingKind::Address, "Studio 6, Bull Canyon"),
            ("住建设路12号3栋501室。", FindingKind::Address, "住建设路12号3栋501室"),
            ("from LS6 2AB it is", FindingKind::Postcode, "LS6 2AB"),
            ("from ls6 2ab it is", FindingKind::Postcode, "ls6 2ab"),
            ("zip code 60614 I think", FindingKind::Postcode, "60614"),
            ("60614-1234", FindingKind::Postcode, "60614-1234"),
            ("邮编200433，", FindingKind::Postcode, "200433"),
            ("my AB12 CDE was", FindingKind::Vehicle, "AB12 CDE"),
            ("车牌京A·12345的", FindingKind::Vehicle, "京A·12345"),
        ] {
            assert_eq!(found(text), [(kind, value)], "{text}");
        }
    }

    #[test]
    fn wards_beds_and_amounts_are_none() {
        for text in [
            "Ward 22B was",
            "Bay 7, bed 17",
            "in 20000 people",
            "from 12000 to 15000",
            "10 Downing tools",
            "the 3rd Street",
            "T8.7",
            "GAD-7 forms",
            "14号病床",
            "B12 injection",
            "花了28387元",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
