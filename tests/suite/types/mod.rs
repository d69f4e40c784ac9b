mod bounds;
mod conversions;
mod formatting;
mod headers;
mod secrets;
mod texts;
mod values;
mod violation_table;
