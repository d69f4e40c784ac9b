//! What is said of a refused body to a person: each wrong place with its line, and then how many there are.

use std::error::Error;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};
use lts_log_dump::diagnostics::{Diagnostic, Diagnostics, Found, Pointer};

use super::excerpt::Excerpt;
use super::harmless::harmless;
use super::input::Body;

/// Nobody reads more of one body.
const SHOWN: usize = 100;

pub(crate) fn write(body: &Body<'_>, mut output: impl Write) -> Result<(), Box<dyn Error>> {
    let renderer = renderer();
    let mut diagnostics = Diagnostics::new(body.json);
    let mut count = 0;
    for diagnostic in diagnostics.by_ref().take(SHOWN) {
        writeln!(output, "{}\n", place(&renderer, body, &diagnostic))?;
        count += 1;
    }
    count += diagnostics.count();
    let summary = Group::with_title(Level::ERROR.primary_title(summary(body, count)));
    Ok(writeln!(output, "{}\n", renderer.render(&[summary]))?)
}

/// Colours are for terminals, unless the environment says otherwise: `NO_COLOR`, `CLICOLOR_FORCE`.
fn renderer() -> Renderer {
    match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => Renderer::plain(),
        _ => Renderer::styled(),
    }
}

fn place(renderer: &Renderer, body: &Body<'_>, diagnostic: &Diagnostic<'_>) -> String {
    // Where each line is a body, the place is that in the file.
    let line = body.line.unwrap_or(diagnostic.line());
    let Excerpt { text, span } = Excerpt::new(body.json, &diagnostic.span());
    // The members of a body are told apart by their names, the items of the list are not.
    let item = match diagnostic.pointer() {
        pointer @ Pointer::Item(..) => Some(pointer.to_string()),
        _ => None,
    };
    let found = match diagnostic.found() {
        Found::Missing => "the member is missing".into(),
        found => format!("found: {found}"),
    };
    let title = Level::ERROR
        .primary_title(diagnostic.message())
        .id(diagnostic.code().to_string())
        .element(Origin::path(body.name).line(line).char_column(diagnostic.column()));
    // A group of its own: the text is cut, so the place cannot be worked out from it.
    let explanation = Group::with_level(Level::ERROR)
        .element(Snippet::source(text).line_start(line).annotation(AnnotationKind::Primary.span(span).label(item)))
        .element(Level::NOTE.message(harmless(&found)))
        .element(Level::HELP.message(format!("expected: {}", diagnostic.expected())))
        .elements(diagnostic.suggestion().map(|meant| Level::HELP.message(format!("did you mean {meant}?"))));
    let report = renderer.render(&[title, explanation]);
    // Each of the groups draws the empty line between them.
    let mut lines: Vec<&str> = report.lines().collect();
    lines.dedup();
    lines.join("\n")
}

fn summary(body: &Body<'_>, count: usize) -> String {
    let of_line = body.line.map_or(String::new(), |line| format!(", line {line}"));
    let places = if count == 1 { "1 wrong place".into() } else { format!("{count} wrong places") };
    let shown = if count > SHOWN { format!(", of which {SHOWN} are shown") } else { String::new() };
    let answer = if count > 1 { "; a server answers with the first" } else { "" };
    format!("{}{of_line}: {places}{shown}{answer}", body.name)
}
