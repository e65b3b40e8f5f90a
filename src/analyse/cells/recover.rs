//! What somebody who subtracts gets out of one crosstab.
//!
//! Every hidden count stands in two sums: a cell in those of its row and its column, a hidden total in that of its row or
//! column and in that of all totals. So the sums are the nodes of a graph and the hidden counts its edges. A count
//! follows from the sums exactly when its edge is a bridge; if it lies on a circle, the circle's counts can go up and
//! down by turns. The stronger notion asks for a circle that also keeps each count within what is known of its size.

use super::crosstab::{Axis, Crosstab, Hidden, Spot};
use super::linked::{Reader, System, Var};

impl Crosstab {
    /// The hidden places whose value follows by subtraction from what is shown, totals and grand total included.
    ///
    /// Nothing is assumed of the size of a hidden count, so this is plain arithmetic, carried as far as it goes.
    pub fn recoverable(&self, hidden: &Hidden) -> Vec<Spot> {
        if hidden.withheld {
            return Vec::new();
        }
        let (down, across) = (self.rows.totals.len(), self.columns.totals.len());
        let ends = |spot: Spot| match spot {
            Spot::Cell(row, column) => (row, down + column),
            Spot::Row(row) => (row, down + across),
            Spot::Column(column) => (down + column, down + across + 1),
        };
        let edges: Vec<Spot> = self.spots().into_iter().filter(|spot| hidden.covers(*spot)).collect();
        edges
            .iter()
            .filter(|edge| {
                let others: Vec<(usize, usize)> = edges.iter().filter(|other| other != edge).map(|other| ends(*other)).collect();
                let (from, to) = ends(**edge);
                !connected(&others, down + across + 2, from, to)
            })
            .copied()
            .collect()
    }

    /// The hidden places that are narrowed to one value by a reader who also reasons about sizes: no count is negative,
    /// no listed value is without people, and small counts, if he sees which those are, lie in 1 to `k` − 1.
    ///
    /// With `k` of 2 or less a small count is 1 by definition, so then he is taken not to see which those are.
    pub fn recoverable_knowing(&self, hidden: &Hidden, k: u32, reader: Reader) -> Vec<Spot> {
        if hidden.withheld {
            return Vec::new();
        }
        let mut system = System::new(k, reader);
        let (rows, columns) = (system.add_axis(&self.rows), system.add_axis(&self.columns));
        let table = system.add_table(rows, columns, &self.cells);
        let spots: Vec<Spot> = self.spots().into_iter().filter(|spot| hidden.covers(*spot)).collect();
        let across = self.columns.totals.len();
        let var = |spot: Spot| match spot {
            Spot::Cell(row, column) => Var::Cell(table, row * across + column),
            Spot::Row(row) => Var::Total(rows, row),
            Spot::Column(column) => Var::Total(columns, column),
        };
        for spot in &spots {
            system.hide(var(*spot));
        }
        spots.into_iter().filter(|spot| !system.can_differ(var(*spot))).collect()
    }

    /// What to hide so that nothing hidden can be recovered, even by somebody who knows the rule. See `suppress_all`.
    pub fn suppress(&self, k: u32) -> Hidden {
        let published = super::suppress::suppress_all(std::slice::from_ref(self), &[], k, Reader::default());
        published.tables.into_iter().next().unwrap_or_else(|| Hidden::everything(self))
    }
}

impl Axis {
    /// What to hide of a one-way table whose grand total is known: small groups and at least one more, or all of it.
    pub fn suppress(&self, k: u32) -> super::suppress::HiddenTotals {
        let published = super::suppress::suppress_all(&[], std::slice::from_ref(self), k, Reader::default());
        published.totals.into_iter().next().unwrap_or_else(|| super::suppress::HiddenTotals::everything(self))
    }
}

fn connected(edges: &[(usize, usize)], nodes: usize, from: usize, to: usize) -> bool {
    let mut reached = vec![false; nodes];
    let mut waiting = vec![from];
    reached[from] = true;
    while let Some(node) = waiting.pop() {
        for (one, other) in edges {
            let next = match node {
                node if node == *one => *other,
                node if node == *other => *one,
                _ => continue,
            };
            if !reached[next] {
                reached[next] = true;
                waiting.push(next);
            }
        }
    }
    reached[to]
}
