//! Single types: IDs, names, lists, intervals and rejections.

use std::error::Error;
use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use lts_log_dump::{
    CreateLogDumpObsRequestBody, ErrorCode, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName, Period, PeriodUnit,
    Violation,
};

#[test]
fn rejects_an_id_that_is_not_ascii() {
    // 36 characters, more bytes; then 36 bytes, fewer characters.
    assert_eq!(LogGroupId::new("é".repeat(36)), Err(Violation::InvalidLogGroupId));
    assert_eq!(LogGroupId::new("é".repeat(18)), Err(Violation::InvalidLogGroupId));
}

#[test]
fn rejects_an_empty_list() {
    assert_eq!(LogStreamIds::new([]), Err(Violation::InvalidLogStreamIds));
}

#[test]
fn a_name_keeps_its_string_at_every_length() {
    let hashes = RandomState::new();
    // 30 bytes are stored inline, 31 are not.
    let texts = [
        "abc",
        "a name of 30 bytes ...........",
        "a name of 30 bytes ..........~",
        "a name of 31 bytes ............",
        "名前名前名前名",
        "名前名前名前名前",
    ];
    for text in texts {
        let name = ObsBucketName::new(text).unwrap();
        assert_eq!((name.as_str(), format!("{name:?}")), (text, format!("ObsBucketName({text:?})")));
        for other in texts {
            let other_name = ObsBucketName::new(other).unwrap();
            assert_eq!(name == other_name, text == other, "{text} {other}");
            assert_eq!(name.cmp(&other_name), text.cmp(other), "{text} {other}");
            assert_eq!(name.partial_cmp(&other_name), text.partial_cmp(other), "{text} {other}");
            assert_eq!(hashes.hash_one(&name) == hashes.hash_one(&other_name), text == other, "{text} {other}");
        }
    }
}

#[test]
fn an_interval_parses_back_from_its_parts_and_its_string() {
    for interval in Period::ALL {
        assert_eq!(Period::new(interval.number(), interval.unit()), Ok(*interval));
        assert_eq!(interval.to_string().parse(), Ok(*interval));
        assert_eq!(interval.to_string(), format!("{}{}", interval.number(), interval.unit()));
        assert_eq!(Period::try_from(interval.to_duration()), Ok(*interval));
    }
    assert_eq!(Period::try_from(Duration::from_secs(301)), Err(Violation::UnlistedPeriod));
    assert_eq!(Period::new(60, PeriodUnit::Min), Err(Violation::UnlistedPeriod));
    let seconds =
        [Period::Min2, Period::Min30, Period::Hour1, Period::Hour12].map(|interval| interval.to_duration().as_secs());
    assert_eq!(seconds, [120, 1800, 3600, 43_200]);
}

#[test]
fn a_rejection_and_its_clone_have_reason_and_place_of_the_syntax_error() {
    let hashes = RandomState::new();
    for (body, source) in [
        (&b"{"[..], "EOF while parsing an object at line 1 column 2"),
        (b"{}\nx", "trailing characters at line 2 column 1"),
        (b"", "EOF while parsing a value at line 1 column 1"),
        (b"{\"period\":1,\"period\":1", "EOF while parsing an object at line 1 column 23"),
        (
            b"{\"a\x01\":1,\"period\":5,\"period\":5}",
            "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 4",
        ),
        (b"{\"a\":{\"\n\":1}}", "control character (\\u0000-\\u001F) found while parsing a string at line 1 column 8"),
        (b" \"text\"", "expected an object at line 1 column 2"),
        (b"\"text", "EOF while parsing a string at line 1 column 6"),
        (b"\r\n []", "expected an object at line 2 column 2"),
        (b"{\"period\":1,\n\"p\\u0065riod\":1}", "duplicate field `period` at line 2 column 1"),
        (b"{\"type\":\"\\ud800\"}", "lone surrogate in a string at line 1 column 9"),
        (b"{\"log_stream_ids\":[\"\\udc00\"]}", "lone surrogate in a string at line 1 column 20"),
        (b"{\"period\":1e400}", "number out of range at line 1 column 11"),
        (b"{\"period\":1.79769313486231581e308}", "number out of range at line 1 column 11"),
        (b"{\"period\":1.79769313486231577611279497601622578375650e308,\"x\":}", "expected value at line 1 column 63"),
        (b"log_group_id=1", "syntax error at line 1 column 1"),
        (b" \n\t\xc3\xa9", "syntax error at line 2 column 2"),
        (b"true,", "trailing characters at line 1 column 5"),
        (b"nul", "EOF while parsing a value at line 1 column 4"),
        (b"\xff", "invalid utf-8 sequence of 1 bytes from index 0 at line 1 column 1"),
    ] {
        let rejection = CreateLogDumpObsRequestBody::from_json(body).unwrap_err();
        let copy = rejection.clone();
        for rejection in [&rejection, &copy] {
            assert_eq!(rejection.source().unwrap().to_string(), source);
            assert_eq!(rejection.to_string(), "The request body format must be json");
        }
        assert_eq!(copy, rejection);
        assert_eq!((rejection.code(), rejection.http_status()), (ErrorCode::Lts0007, 400));
        let other = CreateLogDumpObsRequestBody::from_json(b"nope").unwrap_err();
        assert_ne!(other, rejection);
        let hash = |rejection| hashes.hash_one(rejection);
        assert_eq!(hash(&copy), hash(&rejection));
        assert_ne!(hash(&other), hash(&rejection));
    }
}

#[test]
fn each_conversion_from_a_string_gives_the_same_id() {
    let id = "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053";
    let expected = LogGroupId::new(id).unwrap();
    assert_eq!(LogGroupId::new(String::from(id)), Ok(expected));
    assert_eq!(id.parse(), Ok(expected));
    assert_eq!((expected.as_ref(), format!("{expected:>40}")), (id, format!("    {id}")));
    assert_eq!(format!("{expected:?}"), format!("LogGroupId({id:?})"));
}

#[test]
fn a_list_of_ids_keeps_its_ids_in_order() {
    let ids = ["a", "b", "c"].map(|character| LogStreamId::new(character.repeat(36)).unwrap());
    let list = LogStreamIds::new(ids).unwrap();
    assert_eq!(LogStreamIds::try_from(ids.to_vec()), Ok(list.clone()));
    assert_eq!((&list[..], list.as_ref()), (&ids[..], &ids[..]));
    assert!(list.iter().eq(&ids) && (&list).into_iter().eq(&ids));
    assert_eq!(Vec::from(list), ids);
    assert_eq!(LogStreamIds::from(ids[0]), LogStreamIds::new([ids[0]]).unwrap());
}

#[test]
fn a_list_of_ids_derefs_to_a_slice_and_grows_at_the_end() {
    let ids = ["a", "b", "c", "d"].map(|character| LogStreamId::new(character.repeat(36)).unwrap());
    let mut list = LogStreamIds::from(ids[0]);
    list.push(ids[1]);
    list.extend([ids[2], ids[3]]);
    assert_eq!(list[..], ids);
    assert_eq!(list.first(), ids[0]);
}

#[test]
fn a_constructor_keeps_the_string_that_it_validated() {
    use std::cell::Cell;

    /// A string that changes after the first conversion.
    struct Fickle(Cell<bool>);

    impl AsRef<str> for Fickle {
        fn as_ref(&self) -> &str {
            if self.0.replace(true) { "\r\n" } else { "lts-test" }
        }
    }

    assert_eq!(ObsBucketName::new(Fickle(Cell::new(false))).unwrap().as_str(), "lts-test");
}

#[test]
fn the_reason_of_a_rejection_does_not_quote_the_body() {
    let large = format!("\"{}\"", "secret".repeat(100_000));
    for body in [
        large.clone(),
        format!("[{large}]"),
        format!("{{{large}:{large},{large}:"),
        format!("{{\"type\":{large},\"type\":1}}"),
    ] {
        let reason = CreateLogDumpObsRequestBody::from_json(body.as_bytes()).unwrap_err().source().unwrap().to_string();
        assert!(reason.len() < 100 && !reason.contains("secret"), "{reason}");
    }
}

#[test]
fn rejections_are_equal_if_reason_and_place_are_equal() {
    let reason = |body: &[u8]| CreateLogDumpObsRequestBody::from_json(body).unwrap_err();
    let all = [reason(b"{"), reason(b"{ "), reason(b"\xff"), reason(b" \xff"), reason(b"{}")];
    for (position, one) in all.iter().enumerate() {
        for (other_position, other) in all.iter().enumerate() {
            assert_eq!(one == other, position == other_position, "{one:?} {other:?}");
        }
    }
}

#[test]
fn a_new_body_has_the_defaults_of_the_api_reference() {
    let body = CreateLogDumpObsRequestBody::new(
        LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053").unwrap(),
        LogStreamId::new("45e7f609-xxxx-4cd3-835b-xxxx4a124718").unwrap(),
        ObsBucketName::new("lts-test").unwrap(),
        Period::Hour12,
    );
    let wire = concat!(
        r#"{"log_group_id":"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053","#,
        r#""log_stream_ids":["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],"obs_bucket_name":"lts-test","type":"cycle","#,
        r#""storage_format":"RAW","switch_on":true,"period":12,"period_unit":"hour"}"#,
    );
    assert_eq!(serde_json::to_string(&body).unwrap(), wire);
}
