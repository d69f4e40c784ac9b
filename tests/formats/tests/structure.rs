//! Bodies as maps and as sequences: absent, additional, duplicate and trailing items.

use std::collections::{BTreeMap, BTreeSet};

use formats::values::{Holder, bodies};
use formats::{Cbor, Format, MessagePackCompact, MessagePackNamed, Outcome, Ron, for_each_format};
use lts_log_dump::{
    CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, DirPrefixName, ErrorBody, Field, Location, PrefixName,
    Violation,
};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Value, json};

type Body = CreateLogDumpObsRequestBody;

/// Members that are written as a map, in this order.
#[derive(Clone)]
struct Map(Vec<(&'static str, Value)>);

impl Serialize for Map {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

fn members() -> Vec<(&'static str, Value)> {
    vec![
        ("log_group_id", json!("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")),
        ("log_stream_ids", json!(["45e7f609-xxxx-4cd3-835b-xxxx4a124718"])),
        ("obs_bucket_name", json!("lts-test")),
        ("type", json!("cycle")),
        ("storage_format", json!("RAW")),
        ("switch_on", json!(true)),
        ("prefix_name", json!(null)),
        ("dir_prefix_name", json!("x")),
        ("period", json!(5)),
        ("period_unit", json!("min")),
    ]
}

fn read<F: Format, T: DeserializeOwned>(value: &impl Serialize) -> Outcome<T> {
    F::read(&F::write(value).unwrap())
}

#[track_caller]
fn assert_error<T: std::fmt::Debug>(read: Outcome<T>, part: &str) {
    let error = read.unwrap_err();
    assert!(error.contains(part), "{error}");
}

#[test]
fn members_are_those_of_the_table() {
    let of_table = Field::ALL.iter().filter(|field| field.location() == Location::Body).map(|field| field.name());
    let names: Vec<_> = members().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, of_table.collect::<Vec<_>>());
}

fn reads_maps<F: Format>() {
    let body = read::<F, Body>(&Map(members())).unwrap();
    for absent in 0..members().len() {
        let mut some = members();
        let (name, _) = some.remove(absent);
        let result = read::<F, Body>(&Map(some));
        let mandatory = Field::ALL.iter().find(|field| field.name() == name && field.is_mandatory());
        match (mandatory, name) {
            (Some(_), _) => assert_error(result, &format!("{name} is invalid")),
            (None, "dir_prefix_name") => {
                assert_eq!(result, Ok(Body { dir_prefix_name: None, ..body.clone() }), "{}", F::NAME);
            }
            (None, _) => assert_eq!(result.as_ref(), Ok(&body), "{} {name}", F::NAME),
        }
    }
    let mut more = members();
    more.insert(0, ("x", json!({"a": [1, "b", null], "type": 5})));
    more.push(("y", json!(5)));
    assert_eq!(read::<F, Body>(&Map(more)).as_ref(), Ok(&body), "{}", F::NAME);

    let mut reversed = members();
    reversed.reverse();
    assert_eq!(read::<F, Body>(&Map(reversed)), Ok(body), "{}", F::NAME);
    assert_error(read::<F, Body>(&Map(vec![])), Violation::InvalidLogGroupId.message());
    assert_error(read::<F, ErrorBody>(&Map(vec![])), "error_code and error_msg must be strings");
    assert_error(read::<F, CreateLogDumpObsResponseBody>(&Map(vec![])), "missing field `log_dump_obs_id`");
}

#[test]
fn maps_may_have_absent_and_additional_members_in_any_order() {
    for_each_format!(reads_maps(): Cbor Bson MessagePackNamed MessagePackCompact);
}

fn rejects_duplicates<F: Format>() {
    for member in members() {
        let mut twice = members();
        twice.push(member.clone());
        assert_error(read::<F, Body>(&Map(twice)), &format!("duplicate field `{}`", member.0));
    }
}

#[test]
fn a_duplicate_member_of_a_map_is_an_error() {
    for_each_format!(rejects_duplicates(): Cbor Bson MessagePackNamed MessagePackCompact);
}

#[test]
fn names_that_are_not_strings_are_ignored() {
    let body = bodies().remove(0);
    let named = MessagePackNamed::write(&body).unwrap();
    let (first, members) = named.split_first().unwrap();
    // Two more members of a map with fewer than 14: 5 => 6, and the bytes "x" => nil.
    let document = [&[first + 2, 5, 6, 0xc4, 1, b'x', 0xc0], members].concat();
    assert_eq!(MessagePackNamed::read(&document), Ok(body.clone()));

    let named = Cbor::write(&body).unwrap();
    let (first, members) = named.split_first().unwrap();
    let document = [&[first + 3, 5, 6, 0x41, b'x', 0xf6, 0x20, 0x20], members].concat();
    assert_eq!(Cbor::read(&document), Ok(body));
}

#[test]
fn a_sequence_has_one_item_for_each_member() {
    let items: Vec<Value> = members().into_iter().map(|(_, value)| value).collect();
    let body = read::<MessagePackCompact, Body>(&items).unwrap();
    assert_eq!(body.dir_prefix_name, DirPrefixName::new("x").ok());
    for length in 0..items.len() {
        let result = read::<MessagePackCompact, Body>(&items[..length].to_vec());
        assert_error(result, &format!("invalid length {length}, expected one item for each member"));
    }
    for additional in [json!(null), json!({"a": [{}]}), json!([])] {
        let mut more = items.clone();
        more.push(additional);
        assert_error(read::<MessagePackCompact, Body>(&more), "more items than members");
    }
    assert_error(read::<MessagePackCompact, ErrorBody>(&["LTS.0007"]), "invalid length 1");
    assert_error(read::<MessagePackCompact, ErrorBody>(&["LTS.0007", "x", "x"]), "more items than members");
    assert_error(read::<MessagePackCompact, CreateLogDumpObsResponseBody>(&Vec::<u8>::new()), "invalid length 0");
}

#[test]
fn an_item_of_another_type_has_the_members_violation_except_for_numbers_and_booleans() {
    let items: Vec<Value> = members().into_iter().map(|(_, value)| value).collect();
    for (position, (name, value)) in members().into_iter().enumerate() {
        // The library itself compares the type.
        let is_checked = value.is_number() || value.is_boolean();
        let message = if is_checked { "wrong msgpack marker".to_owned() } else { format!("{name} is invalid") };
        for wrong in [json!({"a": []}), json!([5])] {
            let mut items = items.clone();
            items[position] = wrong;
            assert_error(read::<MessagePackCompact, Body>(&items), &message);
        }
    }
    for (position, wrong, name) in
        [(0, json!(5), "log_group_id"), (5, json!(1), "switch_on"), (8, json!(5.5), "period")]
    {
        let mut items = items.clone();
        items[position] = wrong;
        assert_error(read::<MessagePackCompact, Body>(&items), &format!("{name} is invalid"));
    }
}

#[test]
fn an_array_is_not_a_body_in_formats_that_people_read() {
    fn rejects<F: Format>() {
        let items: Vec<Value> = members().into_iter().map(|(_, value)| value).collect();
        let error = read::<F, Body>(&items).unwrap_err();
        assert!(error.to_lowercase().contains("expected an object"), "{error}");
    }
    for_each_format!(rejects(): Json JsonSlice JsonReader JsonValue JsonValueRef Json5 Yaml Ron);
}

fn rejects_bytes_after_the_value<F: Format>() {
    let document = [F::write(&bodies()[0]).unwrap(), vec![0]].concat();
    assert!(F::read::<Body>(&document).is_err(), "{}", F::NAME);
}

#[test]
fn bytes_after_the_value_are_an_error() {
    for_each_format!(rejects_bytes_after_the_value(): Json JsonSlice JsonReader Yaml Toml Ron Bson Postcard Bincode);
}

fn writes_different_documents<F: Format>() {
    let mut documents = BTreeSet::new();
    let bodies = bodies();
    for body in &bodies {
        documents.insert(F::write(body).unwrap());
    }
    assert_eq!(documents.len(), bodies.len(), "{}", F::NAME);
}

#[test]
fn different_bodies_are_different_documents() {
    for_each_format!(writes_different_documents():
        Json JsonValue Json5 Yaml Toml Ron Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode
        Config Figment SerdeQs QuickXml);
}

// The warnings of the table.

#[test]
fn compact_messagepack_with_human_readable_loses_the_names_of_prefixes() {
    let write = |body: &Body| {
        let mut document = Vec::new();
        body.serialize(&mut rmp_serde::Serializer::new(&mut document).with_human_readable()).unwrap();
        document
    };
    let mut body = bodies().remove(0);
    body.prefix_name = PrefixName::new("x").ok();
    let mut other = bodies().remove(0);
    other.dir_prefix_name = DirPrefixName::new("x").ok();
    assert_eq!(write(&body), write(&other));
}

#[test]
fn an_unquoted_word_of_ron_is_an_absent_prefix() {
    let document = String::from_utf8(Ron::write(&Map(members())).unwrap()).unwrap();
    let body: Body = ron::from_str(&document.replace("\"x\"", "x")).unwrap();
    assert_eq!(body.dir_prefix_name, None);
}

#[test]
fn an_environment_is_a_body_if_config_parses_it() {
    let mut variables: BTreeMap<_, _> =
        members().into_iter().map(|(name, value)| (name, value.to_string().replace('"', ""))).collect();
    variables
        .insert("log_stream_ids", "45e7f609-xxxx-4cd3-835b-xxxx4a124718,45e7f609-xxxx-4cd3-835b-xxxx4a124718".into());
    variables.remove("prefix_name");
    let read = |parses| {
        let source = variables.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        let environment = config::Environment::default().source(Some(source)).try_parsing(parses);
        let environment =
            if parses { environment.list_separator(",").with_list_parse_key("log_stream_ids") } else { environment };
        let config = config::Config::builder().add_source(environment).build().unwrap();
        config.try_deserialize::<Body>().map_err(|error| error.to_string())
    };
    assert_eq!(read(true).unwrap().log_stream_ids.len(), 2);
    assert_error(read(false), Violation::InvalidLogStreamIds.message());
}

/// Serde buffers the value, and its buffer claims to be human-readable.
#[derive(Debug, Deserialize, PartialEq, Serialize)]
#[serde(untagged)]
enum Untagged {
    Body(Body),
}

#[test]
fn serdes_buffers_read_a_body_from_a_map_only() {
    let value = Untagged::Body(bodies().remove(0));
    assert_eq!(read::<MessagePackNamed, Untagged>(&value).as_ref(), Ok(&value));
    assert_eq!(read::<Cbor, Untagged>(&value).as_ref(), Ok(&value));
    assert_error(read::<MessagePackCompact, Untagged>(&value), "did not match any variant");
    let nested = Holder { value: bodies().remove(0) };
    assert_eq!(read::<MessagePackCompact, Holder<Body>>(&nested), Ok(nested));
}
