//! Wrong values are rejected with the violation's message, in each format that can represent them.

use contract::cases;
use contract::properties::has_exact_numbers;
use formats::values::{Holder, bodies};
use formats::{Format, Json, Outcome, for_each_format};
use lts_log_dump::{
    CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId,
    LogStreamIds, ObsBucketName, Period, PeriodUnit, PrefixName, ProjectId, Rejection, StorageFormat, TransferType,
    Violation, Violations,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

#[track_caller]
fn assert_message<F: Format, T>(read: Outcome<T>, message: &str) {
    let error = read.map(|_| "accepted").unwrap_err();
    assert!(error.contains(message) || !F::HAS_MESSAGES, "{}: {error}, not {message}", F::NAME);
}

fn rejects<F: Format, T: DeserializeOwned>(wrong: &impl Serialize, error: impl std::error::Error) {
    let message = error.to_string();
    let document = F::write(&Holder { value: wrong }).unwrap();
    assert_message::<F, _>(F::read::<Holder<T>>(&document), &message);
    if F::HAS_BARE_VALUES {
        let document = F::write(wrong).unwrap();
        assert_message::<F, _>(F::read::<T>(&document), &message);
    }
}

fn rejects_wrong_strings<F: Format>() {
    for wrong in ["", "short", "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a805\u{e9}", "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053x"] {
        rejects::<F, LogGroupId>(&wrong, Violation::InvalidLogGroupId);
        rejects::<F, LogStreamId>(&wrong, Violation::InvalidLogStreamIds);
        rejects::<F, ProjectId>(&wrong, Violation::InvalidProjectId);
        rejects::<F, LogDumpObsId>(&wrong, LogDumpObsId::new(wrong).unwrap_err());
    }
    rejects::<F, ObsBucketName>(&"x", Violation::InvalidObsBucketName);
    rejects::<F, PrefixName>(&"x".repeat(PrefixName::MAX_LEN + 1), Violation::InvalidPrefixName);
    rejects::<F, DirPrefixName>(&"x".repeat(DirPrefixName::MAX_LEN + 1), Violation::InvalidDirPrefixName);
    rejects::<F, TransferType>(&"Cycle", Violation::UnlistedTransferType);
    rejects::<F, StorageFormat>(&"raw", Violation::UnlistedStorageFormat);
    rejects::<F, PeriodUnit>(&"day", Violation::UnlistedPeriodUnit);
    rejects::<F, Period>(&"60min", Violation::UnlistedPeriod);
}

#[test]
fn wrong_strings_have_the_violations_message() {
    for_each_format!(rejects_wrong_strings():
        Json JsonSlice JsonReader JsonValue JsonValueRef Json5 Yaml Toml Ron
        Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode
        Config Figment UrlEncoded SerdeQs Envy);
}

fn rejects_wrong_lists<F: Format>() {
    rejects::<F, LogStreamIds>(&Vec::<String>::new(), Violation::InvalidLogStreamIds);
    rejects::<F, LogStreamIds>(&vec!["short"], Violation::InvalidLogStreamIds);
}

#[test]
fn wrong_lists_have_the_violations_message() {
    for_each_format!(rejects_wrong_lists():
        Json JsonSlice JsonReader JsonValue JsonValueRef Json5 Yaml Toml Ron
        Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode Config Figment);
}

fn rejects_other_types<F: Format>() {
    for wrong in [Value::from(5), true.into(), 5.5.into(), Value::from(vec!["x"]), serde_json::json!({"a": [{}]})] {
        rejects::<F, LogGroupId>(&wrong, Violation::InvalidLogGroupId);
        rejects::<F, LogStreamIds>(&wrong, Violation::InvalidLogStreamIds);
        rejects::<F, ObsBucketName>(&wrong, Violation::InvalidObsBucketName);
        rejects::<F, StorageFormat>(&wrong, Violation::InvalidStorageFormat);
        rejects::<F, PrefixName>(&wrong, Violation::InvalidPrefixName);
    }
}

#[test]
fn single_values_of_another_type_have_the_violations_message() {
    for_each_format!(rejects_other_types():
        Json JsonSlice JsonReader JsonValue JsonValueRef Json5 Yaml Toml Ron
        Bson MessagePackNamed MessagePackCompact Config Figment);
}

#[test]
fn cbor_has_its_own_error_for_a_single_value_of_another_type() {
    let document = formats::Cbor::write(&5).unwrap();
    let error = formats::Cbor::read::<LogGroupId>(&document).unwrap_err();
    assert!(error.contains("invalid type: integer `5`, expected str"), "{error}");
}

/// Compares all cases that are an object with `from_json`. A format may be unable to write a case, for example null.
fn agrees_on_cases<F: Format>(minimum: usize) {
    let mut compared = 0;
    for case in cases::all() {
        let text = String::from_utf8_lossy(&case.body);
        let Ok(value @ Value::Object(_)) = Json::read::<Value>(&case.body) else { continue };
        let verdict = match CreateLogDumpObsRequestBody::from_json(&case.body) {
            Err(Rejection::NotJson(_)) => continue,
            Err(Rejection::Violations(violations)) => Err(violations),
            Ok(body) => Ok(body),
        };
        if text.contains("$serde_json::private::") || !has_exact_numbers(&text) {
            continue;
        }
        let Ok(document) = F::write(&value) else { continue };
        // The library may be unable to read what it has written: TOML has no integers above `i64::MAX`.
        if F::read::<Value>(&document).is_err() {
            continue;
        }
        compared += 1;
        let read = F::read::<CreateLogDumpObsRequestBody>(&document);
        let all = F::read::<All>(&document).map(|All(all)| all);
        assert_eq!(all.as_ref(), Ok(&verdict), "{}: {}", F::NAME, case.id);
        match verdict {
            Ok(body) => assert_eq!(read, Ok(body), "{}: {}", F::NAME, case.id),
            Err(violations) => assert_message::<F, _>(read, violations.first().message()),
        }
    }
    assert!(compared >= minimum, "{} can only write {compared} cases", F::NAME);
}

#[test]
fn formats_with_types_and_names_agree_with_from_json_on_the_cases() {
    for_each_format!(agrees_on_cases(390): JsonValue JsonValueRef Json5 Yaml Ron Cbor Bson MessagePackNamed MessagePackCompact);
    for_each_format!(agrees_on_cases(350): Toml Config Figment);
}

/// A body with all its violations.
#[derive(Debug, Deserialize)]
#[serde(transparent)]
struct All(
    #[serde(deserialize_with = "CreateLogDumpObsRequestBody::deserialize_all")]
    Result<CreateLogDumpObsRequestBody, Violations>,
);

/// The members of Table 3 without their limits.
#[derive(Clone, Serialize)]
struct Members {
    log_group_id: String,
    log_stream_ids: Vec<String>,
    obs_bucket_name: String,
    r#type: String,
    storage_format: String,
    switch_on: bool,
    prefix_name: Option<String>,
    dir_prefix_name: Option<String>,
    period: i64,
    period_unit: String,
}

impl Members {
    fn of(body: &CreateLogDumpObsRequestBody) -> Self {
        Self {
            log_group_id: body.log_group_id.into(),
            log_stream_ids: body.log_stream_ids.iter().map(ToString::to_string).collect(),
            obs_bucket_name: body.obs_bucket_name.to_string(),
            r#type: body.transfer_type.to_string(),
            storage_format: body.storage_format.to_string(),
            switch_on: body.switch_on,
            prefix_name: body.prefix_name.as_ref().map(ToString::to_string),
            dir_prefix_name: body.dir_prefix_name.as_ref().map(ToString::to_string),
            period: body.period.number(),
            period_unit: body.period.unit().to_string(),
        }
    }
}

fn writes_what_derive_writes<F: Format>() {
    for body in bodies() {
        let document = F::write(&body).unwrap();
        assert_eq!(F::write(&Members::of(&body)).unwrap(), document, "{}: {body:?}", F::NAME);
    }
}

#[test]
fn binary_formats_contain_what_a_derived_struct_contains() {
    for_each_format!(writes_what_derive_writes(): Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode);
}

type Change = fn(&mut Members);

fn rejects_wrong_members<F: Format>() {
    let valid = Members::of(&bodies()[0]);
    let changes: [(Change, Violation); 12] = [
        (|body| body.log_group_id.clear(), Violation::InvalidLogGroupId),
        (|body| body.log_stream_ids.clear(), Violation::InvalidLogStreamIds),
        (|body| body.log_stream_ids.push("x".into()), Violation::InvalidLogStreamIds),
        (|body| body.obs_bucket_name.clear(), Violation::InvalidObsBucketName),
        (|body| body.r#type.clear(), Violation::UnlistedTransferType),
        (|body| body.storage_format.push('x'), Violation::UnlistedStorageFormat),
        (|body| body.prefix_name = Some("x".repeat(PrefixName::MAX_LEN + 1)), Violation::InvalidPrefixName),
        (|body| body.dir_prefix_name = Some("x".repeat(DirPrefixName::MAX_LEN + 1)), Violation::InvalidDirPrefixName),
        (|body| body.period = i64::MIN, Violation::UnlistedPeriod),
        (|body| body.period = i64::MAX, Violation::UnlistedPeriod),
        (|body| body.period = 0, Violation::UnlistedPeriod),
        (|body| body.period_unit.push('s'), Violation::UnlistedPeriodUnit),
    ];
    let mut worst = valid.clone();
    for (change, violation) in changes {
        let mut wrong = valid.clone();
        change(&mut wrong);
        change(&mut worst);
        let document = F::write(&wrong).unwrap();
        assert_message::<F, _>(F::read::<CreateLogDumpObsRequestBody>(&document), violation.message());
        assert_eq!(F::read::<All>(&document).unwrap().0, Err(violation.into()), "{}", F::NAME);
    }
    let expected = Json::read::<All>(&Json::write(&worst).unwrap()).unwrap().0;
    assert_eq!(expected.as_ref().unwrap_err().iter().count(), 8);
    assert_eq!(F::read::<All>(&F::write(&worst).unwrap()).unwrap().0, expected, "{}", F::NAME);
}

#[test]
fn wrong_members_have_their_violations_in_formats_without_types() {
    for_each_format!(rejects_wrong_members(): Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode);
}

fn rejects_a_wrong_id_of_a_task<F: Format>() {
    #[derive(Serialize)]
    struct Response {
        log_dump_obs_id: &'static str,
    }
    let document = F::write(&Response { log_dump_obs_id: "x" }).unwrap();
    let read = F::read::<CreateLogDumpObsResponseBody>(&document);
    assert_message::<F, _>(read, &LogDumpObsId::new("x").unwrap_err().to_string());
}

#[test]
fn a_response_with_a_wrong_id_has_the_message_of_the_id() {
    for_each_format!(rejects_a_wrong_id_of_a_task():
        Json Json5 Yaml Toml Ron Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode Config Figment);
}
