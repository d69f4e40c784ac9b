//! Nearly valid documents: the example request of the API reference with changed members.
//!
//! All are I-JSON: they have no duplicate members, no lone surrogates and no numbers beyond the range of a double.

use lts_log_dump::{Field, Location, LogStreamId, Period, Shape};
use serde_json::{Map, Value, json};

const EXAMPLE: &str = include_str!("../../../examples/request.json");

/// An endless sequence of documents. The same choices give the same documents.
pub struct Documents<C> {
    /// Returns a number below its argument, which is never 0.
    choose: C,
    example: Map<String, Value>,
}

/// Returns random documents. The same seed gives the same documents.
#[must_use]
pub fn random_documents(seed: u64) -> Documents<impl FnMut(usize) -> usize> {
    let mut random = fastrand::Rng::with_seed(seed);
    Documents::new(move |below| random.usize(..below))
}

impl<C: FnMut(usize) -> usize> Documents<C> {
    /// Creates a sequence from a function that chooses a number below its argument.
    ///
    /// # Panics
    ///
    /// If the example request is not an object.
    #[must_use]
    pub fn new(choose: C) -> Self {
        let example = serde_json::from_str(EXAMPLE).expect("the example request is an object");
        Self { choose, example }
    }

    fn below(&mut self, number: usize) -> usize {
        (self.choose)(number)
    }

    fn pick<T: Clone>(&mut self, choices: &[T]) -> T {
        choices[self.below(choices.len())].clone()
    }

    fn members(&mut self) -> Map<String, Value> {
        let mut members = self.example.clone();
        // Most have one change, which tests single rules, and some have many.
        let changes = self.pick(&[0, 1, 1, 1, 1, 2, 2, 3, 6, 12]);
        for _ in 0..changes {
            let field = self.field();
            if self.below(8) == 0 {
                members.remove(field.name());
            } else {
                let value = if self.below(2) == 0 { self.value_of(field) } else { self.junk(2) };
                members.insert(field.name().into(), value);
            }
        }
        if self.below(8) == 0 {
            let value = self.junk(3);
            members.insert(self.pick(&["x", "", "Type", "period ", "toString", "__proto__", "é"]).into(), value);
        }
        members
    }

    fn field(&mut self) -> Field {
        let of_body: Vec<_> = Field::ALL.iter().copied().filter(|field| field.location() == Location::Body).collect();
        self.pick(&of_body)
    }

    /// Returns a value of the right type, at or near its bounds.
    fn value_of(&mut self, field: Field) -> Value {
        match field.shape() {
            Shape::Id { len } => self.text(len, len).into(),
            Shape::Ids { len } => {
                let count = self.pick(&[0, 1, 1, 2, 5]);
                (0..count).map(|_| self.text(len, len)).collect()
            }
            Shape::Name { min, max } => self.text(min, max).into(),
            Shape::Listed(values) => self.near(values).into(),
            Shape::Switch => match self.below(3) {
                0 => (self.below(2) == 0).into(),
                _ => self.near(&["true", "false"]).into(),
            },
            // A body has no other shapes.
            Shape::Integer | Shape::Interval | Shape::Token { .. } | Shape::MediaType => self.number(),
        }
    }

    /// Returns a listed string or a similar one.
    fn near(&mut self, listed: &[&str]) -> String {
        let text = self.pick(listed);
        match self.below(12) {
            0 => text.to_uppercase(),
            1 => text.to_lowercase(),
            2 => format!("{text} "),
            3 => format!("{text}\n"),
            4 => text[1..].into(),
            _ => text.into(),
        }
    }

    /// Returns a string with a length at the bounds or just beyond.
    fn text(&mut self, min: usize, max: usize) -> String {
        let length = self.pick(&[min.saturating_sub(1), min, min, max, max, max + 1]);
        let alphabet: Vec<char> = match self.below(10) {
            0 => "😀".chars().collect(),
            1 => "e\u{301}".chars().collect(),
            2 => "é中\u{1F469}\u{200D}\u{1F466}".chars().collect(),
            3 => "aZ09-._~ /\"\\\n\t\u{0}\u{7f}\u{2028}\u{feff}".chars().collect(),
            _ => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~".chars().collect(),
        };
        let mut text: Vec<char> = (0..length).map(|_| self.pick(&alphabet)).collect();
        if self.below(8) == 0 {
            if let Some(last) = text.last_mut() {
                *last = self.pick(&['\n', ' ', 'é', '@', '١', 'ſ', '\u{212a}']);
            }
        }
        text.into_iter().collect()
    }

    fn number(&mut self) -> Value {
        let listed = self.pick(Period::ALL).number();
        #[expect(clippy::cast_precision_loss, reason = "the listed numbers are small")]
        let double = listed as f64;
        match self.below(16) {
            0 => json!(double),
            1 => json!(double + 0.5),
            2 => json!(double + 1e-9),
            3 => json!(-listed),
            4 => json!(listed + 1),
            5 => json!(self.pick(&[0, i64::MAX, i64::MIN, 1 << 53, (1 << 32) + 5])),
            6 => json!(u64::MAX),
            7 => json!(self.pick(&[1e300, -1e300, 1e19, f64::MAX, f64::MIN_POSITIVE, -0.0, 1e-5])),
            _ => json!(listed),
        }
    }

    fn junk(&mut self, depth: u8) -> Value {
        match self.below(if depth == 0 { 6 } else { 9 }) {
            0 => Value::Null,
            1 => (self.below(2) == 0).into(),
            2 => self.number(),
            3 => self.text(0, 4).into(),
            4 => self.text(LogStreamId::LEN, LogStreamId::LEN).into(),
            5 => self.near(&["cycle", "RAW", "min", "hour", "5", "true", "null"]).into(),
            6 => Value::Array(Vec::new()),
            7 => (0..=self.below(3)).map(|_| self.junk(depth - 1)).collect(),
            _ => json!({ self.field().name(): self.junk(depth - 1) }),
        }
    }
}

impl<C: FnMut(usize) -> usize> Iterator for Documents<C> {
    type Item = Value;

    fn next(&mut self) -> Option<Value> {
        Some(if self.below(50) == 0 { self.junk(2) } else { self.members().into() })
    }
}
