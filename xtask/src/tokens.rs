//! Finds the paths in a source file that lead to other files of the same crate.

use std::collections::BTreeMap;

type Path = Vec<String>;

/// A path in a source file, as an absolute path within the crate.
pub(crate) struct Import {
    pub(crate) path: Path,
    /// Its name in this file, if it is in a `use`.
    pub(crate) name: Option<String>,
    /// `false` if the file only re-exports it.
    pub(crate) is_used: bool,
}

/// Returns the imports in the source file of a module.
pub(crate) fn imports(text: &str, module: &[String], modules: &BTreeMap<Path, usize>) -> Vec<Import> {
    let tokens = tokens(text);
    let mut found = Vec::new();
    let mut in_use = vec![false; tokens.len()];
    let mut at = 0;
    while at < tokens.len() {
        let start = at;
        if tokens[at] == "use" && tokens.get(at + 1).is_none_or(|next| *next != "<") {
            // `pub use` or `pub(crate) use`
            let is_public = start > 0 && (tokens[start - 1] == "pub" || tokens[start - 1] == ")");
            at += 1;
            let mut leaves = Vec::new();
            tree(&tokens, &mut at, &[], &mut leaves);
            in_use[start..at].fill(true);
            for (path, name) in leaves {
                if let Some(path) = absolute(&path, module, modules) {
                    found.push(Import { path, name: Some(name), is_used: !is_public });
                }
            }
            continue;
        }
        at += 1;
        let before = start.checked_sub(1).map_or("", |before| &tokens[before]);
        if ["::", ".", "$", "mod"].contains(&before) || tokens.get(at).is_none_or(|next| next != "::") {
            continue;
        }
        let mut path = vec![tokens[start].clone()];
        while tokens.get(at).is_some_and(|token| token == "::") && tokens.get(at + 1).is_some_and(|name| is_name(name))
        {
            path.push(tokens[at + 1].clone());
            at += 2;
        }
        if let Some(path) = absolute(&path, module, modules) {
            found.push(Import { path, name: None, is_used: true });
        }
    }
    for import in &mut found {
        let Some(name) = &import.name else { continue };
        import.is_used |= tokens.iter().zip(&in_use).any(|(token, in_use)| !in_use && token == name);
    }
    found
}

/// Reads the tree of a `use`: `a::{b, c as d}` returns `a::b` named `b`, and `a::c` named `d`.
fn tree(tokens: &[String], at: &mut usize, prefix: &[String], leaves: &mut Vec<(Path, String)>) {
    let mut path = prefix.to_vec();
    while let Some(token) = tokens.get(*at) {
        *at += 1;
        match token.as_str() {
            "::" => {}
            "{" => {
                while tokens.get(*at).is_some_and(|token| token != "}") {
                    tree(tokens, at, &path, leaves);
                    if tokens.get(*at).is_some_and(|token| token == ",") {
                        *at += 1;
                    }
                }
                *at += 1;
                return;
            }
            "as" => {
                let name = tokens.get(*at).cloned().unwrap_or_default();
                *at += 1;
                leaves.push((path, name));
                return;
            }
            // `a::{self}` is `a`.
            "self" if !path.is_empty() => {}
            "," | "}" | ";" => {
                *at -= 1;
                break;
            }
            _ => path.push(token.clone()),
        }
    }
    // A glob is an import of the module.
    let name = path.last().cloned().unwrap_or_default();
    if name == "*" {
        path.pop();
    }
    leaves.push((path, name));
}

/// Returns the path from the root of the crate, or `None` if it leads to another crate.
fn absolute(path: &[String], module: &[String], modules: &BTreeMap<Path, usize>) -> Option<Path> {
    let mut base = module.to_vec();
    let mut rest = path;
    let mut is_relative = false;
    while let Some((first, others)) = rest.split_first() {
        match first.as_str() {
            "crate" => base.clear(),
            "self" => {}
            "super" => _ = base.pop()?,
            _ => break,
        }
        (is_relative, rest) = (true, others);
    }
    let found = [&base, rest].concat();
    // Any other path belongs to the crate only if it starts with a child of this module.
    let is_child =
        || rest.first().is_some_and(|first| modules.contains_key(&[&base, std::slice::from_ref(first)].concat()));
    (is_relative || is_child()).then_some(found)
}

fn is_name(token: &str) -> bool {
    token.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Splits a source file into names and punctuation, without comments, literals and white space.
fn tokens(text: &str) -> Vec<String> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = literal(rest) {
            length
        } else if first.is_alphanumeric() || first == '_' {
            let length = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(rest[..length].to_owned());
            length
        } else {
            let length = if rest.starts_with("::") { 2 } else { first.len_utf8() };
            if !first.is_whitespace() {
                tokens.push(rest[..length].to_owned());
            }
            length
        };
        rest = &rest[length..];
    }
    tokens
}

/// Returns the length of the string or character literal at the start of a text.
fn literal(text: &str) -> Option<usize> {
    let start = usize::from(text.starts_with('b'));
    let after = &text[start..];
    if let Some(raw) = after.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let end = format!("\"{}", "#".repeat(hashes));
        let inner = raw[hashes..].strip_prefix('"')?;
        return Some(text.len() - inner.len() + inner.find(&end).map_or(inner.len(), |at| at + end.len()));
    }
    let quote = after.chars().next().filter(|quote| ['"', '\''].contains(quote))?;
    let inner = &after[1..];
    // `'a` without a second quote is a lifetime.
    if quote == '\'' && !inner.starts_with('\\') && inner.chars().nth(1).is_none_or(|second| second != '\'') {
        return None;
    }
    let mut is_escaped = false;
    let end = inner.char_indices().find(|(_, c)| {
        let ends = *c == quote && !is_escaped;
        is_escaped = *c == '\\' && !is_escaped;
        ends
    });
    Some(text.len() - inner.len() + end.map_or(inner.len(), |(at, _)| at + 1))
}
