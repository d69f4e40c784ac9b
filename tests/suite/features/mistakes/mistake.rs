//! A mistake changes the members before a correct server reads them, so that it responds like a wrong server.

use serde_json::{Map, Value, json};

pub(super) type Members = Map<String, Value>;

/// Changes the members like a server with a mistake.
pub(super) struct Mistake {
    pub(super) name: String,
    pub(super) change: Box<dyn Fn(&mut Members)>,
}

pub(super) const ID: &str = "45e7f609-xxxx-4cd3-835b-xxxx4a124718";

/// Changes the value of a member that is present.
pub(super) fn value(field: &'static str, name: &str, change: impl Fn(&Value) -> Value + 'static) -> Mistake {
    let change = move |members: &mut Members| {
        if let Some(value) = members.get_mut(field) {
            *value = change(value);
        }
    };
    Mistake { name: format!("{field}: {name}"), change: Box::new(change) }
}

/// A mistake about strings. `None` keeps the string.
pub(super) fn string(field: &'static str, name: &str, change: impl Fn(&str) -> Option<String> + 'static) -> Mistake {
    value(field, name, move |value| value.as_str().and_then(&change).map_or_else(|| value.clone(), Value::from))
}

/// A mistake about the items of the list of IDs, if it is a list.
pub(super) fn items(name: &str, change: impl Fn(&[Value]) -> Vec<Value> + 'static) -> Mistake {
    value("log_stream_ids", name, move |value| value.as_array().map_or_else(|| value.clone(), |all| change(all).into()))
}

/// A mistake about a string that is an ID, or that is in a list of IDs.
pub(super) fn id(is_list: bool, name: &str, change: impl Fn(&str) -> Option<String> + Copy + 'static) -> Mistake {
    let of_item = move |item: &Value| item.as_str().and_then(change).map_or_else(|| item.clone(), Value::from);
    if is_list {
        items(name, move |all| all.iter().map(of_item).collect())
    } else {
        string("log_group_id", name, change)
    }
}

/// A mistake that replaces some values with `to`.
pub(super) fn takes(
    field: &'static str,
    name: &str,
    is_taken: impl Fn(&Value) -> bool + 'static,
    to: Value,
) -> Mistake {
    value(field, name, move |value| if is_taken(value) { to.clone() } else { value.clone() })
}

/// A mistake that rejects some values.
pub(super) fn rejects(field: &'static str, name: &str, is_rejected: impl Fn(&Value) -> bool + 'static) -> Mistake {
    takes(field, &format!("rejects {name}"), is_rejected, json!({}))
}

/// A mistake that adds a default for a missing member.
pub(super) fn defaults(field: &'static str, default: Value) -> Mistake {
    let change = move |members: &mut Members| {
        members.entry(field).or_insert_with(|| default.clone());
    };
    Mistake { name: format!("{field}: has a default"), change: Box::new(change) }
}

/// A mistake about several members.
pub(super) fn body(name: &str, change: impl Fn(&mut Members) + 'static) -> Mistake {
    Mistake { name: name.into(), change: Box::new(change) }
}

pub(super) fn when(is_met: bool, changed: impl Into<String>) -> Option<String> {
    is_met.then(|| changed.into())
}

pub(super) fn characters(text: &str) -> usize {
    text.chars().count()
}

/// Returns `text` without `end`, or `None` if it has another end.
pub(super) fn without(text: &str, end: &str) -> Option<String> {
    text.strip_suffix(end).map(String::from)
}

impl Mistake {
    /// Both mistakes, one after the other.
    pub(super) fn then(self, name: &str, change: impl Fn(&mut Members) + 'static) -> Self {
        let both = move |members: &mut Members| {
            (self.change)(members);
            change(members);
        };
        Self { name: format!("{} and {name}", self.name), change: Box::new(both) }
    }

    /// The same mistake, but with null in place of the string that it makes.
    pub(super) fn invalid(self, field: &'static str) -> Self {
        let change = move |members: &mut Members| {
            let before = members.clone();
            (self.change)(members);
            if *members != before {
                members.insert(field.into(), Value::Null);
            }
        };
        Self { name: self.name, change: Box::new(change) }
    }
}
