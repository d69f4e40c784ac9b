//! The draft of a body: each member goes into its place as a value or as a violation, in one pass, whatever is read.

use core::fmt;

use serde::de::{Error, IgnoredAny, MapAccess, Unexpected, Visitor};
use serde::{Deserialize, Deserializer};

use super::CreateLogDumpObsRequestBody;
use crate::choice::{PeriodUnit, StorageFormat, TransferType};
use crate::id::LogGroupId;
use crate::ids::List;
use crate::lenient::{Key, Keys, Place, Value, number_text};
use crate::name::{DirPrefixName, ObsBucketName, PrefixName};
use crate::period::Period;
use crate::scalar::{FromScalar, Scalar};
use crate::switch::SwitchOn;
use crate::violation::{Field, Violation};
use crate::violations::Violations;

/// The failure text is the message of the first violation.
///
/// [`from_json`](Self::from_json) is the exact reader of a JSON text. What a deserializer refuses before this type sees it is refused
/// here, too: `serde_json` takes no half of a surrogate pair in a name, also in one that the page does not document. Numbers are
/// those that the deserializer makes: `serde_json` without its feature `float_roundtrip` makes 12 of `12.000000000000001`. And
/// what serde buffers, for `flatten` and `untagged`, loses the form of numbers that `serde_json` has with `arbitrary_precision`.
impl<'de> Deserialize<'de> for CreateLogDumpObsRequestBody {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let draft = deserializer.deserialize_map(BodyVisitor)?;
        draft.finish().map_err(|violations| D::Error::custom(violations.first()))
    }
}

struct BodyVisitor;

impl<'de> Visitor<'de> for BodyVisitor {
    type Value = Draft;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut object: A) -> Result<Draft, A::Error> {
        let keys = Keys::Any;
        let mut draft = Draft::new();
        let mut seen = Seen::default();
        while let Some(key) = object.next_key_seed(keys)? {
            if let Key::NumberToken = key {
                if number_text(&mut object, keys)?.is_some() {
                    return Err(A::Error::invalid_type(Unexpected::Other("number"), &self));
                }
                continue;
            }
            let field = key.documented();
            if let Some(field) = field.filter(|field| !seen.is_first(*field)) {
                return Err(A::Error::duplicate_field(field.name()));
            }
            match field.and_then(|field| draft.place(field)) {
                Some(place) => object.next_value_seed(Value { keys, place })?,
                None => object.next_value::<IgnoredAny>().map(drop)?,
            }
        }
        Ok(draft)
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
trait Slot: Place {
    /// A member that is missing is judged as null is.
    fn missing() -> Self;

    fn violation(&self) -> Option<Violation>;
}

impl<T: FromScalar<Error = Violation>> Slot for Result<T, Violation> {
    fn missing() -> Self {
        T::from_scalar(Scalar::Null)
    }

    fn violation(&self) -> Option<Violation> {
        self.as_ref().err().copied()
    }
}

impl Slot for List {
    fn missing() -> Self {
        Self::default()
    }

    fn violation(&self) -> Option<Violation> {
        self.check().err()
    }
}

/// Makes [`Draft`] from its members.
macro_rules! draft {
    ($($field:ident => $member:ident: $slot:ty;)+) => {
        /// What was read so far.
        pub(super) struct Draft {
            $($member: $slot,)+
        }

        impl Draft {
            pub(super) fn new() -> Self {
                Self { $($member: Slot::missing(),)+ }
            }

            /// Where the value of a member of the body goes.
            pub(super) fn place(&mut self, field: Field) -> Option<&mut dyn Place> {
                match field {
                    $(Field::$field => Some(&mut self.$member),)+
                    _ => None,
                }
            }

            /// The violations of the members, and that of two together.
            fn violations(&self, combination: Option<Violation>) -> Option<Violations> {
                Violations::of(&[$(self.$member.violation(),)+ combination])
            }
        }
    };
}

draft! {
    LogGroupId => log_group_id: Result<LogGroupId, Violation>;
    LogStreamIds => log_stream_ids: List;
    ObsBucketName => obs_bucket_name: Result<ObsBucketName, Violation>;
    TransferType => transfer_type: Result<TransferType, Violation>;
    StorageFormat => storage_format: Result<StorageFormat, Violation>;
    SwitchOn => switch_on: Result<SwitchOn, Violation>;
    PrefixName => prefix_name: Result<Option<PrefixName>, Violation>;
    DirPrefixName => dir_prefix_name: Result<Option<DirPrefixName>, Violation>;
    Period => period: Result<Integer, Violation>;
    PeriodUnit => period_unit: Result<PeriodUnit, Violation>;
}

impl Draft {
    /// Where the IDs go.
    pub(super) const fn list(&mut self) -> &mut List {
        &mut self.log_stream_ids
    }

    pub(super) fn finish(self) -> Result<CreateLogDumpObsRequestBody, Violations> {
        // Judged whenever both of its members are good, whatever the others are.
        let period = match (&self.period, &self.period_unit) {
            (Ok(period), Ok(unit)) => Period::new(period.0, *unit),
            (&Err(violation), _) | (_, &Err(violation)) => Err(violation),
        };
        let violations = self.violations(period.err());
        self.build(period).map_err(|first| violations.unwrap_or(first.into()))
    }

    fn build(self, period: Result<Period, Violation>) -> Result<CreateLogDumpObsRequestBody, Violation> {
        Ok(CreateLogDumpObsRequestBody {
            log_group_id: self.log_group_id?,
            log_stream_ids: self.log_stream_ids.finish()?,
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
