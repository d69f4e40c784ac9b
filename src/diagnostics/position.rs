//! Lines and columns.

/// A place in a text as people count. It is quick to move on, and starts anew to move back.
#[derive(Clone, Debug)]
pub(super) struct Position {
    offset: usize,
    pub(super) line: usize,
    pub(super) column: usize,
}

impl Position {
    pub(super) const START: Self = Self { offset: 0, line: 1, column: 1 };

    /// Moves to a byte of the text.
    pub(super) fn move_to(&mut self, text: &[u8], offset: usize) {
        if offset < self.offset {
            *self = Self::START;
        }
        for byte in text.get(self.offset..offset).unwrap_or_default() {
            if *byte == b'\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else if byte & 0b1100_0000 != 0b1000_0000 {
                // Each code point has one byte that does not continue another.
                self.column = self.column.saturating_add(1);
            }
        }
        self.offset = offset;
    }
}
