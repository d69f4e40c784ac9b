//! The bounds and lists, repeated by hand: bodies at each bound and one beyond.
//!
//! Nothing here follows from the crate, so that one wrong edit of its tables cannot pass. If you change a bound or a list of the
//! crate, change it here as well.

/// A body and the messages of its errors, in order.
pub struct Bounded {
    /// The JSON text.
    pub body: String,
    /// The messages.
    pub messages: Vec<String>,
}

/// The example request of the API reference.
const EXAMPLE: [(&str, &str); 10] = [
    ("log_group_id", "\"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053\""),
    ("log_stream_ids", "[\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"]"),
    ("obs_bucket_name", "\"lts-test\""),
    ("type", "\"cycle\""),
    ("storage_format", "\"RAW\""),
    ("switch_on", "\"true\""),
    ("prefix_name", "\"fileprefixname\""),
    ("dir_prefix_name", "\"dirprefixname\""),
    ("period", "5"),
    ("period_unit", "\"min\""),
];

/// The members that are names, with their least and greatest lengths.
const NAMES: [(&str, usize, usize); 3] =
    [("obs_bucket_name", 3, 63), ("prefix_name", 0, 64), ("dir_prefix_name", 0, 64)];

const INTERVALS: [&str; 7] = ["2min", "5min", "30min", "1hour", "3hour", "6hour", "12hour"];

/// Returns bodies at each bound and one beyond.
#[must_use]
pub fn bodies() -> Vec<Bounded> {
    let mut all = ids();
    all.extend(names());
    all.extend(intervals());
    all
}

fn ids() -> Vec<Bounded> {
    let mut all = Vec::new();
    for (length, accepted) in [(0, false), (32, false), (35, false), (36, true), (37, false), (72, false)] {
        let id = format!("\"{}\"", "x".repeat(length));
        all.push(with_member("log_group_id", &id, accepted));
        for list in [format!("[{id}]"), format!("[\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\",{id}]")] {
            all.push(with_member("log_stream_ids", &list, accepted));
        }
    }
    all.push(with_member("log_stream_ids", "[]", false));
    // Every character of ASCII that needs no escape.
    for character in (' '..='\u{7F}').filter(|character| !"\"\\".contains(*character)) {
        let accepted = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~".contains(character);
        let id = format!("\"{}{character}\"", "x".repeat(35));
        all.push(with_member("log_group_id", &id, accepted));
        all.push(with_member("log_stream_ids", &format!("[{id}]"), accepted));
    }
    all
}

fn names() -> Vec<Bounded> {
    let mut all = Vec::new();
    // Characters with one to four bytes.
    for character in ["x", "é", "中", "😀"] {
        for (name, min, max) in NAMES {
            for length in (0..=min + 1).chain(max - 1..=max + 2) {
                let accepted = length >= min && length <= max;
                all.push(with_member(name, &format!("\"{}\"", character.repeat(length)), accepted));
            }
        }
    }
    all
}

fn intervals() -> Vec<Bounded> {
    let mut all = Vec::new();
    for number in -2..=120 {
        for unit in ["min", "hour"] {
            let members = [("period", &*number.to_string()), ("period_unit", &*format!("\"{unit}\""))];
            let is_listed = INTERVALS.contains(&&*format!("{number}{unit}"));
            let message = format!("period+period_unit is not in the list [{}]", INTERVALS.join(", "));
            all.push(bounded(&members, (!is_listed).then_some(message)));
        }
    }
    all
}

fn with_member(name: &str, value: &str, accepted: bool) -> Bounded {
    let message = format!("{name} is invalid, please verify if it's provided as required");
    bounded(&[(name, value)], (!accepted).then_some(message))
}

/// Replaces members of the example, or adds them.
fn bounded(members: &[(&str, &str)], message: Option<String>) -> Bounded {
    let is_replaced = |name: &str| members.iter().any(|(other, _)| *other == name);
    let kept = EXAMPLE.iter().filter(|(name, _)| !is_replaced(name));
    let written: Vec<_> = kept.chain(members).map(|(name, value)| format!("\"{name}\":{value}")).collect();
    Bounded { body: format!("{{{}}}", written.join(",")), messages: message.into_iter().collect() }
}
