//! Compares the table of formats in `docs/conversions.md` with what each format does.

use std::collections::{BTreeSet, HashMap};
use std::fmt::Debug;

use formats::values::{Holder, Visit, bodies, lists, visit_strings};
use formats::{Format, QuickXml, for_each_format};
use lts_log_dump::{CreateLogDumpObsResponseBody, ErrorBody, LogDumpObsId, LogGroupId, PrefixName, Violation, literal};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

const DOCUMENT: &str = include_str!("../../../docs/conversions.md");

/// Counts the values that a format reads back equal.
#[derive(Default)]
struct ReadBack {
    equal: usize,
    failures: Vec<String>,
}

impl ReadBack {
    fn document<F: Format, T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, value: &T) {
        let document = F::write(value);
        let read = document.clone().and_then(|document| F::read::<T>(&document));
        match read {
            Ok(read) if read == *value => self.equal += 1,
            other => {
                let document = document.map(|document| String::from_utf8_lossy(&document).into_owned());
                self.failures.push(format!("{}: {other:?}, not {value:?}, from {document:?}", F::NAME));
            }
        }
    }

    fn cell(&self) -> &'static str {
        if self.failures.is_empty() { "yes" } else { "no" }
    }
}

struct Strings<F> {
    read_back: ReadBack,
    format: std::marker::PhantomData<F>,
}

impl<F: Format> Visit for Strings<F> {
    fn visit<T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, value: T) {
        if F::HAS_BARE_VALUES {
            self.read_back.document::<F, _>(&value);
        }
        self.read_back.document::<F, _>(&Holder { value });
    }
}

/// Returns the start of the format's row: its name, and whether all values of each column are read back equal. Also returns some
/// failures of each column.
fn row<F: Format>() -> (String, Vec<String>) {
    let mut request = ReadBack::default();
    for body in bodies() {
        request.document::<F, _>(&body);
        request.document::<F, _>(&Holder { value: body });
    }
    let mut others = ReadBack::default();
    for violation in Violation::ALL {
        others.document::<F, _>(&ErrorBody::from(*violation));
        others.document::<F, _>(violation);
    }
    let log_dump_obs_id = literal!(LogDumpObsId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718");
    others.document::<F, _>(&CreateLogDumpObsResponseBody { log_dump_obs_id });

    let mut strings = Strings::<F> { read_back: ReadBack::default(), format: std::marker::PhantomData };
    visit_strings(&mut strings);
    strings.visit(None::<PrefixName>);
    let mut list = ReadBack::default();
    for value in lists() {
        if F::HAS_BARE_VALUES {
            list.document::<F, _>(&value);
        }
        list.document::<F, _>(&Holder { value });
    }
    let mut keys = ReadBack::default();
    for digit in ["d", "E", "1"] {
        let id = LogGroupId::new(digit.repeat(LogGroupId::LEN)).unwrap();
        keys.document::<F, _>(&HashMap::from([(id, 5_u8)]));
    }
    let columns = [request, others, strings.read_back, list, keys];
    let cells = columns.iter().map(ReadBack::cell).collect::<Vec<_>>().join(" | ");
    let failures = columns.into_iter().flat_map(|column| column.failures.into_iter().take(2)).collect();
    (format!("| {} | {cells} |", F::NAME), failures)
}

fn check<F: Format>(rows: &mut BTreeSet<String>) {
    let (start, failures) = row::<F>();
    let line = DOCUMENT.lines().find(|line| line.starts_with(&start));
    let line = line.unwrap_or_else(|| panic!("no row starts with {start}\n{}", failures.join("\n")));
    let why = line[start.len()..].trim_end_matches('|').trim();
    assert!(!why.is_empty() || !start.contains("| no |"), "{line} needs a reason");
    rows.insert(start);
}

#[test]
fn each_row_is_what_the_format_does() {
    let mut rows = BTreeSet::new();
    for_each_format!(check(&mut rows));
    let documented = DOCUMENT.lines().filter(|line| line.contains(" | yes | ") || line.contains(" | no | "));
    assert_eq!(documented.count(), rows.len(), "{rows:#?}");
}

#[derive(Debug, Deserialize, PartialEq, Serialize)]
struct Attribute<T> {
    #[serde(rename = "@value")]
    value: T,
}

struct Attributes;

impl Visit for Attributes {
    fn visit<T: Serialize + DeserializeOwned + PartialEq + Debug>(&mut self, value: T) {
        let value = Attribute { value };
        let document = QuickXml::write(&value).unwrap();
        assert_eq!(QuickXml::read(&document), Ok(value), "{}", String::from_utf8_lossy(&document));
    }
}

#[test]
fn an_xml_attribute_can_be_any_single_value() {
    visit_strings(&mut Attributes);
}
