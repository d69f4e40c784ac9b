//! Values of every type that has a wire form.

use std::fmt::Debug;

use lts_log_dump::{
    CreateLogDumpObsRequestBody, DirPrefixName, ErrorCode, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds,
    ObsBucketName, Period, PeriodUnit, PrefixName, ProjectId, StorageFormat, TransferType, Violation, literal,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// Strings that a format may confuse with another type, or must escape.
const STRINGS: &[&str] = &[
    "123",
    "1e5",
    "0x1f",
    "1_000",
    ".5",
    "-.inf",
    "nan",
    "true",
    "no",
    "null",
    "~",
    "None",
    "12:30:45",
    "2026-01-01",
    " x ",
    "a b&c=d",
    "a: b",
    "#",
    "\"'\\",
    "<&>",
    "[x]",
    "{}",
    "\n",
    "\t",
    "\u{e9}",
    "\u{1f600}",
];

/// A struct with a member, because not every format has documents that are a single value.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
pub struct Holder<T> {
    /// The member.
    pub value: T,
}

/// A function that accepts a single value of any type.
pub trait Visit {
    /// Is called for each value.
    fn visit<T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, value: T);
}

/// Visits values of each type that is a string.
///
/// # Panics
///
/// If a type rejects a value of this list.
pub fn visit_strings(visitor: &mut impl Visit) {
    for digits in ["1", "e", "E", "x"] {
        visitor.visit(LogGroupId::new(digits.repeat(LogGroupId::LEN)).unwrap());
        visitor.visit(LogStreamId::new(digits.repeat(LogStreamId::LEN)).unwrap());
        visitor.visit(LogDumpObsId::new(digits.repeat(LogDumpObsId::LEN)).unwrap());
        visitor.visit(ProjectId::new(digits.repeat(ProjectId::LEN)).unwrap());
    }
    for text in STRINGS {
        for text in [(*text).to_owned(), format!("{text}{text}{text}")] {
            if let Ok(name) = ObsBucketName::new(&text) {
                visitor.visit(name);
            }
            visitor.visit(PrefixName::new(&text).unwrap());
            visitor.visit(DirPrefixName::new(&text).unwrap());
            visitor.visit(ErrorCode::from(text.as_str()));
        }
    }
    for value in TransferType::ALL {
        visitor.visit(*value);
    }
    for value in StorageFormat::ALL {
        visitor.visit(*value);
    }
    for value in PeriodUnit::ALL {
        visitor.visit(*value);
    }
    for value in Period::ALL {
        visitor.visit(*value);
    }
    for violation in Violation::ALL {
        visitor.visit(violation.code());
    }
}

/// Returns lists of IDs.
#[must_use]
pub fn lists() -> Vec<LogStreamIds> {
    let [first, second] = [
        literal!(LogStreamId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718"),
        literal!(LogStreamId, "000000000000000000000000000000000000"),
    ];
    let mut long = LogStreamIds::from(first);
    long.extend([second; 40]);
    vec![first.into(), second.into(), long]
}

/// Returns bodies with each combination of their members' values.
///
/// # Panics
///
/// If a type rejects a value of this list.
#[must_use]
pub fn bodies() -> Vec<CreateLogDumpObsRequestBody> {
    let group = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
    let bucket = literal!(ObsBucketName, "lts-test");
    let prefixes = [None, Some("x"), Some("123"), Some("null")];
    let mut bodies = Vec::new();
    for ids in lists() {
        for prefix in prefixes {
            for dir_prefix in prefixes {
                for (position, period) in Period::ALL.iter().enumerate() {
                    let mut body = CreateLogDumpObsRequestBody::new(group, ids.clone(), bucket.clone(), *period);
                    body.prefix_name = prefix.map(|prefix| PrefixName::new(prefix).unwrap());
                    body.dir_prefix_name = dir_prefix.map(|prefix| DirPrefixName::new(prefix).unwrap());
                    body.switch_on = position % 2 == 0;
                    body.storage_format = StorageFormat::ALL[position % StorageFormat::ALL.len()];
                    bodies.push(body);
                }
            }
        }
    }
    bodies
}
