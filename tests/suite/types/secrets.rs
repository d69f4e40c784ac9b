//! No output contains a token.

use lts_log_dump::{AuthToken, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, ProjectId, Violation};

/// Returns a token that the tests can search for.
fn secret() -> String {
    "s3cr3t!".repeat(200)
}

#[track_caller]
fn assert_hidden(text: &str) {
    assert!(!text.contains("s3cr3t"), "{text}");
}

#[test]
fn debug_hides_the_token() {
    let auth_token = AuthToken::new(secret()).unwrap();
    assert_eq!(format!("{auth_token:?}"), "AuthToken(\"…\", 1400 characters)");
    let request = CreateLogDumpObsRequest {
        project_id: ProjectId::new("2a473356cca5487f8373be891bffc1cf").unwrap(),
        auth_token,
        body: CreateLogDumpObsRequestBody::from_json(include_bytes!("../../../examples/request.json")).unwrap(),
    };
    assert_hidden(&format!("{request:?} {request:#?}"));
    let headers = r#"[("X-Auth-Token", "…"), ("Content-Type", "application/json;charset=UTF-8")]"#;
    assert_eq!(format!("{:?}", request.headers()), headers);
    #[cfg(feature = "http")]
    assert_hidden(&format!("{:?}", http::Request::try_from(&request).unwrap()));
}

#[test]
fn errors_hide_an_invalid_token() {
    let too_long = secret().repeat(2);
    assert_eq!(AuthToken::new(&*too_long), Err(Violation::InvalidAuthToken));
    let result = CreateLogDumpObsRequest::from_parts("x", Some(&too_long), Some(&secret()), secret().as_bytes());
    let rejection = result.unwrap_err();
    assert_hidden(&format!("{rejection} {rejection:?}"));
}

#[test]
fn tokens_are_equal_only_if_all_characters_are_equal() {
    let token = |text: &str| AuthToken::new(text).unwrap();
    let text = "a".repeat(AuthToken::MIN_LEN);
    assert_eq!(token(&text), token(&text));
    assert_ne!(token(&text), token(&format!("{text}a")));
    for position in [0, 500, AuthToken::MIN_LEN - 1] {
        let mut other = text.clone();
        other.replace_range(position..=position, "b");
        assert_ne!(token(&text), token(&other));
    }
}
