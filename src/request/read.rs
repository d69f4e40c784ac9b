//! The one-pass reader of the body: each member goes into its place in a draft as a value or as a violation.

use core::cell::Cell;
use core::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::{CreateLogDumpObsRequestBody, plain};
use crate::choice::{PeriodUnit, StorageFormat, TransferType};
use crate::id::{LogGroupId, LogStreamId};
use crate::ids::{ListSink, LogStreamIds};
use crate::lenient::{Key, Keys, NumberText, Sink, ValueSeed};
use crate::name::{DirPrefixName, ObsBucketName, PrefixName};
use crate::period::Period;
use crate::rejection::Rejection;
use crate::scalar::{FromScalar, Scalar};
use crate::violation::{Field, Violation};
use crate::violations::Violations;

pub(super) fn from_json(json: &[u8]) -> Result<CreateLogDumpObsRequestBody, Rejection> {
    // Once for the whole body: the strings in it are then not checked one by one.
    let text = core::str::from_utf8(json).map_err(Rejection::not_utf8)?;
    let draft = match plain::read(text) {
        Some(draft) => draft,
        None => read(text).map_err(Rejection::not_json)?,
    };
    Ok(draft.finish()?)
}

/// Reads any body that [`plain::read`] does not.
fn read(text: &str) -> Result<Draft, serde_json::Error> {
    if text.trim_ascii_start().starts_with('"') {
        // Otherwise the whole string would stand in the error.
        serde_json::from_str::<IgnoredAny>(text)?;
        return Err(Error::invalid_type(Unexpected::Other("string"), &"an object"));
    }
    let mut draft = Draft::new();
    let has_control = Cell::new(false);
    let mut deserializer = serde_json::Deserializer::from_str(text);
    deserializer.deserialize_map(BodyVisitor {
        draft: &mut draft,
        keys: Keys::Bytes(&has_control),
        capacity: capacity(text.len()),
    })?;
    deserializer.end()?;
    if has_control.get() {
        serde_json::from_str::<IgnoredAny>(text)?;
    }
    Ok(draft)
}

/// How many IDs to make room for in a body of so many bytes: as many as it can hold, but at first no more than fill 4 KiB.
pub(super) const fn capacity(bytes: usize) -> usize {
    const QUOTES_AND_COMMA: usize = 3;
    const AT_FIRST: usize = 4096 / LogStreamId::LEN;
    let at_most = bytes / (LogStreamId::LEN + QUOTES_AND_COMMA);
    if at_most < AT_FIRST { at_most } else { AT_FIRST }
}

/// The failure text is the message of the first violation.
///
/// [`from_json`](Self::from_json) is the exact reader of a JSON text. What a deserializer refuses before this type sees it is refused
/// here, too: `serde_json` takes no half of a surrogate pair in a name, also in one that the page does not document. And what
/// serde buffers, for `flatten` and `untagged`, loses the form of numbers that `serde_json` has with `arbitrary_precision`.
impl<'de> Deserialize<'de> for CreateLogDumpObsRequestBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut draft = Draft::new();
        deserializer.deserialize_map(BodyVisitor { draft: &mut draft, keys: Keys::Any, capacity: 0 })?;
        draft.finish().map_err(|violations| D::Error::custom(violations.first()))
    }
}

struct BodyVisitor<'a> {
    draft: &'a mut Draft,
    keys: Keys<'a>,
    capacity: usize,
}

impl<'de> Visitor<'de> for BodyVisitor<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<(), A::Error> {
        let Self { draft, keys, capacity } = self;
        let mut seen = Seen::default();
        while let Some(key) = object.next_key_seed(keys)? {
            let (field, place) = match key {
                Key::Documented(field) => (field, draft.place(field)),
                Key::Undocumented => {
                    object.next_value::<IgnoredAny>()?;
                    continue;
                }
                Key::NumberToken => {
                    if object.next_value_seed(ValueSeed { keys, sink: NumberText })?.is_some() {
                        return Err(A::Error::invalid_type(Unexpected::Other("number"), &"an object"));
                    }
                    continue;
                }
            };
            if !seen.is_first(field) {
                return Err(A::Error::duplicate_field(field.name()));
            }
            match place {
                None => {
                    object.next_value::<IgnoredAny>()?;
                }
                Some(Place::Scalar(slot)) => object.next_value_seed(ValueSeed { keys, sink: slot })?,
                Some(Place::List(list)) => {
                    *list = object.next_value_seed(ValueSeed { keys, sink: ListSink { keys, capacity } })?;
                }
            }
        }
        Ok(())
    }
}

const _: () = assert!(Field::ALL.len() <= u32::BITS as usize, "one bit for each field");

/// Which members were met.
#[derive(Default)]
pub(super) struct Seen(u32);

impl Seen {
    /// Whether a member was not met before.
    pub(super) const fn is_first(&mut self, field: Field) -> bool {
        let before = self.0;
        self.0 |= 1_u32.rotate_left(field as u32);
        self.0 != before
    }
}

/// A member as far as it was read.
pub(super) type Slot<T> = Result<T, Violation>;

/// Where the value of a member goes.
pub(super) enum Place<'a> {
    Scalar(&'a mut dyn Put),
    List(&'a mut Slot<LogStreamIds>),
}

/// A slot of whatever type: one reader serves them all.
pub(super) trait Put {
    fn put(&mut self, scalar: Scalar<'_>);
}

impl<T: FromScalar<Error = Violation>> Put for Slot<T> {
    fn put(&mut self, scalar: Scalar<'_>) {
        *self = T::from_scalar(scalar);
    }
}

impl Sink<'_> for &mut dyn Put {
    type Value = ();

    fn scalar(self, scalar: Scalar<'_>) {
        self.put(scalar);
    }
}

/// Makes [`Draft`] from its members.
macro_rules! draft {
    ($($field:ident => $member:ident: $place:ident($type:ty);)+) => {
        /// What was read so far. A member that is missing is judged as null is.
        pub(super) struct Draft {
            $($member: Slot<$type>,)+
        }

        impl Draft {
            pub(super) fn new() -> Self {
                Self { $($member: FromScalar::from_scalar(Scalar::Null),)+ }
            }

            /// Where the value of a member of the body goes.
            pub(super) fn place(&mut self, field: Field) -> Option<Place<'_>> {
                match field {
                    $(Field::$field => Some(Place::$place(&mut self.$member)),)+
                    _ => None,
                }
            }

            /// The violations of single members.
            fn violations(&self) -> Option<Violations> {
                let all = [$(self.$member.as_ref().err()),+];
                all.into_iter().flatten().map(|violation| Violations::from(*violation)).reduce(Violations::union)
            }
        }
    };
}

draft! {
    LogGroupId => log_group_id: Scalar(LogGroupId);
    LogStreamIds => log_stream_ids: List(LogStreamIds);
    ObsBucketName => obs_bucket_name: Scalar(ObsBucketName);
    TransferType => transfer_type: Scalar(TransferType);
    StorageFormat => storage_format: Scalar(StorageFormat);
    SwitchOn => switch_on: Scalar(SwitchOn);
    PrefixName => prefix_name: Scalar(Option<PrefixName>);
    DirPrefixName => dir_prefix_name: Scalar(Option<DirPrefixName>);
    Period => period: Scalar(Integer);
    PeriodUnit => period_unit: Scalar(PeriodUnit);
}

impl Draft {
    fn finish(self) -> Result<CreateLogDumpObsRequestBody, Violations> {
        let single = self.violations();
        // Judged whenever both of its members are good, whatever the others are.
        let period = match (&self.period, &self.period_unit) {
            (Ok(period), Ok(unit)) => Period::new(period.0, *unit),
            (&Err(violation), _) | (_, &Err(violation)) => Err(violation),
        };
        let all = single.into_iter().chain(period.err().map(Violations::from)).reduce(Violations::union);
        self.build(period).map_err(|first| all.unwrap_or(first.into()))
    }

    fn build(self, period: Result<Period, Violation>) -> Result<CreateLogDumpObsRequestBody, Violation> {
        Ok(CreateLogDumpObsRequestBody {
            log_group_id: self.log_group_id?,
            log_stream_ids: self.log_stream_ids?,
            obs_bucket_name: self.obs_bucket_name?,
            transfer_type: self.transfer_type?,
            storage_format: self.storage_format?,
            switch_on: self.switch_on?.0,
            prefix_name: self.prefix_name?,
            dir_prefix_name: self.dir_prefix_name?,
            period: period?,
        })
    }
}

/// `switch_on`: a boolean, or one as a string.
struct SwitchOn(bool);

impl FromScalar for SwitchOn {
    type Error = Violation;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, Violation> {
        match scalar {
            Scalar::Null | Scalar::Bool(true) | Scalar::Text("true") => Ok(Self(true)),
            Scalar::Bool(false) | Scalar::Text("false") => Ok(Self(false)),
            _ => Err(Violation::InvalidSwitchOn),
        }
    }
}

/// `period`: any number whose value is an integer.
struct Integer(i64);

impl FromScalar for Integer {
    type Error = Violation;

    fn from_scalar(scalar: Scalar<'_>) -> Result<Self, Violation> {
        match scalar {
            Scalar::Integer(integer) => Ok(Self(integer)),
            _ => Err(Violation::InvalidPeriod),
        }
    }
}
