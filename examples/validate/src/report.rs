//! Prints a report for people: each error or unknown member with its line, then their number.

use std::error::Error;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet, Title};
use anstream::{AutoStream, ColorChoice};
use lts_log_dump::diagnostics::{Diagnostic, Diagnostics, Pointer, UnknownMember, UnknownMembers};

use crate::excerpt::{Excerpt, OF_VALUE, start_of};
use crate::input::Body;
use crate::output::Output;

/// The maximum number of errors in a report, and of unknown members. `--help` states this number.
const SHOWN: usize = 100;

/// Warns on standard error about the members that the service ignores.
pub(crate) fn warn(body: &Body<'_>, output: &mut Output) -> io::Result<()> {
    // The member by which an editor finds the schema is on purpose.
    let mut unknown = UnknownMembers::new(body.json).filter(|member| member.name() != "$schema").peekable();
    if unknown.peek().is_none() {
        return Ok(());
    }
    // Both may be the same terminal.
    output.flush()?;
    let renderer = renderer(AutoStream::choice(&io::stderr()));
    let mut warnings = io::stderr().lock();
    for member in unknown.by_ref().take(SHOWN) {
        let ignored = Level::NOTE.message("the service ignores it");
        // If standard error is closed, the bodies are still validated.
        let _ = writeln!(warnings, "{}\n", unknown_member(&renderer, body, &member, Level::WARNING, ignored.into()));
    }
    match unknown.count() {
        0 => {}
        more => {
            let count = counted(SHOWN + more, "unknown member");
            let summary = Level::WARNING.primary_title(format!("{}: {count}", place(body)));
            let _ = writeln!(warnings, "{}\n", renderer.render(&[Group::with_title(summary)]));
        }
    }
    Ok(())
}

/// Writes the errors of a body, and the unknown members for which it is rejected.
pub(crate) fn write<'a>(
    body: &Body<'_>,
    mut denied: impl Iterator<Item = UnknownMember<'a>>,
    output: &mut Output,
) -> Result<(), Box<dyn Error>> {
    let renderer = renderer(AutoStream::choice(&io::stdout()));
    let mut diagnostics = Diagnostics::new(body.json);
    let mut errors = 0;
    for diagnostic in diagnostics.by_ref().take(SHOWN) {
        writeln!(output, "{}\n", error(&renderer, body, &diagnostic))?;
        errors += 1;
    }
    errors += diagnostics.count();
    let mut unknown = 0;
    for member in denied.by_ref().take(SHOWN) {
        let denied = Level::NOTE.message("`--deny-unknown` rejects it");
        writeln!(output, "{}\n", unknown_member(&renderer, body, &member, Level::ERROR, denied.into()))?;
        unknown += 1;
    }
    unknown += denied.count();
    let counts = [(errors, "error"), (unknown, "unknown member")];
    let counts = counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| counted(count, what));
    let counts = counts.collect::<Vec<_>>().join(", ");
    let response = match errors {
        0 => "; the service accepts the body",
        1 => "",
        _ => "; the service returns the first error",
    };
    let summary = Group::with_title(Level::ERROR.primary_title(format!("{}: {counts}{response}", place(body))));
    Ok(writeln!(output, "{}\n", renderer.render(&[summary]))?)
}

/// Chooses colours for a terminal, unless `NO_COLOR` or `CLICOLOR_FORCE` overrides this.
fn renderer(choice: ColorChoice) -> Renderer {
    match choice {
        ColorChoice::Never => Renderer::plain(),
        _ => Renderer::styled(),
    }
}

fn error(renderer: &Renderer, body: &Body<'_>, diagnostic: &Diagnostic<'_>) -> String {
    // The message names the member, but not the item of a list.
    let item = match diagnostic.pointer() {
        pointer @ Pointer::Item(..) => Some(pointer.to_string()),
        _ => None,
    };
    let found = match diagnostic.found() {
        found if found.is_missing() => "the member is missing".into(),
        found => format!("found: {found}"),
    };
    let (line, column) = (diagnostic.line(), diagnostic.column());
    let title = Level::ERROR.primary_title(diagnostic.message()).id(diagnostic.code().to_string());
    let title = titled(body, title, line, column);
    let line = body.line.unwrap_or(line);
    let primary = |span| AnnotationKind::Primary.span(span).label(item);
    let context = |span| AnnotationKind::Context.span(span).label("a member with a similar name");
    let mut groups = vec![title];
    let snippet = match diagnostic.similar_member() {
        Some(similar) if similar.line() == diagnostic.line() => {
            let Excerpt { text, spans: [other, span] } = Excerpt::new(body.json, [similar.span(), diagnostic.span()]);
            Snippet::source(text).annotations([context(other), primary(span)])
        }
        similar => {
            groups.extend(similar.map(|similar| {
                let Excerpt { text, spans: [span] } = Excerpt::new(body.json, [similar.span()]);
                let snippet = Snippet::source(text).line_start(similar.line()).annotation(context(span));
                Group::with_level(Level::ERROR).element(snippet)
            }));
            let Excerpt { text, spans: [span] } = Excerpt::new(body.json, [diagnostic.span()]);
            Snippet::source(text).annotation(primary(span))
        }
    };
    let explanation = Group::with_level(Level::ERROR)
        .element(snippet.line_start(line))
        .element(Level::NOTE.message(found))
        .element(Level::HELP.message(format!("expected: {}", diagnostic.expected())))
        .elements(diagnostic.suggestion().map(|suggestion| Level::HELP.message(format!("did you mean {suggestion}?"))));
    groups.push(explanation);
    rendered(renderer, &groups)
}

/// Shows an unknown member with the name that was probably meant, or else with a note.
fn unknown_member(
    renderer: &Renderer,
    body: &Body<'_>,
    member: &UnknownMember<'_>,
    level: Level<'static>,
    note: Element<'static>,
) -> String {
    let (name, is_cut) = start_of(member.name().as_bytes(), OF_VALUE);
    let title = level.clone().primary_title(format!("unknown member `{name}{}`", if is_cut { "…" } else { "" }));
    let title = titled(body, title, member.line(), member.column());
    let line = body.line.unwrap_or(member.line());
    let Excerpt { text, spans: [span] } = Excerpt::new(body.json, [member.span()]);
    let explanation = Group::with_level(level)
        .element(Snippet::source(text).line_start(line).annotation(AnnotationKind::Primary.span(span)))
        .element(match member.suggestion() {
            Some(field) => Level::HELP.message(format!("did you mean `{field}`?")).into(),
            None => note,
        });
    rendered(renderer, &[title, explanation])
}

/// Adds the position to a title.
fn titled<'a>(body: &Body<'a>, title: Title<'a>, line: usize, column: usize) -> Group<'a> {
    // If each line is a body, show the line number in the file.
    title.element(Origin::path(body.name).line(body.line.unwrap_or(line)).char_column(column))
}

/// Renders a title, then excerpts and notes.
///
/// Each excerpt has a group of its own because the renderer would count columns in the cut text.
fn rendered(renderer: &Renderer, groups: &[Group<'_>]) -> String {
    let report = renderer.render(groups);
    // Two groups draw the empty line between them, so one of the two is removed.
    let mut lines: Vec<&str> = report.lines().collect();
    lines.dedup();
    lines.join("\n")
}

/// The name of the file, and the number of the line if each line is a body.
fn place(body: &Body<'_>) -> String {
    body.line.map_or(body.name.into(), |line| format!("{}, line {line}", body.name))
}

fn counted(count: usize, what: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    let shown = if count > SHOWN { format!(", the first {SHOWN} are shown") } else { String::new() };
    format!("{count} {what}{plural}{shown}")
}
