//! Checks the layout of the sources: few files, short files, unique names, no `#[path]`, and no imports in a circle.

use std::fs;
use std::path::Path;

use xshell::{Shell, cmd};

use crate::{Result, features, imports, tools};

const MAX_FILES: usize = 50;
const MAX_LINES: usize = 7_500;
const MAX_LINES_OF_FILE: usize = 300;

/// Two files in different folders may have one of these names, or the name of a feature.
const WIRE_TYPES: [&str; 4] = ["body", "error_body", "headers", "response"];

/// A file of `src/`.
pub(crate) struct Source {
    /// The path below `src/`, with `/`.
    pub(crate) path: String,
    pub(crate) text: String,
}

pub(crate) fn check(sh: &Shell) -> Result {
    let mut sources = Vec::new();
    read(&tools::root().join("src"), "", &mut sources)?;
    let mut names = features::own(&sh.read_file("Cargo.toml")?)?;
    names.extend(WIRE_TYPES.map(String::from));
    let mut errors = layout(&sources, &names);

    let files = cmd!(sh, "git ls-files --cached --others --exclude-standard *.rs").quiet().read()?;
    // A file that is deleted but not yet committed is still listed.
    for file in files.lines().filter(|file| sh.path_exists(file)) {
        errors.extend(path_attributes(file, &sh.read_file(file)?));
    }
    for circle in imports::circles(&sources) {
        errors.push(format!("imports in a circle: {}", circle.join(" -> ")));
    }
    if errors.is_empty() { Ok(()) } else { Err(format!("the layout of the sources\n{}", errors.join("\n")).into()) }
}

fn read(folder: &Path, prefix: &str, sources: &mut Vec<Source>) -> Result {
    let mut entries = fs::read_dir(folder)?.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read(&entry.path(), &format!("{path}/"), sources)?;
        } else if Path::new(&path).extension().is_some_and(|extension| extension == "rs") {
            sources.push(Source { text: fs::read_to_string(entry.path())?, path });
        }
    }
    Ok(())
}

/// Returns an error for each limit that the files exceed, and for each name that two files share.
fn layout(sources: &[Source], names_of_two: &[String]) -> Vec<String> {
    let lines = |source: &Source| source.text.lines().count();
    let name = |path: &str| path.rsplit('/').next().unwrap_or_default().to_owned();
    let mut errors = Vec::new();
    if sources.len() > MAX_FILES {
        errors.push(format!("src has {} files, at most {MAX_FILES}", sources.len()));
    }
    let all: usize = sources.iter().map(lines).sum();
    if all > MAX_LINES {
        errors.push(format!("src has {all} lines, at most {MAX_LINES}"));
    }
    for (index, source) in sources.iter().enumerate() {
        let lines = lines(source);
        if lines > MAX_LINES_OF_FILE {
            errors.push(format!("src/{} has {lines} lines, at most {MAX_LINES_OF_FILE}", source.path));
        }
        let file = name(&source.path);
        let before: Vec<_> =
            sources.iter().take(index).map(|other| &other.path).filter(|other| name(other) == file).collect();
        let most = usize::from(names_of_two.iter().any(|name| file == format!("{name}.rs")));
        if file != "mod.rs" && before.len() > most {
            errors.push(format!("src/{} and src/{} have the same name", before[0], source.path));
        }
    }
    errors
}

/// Returns an error for each `#[path]` of a module.
fn path_attributes(file: &str, text: &str) -> Vec<String> {
    let lines = text.lines().enumerate().filter(|(_, line)| {
        let line = line.trim_start();
        (line.starts_with("#[path") || line.starts_with("#[cfg_attr(")) && line.contains("path = ")
    });
    lines.map(|(index, _)| format!("{file}:{}: a #[path] attribute", index + 1)).collect()
}

#[cfg(test)]
mod test {
    use super::{Source, layout, path_attributes};

    fn source(path: &str, lines: usize) -> Source {
        Source { path: path.into(), text: "\n".repeat(lines) }
    }

    #[test]
    fn accepts_files_within_the_limits() {
        let sources = [source("lib.rs", 300), source("a/mod.rs", 1), source("b/mod.rs", 1)];
        assert_eq!(layout(&sources, &[]), [""; 0]);
    }

    #[test]
    fn rejects_too_many_files() {
        let sources: Vec<_> = (0..51).map(|index| source(&format!("{index}.rs"), 1)).collect();
        assert_eq!(layout(&sources, &[]), ["src has 51 files, at most 50"]);
    }

    #[test]
    fn rejects_too_many_lines() {
        let mut sources: Vec<_> = (0..25).map(|index| source(&format!("{index}.rs"), 300)).collect();
        assert_eq!(layout(&sources, &[]), [""; 0]);
        sources.push(source("a.rs", 301));
        let expected = ["src has 7801 lines, at most 7500", "src/a.rs has 301 lines, at most 300"];
        assert_eq!(layout(&sources, &[]), expected);
    }

    #[test]
    fn rejects_a_name_in_two_folders() {
        let sources = [source("a/text.rs", 1), source("b/text.rs", 1)];
        assert_eq!(layout(&sources, &[]), ["src/a/text.rs and src/b/text.rs have the same name"]);
    }

    #[test]
    fn accepts_the_name_of_a_wire_type_twice_but_not_three_times() {
        let sources = [source("a/body.rs", 1), source("b/body.rs", 1), source("c/body.rs", 1)];
        let names = ["body".to_owned()];
        assert_eq!(layout(&sources[..2], &names), [""; 0]);
        assert_eq!(layout(&sources, &names), ["src/a/body.rs and src/c/body.rs have the same name"]);
    }

    #[test]
    fn rejects_path_attributes() {
        let text = "mod a;\n    #[path = \"b.rs\"]\nmod b;\n#[cfg_attr(test, path = \"c.rs\")]\nmod c;\n// #[path = \"d.rs\"]\n";
        assert_eq!(path_attributes("x.rs", text), ["x.rs:2: a #[path] attribute", "x.rs:4: a #[path] attribute"]);
    }
}
