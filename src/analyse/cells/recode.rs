//! A table made coarser: groups of values for each attribute, attributes left out, and what is lost by it.
//!
//! Loss is counted in pairs of people: an attribute tells two people apart if their values differ. What is lost is the
//! share of such pairs, over all attributes, that a coarser table no longer tells apart.

use super::bands::{Span, in_order, spans};
use super::table::{Column, Table, refine};

/// What does not change during the search.
pub(super) struct Subject {
    pub columns: Vec<Column>,
    pub spans: Vec<Option<Vec<Option<Span>>>>,
    pub k: u32,
    people: usize,
    counts: Vec<Vec<u32>>,
    apart: u64,
}

/// A coarser table: `groups[attribute][value]` is the lowest value of the same group; `None` leaves the attribute out.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Recode {
    pub groups: Vec<Option<Vec<usize>>>,
}

/// People in classes by all attributes but one.
pub(super) struct Rest {
    classes: Vec<u32>,
    count: usize,
    /// There is no other attribute.
    alone: bool,
}

impl Rest {
    /// How many are below k with these groups of the attribute that was left out of the classes.
    pub fn below(&self, subject: &Subject, attribute: usize, groups: Option<&[usize]>) -> usize {
        if self.alone && groups.is_none() {
            return 0;
        }
        let width = groups.map_or(1, <[usize]>::len);
        let cell = |class: u32, code: u32| class as usize * width + groups.map_or(0, |groups| groups[code as usize]);
        let mut sizes = vec![0u32; self.count * width];
        let codes = &subject.columns[attribute].codes;
        self.classes.iter().zip(codes).for_each(|(class, code)| sizes[cell(*class, *code)] += 1);
        sizes.into_iter().filter(|size| *size < subject.k).sum::<u32>() as usize
    }
}

impl Recode {
    /// The same with one attribute grouped otherwise.
    pub fn with(&self, attribute: usize, groups: Option<Vec<usize>>) -> Recode {
        let mut next = self.clone();
        next.groups[attribute] = groups;
        next
    }
}

impl Subject {
    pub fn new(table: &Table, k: u32) -> Subject {
        let columns = table.columns();
        let count = |column: &Column| {
            let mut count = vec![0; column.values.len()];
            column.codes.iter().for_each(|code| count[*code as usize] += 1);
            count
        };
        let counts = columns.iter().map(count).collect();
        let spans = columns.iter().map(|column| spans(&column.values)).collect();
        let mut subject = Subject { columns, spans, k, people: table.rows.len(), counts, apart: 0 };
        subject.apart = subject.pairs_apart(&subject.untouched());
        subject
    }

    /// The table as it is.
    pub fn untouched(&self) -> Recode {
        Recode { groups: self.columns.iter().map(|column| Some((0..column.values.len()).collect())).collect() }
    }

    /// How many people share their combination with fewer than k people.
    pub fn below(&self, recode: &Recode) -> usize {
        let rest = self.rest(recode, 0);
        recode.groups.first().map_or(0, |groups| rest.below(self, 0, groups.as_deref()))
    }

    /// The classes of people by all attributes but one, to try many groupings of that one.
    pub fn rest(&self, recode: &Recode, but: usize) -> Rest {
        let mut classes = vec![0; self.people];
        let mut alone = true;
        for (attribute, groups) in recode.groups.iter().enumerate().filter(|(attribute, _)| *attribute != but) {
            if let Some(groups) = groups {
                let codes: Vec<u32> = self.columns[attribute].codes.iter().map(|code| groups[*code as usize] as u32).collect();
                classes = refine(&classes, &codes);
                alone = false;
            }
        }
        Rest { count: classes.iter().max().map_or(0, |last| *last as usize + 1), classes, alone }
    }

    /// What is lost, in thousandths of what the attributes tell apart.
    pub fn lost(&self, recode: &Recode) -> u32 {
        let left = self.pairs_apart(recode);
        ((self.apart - left) * 1000).div_ceil(self.apart.max(1)) as u32
    }

    fn pairs_apart(&self, recode: &Recode) -> u64 {
        let people = self.people as u64;
        let apart = |attribute: usize| {
            let Some(groups) = &recode.groups[attribute] else { return 0 };
            let mut sizes = vec![0u64; groups.len()];
            for (value, group) in groups.iter().enumerate() {
                sizes[*group] += u64::from(self.counts[attribute][value]);
            }
            (people * people - sizes.iter().map(|size| size * size).sum::<u64>()) / 2
        };
        (0..recode.groups.len()).map(apart).sum()
    }

    /// All single steps from a state, for each attribute: groups of it put together, or the attribute left out.
    pub fn steps(&self, recode: &Recode) -> Vec<(usize, Vec<Option<Vec<usize>>>)> {
        let in_use = recode.groups.iter().enumerate().filter_map(|(attribute, groups)| groups.as_ref().map(|groups| (attribute, groups)));
        in_use
            .map(|(attribute, groups)| (attribute, self.coarser(attribute, groups).into_iter().map(Some).chain([None]).collect()))
            .collect()
    }

    /// Coarser groups of one attribute that still tell somebody apart.
    pub fn coarser(&self, attribute: usize, groups: &[usize]) -> Vec<Vec<usize>> {
        let mut found = match &self.spans[attribute] {
            Some(spans) => banded(spans, groups),
            None => self.with_others(attribute, groups),
        };
        found.retain(|new| new != groups && new.iter().any(|group| *group != new[0]));
        found.sort();
        found.dedup();
        found
    }

    /// The smallest values go into one group of others, which grows but never splits in two.
    fn with_others(&self, attribute: usize, groups: &[usize]) -> Vec<Vec<usize>> {
        let counts = &self.counts[attribute];
        let merged: Vec<usize> =
            (0..groups.len()).filter(|value| groups.iter().filter(|group| **group == groups[*value]).count() > 1).collect();
        let mut single: Vec<usize> = (0..groups.len()).filter(|value| !merged.contains(value)).collect();
        single.sort_by_key(|value| (counts[*value], *value));
        (1..=single.len())
            .map(|taken| {
                let others: Vec<usize> = merged.iter().chain(&single[..taken]).copied().collect();
                let first = others.iter().min().copied().unwrap_or(0);
                (0..groups.len()).map(|value| if others.contains(&value) { first } else { value }).collect()
            })
            .collect()
    }
}

/// Neighbouring bands put together: two of them, all of them by twos or threes, all cut once, or to rounder numbers.
fn banded(spans: &[Option<Span>], groups: &[usize]) -> Vec<Vec<usize>> {
    let order = in_order(spans);
    // The run of each value in order: which of the present groups, counted from the lowest.
    let mut runs = Vec::new();
    for (place, value) in order.iter().enumerate() {
        let same = place > 0 && groups[order[place - 1]] == groups[*value];
        runs.push(runs.last().map_or(0, |run| if same { *run } else { run + 1 }));
    }
    let count = runs.last().map_or(0, |run| run + 1);
    let mut maps: Vec<Box<dyn Fn(usize, i64) -> i64>> = Vec::new();
    for cut in 1..count {
        maps.push(Box::new(move |run, _| if run < cut { run as i64 } else { run as i64 - 1 }));
        maps.push(Box::new(move |run, _| i64::from(run >= cut)));
    }
    for (width, offset) in [(2, 0), (2, 1), (3, 0), (3, 1), (3, 2)] {
        maps.push(Box::new(move |run, _| ((run + offset) / width) as i64));
    }
    // Rounder numbers are for single numbers that nobody has banded yet.
    let numbers = spans.iter().flatten().all(|span| span.low == span.high) && count == order.len();
    for width in [5, 10, 20, 50, 100].into_iter().filter(|_| numbers) {
        maps.push(Box::new(move |_, low| low.div_euclid(width)));
    }
    let apply = |map: &dyn Fn(usize, i64) -> i64| {
        let mut new: Vec<usize> = (0..groups.len()).collect();
        let key = |place: usize| map(runs[place], spans[order[place]].and_then(|span| span.low).unwrap_or(i64::MIN));
        let mut start = 0;
        for place in 1..=order.len() {
            if place == order.len() || key(place) != key(start) {
                let members = &order[start..place];
                let first = members.iter().min().copied().unwrap_or(0);
                members.iter().for_each(|value| new[*value] = first);
                start = place;
            }
        }
        new
    };
    maps.iter().map(|map| apply(map.as_ref())).collect()
}
