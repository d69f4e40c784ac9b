//! Bodies that are expensive to parse on purpose.

const MEGABYTES_10: usize = 10_000_000;
const MILLION: usize = 1_000_000;
const LEVELS: usize = 100_000;

/// A hostile body with its name in the results.
#[derive(Clone, Debug)]
pub struct Hostile {
    pub name: &'static str,
    pub json: Vec<u8>,
}

#[must_use]
pub fn all() -> Vec<Hostile> {
    let long = "x".repeat(MEGABYTES_10);
    let nested = format!("{}{}", "[".repeat(LEVELS), "]".repeat(LEVELS));
    let many = |item: &dyn Fn(usize) -> String| (0..MILLION).map(item).collect::<Vec<_>>().join(",");
    [
        ("10 MB string in a name", format!(r#"{{"prefix_name":"{long}"}}"#)),
        ("10 MB string with an escape in a name", format!(r#"{{"prefix_name":"\n{long}"}}"#)),
        ("1,000,000 unknown members", format!("{{{}}}", many(&|number| format!(r#""x{number}":{number}"#)))),
        ("1,000,000 duplicate members", format!("{{{}}}", many(&|_| r#""type":"cycle""#.into()))),
        ("1,000,000 bad IDs", format!(r#"{{"log_stream_ids":[{}]}}"#, many(&|number| format!(r#""{number}""#)))),
        ("100,000 levels in an ignored member", format!(r#"{{"x":{nested}}}"#)),
        ("100,000 levels in a name", format!(r#"{{"prefix_name":{nested}}}"#)),
        ("100,000 levels in the list of IDs", format!(r#"{{"log_stream_ids":{nested}}}"#)),
        ("10 MB number", format!(r#"{{"period":{}}}"#, "1".repeat(MEGABYTES_10))),
    ]
    .map(|(name, json)| Hostile { name, json: json.into_bytes() })
    .into()
}
