mod bounds;
mod conversions;
mod headers;
mod secrets;
mod texts;
mod values;
mod violation_table;
mod what_people_try;
