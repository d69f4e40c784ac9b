//! Converts the description to OpenAPI 3.0, for tools that do not read 3.1.

use serde_json::{Value, json};

const ANSWER: &str = "CreateLogDumpObsAnswer";

/// Explains the difference to 3.1.
const WITHOUT_THE_COMBINATION: &str =
    " OpenAPI 3.0 has no `if`, so this description does not define which `period` belongs to which `period_unit`.";

/// Converts a 3.1 document to 3.0.
///
/// The statuses 200 and 201 share a type, because some generators use one type for all successful statuses.
pub(crate) fn rendering(document: &Value) -> Value {
    let mut document = document.clone();
    document["openapi"] = "3.0.3".into();
    append(&mut document["info"]["description"], WITHOUT_THE_COMBINATION);
    let license = members(&mut document["info"]["license"]);
    license.remove("identifier");
    license.insert("url".into(), "https://spdx.org/licenses/".into());
    for path in members(&mut document["paths"]).values_mut() {
        for operation in members(path).values_mut() {
            for parameter in operation["parameters"].as_array_mut().into_iter().flatten() {
                render(&mut parameter["schema"]);
            }
            for (status, response) in members(&mut operation["responses"]) {
                if status.starts_with('2') {
                    response["content"]["application/json"]["schema"] = reference(ANSWER);
                }
            }
        }
    }
    let schemas = &mut document["components"]["schemas"];
    schemas[ANSWER] = json!({
        "title": ANSWER,
        "description": "The body of a response whose status means success. A body with an `error_code` is an error.",
        "oneOf": [reference("CreateLogDumpObsResponseBody"), reference("ErrorBody")],
    });
    members(schemas).values_mut().for_each(render);
    document
}

fn reference(schema: &str) -> Value {
    json!({ "$ref": format!("#/components/schemas/{schema}") })
}

fn members(value: &mut Value) -> &mut serde_json::Map<String, Value> {
    value.as_object_mut().expect("an object")
}

fn append(text: &mut Value, more: &str) {
    *text = (text.as_str().unwrap_or_default().to_owned() + more).into();
}

/// Converts a schema and the schemas inside it.
fn render(schema: &mut Value) {
    let keywords = members(schema);
    for keyword in ["if", "then", "else"] {
        keywords.remove(keyword);
    }
    if let Some(types) = keywords.get("type").and_then(Value::as_array).cloned() {
        let (null, others): (Vec<_>, Vec<_>) = types.into_iter().partition(|name| name == "null");
        let [name] = others.try_into().expect("one type besides null");
        keywords.insert("type".into(), name);
        if !null.is_empty() {
            keywords.insert("nullable".into(), true.into());
        }
    }
    if keywords.contains_key("enum") {
        keywords.entry("type").or_insert_with(|| "string".into());
    }
    if let Some(example) = keywords.remove("examples").and_then(|examples| examples.get(0).cloned()) {
        keywords.insert("example".into(), example);
    }
    for (keyword, value) in keywords {
        match (keyword.as_str(), value) {
            ("properties", value) => members(value).values_mut().for_each(render),
            ("items" | "not", value) => render(value),
            ("anyOf" | "oneOf", Value::Array(schemas)) => schemas.iter_mut().for_each(render),
            _ => {}
        }
    }
}
