//! The schema of `quotes/*.yaml`.

use serde_json::{Value, json};

use super::kit::{choice, file, id, language, many, number, object, refer, text, text_or_nothing, turns, with};
use super::people::CONSENT;
use crate::model::Stance;
use crate::model::settings::Consent;

pub fn schema() -> Value {
    let description = "The quotes of one interview, diary, focus group …: whose words they are, then the quotes.";
    let fields = vec![
        ("source", id("The source the quotes are from, as sources.yaml has it. Or leave it out and name the participant.")),
        ("participant", id("Whose words they are, as participants.yaml has them.")),
        ("order", number(0, "The place of this interview among all, from the first. Not published.")),
        ("quotes", many(refer("quote"), "The quotes.")),
    ];
    file("emic: quotes", description, vec![("quote", quote())], object(description, &["quotes"], fields))
}

fn quote() -> Value {
    let fields = vec![
        ("id", id("The quote’s id, as in P03-02: what findings embed and link.")),
        ("participant", id("Who speaks, where the source has several people.")),
        ("themes", many(coded(), "The themes the quote is coded to, as in [sleep, { id: work, as: contrary }].")),
        ("text", text("The words. Under `text: >-`, indented, nothing has to stand in quotation marks; a blank line begins a paragraph.")),
        ("turns", turns("An exchange, in the place of `text`.")),
        ("paraphrase", text("What was said, in your words, where the participant agreed to no more.")),
        ("original", original()),
        ("asked", text("The interviewer’s question.")),
        ("context", text("What went before, in your words.")),
        (
            "at",
            text(
                "Where in the source: a time in quotation marks (\"00:14:05\"), a page (p. 12) or a line (line 88). Shown only with `privacy: { times: yes }`.",
            ),
        ),
        ("meaning", text("The formulated meaning (Colaizzi).")),
        ("consent", choice(Consent::WORDS, CONSENT)),
        ("withheld", text_or_nothing("Why the quote is held back. It is then shown nowhere, and the reason is not published.")),
    ];
    let quote = object("A quote.", &["id", "themes"], fields);
    let one_of = ["text", "turns", "paraphrase"].map(|words| json!({ "required": [words] }));
    with(quote, "oneOf", one_of.as_slice().into())
}

fn coded() -> Value {
    let stance = choice(
        Stance::WORDS,
        "How the quote bears on the theme: it `supports` it (unless said), speaks against it (`contrary`), or both (`mixed`).",
    );
    let fields = vec![("id", id("The theme’s id.")), ("as", stance)];
    json!({ "anyOf": [id("A theme’s id."), object("A theme, and how the quote bears on it.", &["id"], fields)] })
}

fn original() -> Value {
    let lang = || ("lang", language("The language that was spoken: `zh` …"));
    let words = object("The words as they were spoken.", &["lang", "text"], vec![lang(), ("text", text("The words in that language."))]);
    let exchange =
        object("The exchange as it was spoken.", &["lang", "turns"], vec![lang(), ("turns", turns("The same turns in that language."))]);
    json!({ "anyOf": [words, exchange], "description": "The words in the language they were spoken in, where `text` is a translation." })
}
