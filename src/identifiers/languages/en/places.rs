//! Names of places that end in what they are, and places that are called after a saint.

use super::lists::{LEADING, PLACE_KINDS, is_ordinary, is_public, is_small};
use super::word::bare;
use crate::identifiers::characters::after;
use crate::identifiers::finding::{FindingKind, Marks};
use crate::identifiers::pattern::pattern;
use crate::identifiers::signs::{Cue, Signs};

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.has(Cue::Saints) {
        saints(text, marks);
    }
    if signs.has(Cue::Places) {
        kinds(text, marks);
    }
}

/// Places that are called after a saint.
fn saints(text: &str, marks: &mut Marks) {
    for found in
        pattern!(r"\b(?:St\.?|Saint|Santa|San|Ste) \p{Lu}\p{Ll}+(?:'s)?(?:[- ](?:on|upon|in|by|le|de)[- ](?:the[- ])?\p{Lu}\p{Ll}+)?")
            .into_iter()
            .flat_map(|p| p.find_iter(text))
    {
        if !found.as_str().ends_with(" Francisco") && !super::titles::is_stop(&bare(found.as_str().rsplit(' ').next().unwrap_or_default()))
        {
            marks.push((FindingKind::Place, found.range()));
        }
    }
}

/// "Larkspur Ward", "Clog Sole Lane": words with capitals before a kind of place.
fn kinds(text: &str, marks: &mut Marks) {
    let names = pattern!(&format!(
        r"\b((?:\p{{Lu}}[\p{{L}}'\-]+ ){{1,3}})(?:{}|estate|ward|flats|farm|lane|housing estate|reservation|reservoir|moor|cottage|caravan park)\b",
        PLACE_KINDS.alternatives()
    ));
    for found in names.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        let words: Vec<&str> = name.as_str().split_whitespace().collect();
        let leading = words.iter().take_while(|word| LEADING.contains(word) || is_small(&word.to_lowercase())).count();
        let start = name.start() + words[..leading].iter().map(|word| word.len() + 1).sum::<usize>();
        let own = &words[leading..];
        // "Seminar Room", "Intensive Care Unit": a kind of a kind, or one of all of them.
        let is_shouted = own.iter().any(|word| word.len() > 1 && !word.contains(char::is_lowercase));
        let is_sort = own.iter().all(|word| is_public(&word.to_lowercase()));
        let begins = text[..start].trim_end().is_empty() || text[..start].trim_end().ends_with(['.', '!', '?', ':']);
        let is_sentence = begins && own.len() == 1 && is_ordinary(&own[0].to_lowercase());
        let numbered = after(text, whole.end(), 2).trim_start().starts_with(|c: char| c.is_ascii_digit());
        if !own.is_empty() && !is_shouted && !is_sort && !is_sentence && !numbered && !is_medical(own) {
            marks.push((FindingKind::Place, start..whole.end()));
        }
    }
}

/// Units that every hospital has.
pub fn is_medical(words: &[&str]) -> bool {
    words.iter().any(|word| {
        matches!(
            *word,
            "Care"
                | "Intensive"
                | "Emergency"
                | "Assessment"
                | "Surgical"
                | "Stroke"
                | "Renal"
                | "Burns"
                | "Cardiac"
                | "Coronary"
                | "Maternity"
                | "Neonatal"
                | "Acute"
                | "Admissions"
                | "Day"
                | "High"
                | "Special"
                | "Isolation"
                | "Research"
                | "Trials"
                | "Postnatal"
                | "Antenatal"
                | "Labour"
                | "Recovery"
                | "Rehabilitation"
                | "Dialysis"
                | "Pain"
                | "Mother"
                | "Eating"
                | "Main"
                | "Long"
                | "Short"
                | "Physical"
                | "Job"
                | "Bus"
                | "Train"
                | "Police"
                | "Fire"
                | "Petrol"
                | "Gas"
                | "Polling"
                | "Trade"
                | "Square"
                | "Town"
                | "City"
                | "County"
                | "Village"
                | "Community"
                | "Dining"
                | "Sports"
                | "Figure"
                | "Table"
                | "Starting"
                | "Turning"
                | "Breaking"
                | "Tipping"
                | "Data"
                | "Focus"
                | "Power"
                | "Supreme"
                | "High's"
                | "Crown"
                | "Magistrates'"
                | "Family"
                | "National"
                | "Car"
                | "Theme"
                | "Retail"
                | "Business"
                | "Industrial"
                | "Science"
                | "Super"
                | "Black"
                | "Farmers'"
                | "Stock"
                | "Labor"
                | "Housing"
                | "Single"
                | "Middle"
                | "Western"
                | "West"
                | "East"
                | "North"
                | "South"
                | "Royal"
                | "World"
                | "Mental"
        )
    })
}
