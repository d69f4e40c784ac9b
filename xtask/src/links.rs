//! Checks that each relative link of rendered API docs leads to a file, and to an anchor in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use crate::Result;

/// A link in the docs of `proptest::arbitrary::Arbitrary::arbitrary`. rustdoc copies them unchanged to each type that implements the trait.
const COPIED: &str = "../strategy/trait.Strategy.html";

#[derive(Default)]
struct Page {
    links: Vec<String>,
    anchors: BTreeSet<String>,
}

/// Checks the pages of a crate in the folder of rendered docs.
pub(crate) fn check(docs: &Path, name: &str) -> Result {
    let docs = docs.canonicalize()?;
    let mut paths = Vec::new();
    html_files(&docs.join(name), &mut paths)?;
    let mut pages = BTreeMap::new();
    for path in &paths {
        pages.insert(path.clone(), page(&fs::read_to_string(path)?));
    }
    let (mut links, mut errors) = (0, Vec::new());
    for path in &paths {
        for link in pages[path].links.clone() {
            if link == COPIED {
                continue;
            }
            links += 1;
            if let Some(error) = broken(&mut pages, path, &link)? {
                errors.push(format!("{}: {link}: {error}", path.strip_prefix(&docs).unwrap_or(path).display()));
            }
        }
    }
    println!("{links} links on {} pages", paths.len());
    if links == 0 {
        errors.push("no links".into());
    }
    if errors.is_empty() { Ok(()) } else { Err(format!("broken links\n{}", errors.join("\n")).into()) }
}

fn html_files(folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            html_files(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "html") {
            files.push(path);
        }
    }
    files.sort();
    Ok(())
}

/// Returns the error of a link that is broken.
fn broken(pages: &mut BTreeMap<PathBuf, Page>, page_of: &Path, link: &str) -> Result<Option<&'static str>> {
    let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
    let has_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c));
    if has_scheme || link.starts_with("//") {
        return Ok(None);
    }
    let (link, anchor) = link.split_once('#').unwrap_or((link, ""));
    let path = unquoted(link.split('?').next().unwrap_or_default());
    let mut target = if path.is_empty() { page_of.to_owned() } else { page_of.with_file_name("").join(path) };
    if target.is_dir() {
        target.push("index.html");
    }
    if !target.is_file() {
        return Ok(Some("no such file"));
    }
    let target = target.canonicalize()?;
    // A script makes the anchors of the lines of a source file, such as `3-5`.
    let is_lines = anchor.split('-').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if anchor.is_empty() || is_lines || target.extension().is_none_or(|extension| extension != "html") {
        return Ok(None);
    }
    if !pages.contains_key(&target) {
        pages.insert(target.clone(), page(&fs::read_to_string(&target)?));
    }
    // rustdoc writes some anchors quoted as in a link.
    let anchors = &pages[&target].anchors;
    let exists = anchors.contains(anchor) || anchors.contains(&unquoted(anchor));
    Ok((!exists).then_some("no such anchor"))
}

/// Decodes `%` escapes.
fn unquoted(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        let escape = others.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let escape = escape.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *first == b'%');
        bytes.push(escape.unwrap_or(*first));
        rest = if escape.is_some() { &others[2..] } else { others };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Reads the links and anchors of a page.
fn page(html: &str) -> Page {
    let mut page = Page::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        rest = &rest[1..];
        if !rest.starts_with(|c: char| c.is_ascii_alphabetic()) {
            continue;
        }
        let name_ends = rest.find(|c: char| c.is_whitespace() || c == '/' || c == '>').unwrap_or(rest.len());
        let name = rest[..name_ends].to_ascii_lowercase();
        rest = attributes(&rest[name_ends..], &mut page);
        // Their content is not HTML.
        if ["script", "style"].contains(&name.as_str()) {
            rest = rest.find(&format!("</{name}")).map_or("", |end| &rest[end..]);
        }
    }
    page
}

/// Reads the attributes of a tag, and returns the text after the tag.
fn attributes<'a>(mut rest: &'a str, page: &mut Page) -> &'a str {
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
        if rest.is_empty() {
            return rest;
        }
        if let Some(after) = rest.strip_prefix('>') {
            return after;
        }
        let name_ends = rest.find(|c: char| c.is_whitespace() || "=>/".contains(c)).unwrap_or(rest.len());
        // Without this, the loop would not end at a `=` without a name.
        let (name, after) = rest.split_at(name_ends.max(1));
        rest = after.trim_start();
        let Some(value) = rest.strip_prefix('=') else { continue };
        let value = value.trim_start();
        let (value, after) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => value[1..].split_once(quote).unwrap_or((&value[1..], "")),
            _ => value.split_at(value.find(|c: char| c.is_whitespace() || c == '>').unwrap_or(value.len())),
        };
        rest = after;
        let value = unescaped(value);
        match name.to_ascii_lowercase().as_str() {
            _ if value.is_empty() => {}
            "id" | "name" => _ = page.anchors.insert(value),
            "href" | "src" => page.links.push(value),
            _ => {}
        }
    }
}

/// Decodes the character references that rustdoc writes.
fn unescaped(text: &str) -> String {
    let names = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    names.iter().fold(text.to_owned(), |text, (name, character)| text.replace(name, character))
}

#[cfg(test)]
mod test {
    use super::{broken, check, page};

    const HTML: &str = "<a class=x href='a.html#%E4b'>&lt;a href=\"no\"></a><!-- <a href=\"no\"> --><IMG src = b.svg>\
                        <script src=\"c.js\">\"<a href='no'>\"</script><p id=\"x&amp;y\" name=''/><input disabled name=z>";

    #[test]
    fn reads_the_links_and_anchors_of_a_page() {
        let page = page(HTML);
        assert_eq!(page.links, ["a.html#%E4b", "b.svg", "c.js"]);
        assert_eq!(page.anchors.into_iter().collect::<Vec<_>>(), ["x&y", "z"]);
    }

    #[test]
    fn finds_broken_links() {
        let sh = xshell::Shell::new().unwrap();
        let folder = sh.create_temp_dir().unwrap();
        let file = |name: &str, text: &str| sh.write_file(folder.path().join(name), text).unwrap();
        file("a/index.html", "<p id=here><p id='ä b'><a href=\"../b.html#there\"><a href=\"https://example.com/#x\">");
        file("b.html", "<p id=there>");
        let path = folder.path().join("a/index.html").canonicalize().unwrap();
        let links = [
            ("#here", None),
            ("#gone", Some("no such anchor")),
            ("#%C3%A4%20b", None),
            ("../b.html", None),
            ("../b.html#there", None),
            ("../b.html?x=1#gone", Some("no such anchor")),
            ("../b.html#12-14", None),
            ("../c.html", Some("no such file")),
            ("../a#here", None),
            ("..", Some("no such file")),
            ("mailto:a@b", None),
            ("//example.com/x", None),
        ];
        for (link, expected) in links {
            let mut pages = [(path.clone(), page(&sh.read_file(&path).unwrap()))].into();
            assert_eq!(broken(&mut pages, &path, link).unwrap(), expected, "{link}");
        }
        check(folder.path(), "a").unwrap();
        file("a/index.html", "<a href=\"#gone\">");
        assert_eq!(
            check(folder.path(), "a").unwrap_err().to_string(),
            "broken links\na/index.html: #gone: no such anchor"
        );
    }
}
