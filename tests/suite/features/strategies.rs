//! The strategies generate valid values and the stated violations, and failing tests shrink.

use lts_log_dump::strategies::{body, nearly_valid, nearly_valid_request, valid_json};
use lts_log_dump::{
    ApiError, AuthToken, ContentType, CreateLogDumpObsRequest, CreateLogDumpObsRequestBody,
    CreateLogDumpObsResponseBody, ErrorBody, ErrorCode, Field, Location, LogStreamId, LogStreamIds, ProjectId,
    Rejection, Violation, Violations,
};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{RngAlgorithm, TestError, TestRng, TestRunner};

/// Generates sets of violations that are not empty.
fn violations() -> impl Strategy<Value = Violations> {
    proptest::collection::vec(proptest::sample::select(Violation::ALL), 1..8)
        .prop_filter_map("no violation", Violations::try_from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_body_is_valid(body in body()) {
        let json = serde_json::to_vec(&body).unwrap();
        prop_assert_eq!(CreateLogDumpObsRequestBody::from_json(&json), Ok(body));
    }

    #[test]
    fn valid_json_parses_to_its_body(valid in valid_json()) {
        prop_assert_eq!(&CreateLogDumpObsRequestBody::from_json(&valid.json), &Ok(valid.body.clone()), "{}", valid.json);
        prop_assert_eq!(&serde_json::from_str::<CreateLogDumpObsRequestBody>(&valid.json).unwrap(), &valid.body);
        let value: serde_json::Value = serde_json::from_str(&valid.json).unwrap();
        prop_assert_eq!(serde_json::from_value::<CreateLogDumpObsRequestBody>(value).unwrap(), valid.body);
    }

    #[test]
    fn a_nearly_valid_body_has_exactly_the_stated_violations(wrong in nearly_valid()) {
        let verdict = CreateLogDumpObsRequestBody::from_json(wrong.json.as_bytes());
        prop_assert_eq!(verdict, Err(Rejection::Violations(wrong.violations)), "{}", wrong.json);
    }

    #[test]
    fn a_nearly_valid_request_has_exactly_the_stated_violations(wrong in nearly_valid_request()) {
        let project_id = CreateLogDumpObsRequest::project_id_in(&wrong.path).unwrap();
        let [token, content_type] = [Field::AuthToken, Field::ContentType].map(|field| wrong.header(field));
        let read = CreateLogDumpObsRequest::from_parts(project_id, token, content_type, wrong.json.as_bytes());
        prop_assert_eq!(read, Err(Rejection::Violations(wrong.violations)), "{:?}", wrong);
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
    fn reads_back_each_response_and_error(response in any::<CreateLogDumpObsResponseBody>(), error in any::<ErrorBody>()) {
        let json = serde_json::to_vec(&response).unwrap();
        prop_assert_eq!(CreateLogDumpObsResponseBody::from_answer(201, &json), Ok(response));
        prop_assert_eq!(ErrorCode::from(error.error_code.as_str()), error.error_code.clone());
        prop_assert_eq!(ErrorBody::from(ApiError::from(error.clone())), error);
    }

    #[test]
    fn a_set_of_violations_is_ordered_and_has_each_once(violations in violations(), other in violations()) {
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

fn violations_of<T>(strategy: impl Strategy<Value = T>, of: impl Fn(T) -> Violations) -> Vec<Violation> {
    let mut runner = TestRunner::deterministic();
    let made: Vec<_> = (0..500).map(|_| of(strategy.new_tree(&mut runner).unwrap().current())).collect();
    Violation::ALL.iter().copied().filter(|violation| made.iter().any(|made| made.contains(*violation))).collect()
}

#[test]
fn the_strategies_generate_every_violation() {
    let in_body =
        |violation: &Violation| matches!(violation.field().location(), Location::Body | Location::Combination);
    let of_body: Vec<_> = Violation::ALL.iter().copied().filter(in_body).collect();
    assert_eq!(violations_of(nearly_valid(), |wrong| wrong.violations), of_body);
    assert_eq!(violations_of(nearly_valid_request(), |wrong| wrong.violations), Violation::ALL);
}

/// Returns the minimal failing input that proptest finds in 1,024 iterations, its default.
fn shrunk<T: std::fmt::Debug>(strategy: impl Strategy<Value = T>, seed: u8, passes: impl Fn(&T) -> bool) -> T {
    let config =
        ProptestConfig { max_shrink_iters: 1024, failure_persistence: None, ..ProptestConfig::with_cases(5000) };
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &[seed; 32]));
    match runner.run(&strategy, |value| if passes(&value) { Ok(()) } else { Err(TestCaseError::fail("too many")) }) {
        Err(TestError::Fail(_, value)) => value,
        other => panic!("the test should fail: {other:?}"),
    }
}

#[test]
fn fewer_than_three_violations_shrinks_to_three() {
    for seed in 0..20 {
        let wrong = shrunk(nearly_valid(), seed, |wrong| wrong.violations.len() < 3);
        assert_eq!(wrong.violations.len(), 3, "{wrong:?}");
        let wrong = shrunk(nearly_valid_request(), seed, |wrong| wrong.violations.len() < 3);
        assert_eq!(wrong.violations.len(), 3, "{wrong:?}");
    }
}

#[test]
fn a_set_shrinks_to_the_one_violation_that_fails() {
    for violation in violations_of(nearly_valid(), |wrong| wrong.violations) {
        let wrong = shrunk(nearly_valid(), 1, |wrong| !wrong.violations.contains(violation));
        assert_eq!(wrong.violations, violation.into(), "{wrong:?}");
        // The JSON has the form that the crate writes.
        assert!(!wrong.json.starts_with(char::is_whitespace) && !wrong.json.contains("\n\""), "{wrong:?}");
    }
}

#[test]
fn lists_and_ids_shrink() {
    for seed in 0..20 {
        let ids = shrunk(any::<LogStreamIds>(), seed, |ids| ids.len() < 7);
        assert_eq!(ids, [LogStreamId::new("-".repeat(LogStreamId::LEN)).unwrap(); 7]);
    }
}

#[test]
fn a_token_shrinks_and_is_printed_by_its_length() {
    let token = shrunk(any::<AuthToken>(), 1, |_| false);
    assert_eq!(token, AuthToken::new("!".repeat(AuthToken::MIN_LEN)).unwrap());
    assert_eq!(format!("{token:?}"), "AuthToken(\"…\", 1000 characters)");
    let token = shrunk(any::<AuthToken>(), 1, |token| token.as_str().len() < 1500);
    assert_eq!(format!("{token:?}"), "AuthToken(\"…\", 1500 characters)");
}

#[test]
fn a_wrong_token_is_not_printed() {
    let is_shown = |wrong: &lts_log_dump::strategies::NearlyValidRequest| {
        wrong.header(Field::AuthToken).is_some_and(|token| token.contains('\t'))
    };
    let wrong = shrunk(nearly_valid_request(), 1, |wrong| !is_shown(wrong));
    let shown = format!("{wrong:?}");
    assert!(shown.contains(r#"("X-Auth-Token", "… (1000 characters, U+0009 at 1)")"#), "{shown}");
    assert!(!shown.contains(wrong.header(Field::AuthToken).unwrap()), "{shown}");
}

/// A mistake of a server: changes the project ID, the token and the content type before it validates them.
type HeadMistake = (&'static str, fn(&mut String, &mut Option<String>, &mut Option<String>));

/// Replaces one wrong value by a valid one.
fn take(wrong: Option<&str>, value: &mut Option<String>, valid: &str) {
    if value.as_deref() == wrong {
        *value = Some(valid.into());
    }
}

#[test]
fn nearly_valid_request_notices_mistakes_about_the_path_and_the_headers() {
    const TYPE: &str = ContentType.as_str();
    let mistakes: [HeadMistake; 8] = [
        ("drops parameters of the path", |id, _, _| *id = id.split(';').next().unwrap_or_default().into()),
        ("drops reserved characters", |id, _, _| id.retain(|c| c.is_ascii_alphanumeric() || "-._~".contains(c))),
        ("takes a URN", |id, _, _| *id = id.trim_start_matches("urn:uuid:").into()),
        ("ignores the rest of the ID", |id, _, _| id.truncate(ProjectId::LEN)),
        ("takes an empty token", |_, token, _| take(Some(""), token, &"x".repeat(1000))),
        ("takes a request without a token", |_, token, _| take(None, token, &"x".repeat(1000))),
        ("takes an empty content type", |_, _, value| take(Some(""), value, TYPE)),
        ("takes a content type without a charset", |_, _, value| take(Some("application/json"), value, TYPE)),
    ];
    let mut runner = TestRunner::deterministic();
    let inputs: Vec<_> = (0..5000).map(|_| nearly_valid_request().new_tree(&mut runner).unwrap().current()).collect();
    for (name, change) in mistakes {
        let is_noticed = inputs.iter().any(|wrong| {
            let mut id = String::from(CreateLogDumpObsRequest::project_id_in(&wrong.path).unwrap());
            let [mut token, mut content_type] =
                [Field::AuthToken, Field::ContentType].map(|field| wrong.header(field).map(String::from));
            change(&mut id, &mut token, &mut content_type);
            let (token, content_type) = (token.as_deref(), content_type.as_deref());
            let read = CreateLogDumpObsRequest::from_parts(&id, token, content_type, wrong.json.as_bytes());
            read.err().and_then(|rejection| rejection.violations()) != Some(wrong.violations)
        });
        assert!(is_noticed, "{name}");
    }
}
