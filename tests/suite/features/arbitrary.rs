//! All values from the feature `arbitrary` are valid.

use arbitrary::{Arbitrary, Unstructured};
use lts_log_dump::{
    ApiError, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, ErrorCode,
};
use proptest::collection::vec;
use proptest::prelude::*;

fn make<'a, T: Arbitrary<'a>>(bytes: &'a [u8]) -> T {
    T::arbitrary(&mut Unstructured::new(bytes)).unwrap()
}

/// Writes values made from bytes, and reads them back.
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
    let error: ErrorBody = make(bytes);
    assert_eq!(ErrorCode::from(error.error_code.as_str()), error.error_code);
    assert_eq!(ErrorBody::from(ApiError::from(error.clone())), error);
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

proptest! {
    #[test]
    fn all_values_are_valid(bytes in vec(any::<u8>(), 0..4096)) {
        assert_read_back(&bytes);
    }
}
