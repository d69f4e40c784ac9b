//! Reports the line of each error in a TOML or YAML file, and of each unknown key: `configuration FILE`.
//!
//! `deserialize_all` finds the violations, and the parser of the format finds the lines of the members. Unknown keys are warnings on standard
//! error, because a misspelled optional member silently has its default.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use lts_log_dump::diagnostics::{UnknownMember, UnknownMembers, Visible};
use lts_log_dump::{CreateLogDumpObsRequestBody, Violation, Violations};

type Validated = Result<CreateLogDumpObsRequestBody, Violations>;

fn main() -> Result<ExitCode, Box<dyn Error>> {
    let file = std::env::args().nth(1).ok_or("usage: configuration FILE")?;
    let (errors, warnings) = validate(&file)?;
    for warning in &warnings {
        eprintln!("{warning}");
    }
    for error in &errors {
        println!("{error}");
    }
    Ok(if errors.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Returns each error of a file with its line, and each unknown key. `{:#}` appends the accepted values.
fn validate(file: &str) -> Result<(Vec<String>, Vec<String>), Box<dyn Error>> {
    let text = fs::read_to_string(file)?;
    let is_toml = Path::new(file).extension().is_some_and(|extension| extension == "toml");
    let (validated, lines) = if is_toml { toml(&text)? } else { yaml(&text)? };
    let violations = validated.err().map(Violations::into_iter).into_iter().flatten();
    let errors = violations.map(|violation| format!("{}: {violation:#}", place(file, violation, &lines))).collect();
    Ok((errors, unknown_keys(file, &lines)?))
}

/// Returns a warning for each unknown key, in the order of the lines.
fn unknown_keys(file: &str, lines: &BTreeMap<String, usize>) -> Result<Vec<String>, Box<dyn Error>> {
    // An object with the same names as the file.
    let json = serde_json::to_vec(lines)?;
    let mut unknown: Vec<_> = UnknownMembers::new(&json).map(|key| (lines.get(&*key.name()), key)).collect();
    unknown.sort_by_key(|(line, _)| *line);
    let warning = |(line, key): (Option<&usize>, UnknownMember<'_>)| {
        let similar = key.suggestion().map_or(String::new(), |field| format!(", did you mean `{field}`?"));
        format!(
            "{file}:{}: warning: unknown key `{}`{similar}",
            line.copied().unwrap_or_default(),
            Visible(&key.name())
        )
    };
    Ok(unknown.into_iter().map(warning).collect())
}

/// Returns the file, with the line of the member if there is one.
fn place(file: &str, violation: Violation, lines: &BTreeMap<String, usize>) -> String {
    // The interval is two members, `period` and `period_unit`.
    let member = violation.field().name().split('+').next().unwrap_or_default();
    lines.get(member).map_or(file.into(), |line| format!("{file}:{line}"))
}

fn toml(text: &str) -> Result<(Validated, BTreeMap<String, usize>), Box<dyn Error>> {
    let validated = CreateLogDumpObsRequestBody::deserialize_all(toml::Deserializer::parse(text)?)?;
    let members: BTreeMap<String, toml::Spanned<toml::Value>> = toml::from_str(text)?;
    let line = |member: &toml::Spanned<_>| text[..member.span().start].matches('\n').count() + 1;
    Ok((validated, members.iter().map(|(name, member)| (name.clone(), line(member))).collect()))
}

fn yaml(text: &str) -> Result<(Validated, BTreeMap<String, usize>), Box<dyn Error>> {
    let validated = CreateLogDumpObsRequestBody::deserialize_all(serde_yaml_ng::Deserializer::from_str(text))?;
    let document = marked_yaml::parse_yaml(0, text)?;
    let members = document.as_mapping().into_iter().flat_map(|members| members.iter());
    let lines = members.filter_map(|(name, _)| Some((name.as_str().to_owned(), name.span().start()?.line())));
    Ok((validated, lines.collect()))
}

#[test]
fn reports_each_error_and_unknown_key_with_its_line() {
    let folder = env!("CARGO_MANIFEST_DIR");
    let unlisted = Violation::UnlistedPeriod;
    let format = Violation::UnlistedStorageFormat;
    let toml = format!("{folder}/transfer.toml");
    let expected = [format!("{toml}:5: {format}"), format!("{toml}:6: {unlisted}")];
    let warnings = [
        format!("{toml}:8: warning: unknown key `swich_on`, did you mean `switch_on`?"),
        format!("{toml}:10: warning: unknown key `owner`"),
    ];
    assert_eq!(validate(&toml).unwrap(), (expected.into(), warnings.into()));
    let yaml = format!("{folder}/transfer.yaml");
    let expected = [
        format!(
            "{yaml}: obs_bucket_name is invalid, please verify if it's provided as required (expected 3 to 63 characters)"
        ),
        format!("{yaml}:5: {format}"),
        format!("{yaml}:6: {unlisted}"),
    ];
    let warnings = [
        format!("{yaml}:8: warning: unknown key `swich_on`, did you mean `switch_on`?"),
        format!("{yaml}:9: warning: unknown key `owner`"),
    ];
    assert_eq!(validate(&yaml).unwrap(), (expected.into(), warnings.into()));
}
