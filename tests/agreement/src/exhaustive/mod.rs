//! All small bodies: every sequence of pieces up to a length, at every place in a body.

mod families;
mod pieces;

use std::ops::Range;

use lts_log_dump::CreateLogDumpObsRequestBody;

pub use self::families::families;
use contract::compare::disagreement;

/// All bodies that consist of `before`, up to `most` pieces, and `after`.
#[derive(Clone, Debug)]
pub struct Family {
    /// Describes the bodies. Several families have the same name.
    pub name: String,
    before: Vec<u8>,
    pieces: &'static [&'static [u8]],
    most: u32,
    after: Vec<u8>,
}

impl Family {
    /// Returns the number of bodies.
    #[must_use]
    pub fn count(&self) -> usize {
        (0..=self.most).map(|length| self.of_length(length)).sum()
    }

    fn of_length(&self, length: u32) -> usize {
        self.pieces.len().pow(length)
    }

    /// Replaces `text` with the body that has this number, which is below [`count`](Self::count). Short bodies have low numbers.
    pub fn write(&self, number: usize, text: &mut Vec<u8>) {
        text.clear();
        text.extend(&self.before);
        let mut number = number;
        let mut length = 0;
        while number >= self.of_length(length) {
            number -= self.of_length(length);
            length += 1;
        }
        for _ in 0..length {
            text.extend(self.pieces[number % self.pieces.len()]);
            number /= self.pieces.len();
        }
        text.extend(&self.after);
    }

    /// Compares the crate with the independent reader on the bodies with these numbers.
    ///
    /// # Errors
    ///
    /// Returns the first disagreement.
    pub fn compare(&self, numbers: Range<usize>) -> Result<(), String> {
        let mut text = Vec::new();
        for number in numbers {
            self.write(number, &mut text);
            if let Some(disagreement) = disagreement(&text, &CreateLogDumpObsRequestBody::from_json(&text)) {
                return Err(format!("{}, text {number}: {disagreement}", self.name));
            }
        }
        Ok(())
    }
}
