//! The OpenAPI description of the endpoint.

use lts_log_dump::{
    ApiError, AuthToken, ContentType, CreateLogDumpObsRequest, CreateLogDumpObsResponseBody, ErrorBody, Field,
    LogDumpObsId, Violation,
};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde_json::{Map, Value, json};

pub(crate) fn document(request: &Schema, response: &Schema, error: &Schema) -> Value {
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "Log Tank Service: creating a log transfer task (old version)",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Transfers the logs of log streams to a bucket of the Object Storage Service at an interval. An `error_code` in an answer is an error under whatever status.",
            "license": { "name": "MIT OR Apache-2.0", "identifier": env!("CARGO_PKG_LICENSE") },
        },
        "servers": [{ "url": "/" }],
        "security": [{ "token": [] }],
        "paths": {
            CreateLogDumpObsRequest::PATH_TEMPLATE: {
                CreateLogDumpObsRequest::METHOD.to_ascii_lowercase(): operation(request),
            },
        },
        "components": {
            "schemas": {
                "CreateLogDumpObsRequestBody": with_intervals(request),
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
        "summary": "Creating a log transfer task",
        "parameters": [
            parameter::<lts_log_dump::ProjectId>(Field::ProjectId, "path"),
            parameter::<AuthToken>(Field::AuthToken, "header"),
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

fn parameter<T: JsonSchema>(field: Field, location: &str) -> Value {
    json!({
        "name": field.name(),
        "in": location,
        "description": field.description(),
        "required": field.is_mandatory(),
        "schema": T::json_schema(&mut SchemaGenerator::default()),
    })
}

/// The answers, each under the status at which the page shows it.
fn responses() -> Value {
    let created = LogDumpObsId::new("45fdc36b-xxxx-4567-xxxx-559xxxxdf968").expect("the page's example is an ID");
    let created = CreateLogDumpObsResponseBody { log_dump_obs_id: created };
    let mut responses = Map::new();
    responses.insert(
        CreateLogDumpObsResponseBody::HTTP_STATUS.to_string(),
        json!({
            "description": "The transfer task is created.",
            "content": {
                "application/json": {
                    "schema": { "$ref": "#/components/schemas/CreateLogDumpObsResponseBody" },
                    "examples": { "created": { "value": created } },
                },
            },
        }),
    );
    for (name, error) in errors() {
        let response = responses.entry(error.http_status().to_string()).or_insert_with(|| {
            json!({
                "description": description(error.http_status()),
                "content": {
                    "application/json": { "schema": { "$ref": "#/components/schemas/ErrorBody" }, "examples": {} },
                },
            })
        });
        response["content"]["application/json"]["examples"][name] = json!({ "value": ErrorBody::from(error) });
    }
    responses.into()
}

fn description(status: u16) -> &'static str {
    match status {
        200 => "The request is refused, although the status says that it is successful.",
        400 => "The body is not JSON.",
        403 => "The project is refused.",
        _ => "The service failed.",
    }
}

/// Every documented error, with the values that the page's examples quote.
fn errors() -> Vec<(String, ApiError)> {
    let mut errors = vec![
        ("NotJson".into(), ApiError::NotJson),
        ("InternalServerError".into(), ApiError::InternalServerError),
        ("LogGroupNotFound".into(), ApiError::LogGroupNotFound),
        (
            "LogStreamAssociated".into(),
            ApiError::LogStreamAssociated { log_stream_id: "632b9bdc-5afd-4666-a5de-2579f8b80314".into() },
        ),
        (
            "LogStreamNotFound".into(),
            ApiError::LogStreamNotFound { log_stream_id: "632b9bdc-5afd-4666-a5de-2579f8b80314-".into() },
        ),
        ("ObsBucketNotFound".into(), ApiError::ObsBucketNotFound { obs_bucket_name: "zhuanchu".into() }),
    ];
    errors.extend(Violation::ALL.iter().map(|violation| (format!("{violation:?}"), (*violation).into())));
    errors
}

/// A schema as a part of the document: it has no base of its own.
fn embedded(schema: &Schema) -> Value {
    let mut schema = schema.clone();
    schema.remove("$schema");
    schema.remove("$id");
    schema.into()
}

/// The types of the body, and the one rule about two of them: tools that read OpenAPI take no `if`.
fn with_intervals(request: &Schema) -> Value {
    let mut schema = embedded(request);
    let rules = schema["allOf"].take();
    let intervals = rules.as_array().and_then(|rules| rules.last()).expect("the last rule is that of the combination");
    schema.as_object_mut().expect("a schema with rules is an object").remove("allOf");
    schema["anyOf"] = intervals["then"]["anyOf"].clone();
    schema
}
