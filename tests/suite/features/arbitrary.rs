//! The feature `arbitrary`.

use arbitrary::{Arbitrary, Unstructured};
use lts_log_dump::{
    ApiError, ContentType, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody,
    ErrorBody, ErrorCode, Field, PeriodUnit, Violation, Violations,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn make<'a, T: Arbitrary<'a>>(bytes: &'a [u8]) -> T {
    T::arbitrary(&mut Unstructured::new(bytes)).unwrap()
}

/// Compares values made of bytes with what is read back from their wire form.
fn assert_read_back(bytes: &[u8]) {
    let body: CreateLogDumpObsRequestBody = make(bytes);
    assert_eq!(CreateLogDumpObsRequestBody::from_json(body.to_json()), Ok(body));
    let request: CreateLogDumpObsRequest = make(bytes);
    let [(_, token), (_, content_type)] = request.headers();
    let json = request.body.to_json();
    let read = CreateLogDumpObsRequest::from_parts(
        request.project_id.as_str(),
        Some(token.as_str()),
        Some(content_type.as_str()),
        &json,
    );
    assert_eq!(read, Ok(request));
    let response: CreateLogDumpObsResponseBody = make(bytes);
    let json = serde_json::to_vec(&response).unwrap();
    assert_eq!(CreateLogDumpObsResponseBody::from_answer(201, &json), Ok(response));
    let error: ApiError = make(bytes);
    assert_eq!(ApiError::from(ErrorBody::from(error.clone())), error);
    let code: ErrorCode = make(bytes);
    assert_eq!(ErrorCode::from(code.as_str()), code);
    let unit: PeriodUnit = make(bytes);
    assert_eq!(unit.as_str().parse(), Ok(unit));
    let violations: Violations = make(bytes);
    assert!(violations.contains(violations.first()));
    assert_eq!(make::<ContentType>(bytes), ContentType);
}

#[test]
fn no_bytes_make_the_first_values() {
    assert_read_back(&[]);
    let body: CreateLogDumpObsRequestBody = make(&[]);
    assert_eq!(
        String::from_utf8(body.to_json()).unwrap(),
        r#"{"log_group_id":"------------------------------------","log_stream_ids":["------------------------------------"],"obs_bucket_name":"\u0000\u0000\u0000","type":"cycle","storage_format":"RAW","switch_on":false,"period":2,"period_unit":"min"}"#
    );
}

#[test]
fn every_field_and_violation_is_made() {
    let all: Vec<Violation> = (0..=255).map(|byte| make(&[byte])).collect();
    assert!(Violation::ALL.iter().all(|violation| all.contains(violation)));
    let all: Vec<Field> = (0..=255).map(|byte| make(&[byte])).collect();
    assert!(Field::ALL.iter().all(|field| all.contains(field)));
}

proptest! {
    #[test]
    fn all_values_are_valid(bytes in vec(any::<u8>(), 0..4096)) {
        assert_read_back(&bytes);
    }
}
