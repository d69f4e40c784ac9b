//! Strategies for single values, valid and wrong.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Debug;
use core::ops::RangeInclusive;

use proptest::char::any as any_char;
use proptest::collection::{SizeRange, vec};
use proptest::prelude::any;
use proptest::prop_oneof;
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Just, Strategy};
use serde_json::{Value, json};

use crate::api_reference::{ErrorCode, Field, Period, PeriodUnit, Violation, bytes_of};
use crate::error::{ApiError, ErrorBody};
use crate::value::{AuthToken, DirPrefixName, LogGroupId, LogStreamId, ObsBucketName, PrefixName};

/// Texts of the characters of a set that is written like `0-9 a-f -`.
fn of_characters(set: &str, len: impl Into<SizeRange>) -> impl Strategy<Value = String> {
    let characters: Vec<char> =
        bytes_of(set).into_iter().zip('\0'..).filter_map(|(is_in, character)| is_in.then_some(character)).collect();
    vec(select(characters), len).prop_map(|characters| characters.into_iter().collect())
}

/// Texts of the characters of an ID.
fn unreserved(len: usize) -> impl Strategy<Value = String> {
    of_characters(limit!(unreserved), len)
}

pub(super) fn id<T: Debug>(len: usize, new: impl Fn(String) -> Option<T>) -> impl Strategy<Value = T> {
    unreserved(len).prop_filter_map("an ID", new)
}

pub(super) fn name(len: RangeInclusive<usize>) -> impl Strategy<Value = String> {
    vec(any_char(), len).prop_map(|characters| characters.into_iter().collect())
}

pub(super) fn token() -> impl Strategy<Value = String> {
    of_characters(limit!(visible), AuthToken::MIN_LEN..=AuthToken::MAX_LEN)
}

/// Errors that the API reference lists, and others.
pub(super) fn error() -> impl Strategy<Value = ErrorBody> {
    let listed = || select(ApiError::examples()).prop_map(ErrorBody::from);
    // A message that quotes a value ends with it: a longer one quotes another value. Any other message becomes unlisted.
    let longer = (listed(), any::<String>())
        .prop_map(|(error, text)| ErrorBody { error_msg: alloc::format!("{}{text}", error.error_msg).into(), ..error });
    let other = (any::<String>(), any::<String>())
        .prop_map(|(code, msg)| ErrorBody { error_code: ErrorCode::from(code.as_str()), error_msg: msg.into() });
    prop_oneof![listed(), longer, other]
}

/// Values with this violation; `None` where the member is to be left out.
pub(super) fn wrong(violation: Violation, unit: PeriodUnit) -> BoxedStrategy<Option<Value>> {
    let field = violation.field();
    if violation == Violation::UnlistedPeriod {
        let is_listed = move |number: &i64| Period::new(*number, unit).is_ok();
        return any::<i64>()
            .prop_filter("not listed", move |number| !is_listed(number))
            .prop_map(|n| Some(json!(n)))
            .boxed();
    }
    if violation.code() == ErrorCode::Lts1901 {
        // No listed text has a space in it.
        return any::<String>().prop_map(|text| Some(json!(alloc::format!("{text} ")))).boxed();
    }
    let mut values = alloc::vec![
        Just(Some(json!([]))).boxed(),
        Just(Some(json!({}))).boxed(),
        any::<i32>().prop_map(|number| Some(json!(f64::from(number) + 0.5))).boxed(),
    ];
    if field.is_mandatory() {
        values.extend([
            Just(None).boxed(),
            Just(Some(Value::Null)).boxed(),
            any::<bool>().prop_map(|b| Some(json!(b))).boxed(),
        ]);
    }
    let other_length = |min: usize, max: usize| {
        let longer = (max.saturating_add(1)..=max.saturating_add(9)).boxed();
        let lengths = if min == 0 { longer } else { prop_oneof![0..min, longer].boxed() };
        lengths.prop_flat_map(unreserved).boxed()
    };
    // A text of the right length may still have a wrong character.
    let no_id = |len: usize| {
        let reserved = unreserved(len.saturating_sub(1)).prop_map(|text| alloc::format!("{text}/"));
        prop_oneof![other_length(len, len), reserved].boxed()
    };
    let texts = match field {
        Field::LogGroupId => Some(no_id(LogGroupId::LEN)),
        Field::ObsBucketName => Some(other_length(ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN)),
        Field::PrefixName => Some(other_length(PrefixName::MIN_LEN, PrefixName::MAX_LEN)),
        Field::DirPrefixName => Some(other_length(DirPrefixName::MIN_LEN, DirPrefixName::MAX_LEN)),
        Field::SwitchOn => Some(any::<String>().prop_map(|text| alloc::format!("{text} ")).boxed()),
        Field::Period => Some(any::<i64>().prop_map(|number| number.to_string()).boxed()),
        Field::LogStreamIds => {
            let bad_item = (unreserved(LogStreamId::LEN), no_id(LogStreamId::LEN));
            values.push(bad_item.prop_map(|(good, bad)| Some(json!([good, bad]))).boxed());
            None
        }
        _ => None,
    };
    values.extend(texts.map(|texts| texts.prop_map(|text| Some(json!(text))).boxed()));
    proptest::strategy::Union::new(values).boxed()
}
