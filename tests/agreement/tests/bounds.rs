//! The independent reader and the files in `schema/` have the bounds and lists of `contract::bounds`.

use agreement::{Rules, schema};
use contract::bounds::bodies;
use contract::reader::read;

#[test]
fn independent_reader_has_the_literal_bounds() {
    for case in bodies() {
        let wrong = read(case.body.as_bytes()).err().unwrap_or_default();
        let messages: Vec<_> = wrong.iter().map(|wrong| wrong.message).collect();
        assert_eq!(messages, case.messages, "{}", case.body);
    }
}

#[test]
fn schema_rules_have_the_literal_bounds() {
    for name in ["request-body.json", "request-body.draft-07.json"] {
        let rules = Rules::new(schema(name));
        for case in bodies() {
            let document = serde_json::from_str(&case.body).expect("a document");
            let errors = rules.errors(&document);
            let messages: Vec<_> = errors.iter().map(|error| &*error.error_msg).collect();
            assert_eq!(messages, case.messages, "{name}: {}", case.body);
            assert_eq!(rules.accept(&document), case.messages.is_empty(), "{name}: {}", case.body);
        }
    }
}

#[test]
fn schema_without_rules_has_the_literal_bounds() {
    let types = Rules::new(schema("request-body.types.json"));
    for case in bodies() {
        let document = serde_json::from_str(&case.body).expect("a document");
        assert_eq!(types.accept(&document), case.messages.is_empty(), "{}", case.body);
    }
}
