//! A plotters backend that writes SVG.
//!
//! Plotters counts in whole pixels. Here one of its pixels is a tenth of a drawing unit, so that a
//! bar is as long as its number to 0.1 unit and a hairline can lie on a half; what is written has
//! at most one decimal.

use std::cell::{Cell, RefCell};
use std::convert::Infallible;
use std::fmt::{self, Write};
use std::rc::Rc;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle};

use super::role::Role;
use super::text::{self, Face};
use super::write::{Units, escaped_line};
use crate::text::is_unspaced;

/// How many of plotters' pixels make one drawing unit.
const FINE: f64 = 10.0;

/// Drawing units as plotters' pixels.
pub(super) fn fine(units: f64) -> i32 {
    // A float that is out of range is clamped by `as`, which is what a drawing wants.
    (units * FINE).round() as i32
}

/// What drawing gives: nothing can fail but plotters' own bookkeeping.
type BackendResult = Result<(), DrawingErrorKind<Infallible>>;

/// The backend. Its text is shared, because plotters keeps the backend itself.
pub(super) struct Svg {
    out: Rc<RefCell<String>>,
    size: (u32, u32),
    written_in: bool,
    /// The last character of a text that nothing was drawn after.
    text_end: Cell<Option<char>>,
}

impl Svg {
    /// A backend for a drawing of `width` × `height` units that appends to `out`. With `written_in`
    /// colours are written as attributes, otherwise as classes.
    pub(super) fn new(out: Rc<RefCell<String>>, (width, height): (f64, f64), written_in: bool) -> Self {
        let size = (fine(width).unsigned_abs(), fine(height).unsigned_abs());
        Self { out, size, written_in, text_end: Cell::new(None) }
    }

    /// Opens what carries a mark's name: a link, or a named image where there is nothing to open.
    ///
    /// The name is given once: a `<title>` beside `aria-label` would be read out as a description.
    pub(super) fn open(&mut self, href: Option<&str>, name: &str) {
        self.text_end.set(None);
        let (mut out, name) = (self.out.borrow_mut(), escaped_line(name));
        // Writing to a String cannot fail; so below.
        let _ = match href {
            Some(href) => write!(out, "<a href=\"{}\" aria-label=\"{name}\">", escaped_line(href)),
            None => write!(out, "<g role=\"img\"><title>{name}</title>"),
        };
    }

    /// Covers a small mark with an invisible area that is easy to hit and tells its name to those
    /// who point.
    pub(super) fn cover(&mut self, from: BackendCoord, to: BackendCoord, name: &str) {
        self.text_end.set(None);
        let mut out = self.out.borrow_mut();
        let (x, y) = (Units(from.0), Units(from.1));
        let (width, height) = (Units(to.0 - from.0), Units(to.1 - from.1));
        let _ = write!(out, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        self.paint(Role::Hit, &mut out);
        let _ = write!(out, " aria-hidden=\"true\"><title>{}</title></rect>", escaped_line(name));
    }

    /// Closes what [`Self::open`] opened, given the same `href`.
    pub(super) fn close(&mut self, href: Option<&str>) {
        self.text_end.set(None);
        self.out.borrow_mut().push_str(if href.is_some() { "</a>" } else { "</g>" });
    }

    fn paint(&self, role: Role, out: &mut String) {
        if self.written_in { role.write_attributes(out) } else { role.write_class(out) }
    }

    /// Writes one element: its name and geometry, then how it is painted.
    fn element(&self, color: BackendColor, geometry: fmt::Arguments<'_>, content: Option<&str>) {
        if color.alpha == 0.0 {
            return;
        }
        let mut out = self.out.borrow_mut();
        // Two texts are two words to whoever hears them, unless they are lines of a name in a script without spaces.
        let before = self.text_end.replace(content.and_then(|c| c.chars().next_back()));
        if let Some(first) = content.and_then(|c| c.chars().next())
            && !(before.is_some_and(is_unspaced) && is_unspaced(first))
        {
            out.push(' ');
        }
        let _ = out.write_fmt(geometry);
        self.paint(Role::from_color(color.rgb), &mut out);
        let _ = match content {
            // What is seen is described better by the names of marks and by the table after the figure.
            Some(content) => write!(out, " aria-hidden=\"true\">{}</text>", escaped_line(content)),
            None => write!(out, "/>"),
        };
    }

    fn path(&self, points: impl IntoIterator<Item = BackendCoord>, end: &str, color: BackendColor) {
        let mut data = String::new();
        let mut last = None;
        for (x, y) in points {
            let _ = match last {
                None => write!(data, "M{} {}", Units(x), Units(y)),
                Some((before, _)) if before == x => write!(data, "V{}", Units(y)),
                Some((_, before)) if before == y => write!(data, "H{}", Units(x)),
                Some(_) => write!(data, "L{} {}", Units(x), Units(y)),
            };
            last = Some((x, y));
        }
        self.element(color, format_args!("<path d=\"{data}{end}\""), None);
    }
}

impl DrawingBackend for Svg {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> BackendResult {
        Ok(())
    }

    fn present(&mut self) -> BackendResult {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> BackendResult {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> BackendResult {
        self.path([from, to], "", style.color());
        Ok(())
    }

    /// The role alone says whether a shape is filled or stroked, so `fill` is not looked at; in
    /// circles likewise.
    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, _fill: bool) -> BackendResult {
        let (x, y, width, height) = (Units(from.0), Units(from.1), Units(to.0 - from.0), Units(to.1 - from.1));
        let rect = format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"");
        self.element(style.color(), rect, None);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> BackendResult {
        self.path(path, "", style.color());
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, _fill: bool) -> BackendResult {
        let (x, y, r) = (Units(at.0), Units(at.1), Units(i32::try_from(radius).unwrap_or(i32::MAX)));
        self.element(style.color(), format_args!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\""), None);
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> BackendResult {
        self.path(path, "Z", style.color());
        Ok(())
    }

    /// A rotated style is set level: no text of ours is ever rotated.
    fn draw_text<S: BackendTextStyle>(&mut self, content: &str, style: &S, (x, y): BackendCoord) -> BackendResult {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        // The baseline is written, not `dominant-baseline`, which programs other than browsers
        // ignore.
        let down = match style.anchor().v_pos {
            VPos::Top => 0.93,
            VPos::Center => 0.36,
            VPos::Bottom => -0.24,
        };
        let (x, y) = (Units(x), Units(y + (down * style.size()).round() as i32));
        self.element(style.color(), format_args!("<text x=\"{x}\" y=\"{y}\"{anchor}"), Some(content));
        Ok(())
    }

    fn estimate_text_size<S: BackendTextStyle>(&self, content: &str, style: &S) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let face = Face { size: style.size(), bold: matches!(style.style(), FontStyle::Bold) };
        // The size of a style is in plotters' pixels already, and so is what it measures.
        Ok((text::width(content, face).ceil() as u32, face.size.ceil() as u32))
    }
}
