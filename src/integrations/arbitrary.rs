//! Makes valid values from a fuzzer's bytes.

use alloc::string::String;
use alloc::vec::Vec;

use arbitrary::{Arbitrary, Error, Result, Unstructured};

use crate::api_reference::{ErrorCode, Period, StorageFormat, TransferType, bytes_of};
use crate::error::{ApiError, CreateLogDumpObsResponseBody, ErrorBody};
use crate::request::{CreateLogDumpObsRequest, CreateLogDumpObsRequestBody};
use crate::value::{
    AuthToken, DirPrefixName, LogDumpObsId, LogGroupId, LogStreamId, LogStreamIds, ObsBucketName, PrefixName, ProjectId,
};

/// Makes a string of the characters of a set that is written like `0-9 a-f -`.
fn characters(u: &mut Unstructured<'_>, set: &str, len: usize) -> Result<String> {
    let all: Vec<char> =
        bytes_of(set).into_iter().zip('\0'..).filter_map(|(is_in, character)| is_in.then_some(character)).collect();
    core::iter::repeat_with(|| u.choose(&all).copied()).take(len).collect()
}

fn id(u: &mut Unstructured<'_>, len: usize) -> Result<String> {
    characters(u, limit!(unreserved), len)
}

/// Makes a string of any characters.
fn name(u: &mut Unstructured<'_>, min: usize, max: usize) -> Result<String> {
    let len = u.int_in_range(min..=max)?;
    core::iter::repeat_with(|| char::arbitrary(u)).take(len).collect()
}

fn token(u: &mut Unstructured<'_>) -> Result<String> {
    let len = u.int_in_range(AuthToken::MIN_LEN..=AuthToken::MAX_LEN)?;
    characters(u, limit!(visible), len)
}

/// Makes one of the errors of the API reference, or any other.
fn error(u: &mut Unstructured<'_>) -> Result<ErrorBody> {
    if bool::arbitrary(u)? {
        return u.choose(&ApiError::examples()).cloned().map(ErrorBody::from);
    }
    Ok(ErrorBody { error_code: error_code(u)?, error_msg: String::arbitrary(u)?.into() })
}

/// Makes a code that the API reference lists, or any other.
fn error_code(u: &mut Unstructured<'_>) -> Result<ErrorCode> {
    if bool::arbitrary(u)? { u.choose(ErrorCode::LISTED).cloned() } else { <&str>::arbitrary(u).map(ErrorCode::from) }
}

/// Implements [`Arbitrary`] with a function of the bytes. Its values are always valid.
macro_rules! arbitrary {
    ($($name:ident: |$u:ident| $value:expr;)+) => {$(
        impl<'a> Arbitrary<'a> for $name {
            fn arbitrary($u: &mut Unstructured<'a>) -> Result<Self> {
                $value
            }
        }
    )+};
}

// The constructors accept these strings, so `IncorrectFormat` is never returned.
arbitrary! {
    ProjectId: |u| Self::new(id(u, Self::LEN)?).map_err(|_| Error::IncorrectFormat);
    LogGroupId: |u| Self::new(id(u, Self::LEN)?).map_err(|_| Error::IncorrectFormat);
    LogStreamId: |u| Self::new(id(u, Self::LEN)?).map_err(|_| Error::IncorrectFormat);
    LogDumpObsId: |u| Self::new(id(u, Self::LEN)?).map_err(|_| Error::IncorrectFormat);
    LogStreamIds: |u| {
        let mut ids = Self::from(LogStreamId::arbitrary(u)?);
        ids.extend(u.arbitrary_iter()?.collect::<Result<Vec<LogStreamId>>>()?);
        Ok(ids)
    };
    ObsBucketName: |u| Self::new(name(u, Self::MIN_LEN, Self::MAX_LEN)?).map_err(|_| Error::IncorrectFormat);
    PrefixName: |u| Self::new(name(u, Self::MIN_LEN, Self::MAX_LEN)?).map_err(|_| Error::IncorrectFormat);
    DirPrefixName: |u| Self::new(name(u, Self::MIN_LEN, Self::MAX_LEN)?).map_err(|_| Error::IncorrectFormat);
    TransferType: |u| u.choose(Self::ALL).copied();
    StorageFormat: |u| u.choose(Self::ALL).copied();
    Period: |u| u.choose(Self::ALL).copied();
    AuthToken: |u| Self::new(token(u)?).map_err(|_| Error::IncorrectFormat);
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
    CreateLogDumpObsRequest: |u| Ok(Self {
        project_id: u.arbitrary()?,
        auth_token: u.arbitrary()?,
        body: u.arbitrary()?,
    });
    CreateLogDumpObsResponseBody: |u| Ok(Self { log_dump_obs_id: u.arbitrary()? });
    ErrorBody: |u| error(u);
}
