//! Values that the compiler checks.

/// A value of an ID's or a name's type, from a literal that the compiler checks.
///
/// The result is a constant, so nothing can fail when the program runs.
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
/// A literal that the type's `new` refuses does not compile:
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
        // An item, and not an inline constant: `cargo check` finds the mistake, too.
        const LITERAL: $type = <$type>::literal($text).expect(concat!("not a valid ", stringify!($type)));
        LITERAL
    }};
}
