//! The `<svg>` around a drawing: what it is called, what it says and, for a download, its title,
//! caption and source.

use std::cell::RefCell;
use std::fmt::Write;
use std::rc::Rc;

use plotters::drawing::IntoDrawingArea;

use super::backend::Svg;
use super::element::{Anchor, Canvas, Drawn, text};
use super::medium::{Ink, Width};
use super::role::Role;
use super::text::wrap;
use super::write::escaped_line;

/// White around a standalone drawing, in units.
const MARGIN: f64 = 24.0;

/// The height of a line of text, in units.
pub(super) const LINE: f64 = 17.0;

/// The front end's sans stack, and Chinese, Japanese and Korean faces, for a file without a style
/// sheet.
const FONTS: &str = "-apple-system, BlinkMacSystemFont, 'Segoe UI', Inter, Roboto, 'Helvetica Neue', 'Noto Sans', \
                     'Liberation Sans', Arial, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif";

/// What a drawing is called.
pub(super) struct Drawing<'a> {
    pub(super) id: &'a str,
    pub(super) title: &'a str,
    pub(super) description: &'a str,
    pub(super) width: Width,
    pub(super) ink: &'a Ink,
}

impl Drawing<'_> {
    /// Draws with `paint` on `height` units and gives the whole SVG.
    pub(super) fn draw(&self, height: f64, paint: impl FnOnce(&Canvas) -> Drawn) -> String {
        let width = self.width.units();
        let body = draw((width, height), self.ink, paint);
        match self.ink {
            Ink::Page => format!("{}{body}</svg>", self.head((width, height), "")),
            Ink::Standalone { caption, source } => self.alone(&body, (width, height), caption, source),
        }
    }

    /// The opening tag, the name and the description.
    ///
    /// `width` and `height` say the size at which text is 13 px; the style sheet lets a drawing
    /// shrink, never overflow.
    fn head(&self, (width, height): (f64, f64), more: &str) -> String {
        let (class, mark) = match self.width {
            Width::Wide => ("wide", 'w'),
            Width::Narrow => ("narrow", 'n'),
        };
        // Two drawings of a figure are in one page, and `aria-labelledby` is a list parted by
        // spaces.
        let id: String = self.id.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
        let (width, height) = (width.ceil(), height.ceil());
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart {class}\" viewBox=\"0 0 {width} {height}\" \
             width=\"{width}\" height=\"{height}\" role=\"group\" aria-labelledby=\"{id}-{mark}-t {id}-{mark}-d\"{more}>\
             <title id=\"{id}-{mark}-t\">{}</title><desc id=\"{id}-{mark}-d\">{}</desc>",
            escaped_line(self.title),
            escaped_line(self.description),
        )
    }

    /// The drawing on white, with its title and caption above and its source below.
    fn alone(&self, body: &str, (width, height): (f64, f64), caption: &str, source: &str) -> String {
        let title = lines(Role::Title, self.title, width);
        let caption = lines(Role::Note, caption, width);
        let source = lines(Role::Source, source, width);
        let above = room(&title, 21.0) + room(&caption, LINE) + 18.0;
        let below = if source.is_empty() { 0.0 } else { 16.0 + room(&source, 15.0) };
        let size = (width + 2.0 * MARGIN, above + height + below + 2.0 * MARGIN);

        let more = format!(" font-family=\"{FONTS}\" font-size=\"13\" fill=\"#1d1b18\"");
        let words = draw(size, self.ink, |canvas| {
            set(canvas, Role::Title, &title, MARGIN, 21.0)?;
            set(canvas, Role::Note, &caption, MARGIN + room(&title, 21.0), LINE)?;
            set(canvas, Role::Source, &source, MARGIN + above + height + 16.0, 15.0)
        });
        let mut out = self.head(size, &more);
        let _ = write!(
            out,
            "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>{words}\
             <g transform=\"translate({MARGIN} {})\">{body}</g></svg>",
            MARGIN + above
        );
        out
    }
}

/// Gives what `paint` draws, as SVG elements.
///
/// Plotters' calls return errors of three kinds, and none can arise: this backend's own has no
/// values, no font is ever laid out because the backend sets text itself, and the backend is never
/// borrowed twice because it does not draw on its own area. So there is nothing to pass on.
fn draw(size: (f64, f64), ink: &Ink, paint: impl FnOnce(&Canvas) -> Drawn) -> String {
    let out = Rc::new(RefCell::new(String::new()));
    let canvas = Svg::new(Rc::clone(&out), size, matches!(ink, Ink::Standalone { .. })).into_drawing_area();
    let drawn = paint(&canvas);
    debug_assert!(drawn.is_ok(), "a drawing into memory cannot fail");
    out.take()
}

/// A paragraph above or below the drawing, as lines; no line for no text.
fn lines(role: Role, content: &str, width: f64) -> Vec<String> {
    wrap(content, role.face(), width, 12)
}

fn room(lines: &[String], line: f64) -> f64 {
    lines.len() as f64 * line
}

fn set(canvas: &Canvas, role: Role, lines: &[String], top: f64, line: f64) -> Drawn {
    for (i, content) in lines.iter().enumerate() {
        let y = top + (i as f64 + 0.5) * line;
        canvas.draw(&text(role, (MARGIN, y), Anchor::Left, content))?;
    }
    Ok(())
}
