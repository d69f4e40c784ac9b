//! The bodies that all contenders read.

use std::collections::BTreeMap;
use std::fmt::Write;

use lts_log_dump::{DirPrefixName, Field, LogStreamId, PrefixName};

/// Members as raw JSON, in the order of the API reference's table.
type Members = BTreeMap<Field, String>;

/// A body with its name in the results.
#[derive(Clone, Debug)]
pub struct Body {
    pub name: String,
    pub json: Vec<u8>,
    pub kind: Kind,
}

/// Whether this crate accepts a body, or why not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Valid,
    Invalid,
    NotJson,
}

/// The number of stream IDs in bodies that differ in something else.
const FEW: usize = 1;

/// The numbers of stream IDs with a bar of their own.
pub const SIZES: [usize; 4] = [1, 10, 100, 10_000];

#[must_use]
pub fn all() -> Vec<Body> {
    let mut bodies = Vec::new();
    for ids in SIZES {
        let name = name_of(ids);
        let members = members(ids);
        bodies.push(valid(&name, &compact(&members)));
        bodies.push(valid(&format!("{name}, capitals"), &compact(&with_capitals(members.clone()))));
        bodies.push(valid(&format!("{name}, pretty-printed"), &pretty(&members)));
    }
    bodies.push(valid("other order", &reversed(&members(FEW))));
    bodies.push(valid("escapes", &compact(&changed(Field::PrefixName, r#""line\nand \u540d\u524d""#))));
    bodies.push(valid("an escape in a name", &compact(&members(FEW)).replace("\"period\"", "\"p\\u0065riod\"")));
    bodies.push(valid("non-ASCII names", &compact(&changed(Field::DirPrefixName, "\"ログ/журнал/📦\""))));
    bodies.extend(invalid());
    bodies
}

/// Returns the name of the body with this number of stream IDs.
#[must_use]
pub fn name_of(ids: usize) -> String {
    match ids {
        1 => "1 ID".into(),
        0..1000 => format!("{ids} IDs"),
        _ => format!("{},{:03} IDs", ids / 1000, ids % 1000),
    }
}

/// Returns a valid body of about this number of bytes.
#[must_use]
pub fn of_size(bytes: usize) -> Vec<u8> {
    compact(&members((bytes / (LogStreamId::LEN + 3)).max(1))).into_bytes()
}

fn valid(name: &str, json: &str) -> Body {
    Body { name: name.into(), json: json.as_bytes().into(), kind: Kind::Valid }
}

fn invalid() -> Vec<Body> {
    let invalid = |name: &str, members: &Members| Body { kind: Kind::Invalid, ..valid(name, &compact(members)) };
    let mut missing = members(FEW);
    missing.remove(&Field::PeriodUnit);
    let mut wrong = members(FEW);
    for value in wrong.values_mut().filter(|value| value.starts_with('"')) {
        *value = quoted(&"?".repeat(PrefixName::MAX_LEN + 1));
    }
    wrong.insert(Field::LogStreamIds, "[\"?\"]".into());
    wrong.insert(Field::Period, "7".into());
    let mut last_id_wrong = members(100);
    last_id_wrong.entry(Field::LogStreamIds).and_modify(|ids| *ids = ids.replace("\"]", "?\"]"));
    let truncated = compact(&members(FEW));
    vec![
        invalid("wrong type", &changed(Field::PeriodUnit, "5")),
        invalid("wrong period", &changed(Field::Period, "7")),
        invalid("long prefix", &changed(Field::DirPrefixName, &quoted(&"x".repeat(DirPrefixName::MAX_LEN + 1)))),
        invalid("missing member", &missing),
        invalid("everything wrong", &wrong),
        invalid("last of 100 IDs wrong", &last_id_wrong),
        Body { kind: Kind::NotJson, ..valid("truncated", &truncated[..truncated.len() - 1]) },
        Body { kind: Kind::NotJson, ..valid("not JSON", "log_group_id=45e7f609") },
    ]
}

fn members(ids: usize) -> Members {
    let ids: Vec<_> = (0..ids).map(|id| quoted(&format!("45e7f609-xxxx-4cd3-835b-{:012x}", id * 7919))).collect();
    Members::from([
        (Field::LogGroupId, quoted("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")),
        (Field::LogStreamIds, format!("[{}]", ids.join(","))),
        (Field::ObsBucketName, quoted("lts-test")),
        (Field::TransferType, quoted("cycle")),
        (Field::StorageFormat, quoted("RAW")),
        (Field::SwitchOn, quoted("true")),
        (Field::PrefixName, quoted("fileprefixname")),
        (Field::DirPrefixName, quoted("dirprefixname")),
        (Field::Period, "5".into()),
        (Field::PeriodUnit, quoted("min")),
    ])
}

fn changed(field: Field, value: &str) -> Members {
    let mut members = members(FEW);
    members.insert(field, value.into());
    members
}

fn quoted(text: &str) -> String {
    format!("\"{text}\"")
}

fn compact(members: &Members) -> String {
    joined(members, "{", ":", ",", "}")
}

fn pretty(members: &Members) -> String {
    let spread = members.iter().map(|(field, value)| {
        let value = value.replace("[\"", "[\n    \"").replace("\",\"", "\",\n    \"").replace("\"]", "\"\n  ]");
        (field, value)
    });
    joined(spread, "{\n  ", ": ", ",\n  ", "\n}\n")
}

fn reversed(members: &Members) -> String {
    joined(members.iter().rev(), "{", ":", ",", "}")
}

fn with_capitals(mut members: Members) -> Members {
    for field in [Field::LogGroupId, Field::LogStreamIds] {
        members.entry(field).and_modify(|ids| ids.make_ascii_uppercase());
    }
    members
}

fn joined<'a, V: std::fmt::Display>(
    members: impl IntoIterator<Item = (&'a Field, V)>,
    open: &str,
    colon: &str,
    comma: &str,
    close: &str,
) -> String {
    let mut text = String::new();
    for (field, value) in members {
        let before = if text.is_empty() { open } else { comma };
        write!(text, "{before}{}{colon}{value}", quoted(field.name())).expect("a String takes all");
    }
    text + close
}
