//! The members of a body in the order of the API reference's Table 3, with their exact messages.

/// A member of a body.
pub(super) struct Member {
    pub(super) name: &'static str,
    /// The message of LTS.1902.
    pub(super) invalid: &'static str,
    /// The message of LTS.1901, if the member has a list of values.
    pub(super) unlisted: &'static str,
}

pub(super) const LOG_GROUP_ID: usize = 0;
pub(super) const LOG_STREAM_IDS: usize = 1;
pub(super) const OBS_BUCKET_NAME: usize = 2;
pub(super) const TYPE: usize = 3;
pub(super) const STORAGE_FORMAT: usize = 4;
pub(super) const SWITCH_ON: usize = 5;
pub(super) const PREFIX_NAME: usize = 6;
pub(super) const DIR_PREFIX_NAME: usize = 7;
pub(super) const PERIOD: usize = 8;
pub(super) const PERIOD_UNIT: usize = 9;

pub(super) const MEMBERS: [Member; 10] = [
    Member {
        name: "log_group_id",
        invalid: "log_group_id is invalid, please verify if it's provided as required",
        unlisted: "",
    },
    Member {
        name: "log_stream_ids",
        invalid: "log_stream_ids is invalid, please verify if it's provided as required",
        unlisted: "",
    },
    Member {
        name: "obs_bucket_name",
        invalid: "obs_bucket_name is invalid, please verify if it's provided as required",
        unlisted: "",
    },
    Member {
        name: "type",
        invalid: "type is invalid, please verify if it's provided as required",
        unlisted: "type is not in the list [cycle]",
    },
    Member {
        name: "storage_format",
        invalid: "storage_format is invalid, please verify if it's provided as required",
        unlisted: "storage_format is not in the list [RAW, JSON]",
    },
    Member {
        name: "switch_on",
        invalid: "switch_on is invalid, please verify if it's provided as required",
        unlisted: "",
    },
    Member {
        name: "prefix_name",
        invalid: "prefix_name is invalid, please verify if it's provided as required",
        unlisted: "",
    },
    Member {
        name: "dir_prefix_name",
        invalid: "dir_prefix_name is invalid, please verify if it's provided as required",
        unlisted: "",
    },
    Member { name: "period", invalid: "period is invalid, please verify if it's provided as required", unlisted: "" },
    Member {
        name: "period_unit",
        invalid: "period_unit is invalid, please verify if it's provided as required",
        unlisted: "period_unit is not in the list [min, hour]",
    },
];

/// The message of LTS.1901 about the combination of `period` and `period_unit`.
pub(super) const UNLISTED_PERIOD: &str =
    "period+period_unit is not in the list [2min, 5min, 30min, 1hour, 3hour, 6hour, 12hour]";

/// The listed combinations.
pub(super) const INTERVALS: &[(f64, &str)] =
    &[(2.0, "min"), (5.0, "min"), (30.0, "min"), (1.0, "hour"), (3.0, "hour"), (6.0, "hour"), (12.0, "hour")];
