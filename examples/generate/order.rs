//! Writes JSON with keywords in the order in which people read them, and parameters in table order.

use lts_log_dump::Field;
use serde_json::{Map, Value};

/// The first names of every object, in this order. Parameters follow, then all other names.
const FIRST: &[&str] = &[
    "openapi",
    "$schema",
    "$id",
    "info",
    "title",
    "version",
    "summary",
    "description",
    "license",
    "name",
    "in",
    "identifier",
    "operationId",
    "tags",
    "parameters",
    "requestBody",
    "responses",
    "field",
    "error_code",
    "error_msg",
    "type",
    "const",
    "enum",
    "minLength",
    "maxLength",
    "pattern",
    "minItems",
    "items",
    "required",
    "properties",
    "anyOf",
    "if",
    "then",
    "else",
    "allOf",
    "x-lts-error",
    "content",
    "schema",
    "example",
    "default",
    "examples",
    "paths",
    "components",
];

/// Returns pretty-printed JSON with a line feed at the end.
pub(crate) fn pretty(value: &Value) -> String {
    let mut text = String::new();
    write(value, 0, &mut text);
    text.push('\n');
    text
}

fn rank(name: &str) -> usize {
    let parameters = Field::ALL.iter().map(|field| field.name());
    FIRST.iter().copied().chain(parameters).position(|known| known == name).unwrap_or(usize::MAX)
}

/// Returns whether the members are parameters of the request.
fn are_parameters(members: &Map<String, Value>) -> bool {
    members.keys().all(|name| Field::ALL.iter().any(|field| field.name() == name))
}

fn ordered(members: &Map<String, Value>) -> Vec<(&String, &Value)> {
    let mut ordered: Vec<_> = members.iter().collect();
    // `type` is both a keyword and a parameter.
    if are_parameters(members) {
        ordered.sort_by_key(|(name, _)| Field::ALL.iter().position(|field| field.name() == name.as_str()));
    } else {
        ordered.sort_by_key(|(name, _)| (rank(name), *name));
    }
    ordered
}

fn write(value: &Value, depth: usize, text: &mut String) {
    match value {
        Value::Array(items) if !items.is_empty() => {
            write_lines('[', items.iter(), ']', depth, text, |item, text| write(item, depth + 1, text));
        }
        Value::Object(members) if !members.is_empty() => {
            write_lines('{', ordered(members).into_iter(), '}', depth, text, |(name, value), text| {
                text.push_str(&Value::from(name.as_str()).to_string());
                text.push_str(": ");
                write(value, depth + 1, text);
            });
        }
        scalar => text.push_str(&scalar.to_string()),
    }
}

fn write_lines<T>(
    open: char,
    items: impl Iterator<Item = T>,
    close: char,
    depth: usize,
    text: &mut String,
    write_item: impl Fn(T, &mut String),
) {
    text.push(open);
    for (position, item) in items.enumerate() {
        text.push_str(if position == 0 { "\n" } else { ",\n" });
        text.push_str(&"  ".repeat(depth + 1));
        write_item(item, text);
    }
    text.push('\n');
    text.push_str(&"  ".repeat(depth));
    text.push(close);
}
