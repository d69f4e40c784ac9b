//! The strategies and the cases notice each mistake that a server may make.

mod mistake;
mod others;
mod strings;

use lts_log_dump::strategies::{NearlyValid, nearly_valid, valid_json};
use lts_log_dump::{CreateLogDumpObsRequestBody, Field, Location, Rejection};
use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;

use self::mistake::{Members, Mistake};
use crate::json::every_case::name_of;
use contract::cases::{self, Case};

/// The number of inputs within which a mistake must be noticed.
const INPUTS: usize = 5_000;

/// The name of the first error, or the wire form of the body.
type Response = Result<String, String>;

fn response(json: &str) -> Response {
    match CreateLogDumpObsRequestBody::from_json(json) {
        Ok(body) => Ok(serde_json::to_string(&body).unwrap()),
        Err(Rejection::Violations(violations)) => Err(name_of(violations.first())),
        Err(Rejection::NotJson(_)) => Err("LTS.0007".into()),
    }
}

/// The response of a server with a mistake. `None` if the mistake makes no difference to the members.
fn mistaken(members: &Members, mistake: &Mistake) -> Option<Response> {
    let mut changed = members.clone();
    (mistake.change)(&mut changed);
    (changed != *members).then(|| response(&Value::from(changed).to_string()))
}

/// Inputs with the members and the expected response.
fn generate<T>(strategy: impl Strategy<Value = T>, of: impl Fn(T) -> (String, Response)) -> Vec<(Members, Response)> {
    let mut runner = TestRunner::deterministic();
    let inputs = (0..INPUTS).map(|_| of(strategy.new_tree(&mut runner).unwrap().current()));
    inputs.map(|(json, expected)| (serde_json::from_str(&json).unwrap(), expected)).collect()
}

fn nearly_valid_inputs() -> Vec<(Members, Response)> {
    generate(nearly_valid(), |NearlyValid { json, violations, .. }| (json, Err(name_of(violations.first()))))
}

/// Names the mistakes that none of the inputs shows.
fn unnoticed(mistakes: &[Mistake], inputs: &[(Members, Response)]) -> Vec<String> {
    let is_noticed = |mistake: &Mistake| {
        inputs.iter().any(|(members, expected)| mistaken(members, mistake).is_some_and(|got| got != *expected))
    };
    mistakes.iter().filter(|mistake| !is_noticed(mistake)).map(|mistake| mistake.name.clone()).collect()
}

/// The cases that are JSON objects.
fn object_cases() -> Vec<(Members, Response)> {
    let of_case = |case: Case| {
        let members = serde_json::from_slice(&case.body).ok()?;
        Some((members, case.expected.map_err(|names| names[0].clone())))
    };
    cases::all().into_iter().filter_map(of_case).collect()
}

#[test]
fn nearly_valid_notices_every_mistake() {
    let urn = mistake::id(false, "takes a URN", |text| text.strip_prefix("urn:uuid:").map(String::from));
    let mistakes: Vec<_> = strings::all().into_iter().chain(others::all()).chain([urn]).collect();
    assert!(mistakes.len() >= 40);
    assert_eq!(unnoticed(&mistakes, &nearly_valid_inputs()), [""; 0]);
}

#[test]
fn valid_json_notices_every_mistake_that_rejects_valid_bodies() {
    let inputs = generate(valid_json(), |valid| (valid.json, Ok(serde_json::to_string(&valid.body).unwrap())));
    assert_eq!(unnoticed(&others::strict(), &inputs), [""; 0]);
}

#[test]
fn the_cases_notice_every_mistake() {
    let all: Vec<_> = strings::all().into_iter().chain(others::all()).chain(others::strict()).collect();
    assert_eq!(unnoticed(&all, &object_cases()), [""; 0]);
}

/// Returns the position of the error that a server with a mistake in the order responds with.
type Order = Box<dyn Fn(&[String]) -> usize>;

fn orders() -> Vec<(String, Order)> {
    let code_first = |code: &'static str| -> Order {
        Box::new(move |errors| errors.iter().position(|error| error.ends_with(code)).unwrap_or(0))
    };
    let mut all: Vec<(String, Order)> = vec![
        ("the last".into(), Box::new(|errors| errors.len() - 1)),
        ("the second".into(), Box::new(|errors| 1.min(errors.len() - 1))),
        ("by name".into(), Box::new(|errors| (0..errors.len()).min_by_key(|at| &errors[*at]).unwrap())),
        ("LTS.1901 first".into(), code_first("LTS.1901")),
        ("LTS.1902 first".into(), code_first("LTS.1902")),
    ];
    let members: Vec<_> = Field::ALL.iter().filter(|field| field.location() == Location::Body).collect();
    for pair in members.windows(2) {
        let [first, second] = [format!("{} ", pair[0]), format!("{} ", pair[1])];
        let name = format!("{second}before {first}");
        let is_pair = move |errors: &[String]| {
            errors.len() > 1 && errors[0].starts_with(&first) && errors[1].starts_with(&second)
        };
        all.push((name, Box::new(move |errors| usize::from(is_pair(errors)))));
    }
    all
}

#[test]
fn nearly_valid_and_the_cases_notice_every_order() {
    let mut runner = TestRunner::deterministic();
    let generated = (0..INPUTS).map(|_| nearly_valid().new_tree(&mut runner).unwrap().current().violations);
    let generated: Vec<Vec<_>> = generated.map(|violations| violations.iter().map(name_of).collect()).collect();
    let cases: Vec<_> = cases::all().into_iter().filter_map(|case| case.expected.err()).collect();
    for errors in [generated, cases] {
        let is_unnoticed = |(_, order): &(String, Order)| errors.iter().all(|errors| order(errors) == 0);
        let unnoticed: Vec<_> = orders().into_iter().filter(is_unnoticed).map(|(name, _)| name).collect();
        assert_eq!(unnoticed, [""; 0]);
    }
}
