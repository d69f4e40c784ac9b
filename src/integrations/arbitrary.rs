//! Makes valid values from a fuzzer's bytes.

use alloc::string::String;
use alloc::vec::Vec;

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::api_reference::{ErrorCode, Period, PeriodUnit, StorageFormat, TransferType, characters_of};
use crate::error::{ApiError, CreateLogDumpObsResponseBody, ErrorBody};
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
use crate::value::{
    AuthToken, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName, PrefixName, ProjectId,
};

/// Makes a string of the characters of a set that is written like `0-9 a-f -`.
fn characters(u: &mut Unstructured<'_>, set: &str, len: usize) -> Result<String> {
    let all = characters_of(set);
    core::iter::repeat_with(|| u.choose(&all).copied()).take(len).collect()
}

/// Makes a string of any characters.
fn name(u: &mut Unstructured<'_>, min: usize, max: usize) -> Result<String> {
    let len = u.int_in_range(min..=max)?;
    core::iter::repeat_with(|| char::arbitrary(u)).take(len).collect()
}

/// Implements [`Arbitrary`] with a function of the bytes. Its values are always valid.
macro_rules! arbitrary {
    ($($($name:ident),+: |$u:ident| $value:expr;)+) => {$($(
        impl<'a> Arbitrary<'a> for $name {
            fn arbitrary($u: &mut Unstructured<'a>) -> Result<Self> {
                $value
            }
        }
    )+)+};
}

// The constructors accept these strings, so `IncorrectFormat` is never returned.
arbitrary! {
    ProjectId, LogGroupId, LogStreamId, LogDumpObsId:
        |u| Self::new(characters(u, limit!(unreserved), Self::LEN)?).map_err(|_| Error::IncorrectFormat);
    ObsBucketName, PrefixName, DirPrefixName:
        |u| Self::new(name(u, Self::MIN_LEN, Self::MAX_LEN)?).map_err(|_| Error::IncorrectFormat);
    TransferType, StorageFormat, PeriodUnit, Period: |u| u.choose(Self::ALL).copied();
    ErrorCode: |u| Ok(ErrorBody::arbitrary(u)?.error_code);
    AuthToken: |u| {
        let len = u.int_in_range(Self::MIN_LEN..=Self::MAX_LEN)?;
        Self::new(characters(u, limit!(visible), len)?).map_err(|_| Error::IncorrectFormat)
    };
    LogStreamIds: |u| {
        let mut ids = Self::from(LogStreamId::arbitrary(u)?);
        ids.extend(u.arbitrary_iter()?.collect::<Result<Vec<LogStreamId>>>()?);
        Ok(ids)
    };
    CreateLogDumpObsRequestBody: |u| Ok(Self {
        log_group_id: u.arbitrary()?,
        log_stream_ids: u.arbitrary()?,
        obs_bucket_name: u.arbitrary()?,
        transfer_type: u.arbitrary()?,
        storage_format: u.arbitrary()?,
        switch_on: u.arbitrary()?,
        prefix_name: u.arbitrary()?,
        dir_prefix_name: u.arbitrary()?,
        period: u.arbitrary()?,
    });
    CreateLogDumpObsRequest:
        |u| Ok(Self { project_id: u.arbitrary()?, auth_token: u.arbitrary()?, body: u.arbitrary()? });
    CreateLogDumpObsResponseBody: |u| Ok(Self { log_dump_obs_id: u.arbitrary()? });
    // One of the errors of the API reference, or any other.
    ErrorBody: |u| {
        let error_code = match u.int_in_range(0..=3)? {
            0 | 1 => return u.choose(&ApiError::examples()).cloned().map(Self::from),
            2 => u.choose(ErrorCode::LISTED)?.clone(),
            _ => <&str>::arbitrary(u)?.into(),
        };
        Ok(Self { error_code, error_msg: String::arbitrary(u)?.into() })
    };
}
