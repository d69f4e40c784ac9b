//! `to_json` and `write_json` write what `Serialize` writes.

use contract::properties::written;
use lts_log_dump::{
    CreateLogDumpObsRequestBody, DirPrefixName, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName, Period,
    PrefixName, StorageFormat, literal,
};

const ID: LogStreamId = literal!(LogStreamId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718");

fn body(ids: usize) -> CreateLogDumpObsRequestBody {
    let group = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
    let ids = LogStreamIds::new(vec![ID; ids]).unwrap();
    CreateLogDumpObsRequestBody::new(group, ids, literal!(ObsBucketName, "lts-test"), Period::Min5)
}

#[test]
fn writes_the_members_in_table_order() {
    let body = CreateLogDumpObsRequestBody { dir_prefix_name: Some(literal!(DirPrefixName, "a/b")), ..body(2) };
    let expected = "{\"log_group_id\":\"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053\",\"log_stream_ids\":\
        [\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\",\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"],\
        \"obs_bucket_name\":\"lts-test\",\"type\":\"cycle\",\"storage_format\":\"RAW\",\"switch_on\":true,\
        \"dir_prefix_name\":\"a/b\",\"period\":5,\"period_unit\":\"min\"}";
    assert_eq!(String::from_utf8(body.to_json()).unwrap(), expected);
}

#[test]
fn writes_each_interval_format_switch_and_number_of_ids() {
    for period in Period::ALL {
        for storage_format in StorageFormat::ALL {
            for switch_on in [false, true] {
                for ids in [1, 2, 100] {
                    written(&CreateLogDumpObsRequestBody {
                        period: *period,
                        storage_format: *storage_format,
                        switch_on,
                        ..body(ids)
                    });
                }
            }
        }
    }
}

#[test]
fn escapes_only_characters_that_json_requires() {
    let controls = (0..=0x20_u8).map(char::from).chain('\u{7f}'..='\u{a0}');
    let others = ['"', '\\', '/', '\u{2028}', '\u{2029}', '\u{feff}', '\u{ffff}', '😀', '\u{10ffff}'];
    for character in controls.chain(others) {
        for name in [format!("{character}ab"), format!("ab{character}"), character.to_string().repeat(64)] {
            let name = || PrefixName::new(&name).unwrap();
            written(&CreateLogDumpObsRequestBody { prefix_name: Some(name()), ..body(1) });
            let dir_prefix_name = Some(DirPrefixName::new(name().as_str()).unwrap());
            written(&CreateLogDumpObsRequestBody { prefix_name: None, dir_prefix_name, ..body(1) });
            let bucket: String = name().as_str().chars().take(ObsBucketName::MAX_LEN).collect();
            written(&CreateLogDumpObsRequestBody { obs_bucket_name: ObsBucketName::new(bucket).unwrap(), ..body(1) });
        }
    }
}

#[test]
fn allocates_enough_at_once_if_nothing_is_escaped() {
    for ids in [1, 10, 1000] {
        let longest = "x".repeat(64);
        let body = CreateLogDumpObsRequestBody {
            obs_bucket_name: ObsBucketName::new("x".repeat(63)).unwrap(),
            prefix_name: Some(PrefixName::new(&longest).unwrap()),
            dir_prefix_name: Some(DirPrefixName::new(&longest).unwrap()),
            period: Period::Hour12,
            storage_format: StorageFormat::Json,
            switch_on: false,
            ..body(ids)
        };
        let mut buffer = Vec::new();
        body.write_json(&mut buffer);
        let capacity = buffer.capacity();
        buffer.clear();
        body.write_json(&mut buffer);
        assert_eq!(buffer.capacity(), capacity);
        assert!(capacity < buffer.len() + 400, "{capacity} for {}", buffer.len());
    }
}
