//! Lines and columns.

/// A position in a text as people count. Moving forward is cheap; moving back starts anew.
#[derive(Clone, Debug)]
pub(crate) struct Position {
    offset: usize,
    line: usize,
    column: usize,
}

impl Position {
    pub(crate) const START: Self = Self { offset: 0, line: 1, column: 1 };

    /// Moves to a byte of the text.
    pub(crate) fn move_to(&mut self, text: &[u8], offset: usize) {
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

    /// The line, from 1. Only a line feed ends a line.
    pub(crate) const fn line(&self) -> usize {
        self.line
    }

    /// The column in Unicode code points, from 1.
    pub(crate) const fn column(&self) -> usize {
        self.column
    }
}
