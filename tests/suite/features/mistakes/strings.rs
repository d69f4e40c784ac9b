//! Mistakes about strings: lists, names and IDs.

use serde_json::{Value, json};

use super::mistake::{self, ID, Mistake, characters, defaults, rejects, string, takes, value, when, without};

const LISTS: [(&str, &[&str]); 3] =
    [("type", &["cycle"]), ("storage_format", &["RAW", "JSON"]), ("period_unit", &["min", "hour"])];
const NAMES: [(&str, usize, usize); 3] =
    [("obs_bucket_name", 3, 63), ("prefix_name", 0, 64), ("dir_prefix_name", 0, 64)];

pub(super) fn all() -> Vec<Mistake> {
    let lists = LISTS.into_iter().flat_map(|(field, listed)| list_mistakes(field, listed));
    let names = NAMES.into_iter().flat_map(|(field, min, max)| name_mistakes(field, min, max));
    lists.chain(names).chain([false, true].into_iter().flat_map(id_mistakes)).collect()
}

fn list_mistakes(field: &'static str, listed: &'static [&str]) -> Vec<Mistake> {
    let first = json!(listed[0]);
    let find =
        move |is_found: &dyn Fn(&str) -> bool| listed.iter().find(|text| is_found(text)).map(|text| (*text).into());
    let narrow = |text: &str| -> String {
        text.chars().map(|c| u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c)).collect()
    };
    let mut all = vec![
        string(field, "ignores case", move |text| find(&|listed| listed.eq_ignore_ascii_case(text))),
        string(field, "ignores the case of the first letter", move |text| find(&|l| l.get(1..) == text.get(1..))),
        string(field, "trims", |text| Some(text.trim().into())),
        string(field, "trims at the start", |text| Some(text.trim_start().into())),
        string(field, "trims at the end", |text| Some(text.trim_end().into())),
        string(field, "trims ASCII only", |text| Some(text.trim_ascii().into())),
        string(field, "takes a line feed at the end", |text| without(text, "\n")),
        string(field, "takes a space at the end", |text| without(text, " ")),
        string(field, "takes a space at the start", |text| text.strip_prefix(' ').map(String::from)),
        string(field, "takes a no-break space", |text| Some(text.replace('\u{a0}', ""))),
        string(field, "takes a byte order mark", |text| Some(text.replace('\u{feff}', ""))),
        string(field, "ends at NUL", |text| text.split('\0').next().map(String::from)),
        string(field, "takes a plural", |text| without(text, "s")),
        string(field, "compares the start of the text", move |text| find(&|listed| text.starts_with(listed))),
        string(field, "compares the end of the text", move |text| find(&|listed| text.ends_with(listed))),
        string(field, "looks for the value in the text", move |text| find(&|listed| text.contains(listed))),
        string(field, "looks for the text in the values", move |text| find(&|listed| listed.contains(text))),
        string(field, "takes an abbreviation", move |text| {
            find(&|listed| !text.is_empty() && listed.starts_with(text))
        }),
        string(field, "takes the empty string", move |text| when(text.is_empty(), listed[0])),
        string(field, "takes the string null", move |text| when(text == "null", listed[0])),
        string(field, "takes other strings", move |text| when(!listed.contains(&text), listed[0])),
        string(field, "takes full width letters", move |text| {
            Some(narrow(text)).filter(|text| listed.contains(&&**text))
        }),
        string(field, "takes quotes", |text| Some(text.trim_matches('"').into())),
        string(field, "takes several values", |text| text.split(',').next().map(String::from)),
        value(field, "takes a list of one", |value| value.get(0).unwrap_or(value).clone()),
        takes(field, "takes an index", |value| *value == 0, first.clone()),
        takes(field, "takes null", Value::is_null, first.clone()),
        takes(field, "takes false", |value| *value == false, first.clone()),
        takes(field, "another type is unlisted", |value| !value.is_string(), json!("other")),
        takes(field, "null is unlisted", Value::is_null, json!("")),
        value(field, "compares any value as a string", |value| {
            value.as_str().map_or(value.to_string(), String::from).into()
        }),
        string(field, "an unlisted string is invalid", move |text| when(!listed.contains(&text), "")).invalid(field),
        defaults(field, first),
    ];
    let words: &[_] = match field {
        "period_unit" => &["m", "h", "mins", "minute", "minutes", "hours", "hr", "1hour", "5min"],
        "storage_format" => &["text", "Raw", "Json"],
        _ => &["cyclic", "periodic", "once"],
    };
    all.extend(words.iter().map(|word| {
        let meant = *listed.iter().find(|listed| listed.contains(&word[word.len() - 1..])).unwrap_or(&listed[0]);
        takes(field, &format!("takes {word}"), move |value| value == word, json!(meant))
    }));
    all
}

fn name_mistakes(field: &'static str, min: usize, max: usize) -> Vec<Mistake> {
    let valid = || "x".repeat(3);
    let fits = move |len: usize| (min..=max).contains(&len);
    let by = |name: &str, count: fn(&str) -> usize| {
        // The result depends on the server's count, so the string is replaced by a valid or an invalid one.
        string(field, name, move |text| Some(if fits(count(text)) { "x".repeat(3) } else { "x".repeat(max + 1) }))
    };
    let mut all = vec![
        by("counts bytes", str::len),
        by("counts UTF-16 units", |text| text.encode_utf16().count()),
        by("counts without combining characters", |text| {
            text.chars().filter(|c| !('\u{300}'..'\u{370}').contains(c)).count()
        }),
        by("counts after trimming", |text| characters(text.trim())),
        by("counts after trimming the end", |text| characters(text.trim_end())),
        by("counts after NFC", |text| characters(&text.replace("e\u{301}", "é"))),
        by("counts after NFD", |text| characters(&text.replace('é', "e\u{301}"))),
        by("counts up to NUL", |text| text.split('\0').next().map_or(0, characters)),
        by("counts one less", |text| characters(text).saturating_sub(1)),
        by("counts one more", |text| characters(text) + 1),
        by("has no limit", |_| 3),
        string(field, "is cut", move |text| Some(text.chars().take(max).collect())),
        takes(field, "takes integers", Value::is_i64, json!(valid())),
        value(field, "takes numbers as strings", |value| {
            if value.is_number() { value.to_string().into() } else { value.clone() }
        }),
        takes(field, "takes fractions", |value| *value == 1.5, json!(valid())),
        takes(field, "takes booleans", Value::is_boolean, json!(valid())),
        takes(field, "takes zero for none", |value| *value == 0, json!(valid())),
        takes(field, "takes false for none", |value| *value == false, json!(valid())),
        takes(field, "takes an empty list for none", |value| *value == json!([]), json!(valid())),
        takes(field, "takes an empty object for none", |value| *value == json!({}), json!(valid())),
        value(field, "takes a list of one", |value| value.get(0).unwrap_or(value).clone()),
        value(field, "takes an object with a value", |value| value.get("value").unwrap_or(value).clone()),
        rejects(field, "capitals", |value| value.as_str().is_some_and(|text| text.contains(char::is_uppercase))),
        rejects(field, "control characters", |value| {
            value.as_str().is_some_and(|text| text.contains(char::is_control))
        }),
        rejects(field, "white space", |value| value.as_str().is_some_and(|text| text.contains(char::is_whitespace))),
        rejects(field, "slashes", |value| value.as_str().is_some_and(|text| text.contains('/'))),
        rejects(field, "all but ASCII", |value| value.as_str().is_some_and(|text| !text.is_ascii())),
    ];
    if min > 0 {
        all.push(takes(field, "takes null", Value::is_null, json!(valid())));
        all.push(takes(field, "takes the empty string", |value| *value == "", json!(valid())));
        all.push(defaults(field, json!(valid())));
    } else {
        all.push(rejects(field, "null", Value::is_null));
        all.push(rejects(field, "the empty string", |value| *value == ""));
    }
    all
}

fn id_mistakes(is_list: bool) -> Vec<Mistake> {
    let id = |name: &str, change: fn(&str) -> Option<String>| mistake::id(is_list, name, change);
    let by = |name: &str, count: fn(&str) -> usize| {
        mistake::id(is_list, name, move |text| when(true, if count(text) == 36 { ID } else { "" }))
    };
    let mut all = vec![
        by("counts bytes", str::len),
        by("counts any characters", characters),
        by("counts UTF-16 units", |text| text.encode_utf16().count()),
        by("counts after trimming", |text| characters(text.trim())),
        by("counts after trimming the end", |text| characters(text.trim_end())),
        by("counts unreserved characters only", |text| text.chars().filter(|c| is_unreserved(*c)).count()),
        by("takes one character less", |text| if characters(text) == 35 { 36 } else { characters(text) }),
        by("takes one character more", |text| if characters(text) == 37 { 36 } else { characters(text) }),
        by("takes 32 characters", |text| if characters(text) == 32 { 36 } else { characters(text) }),
        by("takes any length", |text| if text.chars().all(is_unreserved) { 36 } else { 0 }),
        by("takes letters of any alphabet", |text| {
            characters(&text.replace(char::is_alphanumeric, "a"))
                * usize::from(text.chars().all(|c| c.is_alphanumeric() || is_unreserved(c)))
        }),
        by("takes hexadecimal digits only", |text| {
            characters(text) * usize::from(text.chars().all(|c| c.is_ascii_hexdigit() || c == '-'))
        }),
        by("takes small letters only", |text| {
            characters(text) * usize::from(!text.contains(|c: char| c.is_ascii_uppercase()))
        }),
        id("trims", |text| Some(text.trim().into())),
        id("takes a line feed at the end", |text| without(text, "\n")),
        id("takes braces", |text| text.strip_prefix('{').and_then(|text| without(text, "}"))),
        id("decodes percent escapes", |text| Some(text.replace("%41", "A"))),
        id("takes the empty string", |text| when(text.is_empty(), ID)),
        id("takes full width digits", |text| Some(text.replace('０', "0"))),
        id("is cut", |text| Some(text.chars().take(36).collect())),
    ];
    for character in "+/:@=*!$&,;'() \n\t\u{a0}%#?\"\\{[<|^`\0é😀".chars() {
        let name = format!("takes {character:?}");
        all.push(mistake::id(is_list, &name, move |text| Some(text.replace(character, "a"))));
    }
    for character in "._~-".chars() {
        let name = format!("rejects {character}");
        all.push(mistake::id(is_list, &name, move |text| when(text.contains(character), "")));
    }
    all
}

fn is_unreserved(character: char) -> bool {
    character.is_ascii_alphanumeric() || "-._~".contains(character)
}
