//! Cheapest ways through one table along which counts rise and fall by turns.
//!
//! Rows and columns are the nodes. From a row to a column the cell between them rises by one, from a column to a row it
//! falls. A way from row `a` to row `b` so puts one more person into `a` and takes one from `b`, and leaves every column as
//! it is. Where totals are hidden too, a *hop* leads from one row (or column) to another of the same attribute; what the
//! other tables must do for it has been priced before.

use super::linked::{Counts, Grid, System, Var};

/// For each pair of values, what it costs that the first gains a person and the second loses one.
pub(super) type Hops = Vec<Vec<Option<u64>>>;

/// One step of a way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// A cell rises or falls.
    Cell(usize, i32),
    /// Of the attribute in the rows (`true`) or columns, one value gains and another loses.
    Hop { rows: bool, gains: usize, loses: usize },
}

/// Which hops may be taken, and which cell may not be touched.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Limits<'a> {
    pub banned: Option<usize>,
    pub row_hops: Option<&'a Hops>,
    pub column_hops: Option<&'a Hops>,
}

/// The cheapest ways from one node to all others.
pub(super) struct Ways {
    pub cost: Vec<Option<u64>>,
    last: Vec<Option<(usize, Turn)>>,
}

impl Ways {
    /// The steps to a node, if it can be reached.
    pub fn to(&self, node: usize) -> Option<Vec<Turn>> {
        self.cost[node]?;
        let mut turns = Vec::new();
        let mut here = node;
        while let Some((before, turn)) = self.last[here] {
            turns.push(turn);
            here = before;
        }
        turns.reverse();
        Some(turns)
    }
}

impl Grid {
    pub fn height(&self) -> usize {
        self.cells.counts.len().checked_div(self.width).unwrap_or(0)
    }

    /// The node of a value of the attribute in the rows or in the columns.
    pub fn node(&self, in_rows: bool, value: usize) -> usize {
        if in_rows { value } else { self.height() + value }
    }
}

impl System {
    /// Dijkstra's search from one node of a table. Ties go to fewer steps, then to the earlier node.
    pub fn ways(&self, table: usize, from: usize, limits: Limits<'_>) -> Ways {
        let grid = &self.tables[table];
        let (height, nodes) = (grid.height(), grid.height() + grid.width);
        let mut ways = Ways { cost: vec![None; nodes], last: vec![None; nodes] };
        let mut done = vec![false; nodes];
        ways.cost[from] = Some(0);
        while let Some(here) = (0..nodes).filter(|node| !done[*node] && ways.cost[*node].is_some()).min_by_key(|node| ways.cost[*node]) {
            done[here] = true;
            let so_far = ways.cost[here].unwrap_or(0);
            let in_rows = here < height;
            let mut relax = |to: usize, price: u64, turn: Turn| {
                let total = so_far + price + 1;
                if !done[to] && ways.cost[to].is_none_or(|known| total < known) {
                    ways.cost[to] = Some(total);
                    ways.last[to] = Some((here, turn));
                }
            };
            let across = if in_rows { height..nodes } else { 0..height };
            for to in across {
                let cell = if in_rows { here * grid.width + to - height } else { to * grid.width + here - height };
                let change = if in_rows { 1 } else { -1 };
                if limits.banned == Some(cell) || !self.allows(Var::Cell(table, cell), change) {
                    continue;
                }
                if let Some(price) = self.price(Var::Cell(table, cell)) {
                    relax(to, price, Turn::Cell(cell, change));
                }
            }
            let (hops, offset) = if in_rows { (limits.row_hops, 0) } else { (limits.column_hops, height) };
            let Some(hops) = hops else { continue };
            for value in 0..hops.len() {
                // Into a row that gains: the way goes on from it. Out of a column that gains: the way has come to it.
                let (gains, loses) = if in_rows { (value, here) } else { (here - offset, value) };
                if let Some(price) = hops[gains][loses] {
                    relax(offset + value, price, Turn::Hop { rows: in_rows, gains, loses });
                }
            }
        }
        ways
    }

    /// Prices the hops of an attribute: the two totals, and a way in every published table except `main`. With `only_hidden`,
    /// no total that is still shown takes part.
    pub fn hops(&self, attribute: usize, main: Option<usize>, only_hidden: bool) -> Option<Hops> {
        let totals = &self.attributes[attribute].totals;
        let movable = |value: &usize| {
            let price = self.price(Var::Total(attribute, *value));
            if only_hidden { price == Some(0) } else { price.is_some() }
        };
        let values: Vec<usize> = (0..totals.counts.len()).filter(movable).collect();
        if values.len() < 2 {
            return None;
        }
        let mut hops = self.hops_of_totals(attribute, totals, &values);
        for table in self.tables_of(attribute).filter(|table| Some(*table) != main) {
            let grid = &self.tables[table];
            let in_rows = grid.rows == attribute;
            for one in &values {
                // Rows: the way leads from what gains to what loses. Columns: the other way round.
                let ways = self.ways(table, grid.node(in_rows, *one), Limits::default());
                for other in &values {
                    let (gains, loses) = if in_rows { (*one, *other) } else { (*other, *one) };
                    let there = ways.cost[grid.node(in_rows, *other)];
                    hops[gains][loses] = hops[gains][loses].zip(there).map(|(price, more)| price + more);
                }
            }
        }
        Some(hops)
    }

    fn hops_of_totals(&self, attribute: usize, totals: &Counts, values: &[usize]) -> Hops {
        let size = totals.counts.len();
        let mut hops = vec![vec![None; size]; size];
        for gains in values {
            for loses in values.iter().filter(|loses| *loses != gains) {
                let (up, down) = (Var::Total(attribute, *gains), Var::Total(attribute, *loses));
                if self.allows(up, 1) && self.allows(down, -1) {
                    hops[*gains][*loses] = self.price(up).zip(self.price(down)).map(|(one, other)| one + other);
                }
            }
        }
        hops
    }
}
