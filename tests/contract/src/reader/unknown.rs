//! Finds the members that the service ignores, and the documented names that are similar to theirs.

use std::ops::Range;

use super::content;
use super::members::{DIR_PREFIX_NAME, LOG_STREAM_IDS, MEMBERS, PERIOD, PERIOD_UNIT, PREFIX_NAME};
use super::syntax::{self, Kind};
use super::wrong::Position;

/// A member that the API reference does not list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// The decoded name, with U+FFFD in place of lone surrogates.
    pub name: String,
    /// The JSON Pointer of the member.
    pub pointer: String,
    /// The byte range of the name with its quotes.
    pub range: Range<usize>,
    /// The position of the name.
    pub position: Position,
    /// The documented name that is similar.
    pub suggestion: Option<&'static str>,
}

/// Names of the sibling API.
const ALIASES: [(&str, usize); 5] = [
    ("log_streams", LOG_STREAM_IDS),
    ("obs_prefix_name", PREFIX_NAME),
    ("obs_dir_pre_fix_name", DIR_PREFIX_NAME),
    ("obs_period", PERIOD),
    ("obs_period_unit", PERIOD_UNIT),
];

/// Returns the unknown members of a body, or none if it is not a JSON object.
#[must_use]
pub fn unknown_members(body: &[u8]) -> Vec<Unknown> {
    let Ok(text) = std::str::from_utf8(body) else { return Vec::new() };
    let Ok(values) = syntax::values(text) else { return Vec::new() };
    if values[0].kind != Kind::Object {
        return Vec::new();
    }
    let names: Vec<_> = syntax::children(&values).step_by(2).map(|name| name[0]).collect();
    let documented = |name| content::string(text, name).and_then(|name| MEMBERS.iter().position(|m| m.name == name));
    let present: Vec<usize> = names.iter().filter_map(documented).collect();
    let unknown = names.iter().filter(|name| documented(name).is_none());
    let describe = |value: &syntax::Value| {
        let name = content::lossy_string(text, value);
        Unknown {
            pointer: format!("/{}", name.replace('~', "~0").replace('/', "~1")),
            range: value.range(),
            position: Position::of(body, value.range().start),
            suggestion: similar(&name, &present),
            name,
        }
    };
    unknown.map(describe).collect()
}

/// Returns the documented name with the fewest edits, if it is the only one and the body does not have it.
fn similar(name: &str, present: &[usize]) -> Option<&'static str> {
    let simple = simplified(name);
    let documented = MEMBERS.iter().enumerate().map(|(position, member)| (member.name, position));
    let near = |(known, position): (&str, usize)| {
        let limit = if known.len() <= 4 {
            1
        } else if known.len() <= 10 {
            2
        } else {
            3
        };
        let known = simplified(known);
        let is_candidate = !simple.is_empty() && known.len().abs_diff(simple.len()) <= limit;
        let edits = if is_candidate { edits(&simple, &known) } else { usize::MAX };
        (edits <= limit).then_some((edits, position))
    };
    let mut near: Vec<_> = documented.chain(ALIASES).filter_map(near).collect();
    near.sort_unstable();
    near.dedup();
    match near[..] {
        [] => None,
        [(first, _), (second, _), ..] if first == second => None,
        [(_, position), ..] => (!present.contains(&position)).then_some(MEMBERS[position].name),
    }
}

fn simplified(name: &str) -> Vec<char> {
    name.replace(['_', '-', ' '], "").to_lowercase().chars().collect()
}

/// Returns the Damerau–Levenshtein distance, from its definition.
fn edits(a: &[char], b: &[char]) -> usize {
    let mut distance = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            if i == 0 || j == 0 {
                distance[i][j] = i + j;
                continue;
            }
            let removed_or_added = distance[i - 1][j].min(distance[i][j - 1]) + 1;
            let replaced = distance[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            distance[i][j] = removed_or_added.min(replaced);
            let in_a = a[..i - 1].iter().rposition(|character| *character == b[j - 1]);
            let in_b = b[..j - 1].iter().rposition(|character| *character == a[i - 1]);
            if let (Some(in_a), Some(in_b)) = (in_a, in_b) {
                let swapped = distance[in_a][in_b] + 1 + (i - in_a - 2) + (j - in_b - 2);
                distance[i][j] = distance[i][j].min(swapped);
            }
        }
    }
    distance[a.len()][b.len()]
}
