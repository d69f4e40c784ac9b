//! The readers of other languages, which run in their own processes.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::bodies::{self, Body};
use crate::contenders::{DERIVED, THIS_CRATE};
use crate::measure;
use crate::results::ByName;
use crate::schema;

/// The bodies that they read.
fn read_by_all() -> impl Iterator<Item = Body> {
    let names = [bodies::name_of(1), bodies::name_of(100), "wrong period".to_owned()];
    bodies::all().into_iter().filter(move |body| names.contains(&body.name))
}

/// Nanoseconds by contender, then by body; those of this crate and of the derived struct in the same minute, too.
///
/// # Panics
///
/// When one does not say the same of a body as this crate.
#[must_use]
pub fn measure() -> ByName<ByName<f64>> {
    let languages = Path::new(env!("CARGO_MANIFEST_DIR")).join("languages");
    let folder = std::env::temp_dir().join(format!("benches-{}-languages", std::process::id()));
    fs::create_dir_all(&folder).expect("there is room");
    fs::write(folder.join("schema.json"), schema::body().to_string()).expect("there is room");
    let mut results = ByName::<ByName<f64>>::new();
    for body in read_by_all() {
        fs::write(folder.join(format!("{}.body", body.name)), &body.json).expect("there is room");
        let contenders = [DERIVED, THIS_CRATE];
        for (contender, (nanoseconds, _)) in contenders.iter().zip(measure::times(&contenders, 0, &body)) {
            results.entry(contender.name.into()).or_default().insert(body.name.clone(), nanoseconds);
        }
    }
    let python = languages.join(".venv/bin/python");
    for (program, script) in [(Path::new("node"), "bench.mjs"), (&python, "bench.py")] {
        let output = Command::new(program).arg(languages.join(script)).arg(&folder).output();
        let output = output.expect("`benches/languages/run` installs what is needed");
        assert!(output.status.success(), "{script}: {}", String::from_utf8_lossy(&output.stderr));
        for line in String::from_utf8(output.stdout).expect("text").lines() {
            let [contender, name, verdict, nanoseconds] = line.split('\t').collect::<Vec<_>>()[..] else {
                panic!("{script}: {line}")
            };
            let body = read_by_all().find(|body| body.name == name).expect("a body that was written");
            assert_eq!(verdict == "true", (THIS_CRATE.read)(&body.json), "{contender}: {name}");
            let nanoseconds = nanoseconds.parse().expect("a number");
            results.entry(contender.into()).or_default().insert(name.into(), nanoseconds);
        }
    }
    results
}

/// A Markdown table.
#[must_use]
pub fn table(results: &ByName<ByName<f64>>) -> String {
    let names: Vec<_> = read_by_all().map(|body| body.name).collect();
    let mut text = format!("| nanoseconds | {} |\n|---|--:|--:|--:|\n", names.join(" | "));
    for (contender, times) in results {
        let times: Vec<_> = names.iter().map(|name| format!("{:.0}", times[name])).collect();
        text += &format!("| {contender} | {} |\n", times.join(" | "));
    }
    text
}
