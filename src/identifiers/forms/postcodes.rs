//! Postcodes whose form is their own, and five figures where the words around say that they are one. Others need a cue.

use crate::identifiers::characters::{after, around, before, is_apart};
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::{Pattern, pattern};
use crate::identifiers::signs::Signs;
use crate::identifiers::word_list::{WordList, word_list};

/// Postcode areas of the Royal Mail.
const AREAS: WordList = word_list!("common/postcode-areas.txt");

const TOWNS: WordList = word_list!("common/towns.txt");
const CITIES: WordList = word_list!("common/largest-cities.txt");

/// How a language speaks of a place by its postcode of five figures. Texts are patterns, without regard to case.
pub struct PostcodeWords {
    /// Right before it.
    pub before: &'static str,
    /// Right behind it makes it an amount.
    pub counted: &'static str,
    /// Right behind it makes it a postcode, with regard to case.
    pub town: &'static str,
    pub patterns: [Pattern; 3],
}

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if !signs.letter || signs.digits < 2 {
        return;
    }
    let british = pattern!(r"(?i)(?-u:\b)([A-Z]{1,2})\d[A-Z\d]?(?:,? )?\d[ABD-HJLNP-UW-Z]{2}(?-u:\b)");
    for found in british.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(area)) = (found.get(0), found.get(1)) else { continue };
        let is_ordinal = ["st", "nd", "rd", "th"].iter().any(|end| whole.as_str().ends_with(end));
        let is_lower = whole.as_str().bytes().any(|b| b.is_ascii_lowercase());
        if AREAS.contains(&area.as_str().to_ascii_lowercase()) && !is_ordinal && (!is_lower || whole.as_str().contains(' ')) {
            marks.push((FindingKind::Postcode, whole.range()));
        }
    }
    let american = pattern!(r"(?-u:\b)\d{5}-\d{4}(?-u:\b)").filter(|_| signs.digits >= 9);
    marks.extend(american.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Postcode, found.range())));
    if !signs.capital || signs.digits < 3 {
        return;
    }
    if signs.digits >= 4 {
        before_towns(text, marks);
        // Behind a street and its house; behind the sign of a country.
        let behind =
            pattern!(r"\p{L}{3,} \d{1,4} ?[a-z]?, (\d{4,5})(?-u:\b)|(?-u:\b)((?:D|A|CH|FL|L|B|NL|F|I|PL)-? ?\d{2} ?\d{2,3})(?-u:\b)");
        for found in behind.into_iter().flat_map(|p| p.captures_iter(text)) {
            let code = found.get(1).or_else(|| found.get(2).filter(|code| code.as_str().contains('-')));
            marks.extend(code.map(|code| (FindingKind::Postcode, code.range())));
        }
    }
    for pattern in [
        // Canada's; Ireland's, whose second part has letters and figures.
        pattern!(r"[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d"),
        pattern!(
            r"(?:[AC-FHKNPRTV-Y]\d{2}|D6W) ?(?:[AC-FHKNPRTV-Y][0-9AC-FHKNPRTV-Y]{3}|\d[AC-FHKNPRTV-Y][0-9AC-FHKNPRTV-Y]{2}|\d\d[AC-FHKNPRTV-Y][0-9])"
        ),
        // The United States', behind the state.
        pattern!(
            r"(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]),? \d{5}"
        ),
        // Australia's, behind the state.
        pattern!(r"(?:NSW|VIC|QLD|TAS|ACT|WA|SA|NT),? \d{4}"),
    ] {
        for found in pattern.into_iter().flat_map(|p| p.find_iter(text)).filter(|found| is_apart(text, &found.range())) {
            marks.push((FindingKind::Postcode, found.range()));
        }
    }
}

/// "8020 Graz": four or five figures before a town. A year is none.
fn before_towns(text: &str, marks: &mut Marks) {
    for found in pattern!(r"(?-u:\b)(\d{4,5}) (\p{Lu}[\p{L}\-]+)").into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(code), Some(town)) = (found.get(1), found.get(2)) else { continue };
        let is_year = code.len() == 4 && matches!(&code.as_str()[..2], "18" | "19" | "20");
        let lower = town.as_str().to_lowercase();
        let amount = matches!(around(text, &code.range()).0, Some('$' | '£' | '€' | ',' | '.' | '-' | '/'));
        if !is_year && !amount && (TOWNS.contains(&lower) || CITIES.contains(&lower)) {
            marks.push((FindingKind::Postcode, code.start()..town.end()));
        }
    }
}

impl PostcodeWords {
    pub fn mark(&self, text: &str, signs: &Signs, marks: &mut Marks) {
        if signs.digits < 5 || !signs.letter {
            return;
        }
        for found in pattern!(r"(?-u:\b)\d{5}(?-u:\b)").into_iter().flat_map(|p| p.find_iter(text)) {
            let (behind, ahead) = (before(text, found.start(), 20), after(text, found.end(), 16));
            let apart = !matches!(around(text, &found.range()).0, Some('$' | '£' | '€' | ',' | '.' | '-' | '/'));
            let [cue, counted, town] = &self.patterns;
            let is_counted = || counted.is_match(|| format!(r"(?i)^(?: ?(?:{})\b|[,.]\d|%| ?-)", self.counted), ahead);
            let is_cued = || cue.is_match(|| format!(r"(?i)(?:^|\W)(?:{}) $", self.before), behind);
            let is_town = || town.is_match(|| format!(r"^(?:{})", self.town), ahead);
            if apart && (is_cued() || is_town()) && !is_counted() {
                marks.push((FindingKind::Postcode, found.range()));
            }
        }
    }
}
