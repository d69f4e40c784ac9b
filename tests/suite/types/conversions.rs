//! Compiles and runs each row of the tables in `docs/conversions.md`, and compares the tables with this source.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::error::Error;
use std::iter::Once;
use std::str::Split;
use std::sync::Arc;
use std::time::Duration;

use lts_log_dump::{
    AnswerError, ApiError, AuthToken, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, ErrorCode,
    Field, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName, Period, PeriodUnit, Rejection, StorageFormat,
    Violation, Violations, literal,
};

const BODY: &str = include_str!("../../../examples/request.json");
const CREATED: &[u8] = br#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
const GROUP: &str = "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053";
const STREAM: LogStreamId = literal!(LogStreamId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718");

/// Runs each row, and checks that the docs contain a table with its source.
macro_rules! table {
    ($($name:ident: $have:ty = $sample:expr, $want:ty: $write:expr;)+) => {{
        $({
            let $name: $have = $sample;
            let _: $want = $write;
        })+
        let mut table = String::from("| I have | I want | I write |\n|---|---|---|\n");
        for (have, want, write) in [$((concat!(stringify!($name), ": ", stringify!($have)), stringify!($want), stringify!($write))),+] {
            table += &format!("| `{have}` | `{want}` | `{write}` |\n");
        }
        assert!(include_str!("../../../docs/conversions.md").contains(&table), "docs/conversions.md lacks this table:\n{table}");
    }};
}

#[test]
fn converts_strings() -> Result<(), Box<dyn Error>> {
    table! {
        text: &str = GROUP, LogGroupId: LogGroupId::new(text)?;
        text: &str = GROUP, LogGroupId: text.parse()?;
        text: String = GROUP.into(), LogGroupId: LogGroupId::new(text)?;
        text: &String = &GROUP.into(), LogGroupId: LogGroupId::new(text)?;
        text: Box<str> = GROUP.into(), LogGroupId: LogGroupId::new(text)?;
        text: Cow<'_, str> = GROUP.into(), LogGroupId: LogGroupId::new(text)?;
        text: String = "lts-test".into(), ObsBucketName: text.try_into()?;
        text: Arc<str> = "lts-test".into(), ObsBucketName: text.try_into()?;
        id: LogGroupId = GROUP.parse()?, &str: id.as_str();
        id: LogGroupId = GROUP.parse()?, String: id.into();
        id: LogGroupId = GROUP.parse()?, bool: id == "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053";
        name: ObsBucketName = "lts-test".parse()?, String: name.into();
        name: ObsBucketName = "lts-test".parse()?, Arc<str>: name.into();
        map: HashMap<LogGroupId, u8> = [(GROUP.parse()?, 1)].into(), Option<&u8>: map.get("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
        map: BTreeMap<ObsBucketName, u8> = [("lts-test".parse()?, 1)].into(), Option<&u8>: map.get("lts-test");
        text: String = "t".repeat(AuthToken::MIN_LEN), AuthToken: AuthToken::new(text)?;
        text: &str = "RAW", StorageFormat: text.parse()?;
        format: StorageFormat = StorageFormat::Json, &str: format.as_str();
        format: StorageFormat = StorageFormat::Json, bool: format == "JSON";
        name: &str = "period_unit", Field: name.parse()?;
    }
    Ok(())
}

#[test]
fn converts_lists_of_ids() -> Result<(), Box<dyn Error>> {
    let id = STREAM;
    table! {
        id: LogStreamId = STREAM, LogStreamIds: id.into();
        ids: Vec<LogStreamId> = vec![STREAM], LogStreamIds: ids.try_into()?;
        ids: [LogStreamId; 2] = [STREAM; 2], LogStreamIds: LogStreamIds::new(ids)?;
        ids: &[LogStreamId] = &[STREAM], LogStreamIds: LogStreamIds::new(ids)?;
        ids: Once<LogStreamId> = std::iter::once(STREAM), LogStreamIds: LogStreamIds::try_from_iter(ids)?;
        texts: Split<'_, char> = STREAM.as_str().split(','), LogStreamIds: LogStreamIds::try_from_iter(texts)?;
        texts: &Vec<String> = &vec![STREAM.into()], LogStreamIds: LogStreamIds::try_from_iter(texts)?;
        ids: LogStreamIds = STREAM.into(), Vec<LogStreamId>: ids.into();
        ids: &LogStreamIds = &STREAM.into(), &[LogStreamId]: ids;
        ids: LogStreamIds = STREAM.into(), LogStreamId: ids.first();
        ids: LogStreamIds = STREAM.into(), (usize, bool): (ids.len(), ids.contains(&id));
        ids: &mut LogStreamIds = &mut STREAM.into(), (): ids.push(id);
        ids: &mut LogStreamIds = &mut STREAM.into(), (): ids.extend([id, id]);
        ids: &mut LogStreamIds = &mut STREAM.into(), (): ids.sort();
        ids: &mut LogStreamIds = &mut STREAM.into(), (): ids.dedup();
        ids: LogStreamIds = STREAM.into(), bool: ids == [id];
    }
    Ok(())
}

#[test]
fn converts_intervals() -> Result<(), Box<dyn Error>> {
    table! {
        number: i64 = 5, Period: Period::new(number, PeriodUnit::Min)?;
        text: &str = "5min", Period: text.parse()?;
        duration: Duration = Duration::from_secs(300), Period: duration.try_into()?;
        period: Period = Period::Min5, Duration: period.to_duration();
        period: Period = Period::Min5, String: period.to_string();
        period: Period = Period::Min5, (i64, PeriodUnit): (period.number(), period.unit());
        json: &str = "\"5min\"", Period: serde_json::from_str(json)?;
        period: Period = Period::Min5, String: serde_json::to_string(&period)?;
    }
    Ok(())
}

#[test]
fn converts_bodies() -> Result<(), Box<dyn Error>> {
    let body = || BODY.parse::<CreateLogDumpObsRequestBody>();
    table! {
        json: &[u8] = BODY.as_bytes(), CreateLogDumpObsRequestBody: CreateLogDumpObsRequestBody::from_json(json)?;
        json: Vec<u8> = BODY.into(), CreateLogDumpObsRequestBody: CreateLogDumpObsRequestBody::from_json(json)?;
        json: &str = BODY, CreateLogDumpObsRequestBody: json.parse()?;
        yaml: &str = BODY, CreateLogDumpObsRequestBody: serde_yaml_ng::from_str(yaml)?;
        body: CreateLogDumpObsRequestBody = body()?, Vec<u8>: body.to_json();
        body: CreateLogDumpObsRequestBody = body()?, String: serde_json::to_string(&body)?;
        response: &[u8] = CREATED, CreateLogDumpObsResponseBody: CreateLogDumpObsResponseBody::from_answer(201, response)?;
        created: CreateLogDumpObsResponseBody = CreateLogDumpObsResponseBody::from_answer(201, CREATED)?, Vec<u8>: created.to_json();
    }
    Ok(())
}

#[test]
fn converts_errors() {
    let rejection = || Rejection::from(Violation::InvalidPeriod);
    let violation = Violation::UnlistedPeriod;
    table! {
        code: &str = "LTS.0010", ErrorCode: code.into();
        code: String = "LTS.0010".into(), ErrorCode: code.into();
        code: ErrorCode = ErrorCode::Lts0010, bool: code == "LTS.0010";
        rejection: Rejection = rejection(), Option<Violations>: rejection.violations();
        rejection: Rejection = rejection(), ApiError: rejection.into();
        rejection: Rejection = rejection(), ErrorBody: rejection.into();
        violation: Violation = Violation::InvalidPeriod, ErrorBody: violation.into();
        error: ApiError = ApiError::LogGroupNotFound, ErrorBody: error.into();
        body: ErrorBody = ApiError::LogGroupNotFound.into(), ApiError: body.into();
        body: ErrorBody = ApiError::LogGroupNotFound.into(), Vec<u8>: body.to_json();
        error: ApiError = ApiError::LogGroupNotFound, Cow<'static, str>: error.message();
        error: ApiError = ApiError::LogGroupNotFound, bool: error.code() == ErrorCode::Lts0201;
        error: AnswerError = AnswerError::Unexpected { status: 502, body: [].into() }, (u16, bool): (error.status(), error.is_transient());
        violation: Violation = Violation::InvalidPeriod, String: violation.to_string();
        violation: Violation = Violation::InvalidPeriod, String: format!("{violation:#}");
        violation: Violation = Violation::InvalidPeriod, Violations: violation.into();
        some: Vec<Violation> = vec![Violation::InvalidPeriod], Option<Violations>: Violations::try_from_iter(some);
        violations: &mut Violations = &mut Violation::InvalidPeriod.into(), (): violations.extend([violation]);
        violations: Violations = Violation::InvalidPeriod.into(), serde_json::Result<String>: serde_json::to_string(&violations);
        json: &str = "{}", serde_json::Result<Violation>: serde_json::from_str(json);
    }
}

#[cfg(feature = "http")]
#[test]
fn converts_http_types() -> Result<(), Box<dyn Error>> {
    use ::http::{Request, Response, Uri};
    use lts_log_dump::{CreateLogDumpObsRequest, ProjectId};

    let request = || -> Result<_, Box<dyn Error>> {
        let project_id = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");
        let auth_token = AuthToken::new("t".repeat(AuthToken::MIN_LEN))?;
        Ok(CreateLogDumpObsRequest { project_id, auth_token, body: BODY.parse()? })
    };
    let created = CreateLogDumpObsResponseBody { log_dump_obs_id: "45fdc36b-xxxx-4567-xxxx-559xxxxdf968".parse()? };
    table! {
        request: Request<Vec<u8>> = (&request()?).try_into()?, CreateLogDumpObsRequest: request.try_into()?;
        request: CreateLogDumpObsRequest = request()?, Request<Vec<u8>>: request.to_http(&Uri::from_static("https://lts.example.com"))?;
        request: &CreateLogDumpObsRequest = &request()?, Request<Vec<u8>>: request.try_into()?;
        response: Response<Vec<u8>> = created.into(), CreateLogDumpObsResponseBody: response.try_into()?;
        created: CreateLogDumpObsResponseBody = created, Response<Vec<u8>>: created.into();
        error: ApiError = ApiError::LogGroupNotFound, Response<Vec<u8>>: error.into();
        rejection: Rejection = Violation::InvalidPeriod.into(), Response<Vec<u8>>: rejection.into();
    }
    Ok(())
}

#[cfg(feature = "diagnostics")]
#[test]
fn finds_errors_and_unknown_members() {
    use lts_log_dump::diagnostics::{Diagnostic, Diagnostics, UnknownMember, UnknownMembers};

    table! {
        json: &[u8] = BODY.as_bytes(), Vec<Diagnostic<'_>>: Diagnostics::new(json).collect();
        json: &[u8] = BODY.as_bytes(), Vec<UnknownMember<'_>>: UnknownMembers::new(json).collect();
    }
}

#[cfg(feature = "uuid")]
#[test]
fn converts_uuids() {
    use lts_log_dump::{LogDumpObsId, ProjectId};
    use uuid::{Error, Uuid};

    table! {
        uuid: Uuid = Uuid::nil(), LogGroupId: uuid.into();
        uuid: Uuid = Uuid::nil(), LogStreamId: uuid.into();
        uuid: Uuid = Uuid::nil(), LogDumpObsId: uuid.into();
        uuid: Uuid = Uuid::nil(), ProjectId: uuid.into();
        id: LogGroupId = Uuid::nil().into(), Result<Uuid, Error>: id.try_into();
    }
}
