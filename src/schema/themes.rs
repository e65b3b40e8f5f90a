//! The schema of `themes/*.yaml`.

use serde_json::Value;

use super::kit::{choice, file, id, ids, many, object, refer, text, yes_no};
use crate::model::Asked;

pub fn schema() -> Value {
    let description = "Themes with their subthemes: one theme, or a list of them.";
    file("emic: themes", description, vec![("theme", theme())], many(refer("theme"), description))
}

fn theme() -> Value {
    object(
        "A theme.",
        &["id", "name"],
        vec![
            ("id", id("The theme’s id, by which quotes are coded to it: letters (a–z), digits, - _ and . without spaces.")),
            ("name", text("The theme’s name, as readers see it.")),
            ("definition", text("What the theme is, in a sentence or two. Markdown.")),
            ("full", text("The definition at length. Markdown.")),
            ("include", text("When a passage is coded so. Markdown.")),
            ("exclude", text("When it is not, and what it is coded to then. Markdown.")),
            ("examples", ids("Quotes that are coded so; the first opens the theme’s page.")),
            ("origin", text("Where the theme comes from: `inductive`, `deductive`, or a theory, as in \"theory: value perception\".")),
            (
                "asked",
                choice(
                    Asked::WORDS,
                    "Whom the interviewers asked about it: everyone (`all`), `some`, or nobody, and it arose (`arose`). Silence means little \
                     where nobody asked.",
                ),
            ),
            ("contrary", contrary()),
            ("history", many(change(), "How the theme came to be what it is.")),
            ("aliases", ids("Ids it had earlier; links to them keep working.")),
            ("subthemes", many(refer("theme"), "The themes inside this one.")),
        ],
    )
}

fn contrary() -> Value {
    object(
        "Words against the theme.",
        &[],
        vec![("sought", yes_no("Whether you looked for them.")), ("found", text("What you found; “None.” is a finding too."))],
    )
}

fn change() -> Value {
    object(
        "One change.",
        &["change"],
        vec![
            ("date", text("When, as in 2025-08.")),
            ("change", text("What was changed, as in \"Merged from ‘sleep’ and ‘table’\".")),
            ("why", text("Why.")),
        ],
    )
}
