//! Unknown members, and documented members with a similar name.

use contract::diagnostics as property;
use lts_log_dump::Field;
use lts_log_dump::diagnostics::{Diagnostics, UnknownMembers};

use super::locations::{example, listing};

/// The documented members, each with five misspellings: case, camelCase, kebab-case, swapped letters, one letter lost.
const MISSPELLED: [(&str, [&str; 5]); 10] = [
    ("log_group_id", ["LOG_GROUP_ID", "logGroupId", "log-group-id", "log_gruop_id", "log_goup_id"]),
    ("log_stream_ids", ["Log_Stream_Ids", "logStreamIds", "log-stream-ids", "log_straem_ids", "log_stream_id"]),
    ("obs_bucket_name", ["OBS_bucket_name", "obsBucketName", "obs-bucket-name", "obs_bucekt_name", "obs_buket_name"]),
    ("type", ["Type", "tYpe", "-type-", "tpye", "tye"]),
    ("storage_format", ["STORAGE_FORMAT", "storageFormat", "storage-format", "stroage_format", "storage_fomat"]),
    ("switch_on", ["Switch_On", "switchOn", "switch-on", "swithc_on", "swich_on"]),
    ("prefix_name", ["PREFIX_NAME", "prefixName", "prefix-name", "perfix_name", "prefix_nam"]),
    ("dir_prefix_name", ["Dir_Prefix_Name", "dirPrefixName", "dir-prefix-name", "dir_prefxi_name", "dir_prefix_ame"]),
    ("period", ["PERIOD", "peRiod", "per-iod", "peroid", "perod"]),
    ("period_unit", ["Period_unit", "periodUnit", "period-unit", "period_uint", "period_unt"]),
];

/// Names that people add on purpose.
const UNRELATED: [&str; 10] =
    ["comment", "id", "tags", "project_id", "description", "owner", "$schema", "enabled", "region", "name"];

/// Lists the unknown members of a body, one per line: position, pointer, span, suggestion.
fn unknown(body: &str) -> String {
    let list = |member: lts_log_dump::diagnostics::UnknownMember<'_>| {
        let suggestion = member.suggestion().map_or("", Field::name);
        let (line, column, pointer) = (member.line(), member.column(), member.pointer());
        format!("{line}:{column} {pointer:?} {} {suggestion}\n", &body[member.span()])
    };
    property::diagnostics(body.as_bytes());
    UnknownMembers::new(body.as_bytes()).map(list).collect()
}

#[test]
fn suggests_the_documented_name_for_five_misspellings_of_each() {
    for (name, misspelled) in MISSPELLED {
        for unknown_name in misspelled {
            let body = format!("{{\"é\": 0,\n  {unknown_name:?}: 1}}");
            let expected = format!("1:2 \"/é\" \"é\" \n2:3 \"/{unknown_name}\" {unknown_name:?} {name}\n");
            assert_eq!(unknown(&body), expected);
        }
    }
}

#[test]
fn suggests_nothing_for_ten_unrelated_names() {
    for name in UNRELATED {
        assert_eq!(unknown(&format!("{{{name:?}: 1}}")), format!("1:2 \"/{name}\" {name:?} \n"));
    }
}

#[test]
fn allows_more_edits_for_longer_names() {
    for (name, suggestion) in [
        ("typ", "type"),
        ("ty", ""),
        ("types1", ""),
        ("perio", "period"),
        ("peri", "period"),
        ("per", ""),
        ("swatch_in", "switch_on"),
        ("swatch_inn", ""),
        ("storage_fmt", "storage_format"),
        ("storage_fm", ""),
        // A swap and a letter in between are two edits.
        ("peixrod", "period"),
        ("pexyod", "period"),
        ("pexyzd", ""),
        ("TYPE ", "type"),
        ("", ""),
        ("_- ", ""),
        ("log_streams_identifiers_of_the_group", ""),
    ] {
        let expected = format!("1:2 \"/{name}\" {name:?} {suggestion}\n");
        assert_eq!(unknown(&format!("{{{name:?}: 1}}")), expected);
    }
}

#[test]
fn suggests_nothing_if_two_names_are_equally_similar() {
    // Three edits lead to `prefix_name`, and three to `dir_prefix_name`.
    assert_eq!(unknown("{\"xyz_prefix_name\": 1}"), "1:2 \"/xyz_prefix_name\" \"xyz_prefix_name\" \n");
    assert_eq!(unknown("{\"dri_prefix_name\": 1}"), "1:2 \"/dri_prefix_name\" \"dri_prefix_name\" dir_prefix_name\n");
}

#[test]
fn never_suggests_a_member_that_the_body_has() {
    for (name, misspelled) in MISSPELLED {
        for unknown_name in misspelled {
            for body in
                [format!("{{{name:?}: 1, {unknown_name:?}: 1}}"), format!("{{{unknown_name:?}: 1, {name:?}: 1}}")]
            {
                let suggestions: Vec<_> =
                    UnknownMembers::new(body.as_bytes()).map(|member| member.suggestion()).collect();
                assert_eq!(suggestions, [None], "{body}");
                property::diagnostics(body.as_bytes());
            }
        }
    }
}

#[test]
fn suggests_documented_names_for_those_of_the_sibling_api() {
    for (name, suggestion) in [
        ("obs_period", "period"),
        ("obsPeriod", "period"),
        ("obs_period_unit", "period_unit"),
        ("log_streams", "log_stream_ids"),
        ("obs_prefix_name", "prefix_name"),
        ("obs_dir_pre_fix_name", "dir_prefix_name"),
    ] {
        assert_eq!(unknown(&format!("{{{name:?}: 1}}")), format!("1:2 \"/{name}\" {name:?} {suggestion}\n"));
    }
    for (value, suggestion) in [("ENABLE", "true"), ("DISABLE", "false"), ("disabled", "false"), ("Enabled", "true")] {
        let body = example("\"true\"", &format!("{value:?}"));
        assert!(listing(body.as_bytes()).ends_with(&format!(" /switch_on {value:?} | {value:?} | {suggestion}\n")));
    }
}

#[test]
fn lists_escaped_repeated_and_odd_names() {
    let body = "{\r\n\t\"swich\\u005fon\": 1, \"swich_on\": {\"x\": [\"}\"]}, \"😀/~\": 0,\
                \n\"\\\"\\n\": 0, \"\\ud83d\\ude00\": 0, \"\\ud83d\": 0, \"swich_on\": 0}";
    let expected = r#"2:2 "/swich_on" "swich\u005fon" switch_on
2:22 "/swich_on" "swich_on" switch_on
2:48 "/😀~1~0" "😀/~" 
3:1 "/\"\n" "\"\n" 
3:12 "/😀" "\ud83d\ude00" 
3:31 "/�" "\ud83d" 
3:44 "/swich_on" "swich_on" switch_on
"#;
    assert_eq!(unknown(body), expected);
}

#[test]
fn lists_nothing_if_the_body_is_not_a_json_object() {
    for body in ["", "{\"x\": 1", "{\"x\": 1,}", "[{\"x\": 1}]", "\"x\"", "\u{feff}{\"x\": 1}", "{\"x\": 1} 2"] {
        assert_eq!(unknown(body), "", "{body}");
    }
    assert_eq!(UnknownMembers::new(b"{\"x\": \"\xff\"}").next(), None);
    // Duplicates of documented members are JSON.
    assert_eq!(unknown("{\"type\": 1, \"type\": 2, \"x\": 1}"), "1:24 \"/x\" \"x\" \n");
}

#[test]
fn shows_the_similar_unknown_member_for_a_missing_member() {
    let body = example("\"log_stream_ids\"", "\"log_stream_id\"").replace("\"type\"", "\"tpye\": 1, \"Type\"");
    let similar: Vec<_> = Diagnostics::new(body.as_bytes())
        .map(|diagnostic| {
            (diagnostic.field().map(Field::name), diagnostic.similar_member().map(|member| member.pointer()))
        })
        .collect();
    let expected = [("log_stream_ids", "/log_stream_id"), ("type", "/tpye")];
    assert_eq!(similar, expected.map(|(field, pointer)| (Some(field), Some(pointer.to_owned()))));
    let body = example("\"RAW\"", "5").replace("\"type\"", "\"comment\"");
    for diagnostic in Diagnostics::new(body.as_bytes()) {
        assert_eq!(diagnostic.similar_member(), None, "{diagnostic}");
    }
}

#[test]
fn describes_an_unknown_member_in_one_short_line() {
    let long = "x".repeat(100_000);
    let body = format!("{{\"{long}\": 1, \"a\\n\\u202eb\": 2}}");
    let described: Vec<_> = UnknownMembers::new(body.as_bytes()).map(|member| member.to_string()).collect();
    assert_eq!(
        described,
        [
            format!("unknown member `{}…` at line 1 column 2", &long[..64]),
            "unknown member `a\\n\\u{202e}b` at line 1 column 100009".into(),
        ]
    );
}

#[test]
fn finds_each_of_many_unknown_members() {
    const MEMBERS: usize = 100_000;
    let body = format!("{{{}}}", vec!["\"x\":[]"; MEMBERS].join(","));
    let mut members = UnknownMembers::new(body.as_bytes());
    assert_eq!(members.by_ref().nth(MEMBERS - 1).unwrap().column(), 7 * (MEMBERS - 1) + 2);
    assert_eq!((members.next(), members.next()), (None, None));
}
