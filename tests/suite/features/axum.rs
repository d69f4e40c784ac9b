//! The feature `axum`, with axum's router. All requests are in memory, so one poll completes a future.

use std::error::Error;
use std::pin::pin;
use std::task::{Context, Poll, Waker};

use axum::Router;
use axum::body::Body;
use axum::extract::{FromRequest, Path, Request};
use axum::response::IntoResponse;
use axum::routing::post;
use lts_log_dump::{
    ApiError, AuthToken, AxumRequestError, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody,
    CreateLogDumpObsResponseBody, LogDumpObsId, ProjectId, Rejection, Violation, literal,
};
use tower_service::Service;

const BODY: &str = include_str!("../../../examples/request.json");
const CONTENT_TYPE: &str = "application/json;charset=UTF-8";
const ID: &str = "2a473356cca5487f8373be891bffc1cf";
const SUFFIX: &str = "/log-dump/obs";
const TEMPLATE: &str = CreateLogDumpObsRequest::PATH_TEMPLATE;
const WITHOUT_VERSION: &str = "/{project_id}/log-dump/obs";

/// Status, content type and body of a response.
type Response = (u16, String, String);

fn ready<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => panic!("a request in memory is not ready"),
    }
}

fn token() -> String {
    "t".repeat(AuthToken::MIN_LEN)
}

fn request(path: &str, token: &str, content_type: &str, body: impl Into<Body>) -> Request {
    let head = Request::post(path).header("x-auth-token", token).header("content-type", content_type);
    head.body(body.into()).unwrap()
}

fn valid(path: &str) -> Request {
    request(path, &token(), CONTENT_TYPE, BODY)
}

fn response(response: impl IntoResponse) -> Response {
    let (head, body) = response.into_response().into_parts();
    let content_type = head.headers.get("content-type").map_or("", |value| value.to_str().unwrap());
    let text = ready(String::from_request(Request::new(body), &())).unwrap();
    (head.status.as_u16(), content_type.into(), text)
}

fn call(router: &Router, request: Request) -> Response {
    response(ready(router.clone().call(request)).unwrap())
}

fn json(status: u16, body: &str) -> Response {
    (status, CONTENT_TYPE.into(), body.into())
}

fn text(status: u16, body: &str) -> Response {
    (status, "text/plain; charset=utf-8".into(), body.into())
}

fn invalid_project_id() -> Response {
    json(403, r#"{"error_code":"LTS.0001","error_msg":"Invalid projectId"}"#)
}

/// Returns the project ID, if the rest of the request is as sent.
async fn create(request: CreateLogDumpObsRequest) -> String {
    assert_eq!(request.auth_token, AuthToken::new(token()).unwrap());
    assert_eq!(request.body, BODY.parse().unwrap());
    request.project_id.into()
}

async fn project(id: ProjectId) -> String {
    id.into()
}

/// Both extractors of the project ID, each below a route.
fn routers(path: &str) -> [Router; 2] {
    [Router::new().route(path, post(create)), Router::new().route(path, post(project))]
}

/// Sends a valid ID and a wrong one through routers of both extractors.
#[track_caller]
fn assert_extracts(prefix: &str, suffix: &str, router: impl Fn(&str) -> [Router; 2], route: &str) {
    for router in router(route) {
        assert_eq!(call(&router, valid(&format!("{prefix}{ID}{suffix}"))), text(200, ID), "{router:?}");
        assert_eq!(call(&router, valid(&format!("{prefix}x{suffix}"))), invalid_project_id(), "{router:?}");
    }
}

#[test]
fn extracts_from_a_flat_route() {
    assert_extracts("/v2/", SUFFIX, routers, TEMPLATE);
    // The query is not a part of the path.
    assert_extracts("/v2/", "/log-dump/obs?x=1", routers, TEMPLATE);
}

#[test]
fn extracts_from_nested_routes() {
    let nest = |prefix: &'static str| move |path: &str| routers(path).map(|inner| Router::new().nest(prefix, inner));
    assert_extracts("/v2/", SUFFIX, nest("/v2"), WITHOUT_VERSION);
    assert_extracts("/api/v2/", SUFFIX, nest("/api"), TEMPLATE);
    assert_extracts("/v2/", SUFFIX, nest("/v2/{project_id}"), SUFFIX);
    assert_extracts("/x/v2/", SUFFIX, nest("/{tenant}/v2"), WITHOUT_VERSION);
    let service = |path: &str| routers(path).map(|inner| Router::new().nest_service("/v2", inner));
    assert_extracts("/v2/", SUFFIX, service, WITHOUT_VERSION);
}

#[test]
fn extracts_from_routes_that_are_nested_twice() {
    let nest = |outer: &'static str, inner: &'static str| {
        move |path: &str| routers(path).map(|router| Router::new().nest(outer, Router::new().nest(inner, router)))
    };
    assert_extracts("/api/v2/", SUFFIX, nest("/api", "/v2"), WITHOUT_VERSION);
    assert_extracts("/v2/", SUFFIX, nest("/v2/{project_id}", "/log-dump"), "/obs");
    assert_extracts("/v2/", SUFFIX, nest("/v2", "/{project_id}/log-dump"), "/obs");
}

#[test]
fn extracts_from_a_router_that_is_a_fallback() {
    let fallback = |path: &str| routers(path).map(|inner| Router::new().fallback_service(inner));
    assert_extracts("/v2/", SUFFIX, fallback, TEMPLATE);
    let nested = |path: &str| fallback(path).map(|inner| Router::new().nest("/v2", inner));
    assert_extracts("/v2/", SUFFIX, nested, WITHOUT_VERSION);
}

#[test]
fn accepts_a_trailing_slash_if_the_route_has_one() {
    assert_extracts("/v2/", "/log-dump/obs/", routers, "/v2/{project_id}/log-dump/obs/");
    for router in routers(TEMPLATE) {
        let response = call(&router, valid(&format!("/v2/{ID}/log-dump/obs/")));
        assert_eq!(response, (404, String::new(), String::new()));
    }
}

#[test]
fn decodes_a_percent_encoded_id() {
    for router in routers(TEMPLATE) {
        let at = |id: &str| call(&router, valid(&format!("/v2/{id}{SUFFIX}")));
        assert_eq!(at("%32a473356cca5487f8373be891bffc1cf"), text(200, ID));
        // A slash, 32 bytes of which one is not UTF-8, and no hexadecimal digits.
        for wrong in [
            "%2Fa473356cca5487f8373be891bffc1cf",
            "%FFa473356cca5487f8373be891bffc1cf",
            "%zza473356cca5487f8373be891bffc1",
        ] {
            assert_eq!(at(wrong), invalid_project_id(), "{wrong}");
        }
    }
}

#[test]
fn returns_500_unless_the_route_has_exactly_one_project_id() {
    let error =
        "the route must have exactly one path parameter {project_id}, for example /v2/{project_id}/log-dump/obs";
    let two = |inner: Router| Router::new().nest_service("/v2/{project_id}", inner);
    let routes = [
        routers("/v2/{id}/log-dump/obs"),
        routers("/v2/2a473356cca5487f8373be891bffc1cf/log-dump/obs"),
        [Router::new().fallback(create), Router::new().fallback(project)],
        routers("/log-dump/{project_id}").map(two),
    ];
    for router in routes.iter().flatten() {
        assert_eq!(call(router, valid(&format!("/v2/{ID}{SUFFIX}"))), text(500, error), "{router:?}");
    }
    // Without a router.
    let outside = ready(CreateLogDumpObsRequest::from_request(valid("/"), &())).unwrap_err();
    assert_eq!(outside, AxumRequestError::Route);
}

#[test]
fn returns_axums_response_if_another_parameter_is_not_utf8() {
    for router in routers("/{tenant}/{project_id}") {
        let response = call(&router, valid(&format!("/%FF/{ID}")));
        assert_eq!(response, text(400, "Invalid URL: Invalid UTF-8 in `tenant`"));
    }
}

#[test]
fn rejects_invalid_parts_in_the_order_path_headers_body() {
    let router = Router::new().route(TEMPLATE, post(create));
    let path = &format!("/v2/{ID}{SUFFIX}");
    let token = &token();
    let header = |name| {
        let message = format!("{name} is invalid, please verify if it's provided as required");
        json(200, &format!(r#"{{"error_code":"LTS.1902","error_msg":"{message}"}}"#))
    };
    let once = BODY.replace("cycle", "once");
    for (request, expected) in [
        (request("/v2/x/log-dump/obs", "x", "x", "{}"), invalid_project_id()),
        (request("/v2/%FF/log-dump/obs", "x", "x", "{}"), invalid_project_id()),
        (request(path, "x", "x", "{}"), header("X-Auth-Token")),
        (request(path, token, "application/json", "{}"), header("Content-Type")),
        (
            request(path, token, CONTENT_TYPE, "{"),
            json(400, r#"{"error_code":"LTS.0007","error_msg":"The request body format must be json"}"#),
        ),
        (
            request(path, token, CONTENT_TYPE, once),
            json(200, r#"{"error_code":"LTS.1901","error_msg":"type is not in the list [cycle]"}"#),
        ),
    ] {
        assert_eq!(call(&router, request), expected);
    }
}

#[test]
fn extracts_each_part_without_the_others() {
    async fn signed(
        Path(name): Path<String>,
        id: ProjectId,
        body: CreateLogDumpObsRequestBody,
    ) -> Result<CreateLogDumpObsResponseBody, ApiError> {
        assert_eq!((name.as_str(), body), (id.as_str(), BODY.parse().unwrap()));
        Err(ApiError::LogGroupNotFound)
    }
    let router = Router::new().route(TEMPLATE, post(signed));
    let response = call(&router, request(&format!("/v2/{ID}{SUFFIX}"), "x", "application/json", BODY));
    assert_eq!(response, json(200, r#"{"error_code":"LTS.0201","error_msg":"The log group does not existed"}"#));

    let router = Router::new().route("/", post(|token: AuthToken| async move { token.as_str().to_owned() }));
    assert_eq!(call(&router, request("/", &token(), "", "")), text(200, &token()));
    let error = r#"{"error_code":"LTS.1902","error_msg":"X-Auth-Token is invalid, please verify if it's provided as required"}"#;
    assert_eq!(call(&router, request("/", "x", "", "")), json(200, error));
    assert_eq!(call(&router, Request::post("/").body(Body::empty()).unwrap()), json(200, error));
}

#[test]
fn returns_axums_response_if_the_body_exceeds_axums_limit() {
    let large = " ".repeat(2 * 1024 * 1024 + 1);
    let body = ready(CreateLogDumpObsRequestBody::from_request(request("/", "", "", large.clone()), &()));
    let error = body.unwrap_err();
    assert_eq!(error.to_string(), "Failed to buffer the request body: length limit exceeded");
    assert!(error.source().is_none());
    let router = Router::new().route(TEMPLATE, post(create));
    let response = call(&router, request(&format!("/v2/{ID}{SUFFIX}"), "", "", large));
    assert_eq!(response, text(413, &error.to_string()));
}

#[test]
fn responses_equal_those_of_the_feature_http() {
    let created = CreateLogDumpObsResponseBody {
        log_dump_obs_id: literal!(LogDumpObsId, "45fdc36b-xxxx-4567-xxxx-559xxxxdf968"),
    };
    assert_eq!(response(created), json(201, r#"{"log_dump_obs_id":"45fdc36b-xxxx-4567-xxxx-559xxxxdf968"}"#));
    let not_found = r#"{"error_code":"LTS.0201","error_msg":"The log group does not existed"}"#;
    assert_eq!(response(ApiError::LogGroupNotFound), json(200, not_found));
    assert_eq!(response(Rejection::from(Violation::InvalidProjectId)), invalid_project_id());
}
