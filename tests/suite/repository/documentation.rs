//! Checks links in Markdown files, the documentation of features, and the files of the package.
//!
//! `cargo xtask docs` checks the links of the rendered API docs.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the files with this extension in a directory, except build output and installed packages.
fn files(directory: &Path, extension: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(directory).unwrap().map(|entry| entry.unwrap());
    let entries = entries.filter(|entry| {
        let name = entry.file_name();
        name != "target" && name != "node_modules" && !name.as_encoded_bytes().starts_with(b".")
    });
    entries
        .flat_map(|entry| {
            let path = entry.path();
            if entry.file_type().unwrap().is_dir() {
                files(&path, extension)
            } else {
                Vec::from_iter(path.extension().is_some_and(|found| found == extension).then_some(path))
            }
        })
        .collect()
}

/// Returns the lines outside of code blocks.
fn prose(text: &str) -> impl Iterator<Item = &str> {
    let mut is_code = false;
    text.lines().filter(move |line| {
        let is_fence = line.trim_start().starts_with("```");
        is_code ^= is_fence;
        !is_code && !is_fence
    })
}

/// Returns the link targets of a text: `[text](target)` and `[name]: target`.
fn targets(text: &str) -> Vec<&str> {
    let mut targets = Vec::new();
    for line in prose(text) {
        if let Some((_, target)) = line.strip_prefix('[').and_then(|rest| rest.split_once("]: ")) {
            targets.push(target.trim());
        }
        // Code may be in a link's text, but a link cannot be in code.
        let is_code = |at: usize| line[..at].matches('`').count() % 2 == 1;
        for (at, start) in line.match_indices("](") {
            if !is_code(at) {
                targets.extend(line[at + start.len()..].split(')').next());
            }
        }
    }
    targets
}

/// Returns the anchors that GitHub creates for the headings of a text.
fn anchors(text: &str) -> Vec<String> {
    let mut seen = BTreeMap::new();
    let headings =
        prose(text).filter_map(|line| line.trim_start_matches('#').strip_prefix(' ').filter(|_| line.starts_with('#')));
    headings
        .map(|heading| {
            let kept = heading.chars().filter(|character| character.is_alphanumeric() || " -_".contains(*character));
            let anchor = kept.flat_map(char::to_lowercase).collect::<String>().replace(' ', "-");
            let before: &mut usize = seen.entry(anchor.clone()).or_default();
            *before += 1;
            if *before == 1 { anchor } else { format!("{anchor}-{}", *before - 1) }
        })
        .collect()
}

/// Returns why a link is broken. Links to other hosts are not checked.
fn broken(file: &Path, target: &str) -> Option<&'static str> {
    if target.starts_with("https://") {
        return None;
    }
    let (path, anchor) = target.split_once('#').map_or((target, None), |(path, anchor)| (path, Some(anchor)));
    let linked = if path.is_empty() { file.to_owned() } else { file.with_file_name(path) };
    let Ok(linked) = linked.canonicalize() else { return Some("no such file") };
    if !linked.starts_with(root().canonicalize().unwrap()) {
        return Some("outside of the repository");
    }
    let has = |anchor: &str| anchors(&fs::read_to_string(&linked).unwrap()).iter().any(|heading| heading == anchor);
    anchor.filter(|anchor| !has(anchor)).map(|_| "no such heading")
}

#[test]
fn every_link_in_a_markdown_file_has_a_target() {
    let files = files(root(), "md");
    let mut checked = 0;
    let mut all_broken = Vec::new();
    for file in &files {
        let text = fs::read_to_string(file).unwrap();
        for target in targets(&text) {
            checked += 1;
            all_broken.extend(
                broken(file, target)
                    .map(|why| format!("{}: {target}: {why}", file.strip_prefix(root()).unwrap().display())),
            );
        }
    }
    assert!(all_broken.is_empty(), "{}", all_broken.join("\n"));
    assert!(checked > 20, "only {checked} links in {} files", files.len());
}

#[test]
fn detects_broken_links() {
    let file = root().join("docs/interpretations.md");
    let links =
        "[a](../README.md) `[b](none)` ![c](../none.svg)\n```\n[d](none)\n```\n[e]: #d9-null\n[f](#d99) [`g`](../..)";
    assert_eq!(targets(links), ["../README.md", "../none.svg", "#d9-null", "#d99", "../.."]);
    let why: Vec<_> = targets(links).into_iter().map(|target| broken(&file, target)).collect();
    assert_eq!(why, [None, Some("no such file"), None, Some("no such heading"), Some("outside of the repository")]);
}

#[test]
fn readme_and_api_docs_describe_every_feature() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let features = manifest.split("[features]\n").nth(1).unwrap().split("\n[").next().unwrap();
    let names = features.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name);
    let names: Vec<_> = names.filter(|name| *name != "default").collect();
    assert!(names.contains(&"schemars"), "{names:?}");
    for file in ["README.md", "docs/usage.md"] {
        let text = fs::read_to_string(root().join(file)).unwrap();
        for name in &names {
            assert!(text.contains(&format!("`{name}`")), "{file} does not describe the feature {name}");
        }
    }
}

#[test]
fn package_contains_every_included_file() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let packaged = manifest.split("include = [").nth(1).unwrap().split(']').next().unwrap();
    let packaged: Vec<_> = packaged.split('"').filter_map(|path| path.strip_prefix('/')).collect();
    let mut included = 0;
    for source in files(&root().join("src"), "rs") {
        let text = fs::read_to_string(&source).unwrap();
        for path in text.split("include_str!(\"").skip(1).map(|rest| rest.split('"').next().unwrap()) {
            included += 1;
            let path = source.with_file_name(path).canonicalize().unwrap();
            let path = path.strip_prefix(root().canonicalize().unwrap()).unwrap();
            assert!(packaged.iter().any(|packaged| path.starts_with(packaged)), "{} is not packaged", path.display());
        }
    }
    assert!(included > 3, "only {included} files");
}
