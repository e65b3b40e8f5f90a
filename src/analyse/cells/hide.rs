//! Hides counts until every hidden one could be otherwise, and withholds a table where that cannot be had.
//!
//! Small counts are hidden first. For each that is not yet safe the cheapest move is sought, and what the move needs is
//! hidden with it; all counts of the move are then safe together, so nothing has to be looked at twice. When there is no
//! move, a table is withheld and the work begins anew without it.

use super::crosstab::is_small;
use super::linked::{Move, System, Var};
use super::route::{Hops, Limits, Turn};

/// A way that closes a circle, not yet written out for the other tables.
struct Candidate {
    cost: u64,
    table: Option<usize>,
    turns: Vec<Turn>,
    /// The totals that gain and lose, when the circle goes through them.
    totals: Option<(usize, usize, usize)>,
}

enum Blame {
    Attribute(usize),
    Table(usize),
}

impl System {
    /// Totals that only one table shows may be hidden to save that table, even if none of them is small.
    pub fn free_single_axes(&mut self, one_way: &[usize]) {
        for attribute in 0..self.attributes.len() {
            let single = !one_way.contains(&attribute) && self.tables_of(attribute).count() == 1;
            self.attributes[attribute].may_hide |= single;
        }
    }

    /// Decides what is hidden and what is withheld. Begins anew after each round in which something had to be withheld.
    pub fn settle(&mut self) {
        self.open = true;
        while self.attempt() {}
        self.open = false;
    }

    /// Whether a hidden count could have another value, given only what is hidden now.
    pub fn can_differ(&self, var: Var) -> bool {
        self.best_move(var).is_some()
    }

    /// One round; says whether something was withheld.
    fn attempt(&mut self) -> bool {
        let mut failed = false;
        for var in self.hide_small() {
            let gone = matches!(var, Var::Cell(table, _) if self.tables[table].withheld);
            if gone || self.is_safe(var) {
                continue;
            }
            if let Some(steps) = self.best_move(var) {
                self.accept(&steps, var);
                continue;
            }
            failed = true;
            match self.blame(var) {
                Blame::Table(table) => self.tables[table].withheld = true,
                Blame::Attribute(attribute) => {
                    let tables: Vec<usize> = self.tables_of(attribute).collect();
                    tables.into_iter().for_each(|table| self.tables[table].withheld = true);
                    self.attributes[attribute].withheld = true;
                }
            }
            // A total weighs on several tables, so what was done before is done again without this one.
            if matches!(var, Var::Total(..)) {
                break;
            }
        }
        failed
    }

    /// Hides the small counts and nothing else. Totals come first, for they weigh on several tables.
    fn hide_small(&mut self) -> Vec<Var> {
        let k = self.k;
        let mut small = Vec::new();
        let mut begin = |list: &mut super::linked::Counts, published: bool, var: &dyn Fn(usize) -> Var| {
            for place in 0..list.counts.len() {
                list.hidden[place] = published && is_small(list.counts[place], k);
                list.safe[place] = false;
                if list.hidden[place] {
                    small.push(var(place));
                }
            }
        };
        for (index, attribute) in self.attributes.iter_mut().enumerate() {
            begin(&mut attribute.totals, !attribute.withheld, &|value| Var::Total(index, value));
        }
        for (index, table) in self.tables.iter_mut().enumerate() {
            begin(&mut table.cells, !table.withheld, &|cell| Var::Cell(index, cell));
        }
        small
    }

    fn best_move(&self, target: Var) -> Option<Move> {
        let mut candidates = match target {
            Var::Cell(table, cell) => self.around_cell(table, cell),
            Var::Total(attribute, value) => self.around_total(attribute, value),
        };
        candidates.sort_by_key(|candidate| candidate.cost);
        candidates.iter().filter_map(|candidate| self.written_out(candidate)).find(|steps| self.net(steps, target).is_some())
    }

    /// Circles through a cell: first within fixed totals, then through totals that are or may be hidden.
    fn around_cell(&self, table: usize, cell: usize) -> Vec<Candidate> {
        let grid = &self.tables[table];
        let (row, column) = (grid.node(true, cell / grid.width), grid.node(false, cell % grid.width));
        let fixed = Limits { banned: Some(cell), ..Limits::default() };
        let mut found = Vec::new();
        let mut seek = |limits: Limits<'_>| {
            for (change, from, to) in [(1, column, row), (-1, row, column)] {
                if !self.allows(Var::Cell(table, cell), change) {
                    continue;
                }
                let ways = self.ways(table, from, limits);
                if let (Some(cost), Some(mut turns)) = (ways.cost[to], ways.to(to)) {
                    turns.push(Turn::Cell(cell, change));
                    found.push(Candidate { cost, table: Some(table), turns, totals: None });
                }
            }
            found.iter().map(|candidate| candidate.cost).min()
        };
        let cheapest = seek(fixed);
        if cheapest.is_none_or(|cost| cost >= super::linked::CELL) {
            // A circle within the table is hardly ever dearer than to hide two more totals in all tables.
            let hops = |attribute: usize| self.hops(attribute, Some(table), cheapest.is_some());
            let (row_hops, column_hops) = (hops(grid.rows), hops(grid.columns));
            if row_hops.is_some() || column_hops.is_some() {
                seek(Limits { row_hops: row_hops.as_ref(), column_hops: column_hops.as_ref(), ..fixed });
                seek(Limits { row_hops: row_hops.as_ref(), ..fixed });
                seek(Limits { column_hops: column_hops.as_ref(), ..fixed });
            }
        }
        found
    }

    /// Circles through a total: another value of the attribute changes against it, and every table follows.
    fn around_total(&self, attribute: usize, value: usize) -> Vec<Candidate> {
        let mut found = Vec::new();
        let tables: Vec<usize> = self.tables_of(attribute).collect();
        if tables.is_empty() {
            let Some(hops) = self.hops(attribute, None, false) else { return found };
            for (gains, loses, cost) in pairs(&hops, value) {
                found.push(Candidate { cost, table: None, turns: Vec::new(), totals: Some((attribute, gains, loses)) });
            }
        }
        for table in tables {
            let grid = &self.tables[table];
            let in_rows = grid.rows == attribute;
            let Some(hops) = self.hops(attribute, Some(table), false) else { continue };
            let others = self.hops(if in_rows { grid.columns } else { grid.rows }, Some(table), false);
            let limits = if in_rows {
                Limits { column_hops: others.as_ref(), ..Limits::default() }
            } else {
                Limits { row_hops: others.as_ref(), ..Limits::default() }
            };
            for limits in [Limits::default(), limits] {
                for (gains, loses, price) in pairs(&hops, value) {
                    let (from, to) = if in_rows { (gains, loses) } else { (loses, gains) };
                    let ways = self.ways(table, grid.node(in_rows, from), limits);
                    let to = grid.node(in_rows, to);
                    if let (Some(cost), Some(turns)) = (ways.cost[to], ways.to(to)) {
                        found.push(Candidate { cost: cost + price, table: Some(table), turns, totals: Some((attribute, gains, loses)) });
                    }
                }
                if others.is_none() {
                    break;
                }
            }
        }
        found
    }

    /// The move of a candidate, with the ways that its hops take through the other tables.
    fn written_out(&self, candidate: &Candidate) -> Option<Move> {
        let mut steps = Move::new();
        if let Some((attribute, gains, loses)) = candidate.totals {
            self.hop(attribute, gains, loses, candidate.table, &mut steps)?;
        }
        let Some(table) = candidate.table else { return Some(steps) };
        let grid = &self.tables[table];
        for turn in &candidate.turns {
            match *turn {
                Turn::Cell(cell, change) => steps.push((Var::Cell(table, cell), change)),
                Turn::Hop { rows, gains, loses } => {
                    self.hop(if rows { grid.rows } else { grid.columns }, gains, loses, Some(table), &mut steps)?;
                }
            }
        }
        Some(steps)
    }

    fn hop(&self, attribute: usize, gains: usize, loses: usize, main: Option<usize>, steps: &mut Move) -> Option<()> {
        steps.push((Var::Total(attribute, gains), 1));
        steps.push((Var::Total(attribute, loses), -1));
        for table in self.tables_of(attribute).filter(|table| Some(*table) != main) {
            let grid = &self.tables[table];
            let in_rows = grid.rows == attribute;
            let (from, to) = if in_rows { (gains, loses) } else { (loses, gains) };
            let ways = self.ways(table, grid.node(in_rows, from), Limits::default());
            for turn in ways.to(grid.node(in_rows, to))? {
                if let Turn::Cell(cell, change) = turn {
                    steps.push((Var::Cell(table, cell), change));
                }
            }
        }
        Some(())
    }

    /// What must be withheld so that a count without any move is not given away.
    fn blame(&self, var: Var) -> Blame {
        let (attribute, value) = match var {
            Var::Cell(table, _) => return Blame::Table(table),
            Var::Total(attribute, value) => (attribute, value),
        };
        let tables: Vec<usize> = self.tables_of(attribute).collect();
        let without = |left_out: &[usize]| {
            let mut fewer = self.clone();
            left_out.iter().for_each(|table| fewer.tables[*table].withheld = true);
            fewer
        };
        if !without(&tables).can_differ(var) {
            return Blame::Attribute(attribute);
        }
        // The later table goes, if one is enough; else the one that leaves the total the fewest ways.
        if let Some(table) = tables.iter().rev().find(|table| without(&[**table]).can_differ(var)) {
            return Blame::Table(*table);
        }
        let ways_left = |table: &usize| {
            let others: Vec<usize> = tables.iter().filter(|other| *other != table).copied().collect();
            let hops = without(&others).hops(attribute, None, false);
            hops.map_or(0, |hops| pairs(&hops, value).count())
        };
        tables.iter().rev().min_by_key(|table| ways_left(table)).map_or(Blame::Attribute(attribute), |table| Blame::Table(*table))
    }
}

/// The hops in which a value gains or loses: who gains, who loses, the price.
fn pairs(hops: &Hops, value: usize) -> impl Iterator<Item = (usize, usize, u64)> + '_ {
    let gains = (0..hops.len()).filter_map(move |other| hops[value][other].map(|price| (value, other, price)));
    let loses = (0..hops.len()).filter_map(move |other| hops[other][value].map(|price| (other, value, price)));
    gains.chain(loses)
}
