//! Validates the members of a body. All bounds and lists are literals on purpose.

use std::borrow::Cow;
use std::ops::Range;

use super::content::{self, Content};
use super::members::{
    DIR_PREFIX_NAME, INTERVALS, LOG_GROUP_ID, LOG_STREAM_IDS, MEMBERS, Member, OBS_BUCKET_NAME, PERIOD, PERIOD_UNIT,
    PREFIX_NAME, STORAGE_FORMAT, SWITCH_ON, TYPE, UNLISTED_PERIOD,
};
use super::syntax::{self, Kind, Value};
use super::wrong::{Pointer, Wrong};

/// The content of an accepted body.
#[derive(Clone, Debug, PartialEq)]
pub struct Body<'a> {
    /// 36 unreserved characters.
    pub log_group_id: Cow<'a, str>,
    /// At least one, each of 36 unreserved characters.
    pub log_stream_ids: Vec<Cow<'a, str>>,
    /// 3 to 63 characters.
    pub obs_bucket_name: Cow<'a, str>,
    /// `cycle`.
    pub transfer_type: Cow<'a, str>,
    /// `RAW` or `JSON`.
    pub storage_format: Cow<'a, str>,
    /// `true` by default.
    pub switch_on: bool,
    /// At most 64 characters.
    pub prefix_name: Option<Cow<'a, str>>,
    /// At most 64 characters.
    pub dir_prefix_name: Option<Cow<'a, str>>,
    /// One of the listed intervals, together with its unit.
    pub period: f64,
    /// `min` or `hour`.
    pub period_unit: Cow<'a, str>,
}

/// A documented member of a body.
struct Given<'a> {
    content: Content<'a>,
    range: Range<usize>,
    /// The items, if the member is `log_stream_ids` and an array.
    items: Vec<(Content<'a>, Range<usize>)>,
}

pub(super) fn read<'a>(text: &'a str, values: &[Value]) -> Result<Body<'a>, Vec<Wrong>> {
    let whole = &values[0];
    if whole.kind != Kind::Object {
        return Err(vec![Wrong::not_json(Pointer::Root, whole.range())]);
    }
    let mut validator = Validator { members: given(text, values)?, brace: whole.last_byte(), wrong: Vec::new() };
    let body = validator.body();
    body.filter(|_| validator.wrong.is_empty()).ok_or(validator.wrong)
}

/// Returns the documented members. Fails if one is a duplicate, or has a value that JSON readers decode differently.
fn given<'a>(text: &'a str, values: &[Value]) -> Result<[Option<Given<'a>>; 10], Vec<Wrong>> {
    let mut members = [const { None }; 10];
    let mut wrong = Vec::new();
    let mut children = syntax::children(values);
    while let (Some(name), Some(value)) = (children.next(), children.next()) {
        // No documented name has a lone surrogate.
        let Some(decoded) = content::string(text, &name[0]) else { continue };
        let Some(position) = MEMBERS.iter().position(|member| member.name == decoded) else { continue };
        let pointer = Pointer::Member(MEMBERS[position].name);
        if members[position].is_some() {
            wrong.push(Wrong::not_json(pointer, name[0].range()));
        }
        let mut of = |value: &Value, pointer| {
            content::of(text, value).unwrap_or_else(|| {
                wrong.push(Wrong::not_json(pointer, value.range()));
                Content::Null
            })
        };
        let content = of(&value[0], pointer);
        let mut items = Vec::new();
        if position == LOG_STREAM_IDS && value[0].kind == Kind::Array {
            for (number, item) in syntax::children(value).enumerate() {
                items.push((of(&item[0], Pointer::Item(MEMBERS[position].name, number)), item[0].range()));
            }
        }
        members[position] = Some(Given { content, range: value[0].range(), items });
    }
    if wrong.is_empty() { Ok(members) } else { Err(wrong) }
}

struct Validator<'a> {
    members: [Option<Given<'a>>; 10],
    /// The closing brace, which is the position of missing members.
    brace: Range<usize>,
    wrong: Vec<Wrong>,
}

impl<'a> Validator<'a> {
    fn body(&mut self) -> Option<Body<'a>> {
        // Validate every member in the order of Table 3 before the first `?`.
        let log_group_id = self.text(LOG_GROUP_ID, is_id);
        let log_stream_ids = self.list(LOG_STREAM_IDS);
        let obs_bucket_name = self.text(OBS_BUCKET_NAME, |name| has_length(name, 3, 63));
        let transfer_type = self.listed(TYPE, &["cycle"]);
        let storage_format = self.listed(STORAGE_FORMAT, &["RAW", "JSON"]);
        let switch_on = self.switch(SWITCH_ON);
        let prefix_name = self.optional(PREFIX_NAME, |name| has_length(name, 0, 64));
        let dir_prefix_name = self.optional(DIR_PREFIX_NAME, |name| has_length(name, 0, 64));
        let period = self.integer(PERIOD);
        let period_unit = self.listed(PERIOD_UNIT, &["min", "hour"]);
        if let (Some((period, range)), Some(unit)) = (&period, &period_unit) {
            if !INTERVALS.contains(&(*period, &**unit)) {
                let pointer = Pointer::Member(MEMBERS[PERIOD].name);
                let range = range.clone();
                self.wrong.push(Wrong { code: "LTS.1901", message: UNLISTED_PERIOD, pointer, range });
            }
        }
        Some(Body {
            log_group_id: log_group_id?,
            log_stream_ids,
            obs_bucket_name: obs_bucket_name?,
            transfer_type: transfer_type?,
            storage_format: storage_format?,
            switch_on: switch_on?,
            prefix_name,
            dir_prefix_name,
            period: period?.0,
            period_unit: period_unit?,
        })
    }

    /// Takes a mandatory member. Adds an error if it is missing.
    fn take(&mut self, member: usize) -> Option<Given<'a>> {
        let given = self.members[member].take();
        if given.is_none() {
            self.wrong.push(Wrong {
                code: "LTS.1902",
                message: MEMBERS[member].invalid,
                pointer: Pointer::Root,
                range: self.brace.clone(),
            });
        }
        given
    }

    fn invalid(&mut self, member: usize, range: Range<usize>) {
        let Member { name, invalid, .. } = MEMBERS[member];
        self.wrong.push(Wrong { code: "LTS.1902", message: invalid, pointer: Pointer::Member(name), range });
    }

    fn text(&mut self, member: usize, is_valid: impl Fn(&str) -> bool) -> Option<Cow<'a, str>> {
        match self.take(member)? {
            Given { content: Content::Text(text), .. } if is_valid(&text) => return Some(text),
            Given { range, .. } => self.invalid(member, range),
        }
        None
    }

    /// Reads an optional string. `null` is the same as a missing member.
    fn optional(&mut self, member: usize, is_valid: impl Fn(&str) -> bool) -> Option<Cow<'a, str>> {
        match self.members[member].as_ref()?.content {
            Content::Null => None,
            _ => self.text(member, is_valid),
        }
    }

    fn listed(&mut self, member: usize, listed: &[&str]) -> Option<Cow<'a, str>> {
        match self.take(member)? {
            Given { content: Content::Text(text), .. } if listed.contains(&&*text) => return Some(text),
            Given { content: Content::Text(_), range, .. } => {
                let Member { name, unlisted, .. } = MEMBERS[member];
                self.wrong.push(Wrong { code: "LTS.1901", message: unlisted, pointer: Pointer::Member(name), range });
            }
            Given { range, .. } => self.invalid(member, range),
        }
        None
    }

    fn list(&mut self, member: usize) -> Vec<Cow<'a, str>> {
        let Some(Given { content, range, items }) = self.take(member) else { return Vec::new() };
        // Only arrays have items.
        if !matches!(content, Content::ArrayOrObject) || items.is_empty() {
            self.invalid(member, range);
        }
        let Member { name, invalid, .. } = MEMBERS[member];
        let mut ids = Vec::with_capacity(items.len());
        for (position, (content, range)) in items.into_iter().enumerate() {
            match content {
                Content::Text(text) if is_id(&text) => ids.push(text),
                _ => {
                    let pointer = Pointer::Item(name, position);
                    self.wrong.push(Wrong { code: "LTS.1902", message: invalid, pointer, range });
                }
            }
        }
        ids
    }

    fn switch(&mut self, member: usize) -> Option<bool> {
        let Some(Given { content, range, .. }) = self.members[member].take() else { return Some(true) };
        match content {
            Content::Null => Some(true),
            Content::Bool(switch) => Some(switch),
            Content::Text(text) if text == "true" => Some(true),
            Content::Text(text) if text == "false" => Some(false),
            _ => {
                self.invalid(member, range);
                None
            }
        }
    }

    fn integer(&mut self, member: usize) -> Option<(f64, Range<usize>)> {
        match self.take(member)? {
            Given { content: Content::Number(number), range, .. } if number.fract() == 0.0 => {
                return Some((number, range));
            }
            Given { range, .. } => self.invalid(member, range),
        }
        None
    }
}

/// Returns whether a string has 36 characters, and RFC 3986 lists all as unreserved.
fn is_id(text: &str) -> bool {
    text.chars().all(|c| c.is_ascii_alphanumeric() || "-._~".contains(c)) && text.chars().count() == 36
}

/// Compares the number of code points with the bounds.
fn has_length(text: &str, min: usize, max: usize) -> bool {
    (min..=max).contains(&text.chars().count())
}
