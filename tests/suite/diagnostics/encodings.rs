//! Bodies with a byte order mark or in UTF-16.

use lts_log_dump::diagnostics::Diagnostics;
use lts_log_dump::{CreateLogDumpObsRequestBody, ErrorCode, NotJsonReason, Rejection};

const TEXT: &str = "{\"obs_bucket_name\": \"é😀\"}";

fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(bytes_of).collect()
}

#[track_caller]
fn assert_encoding(body: &[u8], reason: NotJsonReason, source: &str, end: usize, found: &str, expected: &str) {
    let rejection = CreateLogDumpObsRequestBody::from_json(body).unwrap_err();
    assert_eq!(rejection.code(), ErrorCode::Lts0007);
    let Rejection::NotJson(not_json) = rejection else { unreachable!("{source}") };
    assert_eq!((not_json.reason(), not_json.line(), not_json.column()), (reason, 1, 1));
    assert_eq!(std::error::Error::source(&not_json).unwrap().to_string(), format!("{source} at line 1 column 1"));
    let [diagnostic] = Diagnostics::new(body).collect::<Vec<_>>().try_into().unwrap();
    assert_eq!((diagnostic.not_json_reason(), diagnostic.line(), diagnostic.column()), (Some(reason), 1, 1));
    assert_eq!((diagnostic.span(), diagnostic.pointer().to_string()), (0..end, String::new()));
    assert_eq!((&*diagnostic.found().to_string(), diagnostic.expected()), (found, expected));
}

#[test]
fn names_a_byte_order_mark() {
    let source = "byte order mark before the JSON text";
    let expected = "UTF-8 without a byte order mark: remove the first three bytes";
    for text in [TEXT, "", "nope"] {
        let body = format!("\u{feff}{text}");
        assert_encoding(body.as_bytes(), NotJsonReason::ByteOrderMark, source, 3, "a byte order mark", expected);
    }
}

#[test]
fn names_utf16_with_and_without_a_mark() {
    let little = NotJsonReason::Utf16LittleEndian;
    let big = NotJsonReason::Utf16BigEndian;
    let [little_source, big_source] =
        ["little", "big"].map(|order| format!("UTF-16, {order} endian, instead of UTF-8"));
    for text in [TEXT, "{}", " {\n}", "nope", "\t1"] {
        let marked = format!("\u{feff}{text}");
        let expected = "UTF-8: convert it with `iconv -f UTF-16 -t UTF-8`";
        let body = utf16(&marked, u16::to_le_bytes);
        assert_encoding(&body, little, &little_source, 2, "UTF-16, little endian, with a byte order mark", expected);
        let body = utf16(&marked, u16::to_be_bytes);
        assert_encoding(&body, big, &big_source, 2, "UTF-16, big endian, with a byte order mark", expected);

        let expected = "UTF-8: convert it with `iconv -f UTF-16LE -t UTF-8`";
        let body = utf16(text, u16::to_le_bytes);
        assert_encoding(&body, little, &little_source, 2, "UTF-16, little endian, without a byte order mark", expected);
        let expected = "UTF-8: convert it with `iconv -f UTF-16BE -t UTF-8`";
        let body = utf16(text, u16::to_be_bytes);
        assert_encoding(&body, big, &big_source, 2, "UTF-16, big endian, without a byte order mark", expected);
    }
}

#[test]
fn names_no_encoding_for_utf32_and_binary_data() {
    for body in
        [&b"{\0\0\0}\0\0\0"[..], b"\xff\xfe\0\0{\0\0\0", b"\0\0\0{\0\0\0}", b"x\0y\0", b"\xff", b"{\"a\":\0}", b"\0"]
    {
        let Err(Rejection::NotJson(not_json)) = CreateLogDumpObsRequestBody::from_json(body) else {
            unreachable!("{body:?} is not JSON");
        };
        assert!(matches!(not_json.reason(), NotJsonReason::Syntax | NotJsonReason::NotUtf8), "{body:?}: {not_json:?}");
    }
}
