//! The crate has the bounds and lists that `tests/contract` repeats by hand.

use contract::{bounds, properties};
use lts_log_dump::{
    AuthToken, ContentType, CreateLogDumpObsRequestBody, Field, LogGroupId, ProjectId, Rejection, Shape, Violation,
};

#[test]
fn a_body_is_valid_at_each_bound_and_invalid_beyond() {
    for case in bounds::bodies() {
        let messages: Vec<_> = match CreateLogDumpObsRequestBody::from_json(case.body.as_bytes()) {
            Ok(_) => Vec::new(),
            Err(Rejection::Violations(violations)) => violations.iter().map(Violation::message).collect(),
            Err(Rejection::NotJson(reason)) => panic!("{reason:?}: {}", case.body),
        };
        assert_eq!(messages, case.messages, "{}", case.body);
    }
}

#[test]
fn constructors_accept_exactly_the_lengths_in_the_contract() {
    for character in ["x", "/", "é", "中", "😀"] {
        for length in 0..=100 {
            properties::types(character.repeat(length).as_bytes());
        }
    }
}

#[test]
fn constructors_accept_exactly_the_characters_in_the_contract() {
    for character in '\0'..='\u{7F}' {
        for length in [ProjectId::LEN, LogGroupId::LEN] {
            properties::types(format!("{}{character}", "x".repeat(length - 1)).as_bytes());
        }
    }
}

#[test]
fn constructors_accept_exactly_the_lists_in_the_contract() {
    let repeated = ["cycle", "RAW", "JSON", "min", "hour", "application/json;charset=UTF-8"];
    let listed = Field::ALL.iter().flat_map(|field| match field.shape() {
        Shape::Listed(values) => values,
        _ => &[],
    });
    for text in repeated.iter().chain(listed) {
        for changed in
            [(*text).to_owned(), text.to_uppercase(), text.to_lowercase(), format!("{text} "), text[1..].into()]
        {
            properties::types(changed.as_bytes());
        }
    }
    for number in -2..=120 {
        for unit in ["min", "hour"] {
            properties::types(format!("{number}{unit}").as_bytes());
        }
        // The property reads the number from the first bytes.
        properties::types(&i64::to_le_bytes(number));
    }
}

#[test]
fn a_header_is_valid_at_each_bound_and_invalid_beyond() {
    for (length, accepted) in
        [(0, false), (999, false), (1000, true), (1001, true), (1999, true), (2000, true), (2001, false)]
    {
        assert_eq!(AuthToken::new("x".repeat(length)).is_ok(), accepted, "{length}");
        properties::types("x".repeat(length).as_bytes());
    }
    for (character, accepted) in [(' ', false), ('!', true), ('~', true), ('\u{7F}', false), ('é', false)] {
        assert_eq!(AuthToken::new("x".repeat(1000) + &character.to_string()).is_ok(), accepted, "{character:?}");
    }
    assert!(ContentType::new("application/json;charset=UTF-8").is_ok());
    assert!(ContentType::new("application/json; charset=UTF-8").is_err());
}
