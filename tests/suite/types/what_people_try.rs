//! Expressions that users expect to compile. In earlier versions they did not.

use std::collections::BTreeMap;
use std::sync::Arc;

use lts_log_dump::{
    CreateLogDumpObsRequestBody, DirPrefixName, ErrorCode, Field, Location, LogGroupId, LogStreamId, LogStreamIds,
    ObsBucketName, Period, PeriodUnit, PrefixName, StorageFormat, TransferType, UnknownField, Violation, Violations,
    literal,
};

const GROUP: LogGroupId = literal!(LogGroupId, "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053");
const FIRST: LogStreamId = literal!(LogStreamId, "45e7f609-xxxx-4cd3-835b-xxxx4a124718");
const SECOND: LogStreamId = literal!(LogStreamId, "632b9bdc-5afd-4666-a5de-2579f8b80314");

/// Compiles if the pages of the documentation can be imported.
mod pages {
    #[expect(unused_imports, reason = "the modules have no items")]
    use lts_log_dump::docs::{conversions, design, interpretations};
}

#[test]
fn creates_constants_from_intervals_and_literals() {
    const HALF_HOUR: Result<Period, Violation> = Period::new(30, PeriodUnit::Min);
    const NOT_LISTED: Result<Period, Violation> = Period::new(30, PeriodUnit::Hour);
    const ID: &str = GROUP.as_str();
    const CODE: &str = ErrorCode::Lts0007.as_str();
    assert_eq!((HALF_HOUR, NOT_LISTED), (Ok(Period::Min30), Err(Violation::UnlistedPeriod)));
    assert_eq!((ID, CODE), ("d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053", "LTS.0007"));
}

#[test]
fn setters_replace_optional_members() {
    let bucket = literal!(ObsBucketName, "lts-test");
    let body = CreateLogDumpObsRequestBody::new(GROUP, FIRST, bucket, Period::Hour1)
        .with_transfer_type(TransferType::Cycle)
        .with_storage_format(StorageFormat::Json)
        .with_switch_on(false)
        .with_prefix_name(literal!(PrefixName, "prefix"))
        .with_dir_prefix_name(literal!(DirPrefixName, "dir"));
    assert!(body.period == "1hour" && body.period != "60min");
    assert_eq!(
        String::from_utf8(body.to_json()).unwrap(),
        concat!(
            r#"{"log_group_id":"d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053","#,
            r#""log_stream_ids":["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],"obs_bucket_name":"lts-test","type":"cycle","#,
            r#""storage_format":"JSON","switch_on":false,"prefix_name":"prefix","dir_prefix_name":"dir","#,
            r#""period":1,"period_unit":"hour"}"#
        )
    );
}

#[test]
fn listed_values_compare_with_strings() {
    assert!(StorageFormat::Raw == "RAW" && StorageFormat::Raw != *"raw" && TransferType::Cycle == "cycle");
    assert!(PeriodUnit::Hour == "hour" && Period::Min2 != "2hour");
}

#[test]
fn lists_of_ids_compare_with_lists() {
    let ids = LogStreamIds::new([FIRST, SECOND]).unwrap();
    assert!(ids == vec![FIRST, SECOND] && ids == [FIRST, SECOND] && ids == [FIRST, SECOND][..] && ids == ids.clone());
    assert!(ids != vec![SECOND, FIRST] && ids != [FIRST] && ids != LogStreamIds::from(FIRST));
}

#[test]
fn sorts_a_list_of_ids_and_removes_adjacent_duplicates() {
    let mut ids = LogStreamIds::new([SECOND, FIRST, SECOND]).unwrap();
    ids.dedup();
    assert_eq!(ids, [SECOND, FIRST, SECOND]);
    ids.sort();
    assert_eq!(ids, [FIRST, SECOND, SECOND]);
    ids.dedup();
    assert_eq!(ids, [FIRST, SECOND]);
    ids[1] = FIRST;
    ids.dedup();
    assert_eq!(ids, [FIRST]);
}

#[test]
fn creates_a_list_of_ids_from_strings_of_any_type() {
    let expected = LogStreamIds::new([FIRST, SECOND]);
    assert_eq!(LogStreamIds::try_from_iter([FIRST.as_str(), SECOND.as_str()]), expected);
    assert_eq!(LogStreamIds::try_from_iter(&[String::from(FIRST), SECOND.into()]), expected);
    assert_eq!(LogStreamIds::try_from_iter([FIRST, SECOND]), expected);
    assert_eq!(LogStreamIds::try_from_iter([FIRST.as_str(), "short"]), Err(Violation::InvalidLogStreamIds));
    assert_eq!(LogStreamIds::try_from_iter([""; 0]), Err(Violation::InvalidLogStreamIds));
}

#[test]
fn parses_a_field_from_its_name() {
    for field in Field::ALL {
        assert_eq!(field.name().parse(), Ok(*field));
        let in_capitals = (field.location() == Location::Header).then_some(*field);
        assert_eq!(field.name().to_uppercase().parse().ok(), in_capitals);
    }
    let error: UnknownField = "".parse::<Field>().unwrap_err();
    assert_eq!(error.to_string(), "not the name of a field");
}

#[test]
fn pads_locations_and_unlisted_codes() {
    let places = [Location::Path, Location::Header, Location::Body, Location::Combination];
    assert_eq!(places.map(|place| format!("{place:>6}")), ["  path", "header", "  body", "combination"]);
    let ErrorCode::Unlisted(code) = ErrorCode::from("LTS.0009") else { panic!("the code is listed") };
    assert_eq!(format!("{code:>10}"), "  LTS.0009");
}

#[test]
fn finds_a_code_in_a_map_by_its_string() {
    let mut counts: BTreeMap<ErrorCode, u8> = BTreeMap::new();
    for code in ["LTS.0010", "LTS.0009", "LTS.0001", "APIGW.0301", "LTS.0010"] {
        *counts.entry(code.to_owned().into()).or_default() += 1;
    }
    assert_eq!(counts.get("LTS.0010"), Some(&2));
    assert!(counts.keys().map(ErrorCode::as_str).eq(["APIGW.0301", "LTS.0001", "LTS.0009", "LTS.0010"]));
    assert!(ErrorCode::LISTED.is_sorted());
}

#[test]
fn unites_sets_of_violations_in_table_order() {
    let mut set = Violations::from(Violation::InvalidPeriod) | Violation::InvalidLogGroupId;
    set = set | Violations::from(Violation::InvalidPrefixName);
    set.extend([Violation::InvalidProjectId, Violation::InvalidPeriod]);
    let expected = [
        Violation::InvalidProjectId,
        Violation::InvalidLogGroupId,
        Violation::InvalidPrefixName,
        Violation::InvalidPeriod,
    ];
    assert_eq!(Some(set), Violations::try_from_iter(expected));
    assert!(set.into_iter().eq(expected));
}

#[test]
fn reads_back_each_violation_and_rejects_changed_members() {
    for violation in Violation::ALL {
        let json = serde_json::to_value(violation).unwrap();
        assert_eq!(serde_json::from_value::<Violation>(json.clone()).ok(), Some(*violation));
        for member in ["field", "error_code", "error_msg"] {
            let mut other = json.clone();
            other[member] = "other".into();
            assert!(serde_json::from_value::<Violation>(other.clone()).is_err());
            other[member] = 1.into();
            assert!(serde_json::from_value::<Violation>(other.clone()).is_err());
            other.as_object_mut().unwrap().remove(member);
            let error = serde_json::from_value::<Violation>(other).unwrap_err();
            assert_eq!(error.to_string(), "not a violation of the API reference");
        }
        let bytes = postcard::to_allocvec(violation).unwrap();
        assert_eq!(postcard::from_bytes::<Violation>(&bytes), Ok(*violation));
    }
}

#[test]
fn converts_names_from_and_to_shared_strings() {
    let shared: Arc<str> = "lts-test".into();
    let name = ObsBucketName::try_from(Arc::clone(&shared));
    assert_eq!(name.clone().map(Arc::from), Ok(shared));
    assert_eq!(PrefixName::try_from(Arc::from("p")), PrefixName::new("p"));
    assert_eq!(Arc::<str>::from(literal!(DirPrefixName, "d")), "d".into());
    assert_eq!(ObsBucketName::try_from(Arc::from("x")), Err(Violation::InvalidObsBucketName));
}
