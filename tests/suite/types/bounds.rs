//! The crate has the bounds and lists of the deliberate second statement, whatever its constants and the generated files say.

use contract::{bounds, properties};
use lts_log_dump::{
    AuthToken, ContentType, CreateLogDumpObsRequestBody, LogGroupId, PeriodUnit, ProjectId, Rejection, StorageFormat,
    TransferType, Violation,
};

#[test]
fn a_body_is_judged_at_each_bound_and_one_beyond() {
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
fn each_constructor_judges_every_length_up_to_100_as_the_second_statement_does() {
    for character in ["x", "/", "é", "中", "😀"] {
        for length in 0..=100 {
            properties::types(character.repeat(length).as_bytes());
        }
    }
}

#[test]
fn each_constructor_judges_every_ascii_character_as_the_second_statement_does() {
    for character in '\0'..='\u{7F}' {
        for length in [ProjectId::LEN, LogGroupId::LEN] {
            properties::types(format!("{}{character}", "x".repeat(length - 1)).as_bytes());
        }
    }
}

#[test]
fn each_constructor_judges_the_listed_texts_as_the_second_statement_does() {
    let listed = ["cycle", "RAW", "JSON", "min", "hour", "application/json;charset=UTF-8"].into_iter();
    // What the crate has more is refused by the second statement.
    let listed = listed
        .chain(TransferType::ALL.iter().map(|listed| listed.as_str()))
        .chain(StorageFormat::ALL.iter().map(|listed| listed.as_str()))
        .chain(PeriodUnit::ALL.iter().map(|listed| listed.as_str()));
    for text in listed {
        for changed in [text.into(), text.to_uppercase(), text.to_lowercase(), format!("{text} "), text[1..].into()] {
            properties::types(changed.as_bytes());
        }
    }
    for number in -2..=120 {
        for unit in ["min", "hour"] {
            properties::types(format!("{number}{unit}").as_bytes());
        }
        // The property takes the number from the first bytes.
        properties::types(&i64::to_le_bytes(number));
    }
}

#[test]
fn headers_are_judged_at_each_bound_and_one_beyond() {
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
