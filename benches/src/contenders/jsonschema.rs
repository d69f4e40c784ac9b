use std::hint::black_box;
use std::sync::LazyLock;

use jsonschema::Validator;
use serde_json::Value;

static SCHEMA: LazyLock<Validator> =
    LazyLock::new(|| jsonschema::validator_for(&crate::schema::body()).expect("it is a schema"));

pub(super) fn read(json: &[u8]) -> bool {
    let body = black_box(serde_json::from_slice::<Value>(black_box(json)));
    body.is_ok_and(|body| black_box(SCHEMA.is_valid(&body)))
}
