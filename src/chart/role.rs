//! What a shape *is*, as opposed to what colour it has.
//!
//! A plotters style carries a colour and a width, nothing else. So a role travels through plotters
//! disguised as a colour and is recognised again in the backend, which writes it as a class (page)
//! or as presentation attributes (download).

use std::fmt::Write;

use plotters::style::RGBColor;

use super::text::Face;

/// The twelve theme inks on paper, in code-book order. `chart.css` takes the same colours from
/// `--t1` … `--t12`.
const INKS: [&str; 12] =
    ["#213f5f", "#a9830b", "#874981", "#099b9c", "#6c1f00", "#d76475", "#3e5a43", "#4a79ab", "#603995", "#698a5e", "#8b4505", "#947adc"];

/// What a shape is. Inks are numbers from 1; above 12 they begin again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// Text in ink: the default of every text.
    Label,
    /// The name of a theme that has subthemes under it.
    Head,
    /// Apparatus: numbers of subthemes, axis, unit.
    Note,
    /// An id that must fit a cell.
    Small,
    /// The number on a theme's badge.
    Badge,
    /// A count that opens the words it counts.
    Value,
    /// A count that opens nothing.
    Count,
    /// The figure's name, in a download.
    Title,
    /// The last line of a download.
    Source,
    /// A hairline.
    Rule,
    /// An axis, or the line under a head.
    Edge,
    /// The invisible area over a small mark that makes it easy to hit, ringed under the pointer.
    Hit,
    /// The invisible area behind a linked row.
    Row,
    /// Paper behind a text where a hairline would cross it (downloads; in the page the text's halo
    /// does this).
    Paper,
    /// A circle of the key to sizes, which is no theme's.
    Dot,
    /// A bar, square or circle in a theme's ink.
    Mark(u8),
    /// The pale ground of a theme's badge.
    Tint(u8),
    /// The line at the foot of a theme's badge.
    Foot(u8),
}

impl Role {
    /// The colour this role travels as.
    pub(super) fn color(self) -> RGBColor {
        let (tag, ink) = match self {
            Self::Label => (0, 0),
            Self::Head => (1, 0),
            Self::Note => (2, 0),
            Self::Small => (3, 0),
            Self::Badge => (4, 0),
            Self::Value => (5, 0),
            Self::Count => (6, 0),
            Self::Title => (7, 0),
            Self::Source => (8, 0),
            Self::Rule => (9, 0),
            Self::Edge => (10, 0),
            Self::Hit => (11, 0),
            Self::Paper => (12, 0),
            Self::Dot => (13, 0),
            Self::Row => (14, 0),
            Self::Mark(ink) => (15, ink),
            Self::Tint(ink) => (16, ink),
            Self::Foot(ink) => (17, ink),
        };
        RGBColor(tag, ink, 0)
    }

    /// The role that travels as this colour; a colour that is no role's is ink.
    pub(super) fn from_color((tag, ink, _): (u8, u8, u8)) -> Self {
        match tag {
            1 => Self::Head,
            2 => Self::Note,
            3 => Self::Small,
            4 => Self::Badge,
            5 => Self::Value,
            6 => Self::Count,
            7 => Self::Title,
            8 => Self::Source,
            9 => Self::Rule,
            10 => Self::Edge,
            11 => Self::Hit,
            12 => Self::Paper,
            13 => Self::Dot,
            14 => Self::Row,
            15 => Self::Mark(ink),
            16 => Self::Tint(ink),
            17 => Self::Foot(ink),
            _ => Self::Label,
        }
    }

    /// The face a text of this role is set in; `chart.css` must say the same sizes and weights.
    pub(super) const fn face(self) -> Face {
        match self {
            Self::Head => Face { size: 13.0, bold: true },
            Self::Badge => Face { size: 12.0, bold: true },
            Self::Small | Self::Source => Face { size: 11.0, bold: false },
            Self::Title => Face { size: 16.0, bold: true },
            _ => Face { size: 13.0, bold: false },
        }
    }

    /// Writes the role for a drawing in the page: ` class="…"`, or nothing for the default.
    pub(super) fn write_class(self, out: &mut String) {
        let name = match self {
            Self::Label => return,
            Self::Head | Self::Title => "c-head",
            Self::Note => "c-note",
            Self::Small | Self::Source => "c-small",
            Self::Badge => "c-badge",
            Self::Value => "c-value",
            Self::Count => "c-count",
            Self::Rule => "c-rule",
            Self::Edge => "c-edge",
            Self::Hit => "c-hit",
            Self::Row => "c-row",
            Self::Paper => "c-paper",
            Self::Dot => "c-dot",
            Self::Mark(ink) => return write_ink(out, "c-mark", ink),
            Self::Tint(ink) => return write_ink(out, "c-tint", ink),
            Self::Foot(ink) => return write_ink(out, "c-foot", ink),
        };
        out.push_str(" class=\"");
        out.push_str(name);
        out.push('"');
    }

    /// Writes the role for a standalone drawing: presentation attributes in the light
    /// colours.
    ///
    /// What the root already says (ink, 13 px, regular) is not repeated.
    pub(super) fn write_attributes(self, out: &mut String) {
        out.push_str(match self {
            Self::Label => "",
            Self::Head => " font-weight=\"600\"",
            Self::Note => " fill=\"#5b564d\"",
            Self::Small => " font-size=\"11\"",
            Self::Badge => " font-size=\"12\" font-weight=\"600\"",
            Self::Value => " fill=\"#a8321c\" font-weight=\"500\"",
            Self::Count => " font-weight=\"500\"",
            Self::Title => " font-size=\"16\" font-weight=\"600\"",
            Self::Source => " font-size=\"11\" fill=\"#5b564d\"",
            Self::Rule => " stroke=\"#dedad0\" fill=\"none\"",
            Self::Edge => " stroke=\"#8d887c\" fill=\"none\"",
            Self::Hit | Self::Row => " fill=\"none\" pointer-events=\"all\"",
            Self::Paper => " fill=\"#fff\"",
            Self::Dot => " fill=\"#5b564d\"",
            Self::Mark(ink) | Self::Foot(ink) => return write_fill(out, ink, ""),
            Self::Tint(ink) => return write_fill(out, ink, " fill-opacity=\".14\""),
        });
    }
}

/// The place of an ink among the twelve, from 0.
fn place(ink: u8) -> usize {
    usize::from(ink.max(1) - 1) % INKS.len()
}

fn write_ink(out: &mut String, name: &str, ink: u8) {
    // Writing to a String cannot fail.
    let _ = write!(out, " class=\"{name} t{}\"", place(ink) + 1);
}

fn write_fill(out: &mut String, ink: u8, more: &str) {
    let colour = INKS.get(place(ink)).copied().unwrap_or("#1d1b18");
    let _ = write!(out, " fill=\"{colour}\"{more}");
}
