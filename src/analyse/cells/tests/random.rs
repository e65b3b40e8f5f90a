//! Random tables of participants from a small generator of our own, so that every run sees the same thousand.

use super::super::{Row, Table};

/// How many tables a property is tried on. Builds that are not optimised are slow, so they try fewer.
pub const TABLES: u64 = if cfg!(debug_assertions) { 250 } else { 1000 };

/// Marsaglia's xorshift with 64 bits.
pub struct Random(u64);

impl Random {
    pub fn new(seed: u64) -> Random {
        Random(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }

    /// A number below `end`.
    pub fn below(&mut self, end: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 11) % end as u64) as usize
    }
}

const BANDS: [&str; 6] = ["30-39", "40-49", "50-59", "60-69", "70-79", "80+"];
const WORDS: [&str; 6] = ["amber", "birch", "cedar", "delta", "ember", "fjord"];

/// A table of the given size. Low values are much commoner than high ones, and now and then one is missing.
pub fn table(random: &mut Random, people: usize, attributes: usize) -> Table {
    let kinds: Vec<(usize, usize)> = (0..attributes).map(|_| (2 + random.below(5), random.below(3))).collect();
    let mut value = |(values, kind): (usize, usize)| {
        let skewed = random.below(values).min(random.below(values));
        match kind {
            0 => Some(BANDS[skewed].into()),
            1 => Some(WORDS[skewed].into()),
            _ if random.below(12) == 0 => None,
            _ => Some((20 + 7 * skewed + random.below(2)).to_string().into()),
        }
    };
    let rows =
        (0..people).map(|person| Row { id: format!("P{person:03}").into(), values: kinds.iter().copied().map(&mut value).collect() });
    let rows = rows.collect();
    Table { attributes: (0..attributes).map(|attribute| format!("a{attribute}").into()).collect(), rows }
}

/// The nth of the random tables: 5 to 60 people, 2 to 5 attributes.
pub fn nth(seed: u64) -> Table {
    let mut random = Random::new(seed + 1);
    let (people, attributes) = (5 + random.below(56), 2 + random.below(4));
    table(&mut random, people, attributes)
}

/// A table from literal values; `-` is a missing one.
pub fn literal<'a, R: AsRef<[&'a str]>>(attributes: &[&str], rows: &[R]) -> Table {
    let value = |text: &&str| (*text != "-").then(|| (*text).into());
    let row = |(row, values): (usize, &R)| Row { id: format!("P{row}").into(), values: values.as_ref().iter().map(value).collect() };
    Table { attributes: attributes.iter().map(|name| (*name).into()).collect(), rows: rows.iter().enumerate().map(row).collect() }
}
