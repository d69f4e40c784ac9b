import type { CreateLogDumpObsRequestBody as FromTypes } from "./request-body.js";
import type { CreateLogDumpObsRequestBody as FromRules } from "./request-body-rules.js";
import type { components } from "./openapi.js";

type FromOpenApi = components["schemas"]["CreateLogDumpObsRequestBody"];
type Body = FromTypes & FromRules & FromOpenApi;

export const body: Body = {
  log_group_id: "d9dba9f3-xxxx-48bd-xxxx-xxxxa24a8053",
  log_stream_ids: ["45e7f609-xxxx-4cd3-835b-xxxx4a124718"],
  obs_bucket_name: "lts-test",
  type: "cycle",
  storage_format: "RAW",
  period: 5,
  period_unit: "min",
};

// @ts-expect-error: the type is not listed
export const listed: Body["type"] = "once";

// @ts-expect-error: mandatory members are missing
export const ofTypes: FromTypes = {};
// @ts-expect-error: mandatory members are missing
export const ofRules: FromRules = {};
// @ts-expect-error: mandatory members are missing
export const ofOpenApi: FromOpenApi = {};
