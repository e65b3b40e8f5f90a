//! The smallest attribute sets by which a person is one of fewer than k.
//!
//! Sets are tried by size. A larger set never has a larger class, so a set is minimal for a person when it leaves fewer
//! than k people and none of its subsets with one attribute less does. A set that already singles out everybody is not
//! extended, which keeps the search small in a real study.

use super::table::{Table, refine, sizes};
use std::collections::BTreeMap;

/// A person and the inclusion-minimal attribute sets that leave fewer than k people.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identified {
    /// Index of the row.
    pub row: usize,
    /// Attribute indexes, ascending within a set; the sets are in order of the attributes' names.
    pub sets: Vec<Vec<usize>>,
}

/// What is known about one attribute set.
struct Split {
    classes: Vec<u32>,
    below: Vec<bool>,
}

/// For each person who has any, the minimal attribute sets by which fewer than `k` people remain, in order of the rows.
pub fn minimal_sets(table: &Table, k: u32) -> Vec<Identified> {
    let columns: Vec<Vec<u32>> = table.columns().into_iter().map(|column| column.codes).collect();
    let people = table.rows.len();
    let nobody = people as u32 >= k;
    let mut found: Vec<Vec<Vec<usize>>> = vec![Vec::new(); people];
    // The empty set is no combination, so with fewer than k people in all every single attribute is minimal.
    let root = Split { classes: vec![0; people], below: vec![false; people] };
    let mut level: BTreeMap<Vec<usize>, Split> = BTreeMap::from([(Vec::new(), root)]);
    while !level.is_empty() {
        let mut next = BTreeMap::new();
        for (set, split) in &level {
            for (attribute, codes) in columns.iter().enumerate().skip(set.last().map_or(0, |last| last + 1)) {
                // An attribute with one value tells nobody apart.
                if nobody && codes.windows(2).all(|pair| pair[0] == pair[1]) {
                    continue;
                }
                let mut wider = set.clone();
                wider.push(attribute);
                let Some(subsets) = one_less(&wider, &level) else { continue };
                let classes = refine(&split.classes, codes);
                let below: Vec<bool> = sizes(&classes).into_iter().map(|size| size < k).collect();
                for person in 0..people {
                    if below[person] && subsets.iter().all(|subset| !subset.below[person]) {
                        found[person].push(wider.clone());
                    }
                }
                if below.iter().any(|small| !small) {
                    next.insert(wider, Split { classes, below });
                }
            }
        }
        level = next;
    }
    let names = |set: &Vec<usize>| set.iter().map(|attribute| table.attributes[*attribute].clone()).collect::<Vec<_>>();
    let mut all: Vec<Identified> =
        found.into_iter().enumerate().filter(|(_, sets)| !sets.is_empty()).map(|(row, sets)| Identified { row, sets }).collect();
    for one in &mut all {
        one.sets.sort_by_key(names);
    }
    all
}

/// The subsets with one attribute less, or nothing when one of them already singles out everybody.
fn one_less<'a>(set: &[usize], level: &'a BTreeMap<Vec<usize>, Split>) -> Option<Vec<&'a Split>> {
    (0..set.len())
        .map(|left_out| {
            let subset: Vec<usize> = set.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, item)| *item).collect();
            level.get(&subset)
        })
        .collect()
}
