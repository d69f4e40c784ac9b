//! A JSON Schema of the body without errors. The crate's own schema carries an error in each rule, which makes validators slower.

use lts_log_dump::{
    DirPrefixName, Field, Location, LogGroupId, ObsBucketName, Period, PeriodUnit, PrefixName, StorageFormat,
    TransferType,
};
use serde_json::{Map, Value, json};

#[must_use]
pub fn body() -> Value {
    let id = json!({"type": "string", "pattern": format!("^[A-Za-z0-9._~-]{{{}}}$", LogGroupId::LEN)});
    let mut properties = Map::new();
    let mut has = |field: Field, schema: Value| properties.insert(field.name().into(), schema);
    has(Field::LogStreamIds, json!({"type": "array", "minItems": 1, "items": id}));
    has(Field::LogGroupId, id);
    has(Field::ObsBucketName, text(ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN, "string"));
    has(Field::TransferType, listed(TransferType::ALL.iter().map(|listed| listed.as_str())));
    has(Field::StorageFormat, listed(StorageFormat::ALL.iter().map(|listed| listed.as_str())));
    has(Field::SwitchOn, json!({"enum": [true, false, "true", "false", null]}));
    has(Field::PrefixName, text(PrefixName::MIN_LEN, PrefixName::MAX_LEN, ["string", "null"]));
    has(Field::DirPrefixName, text(DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN, ["string", "null"]));
    has(Field::Period, json!({"type": "integer"}));
    has(Field::PeriodUnit, listed(PeriodUnit::ALL.iter().map(|listed| listed.as_str())));

    let mandatory = |field: &&Field| field.location() == Location::Body && field.is_mandatory();
    let required: Vec<_> = Field::ALL.iter().filter(mandatory).map(|field| field.name()).collect();
    let intervals = PeriodUnit::ALL.iter().map(|unit| {
        let periods: Vec<_> =
            Period::ALL.iter().filter(|period| period.unit() == *unit).map(|period| period.number()).collect();
        let (period, period_unit) = (Field::Period.name(), Field::PeriodUnit.name());
        json!({"properties": {period: {"enum": periods}, period_unit: {"const": unit.as_str()}}})
    });
    json!({
        "type": "object",
        "required": required,
        "properties": properties,
        "anyOf": intervals.collect::<Vec<_>>(),
    })
}

fn text(min: usize, max: usize, kind: impl Into<Value>) -> Value {
    json!({"type": kind.into(), "minLength": min, "maxLength": max})
}

fn listed<'a>(values: impl Iterator<Item = &'a str>) -> Value {
    json!({"enum": values.collect::<Vec<_>>()})
}
