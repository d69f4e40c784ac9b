//! Values that the compiler checks.

/// A value of an ID's or a name's type, from a literal that the compiler checks.
///
/// The result is a constant, so nothing can fail when the program runs.
///
/// ```
/// use lts_log_dump::{LogGroupId, ProjectId, literal};
///
/// const PROJECT: ProjectId = literal!(ProjectId, "2a473356cca5487f8373be891bffc1cf");
/// assert_eq!(PROJECT, "2a473356cca5487f8373be891bffc1cf");
///
/// let group = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
/// assert_eq!(LogGroupId::new("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053"), Ok(group));
/// ```
///
/// A literal that the type's `new` refuses does not compile:
///
/// ```compile_fail,E0080
/// let project = lts_log_dump::literal!(lts_log_dump::ProjectId, "too short");
/// ```
#[macro_export]
macro_rules! literal {
    ($type:ty, $text:expr $(,)?) => {{
        // An item, and not an inline constant: `cargo check` finds the mistake, too.
        const LITERAL: $type = <$type>::literal($text).expect(concat!("not a valid ", stringify!($type)));
        LITERAL
    }};
}
