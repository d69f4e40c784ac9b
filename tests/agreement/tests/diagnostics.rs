//! Compares the diagnostics of generated bodies with the independent reader.

use agreement::random_documents;
use contract::diagnostics as property;
use fastrand::Rng;
use lts_log_dump::diagnostics::{Diagnostics, UnknownMembers};
use serde_json::Value;

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

#[test]
fn unknown_members_agree_with_the_independent_reader_in_every_layout() {
    let mut writer = layout::Writer::new(17);
    let mut random = Rng::with_seed(17);
    let (mut unknown, mut suggested, mut similar) = (0, 0, 0);
    for mut document in random_documents(17).take(BODIES / 4) {
        if let Value::Object(members) = &mut document {
            let names: Vec<_> = members.keys().filter(|_| random.u8(..4) == 0).cloned().collect();
            for name in &names {
                let value = members.remove(name).expect("the name of a member");
                members.insert(misspelled(name, &mut random), value);
            }
        }
        let body = writer.write(&document);
        property::diagnostics(&body);
        unknown += UnknownMembers::new(&body).count();
        suggested += UnknownMembers::new(&body).filter(|member| member.suggestion().is_some()).count();
        similar += Diagnostics::new(&body).filter(|diagnostic| diagnostic.similar_member().is_some()).count();
    }
    let counts = [unknown, suggested, similar, unknown - suggested];
    assert!(counts.iter().all(|count| *count > 500), "{counts:?}");
}

/// Edits a name up to four times.
fn misspelled(name: &str, random: &mut Rng) -> String {
    let mut name: Vec<char> = name.chars().collect();
    for _ in 0..random.u8(1..=4) {
        let at = random.usize(..=name.len());
        match random.u8(..8) {
            0 | 1 if at + 1 < name.len() => name.swap(at, at + 1),
            2 | 3 if at < name.len() => drop(name.remove(at)),
            4 if at < name.len() => name[at] = name[at].to_ascii_uppercase(),
            5 => name.retain(|character| *character != '_'),
            6 => name.insert(at, random.choice(['-', '_', ' ', 's', 'e']).expect("a character")),
            7 => name.insert(at, random.choice(['/', '~', '"', '\\', '\n', '😀', 'İ']).expect("a character")),
            _ => {}
        }
    }
    name.into_iter().collect()
}
