//! Width, fill and precision apply to the whole text of every type that implements `Display`.

use std::any::type_name;
use std::collections::BTreeSet;
use std::fmt::Display;

use lts_log_dump::diagnostics::{Diagnostics, Pointer, Suggestion, UnknownMembers, Visible};
use lts_log_dump::{
    AnswerError, ApiError, ContentType, CreateLogDumpObsRequestBody, CreateLogDumpObsResponseBody, DirPrefixName,
    ErrorBody, ErrorCode, Field, LogDumpObsId, LogGroupId, LogStreamId, NotJsonReason, ObsBucketName, Period,
    PeriodUnit, PrefixName, ProjectId, Rejection, StorageFormat, TransferType, Violation,
};

/// Returns the name of a type without its module and parameters.
fn short_name(name: &str) -> &str {
    let name = name.split('<').next().unwrap();
    name.rsplit(':').next().unwrap()
}

#[derive(Default)]
struct Table(BTreeSet<&'static str>);

impl Table {
    fn check<T: Display>(&mut self, value: &T) {
        self.0.insert(short_name(type_name::<T>()));
        let text = value.to_string();
        let (upright, alternate) = (text.as_str(), format!("{value:#}"));
        assert_eq!(format!("{value:300}"), format!("{upright:300}"));
        assert_eq!(format!("{value:*>300}"), format!("{upright:*>300}"));
        assert_eq!(format!("{value:.3}"), format!("{upright:.3}"));
        assert_eq!(format!("{value:^9.5}"), format!("{upright:^9.5}"));
        assert_eq!(format!("{value:#>300.7}"), format!("{upright:#>300.7}"));
        assert_eq!(format!("{value:#300.150}"), format!("{alternate:300.150}"));
    }

    fn check_all<T: Display>(&mut self, values: impl IntoIterator<Item = T>) {
        values.into_iter().for_each(|value| self.check(&value));
    }
}

const ID: &str = "45fdc36b-xxxx-4567-xxxx-559xxxxdf968";

fn values(table: &mut Table) {
    table.check(&ProjectId::new("2a473356cca5487f8373be891bffc1cf").unwrap());
    table.check(&LogGroupId::new(ID).unwrap());
    table.check(&LogStreamId::new(ID).unwrap());
    table.check(&LogDumpObsId::new(ID).unwrap());
    table.check(&LogDumpObsId::new("short").unwrap_err());
    table.check_all(["lts-test", "é😀e"].map(|name| ObsBucketName::new(name).unwrap()));
    table.check_all(["", "p", "é😀"].map(|name| PrefixName::new(name).unwrap()));
    table.check_all(["", "p", "é😀"].map(|name| DirPrefixName::new(name).unwrap()));
    table.check(&ContentType);
    table.check_all(TransferType::ALL);
    table.check_all(StorageFormat::ALL);
    table.check_all(PeriodUnit::ALL);
    table.check_all(Period::ALL);
    table.check_all(Field::ALL);
    table.check_all(Field::ALL.iter().map(|field| field.location()));
    table.check(&"".parse::<Field>().unwrap_err());
}

fn errors(table: &mut Table) {
    table.check_all(ErrorCode::LISTED);
    let code = ErrorCode::from("APIGW.0301");
    table.check(&code);
    let ErrorCode::Unlisted(code) = code else { panic!("the code is listed") };
    table.check(&code);
    table.check_all(Violation::ALL);
    for (body, request_id) in
        [("{", None), ("{\"type\":1,\"type\":1}", Some("7f2c")), ("{}", None), ("\u{feff}{}", None)]
    {
        let rejection = CreateLogDumpObsRequestBody::from_json(body).unwrap_err();
        match &rejection {
            Rejection::NotJson(not_json) => {
                table.check(not_json);
                table.check(&not_json.reason());
                table.check(&std::error::Error::source(not_json).unwrap());
            }
            Rejection::Violations(violations) => table.check(violations),
        }
        table.check(&ErrorBody::from(rejection.clone()));
        let error = ApiError::from(rejection.clone());
        table.check(&error);
        table.check(&AnswerError::Api { status: 200, error, request_id: request_id.map(Box::from) });
        table.check(&rejection);
    }
    table.check_all(Violation::ALL.iter().filter_map(std::error::Error::source));
    table.check(&NotJsonReason::DuplicateMember(Field::Period));
    table.check(&CreateLogDumpObsResponseBody::from_answer(502, b"<html>").unwrap_err());
}

fn diagnostics(table: &mut Table) {
    table.check(&Visible("RAW\u{200b}"));
    table.check_all([Pointer::Root, Pointer::Member(Field::Period), Pointer::Item(Field::LogStreamIds, 7)]);
    let text = Suggestion::Text("RAW");
    table.check_all([text, Suggestion::Boolean(true), Suggestion::Integer(5), Suggestion::Interval(Period::Hour1)]);
    for body in [
        r#"{"log_group_id":"é","log_stream_ids":[],"switch_on":"on","storage_fromat":"RAW","period":7.5}"#,
        r#"{"log_group_id":"$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$$","type":"x","period":7,"period_unit":"min"}"#,
        "{\"type\":\"\\ud800\"}",
        "{\"period\":1e400}",
        "{\"type\":1,\"type\":2}",
        "{'",
        "",
    ] {
        for diagnostic in Diagnostics::new(body.as_bytes()) {
            table.check(&diagnostic.found());
            table.check_all(diagnostic.suggestion());
            table.check(&diagnostic);
        }
        table.check_all(UnknownMembers::new(body.as_bytes()));
    }
}

#[cfg(feature = "axum")]
fn integrations(table: &mut Table) {
    use lts_log_dump::{AxumRequestError, EndpointError, HttpRequestError};

    table.check_all([EndpointError::NoScheme, EndpointError::Query]);
    table.check_all([HttpRequestError::OtherEndpoint, HttpRequestError::Rejection(Violation::InvalidPeriod.into())]);
    let other = AxumRequestError::Axum { status: 413, text: "length limit exceeded".into() };
    table.check_all([AxumRequestError::Route, other, Violation::InvalidPeriod.into()]);
}

#[test]
fn pads_and_truncates_every_type() {
    let mut table = Table::default();
    values(&mut table);
    errors(&mut table);
    diagnostics(&mut table);
    #[cfg(feature = "axum")]
    {
        integrations(&mut table);
        let interface = include_str!("../../release/public-api.txt");
        let types = interface.lines().filter_map(|line| line.strip_prefix("impl core::fmt::Display for "));
        for name in types.map(short_name) {
            assert!(table.0.contains(name), "{name} is missing here");
        }
    }
}
