//! Small cases, all of them: every sequence of pieces up to a length, in every place of a body.

mod families;
mod pieces;

use std::ops::Range;

use lts_log_dump::CreateLogDumpObsRequestBody;

pub use self::families::families;
use crate::compare::disagreement;

/// All texts `before`, up to `most` pieces, `after`.
#[derive(Clone, Debug)]
pub struct Family {
    /// What the texts have in common; several families have the same.
    pub name: String,
    before: Vec<u8>,
    pieces: &'static [&'static [u8]],
    most: u32,
    after: Vec<u8>,
}

impl Family {
    /// How many texts there are.
    #[must_use]
    pub fn count(&self) -> usize {
        (0..=self.most).map(|length| self.of_length(length)).sum()
    }

    fn of_length(&self, length: u32) -> usize {
        self.pieces.len().pow(length)
    }

    /// Writes the text with a number below [`count`](Self::count) over another text. Short ones come first.
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

    /// Compares the crate with the independent reader on the texts with these numbers.
    ///
    /// # Errors
    ///
    /// The first disagreement.
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
