//! The feature `axum`. The requests are in memory, so one poll ends the reading.

use std::error::Error;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum_core::body::Body;
use axum_core::extract::{FromRequest, FromRequestParts, Request};
use axum_core::response::IntoResponse;
use lts_log_dump::{
    ApiError, AuthToken, AxumRequestError, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody,
    CreateLogDumpObsResponseBody, LogDumpObsId, ProjectId, Rejection, Violation, literal,
};

const BODY: &str = include_str!("../../../examples/request.json");
const PATH: &str = "/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs";
const CONTENT_TYPE: &str = "application/json;charset=UTF-8";
const PROJECT: ProjectId = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");

fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("all is in memory"),
    }
}

fn token() -> String {
    "t".repeat(AuthToken::MIN_LEN)
}

fn post(path: &str, token: &str, content_type: &str, body: impl Into<Body>) -> Request {
    let head = Request::post(path).header("x-auth-token", token).header("content-type", content_type);
    head.body(body.into()).unwrap()
}

/// Status, media type and text of an answer.
fn answer(response: impl IntoResponse) -> (u16, String, String) {
    let (head, body) = response.into_response().into_parts();
    let text = ready(String::from_request(Request::new(body), &())).unwrap();
    (head.status.as_u16(), head.headers["content-type"].to_str().unwrap().into(), text)
}

fn extract<T: FromRequest<(), Rejection = AxumRequestError>>(request: Request) -> Result<T, AxumRequestError> {
    ready(T::from_request(request, &()))
}

#[test]
fn a_whole_request_is_extracted() {
    let request = extract(post(PATH, &token(), CONTENT_TYPE, BODY)).unwrap();
    let expected = CreateLogDumpObsRequest {
        project_id: PROJECT,
        auth_token: AuthToken::new(token()).unwrap(),
        body: BODY.parse().unwrap(),
    };
    assert_eq!(expected, request);
}

#[test]
fn what_is_wrong_is_answered_with_the_services_error() {
    let json = |status, text: &str| (status, CONTENT_TYPE.to_owned(), text.to_owned());
    let expected = [
        (
            post("/v2/x/log-dump/obs", "x", "x", "{}"),
            json(403, r#"{"error_code":"LTS.0001","error_msg":"Invalid projectId"}"#),
        ),
        (
            post(PATH, "x", "x", "{}"),
            json(
                200,
                r#"{"error_code":"LTS.1902","error_msg":"X-Auth-Token is invalid, please verify if it's provided as required"}"#,
            ),
        ),
        (
            post(PATH, &token(), "application/json", "{}"),
            json(
                200,
                r#"{"error_code":"LTS.1902","error_msg":"Content-Type is invalid, please verify if it's provided as required"}"#,
            ),
        ),
        (
            post(PATH, &token(), CONTENT_TYPE, "{"),
            json(400, r#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#),
        ),
        (
            post(PATH, &token(), CONTENT_TYPE, BODY.replace("cycle", "once")),
            json(200, r#"{"error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"}"#),
        ),
        (
            post("/log-dump/obs", &token(), CONTENT_TYPE, BODY),
            (404, "text/plain; charset=utf-8".into(), "not POST /v2/{project_id}/log-dump/obs".into()),
        ),
    ];
    for (request, expected) in expected {
        assert_eq!(answer(extract::<CreateLogDumpObsRequest>(request).unwrap_err()), expected);
    }
}

#[test]
fn a_part_is_extracted_whatever_the_others_are() {
    let request = || post(PATH, "x", "application/json", BODY);
    assert_eq!(extract(request()), Ok(BODY.parse::<CreateLogDumpObsRequestBody>().unwrap()));
    let part = |request: Request| ready(ProjectId::from_request_parts(&mut request.into_parts().0, &()));
    assert_eq!(part(request()), Ok(PROJECT));
    assert_eq!(part(post("/v2/x/log-dump/obs", "", "", "")), Err(Violation::InvalidProjectId.into()));
    assert_eq!(part(post("/", "", "", "")), Err(AxumRequestError::OtherEndpoint));
    let part = |request: Request| ready(AuthToken::from_request_parts(&mut request.into_parts().0, &()));
    assert_eq!(part(post("/", &token(), "", "")), Ok(AuthToken::new(token()).unwrap()));
    assert_eq!(part(request()), Err(Violation::InvalidAuthToken.into()));
    assert_eq!(part(Request::new(Body::empty())), Err(Violation::InvalidAuthToken.into()));
}

#[test]
fn a_body_beyond_axums_limit_is_axums_error() {
    // Axum's own limit.
    let large = " ".repeat(2 * 1024 * 1024 + 1);
    let error = extract::<CreateLogDumpObsRequestBody>(post(PATH, "", "", large)).unwrap_err();
    assert_eq!(error.to_string(), "Failed to buffer the request body: length limit exceeded");
    assert_eq!(answer(error.clone()), (413, "text/plain; charset=utf-8".into(), error.to_string()));
    assert!(error.source().is_none());
}

#[test]
fn answers_are_those_of_the_feature_http() {
    let created = CreateLogDumpObsResponseBody {
        log_dump_obs_id: literal!(LogDumpObsId, "45fdc36b-xxxx-4567-xxxx-559xxxxdf968"),
    };
    let text = r#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#;
    assert_eq!(answer(created), (201, CONTENT_TYPE.into(), text.into()));
    let text = r#"{"error_code":"LTS.0201","error_msg":"The log group does not existed"}"#;
    assert_eq!(answer(ApiError::LogGroupNotFound), (200, CONTENT_TYPE.into(), text.into()));
    let text = r#"{"error_code":"LTS.0001","error_msg":"Invalid projectId"}"#;
    assert_eq!(answer(Violation::InvalidProjectId), (403, CONTENT_TYPE.into(), text.into()));
    assert_eq!(answer(Rejection::from(Violation::InvalidProjectId)), (403, CONTENT_TYPE.into(), text.into()));
}
