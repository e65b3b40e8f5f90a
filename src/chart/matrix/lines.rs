//! The rows of a turned matrix: participants, the names of their groups, and heads.

use super::super::document::LINE;
use super::super::role::Role;
use super::super::text::{fitting, reserve, width, wrap};
use super::data::{CELL, Matrix};

/// After this many participants the head is repeated.
const AGAIN: usize = 40;

/// The heights of a head and of a group's name, and the space over a head that is repeated.
pub(super) const HEAD: f64 = 30.0;
const GROUP: f64 = 32.0;
const PAUSE: f64 = 14.0;

/// The most room ids may take, of the whole width.
const IDS: f64 = 0.3;

/// The distance between the ids and the first cell.
const BESIDE: f64 = 12.0;

/// A row of a part.
pub(super) struct MatrixLine {
    pub(super) what: LineKind,
    pub(super) top: f64,
    pub(super) height: f64,
}

/// What a row is.
pub(super) enum LineKind {
    Head,
    Group(String),
    Person { place: usize, label: Vec<String> },
}

/// The rows that every part of a drawing `units` wide has, and the room the ids take.
pub(super) fn lines(matrix: &Matrix, units: f64) -> (f64, Vec<MatrixLine>) {
    let (mut lines, mut foot, mut left): (Vec<MatrixLine>, f64, f64) = (Vec::new(), 0.0, 0.0);
    let mut push = |what: LineKind, height: f64| {
        lines.push(MatrixLine { what, top: foot, height });
        foot += height;
    };
    for (columns, group) in matrix.groups() {
        for place in columns.clone() {
            if place % AGAIN == 0 {
                push(LineKind::Head, if place == 0 { HEAD } else { PAUSE + HEAD });
            }
            if let Some(group) = group.filter(|_| place == columns.start || place % AGAIN == 0) {
                let name = wrap(group, Role::Note.face(), fitting(units), 1).concat();
                push(LineKind::Group(name), GROUP);
            }
            let label = matrix.columns.get(place).map_or("", |column| &column.label);
            let face = Role::Label.face();
            let label = wrap(label, face, fitting(units * IDS - BESIDE), 3);
            let longest = label.iter().map(|content| width(content, face)).fold(0.0, f64::max);
            left = left.max(reserve(longest) + BESIDE);
            let height = (label.len() as f64 * LINE + 8.0).max(CELL.2);
            push(LineKind::Person { place, label }, height);
        }
    }
    (left.ceil(), lines)
}

/// Where rows follow each other without a group's name between them: top and foot.
pub(super) fn runs(lines: &[MatrixLine]) -> Vec<(f64, f64)> {
    let mut runs: Vec<(f64, f64)> = Vec::new();
    let mut joined = false;
    for line in lines {
        let foot = line.top + line.height;
        match (&line.what, runs.last_mut().filter(|_| joined)) {
            (LineKind::Group(_), _) => {}
            (LineKind::Person { .. }, Some(run)) => run.1 = foot,
            (LineKind::Person { .. }, None) => runs.push((line.top, foot)),
            (LineKind::Head, _) => runs.push((foot - HEAD + 6.0, foot)),
        }
        joined = !matches!(line.what, LineKind::Group(_));
    }
    runs
}
