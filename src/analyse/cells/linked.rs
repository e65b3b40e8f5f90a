//! All tables of a study as one system of sums, and which counts in it could be otherwise.
//!
//! An attribute's totals are the same numbers in every table that has it, so they are kept once. A hidden count is safe
//! when there is a *move*: hidden counts that rise and fall by one so that every sum stays right and every count stays
//! within what an attacker may know of it. The true counts and the moved ones then both fit what is shown, and no
//! reasoning can tell them apart. Moves stay valid when more is hidden or a table is withheld.

use super::crosstab::{Axis, is_small};
use std::collections::BTreeMap;

/// A count of the system: a total of an attribute, or a cell of a table (`row * width + column`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Var {
    Total(usize, usize),
    Cell(usize, usize),
}

/// Counts that change together, by how much.
pub(super) type Move = Vec<(Var, i32)>;

/// What a reader is taken to know beside the shown counts, the number of people and k.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Reader {
    /// Which hidden counts are small ones, as where a page marks them apart ("<3" here, "–" there).
    #[default]
    SeesWhichAreSmall,
    /// Only that no count is negative and that somebody has each listed value: all hidden counts look alike.
    SeesOneMark,
}

/// A list of counts with what is hidden and what is known to be safe.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    pub counts: Vec<u32>,
    pub hidden: Vec<bool>,
    pub safe: Vec<bool>,
}

#[derive(Debug, Clone)]
pub(super) struct Attribute {
    pub totals: Counts,
    /// Totals of this attribute may be hidden: one of them is small, or a single table shows them.
    pub may_hide: bool,
    pub withheld: bool,
}

#[derive(Debug, Clone)]
pub(super) struct Grid {
    pub rows: usize,
    pub columns: usize,
    pub width: usize,
    pub cells: Counts,
    pub withheld: bool,
}

#[derive(Debug, Clone)]
pub(super) struct System {
    pub k: u32,
    pub reader: Reader,
    pub attributes: Vec<Attribute>,
    pub tables: Vec<Grid>,
    /// Whether a move may use counts that are still shown, which then must be hidden.
    pub open: bool,
}

// One cell more outweighs any difference in size; a zero is hidden last, for it may be known to be impossible.
pub(super) const CELL: u64 = 10_000;
const ZERO: u64 = 30_000;
const TOTAL: u64 = 20_000;

impl Counts {
    fn new(counts: Vec<u32>) -> Counts {
        let size = counts.len();
        Counts { counts, hidden: vec![false; size], safe: vec![false; size] }
    }
}

impl System {
    pub fn new(k: u32, reader: Reader) -> System {
        System { k, reader, attributes: Vec::new(), tables: Vec::new(), open: false }
    }

    pub fn add_axis(&mut self, axis: &Axis) -> usize {
        let may_hide = axis.totals.iter().any(|count| is_small(*count, self.k));
        self.attributes.push(Attribute { totals: Counts::new(axis.totals.clone()), may_hide, withheld: false });
        self.attributes.len() - 1
    }

    pub fn add_table(&mut self, rows: usize, columns: usize, cells: &[Vec<u32>]) -> usize {
        let width = self.attributes[columns].totals.counts.len();
        self.tables.push(Grid { rows, columns, width, cells: Counts::new(cells.concat()), withheld: false });
        self.tables.len() - 1
    }

    /// The published tables with an attribute.
    pub fn tables_of(&self, attribute: usize) -> impl Iterator<Item = usize> + '_ {
        (0..self.tables.len()).filter(move |table| {
            let grid = &self.tables[*table];
            !grid.withheld && (grid.rows == attribute || grid.columns == attribute)
        })
    }

    fn list(&self, var: Var) -> (&Counts, usize) {
        match var {
            Var::Total(attribute, value) => (&self.attributes[attribute].totals, value),
            Var::Cell(table, cell) => (&self.tables[table].cells, cell),
        }
    }

    fn list_mut(&mut self, var: Var) -> (&mut Counts, usize) {
        match var {
            Var::Total(attribute, value) => (&mut self.attributes[attribute].totals, value),
            Var::Cell(table, cell) => (&mut self.tables[table].cells, cell),
        }
    }

    pub fn count(&self, var: Var) -> u32 {
        let (list, place) = self.list(var);
        list.counts[place]
    }

    pub fn is_hidden(&self, var: Var) -> bool {
        let (list, place) = self.list(var);
        list.hidden[place]
    }

    pub fn is_safe(&self, var: Var) -> bool {
        let (list, place) = self.list(var);
        list.safe[place]
    }

    pub fn hide(&mut self, var: Var) {
        let (list, place) = self.list_mut(var);
        list.hidden[place] = true;
    }

    /// Whether a count may change by this much without leaving what an attacker may know of a hidden count.
    pub fn allows(&self, var: Var, change: i32) -> bool {
        let count = i64::from(self.count(var));
        let changed = count + i64::from(change);
        if self.k > 2 && self.reader == Reader::SeesWhichAreSmall && is_small(self.count(var), self.k) {
            return changed >= 1 && changed < i64::from(self.k);
        }
        // A value is listed because somebody has it.
        let least = if matches!(var, Var::Total(..)) { count.min(1) } else { 0 };
        changed >= least
    }

    /// What it costs to have a count hidden, if it can be.
    pub fn price(&self, var: Var) -> Option<u64> {
        if self.is_hidden(var) {
            return Some(0);
        }
        if !self.open {
            return None;
        }
        let count = u64::from(self.count(var));
        match var {
            Var::Total(attribute, _) => self.attributes[attribute].may_hide.then_some(TOTAL + count.min(CELL - 1)),
            Var::Cell(..) => Some(if count == 0 { ZERO } else { CELL + count.min(CELL - 1) }),
        }
    }

    /// Takes a move if it is sound and really changes `target`: its counts become hidden and safe.
    pub fn accept(&mut self, steps: &Move, target: Var) -> bool {
        let Some(net) = self.net(steps, target) else { return false };
        for var in net.into_keys() {
            let (list, place) = self.list_mut(var);
            list.hidden[place] = true;
            list.safe[place] = true;
        }
        true
    }

    /// The move with every count once, or nothing if a count leaves its bounds or `target` stays as it was.
    pub fn net(&self, steps: &Move, target: Var) -> Option<BTreeMap<Var, i32>> {
        let mut net: BTreeMap<Var, i32> = BTreeMap::new();
        for (var, change) in steps {
            *net.entry(*var).or_default() += change;
        }
        net.retain(|_, change| *change != 0);
        (net.contains_key(&target) && net.iter().all(|(var, change)| self.allows(*var, *change))).then_some(net)
    }
}
