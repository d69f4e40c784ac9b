//! Finds imports that run in a circle between the files of `src/`.
//!
//! An import of an item counts as an import of the file that defines it, behind all re-exports. A re-export alone is not an
//! import, so a `mod.rs` may re-export items of its files, and these may import from it. Macros have no paths, so they do not count.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::sources::Source;
use crate::tokens::{Import, imports};

type Path = Vec<String>;

struct File {
    imports: Vec<Import>,
    targets: BTreeSet<usize>,
}

/// Returns each circle once: the files along it, with the first one repeated at the end.
pub(crate) fn circles(sources: &[Source]) -> Vec<Vec<String>> {
    let modules: BTreeMap<Path, usize> =
        sources.iter().enumerate().map(|(index, source)| (module(&source.path), index)).collect();
    let mut files: Vec<_> = sources
        .iter()
        .map(|source| File {
            imports: imports(&source.text, &module(&source.path), &modules),
            targets: BTreeSet::new(),
        })
        .collect();
    for index in 0..files.len() {
        let used = files[index].imports.iter().filter(|import| import.is_used);
        let targets = used.filter_map(|import| definition(&import.path, &modules, &files, 0));
        files[index].targets = targets.filter(|target| *target != index).collect();
    }
    let mut found = BTreeSet::new();
    let circles = (0..files.len()).filter_map(|start| {
        let circle = circle_from(start, &files)?;
        found.insert(circle.iter().copied().collect::<BTreeSet<_>>()).then_some(circle)
    });
    circles.map(|circle| circle.into_iter().map(|index| sources[index].path.clone()).collect()).collect()
}

/// Returns the path of the module in a file: `["value", "id"]` for `value/id.rs`.
fn module(path: &str) -> Path {
    let path = path.trim_end_matches(".rs");
    let path = if path == "lib" { "" } else { path.strip_suffix("/mod").unwrap_or(path) };
    path.split('/').filter(|segment| !segment.is_empty()).map(String::from).collect()
}

/// Returns the file that defines the item at an absolute path.
fn definition(path: &[String], modules: &BTreeMap<Path, usize>, files: &[File], depth: usize) -> Option<usize> {
    // A name may be imported from its own module, which would never end.
    if depth > 16 {
        return None;
    }
    let modules_in_path = (0..=path.len()).rev().find(|length| modules.contains_key(&path[..*length]))?;
    let file = modules[&path[..modules_in_path]];
    let Some(name) = path.get(modules_in_path) else { return Some(file) };
    let behind = files[file].imports.iter().filter(|import| import.name.as_ref() == Some(name));
    let mut behind = behind.filter(|import| import.path != path);
    behind.next().map_or(Some(file), |import| definition(&import.path, modules, files, depth + 1))
}

/// Returns the shortest circle through a file.
fn circle_from(start: usize, files: &[File]) -> Option<Vec<usize>> {
    let mut before = BTreeMap::new();
    let mut queue = VecDeque::from([start]);
    while let Some(file) = queue.pop_front() {
        for target in &files[file].targets {
            if *target == start {
                let mut circle = vec![start, file];
                while let Some(file) = circle.last().filter(|file| **file != start).and_then(|file| before.get(file)) {
                    circle.push(*file);
                }
                circle.reverse();
                return Some(circle);
            }
            if let std::collections::btree_map::Entry::Vacant(entry) = before.entry(*target) {
                entry.insert(file);
                queue.push_back(*target);
            }
        }
    }
    None
}

#[cfg(test)]
mod test {
    use super::{Source, circles};

    fn circles_of(files: &[(&str, &str)]) -> Vec<String> {
        let sources: Vec<_> =
            files.iter().map(|(path, text)| Source { path: (*path).into(), text: (*text).into() }).collect();
        circles(&sources).iter().map(|circle| circle.join(" -> ")).collect()
    }

    #[test]
    fn finds_a_circle_of_two_files() {
        let files = [
            ("lib.rs", "mod a;\nmod b;"),
            ("a.rs", "use crate::b::B;\npub struct A;"),
            ("b.rs", "use super::a::A;\npub struct B;"),
        ];
        assert_eq!(circles_of(&files), ["a.rs -> b.rs -> a.rs"]);
    }

    #[test]
    fn finds_a_circle_behind_re_exports_and_groups() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\npub use a::A as Renamed;"),
            ("a/mod.rs", "mod x;\nmod y;\npub use x::{X, self as other};\npub use y::Y;\npub struct A;"),
            ("a/x.rs", "use crate::b::{self, B};\npub struct X;"),
            ("a/y.rs", "pub struct Y;"),
            ("b.rs", "fn b(_: crate::a::X) {}\nuse crate::{Renamed, a::Y};\npub struct B;"),
        ];
        assert_eq!(circles_of(&files), ["a/x.rs -> b.rs -> a/x.rs"]);
    }

    #[test]
    fn finds_a_circle_of_a_module_and_its_child() {
        let files = [
            ("lib.rs", "mod a;"),
            ("a/mod.rs", "mod x;\npub use x::X;\npub struct A(X);"),
            ("a/x.rs", "use super::A;\npub struct X;"),
        ];
        assert_eq!(circles_of(&files), ["a/mod.rs -> a/x.rs -> a/mod.rs"]);
    }

    #[test]
    fn ignores_use_in_a_return_type() {
        let files =
            [("lib.rs", "mod a;"), ("a.rs", "fn a(x: &str) -> impl Sized + use<'_> {\n    let y = x;\n    y\n}")];
        assert_eq!(circles_of(&files), [""; 0]);
    }

    #[test]
    fn finds_a_circle_of_three_files_once() {
        let files = [
            ("lib.rs", "mod a;\nmod b;\nmod c;"),
            ("a.rs", "use crate::b::B;"),
            ("b.rs", "use crate::c::C;"),
            ("c.rs", "use crate::a::A;"),
        ];
        assert_eq!(circles_of(&files), ["a.rs -> b.rs -> c.rs -> a.rs"]);
    }

    #[test]
    fn accepts_re_exports_comments_and_strings() {
        let files = [
            ("lib.rs", "mod a;\npub use a::{X, Y};\n//! use crate::a::X;"),
            ("a/mod.rs", "mod x;\nmod y;\npub use x::X;\npub(crate) use y::Y;\nmacro_rules! m { () => { $crate::X } }"),
            ("a/x.rs", "use super::Y;\n/// [`crate::a::Y`]\npub struct X;\nconst Q: char = '\"';"),
            (
                "a/y.rs",
                "// use super::X;\nconst S: &str = \"use super::X; \\\" crate::X\";\nconst R: &str = r#\"crate::X\"#;\npub struct Y<'a>;",
            ),
        ];
        assert_eq!(circles_of(&files), [""; 0]);
    }
}
