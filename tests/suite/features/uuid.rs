//! The feature `uuid`.

use lts_log_dump::{LogDumpObsId, LogGroupId, LogStreamId, ProjectId, literal};
use uuid::Uuid;

#[test]
fn each_byte_of_a_uuid_is_in_the_id_and_read_back() {
    for byte in 0..=u8::MAX {
        for position in 0..16 {
            let mut bytes = [0; 16];
            bytes[position] = byte;
            let uuid = Uuid::from_bytes(bytes);
            let text = uuid.hyphenated().to_string();
            assert_eq!(LogGroupId::from(uuid), *text);
            assert_eq!(LogStreamId::from(uuid), *text);
            assert_eq!(LogDumpObsId::from(uuid), *text);
            assert_eq!(ProjectId::from(uuid), *text.replace('-', ""));

            assert_eq!(Uuid::try_from(LogGroupId::from(uuid)), Ok(uuid));
            assert_eq!(Uuid::try_from(LogStreamId::from(uuid)), Ok(uuid));
            assert_eq!(Uuid::try_from(LogDumpObsId::from(uuid)), Ok(uuid));
            assert_eq!(Uuid::try_from(ProjectId::from(uuid)), Ok(uuid));
        }
    }
}

#[test]
fn reads_upper_case_digits_of_an_id() {
    let id = literal!(LogGroupId, "D9DBA9F3-0000-48BD-0000-0000A24A8053");
    assert_eq!(Uuid::try_from(id).unwrap().to_string(), "d9dba9f3-0000-48bd-0000-0000a24a8053");
}

#[test]
fn rejects_an_id_that_is_not_a_uuid() {
    assert!(Uuid::try_from(literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053")).is_err());
    assert!(Uuid::try_from(literal!(LogStreamId, "d9dba9f30000-48bd-0000-00000a24a8053")).is_err());
    assert!(Uuid::try_from(literal!(LogDumpObsId, "d9dba9f3000048bd00000000a24a80530000")).is_err());
    assert!(Uuid::try_from(literal!(ProjectId, "2a473356cca5487f8373be891bffc1c~")).is_err());
}
