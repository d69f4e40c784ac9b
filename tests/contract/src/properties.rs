//! Properties that hold for every input. The fuzz targets check them, and the suite checks them on the cases and the corpus.

use lts_log_dump::{
    AnswerError, ApiError, AuthToken, ContentType, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody,
    DirPrefixName, ErrorBody, ErrorCode, Field, Location, LogDumpObsId, LogGroupId, LogStreamId, ObsBucketName, Period,
    PeriodUnit, PrefixName, ProjectId, Rejection, StorageFormat, TransferType, Violation,
};
use serde::de::IgnoredAny;
use serde_json::Value;

use crate::compare::disagreement;

/// Compares the crate with the independent reader, and checks the [`consequences`] for every tenth body.
///
/// # Panics
///
/// If the property does not hold.
pub fn request_body(data: &[u8]) {
    let verdict = CreateLogDumpObsRequestBody::from_json(data);
    if let Some(disagreement) = disagreement(data, &verdict) {
        panic!("{disagreement}");
    }
    // The input itself decides, so that an input that fails once fails again. Every 32nd byte is enough and costs less.
    let some: usize = data.iter().step_by(32).map(|byte| usize::from(*byte)).sum();
    if (data.len() + some) % 10 == 0 {
        consequences(data, &verdict);
    }
}

/// Checks that an accepted body reads back equal, that errors are from the table, and that `Deserialize` agrees.
///
/// # Panics
///
/// If the property does not hold.
pub fn consequences(data: &[u8], verdict: &Result<CreateLogDumpObsRequestBody, Rejection>) {
    match verdict {
        Ok(body) => {
            written(body);
            let wire = body.to_json();
            let read_back = CreateLogDumpObsRequestBody::from_json(&wire);
            assert_eq!(read_back.as_ref(), Ok(body));
        }
        Err(Rejection::NotJson(reason)) => {
            explains(data, &std::error::Error::source(reason).expect("there is a reason").to_string());
        }
        Err(Rejection::Violations(violations)) => {
            let all: Vec<_> = violations.iter().collect();
            assert!(all.windows(2).all(|two| two[0] < two[1]));
            assert!(
                all.iter().all(|violation| {
                    matches!(violation.field().location(), Location::Body | Location::Combination)
                })
            );
            assert_eq!(ApiError::from(ErrorBody::from(all[0])), ApiError::Violation(all[0]));
        }
    }
    deserialize_agrees(data, verdict);
}

/// Checks that `to_json` and `write_json` write a body as `Serialize` does.
///
/// # Panics
///
/// If the property does not hold.
pub fn written(body: &CreateLogDumpObsRequestBody) {
    let expected = serde_json::to_vec(body).expect("a body is written");
    assert_eq!(body.to_json(), expected);
    let mut buffer = b"before".to_vec();
    body.write_json(&mut buffer);
    assert_eq!(buffer.strip_prefix(b"before"), Some(&*expected));
}

/// Checks that the reason is the error of the standard library or of `serde_json`, followed by a position.
///
/// There are two exceptions: the first byte cannot begin a value, or `serde_json` accepts the body. The property
/// [`diagnostics`](crate::diagnostics::diagnostics) checks the position.
fn explains(data: &[u8], reason: &str) {
    let (words, _) = reason.rsplit_once(" at line ").expect("a position");
    // The encodings that are named have their own reasons, because `serde_json` reports the first byte only.
    let named = match data {
        [0xEF, 0xBB, 0xBF, ..] => Some("byte order mark before the JSON text"),
        // UTF-32 is reported as bytes that are not UTF-8.
        [0xFF, 0xFE, 0, 0, ..] => None,
        [0xFF, 0xFE, ..] => Some("UTF-16, little endian, instead of UTF-8"),
        [0xFE, 0xFF, ..] => Some("UTF-16, big endian, instead of UTF-8"),
        _ => None,
    };
    if let Some(named) = named {
        return assert_eq!(words, named);
    }
    let text = match std::str::from_utf8(data) {
        Ok(text) => text,
        // UTF-16 without a byte order mark.
        Err(_) if words.starts_with("UTF-16") => return assert!(data.contains(&0), "{reason}"),
        Err(error) => return assert_eq!(words, error.to_string()),
    };
    if words.starts_with("UTF-16") {
        return assert!(text.contains('\0'), "{reason}");
    }
    if let Err(error) = serde_json::from_str::<IgnoredAny>(text) {
        let begins_a_value = text
            .trim_start_matches([' ', '\n', '\t', '\r'])
            .starts_with(|c: char| "{[\"-tfn".contains(c) || c.is_ascii_digit());
        let expected = error.to_string();
        let (expected, _) = expected.rsplit_once(" at line ").expect("a position");
        if error.is_eof() && words == "invalid escape" {
            // `serde_json` sees the end first if fewer than four characters follow `\u`.
            let is_cut = |at: usize| {
                let digits = &text.as_bytes()[at + 2..];
                digits.len() < 4 && !digits.iter().all(u8::is_ascii_hexdigit)
            };
            return assert!(text.match_indices("\\u").any(|(at, _)| is_cut(at)), "{reason}: {text}");
        }
        // An empty body has an error of its own: it ends too early.
        let is_own = !begins_a_value && !error.is_eof() && expected == "expected value";
        return assert_eq!(words, if is_own { "syntax error" } else { expected });
    }
    let can_be = match words {
        "expected an object" => !text.trim_ascii_start().starts_with('{'),
        "number out of range" => text.contains(|c: char| c.is_ascii_digit()),
        "lone surrogate in a string" => text.contains("\\ud") || text.contains("\\uD"),
        _ => Field::ALL.iter().any(|field| words == format!("duplicate field `{field}`")),
    };
    assert!(can_be, "{reason}: {text}");
}

/// Returns whether `serde_json` reads all numbers of a text exactly. Without its feature `float_roundtrip` it rounds long ones.
#[must_use]
pub fn has_exact_numbers(text: &str) -> bool {
    const FEW: usize = 16;
    let rounds = serde_json::from_str::<f64>("12.000000000000001").is_ok_and(|number| number <= 12.0);
    !rounds || text.split(|c: char| !c.is_ascii_digit() && c != '.').all(|digits| digits.len() <= FEW)
}

/// Compares `Deserialize` with `from_json`, unless `serde_json` rejects the body itself, for example for a lone surrogate in a
/// member that the crate ignores.
fn deserialize_agrees(data: &[u8], verdict: &Result<CreateLogDumpObsRequestBody, Rejection>) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    if serde_json::from_str::<Value>(text).is_err() || !has_exact_numbers(text) {
        return;
    }
    match (verdict, serde_json::from_str::<CreateLogDumpObsRequestBody>(text)) {
        (Ok(body), Ok(deserialized)) => assert_eq!(*body, deserialized),
        (Err(Rejection::Violations(violations)), Err(error)) => {
            assert_eq!(error.to_string(), violations.first().message());
        }
        (Err(Rejection::NotJson(_)), Err(_)) => {}
        (verdict, deserialized) => panic!("{verdict:?} and not {deserialized:?}"),
    }
}

/// Checks that every response is a created task, a typed error, or kept whole.
///
/// # Panics
///
/// If the property does not hold.
pub fn answers(data: &[u8]) {
    let (status, body) = match data {
        [high, low, body @ ..] => (u16::from_be_bytes([*high, *low]), body),
        short => (200, short),
    };
    match CreateLogDumpObsResponseBody::from_answer(status, body) {
        Ok(created) => {
            let Some(members) = members(body) else { return };
            assert_eq!(members["log_dump_obs_id"], created.log_dump_obs_id.as_str());
            assert!(members["error_code"].is_null());
        }
        Err(AnswerError::Api { status: kept_status, error, request_id }) => {
            assert_eq!(kept_status, status);
            let Some(members) = members(body) else { return };
            // `members` has the last of several request IDs, the error has the first.
            assert!(request_id.is_none_or(|id| !id.is_empty() && members.get("request_id").is_some()));
            let wire = ErrorBody::from(error.clone());
            assert_eq!(members["error_code"], wire.error_code.as_str());
            assert_eq!(members["error_msg"], *wire.error_msg);
            assert_eq!(ApiError::from(wire), error);
            assert!(error.http_status() >= 200);
        }
        Err(AnswerError::Unexpected { status: kept_status, body: kept_body }) => {
            assert_eq!((kept_status, &*kept_body), (status, body));
        }
        Err(other) => panic!("{other:?}"),
    }
}

/// Returns the members of a response. `None` if an ignored member has a lone surrogate or too large a number: `from_answer`
/// skips it, but `Value` rejects it.
fn members(body: &[u8]) -> Option<Value> {
    let text = std::str::from_utf8(body).expect("it was read");
    serde_json::from_str(text).ok()
}

/// Compares each constructor with a naive version of its rule. All bounds and lists are literals on purpose.
///
/// # Panics
///
/// If the property does not hold.
pub fn types(data: &[u8]) {
    const UNRESERVED: &str = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~";
    let lossy = String::from_utf8_lossy(data);
    let text = &*lossy;
    let characters: Vec<char> = text.chars().collect();
    let length = characters.len();
    let is_id = |len| length == len && characters.iter().all(|character| UNRESERVED.contains(*character));
    let is_name = |min, max| length >= min && length <= max;

    check(ProjectId::new(text), is_id(32), Violation::InvalidProjectId, text);
    check(LogGroupId::new(text), is_id(36), Violation::InvalidLogGroupId, text);
    check(LogStreamId::new(text), is_id(36), Violation::InvalidLogStreamIds, text);
    assert_eq!(LogDumpObsId::new(text).is_ok(), is_id(36));
    check(ObsBucketName::new(text), is_name(3, 63), Violation::InvalidObsBucketName, text);
    check(PrefixName::new(text), is_name(0, 64), Violation::InvalidPrefixName, text);
    check(DirPrefixName::new(text), is_name(0, 64), Violation::InvalidDirPrefixName, text);
    check(TransferType::new(text), text == "cycle", Violation::UnlistedTransferType, text);
    check(StorageFormat::new(text), ["RAW", "JSON"].contains(&text), Violation::UnlistedStorageFormat, text);
    check(PeriodUnit::new(text), ["min", "hour"].contains(&text), Violation::UnlistedPeriodUnit, text);

    let is_token = is_name(1000, 2000) && characters.iter().all(|character| ('!'..='~').contains(character));
    assert_eq!(AuthToken::new(text).is_ok(), is_token);
    let is_media_type = text.eq_ignore_ascii_case("application/json;charset=utf-8");
    assert_eq!(ContentType::new(text).is_ok(), is_media_type);

    let intervals = ["2min", "5min", "30min", "1hour", "3hour", "6hour", "12hour"];
    assert_eq!(text.parse::<Period>().is_ok(), intervals.contains(&text));
    for unit in PeriodUnit::ALL {
        let number = data.first_chunk().map_or(0, |bytes| i64::from_le_bytes(*bytes));
        for number in [number, number % 64] {
            let is_listed = intervals.contains(&&*format!("{number}{unit}"));
            assert_eq!(Period::new(number, *unit).is_ok(), is_listed, "{number}{unit}");
        }
    }
    assert_eq!(ErrorCode::from(text).as_str(), text);
    let body = ErrorBody { error_code: ErrorCode::from(text), error_msg: text.to_owned().into() };
    assert_eq!(ErrorBody::from(ApiError::from(body.clone())), body);
    assert!(Field::ALL.iter().all(|field| !field.name().is_empty()));
}

#[track_caller]
fn check<T: AsRef<str>>(verdict: Result<T, Violation>, is_valid: bool, violation: Violation, text: &str) {
    match verdict {
        Ok(value) => assert!(is_valid && value.as_ref() == text, "{text:?}"),
        Err(error) => assert!(!is_valid && error == violation, "{text:?}: {error}"),
    }
}
