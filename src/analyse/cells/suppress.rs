//! What to hide of all the tables of a study, so that no hidden count follows from what is shown.
//!
//! All tables must count the same people; an attribute's totals are then the same wherever they are shown, and a total
//! hidden in one place is hidden in all. The reader is taken to know the number of people and k, and as a rule also which
//! hidden counts are small, so the result holds where a page marks these apart. Many small tables cannot be had against
//! him (two cells of one person each make a total that can only be 2); a page that marks all alike may show more.

use super::crosstab::{Axis, Crosstab, Hidden};
use super::linked::{Reader, System, Var};

/// What of a one-way table is not shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HiddenTotals {
    /// One flag a value.
    pub values: Vec<bool>,
    /// The table is not published at all; then every flag is set as well.
    pub withheld: bool,
}

/// What to hide, in the order in which the tables were given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    /// One a crosstab.
    pub tables: Vec<Hidden>,
    /// One a one-way table.
    pub totals: Vec<HiddenTotals>,
}

impl HiddenTotals {
    /// Nothing of the table is shown.
    pub fn everything(axis: &Axis) -> HiddenTotals {
        HiddenTotals { values: vec![true; axis.totals.len()], withheld: true }
    }
}

/// Where a crosstab went in the system.
enum Place {
    /// The table, and whether it was given the other way round before.
    Table { table: usize, turned: bool },
    /// An attribute against itself shows nothing but its totals; it is not published.
    None,
}

/// Hides small counts and as many others as it takes, in all tables of one study together.
///
/// Deterministic. A table without small counts stays whole. A table that cannot be made safe is withheld.
pub fn suppress_all(tables: &[Crosstab], totals: &[Axis], k: u32, reader: Reader) -> Published {
    let mut system = System::new(k, reader);
    let mut axes: Vec<&Axis> = Vec::new();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut places = Vec::new();
    for table in tables {
        let rows = place_of(&table.rows, &mut axes, &mut system);
        let columns = place_of(&table.columns, &mut axes, &mut system);
        places.push(if rows == columns {
            Place::None
        } else if let Some(table) = pairs.iter().position(|pair| *pair == (rows, columns)) {
            Place::Table { table, turned: false }
        } else if let Some(table) = pairs.iter().position(|pair| *pair == (columns, rows)) {
            Place::Table { table, turned: true }
        } else {
            pairs.push((rows, columns));
            Place::Table { table: system.add_table(rows, columns, &table.cells), turned: false }
        });
    }
    let one_way: Vec<usize> = totals.iter().map(|axis| place_of(axis, &mut axes, &mut system)).collect();
    system.free_single_axes(&one_way);
    system.settle();
    let tables = tables.iter().zip(places).map(|(table, place)| hidden_in(&system, table, &place)).collect();
    let totals = totals.iter().zip(one_way).map(|(axis, attribute)| hidden_totals(&system, axis, attribute)).collect();
    Published { tables, totals }
}

fn place_of<'a>(axis: &'a Axis, axes: &mut Vec<&'a Axis>, system: &mut System) -> usize {
    axes.iter().position(|known| *known == axis).unwrap_or_else(|| {
        axes.push(axis);
        system.add_axis(axis)
    })
}

fn hidden_in(system: &System, crosstab: &Crosstab, place: &Place) -> Hidden {
    let Place::Table { table, turned } = place else { return Hidden::everything(crosstab) };
    let grid = &system.tables[*table];
    if grid.withheld {
        return Hidden::everything(crosstab);
    }
    let (rows, columns) = if *turned { (grid.columns, grid.rows) } else { (grid.rows, grid.columns) };
    let cell = |row: usize, column: usize| if *turned { column * grid.width + row } else { row * grid.width + column };
    let (down, across) = (crosstab.rows.totals.len(), crosstab.columns.totals.len());
    let is_hidden = |row: usize, column: usize| system.is_hidden(Var::Cell(*table, cell(row, column)));
    Hidden {
        cells: (0..down).map(|row| (0..across).map(|column| is_hidden(row, column)).collect()).collect(),
        rows: system.attributes[rows].totals.hidden.clone(),
        columns: system.attributes[columns].totals.hidden.clone(),
        withheld: false,
    }
}

fn hidden_totals(system: &System, axis: &Axis, attribute: usize) -> HiddenTotals {
    let known = &system.attributes[attribute];
    if known.withheld { HiddenTotals::everything(axis) } else { HiddenTotals { values: known.totals.hidden.clone(), withheld: false } }
}
