//! Participants down the page, themes across it by their numbers: for many participants, or little
//! room.
//!
//! A part holds as many themes as fit, whole main themes where it can. It begins with their names
//! in full, because a number alone says nothing, and its head comes back every forty rows.

use super::super::document::LINE;
use super::super::element::{Anchor, Canvas, Drawn, text};
use super::super::label::{badge, badge_width};
use super::super::medium::{Ink, Width};
use super::super::role::Role;
use super::super::text::width;
use super::data::{CELL, Matrix, MatrixRow};
use super::key::{KeyName, key};
use super::lines::{HEAD, LineKind, MatrixLine, lines, runs};
use super::mark::{draw, draw_key, key_height, level, upright};

/// Space over the next part.
const GAP: f64 = 40.0;

/// Where everything is.
pub(super) struct Across<'a> {
    matrix: &'a Matrix,
    width: Width,
    parts: Vec<MatrixPart<'a>>,
    /// The rows of every part, from the lower edge of its key.
    lines: Vec<MatrixLine>,
    /// The left edge of the first cell, and the width of each.
    left: f64,
    cell: f64,
    foot: f64,
}

/// Some of the themes, over all participants.
struct MatrixPart<'a> {
    names: Vec<KeyName<'a>>,
    columns: Vec<Theming<'a>>,
    /// Where the rows begin.
    top: f64,
}

/// A theme that has a column.
#[derive(Clone, Copy)]
struct Theming<'a> {
    place: usize,
    row: &'a MatrixRow,
    /// The main theme it belongs to, counted.
    family: usize,
}

impl<'a> Across<'a> {
    /// Lays the matrix out; any matrix can be.
    pub(super) fn lay_out(matrix: &'a Matrix, width: Width) -> Self {
        let units = width.units();
        let (left, lines) = lines(matrix, units);
        let widest = matrix.rows.iter().map(|row| badge_width(number_width(row))).fold(0.0, f64::max);
        let least = CELL.0.max(widest + 3.0);
        let fit = (((units - left) / least) as usize).max(1);

        let columns = matrix.theming();
        let shares = share(&columns, fit);
        let most = shares.iter().map(|share| share.len()).max().unwrap_or(1);
        let cell = ((units - left) / most as f64).floor().clamp(least, CELL.1.max(least));

        let rows_height = lines.last().map_or(0.0, |line| line.top + line.height);
        let (mut parts, mut foot, mut next): (Vec<MatrixPart<'_>>, f64, usize) = (Vec::new(), 0.0, 0);
        for share in shares {
            let end = share.last().map_or(next, |last| last.place + 1);
            let from = if parts.is_empty() { 0.0 } else { foot + GAP };
            let rows = matrix.rows.get(next..end).unwrap_or_default();
            let (names, top) = key(rows, width, from);
            foot = top + rows_height;
            next = end;
            parts.push(MatrixPart { names, columns: share.to_vec(), top });
        }
        Self { matrix, width, parts, lines, left, cell, foot }
    }

    /// The height of the whole, in units.
    pub(super) fn height(&self) -> f64 {
        self.foot + 1.0 + key_height(&self.matrix.marks)
    }

    /// Draws the matrix.
    pub(super) fn draw(&self, canvas: &Canvas, ink: &Ink) -> Drawn {
        for part in &self.parts {
            self.draw_grid(canvas, part)?;
            for name in &part.names {
                name.parts().iter().try_for_each(|shape| canvas.draw(shape))?;
            }
            for line in &self.lines {
                self.draw_line(canvas, part, line, ink)?;
            }
        }
        draw_key(canvas, &self.matrix.marks, self.foot, self.width.units())
    }

    /// The lines between rows and between main themes; those between themes do not cross the name
    /// of a group.
    fn draw_grid(&self, canvas: &Canvas, part: &MatrixPart<'_>) -> Drawn {
        let families = part.columns.chunk_by(|one, next| one.family == next.family);
        let mut column = 0;
        for family in families {
            let x = self.left + column as f64 * self.cell;
            for (top, foot) in runs(&self.lines) {
                upright(canvas, x, (part.top + top, part.top + foot))?;
            }
            column += family.len();
        }
        let right = self.left + part.columns.len() as f64 * self.cell;
        for line in &self.lines {
            let person = matches!(line.what, LineKind::Person { .. });
            let role = if person { Role::Rule } else { Role::Edge };
            level(canvas, role, part.top + line.top + line.height, right)?;
        }
        Ok(())
    }

    fn draw_line(&self, canvas: &Canvas, part: &MatrixPart<'_>, line: &MatrixLine, ink: &Ink) -> Drawn {
        let foot = part.top + line.top + line.height;
        let middle = foot - line.height / 2.0;
        match &line.what {
            LineKind::Head => self.draw_head(canvas, part, foot - HEAD / 2.0),
            LineKind::Group(name) => canvas.draw(&text(Role::Note, (0.0, middle + 4.0), Anchor::Left, name)),
            LineKind::Person { place, label } => {
                for (i, content) in label.iter().enumerate() {
                    let y = middle + (i as f64 - (label.len() as f64 - 1.0) / 2.0) * LINE;
                    canvas.draw(&text(Role::Label, (0.0, y), Anchor::Left, content))?;
                }
                self.draw_marks(canvas, part, *place, middle, ink)
            }
        }
    }

    /// The numbers of the themes, each on its badge.
    fn draw_head(&self, canvas: &Canvas, part: &MatrixPart<'_>, middle: f64) -> Drawn {
        for (column, theming) in part.columns.iter().enumerate() {
            let x = self.centre(column) - badge_width(number_width(theming.row)) / 2.0;
            let shapes = badge(theming.row.theme(), (x, middle));
            shapes.iter().try_for_each(|shape| canvas.draw(shape))?;
        }
        Ok(())
    }

    /// The marks of one person.
    fn draw_marks(&self, canvas: &Canvas, part: &MatrixPart<'_>, place: usize, middle: f64, ink: &Ink) -> Drawn {
        for (column, Theming { row, .. }) in part.columns.iter().enumerate() {
            if let Some(cell) = row.cell(place) {
                let at = (self.centre(column), middle);
                let marks = &self.matrix.marks;
                draw(canvas, (cell, row.ink), marks, at, self.cell, ink)?;
            }
        }
        Ok(())
    }

    /// The middle of a column.
    fn centre(&self, column: usize) -> f64 {
        self.left + (column as f64 + 0.5) * self.cell
    }
}

impl Matrix {
    /// The themes that have a column: all but headings, which the key names.
    fn theming(&self) -> Vec<Theming<'_>> {
        let main = self.rows.iter().map(|row| row.depth).min().unwrap_or(0);
        let mut family = 0;
        let rows = self.rows.iter().enumerate().map(|(place, row)| {
            family += usize::from(row.depth == main);
            Theming { place, row, family }
        });
        rows.filter(|theming| !self.is_heading(theming.place)).collect()
    }
}

/// The width of a theme's number on its badge.
fn number_width(row: &MatrixRow) -> f64 {
    width(&row.number, Role::Badge.face())
}

/// Cuts the themes into parts of at most `fit`, between main themes where that leaves a part at
/// least half full.
fn share<'s, 'a>(columns: &'s [Theming<'a>], fit: usize) -> Vec<&'s [Theming<'a>]> {
    let (mut shares, mut rest) = (Vec::new(), columns);
    while rest.len() > fit {
        let whole = |&end: &usize| match rest.get(end - 1..=end) {
            Some([before, after]) => before.family != after.family,
            _ => false,
        };
        let end = (fit.div_ceil(2)..=fit).rev().find(whole).unwrap_or(fit);
        let (share, left) = rest.split_at(end);
        shares.push(share);
        rest = left;
    }
    if !rest.is_empty() {
        shares.push(rest);
    }
    shares
}
