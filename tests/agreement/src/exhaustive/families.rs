//! The places in a body, and the pieces that are tried there.

use lts_log_dump::{DirPrefixName, LogGroupId, LogStreamId, ObsBucketName, PrefixName};

use super::Family;
use super::pieces::{
    BYTES, DIGITS, FEW_TOKENS, NEAR_THE_END, OF_LISTED, OF_LONG_NUMBERS, OF_NUMBERS, OF_STRINGS, TOKENS,
};

const ID: &str = "45e7f609-xxxx-4cd3-835b-xxxx4a124718";

/// A valid body: the names of its members, and their values as JSON.
const BODY: [(&str, &str); 10] = [
    ("log_group_id", "\"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053\""),
    ("log_stream_ids", "[\"45e7f609-xxxx-4cd3-835b-xxxx4a124718\"]"),
    ("obs_bucket_name", "\"lts\""),
    ("type", "\"cycle\""),
    ("storage_format", "\"RAW\""),
    ("switch_on", "true"),
    ("prefix_name", "\"\""),
    ("dir_prefix_name", "\"\""),
    ("period", "5"),
    ("period_unit", "\"min\""),
];

/// Returns all families. Each sequence has up to `more` pieces more than in the test, which takes seconds.
#[must_use]
pub fn families(more: u32) -> Vec<Family> {
    let mut all = Families { more, all: Vec::new() };
    all.tokens();
    all.strings();
    all.lengths();
    all.numbers();
    all.bytes();
    all.all
}

/// A body with a place for the pieces.
struct Place {
    name: String,
    before: String,
    after: String,
}

impl Place {
    /// Creates a place in the value of a member. `@` marks it in the new value.
    fn member(name: &str, written: &str) -> Self {
        let body = BODY.map(|(member, value)| format!("\"{member}\":{}", if member == name { written } else { value }));
        Self::at(&format!("{name}: {written}"), &format!("{{{}}}", body.join(",")))
    }

    /// Creates a place in an additional member before all others.
    fn more(member: &str) -> Self {
        let body = BODY.map(|(name, value)| format!("\"{name}\":{value}"));
        Self::at(&format!("member {member}"), &format!("{{{member},{}}}", body.join(",")))
    }

    fn at(name: &str, text: &str) -> Self {
        let (before, after) = text.split_once('@').expect("there is a place");
        Self { name: name.replace(ID, "ID"), before: before.into(), after: after.into() }
    }
}

struct Families {
    more: u32,
    all: Vec<Family>,
}

impl Families {
    fn add(&mut self, what: &str, place: &Place, pieces: &'static [&'static [u8]], most: u32) {
        self.all.push(Family {
            name: format!("{what}, {}", place.name),
            before: place.before.clone().into_bytes(),
            pieces,
            most,
            after: place.after.clone().into_bytes(),
        });
    }

    fn tokens(&mut self) {
        let body = BODY.map(|(name, value)| format!("\"{name}\":{value}")).join(",");
        let mut places = vec![
            Place::at("the whole text", "@"),
            Place::at("before the body", &format!("@{{{body}}}")),
            Place::at("after the body", &format!("{{{body}}}@")),
            Place::at("after the last member", &format!("{{{body}@}}")),
            Place::more("@:0"),
            Place::more("\"x\":@"),
            Place::member("log_stream_ids", "[@]"),
            Place::member("log_stream_ids", &format!("[\"{ID}\"@]")),
            Place::member("type", "[@]"),
        ];
        places.extend(BODY.map(|(name, _)| Place::member(name, "@")));
        for place in places {
            self.add("tokens", &place, TOKENS, 2 + self.more);
        }
        for place in [Place::at("the whole text", "@"), Place::at("after the last member", &format!("{{{body}@}}"))] {
            self.add("few tokens, long", &place, FEW_TOKENS, 4 + self.more);
        }
    }

    fn strings(&mut self) {
        for place in [
            Place::member("prefix_name", "\"@\""),
            Place::member("obs_bucket_name", "\"@\""),
            Place::member("log_stream_ids", "[\"@\"]"),
            Place::member("type", "{\"@\":0}"),
            Place::more("\"@\":0"),
            Place::more("\"x\":[\"@\"]"),
        ] {
            self.add("pieces of strings", &place, OF_STRINGS, 2 + self.more);
        }
        // A duplicate member, if the pieces are empty.
        self.add("pieces of strings", &Place::more("\"@type\":0"), OF_STRINGS, 1 + self.more);
        self.add("pieces of strings", &Place::more("\"type@\":0"), OF_STRINGS, 1 + self.more);
        self.add("pieces of a listed value", &Place::member("storage_format", "\"@\""), OF_LISTED, 2 + self.more);
    }

    /// Strings with one character less than a bound, and with the bound's number of characters.
    fn lengths(&mut self) {
        for (name, counts, written) in [
            ("log_group_id", [LogGroupId::LEN].as_slice(), "\"@\""),
            ("log_stream_ids", &[LogStreamId::LEN], "[\"@\"]"),
            ("obs_bucket_name", &[ObsBucketName::MIN_LEN, ObsBucketName::MAX_LEN], "\"@\""),
            ("prefix_name", &[PrefixName::MAX_LEN], "\"@\""),
            ("dir_prefix_name", &[DirPrefixName::MAX_LEN], "\"@\""),
        ] {
            for count in counts.iter().flat_map(|bound| [bound - 1, *bound]) {
                for character in ["a", "é", "😀", "\\u0061", "\\ud83d\\ude00"] {
                    let filled = character.repeat(count);
                    let mut place = Place::member(name, &written.replace('@', &format!("{filled}@")));
                    place.name = format!("{name} after {count} characters");
                    self.add("pieces of strings", &place, OF_STRINGS, 1 + self.more);
                }
            }
        }
    }

    fn numbers(&mut self) {
        let mut in_hours = Place::member("period", "@");
        in_hours.name = "period: @ in hours".into();
        in_hours.after = in_hours.after.replace("min", "hour");
        for place in [
            Place::member("period", "@"),
            in_hours,
            Place::member("type", "@"),
            Place::member("log_stream_ids", "[@]"),
            Place::more("\"x\":@"),
        ] {
            self.add("characters of numbers", &place, OF_NUMBERS, 3 + self.more);
        }
        // Near an integer, the greatest double and the least double.
        for digits in [
            "4.99999999999999@",
            "5.00000000000000@",
            "499999999999999@e-14",
            "0.00500000000000000@e3",
            "1.7976931348623@e308",
            "17976931348623@e295",
            "-1.7976931348623@e308",
            "2.4703282292062@e-324",
            "225179981368@.5",
            "450359962737@.5",
            "900719925474@.5",
        ] {
            self.add("digits that are rounded", &Place::member("period", digits), DIGITS, 2 + self.more);
        }
        self.add("long numbers", &Place::member("period", "5@"), OF_LONG_NUMBERS, 3 + self.more);
    }

    /// Every byte at every offset of a string, because the crate reads strings in steps of eight bytes.
    fn bytes(&mut self) {
        const LONGEST: usize = 17;
        for length in 0..=LONGEST {
            for offset in 0..=length {
                let string = format!("\"{}@{}\"", "a".repeat(offset), "a".repeat(length - offset));
                for (name, mut place) in [
                    ("the value of a member", Place::member("prefix_name", &string)),
                    ("the name of a member", Place::more(&format!("{string}:0"))),
                    ("an undocumented member", Place::more(&format!("\"x\":{string}"))),
                ] {
                    place.name = name.into();
                    self.add("every byte", &place, BYTES, 1);
                    self.add("special bytes", &place, NEAR_THE_END, 1 + self.more);
                }
            }
        }
        for offset in 0..=ID.len() {
            let (before, after) = ID.split_at(offset);
            let mut place = Place::member("log_stream_ids", &format!("[\"{before}@{after}\"]"));
            place.name = "an ID with a byte more".into();
            self.add("every byte", &place, BYTES, 1);
            let mut place =
                Place::member("log_stream_ids", &format!("[\"{before}@{}\"]", after.get(1..).unwrap_or("")));
            place.name = "an ID with another byte".into();
            self.add("every byte", &place, BYTES, 1);
        }
    }
}
