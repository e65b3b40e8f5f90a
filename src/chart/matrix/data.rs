//! What a matrix is made of: participants, themes, and a cell where they meet.

use std::borrow::Cow;
use std::ops::Range;

use super::super::label::ThemeName;

/// A participant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixColumn {
    /// The participant's id, short: `P03` or `03`.
    pub label: String,
    /// The group the participant is in; those of one group are side by side.
    pub group: Option<String>,
}

/// What one participant said on one theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixCell {
    /// The number of quotes. Zero with a name: coded and not shown, an open square; without one nothing.
    pub n: u32,
    /// The page that holds them. Empty: the mark is named, but no link.
    pub href: String,
    /// What the mark is called: `P03, 1.1 Name: 2 quotes`.
    pub name: String,
}

/// A theme.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MatrixRow {
    /// The theme's name.
    pub label: String,
    /// The theme's number, as `1.1`. Where it is empty and the matrix is turned, the row's place
    /// is used instead.
    pub number: String,
    /// How deep the theme lies: 0 for a main theme, which gets a badge.
    pub depth: u8,
    /// The main theme's ink, 1 to 12.
    pub ink: u8,
    /// One cell a column, in their order; what is missing at the end is empty. A theme with
    /// subthemes below it and no cell of its own is a heading.
    pub cells: Vec<Option<MatrixCell>>,
}

/// How a cell is marked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum MatrixMarks {
    /// A square of 12 units: something is coded.
    #[default]
    Presence,
    /// A circle whose area grows with 1, 2, 3, 4 or more.
    Symbols {
        /// What is counted, for the key under the drawing: `quotes`. Empty: no key.
        unit: String,
    },
}

/// A matrix.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// Unique in the page; the ids of title and description begin with it.
    pub id: String,
    /// The figure's name.
    pub title: String,
    /// What the figure shows, as facts.
    pub description: String,
    /// The participants.
    pub columns: Vec<MatrixColumn>,
    /// The themes; a theme before its subthemes.
    pub rows: Vec<MatrixRow>,
    /// How a cell is marked.
    pub marks: MatrixMarks,
}

/// The sides of a cell in units: least and most wide, and high. 24 is the least a target may
/// measure.
pub(super) const CELL: (f64, f64, f64) = (24.0, 32.0, 26.0);

impl Matrix {
    /// Whether a row is only a heading over others.
    pub(super) fn is_heading(&self, place: usize) -> bool {
        let depth = |place: usize| self.rows.get(place).map_or(0, |row| row.depth);
        depth(place + 1) > depth(place)
            && self.rows.get(place).is_some_and(|row| (0..row.cells.len()).all(|place| row.cell(place).is_none()))
    }

    /// The matrix with a number for every theme, since a turned matrix shows its themes by number
    /// alone.
    pub(super) fn numbered(&self) -> Cow<'_, Self> {
        if self.rows.iter().all(|row| !row.number.is_empty()) {
            return Cow::Borrowed(self);
        }
        let mut numbered = self.clone();
        for (place, row) in numbered.rows.iter_mut().enumerate().filter(|(_, row)| row.number.is_empty()) {
            row.number = (place + 1).to_string();
        }
        Cow::Owned(numbered)
    }

    /// The runs of columns that share a group: where each begins and ends, and its name.
    pub(super) fn groups(&self) -> Vec<(Range<usize>, Option<&str>)> {
        let mut start = 0;
        let runs = self.columns.chunk_by(|one, next| one.group == next.group);
        runs.map(|run| {
            let columns = start..start + run.len();
            start = columns.end;
            (columns, run.first().and_then(|column| column.group.as_deref()).filter(|name| !name.is_empty()))
        })
        .collect()
    }
}

impl MatrixRow {
    pub(super) fn theme(&self) -> ThemeName<'_> {
        ThemeName { label: &self.label, number: &self.number, depth: self.depth, ink: self.ink }
    }

    /// The cell of the `place`th participant, if it shows something.
    pub(super) fn cell(&self, place: usize) -> Option<&MatrixCell> {
        let cell = self.cells.get(place)?.as_ref();
        cell.filter(|cell| cell.n > 0 || !cell.name.is_empty())
    }
}
