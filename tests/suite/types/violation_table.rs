//! The table of violations, and sets of violations.

use lts_log_dump::{ApiError, ErrorCode, Field, Violation, Violations};

#[test]
fn each_violation_has_the_message_of_the_api_reference() {
    // The templates are repeated on purpose, so that one wrong edit of the table cannot pass.
    let invalid = "is invalid, please verify if it's provided as required";
    for violation in Violation::ALL {
        let (field, message) = (violation.field(), violation.message());
        match violation.code() {
            ErrorCode::Lts0001 => assert_eq!((field, message), (Field::ProjectId, "Invalid projectId")),
            ErrorCode::Lts1902 => assert_eq!(message, format!("{field} {invalid}")),
            code => {
                assert_eq!(code, ErrorCode::Lts1901);
                assert!(
                    message.starts_with(&format!("{field} is not in the list [")) && message.ends_with(']'),
                    "{message}"
                );
            }
        }
        assert_eq!(violation.to_string(), message);
        assert_eq!(ApiError::from(*violation).message(), message);
    }
    let by_field: Vec<_> = Field::ALL.iter().flat_map(|field| field.violations()).copied().collect();
    assert_eq!(by_field, Violation::ALL);
    assert!(Violation::ALL.is_sorted() && Field::ALL.is_sorted());
}

#[test]
fn each_field_has_its_location_and_description() {
    use lts_log_dump::Location::{Body, Combination, Header, Path};

    let locations: Vec<_> = Field::ALL.iter().map(|field| field.location()).collect();
    assert_eq!(locations, [&[Path, Header, Header][..], &[Body; Field::ALL.len() - 4], &[Combination]].concat());
    let optional: Vec<_> = Field::ALL.iter().filter(|field| !field.is_mandatory()).map(|field| field.name()).collect();
    assert_eq!(optional, ["switch_on", "prefix_name", "dir_prefix_name"]);
    assert_eq!(Field::LogGroupId.description(), "Log group ID.");
    assert_eq!(format!("{:>14}|", Field::Period), "        period|");
}

#[test]
fn a_set_iterates_in_table_order() {
    let set = Violations::from(Violation::InvalidPeriod) | Violation::InvalidAuthToken;
    let members: Vec<_> = Violation::ALL.iter().copied().filter(|violation| set.contains(*violation)).collect();
    assert_eq!(members, [Violation::InvalidAuthToken, Violation::InvalidPeriod]);
    assert_eq!(set.into_iter().size_hint(), (2, Some(2)));
    assert_eq!(set.into_iter().collect::<Vec<_>>(), members);
    assert_eq!(Violations::try_from_iter(members.iter().rev().copied()), Some(set));
    assert_eq!(Violations::try_from_iter([]), None);
    assert_eq!(format!("{set:?}"), "{InvalidAuthToken, InvalidPeriod}");
    assert_eq!(
        set.to_string(),
        "X-Auth-Token is invalid, please verify if it's provided as required; \
         period is invalid, please verify if it's provided as required"
    );
}

#[test]
fn a_code_parses_back_from_its_string() {
    for code in ErrorCode::LISTED {
        assert_eq!((code.as_ref(), code.to_string()), (code.as_str(), code.as_str().to_owned()));
        assert_eq!(ErrorCode::from(code.as_str()), *code);
    }
    let ErrorCode::Unlisted(code) = ErrorCode::from("LTS.0009") else { panic!("LTS.0009 is not listed") };
    assert_eq!(code.as_str(), "LTS.0009");
}
