//! Invisible characters in the reports.

use icu_properties::CodePointMapData;
use icu_properties::CodePointSetData;
use icu_properties::props::{BidiControl, DefaultIgnorableCodePoint, GeneralCategory};
use lts_log_dump::diagnostics::{Diagnostics, UnknownMembers, Visible};

use super::locations::{example, listing};

#[test]
fn escapes_exactly_the_characters_with_an_invisible_property() {
    let bidi_control = CodePointSetData::new::<BidiControl>();
    let default_ignorable = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let category = CodePointMapData::<GeneralCategory>::new();
    for character in '\0'..=char::MAX {
        let is_invisible = bidi_control.contains(character)
            || default_ignorable.contains(character)
            || matches!(
                category.get(character),
                GeneralCategory::Control
                    | GeneralCategory::Format
                    | GeneralCategory::LineSeparator
                    | GeneralCategory::ParagraphSeparator
            );
        let shown = Visible(character.encode_utf8(&mut [0; 4])).to_string();
        if is_invisible {
            let short = ['\t', '\n', '\r'].contains(&character).then(|| character.escape_default().to_string());
            assert_eq!(shown, short.unwrap_or_else(|| character.escape_unicode().to_string()));
        } else {
            assert!(shown.chars().eq([character]), "U+{:04X}", u32::from(character));
        }
    }
}

#[test]
fn writes_the_escapes_of_json_in_the_alternate_form() {
    let string = Visible("\t\n\r\u{1}\u{9b}\u{e0001}é");
    assert_eq!(format!("{string:#}"), "\\t\\n\\r\\u0001\\u009b\\udb40\\udc01é");
    assert_eq!(format!("{string}"), "\\t\\n\\r\\u{1}\\u{9b}\\u{e0001}é");
}

#[test]
fn keeps_the_joiners_of_an_emoji() {
    for emoji in ["👨\u{200d}👩\u{200d}👧\u{200d}👦", "❤\u{fe0f}\u{200d}🔥", "🏳\u{fe0f}\u{200d}🌈", "👩🏽\u{200d}🚀"]
    {
        assert_eq!(Visible(emoji).to_string(), emoji);
    }
    for (string, shown) in [
        ("👩\u{200d}", "👩\\u{200d}"),
        ("\u{200d}👩", "\\u{200d}👩"),
        ("👩\u{200d}\u{200d}👩", "👩\\u{200d}\\u{200d}👩"),
        ("❤\u{fe0f}\u{fe0f}", "❤\u{fe0f}\\u{fe0f}"),
        ("❤\u{fe0e}", "❤\\u{fe0e}"),
        ("a\u{200d}b", "a\\u{200d}b"),
        ("RAW\u{fe0f}", "RAW\\u{fe0f}"),
        ("", ""),
    ] {
        assert_eq!(Visible(string).to_string(), shown);
    }
}

#[test]
fn escapes_invisible_characters_in_values_and_names() {
    for character in
        ['\u{61c}', '\u{34f}', '\u{115f}', '\u{180e}', '\u{3164}', '\u{fe0f}', '\u{ffa0}', '\u{e0041}', '\u{1d173}']
    {
        let escape = character.escape_unicode();
        let body = example("\"RAW\"", &format!("\"RAW{character}\""));
        assert!(listing(body.as_bytes()).contains(&format!(" | \"RAW{escape}\" | \"RAW\"\n")), "{escape}");
        let body = example("d9dba9f3-", &format!("d9dba9f3{character}"));
        assert!(listing(body.as_bytes()).ends_with(&format!(" | `{escape}` at character 9\n")), "{escape}");
        let body = format!("{{{character}");
        let unexpected = Diagnostics::new(body.as_bytes()).next().unwrap();
        assert_eq!(unexpected.found().to_string(), format!("`{escape}`"));
        let body = format!("{{\"type{character}\": 1}}");
        let unknown = UnknownMembers::new(body.as_bytes()).next().unwrap();
        let expected = format!("unknown member `type{escape}` at line 1 column 2, similar to `type`");
        assert_eq!(unknown.to_string(), expected);
    }
}
