//! The pieces that the schemas are made of: what a text, an id, a list … is to the readers in `parse`.

use serde_json::{Map, Value, json};

/// The form of an id (`model::Id`), less the few names that are taken.
const ID: &str = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

/// The form of a language tag that `parse` takes.
const LANGUAGE: &str = "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$";

/// What YAML may take a text for: to emic `1.10` and `2025` are texts as they were written.
const SCALAR: [&str; 3] = ["string", "number", "boolean"];

/// A whole file's schema.
pub fn file(title: &str, description: &str, definitions: Vec<(&str, Value)>, root: Value) -> Value {
    let mut schema = map(root);
    schema.insert("$schema".into(), "http://json-schema.org/draft-07/schema#".into());
    schema.insert("title".into(), title.into());
    schema.insert("description".into(), description.into());
    if !definitions.is_empty() {
        schema.insert("definitions".into(), fields(definitions));
    }
    Value::Object(schema)
}

pub fn text(description: &str) -> Value {
    json!({ "type": SCALAR, "minLength": 1, "description": description })
}

/// A text that may be left empty, or a field that emic does not look into.
pub fn text_or_nothing(description: &str) -> Value {
    json!({ "type": ["string", "number", "boolean", "null"], "description": description })
}

pub fn pattern(pattern: &str, description: &str) -> Value {
    json!({ "type": "string", "pattern": pattern, "description": description })
}

/// An id; YAML may take one for a number, which emic does not.
pub fn id(description: &str) -> Value {
    json!({ "type": ["string", "number"], "pattern": ID, "description": description })
}

pub fn ids(description: &str) -> Value {
    many(id("An id."), description)
}

pub fn language(description: &str) -> Value {
    pattern(LANGUAGE, description)
}

/// One of a few words.
pub fn choice(words: &[&str], description: &str) -> Value {
    json!({ "enum": words, "description": description })
}

/// `true` and `false` are words to emic and something else to YAML.
pub fn yes_no(description: &str) -> Value {
    json!({ "enum": ["yes", "no", true, false], "description": description })
}

/// A whole number, which may stand in quotation marks.
pub fn number(least: u32, description: &str) -> Value {
    json!({ "type": ["integer", "string"], "minimum": least, "pattern": "^[0-9]+$", "description": description })
}

/// A list. One item may stand alone, and none is an empty list.
pub fn many(item: Value, description: &str) -> Value {
    json!({ "anyOf": [{ "type": "array", "items": item }, item, { "type": "null" }], "description": description })
}

/// Named fields, and no others.
pub fn object(description: &str, required: &[&str], properties: Vec<(&str, Value)>) -> Value {
    let mut object = map(json!({
        "type": "object",
        "properties": fields(properties),
        "additionalProperties": false,
        "description": description,
    }));
    if !required.is_empty() {
        object.insert("required".into(), required.into());
    }
    Value::Object(object)
}

/// Names that the author gives, each with the same kind of value.
pub fn open(value: Value, description: &str) -> Value {
    json!({ "type": "object", "additionalProperties": value, "description": description })
}

/// An object with one thing more.
pub fn with(object: Value, key: &str, value: Value) -> Value {
    let mut object = map(object);
    object.insert(key.into(), value);
    Value::Object(object)
}

/// What stands under `definitions`.
pub fn refer(name: &str) -> Value {
    json!({ "$ref": format!("#/definitions/{name}") })
}

/// Exchanges, in a quote and in its original.
pub fn turns(description: &str) -> Value {
    let turn = json!({
        "type": "object",
        "properties": {
            "asked": text("The interviewer’s words."),
            "?": text("The words of somebody who could not be identified."),
        },
        "patternProperties": { ID: text("The words of this participant.") },
        "additionalProperties": false,
        "minProperties": 1,
        "maxProperties": 1,
        "description": "One turn: who speaks, and the words, as in `- P03: Nobody.`, `- asked: Who do you ring?` or `- \"?\": It rings.`",
    });
    json!({ "anyOf": [{ "type": "array", "items": turn, "minItems": 1 }, turn], "description": description })
}

fn fields(properties: Vec<(&str, Value)>) -> Value {
    Value::Object(properties.into_iter().map(|(name, value)| (name.to_owned(), value)).collect())
}

fn map(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => Map::new(),
    }
}
