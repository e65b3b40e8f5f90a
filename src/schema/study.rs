//! The schema of `study.yaml`.

use serde_json::{Value, json};

use super::kit::{choice, file, id, language, many, number, object, open, pattern, text, text_or_nothing, yes_no};
use crate::model::settings::{AboutField, Consent, Counts, DataFile, Linking, Method, Publish, QuotesAre, SearchEngines};

pub fn schema() -> Value {
    let description = "What the study is, and how its site shows it.";
    let fields = [what_it_is(), how_it_is_shown(), what_is_published()].concat();
    file("emic: study.yaml", description, Vec::new(), object(description, &["title"], fields))
}

fn what_it_is() -> Vec<(&'static str, Value)> {
    vec![
        ("title", text("The study’s title, as on a title page. In quotation marks where a colon or a # stands in it.")),
        ("short_title", text("A short form of the title, for narrow places.")),
        ("subtitle", text("What stands under the title.")),
        ("summary", text("The opening paragraph of the home page.")),
        ("opening", id("The id of the quote that opens the home page.")),
        ("period", text("When the material was gathered, as in “April–September 2025”.")),
        ("based_on", based_on()),
        ("language", language("The language the site is written in: `en`, `zh`, `pt-BR` … English unless said.")),
        (
            "date",
            pattern(
                "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$",
                "The date of this version: year-month-day, as in 2026-01-15. Left out, no date is shown.",
            ),
        ),
        ("version", text("The version of the site, in quotation marks: \"1.0\".")),
        (
            "illustrative",
            yes_no("`yes` where nobody said the quotes and they only demonstrate; every page and every download then says so."),
        ),
        ("authors", many(author(), "Who made the study. A list of names, or of names with ORCID iD and affiliation.")),
        ("licence", licence()),
        ("method", choice(Method::WORDS, "The school of analysis. It decides whether counts are shown unless `counts` says otherwise.")),
        ("about", about()),
    ]
}

fn how_it_is_shown() -> Vec<(&'static str, Value)> {
    let band = |word: &str| {
        let description = format!("The largest share of the participants that “{word}” stands for, from 0 to 1, as in 0.25.");
        json!({ "type": ["number", "string"], "minimum": 0, "maximum": 1, "description": description })
    };
    let words = ["few", "some", "many", "most"].into_iter().map(|word| (word, band(word))).collect();
    vec![
        (
            "counts",
            choice(
                Counts::WORDS,
                "What the number at a theme counts: participants, or quotes; `off` shows no numbers. By the method unless said: off where the \
                 method does not argue by numbers.",
            ),
        ),
        (
            "quotes_are",
            choice(
                QuotesAre::WORDS,
                "What a count may claim. `selected` (unless said): the quotes are a choice, and a count is of those quoted. `all-coded`: they \
                 are everything that was coded, and a count is of those who spoke of it.",
            ),
        ),
        ("words", object("What “few”, “some”, “many” and “most” mean in this study.", &[], words)),
        (
            "attribution",
            text(
                "How a speaker is named beside a quote, in quotation marks: \"{id}\" unless said, or \"{id}, {relation}\". It may name only \
                 attributes with `publish: person`.",
            ),
        ),
        (
            "attributes",
            open(attribute(), "What is known of participants and may be told. An attribute that is not declared here is not published."),
        ),
        (
            "search_engines",
            choice(
                SearchEngines::WORDS,
                "What search engines may list: nothing (`off`, unless said), pages without quotes (`pages`), or `all`.",
            ),
        ),
        ("notation", notation()),
    ]
}

fn what_is_published() -> Vec<(&'static str, Value)> {
    let file = choice(DataFile::WORDS, "A table that readers may download.");
    vec![
        ("consent", consent()),
        ("privacy", privacy()),
        ("data", many(file, "The tables that readers may download: [codebook, themes] unless said; [] for none.")),
    ]
}

fn based_on() -> Value {
    object(
        "The article or preprint that the site belongs to.",
        &["title"],
        vec![("title", text("Its title.")), ("url", pattern("^https?://", "Its web address, best a DOI: https://doi.org/…"))],
    )
}

fn author() -> Value {
    let orcid = pattern("^(https://orcid\\.org/)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$", "The ORCID iD, as in 0000-0002-1825-0097.");
    let fields =
        vec![("name", text("The name, as it is to be cited.")), ("orcid", orcid), ("affiliation", text("Where the author works."))];
    json!({ "anyOf": [object("An author.", &["name"], fields), text("An author’s name.")] })
}

fn licence() -> Value {
    let fields = vec![
        ("text", text("The licence of what you wrote, as in CC-BY-4.0.")),
        ("quotes", text("What readers may do with the participants’ words.")),
    ];
    json!({
        "anyOf": [object("The licences.", &[], fields), text("The licence of what you wrote.")],
        "description": "What readers may do with the site.",
    })
}

fn attribute() -> Value {
    let named = json!({
        "anyOf": [
            { "type": "array", "items": text("A name."), "maxItems": 2 },
            text("How one person is called."),
            { "type": "null" },
        ],
        "description": "How one person and how several are called, as in [spouse, spouses].",
    });
    let values = json!({
        "anyOf": [
            { "type": "array", "items": text("A value.") },
            open(named, "Values with the names they are shown by."),
        ],
        "description": "The values there may be: a list, or names such as `spouse: [spouse, spouses]`. Left out, any value is taken as written.",
    });
    object(
        "An attribute of participants, such as age or role.",
        &[],
        vec![
            ("label", text("Its name on the site.")),
            ("values", values),
            (
                "publish",
                choice(
                    Publish::WORDS,
                    "How far it may be told: beside a quote (`person`), in totals only (`group`), or never (`no`, unless said).",
                ),
            ),
        ],
    )
}

fn consent() -> Value {
    object(
        "What participants agreed to.",
        &[],
        vec![
            ("default", choice(Consent::WORDS, super::people::CONSENT)),
            ("statement", text("Where that is written, as in “Consent form v3, section 4”.")),
        ],
    )
}

fn privacy() -> Value {
    object(
        "What the site may tell of people.",
        &[],
        vec![
            ("health", yes_no("Whether the study holds health data; `yes` unless said. Groups are then at least 5 people, else 3.")),
            ("k", number(1, "The smallest group of people that totals may tell apart: 5 with health data, else 3, unless said.")),
            (
                "linking",
                choice(
                    Linking::WORDS,
                    "How closely one person’s words may be seen together: a page for each participant (`pages`), the number beside a quote \
                     (`ids`, unless said), or not at all (`none`).",
                ),
            ),
            ("times", yes_no("Whether the time in the recording (`at`) is shown beside a quote.")),
            ("neighbours", yes_no("Whether readers can go from a quote to the next one of the same interview.")),
            ("reason", text("Why this is enough, for the reader who asks.")),
        ],
    )
}

fn notation() -> Value {
    let mark = || text("A mark, in quotation marks: \"[name]\".");
    object(
        "How the transcripts mark what is not speech.",
        &[],
        vec![
            ("replaced", many(mark(), "What stands in the place of something that was taken out, as in [\"[name]\", \"[hospital]\"].")),
            ("sounds", many(mark(), "What is heard and is not a word, as in [\"[crying]\", \"[pause]\"].")),
        ],
    )
}

fn about() -> Value {
    let fields = AboutField::ALL.iter().map(|f| (f.word(), text_or_nothing(asks(*f)))).collect();
    object("The Methods page, of which COREQ and SRQR ask every part. emic warns of those that are empty.", &[], fields)
}

/// What a field of the Methods page is to say.
pub fn asks(field: AboutField) -> &'static str {
    match field {
        AboutField::Approach => "The tradition or theory, and why it fits the question.",
        AboutField::Positionality => "Who the researchers are, and what they brought to the study.",
        AboutField::Sampling => "How participants were chosen, how many, and when you stopped.",
        AboutField::Recruitment => "How, where and by whom they were approached.",
        AboutField::Declined => "How many declined or withdrew, and why.",
        AboutField::Setting => "Where the material was gathered, and who else was there.",
        AboutField::Guide => "What was asked, and how the guide was made and tried.",
        AboutField::Transcription => "How recordings became text, and who checked it.",
        AboutField::Translation => "Who translated what, at which step; or that nothing was.",
        AboutField::Analysis => "How themes came about, who coded, with what software.",
        AboutField::ParticipantValidation => "Whether participants saw transcripts or findings, and what they said.",
        AboutField::Ethics => "Which committee approved the study, and how consent was given.",
        AboutField::DataAvailability => "What others can have, where, and why not the rest.",
        AboutField::Funding => "Who paid, and what they had a say in.",
        AboutField::Interests => "Competing interests, or that there are none.",
        AboutField::Limits => "What the study cannot say.",
    }
}
