//! The macro for values that the compiler checks.

/// Creates an ID or a name from a literal that the compiler checks.
///
/// The result is a constant, so it cannot fail at run time.
///
/// ```
/// use lts_log_dump::{LogGroupId, ObsBucketName, literal};
///
/// const BUCKET: ObsBucketName = literal!(ObsBucketName, "lts-test");
/// assert_eq!(ObsBucketName::new("lts-test"), Ok(BUCKET));
///
/// let group = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
/// assert_eq!(group, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
/// ```
///
/// A literal that the type's `new` rejects does not compile:
///
/// ```compile_fail,E0080
/// let group = lts_log_dump::literal!(lts_log_dump::LogGroupId, "too short");
/// ```
///
/// ```compile_fail,E0080
/// let bucket = lts_log_dump::literal!(lts_log_dump::ObsBucketName, "x");
/// ```
#[macro_export]
macro_rules! literal {
    ($type:ty, $text:expr $(,)?) => {{
        // `cargo check` evaluates an item, but not an inline constant.
        const LITERAL: $type = <$type>::literal($text).expect(concat!("not a valid ", stringify!($type)));
        LITERAL
    }};
}
