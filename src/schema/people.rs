//! The schemas of `quotes/participants.yaml` and `quotes/sources.yaml`.

use serde_json::Value;

use super::kit::{choice, file, id, ids, language, many, number, object, refer, text, text_or_nothing, with, yes_no};
use crate::model::SourceKind;
use crate::model::settings::Consent;

/// What the words of consent mean, wherever they stand.
pub const CONSENT: &str = "How far words may be used; the narrowest of study, participant and quote holds. `none`: no trace. `aggregate`: \
                           counted, never shown. `paraphrase`: told in your words. `quote`: on pages (unless said). `dataset`: also in the \
                           downloads.";

pub fn participants() -> Value {
    let description = "Who took part, one participant an item.";
    let fields = vec![
        ("id", id("The participant’s id, as in P03. Never a name, nor initials.")),
        ("consent", choice(Consent::WORDS, CONSENT)),
        ("withdrawn", yes_no("`yes` takes the participant out of the site without a trace.")),
        ("together", yes_no("`yes` where this participant agreed to be seen beside the others of the case.")),
        ("case", text_or_nothing("The couple, family or household the participant belongs to. Not published.")),
    ];
    let participant =
        object("A participant. Every other field is an attribute, published only if study.yaml declares it.", &["id"], fields);
    // Attributes have the names that the author gives them.
    let participant = with(participant, "additionalProperties", text_or_nothing("An attribute, such as age or role."));
    file("emic: participants", description, vec![("participant", participant)], many(refer("participant"), description))
}

pub fn sources() -> Value {
    let description = "What the words are from, one interview, focus group, diary … an item. Only kind, wave and language are published.";
    let fields = vec![
        ("id", id("The source’s id, which a quote file names as `source`.")),
        (
            "kind",
            choice(
                SourceKind::WORDS,
                "What kind of material it is; an interview unless said. Observations and field notes are never counted.",
            ),
        ),
        ("participants", ids("Who speaks in it, as in [P21, P22].")),
        ("wave", text("The round of the study it belongs to, as in T1.")),
        ("order", number(0, "Its place among the sources, from the first. Not published.")),
        ("language", language("The language that was spoken: `en`, `zh` …")),
        ("minutes", number(0, "How long it is. Only the sum is published, and only where every source has it.")),
    ];
    let source = object("An interview, a focus group, a diary …", &["id"], fields);
    file("emic: sources", description, vec![("source", source)], many(refer("source"), description))
}
