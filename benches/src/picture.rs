//! The chart of the results.

use std::fmt::Write;

use crate::bodies;
use crate::contenders::{self, Contender, DERIVED, THIS_CRATE};
use crate::results::Results;
use crate::table::short;

/// The width of the derived struct's bar.
const UNIT: f64 = 200.0;
const LEFT: f64 = 250.0;
const LINE: f64 = 22.0;

/// Returns the chart as SVG.
///
/// # Panics
///
/// Never: writing to a `String` does not fail.
#[must_use]
pub fn picture(results: &Results) -> String {
    let mut shapes = String::new();
    let mut y = 10.0;
    for ids in [1, 100] {
        let body = bodies::name_of(ids);
        y += LINE;
        writeln!(shapes, r#"<text x="10" y="{y}" font-weight="bold">Time to read {body}</text>"#)
            .expect("writing to a String does not fail");
        let mut rows: Vec<(Contender, f64)> = contenders::all()
            .into_iter()
            .filter_map(|contender| Some((contender, results.bodies.get(&body)?.get(contender.name)?.of_struct)))
            .collect();
        rows.sort_by(|a, b| a.1.total_cmp(&b.1));
        for (contender, time) in rows {
            y += LINE;
            shapes += &row(contender, time, y);
        }
        y += LINE / 2.0;
    }
    let (width, height) = (LEFT + UNIT * 3.0, y + 10.0);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"sans-serif\" \
         font-size=\"13\">\n<title>Time to read a body, relative to the derived struct</title>\n\
         <rect width=\"100%\" height=\"100%\" fill=\"white\"/>\n{shapes}</svg>\n"
    )
}

fn row(contender: Contender, time: f64, y: f64) -> String {
    let color = match contender.name {
        name if name == THIS_CRATE.name => "#0a7d4f",
        name if name == DERIVED.name => "#555555",
        _ if contender.validates => "#9db4c8",
        _ => "#cccccc",
    };
    let (top, width) = (y - LINE * 0.7, time * UNIT);
    let (end, height) = (LEFT + width + 6.0, LINE * 0.8);
    format!(
        "<text x=\"{x}\" y=\"{y}\" text-anchor=\"end\">{name}</text>\n\
         <rect x=\"{LEFT}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" fill=\"{color}\"/>\n\
         <text x=\"{end:.1}\" y=\"{y}\">{label}</text>\n",
        x = LEFT - 8.0,
        name = contender.name,
        label = short(time),
    )
}
