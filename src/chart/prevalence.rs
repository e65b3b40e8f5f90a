//! How many took part in each theme: horizontal bars from zero, in the order they are given.

use plotters::coord::cartesian::Cartesian2d;
use plotters::coord::ranged1d::Ranged;
use plotters::coord::types::{RangedCoordi32, RangedCoordu64};

use super::backend::fine;
use super::document::{Drawing, LINE};
use super::element::{Anchor, Canvas, Drawn, Linked, line, rect, text};
use super::label::{Label, ThemeName, place, place_beside};
use super::medium::{Ink, Width};
use super::role::Role;
use super::text::{reserve, width, wrap};

/// One theme and its count.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bar {
    /// The theme's name.
    pub label: String,
    /// The theme's number, as `1.1`; may be empty.
    pub number: String,
    /// How deep the theme lies: 0 for a main theme, which gets a badge.
    pub depth: u8,
    /// The main theme's ink, 1 to 12.
    pub ink: u8,
    /// The count. Zero draws no mark and no number.
    pub n: u32,
    /// The page that holds the words counted. Empty: the bar is named, but no link; with `n` 0, a
    /// heading that takes no place for a bar.
    pub href: String,
    /// What the bar is called: `1.1 Name: 17 of 20 participants`.
    pub name: String,
}

/// A chart of bars.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prevalence {
    /// Unique in the page; the ids of title and description begin with it.
    pub id: String,
    /// The figure's name.
    pub title: String,
    /// What the figure shows, as facts: longest, shortest, n of N.
    pub description: String,
    /// The unit under the axis: `participants, of 20`.
    pub unit: String,
    /// The end of the axis: N. A larger count lengthens the axis.
    pub max: u32,
    /// The bars from top to bottom; a theme before its subthemes.
    pub bars: Vec<Bar>,
}

/// The most room names may take in a wide drawing.
const NAMES: f64 = 430.0;

/// Space over a group of bars.
const GROUP: f64 = 16.0;

/// Space for the axis: its numbers, then the unit.
const AXIS: (f64, f64) = (13.5, 31.5);

/// A bar with its place.
struct PlacedBar<'a> {
    bar: &'a Bar,
    label: Label<'a>,
    top: f64,
    height: f64,
}

/// Where everything is.
struct Layout<'a> {
    width: Width,
    rows: Vec<PlacedBar<'a>>,
    /// The left and right end of the axis, and its lower end.
    plot: (f64, f64),
    foot: f64,
    /// The axis' end in the counted unit.
    end: u64,
}

/// Draws a chart of bars as one `<svg>` element, `width.units()` wide and as high as its bars need.
///
/// Equal input gives equal bytes, and no input fails: names of any length are wrapped, markup in
/// them is escaped.
pub fn prevalence(chart: &Prevalence, width: Width, ink: &Ink) -> String {
    let layout = lay_out(chart, width);
    let unit = wrap(&chart.unit, Role::Note.face(), layout.plot.1 - layout.plot.0, 3);
    let height = layout.foot + AXIS.1 + unit.len() as f64 * LINE - LINE / 2.0;
    let document = Drawing { id: &chart.id, title: &chart.title, description: &chart.description, width, ink };
    document.draw(height, |canvas| {
        let (left, right) = (fine(layout.plot.0), fine(layout.plot.1));
        let foot = fine(layout.foot);
        // Counts run across, plotters' pixels down: rows differ in height.
        let scale = Cartesian2d::<RangedCoordu64, RangedCoordi32>::new(0..layout.end, 0..foot, (left..right, 0..foot));
        let scaled = canvas.apply_coord_spec(scale);
        let at = |n: u64| f64::from(scaled.map_coordinate(&(n, 0)).0) / f64::from(fine(1.0));

        axis(canvas, &layout, at)?;
        for (i, content) in unit.iter().enumerate() {
            let y = layout.foot + AXIS.1 + i as f64 * LINE;
            canvas.draw(&text(Role::Note, (layout.plot.0, y), Anchor::Left, content))?;
        }
        layout.rows.iter().try_for_each(|row| draw_row(canvas, &layout, row, at(row.bar.n.into()), ink))
    })
}

fn lay_out(chart: &Prevalence, width: Width) -> Layout<'_> {
    let themes: Vec<ThemeName<'_>> = chart.bars.iter().map(Bar::theme).collect();
    let (labels, left) = match width {
        Width::Wide => place_beside(&themes, NAMES),
        Width::Narrow => (place(&themes, width.units(), false), 0.0),
    };
    let counts = chart.bars.iter().map(|bar| bar.n);
    let end = counts.fold(chart.max, u32::max).max(1);
    let right = width.units() - count_room(end.into()).max(28.0).ceil();

    let mut rows: Vec<PlacedBar<'_>> = Vec::with_capacity(labels.len());
    let mut foot = 0.0;
    for (bar, label) in chart.bars.iter().zip(labels) {
        let follows = rows.last().is_some_and(|last| last.bar.depth > 0 || label.parent);
        let top = foot + if bar.depth == 0 && follows { GROUP } else { 0.0 };
        let height = label.height() + bar.below(width);
        foot = top + height;
        rows.push(PlacedBar { bar, label, top, height });
    }
    Layout { width, rows, plot: (left, right), foot: foot + 4.0, end: end.into() }
}

/// The hairlines at round numbers, and the numbers.
fn axis(canvas: &Canvas, layout: &Layout<'_>, at: impl Fn(u64) -> f64) -> Drawn {
    let (left, right) = layout.plot;
    let apart = count_room(layout.end).max(44.0) + 16.0;
    let most = (((right - left) / apart) as usize).clamp(2, 6);
    for n in RangedCoordu64::from(0..layout.end).key_points(most) {
        let x = at(n);
        // On a half, where a line one unit wide covers whole pixels.
        let hair = x.floor() + 0.5;
        canvas.draw(&line(Role::Rule, (hair, 0.0), (hair, layout.foot)))?;
        let anchor = if n == 0 { Anchor::Left } else { Anchor::Center };
        canvas.draw(&text(Role::Note, (x, layout.foot + AXIS.0), anchor, &n.to_string()))?;
    }
    Ok(())
}

/// Name, bar and count, in one link where there is something to open.
fn draw_row(canvas: &Canvas, layout: &Layout<'_>, row: &PlacedBar<'_>, end: f64, ink: &Ink) -> Drawn {
    let PlacedBar { bar, label, top, height } = row;
    // The middle of the name's first line and of the bar, and how thick the bar is.
    let (first, middle, thick) = match layout.width {
        Width::Wide => {
            let middle = top + height / 2.0;
            (middle - (label.height() - LINE) / 2.0, middle, 14.0)
        }
        Width::Narrow => (top + LINE / 2.0 + 2.0, top + height - 14.5, 11.0),
    };
    let mut parts = Vec::new();
    if ink.covers() && layout.width == Width::Narrow {
        parts.extend(label.paper(first));
    }
    let name = label.parts(0.0, first);
    if bar.n == 0 {
        return parts.iter().chain(&name).try_for_each(|part| canvas.draw(part));
    }

    let href = Some(bar.href.as_str()).filter(|href| ink.keeps(href));
    if href.is_some() {
        parts.push(rect(Role::Row, (0.0, *top), (layout.width.units(), height.max(24.0))));
    }
    parts.extend(name);
    let count = bar.n.to_string();
    if ink.covers() {
        let wide = width(&count, Role::Value.face()) + 4.0;
        parts.push(rect(Role::Paper, (end + 6.0, middle - 8.0), (wide, 16.0)));
    }
    let zero = layout.plot.0;
    parts.push(rect(Role::Mark(bar.ink), (zero, middle - thick / 2.0), (end - zero, thick)));
    let role = if href.is_some() { Role::Value } else { Role::Count };
    parts.push(text(role, (end + 8.0, middle), Anchor::Left, &count));
    canvas.draw(&Linked::new(href, &bar.name, parts))
}

impl Bar {
    fn theme(&self) -> ThemeName<'_> {
        ThemeName { label: &self.label, number: &self.number, depth: self.depth, ink: self.ink }
    }

    fn is_heading(&self) -> bool {
        self.n == 0 && self.href.is_empty()
    }

    /// What the row is higher than its name: the space around it, and in a narrow drawing the bar.
    fn below(&self, width: Width) -> f64 {
        match (width, self.is_heading(), self.depth) {
            (_, true, 0) => 11.0,
            (Width::Wide, ..) => 8.0,
            (Width::Narrow, true, _) => 6.0,
            // A badge is higher than a line, and its foot must not run into the bar.
            (Width::Narrow, false, 0) => 29.0,
            (Width::Narrow, false, _) => 25.0,
        }
    }
}

/// The room a count takes behind its bar.
fn count_room(n: u64) -> f64 {
    8.0 + reserve(width(&n.to_string(), Role::Value.face())) + 2.0
}
