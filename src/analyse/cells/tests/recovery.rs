//! What follows from what is shown, checked against trying every possible table.

use super::super::{Axis, Crosstab, Hidden, Published, Reader, Spot};
use super::attacker::Attacker;
use super::random::{Random, TABLES, nth, table};
use std::collections::BTreeSet;

fn crosstab(cells: &[&[u32]]) -> Crosstab {
    let axis = |name: &str, totals: Vec<u32>| Axis {
        attribute: name.into(),
        values: (0..totals.len()).map(|value| Some(format!("{name}{value}").into())).collect(),
        totals,
    };
    let rows = cells.iter().map(|row| row.iter().sum()).collect();
    let columns = (0..cells[0].len()).map(|column| cells.iter().map(|row| row[column]).sum()).collect();
    Crosstab { rows: axis("r", rows), columns: axis("c", columns), cells: cells.iter().map(|row| row.to_vec()).collect() }
}

#[test]
fn a_cell_alone_in_its_row_is_recovered_and_frees_the_next() {
    let table = crosstab(&[&[1, 4, 9], &[2, 1, 8], &[7, 2, 6]]);
    let hidden = [Spot::Cell(0, 0), Spot::Cell(1, 0), Spot::Cell(1, 1), Spot::Cell(2, 1)];
    assert_eq!(table.recoverable(&Hidden::only(&table, &hidden)), hidden);
    let circle = [Spot::Cell(0, 0), Spot::Cell(0, 1), Spot::Cell(1, 0), Spot::Cell(1, 1)];
    assert!(table.recoverable(&Hidden::only(&table, &circle)).is_empty());
}

#[test]
fn a_cell_between_two_circles_is_recovered_though_no_sum_has_it_alone() {
    let table = crosstab(&[&[1, 1, 9, 9], &[1, 1, 2, 9], &[9, 9, 1, 1], &[9, 9, 1, 1]]);
    let mut hidden = table.primary(3);
    assert_eq!(table.recoverable(&Hidden::only(&table, &hidden)), [Spot::Cell(1, 2)]);
    hidden.push(Spot::Row(1));
    hidden.push(Spot::Row(2));
    assert!(table.recoverable(&Hidden::only(&table, &hidden)).is_empty());
}

#[test]
fn two_cells_of_one_person_each_are_known_to_who_sees_that_both_are_small() {
    let table = crosstab(&[&[1, 1, 7], &[1, 1, 8], &[6, 5, 9]]);
    let hidden = Hidden::only(&table, &table.primary(3));
    assert!(table.recoverable(&hidden).is_empty());
    assert_eq!(table.recoverable_knowing(&hidden, 3, Reader::SeesWhichAreSmall).len(), 4, "a total of 2, both at least 1");
    assert!(table.recoverable_knowing(&hidden, 3, Reader::SeesOneMark).is_empty(), "0 and 2 would do as well");
}

#[test]
fn what_is_withheld_gives_nothing_away() {
    let table = crosstab(&[&[1, 4], &[5, 6]]);
    assert!(table.recoverable(&Hidden::everything(&table)).is_empty());
}

/// Tries every value of the hidden cells, and returns the hidden places that have the same value in all that fit.
fn tried(table: &Crosstab, hidden: &Hidden, k: Option<u32>) -> Vec<Spot> {
    let people: u32 = table.rows.totals.iter().sum();
    let (width, cells) = (table.columns.totals.len(), table.cells.concat());
    let free: Vec<usize> = (0..cells.len()).filter(|cell| hidden.cells[cell / width][cell % width]).collect();
    let spots: Vec<Spot> = table.spots().into_iter().filter(|spot| hidden.covers(*spot)).collect();
    let mut seen: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); spots.len()];
    let mut world = cells.clone();
    let mut number = vec![0; free.len()];
    loop {
        for (place, cell) in free.iter().enumerate() {
            world[*cell] = number[place];
        }
        let value = |spot: Spot| match spot {
            Spot::Cell(row, column) => world[row * width + column],
            Spot::Row(row) => world[row * width..(row + 1) * width].iter().sum(),
            Spot::Column(column) => world.iter().skip(column).step_by(width).sum(),
        };
        let fits = |spot: Spot| {
            let (now, truth) = (value(spot), table.count(spot));
            let small = |k: u32| truth >= 1 && truth < k;
            match k {
                _ if !hidden.covers(spot) => now == truth,
                Some(k) if small(k) => now >= 1 && now < k,
                _ => matches!(spot, Spot::Cell(..)) || now >= 1,
            }
        };
        if world.iter().sum::<u32>() == people && table.spots().into_iter().all(fits) {
            spots.iter().zip(&mut seen).for_each(|(spot, seen)| _ = seen.insert(value(*spot)));
        }
        let Some(place) = number.iter().position(|digit| *digit < people) else { break };
        number[..place].fill(0);
        number[place] += 1;
    }
    spots.into_iter().zip(seen).filter(|(_, seen)| seen.len() == 1).map(|(spot, _)| spot).collect()
}

#[test]
fn the_reader_of_one_table_recovers_exactly_what_trying_all_tables_leaves_certain() {
    let mut random = Random::new(7);
    let (mut certain, mut open) = (0, 0);
    for _ in 0..TABLES {
        let people = 5 + random.below(4);
        let table = Crosstab::new(&table(&mut random, people, 2), 0, 1);
        let mut hidden = Hidden::nothing(&table);
        for _ in 0..4 {
            let (row, column) = (random.below(table.cells.len()), random.below(table.columns.totals.len()));
            hidden.cells[row][column] = true;
            hidden.rows[row] |= random.below(2) == 0;
            hidden.columns[column] |= random.below(2) == 0;
        }
        for (k, reader) in [(Some(3), Reader::SeesWhichAreSmall), (Some(5), Reader::SeesWhichAreSmall), (None, Reader::SeesOneMark)] {
            let found = table.recoverable_knowing(&hidden, k.unwrap_or(3), reader);
            assert_eq!(found, tried(&table, &hidden, k), "{table:?} {hidden:?} {k:?}");
            certain += found.len();
            open += table.spots().iter().filter(|spot| hidden.covers(**spot)).count() - found.len();
        }
    }
    assert!(certain > 250 && open > 250, "both kinds are met: {certain}, {open}");
}

#[test]
fn subtraction_recovers_exactly_what_elimination_solves() {
    let mut random = Random::new(11);
    for seed in 0..TABLES {
        let table = Crosstab::new(&nth(seed), 0, 1);
        let mut hidden = Hidden::only(&table, &table.primary(3));
        hidden.rows.iter_mut().for_each(|row| *row = random.below(3) == 0);
        let published = Published { tables: vec![hidden.clone()], totals: Vec::new() };
        let people = table.rows.totals.iter().sum();
        let mut attacker = Attacker::read(std::slice::from_ref(&table), &[], &published, people, None);
        assert_eq!(attacker.solve(), table.recoverable(&hidden).len(), "seed {seed}");
    }
}
