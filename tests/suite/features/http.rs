//! The feature `http`.

use http::{Request, Response, StatusCode};
use lts_log_dump::{
    AnswerError, ApiError, AuthToken, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody,
    CreateLogDumpObsResponseBody, EndpointError, HttpRequestError, LogDumpObsId, ProjectId, Rejection, Violation,
};

const BODY: &[u8] = include_bytes!("../../../examples/request.json");
const PATH: &str = "/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs";
const CONTENT_TYPE: &str = "application/json;charset=UTF-8";

fn token() -> String {
    "t".repeat(AuthToken::MIN_LEN)
}

fn request() -> CreateLogDumpObsRequest {
    CreateLogDumpObsRequest {
        project_id: ProjectId::new("2a473356cca5487f8373be891bffc1cf").unwrap(),
        auth_token: AuthToken::new(token()).unwrap(),
        body: CreateLogDumpObsRequestBody::from_json(BODY).unwrap(),
    }
}

fn post(path: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<CreateLogDumpObsRequest, HttpRequestError> {
    let builder = Request::post(path);
    let builder = headers.iter().fold(builder, |builder, (name, value)| builder.header(*name, *value));
    CreateLogDumpObsRequest::try_from(builder.body(body).unwrap())
}

#[track_caller]
fn assert_rejected(request: &Result<CreateLogDumpObsRequest, HttpRequestError>, expected: &[Violation]) {
    let Err(HttpRequestError::Rejection(Rejection::Violations(violations))) = request else { panic!("{request:?}") };
    assert_eq!(violations.iter().collect::<Vec<_>>(), expected);
}

#[test]
fn reads_back_a_request_from_its_http_form() {
    let sent = Request::try_from(&request()).unwrap();
    assert_eq!(sent.method(), "POST");
    assert_eq!(sent.uri(), PATH);
    assert_eq!(sent.headers()["x-auth-token"], token());
    assert!(sent.headers()["x-auth-token"].is_sensitive());
    assert_eq!(sent.headers()["content-type"], CONTENT_TYPE);
    assert_eq!(CreateLogDumpObsRequest::try_from(sent), Ok(request()));
}

#[test]
fn appends_the_path_to_an_endpoint() {
    for (endpoint, uri) in [
        ("https://lts.example.com", "https://lts.example.com"),
        ("https://lts.example.com/", "https://lts.example.com"),
        ("http://127.0.0.1:8080/proxy/", "http://127.0.0.1:8080/proxy"),
    ] {
        let sent = request().to_http(&endpoint.parse().unwrap()).unwrap();
        assert_eq!(sent.uri().to_string(), format!("{uri}{PATH}"));
        assert_eq!(sent.body(), &request().body.to_json());
    }
}

fn endpoint_error(endpoint: &str) -> EndpointError {
    request().to_http(&endpoint.parse().unwrap()).unwrap_err()
}

#[test]
fn rejects_an_endpoint_without_a_scheme() {
    for endpoint in ["lts.example.com", "lts.example.com:443", "/", "/proxy", "/?query"] {
        let error = endpoint_error(endpoint);
        assert!(matches!(error, EndpointError::NoScheme), "{endpoint}: {error:?}");
        assert_eq!(error.to_string(), "the endpoint has no scheme, for example https://");
    }
}

#[test]
fn rejects_an_endpoint_with_a_query() {
    for endpoint in ["https://lts.example.com?region=x", "https://lts.example.com/?", "https://lts.example.com/proxy?x"]
    {
        let error = endpoint_error(endpoint);
        assert!(matches!(error, EndpointError::Query), "{endpoint}: {error:?}");
        assert_eq!(error.to_string(), "the endpoint has a query");
    }
}

#[test]
fn rejects_an_endpoint_that_is_too_long_with_the_path() {
    let error = endpoint_error(&format!("https://lts.example.com/{}", "x".repeat(65_500)));
    assert!(matches!(error, EndpointError::Http(_)), "{error:?}");
    assert_eq!(error.to_string(), "uri too long");
}

#[test]
fn accepts_header_names_and_the_media_type_in_either_case() {
    let headers = [("X-AUTH-TOKEN", &*token()), ("CONTENT-TYPE", "APPLICATION/JSON;CHARSET=utf-8")];
    assert_eq!(post(PATH, &headers, BODY), Ok(request()));
    // The query is ignored.
    assert_eq!(post(&format!("{PATH}?x=1"), &headers, BODY), Ok(request()));
}

#[test]
fn reports_violations_in_the_order_path_headers_body() {
    let body = String::from_utf8(BODY.into()).unwrap().replace("cycle", "once");
    let outside = [Violation::InvalidProjectId, Violation::InvalidAuthToken, Violation::InvalidContentType];
    let all = [&outside[..], &[Violation::UnlistedTransferType]].concat();
    assert_rejected(&post("/v2/x/log-dump/obs", &[], body.as_bytes()), &all);
    assert_rejected(&post("/v2//log-dump/obs", &[("content-type", "text/plain")], BODY), &outside);
    // Invalid JSON is reported last.
    assert_rejected(&post("/v2/x/log-dump/obs", &[], b"{"), &outside);
    let headers = [("x-auth-token", &*token()), ("content-type", CONTENT_TYPE)];
    let rejected = post(PATH, &headers, b"{").unwrap_err();
    assert!(matches!(rejected, HttpRequestError::Rejection(Rejection::NotJson(_))), "{rejected:?}");
}

#[test]
fn rejects_a_header_that_is_repeated_or_not_ascii() {
    let token = token();
    let twice = [("x-auth-token", &*token), ("content-type", CONTENT_TYPE), ("x-auth-token", &*token)];
    assert_rejected(&post(PATH, &twice, BODY), &[Violation::InvalidAuthToken]);
    let not_ascii = [("x-auth-token", &*token), ("content-type", "application/json;charset=UTF-é")];
    assert_rejected(&post(PATH, &not_ascii, BODY), &[Violation::InvalidContentType]);
}

#[test]
fn rejects_another_method_or_path() {
    for path in
        ["/", "/v2/x/log-dump/obs/", "/v2/x/y/log-dump/obs", "/v3/x/log-dump/obs", "/v2/x/log-dump", "/v2/log-dump/obs"]
    {
        assert_eq!(post(path, &[], BODY), Err(HttpRequestError::OtherEndpoint), "{path}");
    }
    let get = Request::get(PATH).body("").unwrap();
    let rejected = CreateLogDumpObsRequest::try_from(get).unwrap_err();
    assert_eq!(rejected.to_string(), "not POST /v2/{project_id}/log-dump/obs");
}

#[test]
fn reads_back_responses_from_their_http_form() {
    let created = CreateLogDumpObsResponseBody {
        log_dump_obs_id: LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968").unwrap(),
    };
    let response = Response::from(created);
    assert_eq!(response.status(), StatusCode::CREATED);
    assert_eq!(response.headers()["content-type"], CONTENT_TYPE);
    assert_eq!(CreateLogDumpObsResponseBody::try_from(response), Ok(created));

    for (error, status) in [
        (ApiError::NotJson, StatusCode::BAD_REQUEST),
        (ApiError::LogGroupNotFound, StatusCode::OK),
        (ApiError::InternalServerError, StatusCode::INTERNAL_SERVER_ERROR),
        (Violation::InvalidProjectId.into(), StatusCode::FORBIDDEN),
    ] {
        let response = Response::from(error.clone());
        assert_eq!(response.status(), status);
        assert_eq!(
            CreateLogDumpObsResponseBody::try_from(response),
            Err(AnswerError::Api { status: status.as_u16(), error, request_id: None })
        );
    }
    let rejection = CreateLogDumpObsRequestBody::from_json(b"{}").unwrap_err();
    let error = ApiError::from(Violation::InvalidLogGroupId);
    let first = AnswerError::Api { status: 200, error, request_id: None };
    assert_eq!(CreateLogDumpObsResponseBody::try_from(Response::from(rejection)), Err(first));
}
