//! What is published gives nothing hidden away.

use super::super::{Axis, Crosstab, Hidden, Published, Reader, Table, suppress_all};
use super::attacker::Attacker;
use super::random::{TABLES, literal, nth};

const READERS: [Reader; 2] = [Reader::SeesWhichAreSmall, Reader::SeesOneMark];

/// All crosstabs and all one-way tables of a study.
fn everything_of(table: &Table) -> (Vec<Crosstab>, Vec<Axis>) {
    let attributes = table.attributes.len();
    let pairs = (0..attributes).flat_map(|one| (one + 1..attributes).map(move |other| (one, other)));
    (pairs.map(|(one, other)| Crosstab::new(table, one, other)).collect(), (0..attributes).map(|one| Axis::new(table, one)).collect())
}

/// How many hidden counts an attacker narrows to one value.
fn recovered(tables: &[Crosstab], totals: &[Axis], published: &Published, people: u32, k: u32, reader: Reader) -> usize {
    // To the attacker, k = 1 is that no hidden count is known to be small.
    let k = if reader == Reader::SeesOneMark { 1 } else { k };
    Attacker::read(tables, totals, published, people, Some(k)).solve()
}

fn axis(name: &str, totals: &[u32]) -> Axis {
    let values = (0..totals.len()).map(|value| Some(format!("{name}{value}").into())).collect();
    Axis { attribute: name.into(), values, totals: totals.to_vec() }
}

#[test]
fn nothing_hidden_is_recovered_from_all_tables_of_a_study_together() {
    let mut published_tables = [0, 0];
    for seed in 0..TABLES {
        let table = nth(seed);
        let people = table.rows.len() as u32;
        let (tables, totals) = everything_of(&table);
        for (k, reader) in [(3, READERS[0]), (5, READERS[0]), (3, READERS[1]), (5, READERS[1])] {
            let published = suppress_all(&tables, &totals, k, reader);
            assert_eq!(recovered(&tables, &totals, &published, people, k, reader), 0, "seed {seed}, k {k}, {reader:?}");
            assert!(small_are_hidden(&tables, &totals, &published, k), "seed {seed}, k {k}, {reader:?}");
            published_tables[usize::from(reader == READERS[1])] += published.tables.iter().filter(|table| !table.withheld).count();
        }
    }
    assert!(published_tables[0] > 6 * TABLES as usize, "withholding everything would be no art: {published_tables:?}");
    assert!(published_tables[1] > 9_900 * TABLES as usize / 1000, "with one mark nearly all can be shown: {published_tables:?}");
}

fn small_are_hidden(tables: &[Crosstab], totals: &[Axis], published: &Published, k: u32) -> bool {
    let small = |count: u32| count > 0 && count < k;
    let cells = tables.iter().zip(&published.tables).all(|(table, hidden)| {
        let needs_none = !table.spots().iter().any(|spot| small(table.count(*spot)));
        let whole = table.spots().iter().all(|spot| !hidden.covers(*spot));
        table.spots().iter().all(|spot| hidden.covers(*spot) || !small(table.count(*spot))) && (whole || !needs_none)
    });
    let ways = totals.iter().zip(&published.totals).all(|(axis, hidden)| {
        let some = axis.totals.iter().any(|count| small(*count));
        axis.totals.iter().zip(&hidden.values).all(|(count, hidden)| if some { *hidden || !small(*count) } else { !hidden })
    });
    cells && ways
}

#[test]
fn the_attacker_does_recover_small_counts_where_nothing_else_is_hidden() {
    let mut beaten = 0;
    for seed in 0..200 {
        let table = nth(seed);
        let (tables, totals) = everything_of(&table);
        let published = Published {
            tables: tables.iter().map(|table| Hidden::only(table, &[table.primary(3), table.small_totals(3)].concat())).collect(),
            totals: suppress_all(&[], &totals, 1, READERS[0]).totals,
        };
        beaten += usize::from(recovered(&tables, &totals, &published, table.rows.len() as u32, 3, READERS[0]) > 0);
    }
    assert!(beaten > 180, "{beaten} of 200");
}

#[test]
fn one_table_alone_is_withheld_only_if_hiding_all_of_it_would_not_do() {
    for seed in 0..TABLES {
        let table = Crosstab::new(&nth(seed), 0, 1);
        for (k, reader) in [(3, READERS[0]), (5, READERS[0]), (3, READERS[1]), (5, READERS[1])] {
            let hidden = suppress_all(std::slice::from_ref(&table), &[], k, reader).tables.remove(0);
            assert!(hidden.withheld || table.recoverable_knowing(&hidden, k, reader).is_empty(), "seed {seed}");
            let all = Hidden { withheld: false, ..Hidden::everything(&table) };
            let possible = table.recoverable_knowing(&all, k, reader).is_empty();
            assert!(!hidden.withheld || !possible, "seed {seed}, k {k}, {reader:?}");
        }
    }
}

#[test]
fn a_small_group_takes_the_next_smallest_with_it() {
    for (totals, k, hidden) in [
        (vec![2, 9, 5, 14], 3, vec![true, false, true, false]),
        (vec![2, 2, 9, 14], 5, vec![true, true, false, false]),
        (vec![1, 1, 9, 14], 3, vec![true, true, true, false]),
        (vec![3, 9, 5, 14], 3, vec![false, false, false, false]),
        (vec![1, 30], 3, vec![true, true]),
    ] {
        let found = axis("g", &totals).suppress(k);
        assert_eq!((found.values, found.withheld), (hidden, false), "{totals:?}");
    }
}

#[test]
fn a_group_that_nothing_can_cover_is_withheld() {
    for totals in [vec![2], vec![2, 2], vec![1, 1]] {
        assert!(axis("g", &totals).suppress(3).withheld, "{totals:?}");
    }
}

#[test]
fn a_total_hidden_in_one_table_is_hidden_in_all() {
    let table = nth(42);
    let (tables, totals) = everything_of(&table);
    let published = suppress_all(&tables, &totals, 5, READERS[1]);
    for (crosstab, hidden) in tables.iter().zip(&published.tables).filter(|(_, hidden)| !hidden.withheld) {
        for (shown, flags) in [(&crosstab.rows, &hidden.rows), (&crosstab.columns, &hidden.columns)] {
            let place = totals.iter().position(|axis| axis == shown).unwrap();
            assert_eq!(flags, &published.totals[place].values, "{}", shown.attribute);
        }
    }
    assert!(published.totals.iter().any(|hidden| hidden.values.contains(&true)), "some total is small");
}

#[test]
fn the_same_table_turned_round_hides_the_same_cells() {
    let table = nth(3);
    let tables = [Crosstab::new(&table, 0, 1), Crosstab::new(&table, 1, 0), Crosstab::new(&table, 0, 0)];
    let published = suppress_all(&tables, &[], 5, READERS[1]);
    let (one, other) = (&published.tables[0], &published.tables[1]);
    assert_eq!((&one.rows, &one.columns), (&other.columns, &other.rows));
    assert!((0..one.rows.len()).all(|row| (0..one.columns.len()).all(|column| one.cells[row][column] == other.cells[column][row])));
    assert!(one.cells.concat().contains(&true) && !one.withheld, "something is hidden, not all");
    assert!(published.tables[2].withheld, "an attribute against itself shows only totals");
}

#[test]
fn secondary_cells_are_small_and_zeros_are_spared() {
    let rows: Vec<Vec<&str>> =
        [("a", "x", 2), ("a", "y", 6), ("a", "z", 20), ("b", "x", 5), ("b", "y", 30), ("b", "z", 40), ("c", "y", 50)]
            .iter()
            .flat_map(|(row, column, people)| vec![vec![*row, *column]; *people])
            .collect();
    let hidden = Crosstab::new(&literal(&["one", "two"], &rows), 0, 1).suppress(3);
    assert_eq!(hidden.cells, [[true, true, false], [true, true, false], [false, false, false]]);
    assert!(!hidden.rows.contains(&true) && !hidden.columns.contains(&true));
}
