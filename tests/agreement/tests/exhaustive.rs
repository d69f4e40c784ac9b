//! The crate and the independent reader agree on all small cases, as far as a test in debug mode has the time: the binary
//! `exhaustive` has longer ones.

use agreement::exhaustive::{Family, families};

#[test]
fn the_crate_judges_all_small_cases_as_the_independent_reader_does() {
    for family in families(0) {
        family.compare(0..family.count()).unwrap();
    }
}

#[test]
fn a_family_has_every_sequence_once() {
    let families = families(0);
    let whole = families.iter().find(|family| family.name == "tokens, the whole text").expect("the first family");
    let mut text = Vec::new();
    let mut text_of = |number| {
        whole.write(number, &mut text);
        String::from_utf8_lossy(&text).into_owned()
    };
    let texts: Vec<_> = (0..whole.count()).map(&mut text_of).collect();
    assert_eq!(texts.len(), 1 + 26 + 26 * 26);
    assert_eq!((&*texts[0], &*texts[1], &*texts[27], &*texts[28]), ("", "{", "{{", "}{"));
}

#[test]
fn there_are_300_million_texts_with_three_pieces_more() {
    let total: usize = families(3).iter().map(Family::count).sum();
    assert!(total > 300_000_000, "{total}");
}
