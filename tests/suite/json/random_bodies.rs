//! Properties of random bodies and random bytes.

use contract::properties;
use lts_log_dump::{
    CreateLogDumpObsRequestBody, DirPrefixName, Field, Location, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName,
    Period, PeriodUnit, PrefixName, Rejection, StorageFormat, TransferType, Violation,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use proptest::string::string_regex;
use serde_json::Value;

/// An ID as a string.
fn id(length: usize) -> impl Strategy<Value = String> {
    let (_, characters) = Violation::InvalidLogGroupId.expected().split_once(" of ").expect("the characters");
    of_length(&format!("[{}]", characters.replace(' ', "")), length, length)
}

/// A string with `least` to `most` characters that match a pattern.
fn of_length(character: &str, least: usize, most: usize) -> impl Strategy<Value = String> + use<> {
    string_regex(&format!("(?s){character}{{{least},{most}}}")).unwrap()
}

fn body() -> impl Strategy<Value = CreateLogDumpObsRequestBody> {
    (
        (id(LogGroupId::LEN), vec(id(LogStreamId::LEN).prop_map(|id| LogStreamId::new(id).unwrap()), 1..4)),
        of_length(".", ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN),
        (select(TransferType::ALL), select(StorageFormat::ALL), any::<bool>()),
        (
            option::of(of_length(".", PrefixName::MIN_LEN, PrefixName::MAX_LEN)),
            option::of(of_length(".", DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN)),
        ),
        select(Period::ALL),
    )
        .prop_map(|(ids, bucket, (transfer_type, storage_format, switch_on), prefixes, period)| {
            CreateLogDumpObsRequestBody {
                log_group_id: LogGroupId::new(ids.0).unwrap(),
                log_stream_ids: LogStreamIds::new(ids.1).unwrap(),
                obs_bucket_name: ObsBucketName::new(bucket).unwrap(),
                transfer_type,
                storage_format,
                switch_on,
                prefix_name: prefixes.0.map(|name| PrefixName::new(name).unwrap()),
                dir_prefix_name: prefixes.1.map(|name| DirPrefixName::new(name).unwrap()),
                period,
            }
        })
}

/// A member name: usually a documented one.
fn name() -> impl Strategy<Value = String> {
    let of_body = Field::ALL.iter().filter(|field| field.location() == Location::Body).map(|field| field.name().into());
    prop_oneof![9 => select(of_body.collect::<Vec<_>>()), 1 => ".{0,3}"]
}

/// A JSON value, which is sometimes valid for a member.
fn value() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (0..13_i64).prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        id(LogGroupId::LEN).prop_map(Value::from),
        id(LogStreamId::LEN).prop_map(|id| Value::from([id])),
        select(TransferType::ALL).prop_map(|listed| listed.as_str().into()),
        select(StorageFormat::ALL).prop_map(|listed| listed.as_str().into()),
        select(PeriodUnit::ALL).prop_map(|listed| listed.as_str().into()),
        select(vec!["true", "false"]).prop_map(Value::from),
        of_length(".", 0, DirPrefixName::MAX_LEN + 6).prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 16, 4, |inner| {
        prop_oneof![
            vec(inner.clone(), 0..4).prop_map(Value::from),
            vec((name(), inner), 0..4).prop_map(|members| members.into_iter().collect()),
        ]
    })
}

proptest! {
    #[test]
    fn a_valid_body_reads_back_equal(body in body()) {
        properties::written(&body);
        let wire = serde_json::to_string(&body).unwrap();
        prop_assert_eq!(CreateLogDumpObsRequestBody::from_json(wire.as_bytes()), Ok(body.clone()));
        prop_assert_eq!(serde_json::from_str::<CreateLogDumpObsRequestBody>(&wire).unwrap(), body.clone());
        let value = serde_json::to_value(&body).unwrap();
        prop_assert_eq!(serde_json::from_value::<CreateLogDumpObsRequestBody>(value).unwrap(), body);
    }

    #[test]
    fn from_json_and_deserialize_agree_on_random_objects(members in vec((name(), value()), 0..12)) {
        let object: Value = members.into_iter().collect();
        match CreateLogDumpObsRequestBody::from_json(object.to_string().as_bytes()) {
            Ok(body) => {
                let wire = serde_json::to_string(&body).unwrap();
                let read_back = CreateLogDumpObsRequestBody::from_json(wire.as_bytes()).unwrap();
                prop_assert_eq!(serde_json::to_string(&read_back).unwrap(), wire);
            }
            Err(Rejection::NotJson(reason)) => prop_assert!(false, "it is JSON: {reason:?}"),
            Err(Rejection::Violations(violations)) => {
                let of_body = |violation: Violation| {
                    matches!(violation.field().location(), Location::Body | Location::Combination)
                };
                prop_assert!(violations.iter().all(of_body));
                prop_assert!(violations.iter().is_sorted());
                let deserialized = serde_json::from_value::<CreateLogDumpObsRequestBody>(object);
                prop_assert_eq!(deserialized.unwrap_err().to_string(), violations.first().message());
            }
        }
    }

    #[test]
    fn rejects_a_value_that_is_not_an_object_as_not_json(value in value().prop_filter("an object", |value| !value.is_object())) {
        let verdict = CreateLogDumpObsRequestBody::from_json(value.to_string().as_bytes());
        prop_assert!(matches!(verdict, Err(Rejection::NotJson(_))), "{verdict:?}");
    }

    #[test]
    fn rejects_random_bytes(bytes in vec(any::<u8>(), 0..64)) {
        let verdict = CreateLogDumpObsRequestBody::from_json(&bytes);
        prop_assert!(verdict.is_err());
    }
}
