//! Generates wrong values near the accepted ones.

use alloc::string::{String, ToString};
use alloc::vec::Vec;
use alloc::{format, vec};

use proptest::collection;
use proptest::prelude::any;
use proptest::prop_oneof;
use proptest::sample::select;
use proptest::strategy::{BoxedStrategy, Just, Strategy, Union};
use serde_json::Value;

use super::accepted::{Members, fill, name, piece, unreserved, visible};
use crate::api_reference::{ErrorCode, Field, Location, Period, PeriodUnit, Shape, Violation, Violations};

/// A violation, and the values that have it. `None` if a parameter is absent.
#[derive(Clone, Debug)]
pub(super) struct Wrong {
    pub(super) violation: Violation,
    /// JSON for a member of the body, otherwise the string itself.
    pub(super) values: Vec<(Field, Option<String>)>,
}

/// Generates wrong values: usually for one parameter, and at most one value per parameter.
///
/// A `Vec` of violations shrinks by removing elements first. `prop_flat_map` would not shrink the choice.
pub(super) fn values(is_allowed: impl Fn(Field) -> bool) -> impl Strategy<Value = Vec<Wrong>> {
    let allowed = Violation::ALL.iter().copied().filter(|violation| is_allowed(violation.field()));
    let one = Union::new_weighted(allowed.map(|violation| (weight(violation), with(violation))).collect());
    let several = prop_oneof![
        10 => Just(Vec::new()),
        6 => collection::vec(one.clone(), 0..=2),
        1 => collection::vec(one.clone(), 0..=10),
    ];
    (several, one).prop_map(|(several, one)| {
        let mut all = if several.is_empty() { vec![one] } else { several };
        all.sort_by_key(|wrong| wrong.violation);
        let mut kept: Vec<Wrong> = Vec::new();
        for wrong in all {
            let mut fields = kept.iter().flat_map(|kept| &kept.values).map(|(field, _)| *field);
            if !fields.any(|field| wrong.values.iter().any(|(other, _)| *other == field)) {
                kept.push(wrong);
            }
        }
        kept
    })
}

/// Replaces parameters, and returns the violations that they then have.
pub(super) fn replace(mut parameters: Members, wrong: Vec<Wrong>) -> (Members, Option<Violations>) {
    let violations = Violations::try_from_iter(wrong.iter().map(|wrong| wrong.violation));
    for (field, value) in wrong.into_iter().flat_map(|wrong| wrong.values) {
        for parameter in parameters.iter_mut().filter(|(name, _)| *name == field) {
            parameter.1.clone_from(&value);
        }
    }
    (parameters, violations)
}

/// White space, and characters that some programs trim, around a string.
const AROUND: &str = "$\n|$\n|$ | $| $ |$\t|$\r\n|$\u{a0}|\u{a0}$|\n$|\u{feff}$|$\u{3000}|$\0";
/// Other strings that contain a listed one.
const CONTAINING: &str = "$s|$S|$$|\"$\"|'$'|$,other|$, other";

/// Characters that are not unreserved. A path may have those before the space.
const RESERVED: &str = "+:@=*!$&,;'() /\n\t\u{a0}%#?\"\\{[<|^`\0é０\u{212a}\u{17f}😀\u{301}";

/// JSON that is not a string. `$` is an accepted value.
const NO_STRING: &str = r#"[$] | {"value":$} | {"0":$} | [$,$] | [] | {} | [null] | 0 | 1 | 2 | 5 | 12345 | -1 | 1.5 | 1e3 |
    123456789012345678901234567890123456 | true | false"#;
const NO_IDS: &str = r#"$ | $ | [[$]] | {"0":$} | [] | [] | {} | [null] | [{}] | 0 | 1.5 | true | false | "" | "[]""#;
const NO_SWITCH: &str = r#"0 | 1 | 2 | -1 | 1.0 | 0.0 | [] | {} | [true] | "" | "0" | "1" | "yes" | "no" | "on" | "off" | "True" |
    "TRUE" | "False" | "FALSE" | "tRUE" | "t" | "f" | "y" | "n" | " true" | "true " | "false\n" | "\u00a0true" | "tru" |
    "null" | "enabled" | "disabled""#;
/// `$` is a listed number.
const NO_INTEGER: &str = r#""$" | " $" | "$ " | "$\n" | "$.0" | "+$" | "0$" | "$e0" | "$min" | "$hour" | "$ min" | "$m" | "$h" |
    $.5 | $.1 | $.9 | $.000001 | 0.$ | -$.5 | [$] | [] | {} | {"value":$} | true | false | "" | "one" | "five" | "null""#;

/// Words that people may write instead of the listed ones.
const fn synonyms(field: Field) -> &'static str {
    match field {
        Field::TransferType => "once cyclic cycles periodic period",
        Field::StorageFormat => "text TEXT plain CSV",
        Field::PeriodUnit => "m mins minute minutes h hr hours day days d s sec second 1hour 5min",
        _ => "",
    }
}

const NO_MEDIA_TYPE: &str = "application/json | application/json; | application/json; charset=UTF-8 |
    application/json;charset=UTF8 | application/json;charset=\"UTF-8\" | application/json;charset=UTF-16 |
    application/json;charset=UTF-8; | application/json ;charset=UTF-8 | application/json;charset=UTF-8;v=1 |
    application/xml;charset=UTF-8 | text/json | text/plain;charset=UTF-8 | application/jsonp;charset=UTF-8 | */* | text";

/// Selects one of a list such as `0 | 1`.
fn one_of(list: &'static str) -> impl Strategy<Value = &'static str> {
    select(list.split('|').map(str::trim).collect::<Vec<_>>())
}

/// Returns how often a violation is chosen, because some have many more kinds of wrong values than others.
fn weight(violation: Violation) -> u32 {
    match violation.field().shape() {
        Shape::Ids { .. } => 34,
        Shape::Id { .. } => 24,
        Shape::Listed([_]) if violation.code() == ErrorCode::Lts1901 => 16,
        Shape::Listed(_) if violation.code() == ErrorCode::Lts1901 => 26,
        Shape::Interval => 18,
        Shape::Name { .. } => 12,
        Shape::Switch | Shape::Integer => 10,
        Shape::Listed(_) | Shape::Token { .. } | Shape::MediaType => 8,
    }
}

/// Generates values with a violation. All can be sent over HTTP.
fn with(violation: Violation) -> BoxedStrategy<Wrong> {
    let field = violation.field();
    let in_body = field.location() == Location::Body;
    let values = match field.shape() {
        Shape::Interval => return intervals(violation),
        Shape::Listed(listed) if violation.code() == ErrorCode::Lts1901 => near(field, listed).prop_map(json).boxed(),
        Shape::Listed(listed) => filled(NO_STRING, select(listed).prop_map(json)),
        Shape::Id { len } if in_body => {
            prop_oneof![1 => filled(NO_STRING, unreserved(len).prop_map(json)), 6 => no_id(len, RESERVED).prop_map(json)]
                .boxed()
        }
        Shape::Id { len } => no_id(len, RESERVED.split(' ').next().unwrap_or_default()),
        Shape::Ids { len } => no_ids(len),
        Shape::Name { min, max } => {
            prop_oneof![filled(NO_STRING, name(min, max).prop_map(json)), no_name(min, max).prop_map(json)].boxed()
        }
        Shape::Switch => one_of(NO_SWITCH).prop_map(String::from).boxed(),
        Shape::Integer => filled(NO_INTEGER, select(Period::ALL).prop_map(|interval| interval.number().to_string())),
        Shape::Token { min, max } => no_token(min, max),
        Shape::MediaType => one_of(NO_MEDIA_TYPE).prop_map(String::from).boxed(),
    };
    let mut optional = vec![(8, values.prop_map(Some).boxed())];
    if field.is_mandatory() && field.location() != Location::Path && violation.code() == ErrorCode::Lts1902 {
        optional.insert(0, (1, Just(None).boxed()));
        if in_body {
            optional.insert(1, (1, Just(Some("null".into())).boxed()));
        }
    }
    Union::new_weighted(optional).prop_map(move |value| Wrong { violation, values: vec![(field, value)] }).boxed()
}

fn json(text: impl Into<String>) -> String {
    Value::from(text.into()).to_string()
}

/// Generates JSON from templates and accepted values.
fn filled(templates: &'static str, value: impl Strategy<Value = String> + 'static) -> BoxedStrategy<String> {
    (one_of(templates), value).prop_map(|(template, value)| template.replace('$', &value)).boxed()
}

/// Replaces the character at a position.
fn replaced(text: &str, position: usize, by: char) -> String {
    text.chars().enumerate().map(|(at, character)| if at == position { by } else { character }).collect()
}

/// Generates strings that are not IDs, some with one of the reserved characters.
fn no_id(len: usize, reserved: &'static str) -> BoxedStrategy<String> {
    let one_wrong = (unreserved(len), 0..len, select(reserved.chars().collect::<Vec<_>>()))
        .prop_map(|(id, position, character)| replaced(&id, position, character));
    let less = [len.div_ceil(2), len.saturating_sub(4), len.saturating_sub(1)];
    let more = [len.saturating_add(1), len.saturating_add(4), len.saturating_mul(2), 256];
    let other_len = (unreserved(8), select([&less[..], &more].concat())).prop_map(|(piece, len)| fill(&piece, len));
    if !reserved.contains(' ') {
        return prop_oneof![other_len, one_wrong].boxed();
    }
    let around = select(AROUND.split('|').collect::<Vec<_>>());
    let padded = (unreserved(len), around, 0..4_u8).prop_map(move |(id, around, kind)| {
        // The length is right either before or after trimming.
        let space = if kind > 0 { 0 } else { around.chars().count().saturating_sub(1) };
        around.replace('$', &id.chars().take(len.saturating_sub(space)).collect::<String>())
    });
    let braced = unreserved(len).prop_map(|id| format!("{{{id}}}"));
    // The length is right in bytes, in UTF-16 units or in code points.
    let counted = [fill("é", len.div_ceil(2)), fill("😀", len.div_ceil(2)), fill("😀", len), String::new()];
    let encoded = (unreserved(len), 0..len).prop_map(|(id, position)| replaced(&id, position, '%').replace('%', "%41"));
    prop_oneof![
        4 => other_len,
        14 => one_wrong,
        6 => padded,
        1 => select(counted.to_vec()),
        1 => prop_oneof![braced, encoded],
    ]
    .boxed()
}

/// Generates JSON that is not a list of IDs. Most are lists with one wrong item.
fn no_ids(len: usize) -> BoxedStrategy<String> {
    let id = || unreserved(len).prop_map(json);
    let item = prop_oneof![
        9 => no_id(len, RESERVED).prop_map(json),
        2 => Just(String::from("null")),
        1 => Just(json("")),
        2 => filled(NO_STRING, id()),
    ];
    let one_wrong =
        (collection::vec(id(), 0..4), item, any::<proptest::sample::Index>()).prop_map(|(mut ids, item, position)| {
            ids.insert(position.index(ids.len().saturating_add(1)), item);
            format!("[{}]", ids.join(","))
        });
    let joined = (unreserved(len), unreserved(len), select(&[",", ", ", " ", ";"][..]))
        .prop_map(|(one, other, between)| json(format!("{one}{between}{other}")));
    prop_oneof![4 => filled(NO_IDS, id()), 12 => one_wrong, 1 => joined].boxed()
}

/// Generates strings that are too short or too long, usually by one character.
fn no_name(min: usize, max: usize) -> BoxedStrategy<String> {
    let more = max.saturating_add(1);
    let longer = (piece(), prop_oneof![4 => Just(more), 1 => more..=max.saturating_mul(4)]);
    let longer = longer.prop_map(|(piece, len)| fill(piece, len));
    let around = select(AROUND.split('|').collect::<Vec<_>>());
    let padded = (piece(), around).prop_map(move |(piece, around)| around.replace('$', &fill(piece, max)));
    let Some(less) = min.checked_sub(1) else { return prop_oneof![longer, padded].boxed() };
    let shorter = (piece(), prop_oneof![Just(less), Just(0), 0..min]).prop_map(|(piece, len)| fill(piece, len));
    prop_oneof![shorter, longer, padded].boxed()
}

fn no_token(min: usize, max: usize) -> BoxedStrategy<String> {
    let less = min.saturating_sub(1);
    let len = prop_oneof![Just(less), Just(max.saturating_add(1)), 0..min, Just(max.saturating_mul(2))];
    // HTTP trims a header, so the wrong character is inside.
    let one_wrong = (visible(min..=max), 1..less, select(&[' ', '\t'][..]))
        .prop_map(|(token, position, character)| replaced(&token, position, character));
    let scheme = visible(min..=max.saturating_sub(10)).prop_map(|token| format!("Bearer {token}"));
    prop_oneof![visible(len), one_wrong, scheme].boxed()
}

/// Generates strings that are not listed. Most are similar to a listed one.
fn near(field: Field, listed: &'static [&'static str]) -> BoxedStrategy<String> {
    let mut all = vec![String::new(), listed.join(", ")];
    for text in listed {
        let (first, rest) = text.split_at_checked(1).unwrap_or_default();
        let (start, last) = text.split_at_checked(text.len().saturating_sub(1)).unwrap_or_default();
        let full_width = |character: char| char::from_u32(u32::from(character).saturating_add(0xfee0));
        all.extend([first, rest, start].map(String::from));
        all.extend([text.to_uppercase(), text.to_lowercase(), text.chars().filter_map(full_width).collect()]);
        all.extend([
            format!("{}{}", first.to_uppercase(), rest.to_lowercase()),
            format!("{}{rest}", first.to_lowercase()),
        ]);
        all.extend([
            format!("{first}{}", rest.to_uppercase()),
            format!("{start}{}", last.to_uppercase()),
            format!("{start}x"),
        ]);
        all.extend(CONTAINING.split('|').chain(AROUND.split('|')).map(|template| template.replace('$', text)));
    }
    let other_lists = Field::ALL.iter().filter_map(|field| match field.shape() {
        Shape::Listed(others) => Some(others.iter().copied().map(String::from)),
        _ => None,
    });
    all.extend(other_lists.flatten().chain(
        synonyms(field).split(' ').chain(["null", "none", "default", "other", "true", "0", "1", "5"]).map(String::from),
    ));
    all.sort();
    all.dedup();
    all.retain(|text| !listed.contains(&text.as_str()));
    let far = any::<String>().prop_filter("it is listed", |text| !listed.contains(&text.as_str()));
    prop_oneof![12 => select(all), 1 => far].boxed()
}

/// Generates numbers with units that together are not listed.
fn intervals(violation: Violation) -> BoxedStrategy<Wrong> {
    let is_listed = |number: i128, unit| i64::try_from(number).is_ok_and(|number| Period::new(number, unit).is_ok());
    let listed = || Period::ALL.iter().map(|interval| (i128::from(interval.number()), interval.unit()));
    let any_unit = |number| PeriodUnit::ALL.iter().map(move |unit| (number, *unit));
    let unlisted = |pairs: Vec<(i128, PeriodUnit)>| {
        let pairs: Vec<_> = pairs.into_iter().filter(|(number, unit)| !is_listed(*number, *unit)).collect();
        select(pairs)
    };
    // Numbers derived from each listed one, with each unit.
    let made = |numbers: &dyn Fn(i128) -> Vec<i128>| {
        unlisted(listed().flat_map(|(number, _)| numbers(number)).flat_map(any_unit).collect())
    };
    let other_unit = made(&|number| vec![number]);
    let hours = listed().filter(|(_, unit)| *unit == PeriodUnit::Hour);
    let in_minutes = unlisted(hours.map(|(number, _)| (number.saturating_mul(60), PeriodUnit::Min)).collect());
    let next = made(&|number| vec![number.saturating_sub(1), number.saturating_add(1)]);
    let others = made(&|number| vec![0, number.saturating_neg(), 10, 15, 20, 24, 45, 100]);
    // Wraps around to a listed number in an integer of fewer bits.
    let wrapped = |bits, number: i128| number.saturating_add(1_i128.rotate_left(bits));
    let wide = listed().flat_map(|(number, unit)| [8, 16, 32, 64].map(|bits| (wrapped(bits, number), unit)));
    let wide = unlisted(wide.collect());
    let far = (any::<i64>().prop_map(i128::from), select(PeriodUnit::ALL));
    let far = far.prop_filter("it is listed", move |(number, unit)| !is_listed(*number, *unit));
    prop_oneof![4 => other_unit, 2 => in_minutes, 3 => next, 3 => others, 2 => wide, 1 => far]
        .prop_map(move |(number, unit)| Wrong {
            violation,
            values: vec![(Field::Period, Some(number.to_string())), (Field::PeriodUnit, Some(json(unit.as_str())))],
        })
        .boxed()
}
