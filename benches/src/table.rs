//! The results as tables, and the limits (bars) that they must not exceed.

use crate::bodies::{self, Body, Kind};
use crate::contenders::{self, SCAN, THIS_CRATE};
use crate::results::{Figures, Growth, Results};

/// The longest time that this crate may need for a body.
enum Bar {
    OfScan(f64),
    OfStruct(f64),
}

fn bar(body: &Body) -> Bar {
    let is_one_of =
        |ids: usize| [bodies::name_of(ids), format!("{}, capitals", bodies::name_of(ids))].contains(&body.name);
    match body.kind {
        // Invalid JSON is scanned twice, because `serde_json` words the error.
        Kind::NotJson => Bar::OfStruct(1.2),
        Kind::Valid if is_one_of(10) => Bar::OfScan(0.85),
        Kind::Valid if is_one_of(100) || is_one_of(10_000) => Bar::OfScan(0.65),
        Kind::Valid if is_one_of(1) || body.name.contains("pretty") => Bar::OfScan(1.0),
        Kind::Valid | Kind::Invalid => Bar::OfScan(1.1),
    }
}

/// The most allocations that this crate may make for the body of each of [`bodies::SIZES`].
const ALLOCATIONS: [usize; 4] = [1, 1, 1, 2];

/// The most time per byte of any size, relative to the smallest size.
const GROWTH: f64 = 1.3;

/// Returns one line per bar with its measurement, and whether all bars hold.
#[must_use]
pub fn bars(results: &Results, with_time: bool) -> (String, bool) {
    let mut lines = String::new();
    let mut all_hold = true;
    let mut check = |name: &str, what: &str, value: f64, most: f64| {
        let holds = value <= most;
        lines += &format!("{} {name}: {what} {value:.2}, at most {most:.2}\n", if holds { "holds " } else { "MISSED" });
        all_hold &= holds;
    };
    for (ids, most) in bodies::SIZES.into_iter().zip(ALLOCATIONS) {
        let name = bodies::name_of(ids);
        let figures = &results.bodies[&name];
        if let Some(ratio) = of_instructions(figures[THIS_CRATE.name], figures[SCAN.name]) {
            check(&name, "instructions of the scan's", ratio, 1.0);
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        check(&name, "allocations", figures[THIS_CRATE.name].allocations as f64, most as f64);
    }
    if with_time {
        for body in bodies::all() {
            let ours = results.bodies[&body.name][THIS_CRATE.name];
            match bar(&body) {
                Bar::OfScan(most) => check(&body.name, "time of the scan's", ours.of_scan, most),
                Bar::OfStruct(most) => check(&body.name, "time of the struct's", ours.of_struct, most),
            }
        }
        for other in &results.others {
            let (of_struct, of_copy) = most_of_other(&other.name);
            if let Some(most) = of_struct {
                check(&other.name, "time of the struct's", other.of_struct, most);
            }
            if let (Some(most), Some(of_copy)) = (of_copy, other.of_copy) {
                check(&other.name, "time of a copy's", of_copy, most);
            }
        }
        let mut check_growth = |name: &str, cost: fn(&Growth) -> f64| {
            let costs: Vec<f64> = results.growth.values().map(cost).collect();
            let most = costs.iter().copied().fold(0.0, f64::max);
            check(name, "longest time per byte, of the smallest body's", most / costs[0], GROWTH);
        };
        check_growth("growth, memory kept", |growth| growth.kept);
        check_growth("growth, memory anew", |growth| growth.anew);
        for (name, cost) in &results.hostile {
            check(name, "nanoseconds per byte", *cost, 8.0);
        }
        #[expect(clippy::cast_precision_loss, reason = "a handful")]
        check("default build", "packages", results.dependence.packages as f64, 14.0);
        check("default build", "time over serde + serde_json", results.dependence.build, 1.60);
    }
    (lines, all_hold)
}

/// Returns the bars for the time of writing or reading, relative to the struct and to a copy.
fn most_of_other(name: &str) -> (Option<f64>, Option<f64>) {
    let (row, size) = name.split_once(", ").unwrap_or((name, ""));
    let limits = [0.38, 0.26, 0.16, 0.12];
    let of_size = bodies::SIZES.into_iter().zip(limits).find(|(ids, _)| bodies::name_of(*ids) == size);
    let of_copy = (size == bodies::name_of(10_000)).then_some(2.4);
    match row {
        "`to_json`" | "`write_json` into a reused buffer" => (of_size.map(|(_, most)| most), of_copy),
        "`from_answer`" => (Some(1.0), None),
        // `Serialize` converts each ID to a `str`, and a copy is only a reference.
        _ => (None, None),
    }
}

fn of_instructions(ours: Figures, other: Figures) -> Option<f64> {
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    Some(ours.instructions? as f64 / other.instructions? as f64)
}

/// Formats a figure with about two digits.
pub(crate) fn short(figure: f64) -> String {
    match figure {
        10.0.. => format!("{figure:.0}"),
        1.0.. => format!("{figure:.1}"),
        _ => format!("{figure:.2}"),
    }
}

/// Returns a row per contender: the times of some bodies, then allocations and instructions.
#[must_use]
pub fn contenders(results: &Results) -> String {
    let shown = [1, 100, 10_000].map(bodies::name_of);
    let mut text = format!("| | {} | allocations | instructions |\n|---|--:|--:|--:|--:|--:|\n", shown.join(" | "));
    for contender in contenders::all() {
        let figures = shown.each_ref().map(|name| results.bodies[name][contender.name]);
        let [one, hundred, _] = figures;
        let times =
            figures.map(|figures| format!("{} / {}", short(figures.of_scan), short(figures.of_struct))).join(" | ");
        let instructions = |figures: Figures| figures.instructions.map_or("–".into(), |count| count.to_string());
        text += &format!("| {} | {times} | {} / {} |", contender.name, one.allocations, hundred.allocations);
        text += &format!(" {} / {} |\n", instructions(one), instructions(hundred));
    }
    text
}

/// Returns a row per body with the figures of this crate.
#[must_use]
pub fn bodies(results: &Results) -> String {
    let mut text =
        String::from("| body | of the scan | of the struct | nanoseconds | allocations |\n|---|--:|--:|--:|--:|\n");
    for body in bodies::all() {
        let Figures { nanoseconds, of_struct, of_scan, allocations, .. } = results.bodies[&body.name][THIS_CRATE.name];
        text += &format!(
            "| {} | {} | {} | {} | {allocations} |\n",
            body.name,
            short(of_scan),
            short(of_struct),
            short(nanoseconds)
        );
    }
    text
}

/// Returns a row per task that is not reading a body.
#[must_use]
pub fn others(results: &Results) -> String {
    let mut text = String::from("| | of the struct | of a copy | nanoseconds |\n|---|--:|--:|--:|\n");
    for other in &results.others {
        let of_copy = other.of_copy.map_or("–".into(), short);
        text +=
            &format!("| {} | {} | {of_copy} | {} |\n", other.name, short(other.of_struct), short(other.nanoseconds));
    }
    text
}

/// Returns a row per size.
#[must_use]
pub fn growth(results: &Results) -> String {
    let mut text = String::from(
        "| bytes | memory kept | memory anew | taking it anew | the scan | kept, of the scan |\n|--:|--:|--:|--:|--:|--:|\n",
    );
    for (bytes, growth) in &results.growth {
        let Growth { kept, anew, scan, memory } = growth;
        let [kept, anew, memory, scan, of_scan] = [*kept, *anew, *memory, *scan, kept / scan].map(short);
        text += &format!("| {bytes} | {kept} | {anew} | {memory} | {scan} | {of_scan} |\n");
    }
    text
}

/// Returns a row per hostile body.
#[must_use]
pub fn hostile(results: &Results) -> String {
    let mut text = String::from("| body | nanoseconds per byte |\n|---|--:|\n");
    for (name, cost) in &results.hostile {
        text += &format!("| {name} | {} |\n", short(*cost));
    }
    text
}

/// Returns the costs of a dependency on this crate.
#[must_use]
pub fn dependence(results: &Results) -> String {
    let dependence = results.dependence;
    format!(
        "| | |\n|---|--:|\n| packages, with itself | {} |\n| clean build, of `serde` and `serde_json` | {} |\n\
         | clean build, of those with `derive` | {} |\n| bytes added to a program | {} |\n\
         | bytes that the derived struct adds | {} |\n",
        dependence.packages,
        short(dependence.build),
        short(dependence.build_over_derive),
        dependence.code,
        dependence.derived_code
    )
}
