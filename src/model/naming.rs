//! What people and languages are called beside a quote.

use super::settings::AttributionPart;
use super::{AttributeIs, ParticipantIx, Study};

/// Whether the study names its speakers by their ids.
pub fn has_id(study: &Study) -> bool {
    study.settings.attribution.0.iter().any(|p| matches!(p, AttributionPart::Id))
}

/// A participant as the study's attribution names them: "P03, adult child".
pub fn attribution(study: &Study, ix: ParticipantIx) -> String {
    let detail = detail(study, ix);
    match (has_id(study), detail.is_empty()) {
        (true, true) => study.participant(ix).id.to_string(),
        (true, false) => format!("{}, {detail}", study.participant(ix).id),
        (false, _) => detail,
    }
}

/// The attribution without the id, and without the punctuation that joined them.
pub fn detail(study: &Study, ix: ParticipantIx) -> String {
    let participant = study.participant(ix);
    let mut out = String::new();
    for part in &study.settings.attribution.0 {
        match part {
            AttributionPart::Id => {}
            AttributionPart::Text(text) => out.push_str(text),
            AttributionPart::Attribute(at) => out.push_str(&attribute(study, participant.attributes[*at].as_ref(), *at)),
        }
    }
    out.trim_matches([',', ';', ' ', '(', ')', '，', '、', '；', '（', '）', '،', '؛']).to_owned()
}

/// An attribute's value as it is called of one person.
pub fn attribute(study: &Study, value: Option<&AttributeIs>, at: usize) -> String {
    match value {
        Some(AttributeIs::Value(v)) => study.settings.attributes[at].values[*v].one.to_string(),
        Some(AttributeIs::Written(text)) => text.to_string(),
        None => String::new(),
    }
}

/// A language by its tag, where it has a common English name.
pub fn language(tag: &str) -> Option<&'static str> {
    Some(match tag.split('-').next().unwrap_or(tag) {
        "ar" => "Arabic",
        "bn" => "Bengali",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "en" => "English",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" | "nb" | "nn" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "sw" => "Swahili",
        "ta" => "Tamil",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return None,
    })
}

/// Whether a language runs from right to left.
pub fn is_rtl(tag: &str) -> bool {
    matches!(tag.split('-').next().unwrap_or(tag), "ar" | "fa" | "he" | "ur" | "yi" | "ps" | "sd" | "ug" | "dv")
}
