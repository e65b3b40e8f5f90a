//! Who is below k, and by which attributes.

use super::super::{Crosstab, Spot, Table, below_k, minimal_sets};
use super::random::{TABLES, literal, nth};

/// Counts by comparing everybody with everybody, for every set of attributes.
fn searched(table: &Table, k: usize) -> Vec<(usize, Vec<Vec<usize>>)> {
    let attributes = table.attributes.len();
    let alike = |row: usize, set: u32| {
        let same = |other: &&super::super::Row| (0..attributes).all(|a| set >> a & 1 == 0 || other.values[a] == table.rows[row].values[a]);
        table.rows.iter().filter(same).count()
    };
    let mut all = Vec::new();
    for row in 0..table.rows.len() {
        let small: Vec<u32> = (1..1u32 << attributes).filter(|set| alike(row, *set) < k).collect();
        let minimal = small.iter().filter(|set| !small.iter().any(|other| other != *set && *set & other == *other));
        let mut sets: Vec<Vec<usize>> = minimal.map(|set| (0..attributes).filter(|a| set >> a & 1 == 1).collect()).collect();
        sets.sort();
        if !sets.is_empty() {
            all.push((row, sets));
        }
    }
    all
}

#[test]
fn minimal_sets_equal_a_search_of_all_sets() {
    for seed in 0..TABLES {
        let table = nth(seed);
        for k in [2, 3, 5] {
            let sorted = |mut one: super::super::Identified| {
                one.sets.sort();
                (one.row, one.sets)
            };
            let found: Vec<_> = minimal_sets(&table, k).into_iter().map(sorted).collect();
            assert_eq!(found, searched(&table, k as usize), "seed {seed}, k {k}");
            let every: Vec<usize> = (0..table.attributes.len()).collect();
            let rows: Vec<usize> = found.into_iter().map(|(row, _)| row).collect();
            assert_eq!(below_k(&table, &every, k), rows, "who has a set is who is below k; seed {seed}, k {k}");
        }
    }
}

#[test]
fn with_fewer_than_k_people_every_attribute_is_enough() {
    let table = literal(&["role", "sex"], &[&["son", "man"], &["son", "man"]]);
    assert_eq!(minimal_sets(&table, 3)[1].sets, [vec![0], vec![1]]);
    assert!(minimal_sets(&table, 2).is_empty());
}

#[test]
fn sets_come_in_order_of_names_not_of_columns() {
    let table = literal(&["role", "age"], &[&["son", "40"], &["wife", "50"]]);
    assert_eq!(minimal_sets(&table, 2)[0].sets, [vec![1], vec![0]]);
}

#[test]
fn a_missing_value_is_a_value_of_its_own() {
    let table = literal(&["role", "sex"], &[&["-", "man"], &["-", "man"], &["son", "man"], &["-", "woman"]]);
    assert_eq!(below_k(&table, &[0], 2), [2]);
    assert_eq!(below_k(&table, &[0, 1], 2), [2, 3]);
    let crosstab = Crosstab::new(&table, 0, 1);
    assert_eq!(crosstab.rows.values, [None, Some("son".into())]);
    assert_eq!(crosstab.cells, [[2, 1], [1, 0]]);
}

#[test]
fn without_attributes_nobody_has_a_combination() {
    assert!(below_k(&nth(1), &[], 5).is_empty());
    assert!(minimal_sets(&Table::default(), 3).is_empty());
}

#[test]
fn a_cell_of_nobody_or_of_k_is_not_small() {
    let table = literal(&["a", "b"], &[&["x", "1"], &["x", "1"], &["x", "1"], &["x", "2"], &["y", "2"], &["y", "2"]]);
    let crosstab = Crosstab::new(&table, 0, 1);
    assert_eq!(crosstab.primary(3), [Spot::Cell(0, 1), Spot::Cell(1, 1)]);
    assert_eq!(crosstab.small_totals(3), [Spot::Row(1)]);
}
