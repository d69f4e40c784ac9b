//! The feature `clap`.

use clap::{Arg, Command, ValueEnum, value_parser};
use lts_log_dump::{Period, PeriodUnit, StorageFormat, TransferType};

fn command() -> Command {
    let argument = |name| Arg::new(name).long(name).required(false);
    Command::new("transfer")
        .arg(argument("type").value_parser(value_parser!(TransferType)))
        .arg(argument("storage-format").value_parser(value_parser!(StorageFormat)))
        .arg(argument("period").value_parser(value_parser!(Period)))
        .arg(argument("period-unit").value_parser(value_parser!(PeriodUnit)))
}

fn names<T: AsRef<str>>(values: &[T]) -> Vec<String> {
    values.iter().map(|value| value.as_ref().to_owned()).collect()
}

#[test]
fn lists_the_accepted_values_of_each_argument() {
    let command = command();
    let listed = command.get_arguments().map(|argument| {
        let values = argument.get_possible_values();
        (argument.get_id().to_string(), values.iter().map(|value| value.get_name().to_owned()).collect::<Vec<_>>())
    });
    let expected = [
        ("type", names(TransferType::ALL)),
        ("storage-format", names(StorageFormat::ALL)),
        ("period", names(Period::ALL)),
        ("period-unit", names(PeriodUnit::ALL)),
    ];
    let expected = expected.map(|(name, values)| (name.to_owned(), values));
    assert_eq!(listed.collect::<Vec<_>>(), expected);
}

#[test]
fn parses_the_listed_values_and_no_others() {
    assert_eq!(<Period as ValueEnum>::from_str("12hour", false), Ok(Period::Hour12));
    assert_eq!(<StorageFormat as ValueEnum>::from_str("JSON", false), Ok(StorageFormat::Json));
    assert_eq!(<StorageFormat as ValueEnum>::from_str("json", false), Err("invalid variant: json".into()));
    for wrong in ["--type=once", "--storage-format=raw", "--period=7min", "--period-unit=day"] {
        let error = command().try_get_matches_from(["transfer", wrong]).unwrap_err();
        assert_eq!(error.kind(), clap::error::ErrorKind::InvalidValue, "{wrong}");
    }
}
