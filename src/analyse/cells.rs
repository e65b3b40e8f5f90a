//! Small cells: who is singled out by which attributes, and what of a crosstab gives them away.
//!
//! k-anonymity after Sweeney (2002): a combination of values that fewer than k people share tells who they are to whoever knows
//! the values. *Minimal* sets of attributes are those of which no part would do (special uniques, Elliot et al. 2002). Cells of
//! crosstabs are hidden below k, and a hidden cell that is the only one of its row or column is had by subtracting the others
//! from the total that stands beside them.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// More attributes than this have too many combinations to look at each.
pub const MOST_ATTRIBUTES: usize = 16;

/// People and what is told of each.
#[derive(Clone, Debug, Default)]
pub struct Table {
    pub attributes: Vec<Arc<str>>,
    pub rows: Vec<Row>,
}

#[derive(Clone, Debug)]
pub struct Row {
    pub id: Arc<str>,
    /// One for each attribute. That nothing is recorded is a value like any other: it can be seen.
    pub values: Vec<Arc<str>>,
}

/// Attributes by their places in a table, as bits.
type Set = u32;

impl Table {
    fn attributes(&self) -> usize {
        self.attributes.len().min(MOST_ATTRIBUTES)
    }

    /// How many people share each person's values of a set of attributes.
    fn shared(&self, set: Set) -> Vec<u32> {
        let key = |row: &'_ Row| -> Vec<Arc<str>> {
            (0..self.attributes()).filter(|at| set >> at & 1 == 1).map(|at| Arc::clone(&row.values[at])).collect()
        };
        let keys: Vec<Vec<Arc<str>>> = self.rows.iter().map(key).collect();
        let mut counts: HashMap<&[Arc<str>], u32> = HashMap::new();
        for key in &keys {
            *counts.entry(key).or_default() += 1;
        }
        keys.iter().map(|key| counts[&key[..]]).collect()
    }

    fn all(&self) -> Set {
        (1 << self.attributes()) - 1
    }

    /// The people whose whole combination fewer than `k` share, by row; and the smallest group.
    pub fn below(&self, k: u32) -> (Vec<usize>, u32) {
        let shared = self.shared(self.all());
        let below = (0..self.rows.len()).filter(|row| shared[*row] < k).collect();
        (below, shared.into_iter().min().unwrap_or(0))
    }

    /// For each row, the smallest sets of attributes by which fewer than `k` people are left: sets of places, each in order.
    pub fn minimal_sets(&self, k: u32) -> Vec<Vec<Vec<usize>>> {
        let mut sets: Vec<Set> = (1..=self.all()).collect();
        sets.sort_by_key(|set| (set.count_ones(), *set));
        let mut minimal: Vec<Vec<Set>> = vec![Vec::new(); self.rows.len()];
        for set in sets {
            // A set that holds a minimal one of everybody's says nothing new.
            if minimal.iter().all(|found| found.iter().any(|smaller| smaller & set == *smaller)) {
                continue;
            }
            for (found, shared) in minimal.iter_mut().zip(self.shared(set)) {
                if shared < k && !found.iter().any(|smaller| smaller & set == *smaller) {
                    found.push(set);
                }
            }
        }
        let places = |set: Set| (0..self.attributes()).filter(|at| set >> at & 1 == 1).collect();
        minimal.into_iter().map(|sets| sets.into_iter().map(places).collect()).collect()
    }

    /// Two attributes against each other.
    pub fn crosstab(&self, rows: usize, columns: usize) -> Crosstab {
        let mut cells: BTreeMap<(Arc<str>, Arc<str>), u32> = BTreeMap::new();
        for row in &self.rows {
            *cells.entry((Arc::clone(&row.values[rows]), Arc::clone(&row.values[columns]))).or_default() += 1;
        }
        Crosstab { cells }
    }
}

/// How many people have each pair of values; what nobody has is not in it, and is shown as nothing.
#[derive(Clone, Debug)]
pub struct Crosstab {
    pub cells: BTreeMap<(Arc<str>, Arc<str>), u32>,
}

/// A cell: a value of the one attribute and of the other.
pub type Cell = (Arc<str>, Arc<str>);

impl Crosstab {
    /// The cells that hold fewer than `k` people, in order.
    pub fn primary(&self, k: u32) -> Vec<Cell> {
        self.cells.iter().filter(|(_, n)| **n < k).map(|(cell, _)| cell.clone()).collect()
    }

    /// Which of `hidden` are had by subtraction, where the totals of rows and columns stand beside the cells that are shown.
    pub fn recoverable(&self, hidden: &[Cell]) -> Vec<Cell> {
        let mut left: Vec<&Cell> = hidden.iter().collect();
        loop {
            let only = |cell: &Cell| {
                left.iter().filter(|other| other.0 == cell.0).count() == 1 || left.iter().filter(|other| other.1 == cell.1).count() == 1
            };
            let (had, still): (Vec<&Cell>, Vec<&Cell>) = left.iter().copied().partition(|cell| only(cell));
            if had.is_empty() {
                break;
            }
            left = still;
        }
        hidden.iter().filter(|cell| !left.contains(cell)).cloned().collect()
    }
}
