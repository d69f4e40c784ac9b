//! The diagnostics of a body: their order, positions and descriptions.

use std::fmt::Write;

use contract::{cases, diagnostics as property};
use lts_log_dump::diagnostics::Diagnostics;
use lts_log_dump::{LogStreamId, NotJsonReason, Violation};
use proptest::collection::vec;
use proptest::prelude::*;

/// Lists the diagnostics of a body, one per line: position, pointer, span, found value, suggestion.
pub(crate) fn listing(body: &[u8]) -> String {
    let mut listing = String::new();
    for diagnostic in Diagnostics::new(body) {
        let (line, column) = (diagnostic.line(), diagnostic.column());
        let span = String::from_utf8_lossy(&body[diagnostic.span()]);
        write!(listing, "{line}:{column} {} {span} | {}", diagnostic.pointer(), diagnostic.found()).unwrap();
        if let Some(meant) = diagnostic.suggestion() {
            write!(listing, " | {meant}").unwrap();
        }
        listing.push('\n');
    }
    listing
}

const EXAMPLE: &str = include_str!("../../../examples/request.json");

/// Replaces a value of the example.
pub(crate) fn example(old: &str, new: &str) -> String {
    assert!(EXAMPLE.contains(old), "{old}");
    EXAMPLE.replace(old, new)
}

#[test]
fn agrees_with_the_independent_reader_on_all_cases() {
    for case in cases::all() {
        property::diagnostics(&case.body);
    }
}

proptest! {
    #[test]
    fn agrees_with_the_independent_reader_on_any_bytes(bytes in vec(any::<u8>(), 0..64)) {
        property::diagnostics(&bytes);
    }

    #[test]
    fn agrees_with_the_independent_reader_on_a_damaged_body(
        at in 0..EXAMPLE.len(), removed in 0..4_usize, put in vec(any::<u8>(), 0..4),
    ) {
        let mut body = EXAMPLE.as_bytes().to_vec();
        body.splice(at..(at + removed).min(EXAMPLE.len()), put);
        property::diagnostics(&body);
    }
}

#[test]
fn describes_each_kind_of_error() {
    let body = "{
  \"x\": \"é😀\", \"log_group_id\": \"d9dba9f3/xxxx-48bd-xxxx-xxxxa24a8053\",
  \"log_stream_ids\": [\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\", null, {\"a\": [1, 2]}, \"\", \"45e7f609-xxxx-4cd3-835b-xxxx4a124718\\n\"],
  \"obs_bucket_name\": \"é\", \"type\": true, \"storage_format\": \"raw\", \"switch_on\": \"False\",
  \"prefix_name\": [ ], \"period\": \"3\",\r\n  \"period_unit\": \"hours\"
}";
    let expected = r#"2:30 /log_group_id "d9dba9f3/xxxx-48bd-xxxx-xxxxa24a8053" | `/` at character 9
3:62 /log_stream_ids/1 null | null
3:68 /log_stream_ids/2 {"a": [1, 2]} | an object
3:83 /log_stream_ids/3 "" | 0 characters
3:87 /log_stream_ids/4 "45e7f609-xxxx-4cd3-835b-xxxx4a124718\n" | 37 characters
4:22 /obs_bucket_name "é" | 1 character
4:35 /type true | a boolean
4:59 /storage_format "raw" | "raw" | "RAW"
4:79 /switch_on "False" | "False" | false
5:18 /prefix_name [ ] | an array
5:33 /period "3" | a string | 3
6:18 /period_unit "hours" | "hours" | "hour"
"#;
    assert_eq!(listing(body.as_bytes()), expected);
}

#[test]
fn describes_the_first_of_several_wrong_characters() {
    let body = example("\"45e7f609-", "\"45e7/60?-");
    assert_eq!(listing(body.as_bytes()).split(" | ").last(), Some("`/` at character 5\n"));
}

#[test]
fn describes_an_interval_with_its_unit() {
    let body = example("\"min\"", "\"hour\"");
    assert_eq!(listing(body.as_bytes()).split(" | ").nth(1).map(str::trim_end), Some("5 hour"));
}

#[test]
fn skips_unknown_members_of_every_type() {
    for value in [
        "{}",
        "[]",
        "\"\"",
        "0",
        "-1.5e3",
        "null",
        "true",
        "false",
        "{\"a\":[false,{\"b\":null}],\"c\":true}",
        "[[],{},[0]]",
    ] {
        let body = example("\"cycle\"", "\"once\"").replacen('{', &format!("{{\"ignored\":{value},"), 1);
        assert_eq!(listing(body.as_bytes()), "5:14 /type \"once\" | \"once\"\n", "{value}");
    }
}

#[test]
fn locates_missing_members_at_the_closing_brace() {
    let expected = "\
2:22  } | missing
2:20 /log_stream_ids [] | an empty array
2:22  } | missing
2:22  } | missing
2:22  } | missing
2:22  } | missing
2:22  } | missing
";
    assert_eq!(listing(b" {\n \"log_stream_ids\": []}"), expected);
}

#[test]
fn shows_the_accepted_values_of_the_tables() {
    let body = example("\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"", "5");
    let [item] = Diagnostics::new(body.as_bytes()).collect::<Vec<_>>().try_into().unwrap();
    assert!(
        item.expected().starts_with(&format!("exactly {} characters of ", LogStreamId::LEN)),
        "{}",
        item.expected()
    );
    for diagnostic in Diagnostics::new(b"{}") {
        assert_eq!(diagnostic.expected(), diagnostic.violation().unwrap().expected());
    }
}

/// `place` is position, pointer and span.
#[track_caller]
fn assert_not_json(body: &[u8], reason: NotJsonReason, place: &str, found: &str, expected: &str) {
    let [diagnostic] = Diagnostics::new(body).collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(diagnostic.not_json_reason(), Some(reason));
    assert_eq!((diagnostic.violation(), diagnostic.field(), diagnostic.suggestion()), (None, None, None));
    let (line, column, pointer) = (diagnostic.line(), diagnostic.column(), diagnostic.pointer());
    let span = String::from_utf8_lossy(&body[diagnostic.span()]);
    assert_eq!(format!("{line}:{column} {pointer} {span}"), place);
    assert_eq!((&*diagnostic.found().to_string(), diagnostic.expected()), (found, expected));
    let at = format!("LTS.0007: The request body format must be json at line {line} column {column}");
    assert_eq!(diagnostic.to_string(), at);
}

#[test]
fn reports_an_array_without_reading_its_items() {
    for body in ["[\"type\",1,\"type\",2]", "[{\"type\":1,\"type\":2}]", "[\"type\",\"\\ud800\"]"] {
        assert_not_json(body.as_bytes(), NotJsonReason::NotAnObject, &format!("1:1  {body}"), "an array", "an object");
    }
}

#[test]
fn locates_syntax_errors_with_the_expected_character() {
    use NotJsonReason::{Syntax, UnexpectedEnd};
    for (body, reason, place, found, expected) in [
        ("", UnexpectedEnd, "1:1  ", "the end of the body", "a value"),
        ("{\n", UnexpectedEnd, "2:1  ", "the end of the body", "a name in quotes, or `}`"),
        ("{é", Syntax, "1:2  é", "`é`", "a name in quotes, or `}`"),
        ("{\"a\":1,}", Syntax, "1:8  }", "`}`", "a name in quotes"),
        ("{\"a\" 1}", Syntax, "1:6  1", "`1`", "`:`"),
        ("{\"a\":}", Syntax, "1:6  }", "`}`", "a value"),
        ("{\"a\":[,", Syntax, "1:7  ,", "`,`", "a value, or `]`"),
        ("{\"a\":[1,]", Syntax, "1:9  ]", "`]`", "a value"),
        ("{\"a\":[1}", Syntax, "1:8  }", "`}`", "`,` or `]`"),
        ("{\"a\":1]", Syntax, "1:7  ]", "`]`", "`,` or `}`"),
        ("{\"a", UnexpectedEnd, "1:4  ", "the end of the body", "`\"`"),
        ("{\"\t\"", Syntax, "1:3  \t", "`\\t`", "an escape, as this is a control character"),
        ("{\"\\x\"", Syntax, "1:4  x", "`x`", "one of `\"\\/bfnrtu`"),
        ("{\"\\u12'\"", Syntax, "1:7  '", "`'`", "a hexadecimal digit"),
        ("{\"a\":-}", Syntax, "1:7  }", "`}`", "a digit"),
        ("{\"a\":1.e", Syntax, "1:8  e", "`e`", "a digit"),
        ("{\"a\":1e+}", Syntax, "1:9  }", "`}`", "a digit"),
        ("{\"a\":01", Syntax, "1:7  1", "`1`", "`,` or `}`"),
        ("{\"a\":trie", Syntax, "1:8  i", "`i`", "true"),
        ("{\"f\":nu", UnexpectedEnd, "1:8  ", "the end of the body", "null"),
        ("{\"n\":[fals}", Syntax, "1:11  }", "`}`", "false"),
        ("{}\u{feff}", Syntax, "1:3  \u{feff}", "`\\u{feff}`", "the end of the body"),
    ] {
        assert_not_json(body.as_bytes(), reason, place, found, expected);
    }
    assert_not_json(b"{\"\xff\xfe", NotJsonReason::NotUtf8, "1:3  \u{fffd}", "bytes that are not UTF-8", "UTF-8");
}

#[test]
fn locates_members_that_parsers_interpret_differently() {
    use NotJsonReason::{DuplicateMember, LoneSurrogate, NotAnObject, NumberOutOfRange};
    let field = Violation::UnlistedTransferType.field();
    for (body, reason, place, found, expected) in [
        (" [{}] ", NotAnObject, "1:2  [{}]", "an array", "an object"),
        (
            r#"{"type":1,"x":1,"\u0074ype":"\ud800"}"#,
            DuplicateMember(field),
            r#"1:17 /type "\u0074ype""#,
            "a second `type`",
            "each member once",
        ),
        (
            r#"{"x":1e400,"period":-1e400}"#,
            NumberOutOfRange,
            "1:21 /period -1e400",
            "a number beyond the range of a double",
            "a number in the range of a double",
        ),
        (
            r#"{"log_stream_ids":[[1e400],"\udc00\ud800"]}"#,
            LoneSurrogate,
            r#"1:28 /log_stream_ids/1 "\udc00\ud800""#,
            "half of a surrogate pair",
            "surrogates in pairs",
        ),
    ] {
        assert_not_json(body.as_bytes(), reason, place, found, expected);
    }
}

#[test]
fn cuts_long_values_and_escapes_invisible_characters() {
    let long = "x".repeat(100_000);
    let diagnostics = listing(example("\"RAW\"", &format!("\"{long}\"")).as_bytes());
    assert!(diagnostics.ends_with(&format!("| \"{}…\n", &long[..63])));
    for (character, shown) in [
        ("'", "'"),
        ("\\\"", "\""),
        ("\\\\", "\\"),
        ("\\b", "\\u{8}"),
        ("\\f", "\\u{c}"),
        ("\\n", "\\n"),
        ("\\r", "\\r"),
        ("\\t", "\\t"),
        ("\\u202e", "\\u{202e}"),
    ] {
        let body = example("d9dba9f3-", &format!("d9dba9f3{character}"));
        assert!(
            listing(body.as_bytes()).ends_with(&format!("| `{shown}` at character 9\n")),
            "{}",
            listing(body.as_bytes())
        );
    }
}

#[test]
fn finds_each_of_many_invalid_items() {
    const ITEMS: usize = 100_000;
    let items = vec!["5"; ITEMS].join(",");
    let body = example("\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"", &items);
    let mut diagnostics = Diagnostics::new(body.as_bytes());
    assert_eq!(diagnostics.by_ref().nth(ITEMS - 1).unwrap().pointer().to_string(), "/log_stream_ids/99999");
    assert_eq!(diagnostics.next(), None);
}
