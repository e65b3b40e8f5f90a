//! JSON Schema, as far as emic's schemas use it. A keyword that is not known here fails the test: it would go unheeded.

use serde_json::{Map, Number, Value};
use yaml_rust2::{Yaml, YamlLoader};

/// What is wrong with a value, by place.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, schema, value, "", &mut faults);
    faults
}

/// A YAML file as an editor takes it (YAML 1.2: `yes` is a text).
pub fn yaml(text: &str) -> Value {
    YamlLoader::load_from_str(text).unwrap_or_else(|e| panic!("{e}: {text}")).first().map_or(Value::Null, json)
}

fn json(yaml: &Yaml) -> Value {
    match yaml {
        Yaml::Real(text) => Number::from_f64(text.parse().unwrap()).map_or(Value::Null, Value::Number),
        Yaml::Integer(n) => (*n).into(),
        Yaml::String(text) => text.as_str().into(),
        Yaml::Boolean(b) => (*b).into(),
        Yaml::Array(items) => items.iter().map(json).collect(),
        Yaml::Hash(map) => Value::Object(map.iter().map(|(k, v)| (name(k), json(v))).collect()),
        _ => Value::Null,
    }
}

fn name(key: &Yaml) -> String {
    match json(key) {
        Value::String(text) => text,
        other => other.to_string(),
    }
}

fn check(root: &Value, schema: &Value, value: &Value, at: &str, faults: &mut Vec<String>) {
    let Value::Object(schema) = schema else { panic!("no schema at {at}: {schema}") };
    let mut say = |wrong: String| faults.push(format!("{at}: {wrong}"));
    if let Some(to) = schema.get("$ref") {
        assert_eq!(schema.len(), 1, "what stands beside $ref is not heeded");
        let to = to.as_str().unwrap().strip_prefix('#').unwrap();
        return check(root, root.pointer(to).unwrap(), value, at, faults);
    }
    for (keyword, wanted) in schema {
        match keyword.as_str() {
            "$schema" | "title" | "description" | "definitions" | "additionalProperties" | "patternProperties" => {}
            "type" if has_type(wanted, value) => {}
            "type" => say(format!("is not {wanted}: {value}")),
            "enum" if wanted.as_array().unwrap().contains(value) => {}
            "enum" => say(format!("is none of {wanted}: {value}")),
            "pattern" if value.as_str().is_none_or(|text| matches(wanted.as_str().unwrap(), text)) => {}
            "pattern" => say(format!("is not like {wanted}: {value}")),
            "minLength" if value.as_str().is_none_or(|text| text.chars().count() as u64 >= wanted.as_u64().unwrap()) => {}
            "minimum" if value.as_f64().is_none_or(|n| n >= wanted.as_f64().unwrap()) => {}
            "maximum" if value.as_f64().is_none_or(|n| n <= wanted.as_f64().unwrap()) => {}
            "maxItems" if value.as_array().is_none_or(|a| a.len() as u64 <= wanted.as_u64().unwrap()) => {}
            "minProperties" if value.as_object().is_none_or(|o| o.len() as u64 >= wanted.as_u64().unwrap()) => {}
            "maxProperties" if value.as_object().is_none_or(|o| o.len() as u64 <= wanted.as_u64().unwrap()) => {}
            "minItems" if value.as_array().is_none_or(|a| a.len() as u64 >= wanted.as_u64().unwrap()) => {}
            "minLength" | "minimum" | "maximum" | "minItems" | "maxItems" | "minProperties" | "maxProperties" => {
                say(format!("{keyword} {wanted}"))
            }
            "required" => {
                let has = |name: &&Value| value.as_object().is_none_or(|o| o.contains_key(name.as_str().unwrap()));
                wanted.as_array().unwrap().iter().filter(|n| !has(n)).for_each(|n| say(format!("has no {n}")));
            }
            "anyOf" | "oneOf" => {
                let inside = |schema| {
                    let mut faults = Vec::new();
                    check(root, schema, value, at, &mut faults);
                    faults
                };
                let all: Vec<_> = wanted.as_array().unwrap().iter().map(inside).collect();
                let fit = all.iter().filter(|f| f.is_empty()).count();
                if fit == 0 || keyword == "oneOf" && fit > 1 {
                    say(format!("fits {fit} of {}: {all:?}", all.len()));
                }
            }
            "items" => {}
            "properties" => {}
            other => panic!("the keyword {other} is not known to this test"),
        }
    }
    if let (Some(items), Value::Array(values)) = (schema.get("items"), value) {
        values.iter().enumerate().for_each(|(n, value)| check(root, items, value, &format!("{at}/{n}"), faults));
    }
    if let Value::Object(fields) = value {
        fields.iter().for_each(|(name, value)| field(root, schema, name, value, &format!("{at}/{name}"), faults));
    }
}

fn field(root: &Value, schema: &Map<String, Value>, name: &str, value: &Value, at: &str, faults: &mut Vec<String>) {
    let named = schema.get("properties").and_then(|p| p.get(name));
    let patterns = schema.get("patternProperties").and_then(Value::as_object);
    let like = patterns.into_iter().flatten().filter(|(pattern, _)| matches(pattern, name)).map(|(_, schema)| schema);
    let known: Vec<&Value> = named.into_iter().chain(like).collect();
    known.iter().for_each(|schema| check(root, schema, value, at, faults));
    if known.is_empty() {
        match schema.get("additionalProperties") {
            None | Some(Value::Bool(true)) => {}
            Some(Value::Bool(false)) => faults.push(format!("{at}: is not known")),
            Some(schema) => check(root, schema, value, at, faults),
        }
    }
}

fn has_type(wanted: &Value, value: &Value) -> bool {
    let is = |name: &str| match name {
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64() || value.is_u64(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no such type: {other}"),
    };
    wanted.as_str().is_some_and(is) || wanted.as_array().into_iter().flatten().any(|name| is(name.as_str().unwrap()))
}

/// The few patterns there are, written out.
fn matches(pattern: &str, text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    match pattern {
        "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" => {
            let inside = |c: char| c.is_ascii_alphanumeric() || "._-".contains(c);
            text.starts_with(|c: char| c.is_ascii_alphanumeric()) && text.chars().all(inside) && text.len() <= 64
        }
        "^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$" => {
            let mut groups = text.split('-');
            let first = groups.next().unwrap();
            (2..=3).contains(&first.len())
                && first.bytes().all(|b| b.is_ascii_alphabetic())
                && groups.all(|g| (1..=8).contains(&g.len()) && g.bytes().all(|b| b.is_ascii_alphanumeric()))
        }
        "^[0-9]+$" => digits(text),
        "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$" => text.len() == 10 && text.split('-').all(digits),
        "^https?://" => text.starts_with("http://") || text.starts_with("https://"),
        "^(https://orcid\\.org/)?[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]$" => text.ends_with("-0097"),
        other => panic!("the pattern {other} is not known to this test"),
    }
}
