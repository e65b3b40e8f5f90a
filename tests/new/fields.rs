//! Which fields there are: the readers are asked, and held against the schemas.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use super::validator::{faults, yaml};
use super::{emic, said, schema, schema_of};

/// A name that no field has, nor nearly.
const ODD: &str = "zzzzzzzzzzzzzzzzzzzz";

/// Where a schema says which fields there are, and a file in which the odd one stands there and no other.
const PLACES: &[(&str, &str, &str)] = &[
    ("study.yaml", "", "@"),
    ("study.yaml", "/properties/based_on", "title: T\nbased_on: { @ }"),
    ("study.yaml", "/properties/authors/anyOf/1/anyOf/0", "title: T\nauthors: [{ @ }]"),
    ("study.yaml", "/properties/licence/anyOf/0", "title: T\nlicence: { @ }"),
    ("study.yaml", "/properties/words", "title: T\nwords: { @ }"),
    ("study.yaml", "/properties/attributes/additionalProperties", "title: T\nattributes: { age: { @ } }"),
    ("study.yaml", "/properties/consent", "title: T\nconsent: { @ }"),
    ("study.yaml", "/properties/privacy", "title: T\nprivacy: { @ }"),
    ("study.yaml", "/properties/notation", "title: T\nnotation: { @ }"),
    ("study.yaml", "/properties/about", "title: T\nabout: { @ }"),
    ("themes/2.yaml", "/definitions/theme", "- { @ }"),
    ("themes/2.yaml", "/definitions/theme", "- { id: a, name: A, subthemes: [{ @ }] }"),
    ("themes/2.yaml", "/definitions/theme/properties/contrary", "{ id: a, name: A, contrary: { @ } }"),
    ("themes/2.yaml", "/definitions/theme/properties/history/anyOf/1", "{ id: a, name: A, history: [{ @ }] }"),
    ("quotes/sources.yaml", "/definitions/source", "- { @ }"),
    ("quotes/P03.yaml", "", "participant: P01\n@"),
    ("quotes/P03.yaml", "/definitions/quote", "participant: P01\nquotes: [{ @ }]"),
    (
        "quotes/P03.yaml",
        "/definitions/quote/properties/themes/anyOf/1/anyOf/1",
        "participant: P01\nquotes: [{ id: P01-09, text: T, themes: [{ @ }] }]",
    ),
    (
        "quotes/P03.yaml",
        "/definitions/quote/properties/original/anyOf/0",
        "participant: P01\nquotes: [{ id: P01-09, themes: [fear], text: T, original: { @ } }]",
    ),
    (
        "quotes/P03.yaml",
        "/definitions/quote/properties/original/anyOf/1",
        "participant: P01\nquotes: [{ id: P01-09, themes: [fear], turns: [{ P01: T }], original: { @ } }]",
    ),
];

/// What stands in backticks.
fn ticked(text: &str) -> BTreeSet<String> {
    text.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

fn fields(schema: &Value) -> BTreeSet<String> {
    schema["properties"].as_object().unwrap().keys().cloned().collect()
}

#[test]
fn readers_and_schemas_know_the_same_fields_and_need_the_same() {
    for (file, pointer, text) in PLACES {
        let root = tempfile::tempdir().unwrap();
        assert!(emic(&["new", "s"], root.path()).status.success());
        let text = text.replace('@', &format!("{ODD}: x"));
        fs::write(root.path().join("s").join(file), &text).unwrap();
        let said = said(&root.path().join("s"));
        let of = |code: &str| said.iter().filter(|d| d["code"] == code && d["file"] == *file).cloned().collect::<Vec<_>>();
        let [unknown] = &of("unknown-field")[..] else { panic!("{file}{pointer}: {said:?}") };
        let whole = schema(schema_of(file));
        let schema = whole.pointer(pointer).unwrap_or_else(|| panic!("{file} has no {pointer}"));
        assert_eq!(ticked(unknown["help"].as_str().unwrap()), fields(schema), "{file}{pointer}");
        let missing: BTreeSet<String> = of("missing-field").iter().flat_map(|d| ticked(d["help"].as_str().unwrap())).collect();
        let mut required: BTreeSet<String> =
            schema["required"].as_array().into_iter().flatten().map(|n| format!("{}:", n.as_str().unwrap())).collect();
        if schema.get("oneOf").is_some() {
            required.insert("text:".to_owned());
        }
        assert_eq!(missing, required, "{file}{pointer}");
        assert!(!faults(&whole, &yaml(&text)).is_empty(), "the schema takes {text}");
    }
}

#[test]
fn no_place_that_lists_fields_is_left_out() {
    fn closed(schema: &Value, found: &mut BTreeSet<Vec<String>>) {
        if schema["additionalProperties"] == Value::Bool(false) && schema.get("patternProperties").is_none() {
            found.insert(fields(schema).into_iter().collect());
        }
        schema.as_object().into_iter().flatten().for_each(|(_, inside)| closed(inside, found));
        schema.as_array().into_iter().flatten().for_each(|inside| closed(inside, found));
    }
    let mut found = BTreeSet::new();
    ["study", "themes", "participants", "sources", "quotes"].iter().for_each(|which| closed(&schema(which), &mut found));
    let held = PLACES.iter().map(|(file, pointer, _)| fields(schema(schema_of(file)).pointer(pointer).unwrap()).into_iter().collect());
    assert_eq!(found, held.collect());
}

#[test]
fn participants_have_attributes_by_any_name_and_turns_one_speaker() {
    let people = schema("participants");
    assert_eq!(faults(&people, &yaml("- { id: P01, age: 50-59, 年龄: 50, consent: quote, withdrawn: no, case: D1 }")), [""; 0]);
    assert!(!faults(&people, &yaml("- { age: 50 }")).is_empty());
    assert!(!faults(&people, &yaml("- { id: P01, consent: everything }")).is_empty());
    let quotes = |words: &str| faults(&schema("quotes"), &yaml(&format!("quotes:\n  - {{ id: a, themes: [b], {words} }}")));
    assert!(quotes("turns: [{ asked: Who? }, { P03: Nobody. }, { \"?\": It rings. }]").is_empty());
    assert!(!quotes("turns: []").is_empty());
    assert!(!quotes("turns: [{ asked: Who?, P03: Nobody. }]").is_empty());
    assert!(!quotes("turns: [{ \"the nurse\": Nobody. }]").is_empty());
    assert!(!quotes("text: a, paraphrase: b").is_empty() && !quotes("at: \"00:01\"").is_empty());
}
