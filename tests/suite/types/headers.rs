//! Headers, path and the whole request.

use lts_log_dump::{AuthToken, ContentType, CreateLogDumpObsRequest, ProjectId, Rejection, Violation};

#[test]
fn accepts_tokens_of_1000_to_2000_visible_ascii_characters() {
    for (length, valid) in [(0, false), (999, false), (1000, true), (1500, true), (2000, true), (2001, false)] {
        assert_eq!(AuthToken::new("~".repeat(length)).is_ok(), valid, "{length}");
        assert_eq!("!".repeat(length).parse::<AuthToken>().is_ok(), valid, "{length}");
    }
    for character in [" ", "\u{7f}", "\n", "\0", "é", "😀"] {
        let token = "a".repeat(1200) + character;
        assert_eq!(AuthToken::new(token), Err(Violation::InvalidAuthToken), "{character:?}");
    }
    let token = AuthToken::new("a".repeat(1000)).unwrap();
    assert_eq!(token.as_str(), "a".repeat(1000));
}

#[test]
fn accepts_the_documented_media_type_in_any_case() {
    assert_eq!(ContentType.as_str().len(), ContentType::LEN);
    for text in ["application/json;charset=UTF-8", "APPLICATION/JSON;CHARSET=utf-8"] {
        assert_eq!(ContentType::new(text), Ok(ContentType));
    }
    for text in [
        "",
        "application/json",
        "application/json; charset=UTF-8",
        "application/json;charset=UTF-8 ",
        "text/plain;charset=UTF-8xxxxxx",
    ] {
        assert_eq!(ContentType::new(text), Err(Violation::InvalidContentType), "{text}");
    }
    assert_eq!(ContentType.to_string(), "application/json;charset=UTF-8");
}

#[test]
fn reads_the_project_id_back_from_the_path() {
    let project_id = ProjectId::new("~._-0123456789abcdefghijABCDEFGH").unwrap();
    let path = CreateLogDumpObsRequest::path(project_id);
    assert_eq!(path, "/v2/~._-0123456789abcdefghijABCDEFGH/log-dump/obs");
    assert_eq!(CreateLogDumpObsRequest::project_id_in(&path), Some(project_id.as_str()));
}

#[test]
fn from_parts_validates_each_part_of_a_request() {
    let body = include_bytes!("../../../examples/request.json");
    let token = "t".repeat(1000);
    let parts = |project, token, content_type| CreateLogDumpObsRequest::from_parts(project, token, content_type, body);
    let (project, content_type) = ("2a473356cca5487f8373be891bffc1cf", Some("application/json;charset=UTF-8"));
    let request = parts(project, Some(&token), content_type).unwrap();
    let headers = request.headers().map(|(name, value)| (name, value.as_str(), value.is_secret()));
    assert_eq!(headers, [("X-Auth-Token", &*token, true), ("Content-Type", content_type.unwrap(), false)]);
    for (result, violation) in [
        (parts("x", Some(&token), content_type), Violation::InvalidProjectId),
        (parts(project, None, content_type), Violation::InvalidAuthToken),
        (parts(project, Some("x"), content_type), Violation::InvalidAuthToken),
        (parts(project, Some(&token), None), Violation::InvalidContentType),
    ] {
        assert_eq!(result, Err(Rejection::from(violation)));
    }
}
