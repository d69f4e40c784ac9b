//! The results as a table, and the bars that they have to hold.

use crate::bodies::{self, Kind};
use crate::contenders::{self, DERIVED, THIS_CRATE};
use crate::results::{Figures, Results};

/// What must hold for this crate, as multiples of the derived struct's figures.
struct Bar {
    time: f64,
    instructions: f64,
    allocations: Option<usize>,
}

/// The bar for a body; the other sizes are judged as the next smaller one.
fn bar(body: &bodies::Body) -> Option<Bar> {
    let ids = |ids: usize| body.name == bodies::name_of(ids);
    let refused = |time| Bar { time, instructions: f64::INFINITY, allocations: None };
    Some(match body.kind {
        Kind::Valid if ids(1) => Bar { time: 0.60, instructions: 0.70, allocations: Some(4) },
        Kind::Valid if ids(100) => Bar { time: 0.45, instructions: 0.56, allocations: Some(5) },
        Kind::Valid if ids(10_000) => Bar { time: 0.45, instructions: 0.56, allocations: None },
        Kind::Valid => return None,
        Kind::Invalid => refused(0.70),
        Kind::NotJson => refused(1.20),
    })
}

/// One line per bar: what was measured, what was allowed. The second value says whether those hold that repeat.
#[must_use]
pub fn bars(results: &Results, with_time: bool) -> (String, bool) {
    let mut lines = String::new();
    let mut all_hold = true;
    let mut judge = |body: &str, what: &str, value: f64, most: f64, counts: bool| {
        let verdict = if value <= most { "holds" } else { "MISSED" };
        lines += &format!("{verdict:6} {body}: {what} {value:.2}, at most {most:.2}\n");
        all_hold &= value <= most || !counts;
    };
    for body in bodies::all() {
        let (Some(bar), Some(figures)) = (bar(&body), results.bodies.get(&body.name)) else { continue };
        let (ours, derived) = (figures[THIS_CRATE.name], figures[DERIVED.name]);
        if with_time {
            judge(&body.name, "time", ours.time, bar.time, false);
        }
        if let Some(ratio) = ratio_of_instructions(ours, derived).filter(|_| bar.instructions.is_finite()) {
            judge(&body.name, "instructions", ratio, bar.instructions, true);
        }
        if let Some(most) = bar.allocations {
            #[expect(clippy::cast_precision_loss, reason = "a handful")]
            judge(&body.name, "allocations", ours.allocations as f64, most as f64, true);
        }
    }
    if with_time {
        for (name, cost) in &results.hostile {
            judge(name, "nanoseconds a byte", *cost, 8.0, false);
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        judge("default build", "packages", results.dependence.packages as f64, 14.0, false);
        judge("default build", "time over serde + serde_json", results.dependence.build, 1.60, false);
    }
    (lines, all_hold)
}

fn ratio_of_instructions(ours: Figures, derived: Figures) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    Some(ours.instructions? as f64 / derived.instructions? as f64)
}

/// A Markdown table: a row per contender; the times of some bodies, then allocations and instructions.
#[must_use]
pub fn valid(results: &Results) -> String {
    let shown: Vec<_> = [1, 100, 10_000].map(bodies::name_of).into();
    let mut text = String::from("| |");
    for name in &shown {
        text += &format!(" {name} |");
    }
    text += &format!(" allocations ({0} / {1}) | instructions ({0} / {1}) |\n", shown[0], shown[1]);
    text += "|---|--:|--:|--:|--:|--:|\n";
    for contender in contenders::all() {
        let figures = |name: &String| results.bodies.get(name)?.get(contender.name).copied();
        let (Some(one), Some(hundred)) = (figures(&shown[0]), figures(&shown[1])) else { continue };
        let instructions = |figures: Figures| figures.instructions.map_or("–".into(), |count| count.to_string());
        text += &format!("| {} |", contender.name);
        for name in &shown {
            text += &figures(name).map_or(" – |".into(), |figures| format!(" {:.2} |", figures.time));
        }
        text += &format!(" {} / {} |", one.allocations, hundred.allocations);
        text += &format!(" {} / {} |\n", instructions(one), instructions(hundred));
    }
    text
}

/// A Markdown table: a row per body; what this crate needs.
#[must_use]
pub fn bodies(results: &Results) -> String {
    let mut text = String::from("| body | time | nanoseconds | allocations |\n|---|--:|--:|--:|\n");
    for body in bodies::all() {
        let Some(ours) = results.bodies.get(&body.name).and_then(|all| all.get(THIS_CRATE.name)) else { continue };
        text += &format!("| {} | {:.2} | {:.0} | {} |\n", body.name, ours.time, ours.nanoseconds, ours.allocations);
    }
    text
}

/// What hostile and growing bodies cost, and what it costs to depend on the crate.
#[must_use]
pub fn rest(results: &Results) -> String {
    let mut text = String::from("| body | ns a byte |\n|---|--:|\n");
    for (name, cost) in &results.hostile {
        text += &format!("| {name} | {cost:.2} |\n");
    }
    for (bytes, cost) in &results.growth {
        text += &format!("| valid, {bytes} bytes | {cost:.2} |\n");
    }
    let dependence = results.dependence;
    text += &format!(
        "\nTo depend on it: {} packages with itself, {:.2} times the clean build of serde and serde_json, \
         {:.2} times with serde's derive, {} bytes of code \
         (the derived struct: {}).\n",
        dependence.packages, dependence.build, dependence.build_over_derive, dependence.code, dependence.derived_code
    );
    text
}
