//! The independent reader and the files of `schema/` have the bounds and lists of the second statement.

use agreement::bounds::bodies;
use agreement::reader::read;
use agreement::{Rules, schema};

#[test]
fn the_independent_reader_has_the_bounds_of_the_second_statement() {
    for case in bodies() {
        let wrong = read(case.body.as_bytes()).err().unwrap_or_default();
        let messages: Vec<_> = wrong.iter().map(|wrong| wrong.message).collect();
        assert_eq!(messages, case.messages, "{}", case.body);
    }
}

#[test]
fn the_schema_has_the_bounds_of_the_second_statement() {
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
fn the_types_of_the_schema_have_the_bounds_of_the_second_statement() {
    let types = Rules::new(schema("request-body.types.json"));
    for case in bodies() {
        let document = serde_json::from_str(&case.body).expect("a document");
        assert_eq!(types.accept(&document), case.messages.is_empty(), "{}", case.body);
    }
}
