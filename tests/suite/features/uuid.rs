//! The feature `uuid`.

use lts_log_dump::uuid::Uuid;
use lts_log_dump::{LogDumpObsId, LogGroupId, LogStreamId};

#[test]
fn an_id_equals_the_hyphenated_uuid() {
    for byte in 0..=u8::MAX {
        for position in 0..16 {
            let mut bytes = [0; 16];
            bytes[position] = byte;
            let uuid = Uuid::from_bytes(bytes);
            let text = uuid.hyphenated().to_string();
            assert_eq!(LogGroupId::from(uuid), text);
            assert_eq!(LogStreamId::from(uuid), text);
            assert_eq!(LogDumpObsId::from(uuid), text);
        }
    }
}
