//! Ages of ninety and more: few people reach them, so that they tell who somebody is (45 CFR 164.514(b)(2)(i)(C)).

use crate::identifiers::signs::{Cue, Signs};
use crate::identifiers::{FindingKind, Marks, after, before, pattern};

pub const CUES: &[&str] = &["9", "1", "ninety", "hundred", "arian"];

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.cjk && text.contains('岁') {
        for found in
            pattern!(r"(?:9\d|1[01]\d)(?: ?周?岁)|(?:九十[一二三四五六七八九]?|一?百(?:零?[一二三四五六七八九])?)(?:多|来|几)?周?岁")
                .into_iter()
                .flat_map(|p| p.find_iter(text))
        {
            if !before(text, found.start(), 1).ends_with(|c: char| c.is_ascii_digit()) {
                marks.push((FindingKind::Age90Plus, found.range()));
            }
        }
    }
    if !signs.has(Cue::Ages) {
        return;
    }
    let ages = pattern!(
        r"(?i)(?-u:\b)(?:9\d|1[01]\d|ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|(?:a|one) hundred(?: and (?:one|two|three|four|five|six|seven|eight|nine|ten))?|nonagenarian|centenarian)(?-u:\b)"
    );
    for found in ages.into_iter().flat_map(|p| p.find_iter(text)) {
        if is_age(before(text, found.start(), 40), found.as_str(), after(text, found.end(), 24)) {
            let unit =
                pattern!(r"(?i)^[- ]?years?[- ]?old\b").and_then(|p| p.find(after(text, found.end(), 24))).map_or(0, |unit| unit.end());
            marks.push((FindingKind::Age90Plus, found.start()..found.end() + unit));
        }
    }
}

/// Whether a number is how old somebody is, by what stands before and after it.
fn is_age(before: &str, number: &str, after: &str) -> bool {
    if number.to_lowercase().ends_with("arian") {
        return true;
    }
    let behind = pattern!(r"(?i)^[- ]?(?:years?|yrs?)[- ]?(?:old|of age)|^[- ]?(?:y/?o)(?-u:\b)|^-year-old|^(?:th|st|nd|rd) birthday");
    if behind.is_some_and(|p| p.is_match(after)) {
        return true;
    }
    // What is measured, counted, or only the beginning of another number.
    let measured = pattern!(
        r"(?i)^(?:[%‰°/:.,]?\d|[%‰°/:]| ?-\d| ?(?:per ?cent|percent|mg|mcg|ml|g|kg|cm|mm|km|miles?|metres?|pounds?|quid|dollars?|p(?-u:\b)|pence|euros?|minutes?|mins?|hours?|days?|weeks?|months?|years|times|people|patients|participants|beds?|degrees|out of|over|beats|units?|steps?|pages?|calls?|tablets?|pills?|of (?:them|us|those|the)|and a half|more|or so (?:people|times)))"
    );
    if measured.is_some_and(|p| p.is_match(after)) || before.ends_with(['£', '$', '€', '.', '/', '-', '#', ':']) {
        return false;
    }
    let cue = pattern!(
        r"(?i)(?:(?-u:\b)(?:aged?|age of|turn(?:s|ed|ing)?|liv(?:es|ed|ing)? (?:to|till|until|past)(?: be)?|reach(?:ed|es)?|made it to|got to|(?:died|passed(?: away)?|gone) (?:at|aged)|birthday at|(?:he|she|they)(?:'s| is| was|'ll be| will be| would be| are|'re| were)|I(?:'m| am| was|'ll be| will be)|(?:mum|mom|mam|dad|father|mother|gran|grandma|granny|nan|nana|grandad|grandpa|granddad|aunt|auntie|uncle|wife|husband|sister|brother|neighbou?r|lady|man|woman|gentleman|patient|mother-in-law|father-in-law|[A-Z][a-z]+)(?:'s| is| was| will be| turned)|being|over|nearly|almost|just|only|already|about)) (?:now |nearly |almost |just |only |already |over |about |going on |coming up to |going to be )*$"
    );
    let weak = pattern!(r"(?i)(?-u:\b)(?:over|nearly|almost|just|only|already|about) $");
    let strong = cue.is_some_and(|p| p.is_match(before));
    // "almost 95" alone may be anything; "she is almost 95" is an age.
    let is_weak = weak.is_some_and(|p| p.is_match(before))
        && !pattern!(r"(?i)(?-u:\b)(?:I'm|I am|I was|he|she|they|is|was|aged?|turned|[A-Z][a-z]+'s) (?:now |nearly |almost |just |only |already |over |about )+$").is_some_and(|p| p.is_match(before));
    // The score, the number, the temperature, the level … is 95.
    let thing = pattern!(
        r"(?i)(?-u:\b)(?:it|that|this|score|number|level|rate|pressure|temperature|count|reading|saturation|sats|pulse|weight|price|cost|total|room|bed|ward|bus|question|page|FR|eGFR|(?-i:[A-Z]{2,}))(?:'s| is| was| were| are) (?:\w+ )?$"
    );
    strong && !is_weak && !thing.is_some_and(|p| p.is_match(before))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        crate::identifiers::marked(mark, text).into_iter().map(|(_, found)| found).collect()
    }

    #[test]
    fn ages_of_ninety_and_more_are_found() {
        for (text, age) in [
            ("Mum is 93 now", "93"),
            ("a 96-year-old woman", "96-year-old"),
            ("she lived to 101.", "101"),
            ("I'm ninety-four, what do they expect", "ninety-four"),
            ("Grandad turned a hundred and one", "a hundred and one"),
            ("奶奶今年九十六岁", "九十六岁"),
            ("我爷爷98岁", "98岁"),
        ] {
            assert_eq!(found(text), [age], "{text}");
        }
    }

    #[test]
    fn other_numbers_are_none() {
        for text in [
            "sats are 95%",
            "she is 89",
            "it was 97 then",
            "turned 72",
            "he was 92 kg",
            "my score was 94",
            "92 of them",
            "87岁",
            "199岁",
            "she is 95 miles away",
            "about 95 came",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
