//! Compares the crate with the independent reader.

use lts_log_dump::{ApiError, CreateLogDumpObsRequestBody, Rejection};

use crate::reader::{self, Body, NOT_JSON, Wrong};

/// Describes how the crate's result differs from the independent reader's. `None` if they agree.
#[must_use]
pub fn disagreement(body: &[u8], ours: &Result<CreateLogDumpObsRequestBody, Rejection>) -> Option<String> {
    let expected = reader::read(body);
    let agree = match (ours, &expected) {
        (Ok(ours), Ok(expected)) => is_same_body(ours, expected),
        (Err(Rejection::NotJson(_)), Err(wrong)) => is_not_json(&wrong[0]),
        (Err(Rejection::Violations(violations)), Err(wrong)) => {
            // The reader reports each invalid item, but the list has one violation.
            let mut expected: Vec<_> = wrong.iter().map(|wrong| (wrong.code, wrong.message)).collect();
            expected.dedup();
            let mut expected = expected.into_iter();
            violations.iter().all(|ours| expected.next() == Some((ours.code().as_str(), ours.message())))
                && expected.next().is_none()
        }
        _ => false,
    };
    (!agree).then(|| {
        let expected = match expected {
            Ok(body) => format!("{body:?}"),
            Err(wrong) => {
                let places = wrong.iter().map(|wrong| format!("{wrong}, {}", wrong.position(body)));
                places.collect::<Vec<_>>().join("\n")
            }
        };
        let text = String::from_utf8_lossy(body);
        format!("The results for {text:?} differ.\nThe crate: {ours:?}\nThe independent reader: {expected}")
    })
}

fn is_not_json(wrong: &Wrong) -> bool {
    let error = ApiError::NotJson;
    (wrong.code, wrong.message) == NOT_JSON && NOT_JSON == (error.code().as_str(), &*error.message())
}

fn is_same_body(ours: &CreateLogDumpObsRequestBody, expected: &Body<'_>) -> bool {
    // No `..`, so that a new member does not compile until it is compared.
    let CreateLogDumpObsRequestBody {
        log_group_id,
        log_stream_ids,
        obs_bucket_name,
        transfer_type,
        storage_format,
        switch_on,
        prefix_name,
        dir_prefix_name,
        period,
    } = ours;
    let prefixes: [(Option<&str>, Option<&str>); 2] = [
        (prefix_name.as_ref().map(AsRef::as_ref), expected.prefix_name.as_deref()),
        (dir_prefix_name.as_ref().map(AsRef::as_ref), expected.dir_prefix_name.as_deref()),
    ];
    let texts = [
        (log_group_id.as_str(), &expected.log_group_id),
        (obs_bucket_name.as_str(), &expected.obs_bucket_name),
        (transfer_type.as_str(), &expected.transfer_type),
        (storage_format.as_str(), &expected.storage_format),
        (period.unit().as_str(), &expected.period_unit),
    ];
    texts.iter().all(|(ours, expected)| ours == expected)
        && prefixes.iter().all(|(ours, expected)| ours == expected)
        && log_stream_ids.iter().map(AsRef::as_ref).eq(expected.log_stream_ids.iter().map(AsRef::<str>::as_ref))
        && *switch_on == expected.switch_on
        && period.number().to_string() == expected.period.to_string()
}
