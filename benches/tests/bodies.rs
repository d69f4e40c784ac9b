//! Bodies need no more memory than expected, and all contenders agree on them.

use benches::counting::{Counting, counted};
use benches::{bodies, hostile};
use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
use serde::de::IgnoredAny;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The memory that the crate may use besides the accepted body and the buffers of `serde_json`.
const ALLOWANCE: usize = 4096;

/// Makes `serde_json` read a number. With some features it stores the digits.
#[derive(serde::Deserialize)]
struct Number {
    #[serde(rename = "period")]
    _period: f64,
}

#[test]
fn rejects_hostile_bodies_without_memory_of_its_own() {
    for body in hostile::all() {
        // `serde_json` stores the open brackets and the digits of a long number. A string with an escape is copied into a buffer
        // that doubles its size.
        let (_, brackets) = counted(|| serde_json::from_slice::<IgnoredAny>(&body.json).is_ok());
        let (_, digits) = counted(|| serde_json::from_slice::<Number>(&body.json).is_ok());
        let copy = if body.json.contains(&b'\\') { 2 * body.json.len() } else { 0 };
        let (result, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body.json));
        assert!(result.is_err(), "{}", body.name);
        let most = ALLOWANCE + brackets.peak.max(digits.peak).max(copy);
        assert!(counts.peak <= most, "{}: {} bytes at the peak, at most {most}", body.name, counts.peak);
    }
}

#[test]
fn needs_little_more_memory_than_the_accepted_body() {
    for ids in [1, 10, 100] {
        let body = bodies::of_size(ids * 39);
        let (result, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body));
        assert!(result.is_ok());
        assert!(counts.peak <= counts.held + ALLOWANCE, "{ids}: {counts:?}");
    }
}

#[test]
fn needs_no_more_memory_than_the_text_of_a_long_list() {
    let body = bodies::of_size(1 << 26);
    let (result, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body));
    assert!(result.is_ok());
    assert!(counts.peak <= body.len() + ALLOWANCE, "{counts:?} for {} bytes", body.len());
}

#[test]
fn reserves_no_memory_for_a_long_list_if_the_list_is_short() {
    let body = bodies::of_size(100 * 39);
    let body = [&body[..body.len() - 1], b",\"x\":\"", &vec![b'x'; 1 << 20], b"\"}"].concat();
    let (result, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body));
    assert!(result.is_ok());
    assert!(counts.peak <= 2 * ALLOWANCE, "{counts:?}");
}

#[cfg(feature = "peers")]
#[test]
fn readme_and_chart_show_the_results() {
    use benches::results::Results;
    use benches::{picture, readme};

    let results = Results::load();
    let text = std::fs::read_to_string(readme::file()).unwrap();
    assert_eq!(readme::with_tables(&text, &results), text);
    assert_eq!(picture::picture(&results), include_str!("../results.svg"));
}

#[test]
fn violations_are_found_without_allocations() {
    let everything_wrong = bodies::all().into_iter().find(|body| body.name == "everything wrong").unwrap();
    let (result, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&everything_wrong.json));
    let Err(Rejection::Violations(violations)) = result else { panic!("{result:?}") };
    assert_eq!(violations.iter().count(), 9, "{violations:?}");
    assert_eq!(counts.allocations, 0);
}

#[cfg(feature = "peers")]
#[test]
fn other_parsers_read_the_same_body() {
    use benches::bodies::Kind;
    use benches::contenders::{by_simd_json, by_sonic_rs};

    for body in bodies::all() {
        let expected = CreateLogDumpObsRequestBody::from_json(&body.json).ok();
        assert_eq!(expected.is_some(), body.kind == Kind::Valid, "{}", body.name);
        assert_eq!(by_sonic_rs(&body.json), expected, "sonic-rs: {}", body.name);
        assert_eq!(by_simd_json(&body.json), expected, "simd-json: {}", body.name);
    }
}

#[test]
fn validating_contenders_agree() {
    for body in bodies::all() {
        let expected = CreateLogDumpObsRequestBody::from_json(&body.json).is_ok();
        for contender in benches::contenders::all().iter().filter(|contender| contender.validates) {
            assert_eq!((contender.read)(&body.json), expected, "{}: {}", contender.name, body.name);
        }
    }
}
