//! Prints a report for people: each error with its line, then the number of errors.

use std::error::Error;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use anstream::{AutoStream, ColorChoice};
use lts_log_dump::diagnostics::{Diagnostic, Diagnostics, Pointer};

use crate::excerpt::Excerpt;
use crate::harmless::harmless;
use crate::input::Body;

/// The maximum number of errors in a report. `--help` states this number.
const SHOWN: usize = 100;

pub(crate) fn write(body: &Body<'_>, mut output: impl Write) -> Result<(), Box<dyn Error>> {
    let renderer = renderer();
    let mut diagnostics = Diagnostics::new(body.json);
    let mut count = 0;
    for diagnostic in diagnostics.by_ref().take(SHOWN) {
        writeln!(output, "{}\n", rendered(&renderer, body, &diagnostic))?;
        count += 1;
    }
    count += diagnostics.count();
    let summary = Group::with_title(Level::ERROR.primary_title(summary(body, count)));
    Ok(writeln!(output, "{}\n", renderer.render(&[summary]))?)
}

/// Chooses colours for a terminal, unless `NO_COLOR` or `CLICOLOR_FORCE` overrides this.
fn renderer() -> Renderer {
    match AutoStream::choice(&io::stdout()) {
        ColorChoice::Never => Renderer::plain(),
        _ => Renderer::styled(),
    }
}

fn rendered(renderer: &Renderer, body: &Body<'_>, diagnostic: &Diagnostic<'_>) -> String {
    // If each line is a body, show the line number in the file.
    let line = body.line.unwrap_or(diagnostic.line());
    let Excerpt { text, span } = Excerpt::new(body.json, &diagnostic.span());
    // The message names the member, but not the item of a list.
    let item = match diagnostic.pointer() {
        pointer @ Pointer::Item(..) => Some(pointer.to_string()),
        _ => None,
    };
    let found = match diagnostic.found() {
        found if found.is_missing() => "the member is missing".into(),
        found => format!("found: {found}"),
    };
    let title = Level::ERROR
        .primary_title(diagnostic.message())
        .id(diagnostic.code().to_string())
        .element(Origin::path(body.name).line(line).char_column(diagnostic.column()));
    // The excerpt has a group of its own because the renderer would count columns in the cut text.
    let explanation = Group::with_level(Level::ERROR)
        .element(Snippet::source(text).line_start(line).annotation(AnnotationKind::Primary.span(span).label(item)))
        .element(Level::NOTE.message(harmless(&found)))
        .element(Level::HELP.message(format!("expected: {}", diagnostic.expected())))
        .elements(diagnostic.suggestion().map(|suggestion| Level::HELP.message(format!("did you mean {suggestion}?"))));
    let report = renderer.render(&[title, explanation]);
    // Both groups draw the empty line between them, so one of the two is removed.
    let mut lines: Vec<&str> = report.lines().collect();
    lines.dedup();
    lines.join("\n")
}

fn summary(body: &Body<'_>, count: usize) -> String {
    let line = body.line.map_or(String::new(), |line| format!(", line {line}"));
    let errors = if count == 1 { "1 error".into() } else { format!("{count} errors") };
    let shown = if count > SHOWN { format!(", the first {SHOWN} are shown") } else { String::new() };
    let response = if count > 1 { "; the service returns the first one" } else { "" };
    format!("{}{line}: {errors}{shown}{response}", body.name)
}
