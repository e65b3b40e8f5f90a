//! The names of themes as a figure sets them: number, then name; main themes with a badge, the
//! others indented.

use super::document::LINE;
use super::element::{Anchor, Shape, rect, text};
use super::role::Role;
use super::text::{fitting, reserve, width, wrap};

/// The height of a badge, in units; the line of the theme's ink at its foot is part of it.
const BADGE: (f64, f64) = (18.0, 2.0);

/// How far each level below the first subthemes is set in, and how many levels are; deeper ones
/// are set in as the last.
const STEP: (f64, f64) = (14.0, 5.0);

/// The distance between a column of names and what is to its right.
const BESIDE: f64 = 10.0;

/// The most lines a name is given; enough for some two hundred characters.
const LINES: usize = 5;

/// A name is never squeezed into less than this, whatever its number and depth.
const LEAST: f64 = 80.0;

/// What a name is made of.
#[derive(Clone, Copy)]
pub(super) struct ThemeName<'a> {
    pub(super) label: &'a str,
    pub(super) number: &'a str,
    pub(super) depth: u8,
    pub(super) ink: u8,
}

/// A name with its place in a column of names.
pub(super) struct Label<'a> {
    theme: ThemeName<'a>,
    role: Role,
    /// Where the number is, and where the name is.
    number_x: f64,
    x: f64,
    lines: Vec<String>,
    /// The next name is deeper: this one is over a group.
    pub(super) parent: bool,
    /// The room the whole takes from the column's left edge.
    reach: f64,
}

/// Places names in a column at most `room` units wide that has nothing beside it. Without
/// `indented`, as where there is little room, the first subthemes begin at the left.
pub(super) fn place<'a>(themes: &[ThemeName<'a>], room: f64, indented: bool) -> Vec<Label<'a>> {
    let indents = indents(themes, indented);
    let mut labels = Vec::with_capacity(themes.len());
    for (i, &theme) in themes.iter().enumerate() {
        let next = themes.get(i + 1);
        let parent = next.is_some_and(|next| next.depth > theme.depth);
        let main = parent && theme.depth == 0;
        let role = if main { Role::Head } else { Role::Label };
        let face = role.face();

        let indent = indents.get(usize::from(theme.depth)).copied();
        let (number_x, x) = indent.unwrap_or_default();
        let measure = fitting(room - x).max(LEAST);
        let lines = wrap(theme.label, face, measure, LINES);
        let longest = lines.iter().map(|line| width(line, face));
        let reach = x + reserve(longest.fold(0.0, f64::max));
        labels.push(Label { theme, role, number_x, x, lines, parent, reach });
    }
    labels
}

/// Where numbers and names are at each depth: all of one depth share a column.
fn indents(themes: &[ThemeName<'_>], indented: bool) -> Vec<(f64, f64)> {
    let badge = widest(themes, 0).map_or(0.0, |widest| badge_width(widest) + 7.0);
    let depths = themes.iter().map(|theme| theme.depth);
    // A chart of subthemes alone is not set in for main themes that are not there.
    let first = depths.clone().map(|depth| depth.max(1)).min().unwrap_or(1);
    let indent = |depth: u8| {
        if depth == 0 {
            return (0.0, badge);
        }
        let level = f64::from(depth.saturating_sub(first)).min(STEP.1);
        let number_x = if indented { badge } else { 0.0 } + level * STEP.0;
        let number = widest(themes, depth).map_or(0.0, |widest| (widest + 9.0).max(28.0));
        (number_x, number_x + number)
    };
    (0..=depths.max().unwrap_or(0)).map(indent).collect()
}

/// Places names in a column with something beside it, both in at most `room` units; gives
/// the names and where their neighbour may begin.
pub(super) fn place_beside<'a>(themes: &[ThemeName<'a>], room: f64) -> (Vec<Label<'a>>, f64) {
    let labels = place(themes, room - BESIDE, true);
    let reach = labels.iter().map(|label| label.reach + BESIDE);
    let edge = reach.fold(0.0, f64::max).ceil();
    (labels, edge)
}

impl Label<'_> {
    /// The height of the lines, at least of one.
    pub(super) fn height(&self) -> f64 {
        self.lines.len().max(1) as f64 * LINE
    }

    /// Whether it is a main theme.
    pub(super) fn main(&self) -> bool {
        self.theme.depth == 0
    }

    /// The shapes of the name, its first line's middle at `y`, with `left` for the column's left
    /// edge.
    pub(super) fn parts(&self, left: f64, y: f64) -> Vec<Shape> {
        let mut parts = Vec::with_capacity(self.lines.len() + 3);
        if self.theme.depth == 0 {
            parts.extend(badge(self.theme, (left, y)));
        } else if !self.theme.number.is_empty() {
            parts.push(text(Role::Note, (left + self.number_x, y), Anchor::Left, self.theme.number));
        }
        for (i, line) in self.lines.iter().enumerate() {
            parts.push(text(self.role, (left + self.x, y + i as f64 * LINE), Anchor::Left, line));
        }
        parts
    }

    /// Paper behind the lines of the name, its first line's middle at `y`, in a column at the left.
    pub(super) fn paper(&self, y: f64) -> impl Iterator<Item = Shape> + '_ {
        let face = self.role.face();
        self.lines.iter().enumerate().map(move |(i, line)| {
            let left = if i == 0 { self.number_x } else { self.x };
            let wide = self.x - left + width(line, face) + 4.0;
            rect(Role::Paper, (left, y + (i as f64 - 0.5) * LINE), (wide, LINE))
        })
    }
}

/// A badge that begins at `x`, its middle at `y`: pale ground, a line of the theme's ink, the
/// number.
pub(super) fn badge(theme: ThemeName<'_>, (x, y): (f64, f64)) -> Vec<Shape> {
    if theme.number.is_empty() {
        return Vec::new();
    }
    let wide = badge_width(width(theme.number, Role::Badge.face()));
    let top = y - BADGE.0 / 2.0;
    vec![
        rect(Role::Tint(theme.ink), (x, top), (wide, BADGE.0)),
        rect(Role::Foot(theme.ink), (x, top + BADGE.0 - BADGE.1), (wide, BADGE.1)),
        text(Role::Badge, (x + wide / 2.0, y - 0.5), Anchor::Center, theme.number),
    ]
}

/// The width of a badge around a number that is `number` units wide.
pub(super) fn badge_width(number: f64) -> f64 {
    (number + 8.0).max(15.0)
}

/// The width of the widest number at a depth, if there is any number.
fn widest(themes: &[ThemeName<'_>], depth: u8) -> Option<f64> {
    let face = if depth == 0 { Role::Badge.face() } else { Role::Note.face() };
    themes.iter().filter(|theme| theme.depth == depth && !theme.number.is_empty()).map(|theme| width(theme.number, face)).reduce(f64::max)
}
