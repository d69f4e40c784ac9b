//! Validates documents with a validator of Rust, in the protocol of `verdict.py`: `verdict VALIDATOR SCHEMA < documents`.

use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, BufRead, BufWriter, Write};

use boon::{Compiler, Schemas, ValidationError};
use serde_json::Value;

/// Returns the schema paths of a document's failures.
type Paths = Box<dyn Fn(&Value) -> Vec<String>>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let (Some(name), Some(schema)) = (arguments.next(), arguments.next()) else {
        return Err("usage: verdict VALIDATOR SCHEMA < documents".into());
    };
    let schema = serde_json::from_str(&std::fs::read_to_string(schema)?)?;
    let paths_of = match name.as_str() {
        "boon" => boon(schema)?,
        "jsonschema" => jsonschema(&schema)?,
        _ => return Err(format!("no validator {name}").into()),
    };
    let mut output = BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let paths = paths_of(&serde_json::from_str(&line?)?);
        write!(output, "{}", if paths.is_empty() { "accepted" } else { "rejected" })?;
        for rule in paths.iter().filter_map(|path| rule_in(path)).collect::<BTreeSet<_>>() {
            write!(output, " {rule}")?;
        }
        writeln!(output)?;
    }
    Ok(output.flush()?)
}

fn rule_in(path: &str) -> Option<usize> {
    path.strip_prefix("/allOf/")?.split('/').next()?.parse().ok()
}

fn jsonschema(schema: &Value) -> Result<Paths, Box<dyn Error>> {
    let validator = jsonschema::validator_for(schema)?;
    Ok(Box::new(move |document| validator.iter_errors(document).map(|error| error.schema_path().to_string()).collect()))
}

fn boon(schema: Value) -> Result<Paths, Box<dyn Error>> {
    let base = schema["$id"].as_str().ok_or("the schema has no $id")?.to_owned();
    let (mut compiler, mut schemas) = (Compiler::new(), Schemas::new());
    compiler.add_resource(&base, schema)?;
    let root = compiler.compile(&base, &mut schemas).map_err(|error| error.to_string())?;
    Ok(Box::new(move |document| {
        let mut paths = Vec::new();
        if let Err(error) = schemas.validate(document, root) {
            collect(&error, &mut paths);
        }
        paths
    }))
}

/// Collects the schema paths of an error and its causes.
fn collect(error: &ValidationError<'_, '_>, paths: &mut Vec<String>) {
    paths.extend(error.schema_url.split_once('#').map(|(_, path)| path.to_owned()));
    error.causes.iter().for_each(|cause| collect(cause, paths));
}
