//! What bodies cost in memory, and that all contenders say the same of them.

use benches::counting::{Counting, counted};
use benches::{bodies, hostile};
use lts_log_dump::{CreateLogDumpObsRequestBody, Rejection};
use serde::de::IgnoredAny;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// What one reading may hold beside what it accepts and the parser's scratch.
const ALLOWANCE: usize = 4096;

/// Makes the parser read a number, and nothing else: with some features it keeps the digits.
#[derive(serde::Deserialize)]
struct Number {
    #[serde(rename = "period")]
    _period: f64,
}

#[test]
fn hostile_bodies_take_no_memory_of_ours() {
    for body in hostile::all() {
        // The parser keeps the brackets that are open and the digits of a long number, and copies a string with an escape
        // into a buffer that doubles.
        let (_, brackets) = counted(|| serde_json::from_slice::<IgnoredAny>(&body.json).is_ok());
        let (_, digits) = counted(|| serde_json::from_slice::<Number>(&body.json).is_ok());
        let copy = if body.json.contains(&b'\\') { 2 * body.json.len() } else { 0 };
        let (verdict, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body.json));
        assert!(verdict.is_err(), "{}", body.name);
        let most = ALLOWANCE + brackets.peak.max(digits.peak).max(copy);
        assert!(counts.peak <= most, "{}: {} bytes at the peak, at most {most}", body.name, counts.peak);
    }
}

#[test]
fn a_valid_body_takes_little_more_than_what_is_accepted() {
    for ids in [1, 10, 100] {
        let body = bodies::of_size(ids * 39);
        let (verdict, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body));
        assert!(verdict.is_ok());
        assert!(counts.peak <= counts.held + ALLOWANCE, "{ids}: {counts:?}");
    }
}

#[test]
fn a_long_list_takes_no_more_than_the_body() {
    let body = bodies::of_size(1 << 26);
    let (verdict, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body));
    assert!(verdict.is_ok());
    // The body itself is the other half of what is held at once.
    assert!(counts.peak <= body.len() + ALLOWANCE, "{counts:?} for {} bytes", body.len());
}

#[test]
fn a_short_list_in_a_long_body_makes_no_room_for_a_long_one() {
    let body = bodies::of_size(100 * 39);
    let body = [&body[..body.len() - 1], b",\"x\":\"", &vec![b'x'; 1 << 20], b"\"}"].concat();
    let (verdict, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&body));
    assert!(verdict.is_ok());
    assert!(counts.peak <= 2 * ALLOWANCE, "{counts:?}");
}

#[cfg(feature = "peers")]
#[test]
fn the_readme_and_the_picture_show_the_results() {
    use benches::results::Results;
    use benches::{picture, readme};

    let results = Results::load();
    let text = std::fs::read_to_string(readme::file()).unwrap();
    assert_eq!(readme::with_tables(&text, &results), text);
    assert_eq!(picture::picture(&results), include_str!("../results.svg"));
}

#[test]
fn violations_allocate_nothing() {
    let everything_wrong = bodies::all().into_iter().find(|body| body.name == "everything wrong").unwrap();
    let (verdict, counts) = counted(|| CreateLogDumpObsRequestBody::from_json(&everything_wrong.json));
    let Err(Rejection::Violations(violations)) = verdict else { panic!("{verdict:?}") };
    assert_eq!(violations.iter().count(), 9, "{violations:?}");
    assert_eq!(counts.allocations, 0);
}

#[cfg(feature = "peers")]
#[test]
fn other_parsers_read_the_same() {
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
fn contenders_that_validate_say_the_same() {
    for body in bodies::all() {
        let expected = CreateLogDumpObsRequestBody::from_json(&body.json).is_ok();
        for contender in benches::contenders::all().iter().filter(|contender| contender.validates) {
            assert_eq!((contender.read)(&body.json), expected, "{}: {}", contender.name, body.name);
        }
    }
}
