//! Themes down the page, participants across it.

use super::super::document::LINE;
use super::super::element::{Anchor, Canvas, Drawn, rect, text};
use super::super::label::{Label, ThemeName, place, place_beside};
use super::super::medium::{Ink, Width};
use super::super::role::Role;
use super::super::text::{width, wrap};
use super::data::{CELL, Matrix, MatrixRow};
use super::mark::{draw, draw_key, key_height, level, tiers, upright};

/// The most participants that are side by side, wide and narrow.
const MOST: (usize, usize) = (24, 14);

/// The most room names may take.
const NAMES: f64 = 430.0;

/// The height of a tier of ids, and of a tier of group names.
const TIER: (f64, f64) = (16.0, 20.0);

/// Space over a main theme.
const GAP: f64 = 12.0;

/// Where everything is.
pub(super) struct Down<'a> {
    matrix: &'a Matrix,
    width: Width,
    lines: Vec<PlacedRow<'a>>,
    /// The left edge of the first cell, and the width of each.
    left: f64,
    cell: f64,
    ids: Ids,
    groups: Vec<GroupHead>,
    /// The lower edge of the head, and of the last row.
    head: f64,
    foot: f64,
}

/// A theme with its place.
struct PlacedRow<'a> {
    row: &'a MatrixRow,
    label: Label<'a>,
    heading: bool,
    top: f64,
    height: f64,
}

/// How the ids are set: a face that fits a cell, or two tiers of which every second id is in
/// one.
#[derive(Clone, Copy)]
struct Ids {
    role: Role,
    tiers: usize,
}

/// The name of a group of participants with its place.
struct GroupHead {
    /// The left edge of the group's first cell.
    edge: f64,
    /// The box of the name, and the tier it is in.
    span: (f64, f64),
    tier: usize,
    name: String,
}

impl<'a> Down<'a> {
    /// Lays the matrix out, or gives nothing where its participants do not fit side by side.
    pub(super) fn lay_out(matrix: &'a Matrix, width: Width) -> Option<Self> {
        let (count, units) = (matrix.columns.len(), width.units());
        let most = if width == Width::Wide { MOST.0 } else { MOST.1 };
        if count > most {
            return None;
        }
        let themes: Vec<ThemeName<'_>> = matrix.rows.iter().map(MatrixRow::theme).collect();
        let (labels, left) = match width {
            Width::Wide => place_beside(&themes, (units - count as f64 * CELL.0).min(NAMES)),
            Width::Narrow => (place(&themes, units, false), 0.0),
        };
        let cell = ((units - left) / count.max(1) as f64).floor().clamp(CELL.0, CELL.1);
        let ids = Ids::fitting(matrix, cell)?;
        let groups = groups(matrix, left, cell, units);

        let group_tiers = groups.iter().map(|group| group.tier + 1).max().unwrap_or(0);
        let head = group_tiers as f64 * TIER.1 + ids.tiers as f64 * TIER.0 + 6.0;
        let mut layout = Self { matrix, width, lines: Vec::new(), left, cell, ids, groups, head, foot: head };
        for (place, label) in labels.into_iter().enumerate() {
            layout.push(place, label);
        }
        Some(layout)
    }

    /// Adds a theme under those that are there.
    fn push(&mut self, place: usize, label: Label<'a>) {
        let Some(row) = self.matrix.rows.get(place) else {
            return;
        };
        let heading = self.matrix.is_heading(place);
        let above = self.lines.last().is_some_and(|last| last.row.depth > row.depth);
        let top = self.foot + if row.depth == 0 && (above || label.parent) { GAP } else { 0.0 };
        let height = match (self.width, heading) {
            (_, true) => label.height() + 13.0,
            (Width::Wide, false) => (label.height() + 8.0).max(CELL.2),
            (Width::Narrow, false) => label.height() + 8.0 + CELL.2,
        };
        self.foot = top + height;
        self.lines.push(PlacedRow { row, label, heading, top, height });
    }

    /// The height of the whole, in units.
    pub(super) fn height(&self) -> f64 {
        self.foot + 1.0 + key_height(&self.matrix.marks)
    }

    /// Draws the matrix.
    pub(super) fn draw(&self, canvas: &Canvas, ink: &Ink) -> Drawn {
        self.draw_grid(canvas)?;
        self.draw_head(canvas, ink)?;
        for line in &self.lines {
            self.draw_line(canvas, line, ink)?;
        }
        draw_key(canvas, &self.matrix.marks, self.foot, self.width.units())
    }

    /// The lines between rows and between groups of participants.
    fn draw_grid(&self, canvas: &Canvas) -> Drawn {
        let right = self.left + self.matrix.columns.len() as f64 * self.cell;
        for group in &self.groups {
            upright(canvas, group.edge, (group.tier as f64 * TIER.1, self.foot))?;
        }
        level(canvas, Role::Edge, self.head, right)?;
        for line in &self.lines {
            let role = if line.heading && line.row.depth == 0 { Role::Edge } else { Role::Rule };
            level(canvas, role, line.top + line.height, right)?;
        }
        Ok(())
    }

    /// The names of groups and the ids.
    fn draw_head(&self, canvas: &Canvas, ink: &Ink) -> Drawn {
        for group in &self.groups {
            let y = (group.tier as f64 + 0.5) * TIER.1;
            let (left, right) = group.span;
            if ink.covers() {
                let paper = ((left - 2.0, y - LINE / 2.0), (right - left + 4.0, LINE));
                canvas.draw(&rect(Role::Paper, paper.0, paper.1))?;
            }
            canvas.draw(&text(Role::Note, (left, y), Anchor::Left, &group.name))?;
        }
        for (place, column) in self.matrix.columns.iter().enumerate() {
            let tier = self.ids.tiers - 1 - place % self.ids.tiers;
            let y = self.head - 4.0 - (tier as f64 + 0.5) * TIER.0;
            canvas.draw(&text(self.ids.role, (self.centre(place), y), Anchor::Center, &column.label))?;
        }
        Ok(())
    }

    fn draw_line(&self, canvas: &Canvas, line: &PlacedRow<'_>, ink: &Ink) -> Drawn {
        let PlacedRow { row, label, top, height, .. } = line;
        // Beside the marks the name is centred on them; above them it begins the row.
        let (first, middle) = match self.width {
            Width::Wide => (top + (height - label.height() + LINE) / 2.0, top + height / 2.0),
            Width::Narrow => (top + 5.0 + LINE / 2.0, top + height - CELL.2 / 2.0 - 2.0),
        };
        if ink.covers() && self.width == Width::Narrow {
            label.paper(first).try_for_each(|part| canvas.draw(&part))?;
        }
        let name = label.parts(0.0, first);
        name.iter().try_for_each(|part| canvas.draw(part))?;
        for place in 0..self.matrix.columns.len() {
            if let Some(cell) = row.cell(place) {
                let at = (self.centre(place), middle);
                let marks = &self.matrix.marks;
                draw(canvas, (cell, row.ink), marks, at, self.cell, ink)?;
            }
        }
        Ok(())
    }

    /// The middle of a column.
    fn centre(&self, place: usize) -> f64 {
        self.left + (place as f64 + 0.5) * self.cell
    }
}

impl Ids {
    /// How ids are set over cells of this width; nothing where they do not fit even in two tiers.
    fn fitting(matrix: &Matrix, cell: f64) -> Option<Self> {
        let widest = |role: Role| {
            let widths = matrix.columns.iter().map(|column| width(&column.label, role.face()));
            widths.fold(0.0, f64::max) + 4.0
        };
        let choices = [(Role::Label, 1), (Role::Small, 1), (Role::Small, 2)];
        let fits = |&(role, tiers): &(Role, usize)| widest(role) <= cell * tiers as f64;
        choices.into_iter().find(fits).map(|(role, tiers)| Self { role, tiers })
    }
}

/// Places the names of groups over their participants. A name longer than its group goes up a tier.
fn groups(matrix: &Matrix, left: f64, cell: f64, right: f64) -> Vec<GroupHead> {
    if matrix.columns.iter().all(|column| column.group.is_none()) {
        return Vec::new();
    }
    let mut groups = Vec::new();
    for (columns, name) in matrix.groups() {
        let edge = left + columns.start as f64 * cell;
        let name = wrap(name.unwrap_or_default(), Role::Note.face(), right, 1).concat();
        let long = width(&name, Role::Note.face());
        let start = (edge + 5.0).min(right - long).max(0.0);
        groups.push(GroupHead { edge, span: (start, start + long), tier: 0, name });
    }
    // The lowest tier is nearest to the ids, so tiers are dealt from below.
    let dealt = tiers(groups.iter().map(|group| group.span), 8.0);
    let top = dealt.iter().copied().max().unwrap_or(0);
    for (group, tier) in groups.iter_mut().zip(dealt) {
        group.tier = top - tier;
    }
    groups
}
