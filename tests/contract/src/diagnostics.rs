//! Properties of the diagnostics of every input. The fuzz target, the suite and `agreement` check them.

use lts_log_dump::diagnostics::{Diagnostic, Diagnostics, Suggestion, UnknownMember, UnknownMembers};
use lts_log_dump::{CreateLogDumpObsRequestBody, Field, Rejection};
use serde_json::Value;

use crate::reader::{self, Position, Unknown, Wrong};

/// Checks that diagnostics agree with `from_json` and with the independent reader, that their positions are consistent, and
/// that their suggestions are accepted.
///
/// # Panics
///
/// If a property does not hold.
pub fn diagnostics(data: &[u8]) {
    let diagnostics: Vec<_> = Diagnostics::new(data).collect();
    agrees_with_from_json(data, &diagnostics);
    agrees_with_reader(data, &diagnostics);
    unknown_members_agree_with_reader(data, &diagnostics);
    for diagnostic in &diagnostics {
        is_in_place(data, diagnostic);
    }
    if let Some(value) = std::str::from_utf8(data).ok().and_then(|text| serde_json::from_str(text).ok()) {
        for diagnostic in diagnostics.iter().filter(|diagnostic| diagnostic.violation().is_some()) {
            points_to_its_span(data, diagnostic, &value);
        }
        suggestions_are_accepted(&diagnostics, value);
    }
}

fn agrees_with_from_json(data: &[u8], diagnostics: &[Diagnostic<'_>]) {
    match CreateLogDumpObsRequestBody::from_json(data) {
        Ok(_) => assert_eq!(diagnostics, []),
        Err(Rejection::NotJson(not_json)) => {
            let place =
                |diagnostic: &Diagnostic<'_>| (diagnostic.not_json_reason(), diagnostic.line(), diagnostic.column());
            let expected = (Some(not_json.reason()), not_json.line(), not_json.column());
            assert_eq!(diagnostics.iter().map(place).collect::<Vec<_>>(), [expected]);
        }
        Err(Rejection::Violations(violations)) => {
            // Each invalid item has a diagnostic, but the list has one violation.
            let mut found: Vec<_> = diagnostics.iter().map(Diagnostic::violation).collect();
            found.dedup();
            assert_eq!(found, violations.iter().map(Some).collect::<Vec<_>>());
        }
    }
}

fn agrees_with_reader(data: &[u8], diagnostics: &[Diagnostic<'_>]) {
    let mut expected = reader::read(data).err().unwrap_or_default();
    if diagnostics.iter().any(|diagnostic| diagnostic.not_json_reason().is_some()) {
        // The independent reader also reports the errors after the first one.
        expected.truncate(1);
    }
    let expected: Vec<_> = expected.iter().map(|wrong| place_of_reader(data, wrong)).collect();
    let found: Vec<_> = diagnostics.iter().map(place).collect();
    assert_eq!(found, expected, "{:?}", String::from_utf8_lossy(data));
}

fn unknown_members_agree_with_reader(data: &[u8], diagnostics: &[Diagnostic<'_>]) {
    let expected = reader::unknown_members(data);
    let describe = |member: UnknownMember<'_>| Unknown {
        name: member.name().into_owned(),
        pointer: member.pointer(),
        range: member.span(),
        position: Position { line: member.line(), column: member.column() },
        suggestion: member.suggestion().map(Field::name),
    };
    let found: Vec<_> = UnknownMembers::new(data).map(describe).collect();
    assert_eq!(found, expected, "{:?}", String::from_utf8_lossy(data));
    for diagnostic in diagnostics {
        let missing = diagnostic.field().filter(|_| diagnostic.found().is_missing());
        let similar = missing.and_then(|field| expected.iter().find(|member| member.suggestion == Some(field.name())));
        assert_eq!(diagnostic.similar_member().map(describe).as_ref(), similar, "{diagnostic}");
    }
}

fn place_of_reader(data: &[u8], wrong: &Wrong) -> String {
    format!("{wrong} at {}", wrong.position(data))
}

/// Formats a diagnostic like an error of the reader.
fn place(diagnostic: &Diagnostic<'_>) -> String {
    let (error_code, error_msg) = (diagnostic.code(), diagnostic.message());
    let (pointer, span) = (diagnostic.pointer(), diagnostic.span());
    let (line, column) = (diagnostic.line(), diagnostic.column());
    format!("{error_code} {error_msg}, \"{pointer}\" at bytes {span:?} at {line}:{column}")
}

/// Checks line and column, and that there is a text for the found and the expected value.
fn is_in_place(data: &[u8], diagnostic: &Diagnostic<'_>) {
    let before = String::from_utf8_lossy(&data[..diagnostic.span().start]);
    let lines: Vec<_> = before.split('\n').collect();
    let last = lines[lines.len() - 1].chars().count();
    assert_eq!((diagnostic.line(), diagnostic.column()), (lines.len(), last + 1), "{diagnostic}");
    assert!(!diagnostic.expected().is_empty() && !diagnostic.found().to_string().is_empty(), "{diagnostic}");
}

/// Checks that the span contains the value to which the pointer points.
fn points_to_its_span(data: &[u8], diagnostic: &Diagnostic<'_>, value: &Value) {
    let pointed = value.pointer(&diagnostic.pointer().to_string()).expect("a pointer to a value");
    let span = &data[diagnostic.span()];
    if diagnostic.found().is_missing() {
        assert_eq!((pointed, span, data[diagnostic.span().end..].trim_ascii()), (value, &b"}"[..], &b""[..]));
    } else {
        assert_eq!(serde_json::from_slice::<Value>(span).expect("a value"), *pointed, "{diagnostic}");
    }
}

/// Checks that no error is left after all suggestions are applied, except errors without a suggestion.
fn suggestions_are_accepted(diagnostics: &[Diagnostic<'_>], mut value: Value) {
    for diagnostic in diagnostics {
        match diagnostic.suggestion() {
            Some(Suggestion::Interval(interval)) => {
                value["period"] = interval.number().into();
                value["period_unit"] = interval.unit().as_str().into();
            }
            Some(suggestion) => {
                let member = value.pointer_mut(&diagnostic.pointer().to_string()).expect("a pointer to a member");
                *member = serde_json::from_str(&suggestion.to_string()).expect("a suggestion is JSON");
            }
            None => {}
        }
    }
    let (suggested, others): (Vec<_>, Vec<_>) = diagnostics.iter().partition(|wrong| wrong.suggestion().is_some());
    if suggested.is_empty() {
        return;
    }
    let allowed: Vec<_> = others.into_iter().map(Diagnostic::violation).collect();
    for left in Diagnostics::new(value.to_string().as_bytes()) {
        assert!(allowed.contains(&left.violation()), "{left}, with {suggested:?}");
    }
}
