//! The strategies of the feature `proptest`.

use lts_log_dump::strategies::{body, nearly_valid};
use lts_log_dump::{
    ApiError, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, ErrorCode,
    PeriodUnit, Rejection, Violations,
};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_body_is_valid(body in body()) {
        let json = serde_json::to_vec(&body).unwrap();
        prop_assert_eq!(CreateLogDumpObsRequestBody::from_json(&json), Ok(body));
    }

    #[test]
    fn a_nearly_valid_body_has_exactly_the_stated_violations(wrong in nearly_valid()) {
        let verdict = CreateLogDumpObsRequestBody::from_json(wrong.json.as_bytes());
        prop_assert_eq!(verdict, Err(Rejection::Violations(wrong.violations)), "{}", wrong.json);
    }

    #[test]
    fn a_whole_request_is_valid(request in any::<CreateLogDumpObsRequest>()) {
        let [(_, token), (_, content_type)] = request.headers();
        let body = serde_json::to_vec(&request.body).unwrap();
        let (token, content_type) = (Some(token.as_str()), Some(content_type.as_str()));
        let read = CreateLogDumpObsRequest::from_parts(request.project_id.as_str(), token, content_type, &body);
        prop_assert_eq!(read, Ok(request.clone()));
    }

    #[test]
    fn answers_and_errors_are_read_back(answer in any::<CreateLogDumpObsResponseBody>(), error in any::<ApiError>()) {
        let json = serde_json::to_vec(&answer).unwrap();
        prop_assert_eq!(CreateLogDumpObsResponseBody::from_answer(201, &json), Ok(answer));
        prop_assert_eq!(ApiError::from(ErrorBody::from(error.clone())), error);
    }

    #[test]
    fn a_code_and_a_unit_are_read_back_from_their_text(code in any::<ErrorCode>(), unit in any::<PeriodUnit>()) {
        prop_assert_eq!(ErrorCode::from(code.as_str()), code);
        prop_assert_eq!(unit.as_str().parse(), Ok(unit));
    }

    #[test]
    fn a_set_of_violations_is_ordered_and_has_each_once(violations in any::<Violations>(), other in any::<Violations>()) {
        let all: Vec<_> = violations.iter().collect();
        prop_assert!(all.windows(2).all(|two| two[0] < two[1]));
        prop_assert_eq!(violations.first(), all[0]);
        prop_assert_eq!(violations.iter().len(), all.len());
        prop_assert!(all.iter().all(|violation| violations.contains(*violation)));
        let mut union: Vec<_> = all.iter().copied().chain(other).collect();
        union.sort();
        union.dedup();
        prop_assert_eq!((violations | other).iter().collect::<Vec<_>>(), union.clone());
        prop_assert_eq!(format!("{:?}", violations | other).matches(", ").count(), union.len() - 1);
    }
}

#[test]
fn the_strategy_makes_every_violation_of_the_body() {
    use lts_log_dump::{Field, Violation};
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;

    let mut unseen = Violation::ALL.to_vec();
    let outside = [Field::ProjectId, Field::AuthToken, Field::ContentType];
    unseen.retain(|violation| !outside.contains(&violation.field()));
    let mut runner = TestRunner::deterministic();
    for _ in 0..200 {
        let wrong = nearly_valid().new_tree(&mut runner).unwrap().current();
        unseen.retain(|violation| !wrong.violations.contains(*violation));
    }
    assert_eq!(unseen, []);
}
