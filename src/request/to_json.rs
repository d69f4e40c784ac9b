//! Writes a body as JSON without serde.

use alloc::vec::Vec;

use super::CreateLogDumpObsRequestBody;
use crate::json::push_string;
use crate::value::{DirPrefixName, LogStreamId, PrefixName};

/// The text before the value of a member. The first member also opens the object.
macro_rules! member {
    (first $field:ident) => {
        concat!("{\"", field_name!($field), "\":").as_bytes()
    };
    ($field:ident) => {
        concat!(",\"", field_name!($field), "\":").as_bytes()
    };
}

/// An upper bound for the text of a body, except its log stream IDs and names.
const REST_LEN: usize = 512;

/// An ID with its quotes and a comma.
const ITEM_LEN: usize = LogStreamId::LEN + 3;

impl CreateLogDumpObsRequestBody {
    /// Returns the JSON text of the body, exactly as [`Serialize`](serde::Serialize) writes it, but many times faster.
    ///
    /// ```
    /// use lts_log_dump::CreateLogDumpObsRequestBody;
    ///
    /// # let json = include_bytes!("../../examples/request.json");
    /// let body = CreateLogDumpObsRequestBody::from_json(json)?;
    /// assert_eq!(CreateLogDumpObsRequestBody::from_json(body.to_json()), Ok(body));
    /// # Ok::<(), lts_log_dump::Rejection>(())
    /// ```
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = Vec::new();
        self.write_json(&mut json);
        json
    }

    /// Appends the JSON text of the body to a buffer. Reuse the buffer to save the allocation.
    ///
    /// ```
    /// use lts_log_dump::CreateLogDumpObsRequestBody;
    ///
    /// # let json = include_bytes!("../../examples/request.json");
    /// let body = CreateLogDumpObsRequestBody::from_json(json)?;
    /// let mut lines = Vec::new();
    /// body.write_json(&mut lines);
    /// lines.push(b'\n');
    /// assert_eq!(lines.strip_suffix(b"\n"), Some(&*body.to_json()));
    /// # Ok::<(), lts_log_dump::Rejection>(())
    /// ```
    pub fn write_json(&self, out: &mut Vec<u8>) {
        // No `..`, so that a new member does not compile until it is written here.
        let Self {
            log_group_id,
            log_stream_ids,
            obs_bucket_name,
            transfer_type,
            storage_format,
            switch_on,
            prefix_name,
            dir_prefix_name,
            period,
        } = self;
        let bucket = obs_bucket_name.as_str();
        let prefix = prefix_name.as_ref().map(PrefixName::as_str);
        let dir_prefix = dir_prefix_name.as_ref().map(DirPrefixName::as_str);
        let names_len = [Some(bucket), prefix, dir_prefix].into_iter().flatten().map(str::len).sum::<usize>();
        let ids_len = log_stream_ids.len().saturating_mul(ITEM_LEN);
        out.reserve(ids_len.saturating_add(names_len).saturating_add(REST_LEN));

        out.extend_from_slice(member!(first LogGroupId));
        out.push(b'"');
        out.extend_from_slice(log_group_id.as_bytes());
        out.push(b'"');
        out.extend_from_slice(member!(LogStreamIds));
        push_ids(out, log_stream_ids);
        out.extend_from_slice(member!(ObsBucketName));
        push_string(out, bucket);
        out.extend_from_slice(member!(TransferType));
        push_string(out, transfer_type.as_str());
        out.extend_from_slice(member!(StorageFormat));
        push_string(out, storage_format.as_str());
        out.extend_from_slice(member!(SwitchOn));
        out.extend_from_slice(if *switch_on { b"true" } else { b"false" });
        if let Some(prefix) = prefix {
            out.extend_from_slice(member!(PrefixName));
            push_string(out, prefix);
        }
        if let Some(dir_prefix) = dir_prefix {
            out.extend_from_slice(member!(DirPrefixName));
            push_string(out, dir_prefix);
        }
        out.extend_from_slice(period.as_members().as_bytes());
        out.push(b'}');
    }
}

fn push_ids(out: &mut Vec<u8>, ids: &[LogStreamId]) {
    out.push(b'[');
    let start = out.len();
    // One `resize` and fixed-size copies are three times as fast as an `extend_from_slice` for each ID.
    out.resize(start.saturating_add(ids.len().saturating_mul(ITEM_LEN)), b'"');
    let items = out.get_mut(start..).unwrap_or_default().chunks_exact_mut(ITEM_LEN);
    for (item, id) in items.zip(ids) {
        if let [_, content @ .., _, comma] = item {
            content.copy_from_slice(id.as_bytes());
            *comma = b',';
        }
    }
    // The list is not empty, so the last byte is a comma.
    if let Some(last) = out.last_mut() {
        *last = b']';
    }
}
