//! Types that compare, order and hash like their string, and that can be created from literals.

use std::borrow::Borrow;
use std::collections::{BTreeSet, HashSet};
use std::fmt::Debug;
use std::hash::{BuildHasher, Hash, RandomState};
use std::str::FromStr;

use lts_log_dump::{
    DirPrefixName, ErrorCode, LogDumpObsId, LogGroupId, LogStreamId, ObsBucketName, PrefixName, ProjectId, literal,
};

/// Checks that the values compare, order, hash and can be looked up like their strings.
fn assert_as_texts<T>(texts: &[String])
where
    T: FromStr<Err: Debug> + Into<String> + Borrow<str> + Clone + Debug + Ord + Hash,
    T: PartialEq<str> + for<'a> PartialEq<&'a str>,
{
    let hashes = RandomState::new();
    let values: Vec<_> = texts.iter().map(|text| text.parse::<T>().unwrap()).collect();
    let (in_hashes, in_order): (HashSet<_>, BTreeSet<_>) =
        (values.iter().cloned().collect(), values.iter().cloned().collect());
    for (value, text) in values.iter().zip(texts) {
        let (borrowed, owned): (&str, String) = (value.borrow(), value.clone().into());
        // Compare bytes, because `==` on strings would be ambiguous here.
        assert_eq!((borrowed.as_bytes(), owned.as_bytes()), (text.as_bytes(), text.as_bytes()));
        assert_eq!(hashes.hash_one(value), hashes.hash_one(text.as_str()));
        assert!(in_hashes.contains(text.as_str()) && in_order.contains(text.as_str()));
        for (other, other_text) in values.iter().zip(texts) {
            let is_equal = text.as_bytes() == other_text.as_bytes();
            assert_eq!(value.cmp(other), text.cmp(other_text));
            assert_eq!(value == other, is_equal);
            assert_eq!([*value == *other_text.as_str(), *value == other_text.as_str()], [is_equal; 2]);
        }
    }
}

/// Strings of one length that differ in the first or last character.
fn ids(len: usize) -> Vec<String> {
    let at_ends = |c: char| [format!("{c}{}", "5".repeat(len - 1)), format!("{}{c}", "5".repeat(len - 1))];
    "-.09AZ_az~".chars().flat_map(at_ends).collect()
}

fn names() -> Vec<String> {
    let long = ["x", "é", "😀"].map(|character| character.repeat(63));
    ["abc", "abd", "ABC", "abcd", "-~ ", "é\u{301}日", "\0\0\0"].map(String::from).into_iter().chain(long).collect()
}

#[test]
fn values_compare_and_hash_like_their_strings() {
    assert_as_texts::<ProjectId>(&ids(ProjectId::LEN));
    assert_as_texts::<LogGroupId>(&ids(LogGroupId::LEN));
    assert_as_texts::<LogStreamId>(&ids(LogStreamId::LEN));
    assert_as_texts::<LogDumpObsId>(&ids(LogDumpObsId::LEN));
    assert_as_texts::<ObsBucketName>(&names());
    assert_as_texts::<PrefixName>(&[names(), vec![String::new()]].concat());
    assert_as_texts::<DirPrefixName>(&[names(), vec![String::new()]].concat());
}

#[test]
fn a_code_compares_with_strings() {
    for text in ["LTS.0010", "LTS.0009"] {
        let (code, owned) = (ErrorCode::from(text), String::from(text));
        assert!(code == text && code == *text && code == owned.as_str());
    }
    assert!(ErrorCode::Lts0010 != "LTS.0009" && ErrorCode::Lts0007 != "LTS.0010");
}

/// Checks that `literal` accepts the same strings as `new`.
#[track_caller]
fn assert_literal_agrees_with_new(text: String) {
    let text: &'static str = text.leak();
    assert_eq!(ProjectId::literal(text), ProjectId::new(text).ok());
    assert_eq!(LogGroupId::literal(text), LogGroupId::new(text).ok());
    assert_eq!(LogStreamId::literal(text), LogStreamId::new(text).ok());
    assert_eq!(LogDumpObsId::literal(text), LogDumpObsId::new(text).ok());
    assert_eq!(ObsBucketName::literal(text), ObsBucketName::new(text).ok());
    assert_eq!(PrefixName::literal(text), PrefixName::new(text).ok());
    assert_eq!(DirPrefixName::literal(text), DirPrefixName::new(text).ok());
}

#[test]
fn literal_accepts_the_same_strings_as_new() {
    for len in [ProjectId::LEN, LogGroupId::LEN] {
        for position in 0..len {
            for character in '\0'..='\u{ff}' {
                let mut text = vec!['a'; len];
                text[position] = character;
                assert_literal_agrees_with_new(text.into_iter().collect());
            }
        }
    }
    for len in 0..100 {
        for character in ["a", "é", "日", "😀", "e\u{301}"] {
            assert_literal_agrees_with_new(character.repeat(len));
            assert_literal_agrees_with_new(format!("a{}", character.repeat(len)));
        }
    }
}

#[test]
fn literals_are_constants() {
    const PROJECT: ProjectId = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");
    const BUCKET: ObsBucketName = literal!(ObsBucketName, "a bucket whose name is not short");
    const NO_PREFIX: PrefixName = literal!(PrefixName, "");
    assert_eq!(ProjectId::new("2a473356cca5487f8373be891bffc1cf"), Ok(PROJECT));
    assert_eq!(ObsBucketName::new(BUCKET), Ok(BUCKET));
    assert_eq!(PrefixName::new(""), Ok(NO_PREFIX));
    assert_eq!(literal!(DirPrefixName, "dirprefixname"), "dirprefixname");
}
