// A client of openapi-fetch with types of openapi-typescript: node fetch.js URL PREFER < request.json
import { readFileSync } from "node:fs";
import createClient from "openapi-fetch";
import type { components, paths } from "./openapi.js";

const [url, prefer] = process.argv.slice(2);
const body: components["schemas"]["CreateLogDumpObsRequestBody"] = JSON.parse(readFileSync(process.stdin.fd, "utf8"));
const path = { project_id: "2a473356cca5487f8373be891bffc1cf" };
const token = "x".repeat(1000);

const client = createClient<paths>({ baseUrl: url, headers: { Prefer: prefer } });
const { data, error } = await client.POST("/v2/{project_id}/log-dump/obs", {
  params: { path, header: { "X-Auth-Token": token } },
  headers: { "Content-Type": "application/json;charset=UTF-8" },
  body,
});
const failure = error ?? (data && "error_code" in data ? data : undefined);
if (failure) console.log("error", failure.error_code);
else if (data && "log_dump_obs_id" in data) console.log("created", data.log_dump_obs_id);
