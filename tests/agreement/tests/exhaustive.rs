//! The crate and the independent reader agree on all small bodies. The binary `exhaustive` compares longer ones.

use agreement::exhaustive::{Family, families};

#[test]
fn crate_and_independent_reader_agree_on_all_small_bodies() {
    for family in families(0) {
        family.compare(0..family.count()).unwrap();
    }
}

#[test]
fn a_family_contains_every_sequence_once() {
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
fn there_are_over_300_million_bodies_with_three_more_pieces() {
    let total: usize = families(3).iter().map(Family::count).sum();
    assert!(total > 300_000_000, "{total}");
}
