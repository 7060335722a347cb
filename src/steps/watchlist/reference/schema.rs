//! The JSON Schema (draft 7, which editors know) of a watchlist.

use serde_json::{Value, json};

use super::super::keys::{Form, Key, KeySet, TOP};

/// The schema as text.
#[must_use]
pub fn schema() -> String {
    let mut whole = mapping(&TOP);
    if let Value::Object(fields) = &mut whole {
        fields.insert("$schema".to_owned(), json!("http://json-schema.org/draft-07/schema#"));
        fields.insert("title".to_owned(), json!("The watchlist of hausrecht"));
    }
    format!("{whole:#}\n")
}

fn mapping(section: &KeySet) -> Value {
    let written = || section.keys.iter().filter(|key| !matches!(key.kind, Form::Refused));
    let properties: serde_json::Map<String, Value> =
        written().map(|key| (key.name.to_owned(), described(key))).collect();
    let needed: Vec<&str> = written().filter(|key| key.needed).map(|key| key.name).collect();
    let mut made =
        json!({"type": "object", "description": section.says, "properties": properties, "additionalProperties": false});
    if !needed.is_empty() {
        made["required"] = json!(needed);
    }
    if !section.one_of.is_empty() {
        let group = |names: &&[&str]| {
            let each: Vec<Value> = names.iter().map(|name| json!({"required": [name]})).collect();
            json!({"anyOf": each})
        };
        made["allOf"] = section.one_of.iter().map(group).collect();
    }
    made
}

/// What may stand after a key, with what is said of it.
fn described(key: &Key) -> Value {
    let mut made = value(&key.kind);
    let mut said = key.says.to_owned();
    for (called, text) in [("Default", key.default), ("Example", key.example)] {
        if let Some(text) = text {
            said = format!("{said}\n{called}: {text}");
        }
    }
    made["description"] = json!(said);
    made
}

fn value(kind: &Form) -> Value {
    match kind {
        // What YAML takes for a number is a text to us.
        Form::Written(_, None) => json!({"type": ["string", "number"]}),
        Form::Written(_, Some(pattern)) => json!({"type": ["string", "number"], "pattern": pattern}),
        // Readers of YAML 1.2 take the words for texts.
        Form::Flag => json!({"enum": [true, false, "yes", "no", "on", "off"]}),
        Form::Number(least, most) => json!({"type": "integer", "minimum": least, "maximum": most}),
        Form::OneOf(words) => json!({"enum": words()}),
        Form::Many(kind) => {
            let one = value(kind);
            json!({"anyOf": [one, {"type": "array", "items": one}]})
        }
        Form::Either(kinds) => json!({"anyOf": kinds.iter().map(value).collect::<Vec<_>>()}),
        Form::Mapping(section) => mapping(section),
        Form::Entries(section) => json!({"type": "array", "items": mapping(section)}),
        Form::Free(_) => json!({"type": "object", "additionalProperties": {"type": ["string", "number"]}}),
        Form::Refused => Value::Bool(false),
    }
}
