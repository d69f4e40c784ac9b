//! Generates the OpenAPI description of the endpoint.

use lts_log_dump::{
    ApiError, AuthToken, ContentType, CreateLogDumpObsRequest, CreateLogDumpObsResponseBody, ErrorBody, Field,
    LogDumpObsId, ProjectId,
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

const TAG: &str = "log-dump";

/// Additional responses of the example service, by status.
const OF_THE_EXAMPLE_SERVICE: [(u16, &str); 5] = [
    (404, "an unknown path"),
    (405, "an unknown method"),
    (408, "a body that takes too long"),
    (413, "a body that is too large"),
    (503, "too many requests at once"),
];

pub(crate) fn document(request_types: &Schema, response: &Schema, error: &Schema) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            // Generators derive package names from the title.
            "title": "LTS log dump",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Log Tank Service (LTS), Creating a Log Transfer Task (Old Version): transfers the logs of log streams to a bucket of the Object Storage Service (OBS) at an interval.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": env!("CARGO_PKG_LICENSE") },
        },
        "externalDocs": {
            "description": "The API reference",
            "url": "https://support.huaweicloud.com/intl/en-us/ally-visitor-1-api-lts/lts_api_0029.html",
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "tags": [{ "name": TAG, "description": "Transfer of logs to OBS." }],
        "paths": {
            CreateLogDumpObsRequest::PATH_TEMPLATE: {
                CreateLogDumpObsRequest::METHOD.to_ascii_lowercase(): operation(request_types),
            },
        },
        "components": {
            "schemas": {
                "CreateLogDumpObsRequestBody": embedded(request_types),
                "CreateLogDumpObsResponseBody": embedded(response),
                "ErrorBody": embedded(error),
            },
            "securitySchemes": {
                "token": {
                    "type": "apiKey",
                    "in": "header",
                    "name": Field::AuthToken.name(),
                    "description": Field::AuthToken.description(),
                },
            },
        },
    })
}

fn operation(request: &Schema) -> Value {
    json!({
        "operationId": "createLogDumpObs",
        "tags": [TAG],
        "summary": "Creating a log transfer task",
        "description": "A response with an `error_code` is an error. Most errors have the status 200.",
        "parameters": [
            parameter::<ProjectId>(Field::ProjectId, "path", "2a473356cca5487f8373be891bffc1cf"),
            parameter::<AuthToken>(Field::AuthToken, "header", &"x".repeat(AuthToken::MIN_LEN)),
        ],
        "requestBody": {
            "description": format!("{} {}", Field::ContentType.description(), ContentType),
            "required": true,
            "content": {
                ContentType.as_str(): {
                    "schema": { "$ref": "#/components/schemas/CreateLogDumpObsRequestBody" },
                    "examples": { "request": { "value": request.get("examples").and_then(|examples| examples.get(0)) } },
                },
            },
        },
        "responses": responses(),
    })
}

fn parameter<T: JsonSchema>(field: Field, location: &str, example: &str) -> Value {
    json!({
        "name": field.name(),
        "in": location,
        "description": field.description(),
        "required": field.is_mandatory(),
        "schema": T::json_schema(&mut SchemaGenerator::default()),
        "example": example,
    })
}

fn response(description: &str, body: &str) -> Value {
    json!({
        "description": description,
        "content": { "application/json": { "schema": { "$ref": format!("#/components/schemas/{body}") } } },
    })
}

/// Responses in the order of the API reference, then the example service's own.
fn responses() -> Value {
    let created = LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968").expect("an ID");
    let created = CreateLogDumpObsResponseBody { log_dump_obs_id: created };
    let mut responses = Map::new();
    let of_created = responses
        .entry(CreateLogDumpObsResponseBody::HTTP_STATUS.to_string())
        .or_insert(response("The transfer task is created.", "CreateLogDumpObsResponseBody"));
    of_created["content"]["application/json"]["examples"] = json!({ "created": { "value": created } });
    for error in ApiError::examples() {
        let status = error.http_status();
        let of_status =
            responses.entry(status.to_string()).or_insert_with(|| response(description(status), "ErrorBody"));
        of_status["content"]["application/json"]["examples"][name(&error)] =
            json!({ "value": ErrorBody::from(error.clone()) });
    }
    for (status, situation) in OF_THE_EXAMPLE_SERVICE {
        let description = format!(
            "Sent by the example service of the Rust crate only, for {situation}. The API reference does not have this status."
        );
        let earlier = responses.insert(status.to_string(), response(&description, "ErrorBody"));
        assert!(earlier.is_none(), "the API reference has {status}");
    }
    responses.into()
}

fn description(status: u16) -> &'static str {
    match status {
        200 => "The request is rejected, although the status means success.",
        400 => "The body is not JSON.",
        403 => "The project is rejected.",
        _ => "The service failed.",
    }
}

/// Returns the name of the error's variant.
fn name(error: &ApiError) -> String {
    let shown = match error {
        ApiError::Violation(violation) => format!("{violation:?}"),
        other => format!("{other:?}"),
    };
    shown.split(' ').next().unwrap_or_default().into()
}

/// Removes the keywords that only a schema in a file of its own has.
fn embedded(schema: &Schema) -> Value {
    let mut schema = schema.clone();
    schema.remove("$schema");
    schema.remove("$id");
    schema.into()
}
