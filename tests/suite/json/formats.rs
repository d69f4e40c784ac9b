//! Other formats of serde give the same values and violations as JSON.

use contract::cases;
use contract::properties::has_exact_numbers;
use lts_log_dump::{
    CreateLogDumpObsRequestBody, ErrorBody, LogGroupId, LogStreamIds, ObsBucketName, PeriodUnit, PrefixName, Rejection,
    StorageFormat, TransferType, Violation,
};
use serde::de::DeserializeOwned;
use serde::de::value::{BorrowedStrDeserializer, MapDeserializer};
use serde::{Deserialize, Serialize};
use serde_json::Value;

fn cbor(value: &impl Serialize) -> Vec<u8> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes).unwrap();
    bytes
}

/// Reads a value. The error is the message that the type reports.
fn from_cbor<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    ciborium::from_reader(bytes).map_err(|error: ciborium::de::Error<_>| match error {
        ciborium::de::Error::Semantic(_, message) => message,
        other => other.to_string(),
    })
}

fn from_yaml<T: DeserializeOwned>(text: &str) -> Result<T, String> {
    serde_yaml_ng::from_str(text).map_err(|error| error.to_string())
}

// JSON values are converted by hand, because with some features `serde_json` serializes a number as a map.

/// Converts a number to an integer if possible, because other formats write integers like this.
fn number<T: From<i64> + From<u64> + From<f64>>(number: &serde_json::Number) -> T {
    let integer = number.as_i64().map(T::from).or_else(|| number.as_u64().map(T::from));
    integer.unwrap_or_else(|| number.as_f64().unwrap_or(f64::INFINITY).into())
}

fn to_cbor(value: &Value) -> ciborium::Value {
    match value {
        Value::Null => ciborium::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(value) => number(value),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => ciborium::Value::Array(items.iter().map(to_cbor).collect()),
        Value::Object(members) => {
            ciborium::Value::Map(members.iter().map(|(name, value)| (name.as_str().into(), to_cbor(value))).collect())
        }
    }
}

fn to_yaml(value: &Value) -> serde_yaml_ng::Value {
    match value {
        Value::Null => serde_yaml_ng::Value::Null,
        Value::Bool(value) => (*value).into(),
        Value::Number(value) => number(value),
        Value::String(text) => text.as_str().into(),
        Value::Array(items) => serde_yaml_ng::Value::Sequence(items.iter().map(to_yaml).collect()),
        Value::Object(members) => serde_yaml_ng::Value::Mapping(
            members.iter().map(|(name, value)| (name.as_str().into(), to_yaml(value))).collect(),
        ),
    }
}

fn yaml(value: &Value) -> String {
    serde_yaml_ng::to_string(&to_yaml(value)).unwrap()
}

/// Returns the cases that other formats can represent: objects without duplicate members.
fn objects() -> impl Iterator<Item = (String, Value, Result<CreateLogDumpObsRequestBody, String>)> {
    cases::all().into_iter().filter_map(|case| {
        let value: Value = serde_json::from_slice(&case.body).ok().filter(Value::is_object)?;
        let verdict = match CreateLogDumpObsRequestBody::from_json(&case.body) {
            Ok(body) => Ok(body),
            Err(Rejection::Violations(violations)) => Err(violations.first().message().into()),
            Err(Rejection::NotJson(_)) => return None,
        };
        // With some features, `serde_json` reads an object with this name as a number.
        let text = String::from_utf8_lossy(&case.body);
        let is_faithful = !text.contains("$serde_json::private::") && has_exact_numbers(&text);
        is_faithful.then_some((case.id, value, verdict))
    })
}

#[test]
fn cbor_gives_the_same_values_and_violations() {
    for (id, value, verdict) in objects() {
        assert_eq!(from_cbor::<CreateLogDumpObsRequestBody>(&cbor(&to_cbor(&value))), verdict, "{id}");
    }
}

#[test]
fn yaml_gives_the_same_values_and_violations() {
    for (id, value, verdict) in objects() {
        let text = yaml(&value);
        assert_eq!(from_yaml::<CreateLogDumpObsRequestBody>(&text), verdict, "{id}\n{text}");
    }
}

#[test]
fn rejects_types_that_json_does_not_have() {
    let example: Value = serde_json::from_slice(include_bytes!("../../../examples/request.json")).unwrap();
    // A YAML tag, and keys that are not strings.
    let yaml = yaml(&example).replace("period: 5", "period: !tag 5\n5: x\ntrue: x\nnull: x\n5.5: x\n-5: x");
    assert_eq!(from_yaml::<CreateLogDumpObsRequestBody>(&yaml), Err(Violation::InvalidPeriod.message().into()));

    let mut members: Vec<(ciborium::Value, ciborium::Value)> = Vec::new();
    for (name, value) in example.as_object().unwrap() {
        members.push((name.as_str().into(), to_cbor(value)));
    }
    let member = |member: &str, value: ciborium::Value| {
        let mut members = members.clone();
        members.retain(|(name, _)| name.as_text() != Some(member));
        members.push((member.into(), value));
        from_cbor::<CreateLogDumpObsRequestBody>(&cbor(&ciborium::Value::Map(members)))
    };
    assert!(member("obs_bucket_name", "abc".into()).is_ok());
    assert!(member("prefix_name", ciborium::Value::Null).is_ok());
    let bytes = ciborium::Value::Bytes(b"abc".to_vec());
    for (name, value, violation) in [
        ("obs_bucket_name", &bytes, Violation::InvalidObsBucketName),
        ("obs_bucket_name", &ciborium::Value::Null, Violation::InvalidObsBucketName),
        ("prefix_name", &bytes, Violation::InvalidPrefixName),
        ("log_stream_ids", &bytes, Violation::InvalidLogStreamIds),
    ] {
        assert_eq!(member(name, value.clone()), Err(violation.message().into()), "{name}");
    }
}

/// A JSON value, or a value that only other formats have.
enum AnyValue {
    Json(Value),
    Some(i64),
    Newtype(i64),
    Signed(i128),
    Unsigned(u128),
    /// A number as `serde_json` passes it with its feature `arbitrary_precision`.
    Digits(&'static str),
}

impl<'de> serde::Deserializer<'de> for AnyValue {
    type Error = serde_json::Error;

    fn deserialize_any<V: serde::de::Visitor<'de>>(self, visitor: V) -> Result<V::Value, serde_json::Error> {
        match self {
            Self::Json(value) => value.deserialize_any(visitor),
            Self::Some(number) => visitor.visit_some(Self::Signed(number.into())),
            Self::Newtype(number) => visitor.visit_newtype_struct(Self::Signed(number.into())),
            Self::Signed(number) => visitor.visit_i128(number),
            Self::Unsigned(number) => visitor.visit_u128(number),
            Self::Digits(digits) => {
                let key = BorrowedStrDeserializer::new("$serde_json::private::Number");
                visitor.visit_map(MapDeserializer::new([(key, digits.to_owned())].into_iter()))
            }
        }
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map struct enum identifier ignored_any
    }
}

impl serde::de::IntoDeserializer<'_, serde_json::Error> for AnyValue {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

#[test]
fn reads_integers_of_any_size_and_in_wrappers() {
    let read = |number: fn() -> AnyValue| {
        let example: Value = serde_json::from_slice(include_bytes!("../../../examples/request.json")).unwrap();
        let members = example.as_object().unwrap().clone().into_iter();
        let members = members.map(|(name, value)| {
            let value = if name == "period" { number() } else { AnyValue::Json(value) };
            (name, value)
        });
        CreateLogDumpObsRequestBody::deserialize(MapDeserializer::new(members)).map_err(|error| error.to_string())
    };
    for number in [|| AnyValue::Signed(5), || AnyValue::Unsigned(5), || AnyValue::Some(5), || AnyValue::Newtype(5)] {
        assert_eq!(read(number).unwrap().period, lts_log_dump::Period::Min5);
    }
    let unlisted = Err(Violation::UnlistedPeriod.message().to_owned());
    let numbers: [fn() -> AnyValue; 5] = [
        || AnyValue::Signed(-5),
        || AnyValue::Signed(i128::MIN),
        || AnyValue::Signed((1 << 64) + 5),
        || AnyValue::Unsigned((1 << 64) + 5),
        || AnyValue::Unsigned(u128::MAX),
    ];
    for number in numbers {
        assert_eq!(read(number), unlisted);
    }
}

/// Returns whether `serde_json` passes a number as an object that contains its text.
fn has_arbitrary_precision() -> bool {
    "1.0e1".parse::<serde_json::Number>().unwrap().to_string() != "10.0"
}

#[test]
fn reads_digits_as_a_number_only_with_arbitrary_precision() {
    let read = |digits: &'static str| {
        let example: Value = serde_json::from_slice(include_bytes!("../../../examples/request.json")).unwrap();
        let members = example.as_object().unwrap().clone().into_iter().map(|(name, value)| {
            let value = if name == "period" { AnyValue::Digits(digits) } else { AnyValue::Json(value) };
            (name, value)
        });
        let body = CreateLogDumpObsRequestBody::deserialize(MapDeserializer::new(members));
        body.map(|body| body.period).map_err(|error| error.to_string())
    };
    if has_arbitrary_precision() {
        for digits in ["5", "5.0", "0.5e1"] {
            assert_eq!(read(digits), Ok(lts_log_dump::Period::Min5));
        }
        assert_eq!(read("5e300"), Err(Violation::UnlistedPeriod.message().into()));
        assert_eq!(read("5.5"), Err(Violation::InvalidPeriod.message().into()));
        for digits in ["1e400", "-1e400", "none"] {
            assert_eq!(read(digits), Err("number out of range".into()));
        }
    } else {
        assert_eq!(read("5"), Err(Violation::InvalidPeriod.message().into()));
    }
}

#[test]
fn rejects_a_value_that_is_not_an_object() {
    let error = serde_json::from_str::<CreateLogDumpObsRequestBody>("5").unwrap_err().to_string();
    assert!(error.contains("expected an object"), "{error}");
}

#[track_caller]
fn assert_is_read_back<T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug>(value: &T) {
    assert_eq!(from_cbor(&cbor(value)).as_ref(), Ok(value));
    assert_eq!(from_yaml(&serde_yaml_ng::to_string(value).unwrap()).as_ref(), Ok(value));
    assert_eq!(serde_json::from_value::<T>(serde_json::to_value(value).unwrap()).unwrap(), *value);
}

#[test]
fn each_type_reads_back_equal_from_each_format() {
    let body = CreateLogDumpObsRequestBody::from_json(include_bytes!("../../../examples/request.json")).unwrap();
    assert_is_read_back(&body);
    assert_is_read_back(&body.log_group_id);
    assert_is_read_back(&body.log_stream_ids);
    assert_is_read_back(&body.obs_bucket_name);
    assert_is_read_back(&body.transfer_type);
    assert_is_read_back(&body.storage_format);
    assert_is_read_back(&body.prefix_name);
    assert_is_read_back(&body.dir_prefix_name);
    assert_is_read_back(&body.period.unit());
    for violation in Violation::ALL {
        assert_is_read_back(&ErrorBody::from(*violation));
        assert_is_read_back(&violation.code());
    }
}

#[test]
fn a_single_value_has_the_same_violation_in_each_readable_format() {
    fn violation<T: DeserializeOwned + std::fmt::Debug>(wrong: &Value) -> String {
        let of_json = serde_json::from_value::<T>(wrong.clone()).unwrap_err().to_string();
        assert_eq!(from_yaml::<T>(&yaml(wrong)).unwrap_err(), of_json, "{wrong}");
        of_json
    }
    for wrong in [Value::Null, true.into(), 5.into(), 5.5.into(), Value::Array(vec![]), serde_json::json!({"a": [{}]})]
    {
        assert_eq!(violation::<LogGroupId>(&wrong), Violation::InvalidLogGroupId.message());
        assert_eq!(violation::<LogStreamIds>(&wrong), Violation::InvalidLogStreamIds.message());
        assert_eq!(violation::<ObsBucketName>(&wrong), Violation::InvalidObsBucketName.message());
        assert_eq!(violation::<PrefixName>(&wrong), Violation::InvalidPrefixName.message());
        assert_eq!(violation::<TransferType>(&wrong), Violation::InvalidTransferType.message());
    }
}

#[test]
fn a_single_string_has_the_same_violation_in_each_format() {
    fn assert_violation<T: DeserializeOwned + std::fmt::Debug>(wrong: &str, violation: Violation) {
        let value = Value::from(wrong);
        assert_eq!(serde_json::from_value::<T>(value.clone()).unwrap_err().to_string(), violation.message());
        assert_eq!(from_yaml::<T>(&yaml(&value)).unwrap_err(), violation.message());
        assert_eq!(from_cbor::<T>(&cbor(&to_cbor(&value))).unwrap_err(), violation.message());
    }
    assert_violation::<LogGroupId>("short", Violation::InvalidLogGroupId);
    assert_violation::<ObsBucketName>("x", Violation::InvalidObsBucketName);
    assert_violation::<StorageFormat>("raw", Violation::UnlistedStorageFormat);
    assert_violation::<PeriodUnit>("day", Violation::UnlistedPeriodUnit);
}
