//! The feature `schemars`.

use lts_log_dump::{
    AuthToken, ContentType, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, DirPrefixName, ErrorBody,
    ErrorCode, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName, Period, PeriodUnit, PrefixName,
    ProjectId, StorageFormat, TransferType,
};
use schemars::{JsonSchema, SchemaGenerator, schema_for};
use serde_json::{Value, json};

fn committed(name: &str) -> Value {
    let path = format!("{}/schema/{name}", env!("CARGO_MANIFEST_DIR"));
    let mut schema: Value = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    // Only the file has an `$id`.
    schema.as_object_mut().unwrap().remove("$id");
    schema
}

#[test]
fn committed_schemas_equal_the_schemas_of_the_types() {
    assert_eq!(Value::from(schema_for!(CreateLogDumpObsRequestBody)), committed("request-body.json"));
    assert_eq!(Value::from(schema_for!(CreateLogDumpObsResponseBody)), committed("response-body.json"));
    assert_eq!(Value::from(schema_for!(ErrorBody)), committed("error-body.json"));
}

#[track_caller]
fn assert_schema<T: JsonSchema>(name: &str, expected: impl Into<Value>) {
    let mut generator = SchemaGenerator::default();
    assert_eq!(Value::from(T::json_schema(&mut generator)), expected.into());
    assert_eq!(T::schema_name(), name);
    assert!(T::inline_schema() && generator.definitions().is_empty());
}

fn listed(values: &[impl ToString]) -> Value {
    json!({ "type": "string", "enum": values.iter().map(ToString::to_string).collect::<Vec<_>>() })
}

#[test]
fn the_schema_of_each_type_has_its_constraints() {
    let id = |len: usize| {
        let pattern = format!("^[0-9A-Za-z._~-]{{{len}}}$");
        json!({ "type": "string", "minLength": len, "maxLength": len, "pattern": pattern })
    };
    let name = |min: usize, max: usize| json!({ "type": "string", "minLength": min, "maxLength": max });
    assert_schema::<ProjectId>("ProjectId", id(ProjectId::LEN));
    assert_schema::<LogGroupId>("LogGroupId", id(LogGroupId::LEN));
    assert_schema::<LogStreamId>("LogStreamId", id(LogStreamId::LEN));
    assert_schema::<LogDumpObsId>("LogDumpObsId", id(LogDumpObsId::LEN));
    assert_schema::<LogStreamIds>(
        "LogStreamIds",
        json!({ "type": "array", "minItems": 1, "items": id(LogStreamId::LEN) }),
    );
    assert_schema::<ObsBucketName>("ObsBucketName", name(ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN));
    assert_schema::<PrefixName>("PrefixName", name(PrefixName::MIN_LEN, PrefixName::MAX_LEN));
    assert_schema::<DirPrefixName>("DirPrefixName", name(DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN));
    assert_schema::<TransferType>("TransferType", listed(TransferType::ALL));
    assert_schema::<StorageFormat>("StorageFormat", listed(StorageFormat::ALL));
    assert_schema::<PeriodUnit>("PeriodUnit", listed(PeriodUnit::ALL));
    assert_schema::<Period>("Period", listed(Period::ALL));
    let mut token = name(AuthToken::MIN_LEN, AuthToken::MAX_LEN);
    token["not"] = json!({ "pattern": "[^!-~]" });
    assert_schema::<AuthToken>("AuthToken", token);
    let mut content_type = name(ContentType::LEN, ContentType::LEN);
    content_type["pattern"] = json!(
        "^[Aa][Pp][Pp][Ll][Ii][Cc][Aa][Tt][Ii][Oo][Nn]/[Jj][Ss][Oo][Nn];[Cc][Hh][Aa][Rr][Ss][Ee][Tt]=[Uu][Tt][Ff]-8$"
    );
    content_type["examples"] = json!(["application/json;charset=UTF-8"]);
    assert_schema::<ContentType>("ContentType", content_type);
    let listed: Vec<_> = ErrorCode::LISTED.iter().map(ToString::to_string).collect();
    assert_schema::<ErrorCode>("ErrorCode", json!({ "type": "string", "examples": listed }));
}

#[test]
fn schemas_are_inlined_in_other_types() {
    let schema = Value::from(schema_for!(Vec<Option<CreateLogDumpObsRequestBody>>));
    assert_eq!(schema["items"]["anyOf"][0]["allOf"], committed("request-body.json")["allOf"]);
    assert_eq!(schema.get("$defs"), None);
}
