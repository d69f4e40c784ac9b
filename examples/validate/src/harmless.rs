//! Makes untrusted text safe to print on a terminal.

use annotate_snippets::normalize_untrusted_str;

/// Replaces control sequences and invisible characters.
pub(crate) fn harmless(text: &str) -> String {
    normalize_untrusted_str(&visible(text))
}

/// Replaces the characters that `normalize_untrusted_str` keeps: control characters outside of ASCII, characters without a
/// width, and line breaks that only some programs know. The renderer applies `normalize_untrusted_str` to an excerpt itself.
pub(crate) fn visible(text: &str) -> String {
    text.replace(
        |character| {
            matches!(
                character,
                '\u{80}'..='\u{9f}'
                    | '\u{ad}'
                    | '\u{200b}'..='\u{200f}'
                    | '\u{2028}'..='\u{202e}'
                    | '\u{2060}'..='\u{206f}'
                    | '\u{feff}'
            )
        },
        "\u{fffd}",
    )
}
