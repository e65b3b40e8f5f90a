//! What both layouts share: marks, the key to their sizes, hairlines, and how labels keep clear of
//! each other.

use super::super::document::LINE;
use super::super::element::{Anchor, Canvas, Drawn, Linked, Shape, circle, line, rect, text};
use super::super::medium::Ink;
use super::super::role::Role;
use super::super::text::{fitting, width, wrap};
use super::data::{CELL, MatrixCell, MatrixMarks};

/// The side of a presence square.
const SQUARE: f64 = 12.0;

/// The room the key takes under a drawing.
const KEY: f64 = 34.0;

/// The radius of a circle: areas grow with the number, and 4 means 4 or more.
fn radius(n: u32) -> f64 {
    match n {
        0 | 1 => 4.0,
        2 => 6.5,
        3 => 8.5,
        _ => 10.5,
    }
}

/// Draws one cell's mark around `centre`, in a cell `wide` units wide.
pub(super) fn draw(
    canvas: &Canvas,
    (cell, theme_ink): (&MatrixCell, u8),
    marks: &MatrixMarks,
    (x, y): (f64, f64),
    wide: f64,
    ink: &Ink,
) -> Drawn {
    let href = Some(cell.href.as_str()).filter(|href| ink.keeps(href));
    // Coded, and not shown: an open square.
    let mark = match cell.n {
        0 => vec![square(Role::Mark(theme_ink), SQUARE, (x, y)), square(Role::Paper, SQUARE - 4.0, (x, y))],
        n => vec![shape(marks, n, theme_ink, (x, y))],
    };
    let (wide, high) = (wide - 2.0, CELL.2 - 2.0);
    let linked = Linked::new(href, &cell.name, mark);
    canvas.draw(&linked.covered((x - wide / 2.0, y - high / 2.0), (wide, high)))
}

fn shape(marks: &MatrixMarks, n: u32, ink: u8, (x, y): (f64, f64)) -> Shape {
    match marks {
        MatrixMarks::Presence => square(Role::Mark(ink), SQUARE, (x, y)),
        MatrixMarks::Symbols { .. } => circle(Role::Mark(ink), (x, y), radius(n)),
    }
}

fn square(role: Role, side: f64, (x, y): (f64, f64)) -> Shape {
    rect(role, (x - side / 2.0, y - side / 2.0), (side, side))
}

/// The room the key takes.
pub(super) fn key_height(marks: &MatrixMarks) -> f64 {
    match marks {
        MatrixMarks::Symbols { unit } if !unit.is_empty() => KEY,
        _ => 0.0,
    }
}

/// Says under the drawing, from `top` and no further than `right`, which circle is how many.
pub(super) fn draw_key(canvas: &Canvas, marks: &MatrixMarks, top: f64, right: f64) -> Drawn {
    let MatrixMarks::Symbols { unit } = marks else {
        return Ok(());
    };
    if unit.is_empty() {
        return Ok(());
    }
    let (y, mut x) = (top + KEY - LINE / 2.0 - 4.0, 0.0);
    for (n, label) in [(1, "1"), (2, "2"), (3, "3"), (4, "4+")] {
        canvas.draw(&circle(Role::Dot, (x + radius(n), y), radius(n)))?;
        x += 2.0 * radius(n) + 5.0;
        let label = if n == 4 { format!("{label} {unit}") } else { label.to_owned() };
        let face = Role::Note.face();
        let label = wrap(&label, face, fitting(right - x), 1).concat();
        canvas.draw(&text(Role::Note, (x, y), Anchor::Left, &label))?;
        x += width(&label, face) + 14.0;
    }
    Ok(())
}

/// A level line at `y` that covers whole pixels.
pub(super) fn level(canvas: &Canvas, role: Role, y: f64, right: f64) -> Drawn {
    let y = y.floor() + 0.5;
    canvas.draw(&line(role, (0.0, y), (right, y)))
}

/// An upright hairline at `x` that covers whole pixels.
pub(super) fn upright(canvas: &Canvas, x: f64, (top, foot): (f64, f64)) -> Drawn {
    let x = x.floor() + 0.5;
    canvas.draw(&line(Role::Rule, (x, top), (x, foot)))
}

/// Deals spans that come from left to right over as few tiers as keep them `apart`; gives each its
/// tier.
pub(super) fn tiers(spans: impl IntoIterator<Item = (f64, f64)>, apart: f64) -> Vec<usize> {
    let mut ends: Vec<f64> = Vec::new();
    let deal = |(start, end): (f64, f64)| {
        let tier = ends.iter().position(|&last| last + apart <= start).unwrap_or(ends.len());
        match ends.get_mut(tier) {
            Some(last) => *last = end,
            None => ends.push(end),
        }
        tier
    };
    spans.into_iter().map(deal).collect()
}
