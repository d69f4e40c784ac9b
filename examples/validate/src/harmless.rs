//! Text of strangers, for a terminal.

use annotate_snippets::normalize_untrusted_str;

/// The text without what a terminal obeys or does not show.
pub(crate) fn harmless(text: &str) -> String {
    normalize_untrusted_str(&visible(text))
}

/// Replaces what `normalize_untrusted_str`, which the renderer uses for an excerpt, leaves as it is: the control characters that are
/// not ASCII, what has no width, and what ends a line for some programs.
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
