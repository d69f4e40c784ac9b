//! Which listed text is near to what was written.

use alloc::string::String;

use super::scan::{Kind, Value};
use super::text::characters;

/// No listed text is nearly as long, so a longer one is near to none.
const LONGEST: usize = 32;

/// What a string of a text means, in lowercase and without white space at its ends, unless it is long.
pub(super) fn short_string(text: &str, value: &Value) -> Option<String> {
    if value.kind != Kind::String {
        return None;
    }
    let mut short = String::new();
    for character in characters(text, value.span.clone()).map_while(Result::ok) {
        short.push(character);
        if short.len() > LONGEST {
            return None;
        }
    }
    Some(short.trim().to_lowercase())
}

/// The one of the listed texts that a lowercase text is near to. A text with two of them in it is near to none.
pub(super) fn near<T: AsRef<str> + Copy>(text: &str, listed: &[T]) -> Option<T> {
    let mut near = None;
    for listed in listed {
        let lowercase = listed.as_ref().to_lowercase();
        let is_near = is_near(text, &lowercase);
        if (is_near || text.contains(&lowercase)) && near.replace(is_near.then_some(*listed)).is_some() {
            return None;
        }
    }
    near?
}

/// Whether a text is the start of a listed one, or that with letters after it, or one change away: a character more, less
/// or other, or two swapped.
fn is_near(text: &str, listed: &str) -> bool {
    let is_start = !text.is_empty() && listed.starts_with(text);
    let has_letters_after = || text.strip_prefix(listed).is_some_and(|after| after.chars().all(char::is_alphabetic));
    is_start || has_letters_after() || is_one_change_away(text, listed)
}

fn is_one_change_away(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.chars(), b.chars());
    while a.clone().next() == b.clone().next() && a.next().is_some() {
        b.next();
    }
    while a.clone().next_back() == b.clone().next_back() && a.next_back().is_some() {
        b.next_back();
    }
    match (a.clone().count(), b.clone().count()) {
        (0 | 1, 0 | 1) => true,
        (2, 2) => a.eq(b.rev()),
        _ => false,
    }
}
