//! The few shapes a figure is made of, as plotters elements, and the link around them.
//!
//! Positions are in drawing units from the top left; a text is placed by the middle of its line.

use std::convert::Infallible;
use std::slice;

use plotters::coord::Shift;
use plotters::drawing::{DrawingArea, DrawingAreaErrorKind};
use plotters::element::{Circle, Drawable, DynElement, IntoDynElement, PathElement, PointCollection, Rectangle, Text};
use plotters::style::{Color, FontDesc, FontFamily, FontStyle};
use plotters_backend::text_anchor::{HPos, Pos, VPos};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use super::backend::{Svg, fine};
use super::role::Role;

/// What is drawn on: all of a drawing, in plotters' pixels.
pub(super) type Canvas = DrawingArea<Svg, Shift>;

/// What drawing gives. See `document::draw` for why no error can arise.
pub(super) type Drawn = Result<(), DrawingAreaErrorKind<Infallible>>;

/// One shape.
pub(super) type Shape = DynElement<'static, Svg, BackendCoord>;

/// Which end of a text its position says.
pub(super) type Anchor = HPos;

/// A rectangle from its top left corner.
pub(super) fn rect(role: Role, (x, y): (f64, f64), (width, height): (f64, f64)) -> Shape {
    let corners = [(fine(x), fine(y)), (fine(x + width), fine(y + height))];
    Rectangle::new(corners, role.color().filled()).into_dyn()
}

/// A circle around a point.
pub(super) fn circle(role: Role, (x, y): (f64, f64), radius: f64) -> Shape {
    Circle::new((fine(x), fine(y)), fine(radius), role.color().filled()).into_dyn()
}

/// A straight line.
pub(super) fn line(role: Role, from: (f64, f64), to: (f64, f64)) -> Shape {
    let ends = vec![(fine(from.0), fine(from.1)), (fine(to.0), fine(to.1))];
    PathElement::new(ends, role.color()).into_dyn()
}

/// One line of text.
pub(super) fn text(role: Role, (x, y): (f64, f64), anchor: Anchor, content: &str) -> Shape {
    let face = role.face();
    let slant = if face.bold { FontStyle::Bold } else { FontStyle::Normal };
    let style =
        FontDesc::new(FontFamily::SansSerif, f64::from(fine(face.size)), slant).color(&role.color()).pos(Pos::new(anchor, VPos::Center));
    Text::new(content.to_owned(), (fine(x), fine(y)), style).into_dyn()
}

/// Shapes that are one thing to a reader: one link, or one named image.
pub(super) struct Linked {
    href: Option<String>,
    name: String,
    parts: Vec<Shape>,
    covered: bool,
    /// The points of all parts, then the corners of the cover.
    points: Vec<BackendCoord>,
}

impl Linked {
    /// Puts `parts` in a link to `href` called `name`; without `href`, in an image of that name.
    pub(super) fn new(href: Option<&str>, name: &str, parts: Vec<Shape>) -> Self {
        let points = parts.iter().flat_map(|part| part.point_iter().iter().copied()).collect();
        let (href, name) = (href.map(str::to_owned), name.to_owned());
        Self { href, name, parts, covered: false, points }
    }

    /// Covers a link with an area to hit, from its top left corner.
    pub(super) fn covered(mut self, (x, y): (f64, f64), (width, height): (f64, f64)) -> Self {
        if self.href.is_some() {
            self.covered = true;
            self.points.extend([(fine(x), fine(y)), (fine(x + width), fine(y + height))]);
        }
        self
    }
}

impl<'a> PointCollection<'a, BackendCoord> for &'a Linked {
    type Point = &'a BackendCoord;
    type IntoIter = slice::Iter<'a, BackendCoord>;

    fn point_iter(self) -> Self::IntoIter {
        self.points.iter()
    }
}

impl Drawable<Svg> for Linked {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut points: I,
        backend: &mut Svg,
        size: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        backend.open(self.href.as_deref(), &self.name);
        for part in &self.parts {
            let own = part.point_iter().len();
            part.draw(points.by_ref().take(own), backend, size)?;
        }
        if let (true, Some(from), Some(to)) = (self.covered, points.next(), points.next()) {
            backend.cover(from, to, &self.name);
        }
        backend.close(self.href.as_deref());
        Ok(())
    }
}
