//! The table of participants, and the classes of people who share values.
//!
//! A missing value is a value of its own: two people of whom nothing is known look alike too. Texts are turned into
//! small numbers once per attribute; a class is then refined attribute by attribute.

use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// One participant and the values, in the order of the table's attributes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The participant's id.
    pub id: Arc<str>,
    /// One value an attribute; `None` is "not stated".
    pub values: Vec<Option<Arc<str>>>,
}

/// Participants by attributes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Table {
    /// Names of the attributes, in the author's order.
    pub attributes: Vec<Arc<str>>,
    /// The participants.
    pub rows: Vec<Row>,
}

/// One attribute in numbers: the distinct values in order, and the place of each person's value among them.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub values: Vec<Option<Arc<str>>>,
    pub codes: Vec<u32>,
}

impl Table {
    /// The column of an attribute. A row that is too short has no value there.
    pub(super) fn column(&self, attribute: usize) -> Column {
        let given: Vec<Option<Arc<str>>> = self.rows.iter().map(|row| row.values.get(attribute).cloned().flatten()).collect();
        let values: Vec<Option<Arc<str>>> = given.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect();
        let codes = given.iter().map(|value| values.partition_point(|other| other < value) as u32).collect();
        Column { values, codes }
    }

    pub(super) fn columns(&self) -> Vec<Column> {
        (0..self.attributes.len()).map(|attribute| self.column(attribute)).collect()
    }
}

/// Splits classes of people by one more attribute. Classes are numbered in order of their first member.
pub(super) fn refine(classes: &[u32], codes: &[u32]) -> Vec<u32> {
    let mut seen: HashMap<(u32, u32), u32> = HashMap::new();
    classes
        .iter()
        .zip(codes)
        .map(|(class, code)| {
            let next = seen.len() as u32;
            *seen.entry((*class, *code)).or_insert(next)
        })
        .collect()
}

/// For each person, how many people are in the same class.
pub(super) fn sizes(classes: &[u32]) -> Vec<u32> {
    let mut count = vec![0u32; classes.iter().max().map_or(0, |last| *last as usize + 1)];
    for class in classes {
        count[*class as usize] += 1;
    }
    classes.iter().map(|class| count[*class as usize]).collect()
}

/// The rows whose full combination of `attributes` is shared by fewer than `k` people, themselves included.
///
/// Without any attribute there is no combination, so nobody is found.
pub fn below_k(table: &Table, attributes: &[usize], k: u32) -> Vec<usize> {
    if attributes.is_empty() {
        return Vec::new();
    }
    let mut classes = vec![0; table.rows.len()];
    for attribute in attributes {
        classes = refine(&classes, &table.column(*attribute).codes);
    }
    sizes(&classes).into_iter().enumerate().filter(|(_, size)| *size < k).map(|(row, _)| row).collect()
}
