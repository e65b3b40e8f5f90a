//! An attacker who solves the whole system of what is published. Shares no code with the suppressor.
//!
//! Every total and cell is a variable; the shown ones are given. The attacker knows the number of people, that rows and
//! columns add up, that an attribute has the same totals everywhere, which hidden counts are small and what k is. He
//! eliminates over the rationals, then narrows bounds along the given and the eliminated sums, until nothing changes.

use super::super::{Axis, Crosstab, Published};
use std::collections::BTreeMap;

/// What is known of one hidden count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    pub low: i64,
    pub high: i64,
    pub truth: i64,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Name {
    Total(String, usize),
    Cell(usize, usize, usize),
}

type Sum = (BTreeMap<usize, Ratio>, Ratio);

#[derive(Default)]
pub struct Attacker {
    names: BTreeMap<Name, usize>,
    pub bounds: Vec<Bounds>,
    sums: Vec<Sum>,
}

impl Attacker {
    /// Reads what is published. With `k` none, nothing is known of the sizes of hidden counts.
    pub fn read(tables: &[Crosstab], totals: &[Axis], published: &Published, people: u32, k: Option<u32>) -> Attacker {
        let mut attacker = Attacker::default();
        let add_axis = |attacker: &mut Attacker, axis: &Axis, hidden: &[bool]| {
            let all: Vec<usize> = (0..axis.totals.len())
                .map(|value| {
                    let name = Name::Total(axis.attribute.to_string(), value);
                    attacker.variable(name, axis.totals[value], hidden[value], people, k, 1)
                })
                .collect();
            attacker.add(&all, None, i64::from(people));
            all
        };
        for (place, (table, hidden)) in tables.iter().zip(&published.tables).enumerate() {
            if hidden.withheld {
                continue;
            }
            let rows = add_axis(&mut attacker, &table.rows, &hidden.rows);
            let columns = add_axis(&mut attacker, &table.columns, &hidden.columns);
            let mut cells = vec![Vec::new(); rows.len()];
            for (row, counts) in table.cells.iter().enumerate() {
                for (column, count) in counts.iter().enumerate() {
                    let name = Name::Cell(place, row, column);
                    cells[row].push(attacker.variable(name, *count, hidden.cells[row][column], people, k, 0));
                }
            }
            for (row, total) in rows.iter().enumerate() {
                attacker.add(&cells[row].clone(), Some(*total), 0);
            }
            for (column, total) in columns.iter().enumerate() {
                attacker.add(&cells.iter().map(|row| row[column]).collect::<Vec<_>>(), Some(*total), 0);
            }
        }
        for (axis, hidden) in totals.iter().zip(&published.totals).filter(|(_, hidden)| !hidden.withheld) {
            add_axis(&mut attacker, axis, &hidden.values);
        }
        attacker
    }

    fn variable(&mut self, name: Name, count: u32, hidden: bool, people: u32, k: Option<u32>, least: i64) -> usize {
        let truth = i64::from(count);
        let bounds = match k {
            _ if !hidden => Bounds { low: truth, high: truth, truth },
            Some(k) if count >= 1 && count < k => Bounds { low: 1, high: i64::from(k) - 1, truth },
            Some(_) => Bounds { low: least, high: i64::from(people), truth },
            None => Bounds { low: -1_000_000, high: 1_000_000, truth },
        };
        let next = self.bounds.len();
        let place = *self.names.entry(name).or_insert(next);
        if place == next {
            self.bounds.push(bounds);
        }
        // A total that is shown anywhere is shown.
        if !hidden {
            self.bounds[place] = bounds;
        }
        place
    }

    fn add(&mut self, variables: &[usize], minus: Option<usize>, right: i64) {
        let mut left: BTreeMap<usize, Ratio> = variables.iter().map(|variable| (*variable, Ratio::whole(1))).collect();
        left.extend(minus.map(|variable| (variable, Ratio::whole(-1))));
        self.sums.push((left, Ratio::whole(right)));
    }

    /// Narrows all bounds as far as they go, and says how many hidden counts came down to one value.
    pub fn solve(&mut self) -> usize {
        let open = self.open().len();
        loop {
            let before = self.open();
            let mut sums: Vec<Sum> = self.sums.iter().map(|sum| self.reduced(sum)).collect();
            sums.extend(eliminated(sums.clone()));
            while sums.iter().filter(|sum| self.narrow(sum)).count() > 0 {}
            if self.open() == before {
                break;
            }
        }
        assert!(self.bounds.iter().all(|bounds| bounds.low <= bounds.truth && bounds.truth <= bounds.high), "the attacker errs");
        open - self.open().len()
    }

    fn open(&self) -> Vec<usize> {
        (0..self.bounds.len()).filter(|variable| self.bounds[*variable].low < self.bounds[*variable].high).collect()
    }

    /// The sum without what is known.
    fn reduced(&self, (left, right): &Sum) -> Sum {
        let mut sum: Sum = (BTreeMap::new(), *right);
        for (variable, factor) in left {
            let Bounds { low, high, .. } = self.bounds[*variable];
            if low == high {
                sum.1 = sum.1.minus(factor.times(Ratio::whole(low)));
            } else {
                sum.0.insert(*variable, *factor);
            }
        }
        sum
    }

    /// Bounds each variable of a sum by the bounds of the others.
    fn narrow(&mut self, (left, right): &Sum) -> bool {
        let ends = |bounds: &[Bounds], variable: usize, factor: Ratio| {
            let one = factor.times(Ratio::whole(bounds[variable].low));
            let other = factor.times(Ratio::whole(bounds[variable].high));
            if factor.up > 0 { (one, other) } else { (other, one) }
        };
        let mut changed = false;
        for (variable, factor) in left {
            let (mut most, mut least) = (*right, *right);
            for (other, times) in left.iter().filter(|(other, _)| *other != variable) {
                let (low, high) = ends(&self.bounds, *other, *times);
                (most, least) = (most.minus(low), least.minus(high));
            }
            let (one, other) = (most.over(*factor), least.over(*factor));
            let (high, low) = if factor.up > 0 { (one, other) } else { (other, one) };
            let bounds = &mut self.bounds[*variable];
            let narrower = (bounds.low.max(low.ceiling()), bounds.high.min(high.floor()));
            changed |= narrower != (bounds.low, bounds.high);
            (bounds.low, bounds.high) = narrower;
        }
        changed
    }
}

/// Gauss and Jordan's elimination.
fn eliminated(mut sums: Vec<Sum>) -> Vec<Sum> {
    let mut done: Vec<(usize, Sum)> = Vec::new();
    while let Some(mut sum) = sums.pop() {
        for (pivot, known) in &done {
            if let Some(factor) = sum.0.get(pivot).copied() {
                subtract(&mut sum, known, factor);
            }
        }
        let Some((pivot, factor)) = sum.0.iter().next().map(|(variable, factor)| (*variable, *factor)) else { continue };
        sum.0.values_mut().for_each(|value| *value = value.over(factor));
        sum.1 = sum.1.over(factor);
        for (_, known) in &mut done {
            if let Some(factor) = known.0.get(&pivot).copied() {
                subtract(known, &sum, factor);
            }
        }
        done.push((pivot, sum));
    }
    done.into_iter().map(|(_, sum)| sum).collect()
}

fn subtract(sum: &mut Sum, other: &Sum, factor: Ratio) {
    for (variable, value) in &other.0 {
        let entry = sum.0.entry(*variable).or_insert(Ratio::whole(0));
        *entry = entry.minus(factor.times(*value));
        if entry.up == 0 {
            sum.0.remove(variable);
        }
    }
    sum.1 = sum.1.minus(factor.times(other.1));
}

/// A fraction in lowest terms; `down` is positive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Ratio {
    up: i64,
    down: i64,
}

impl Ratio {
    fn whole(up: i64) -> Ratio {
        Ratio { up, down: 1 }
    }

    fn new(up: i64, down: i64) -> Ratio {
        if down == 1 {
            return Ratio { up, down };
        }
        let (mut one, mut other) = (up.abs(), down.abs());
        while other != 0 {
            (one, other) = (other, one % other);
        }
        let sign = down.signum() * one.max(1);
        Ratio { up: up / sign, down: down / sign }
    }

    fn minus(self, other: Ratio) -> Ratio {
        Ratio::new(self.up * other.down - other.up * self.down, self.down * other.down)
    }

    fn times(self, other: Ratio) -> Ratio {
        Ratio::new(self.up * other.up, self.down * other.down)
    }

    fn over(self, other: Ratio) -> Ratio {
        Ratio::new(self.up * other.down, self.down * other.up)
    }

    fn floor(self) -> i64 {
        self.up.div_euclid(self.down)
    }

    fn ceiling(self) -> i64 {
        -(-self.up).div_euclid(self.down)
    }
}
