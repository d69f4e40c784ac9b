//! Generates accepted values, and writes bodies as JSON in every accepted spelling.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt::Debug;
use core::iter::successors;
use core::num::NonZeroU64;

use proptest::char::any as any_char;
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::prop_oneof;
use proptest::sample::select;
use proptest::strategy::Strategy;
use serde_json::Value;

use crate::api_reference::{ErrorCode, Field, Location, characters_of};
use crate::error::{ApiError, ErrorBody};
use crate::request::CreateLogDumpObsRequestBody;

/// Strings that programs count, compare or normalize differently.
pub(super) const PIECES: &str = "a|aB-|é|é|e\u{301}|e\u{301}|😀|😀|中| a|\u{a0}a|a\n|\0|ﬁ|../|\"\\|👩\u{200d}👩";

/// Selects an item of a list such as `0|1`. Each item may begin with four spaces.
pub(super) fn one_of(list: &'static str) -> impl Strategy<Value = &'static str> + Clone {
    select(list.split('|').map(|item| item.trim_start_matches("\n    ")).collect::<Vec<_>>())
}

/// Repeats a piece up to a length in characters.
pub(super) fn fill(piece: &str, len: usize) -> String {
    piece.chars().cycle().take(len).collect()
}

/// Generates strings of unreserved characters.
pub(super) fn unreserved(len: usize) -> impl Strategy<Value = String> + Clone {
    let all = characters_of(limit!(unreserved));
    // One number makes all characters, because a failing test shrinks each number in up to 32 steps. 0 repeats one character.
    any::<u32>().prop_map(move |seed| {
        let states = successors(Some(u64::from(seed)), |state| Some(state.wrapping_mul(0x5851_f42d_4c95_7f2d)));
        // The high bits differ most, but the first state has none.
        states.skip(1).filter_map(|state| all.get(usize::try_from(state >> 57).ok()?)).take(len).collect()
    })
}

/// Generates lengths: a third are `min`, a third are `max`.
pub(super) fn length(min: usize, max: usize) -> impl Strategy<Value = usize> {
    let span = max.saturating_sub(min);
    // One range, so that a length shrinks to the least one that fails.
    (0..=span.saturating_mul(3)).prop_map(move |len| min.saturating_add(len.saturating_sub(span).min(span)))
}

/// Generates strings of any characters.
pub(super) fn name(min: usize, max: usize) -> impl Strategy<Value = String> {
    let filled = (one_of(PIECES), length(min, max)).prop_map(|(piece, len)| fill(piece, len));
    prop_oneof![4 => filled, 1 => vec(any_char(), min..=max).prop_map(String::from_iter)]
}

/// Generates strings that repeat a few visible characters, so that a failing test shrinks in few steps.
pub(super) fn visible(len: impl Strategy<Value = usize>) -> impl Strategy<Value = String> {
    let piece = vec(select(characters_of(limit!(visible))), 1..=4).prop_map(String::from_iter);
    (len, piece).prop_map(|(len, piece)| fill(&piece, len))
}

/// Generates errors that the API reference lists, and others.
pub(super) fn error() -> impl Strategy<Value = ErrorBody> {
    let listed = || select(ApiError::examples()).prop_map(ErrorBody::from);
    // If a message ends with a value, a longer one has another value. Any other message becomes an unlisted one.
    let longer = (listed(), any::<String>())
        .prop_map(|(error, text)| ErrorBody { error_msg: format!("{}{text}", error.error_msg).into(), ..error });
    let other = (any::<String>(), any::<String>())
        .prop_map(|(code, msg)| ErrorBody { error_code: ErrorCode::from(code.as_str()), error_msg: msg.into() });
    prop_oneof![listed(), longer, other]
}

/// The text of each parameter, which is JSON for a member of the body. `None` if the parameter is absent.
pub(super) type Parameters = BTreeMap<Field, Option<String>>;

/// Writes the value of each member of a valid body.
pub(super) fn members(body: &CreateLogDumpObsRequestBody) -> Parameters {
    let body = serde_json::to_value(body).unwrap_or_default();
    let fields = Field::ALL.iter().copied().filter(|field| field.location() == Location::Body);
    fields.map(|field| (field, body.get(field.name()).map(Value::to_string))).collect()
}

/// Adds the JSON text of the members, in every accepted spelling. It shrinks to how the crate writes it.
pub(super) fn documents<T: Debug>(
    parameters: impl Strategy<Value = (Parameters, T)>,
) -> impl Strategy<Value = (String, Parameters, T)> {
    // The members are sorted by these keys. If there are more members than keys, the keys repeat.
    let order = vec(0..16_u8, 1..=16);
    // True and false. True may be absent, because it is the default.
    let switch_on = select(&[(Some("true"), "false"), (Some("\"true\""), "\"false\""), (None, "false")][..]);
    // Whether absent members are null.
    let has_null = any::<bool>();
    // A template that keeps the value of an integer.
    let integer = one_of("$|$|$|$|$.0|$e0|$E+0|$0e-1|$.000|$.0E0");
    // Some names are similar to a member's. The values must be ignored.
    let names = one_of("x||Type|TYPE|period |log_group_ids|switchOn|period+period_unit|type\0");
    let undocumented = vec((names, one_of(r#"null|1e-3|"once"|[[],{}]|{"type":"once","period":[5.5]}"#)), 0..3);
    // Every n-th character of the strings is escaped, or none if it is 0.
    let escaped = 0..4_usize;
    // White space between the tokens, repeated.
    let white_space = vec(one_of("| |\n|\t|\r\n"), 0..4);
    let spelling = (order, switch_on, has_null, integer, undocumented, escaped, white_space);
    (spelling, parameters).prop_map(|(spelling, (parameters, rest))| {
        let (order, (on, off), has_null, integer, undocumented, escaped, white_space) = spelling;
        let spelled = |field: Field, value: Option<&str>| match (field, value) {
            (Field::SwitchOn, Some("true")) => on.map(String::from),
            (Field::SwitchOn, Some("false")) => Some(off.into()),
            // An invalid value is not rewritten.
            (Field::Period, Some(value)) if value.parse::<NonZeroU64>().is_ok() => Some(integer.replace('$', value)),
            (_, value) => value.map(String::from),
        };
        let documented = parameters.iter().filter(|(field, _)| field.location() == Location::Body);
        let documented = documented.filter_map(|(field, value)| {
            let null = || (has_null && !field.is_mandatory()).then(|| "null".into());
            Some((field.name(), spelled(*field, value.as_deref()).or_else(null)?))
        });
        let undocumented = undocumented.into_iter().map(|(name, value)| (name, value.into()));
        let mut all: Vec<_> = order.iter().cycle().zip(documented.chain(undocumented)).collect();
        all.sort_by_key(|(key, _)| *key);
        let all = all.into_iter().map(|(_, (name, value))| format!("{}:{value}", Value::from(name)));
        let json = format!("{{{}}}", all.collect::<Vec<_>>().join(","));
        (rewrite(&json, escaped, &white_space), parameters, rest)
    })
}

/// Adds escapes and white space to a compact JSON text.
fn rewrite(json: &str, escaped: usize, white_space: &[&str]) -> String {
    let mut white_space = white_space.iter().cycle();
    let mut space = || white_space.next().copied().unwrap_or_default();
    // Whether the next character of a string is escaped: never if `escaped` is 0.
    let mut is_escaped = (1_usize..).map(|count| count.checked_rem(escaped) == Some(0));
    let mut written = String::from(space());
    let mut is_in_string = false;
    let mut rest = json.chars();
    while let Some(character) = rest.next() {
        match character {
            '\\' => {
                let kind = rest.next();
                let digits = if kind == Some('u') { 4 } else { 0 };
                written.extend(Some(character).into_iter().chain(kind).chain(rest.by_ref().take(digits)));
            }
            '{' | '}' | '[' | ']' | ',' | ':' if !is_in_string => {
                written.extend([space(), character.encode_utf8(&mut [0; 4]), space()]);
            }
            _ if is_in_string && character != '"' && is_escaped.next() == Some(true) => {
                written.push_str(&escape(character));
            }
            _ => written.push(character),
        }
        is_in_string ^= character == '"';
    }
    written
}

fn escape(character: char) -> String {
    // Hexadecimal digits may be in either case.
    let unit = |unit: &u16| if character.is_ascii() { format!("\\u{unit:04x}") } else { format!("\\u{unit:04X}") };
    if character == '/' { "\\/".into() } else { character.encode_utf16(&mut [0; 2]).iter().map(unit).collect() }
}
