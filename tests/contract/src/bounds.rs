//! The deliberate second statement of the bounds and lists: bodies at each bound and one beyond, all literals.
//!
//! Nothing here follows from the crate. A bound or a list that changes in the crate is changed here by hand, too.

/// A body, and the messages of the errors that it must get, in order.
pub struct Bounded {
    /// The text of the body.
    pub body: String,
    /// The messages.
    pub messages: Vec<&'static str>,
}

const GROUP: &str = "log_group_id is invalid, please verify if it's provided as required";
const STREAMS: &str = "log_stream_ids is invalid, please verify if it's provided as required";
const BUCKET: &str = "obs_bucket_name is invalid, please verify if it's provided as required";
const PREFIX: &str = "prefix_name is invalid, please verify if it's provided as required";
const DIR_PREFIX: &str = "dir_prefix_name is invalid, please verify if it's provided as required";
const INTERVAL: &str = "period+period_unit is not in the list [2min, 5min, 30min, 1hour, 3hour, 6hour, 12hour]";

/// The texts that have so many characters: in ASCII, and in characters of two, three and four bytes.
const CHARACTERS: [&str; 4] = ["x", "é", "中", "😀"];

/// Bodies at each bound.
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
        all.push(bounded(&[("log_group_id", &id)], (!accepted).then_some(GROUP)));
        for list in [format!("[{id}]"), format!("[\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\",{id}]")] {
            all.push(bounded(&[("log_stream_ids", &list)], (!accepted).then_some(STREAMS)));
        }
    }
    all.push(bounded(&[("log_stream_ids", "[]")], Some(STREAMS)));
    // Every character of ASCII that needs no escape, in an ID.
    for character in ' '..='\u{7F}' {
        if character == '"' || character == '\\' {
            continue;
        }
        let accepted = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~".contains(character);
        let id = format!("\"{}{character}\"", "x".repeat(35));
        all.push(bounded(&[("log_group_id", &id)], (!accepted).then_some(GROUP)));
        all.push(bounded(&[("log_stream_ids", &format!("[{id}]"))], (!accepted).then_some(STREAMS)));
    }
    all
}

fn names() -> Vec<Bounded> {
    let mut all = Vec::new();
    for character in CHARACTERS {
        for (length, accepted) in
            [(0, false), (1, false), (2, false), (3, true), (4, true), (62, true), (63, true), (64, false), (65, false)]
        {
            let name = format!("\"{}\"", character.repeat(length));
            all.push(bounded(&[("obs_bucket_name", &name)], (!accepted).then_some(BUCKET)));
        }
        for (length, accepted) in [(0, true), (1, true), (63, true), (64, true), (65, false), (66, false)] {
            let name = format!("\"{}\"", character.repeat(length));
            all.push(bounded(&[("prefix_name", &name)], (!accepted).then_some(PREFIX)));
            all.push(bounded(&[("dir_prefix_name", &name)], (!accepted).then_some(DIR_PREFIX)));
        }
    }
    all
}

fn intervals() -> Vec<Bounded> {
    let listed = ["2min", "5min", "30min", "1hour", "3hour", "6hour", "12hour"];
    let mut all = Vec::new();
    for number in -2..=120 {
        for unit in ["min", "hour"] {
            let accepted = listed.contains(&&*format!("{number}{unit}"));
            let members = [("period", &*number.to_string()), ("period_unit", &*format!("\"{unit}\""))];
            all.push(bounded(&members, (!accepted).then_some(INTERVAL)));
        }
    }
    all
}

/// The API reference's example with other members.
fn bounded(members: &[(&str, &str)], message: Option<&'static str>) -> Bounded {
    let example = [
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
    let written = example.map(|(name, value)| {
        let other = members.iter().find(|(other, _)| *other == name);
        format!("\"{name}\":{}", other.map_or(value, |(_, value)| value))
    });
    Bounded { body: format!("{{{}}}", written.join(",")), messages: message.into_iter().collect() }
}
