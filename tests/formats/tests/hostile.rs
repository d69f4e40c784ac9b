//! Damaged and hostile documents never cause a panic or a large allocation. The test needs a binary of its own to replace
//! the allocator.

use benches::counting::{Counting, counted};
use formats::values::{Holder, bodies, lists};
use formats::{Format, for_each_format};
use lts_log_dump::{CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, ErrorBody, LogGroupId, LogStreamIds};
use serde::Serialize;
use serde::de::DeserializeOwned;

#[global_allocator]
static ALLOCATOR: Counting = Counting;

/// The bytes that an error and its text may need, in addition to a small multiple of the document.
const MOST: usize = 1024;

fn reads_cheaply<F: Format, T: DeserializeOwned>(document: &[u8]) {
    let (_, counts) = counted(|| F::read::<T>(document).map(drop));
    assert!(counts.peak <= MOST + 8 * document.len(), "{} allocates {} bytes for {document:?}", F::NAME, counts.peak);
}

fn read_all<F: Format>(document: &[u8]) {
    reads_cheaply::<F, CreateLogDumpObsRequestBody>(document);
    reads_cheaply::<F, CreateLogDumpObsResponseBody>(document);
    reads_cheaply::<F, ErrorBody>(document);
    reads_cheaply::<F, LogStreamIds>(document);
    reads_cheaply::<F, LogGroupId>(document);
    reads_cheaply::<F, Holder<LogStreamIds>>(document);
}

/// Pieces that are a large length, or the start of a large value, in some format.
const PIECES: &[&[u8]] = &[
    // Postcard: lengths of 7 bits per byte.
    &[0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1],
    &[0xff, 0xff, 0xff, 0xff, 0x0f],
    // Bincode: lengths of 2, 4, 8 and 16 bytes.
    &[0xfb, 0xff, 0xff],
    &[0xfc, 0xff, 0xff, 0xff, 0xff],
    &[0xfd, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f],
    &[0xfe, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    // CBOR: long arrays, strings, bytes and maps.
    &[0x9b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x7b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0x5b, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    &[0xbb, 0x7f, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff],
    // MessagePack: the same.
    &[0xdd, 0xff, 0xff, 0xff, 0xff],
    &[0xdb, 0xff, 0xff, 0xff, 0xff],
    &[0xc6, 0xff, 0xff, 0xff, 0xff],
    &[0xdf, 0xff, 0xff, 0xff, 0xff],
];

fn damage<F: Format>(value: &impl Serialize) {
    let document = F::write(value).unwrap();
    for position in 0..=document.len() {
        let (start, end) = document.split_at(position);
        read_all::<F>(start);
        for piece in PIECES {
            read_all::<F>(&[start, piece].concat());
            read_all::<F>(&[start, piece, end.get(1..).unwrap_or_default()].concat());
        }
        for byte in [0, 1, 0x7f, 0x80, 0xff] {
            read_all::<F>(&[start, &[byte], end.get(1..).unwrap_or_default()].concat());
        }
    }
}

fn damages<F: Format>() {
    damage::<F>(&bodies()[0]);
    damage::<F>(&ErrorBody::from(lts_log_dump::Violation::InvalidPeriod));
    damage::<F>(&Holder { value: lists().remove(0) });
}

#[test]
fn damaged_documents_are_read_without_a_panic_and_in_little_memory() {
    for_each_format!(damages(): Json Cbor Bson MessagePackNamed MessagePackCompact Postcard Bincode);
}

#[test]
fn an_invalid_list_does_not_keep_ids() {
    fn peak<F: Format>(count: usize) -> usize {
        let mut ids = vec!["45e7f609-xxxx-4cd3-835b-xxxx4a124718"; count];
        ids.insert(0, "short");
        let document = F::write(&ids).unwrap();
        let (read, counts) = counted(|| F::read::<LogStreamIds>(&document).is_ok());
        assert!(!read);
        counts.peak
    }
    fn is_constant<F: Format>() {
        assert_eq!(peak::<F>(10), peak::<F>(1000), "{}", F::NAME);
    }
    for_each_format!(is_constant(): Cbor MessagePackCompact Postcard Bincode Json);
}
