//! Compares the diagnostics of generated bodies with the independent reader.

use agreement::random_documents;
use contract::diagnostics as property;
use lts_log_dump::diagnostics::Diagnostics;

mod layout;

/// The number of bodies to compare.
const BODIES: usize = 20_000;

#[test]
fn agrees_with_the_independent_reader_in_every_layout() {
    let mut writer = layout::Writer::new(13);
    let (mut places, mut items, mut not_json, mut accepted) = (0, 0, 0, 0);
    for document in random_documents(13).take(BODIES) {
        let body = writer.write(&document);
        property::diagnostics(&body);
        let diagnostics: Vec<_> = Diagnostics::new(&body).collect();
        places += diagnostics.len();
        items += diagnostics.iter().filter(|place| place.pointer().to_string().matches('/').count() == 2).count();
        not_json += diagnostics.iter().filter(|place| place.violation().is_none()).count();
        accepted += usize::from(diagnostics.is_empty());
    }
    // There are enough bodies of each kind.
    let counts = [places, items, not_json, accepted];
    assert!(counts.iter().all(|count| *count > 1000), "{counts:?}");
}
