//! Generates wrong values near the accepted ones.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use proptest::collection;
use proptest::prelude::any;
use proptest::prop_oneof;
use proptest::sample::{Index, select};
use proptest::strategy::{BoxedStrategy, Just, Strategy, Union};
use serde_json::Value;

use super::accepted::{PIECES, Parameters, fill, name, one_of, unreserved, visible};
use crate::api_reference::{ErrorCode, Field, Location, Period, PeriodUnit, Shape, Violation, Violations};

/// A violation, and the parameters that have it.
type Wrong = (Violation, Parameters);

/// Replaces valid parameters by wrong ones, usually one.
///
/// A `Vec` of violations shrinks by removing elements first. `prop_flat_map` would not shrink the choice.
pub(super) fn replace(
    valid: impl Strategy<Value = Parameters>,
    is_allowed: impl Fn(Field) -> bool,
) -> impl Strategy<Value = (Parameters, Violations)> {
    let allowed = Violation::ALL.iter().copied().filter(|violation| is_allowed(violation.field()));
    let one = Union::new_weighted(allowed.map(with).collect());
    let several = prop_oneof![
        10 => collection::vec(one.clone(), 1),
        6 => collection::vec(one.clone(), 1..=3),
        1 => collection::vec(one, 1..=10),
    ];
    (several, valid).prop_filter_map("no violation", |(several, valid)| {
        let (mut violations, mut wrong) = (Vec::new(), Parameters::new());
        for (violation, values) in several {
            // At most one value per parameter.
            if values.keys().all(|field| !wrong.contains_key(field)) {
                violations.push(violation);
                wrong.extend(values);
            }
        }
        Some((valid.into_iter().chain(wrong).collect(), Violations::try_from_iter(violations)?))
    })
}

// In these lists, `$` is an accepted value.

/// Strings with white space and other characters that some programs trim, and strings that contain an accepted one.
const AROUND: &str = "$\n|$\n|$\n|$ |$ | $| $ |$\t|$\r\n|$\u{a0}|\u{a0}$|\n$|\u{feff}$|$\u{3000}|$\0|\
    {$}|urn:uuid:$|$s|$S|$$|\"$\"|'$'|$,other|$, other";

/// Strings that can be in a path, around an accepted one.
const AROUND_IN_PATH: &str = "$;v=1|$;|$.json|$+|$:|$,$|$$|-$|$-|($)|'$'|urn:uuid:$";

/// Characters that are not unreserved. Those before the space are allowed in a path.
const RESERVED: &str = "+:@=*!$&,;'() /\n\t\u{a0}%#?\"\\{[<|^`\0é０\u{212a}\u{17f}😀\u{301}";

const NO_STRING: &str = r#"[$]|{"value":$}|{"0":$}|[$,$]|[]|{}|[null]|0|1|2|5|12345|-1|1.5|1e3|
    123456789012345678901234567890123456|true|false"#;
const NO_IDS: &str = r#"$|$|[[$]]|{"0":$}|[]|[]|{}|[null]|[{}]|0|1.5|true|false|""|"[]""#;
const NO_SWITCH: &str = r#"0|1|2|-1|1.0|0.0|[]|{}|[true]|""|"0"|"1"|"yes"|"no"|"on"|"off"|"True"|
    "TRUE"|"False"|"FALSE"|"tRUE"|"t"|"f"|"y"|"n"|" true"|"true "|"false\n"|"\u00a0true"|"tru"|
    "null"|"enabled"|"disabled""#;
const NO_INTEGER: &str = r#""$"|" $"|"$ "|"$\n"|"$.0"|"+$"|"0$"|"$e0"|"$min"|"$hour"|"$ min"|"$m"|"$h"|
    $.5|$.1|$.9|$.000001|0.$|-$.5|[$]|[]|{}|{"value":$}|true|false|""|"one"|"five"|"null""#;

/// Words that people may write instead of the listed ones.
const fn synonyms(field: Field) -> &'static str {
    match field {
        Field::TransferType => "once cyclic cycles periodic period",
        Field::StorageFormat => "text TEXT plain CSV",
        Field::PeriodUnit => "m mins minute minutes h hr hours day days d s sec second 1hour 5min",
        _ => "",
    }
}

const NO_MEDIA_TYPE: &str = "application/json|application/json;|application/json; charset=UTF-8|
    application/json;charset=UTF8|application/json;charset=\"UTF-8\"|application/json;charset=UTF-16|
    application/json;charset=UTF-8;|application/json ;charset=UTF-8|application/json;charset=UTF-8;v=1|
    application/xml;charset=UTF-8|text/json|text/plain;charset=UTF-8|application/jsonp;charset=UTF-8|*/*|text|";

/// Generates values with a violation. All can be sent over HTTP.
///
/// The number is the weight of the violation, because some have many more kinds of wrong values than others.
fn with(violation: Violation) -> (u32, BoxedStrategy<Wrong>) {
    let field = violation.field();
    let is_unlisted = violation.code() == ErrorCode::Lts1901;
    let (weight, values) = match field.shape() {
        Shape::Interval => return (18, intervals(violation)),
        Shape::Listed(listed) if is_unlisted => (if listed.len() > 1 { 26 } else { 16 }, near(field, listed)),
        Shape::Listed(listed) => (8, filled(NO_STRING, select(listed).prop_map(json))),
        Shape::Id { len } if field.location() == Location::Path => {
            let no_id = no_id(len, RESERVED.split(' ').next().unwrap_or_default());
            (24, prop_oneof![4 => no_id, 1 => filled(AROUND_IN_PATH, unreserved(len))].boxed())
        }
        Shape::Id { len } => {
            let no_string = filled(NO_STRING, unreserved(len).prop_map(json));
            let no_id = no_id(len, RESERVED).prop_map(json);
            (24, prop_oneof![1 => no_string, 6 => no_id, 5 => no_padded_id(len).prop_map(json)].boxed())
        }
        Shape::Ids { len } => (40, no_ids(len)),
        Shape::Name { min, max } => {
            let no_string = filled(NO_STRING, name(min, max).prop_map(json));
            (14, prop_oneof![no_string, no_name(min, max).prop_map(json)].boxed())
        }
        Shape::Switch => (10, one_of(NO_SWITCH).prop_map(String::from).boxed()),
        Shape::Integer => {
            (12, filled(NO_INTEGER, select(Period::ALL).prop_map(|interval| interval.number().to_string())))
        }
        Shape::Token { min, max } => (8, no_token(min, max)),
        Shape::MediaType => (8, one_of(NO_MEDIA_TYPE).prop_map(String::from).boxed()),
    };
    let is_needed = field.is_mandatory() && field.location() != Location::Path && !is_unlisted;
    let missing = is_needed.then(|| (1, Just(None).boxed()));
    let null = (is_needed && field.location() == Location::Body).then(|| (1, Just(Some("null".into())).boxed()));
    let all = missing.into_iter().chain(null).chain([(8, values.prop_map(Some).boxed())]).collect();
    (weight, Union::new_weighted(all).prop_map(move |value| (violation, [(field, value)].into())).boxed())
}

fn json(text: impl Into<String>) -> String {
    Value::from(text.into()).to_string()
}

/// Generates strings from templates and accepted values.
fn filled(templates: &'static str, value: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    (one_of(templates), value).prop_map(|(template, value)| template.replace('$', &value)).boxed()
}

/// Replaces the character at a position.
fn replaced(text: &str, position: usize, by: char) -> String {
    text.chars().enumerate().map(|(at, character)| if at == position { by } else { character }).collect()
}

/// Generates strings of another length, or with one of the reserved characters.
fn no_id(len: usize, reserved: &'static str) -> impl Strategy<Value = String> {
    let one_wrong = (unreserved(len), 0..len, select(reserved.chars().collect::<Vec<_>>()))
        .prop_map(|(id, position, character)| replaced(&id, position, character));
    let less = [len.div_ceil(2), len.saturating_sub(4), len.saturating_sub(1)];
    let more = [len.saturating_add(1), len.saturating_add(4), len.saturating_mul(2), 256];
    let other_len = (unreserved(8), select([&less[..], &more].concat())).prop_map(|(piece, len)| fill(&piece, len));
    prop_oneof![1 => other_len, 3 => one_wrong]
}

/// Generates strings that have the right length after trimming or decoding, in bytes, in UTF-16 units or in code points.
fn no_padded_id(len: usize) -> impl Strategy<Value = String> {
    let counted = [fill("é", len.div_ceil(2)), fill("😀", len.div_ceil(2)), fill("😀", len), String::new()];
    let encoded = unreserved(len.saturating_sub(1)).prop_map(|id| format!("{id}%41"));
    prop_oneof![6 => filled(AROUND, unreserved(len)), 1 => select(counted.to_vec()), 1 => encoded]
}

/// Generates JSON that is not a list of IDs. Most are lists with one wrong item.
fn no_ids(len: usize) -> BoxedStrategy<String> {
    let id = || unreserved(len).prop_map(json);
    let item = prop_oneof![
        6 => no_id(len, RESERVED).prop_map(json),
        3 => no_padded_id(len).prop_map(json),
        2 => Just(String::from("null")),
        1 => Just(json("")),
        2 => filled(NO_STRING, id()),
    ];
    let one_wrong = (collection::vec(id(), 0..4), item, any::<Index>()).prop_map(|(mut ids, item, position)| {
        ids.insert(position.index(ids.len().saturating_add(1)), item);
        format!("[{}]", ids.join(","))
    });
    let joined = (unreserved(len), unreserved(len), select(&[",", ", ", " ", ";"][..]))
        .prop_map(|(one, other, between)| json(format!("{one}{between}{other}")));
    prop_oneof![4 => filled(NO_IDS, id()), 12 => one_wrong, 1 => joined].boxed()
}

/// Generates strings that are too short or too long, usually by one character.
fn no_name(min: usize, max: usize) -> impl Strategy<Value = String> {
    let more = max.saturating_add(1);
    let lens = [min.checked_sub(1), (min > 0).then_some(0), Some(more), Some(more), Some(more.saturating_mul(4))];
    let other_len = (one_of(PIECES), select(lens.into_iter().flatten().collect::<Vec<_>>()));
    prop_oneof![
        2 => other_len.prop_map(|(piece, len)| fill(piece, len)),
        1 => filled(AROUND, one_of(PIECES).prop_map(move |piece| fill(piece, max))),
    ]
}

fn no_token(min: usize, max: usize) -> BoxedStrategy<String> {
    let less = min.saturating_sub(1);
    let len = prop_oneof![Just(less), Just(max.saturating_add(1)), 0..min, Just(max.saturating_mul(2)), Just(0)];
    // HTTP trims a header, so the wrong character is inside.
    let one_wrong = (visible(min..=max), 1..less, select(&[' ', '\t'][..]))
        .prop_map(|(token, position, character)| replaced(&token, position, character));
    let scheme = filled("Bearer $", visible(min..=max.saturating_sub(10)));
    prop_oneof![visible(len), one_wrong, scheme].boxed()
}

/// Generates strings that are not listed. Most are similar to a listed one.
fn near(field: Field, listed: &'static [&'static str]) -> BoxedStrategy<String> {
    let full_width = |character: char| char::from_u32(u32::from(character).saturating_add(0xfee0));
    let mut all = BTreeSet::from([listed.join(", ")]);
    for text in listed {
        for (start, end) in (0..=text.len()).filter_map(|position| text.split_at_checked(position)) {
            all.extend([start, end].map(String::from));
            all.insert(format!("{}{}", start.to_uppercase(), end.to_lowercase()));
            all.insert(format!("{}{}", start.to_lowercase(), end.to_uppercase()));
        }
        all.insert(text.chars().filter_map(full_width).collect());
        all.extend(AROUND.split('|').map(|template| template.replace('$', text)));
    }
    let words =
        synonyms(field).split(' ').chain("cycle RAW JSON min hour null none default other true 0 1 5".split(' '));
    all.extend(words.map(String::from));
    all.retain(|text| !listed.contains(&text.as_str()));
    let far = any::<String>().prop_filter("it is listed", |text| !listed.contains(&text.as_str()));
    prop_oneof![12 => select(Vec::from_iter(all)), 1 => far].prop_map(json).boxed()
}

/// Generates numbers with units that together are not listed.
fn intervals(violation: Violation) -> BoxedStrategy<Wrong> {
    let is_unlisted = |(number, unit): &(i128, PeriodUnit)| {
        !i64::try_from(*number).is_ok_and(|number| Period::new(number, *unit).is_ok())
    };
    let pairs = |near: fn(i128) -> Vec<i128>| {
        // A set, else the numbers that are near every interval would be too frequent.
        let numbers: BTreeSet<_> = Period::ALL.iter().flat_map(|interval| near(interval.number().into())).collect();
        let pairs = numbers.into_iter().flat_map(|number| PeriodUnit::ALL.iter().map(move |unit| (number, *unit)));
        select(pairs.filter(is_unlisted).collect::<Vec<_>>())
    };
    let likely = pairs(|number| vec![number, number.saturating_mul(60), 0, 10, 15, 20, 24, 45]);
    // The last ones become a listed number in an integer of fewer bits.
    let others = pairs(|number| {
        let wrapped = [8, 16, 32, 64].map(|bits| number.saturating_add(1_i128.rotate_left(bits)));
        [[number.saturating_sub(1), number.saturating_add(1), number.saturating_neg(), 100], wrapped].concat()
    });
    let far = (any::<i64>().prop_map(i128::from), select(PeriodUnit::ALL)).prop_filter("it is listed", is_unlisted);
    prop_oneof![9 => likely, 5 => others, 1 => far]
        .prop_map(move |(number, unit)| {
            let unit = json(unit.as_str());
            (violation, [(Field::Period, Some(number.to_string())), (Field::PeriodUnit, Some(unit))].into())
        })
        .boxed()
}
