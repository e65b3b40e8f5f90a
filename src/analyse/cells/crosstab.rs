//! A table of counts: two attributes with their totals, what is small in it, and which of it is hidden.

use super::table::{Column, Table};
use std::sync::Arc;

/// The values of one attribute with the number of people of each: a one-way table, or one margin of a crosstab.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Axis {
    /// Name of the attribute.
    pub attribute: Arc<str>,
    /// Distinct values in order; `None` is "not stated" and comes first.
    pub values: Vec<Option<Arc<str>>>,
    /// People of each value.
    pub totals: Vec<u32>,
}

/// Counts of people by two attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crosstab {
    /// The attribute down the side.
    pub rows: Axis,
    /// The attribute across the top.
    pub columns: Axis,
    /// `cells[row][column]`.
    pub cells: Vec<Vec<u32>>,
}

/// A place in a crosstab.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// A count at a row and a column.
    Cell(usize, usize),
    /// The total of a row.
    Row(usize),
    /// The total of a column.
    Column(usize),
}

/// What of a crosstab is not shown. The grand total is always taken to be known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// `cells[row][column]`.
    pub cells: Vec<Vec<bool>>,
    /// Totals of the rows.
    pub rows: Vec<bool>,
    /// Totals of the columns.
    pub columns: Vec<bool>,
    /// The table is not published at all; then every flag is set as well.
    pub withheld: bool,
}

impl Axis {
    /// Counts the values of an attribute.
    pub fn new(table: &Table, attribute: usize) -> Axis {
        Axis::from_column(table, attribute, table.column(attribute))
    }

    fn from_column(table: &Table, attribute: usize, column: Column) -> Axis {
        let mut totals = vec![0; column.values.len()];
        for code in column.codes {
            totals[code as usize] += 1;
        }
        Axis { attribute: table.attributes[attribute].clone(), values: column.values, totals }
    }

    /// The values that fewer than `k` people share.
    pub fn primary(&self, k: u32) -> Vec<usize> {
        (0..self.totals.len()).filter(|value| is_small(self.totals[*value], k)).collect()
    }
}

impl Crosstab {
    /// Counts two attributes against each other.
    pub fn new(table: &Table, rows: usize, columns: usize) -> Crosstab {
        let (down, across) = (table.column(rows), table.column(columns));
        let mut cells = vec![vec![0; across.values.len()]; down.values.len()];
        for (row, column) in down.codes.iter().zip(&across.codes) {
            cells[*row as usize][*column as usize] += 1;
        }
        Crosstab { rows: Axis::from_column(table, rows, down), columns: Axis::from_column(table, columns, across), cells }
    }

    /// The cells of 1 to `k` − 1 people, row by row.
    pub fn primary(&self, k: u32) -> Vec<Spot> {
        self.spots().into_iter().filter(|spot| matches!(spot, Spot::Cell(..)) && is_small(self.count(*spot), k)).collect()
    }

    /// The totals of rows and columns of 1 to `k` − 1 people.
    pub fn small_totals(&self, k: u32) -> Vec<Spot> {
        self.spots().into_iter().filter(|spot| !matches!(spot, Spot::Cell(..)) && is_small(self.count(*spot), k)).collect()
    }

    /// The count at a place.
    pub fn count(&self, spot: Spot) -> u32 {
        match spot {
            Spot::Cell(row, column) => self.cells[row][column],
            Spot::Row(row) => self.rows.totals[row],
            Spot::Column(column) => self.columns.totals[column],
        }
    }

    /// Every place: cells row by row, then the totals of rows, then those of columns.
    pub fn spots(&self) -> Vec<Spot> {
        let (down, across) = (self.rows.totals.len(), self.columns.totals.len());
        let cells = (0..down).flat_map(|row| (0..across).map(move |column| Spot::Cell(row, column)));
        cells.chain((0..down).map(Spot::Row)).chain((0..across).map(Spot::Column)).collect()
    }
}

impl Hidden {
    /// Everything of the crosstab is shown.
    pub fn nothing(crosstab: &Crosstab) -> Hidden {
        Hidden {
            cells: crosstab.cells.iter().map(|row| vec![false; row.len()]).collect(),
            rows: vec![false; crosstab.rows.totals.len()],
            columns: vec![false; crosstab.columns.totals.len()],
            withheld: false,
        }
    }

    /// Only the given places are hidden.
    pub fn only(crosstab: &Crosstab, spots: &[Spot]) -> Hidden {
        let mut hidden = Hidden::nothing(crosstab);
        for spot in spots {
            match *spot {
                Spot::Cell(row, column) => hidden.cells[row][column] = true,
                Spot::Row(row) => hidden.rows[row] = true,
                Spot::Column(column) => hidden.columns[column] = true,
            }
        }
        hidden
    }

    /// The whole crosstab is hidden.
    pub fn everything(crosstab: &Crosstab) -> Hidden {
        Hidden { withheld: true, ..Hidden::only(crosstab, &crosstab.spots()) }
    }

    /// Whether a place is hidden.
    pub fn covers(&self, spot: Spot) -> bool {
        match spot {
            Spot::Cell(row, column) => self.cells[row][column],
            Spot::Row(row) => self.rows[row],
            Spot::Column(column) => self.columns[column],
        }
    }
}

/// Whether a count is one of 1 to `k` − 1 people.
pub(super) fn is_small(count: u32, k: u32) -> bool {
    count > 0 && count < k
}
