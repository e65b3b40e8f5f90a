//! Makes the dictionary's file from the lists of `data/zh`, and holds that it is made from them.

use super::dictionary::{COMMON, Entry, Row, Speech, after, key};
use fst::raw::{Fst, Output};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("data/zh").join(name)
}

/// The entries of a list.
fn list(name: &str) -> Vec<String> {
    let text = std::fs::read_to_string(path(name)).unwrap();
    text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect()
}

/// A line of `words.txt`: the word, its frequency where it is not 3, its part of speech where it is no noun.
fn entry_of(line: &str) -> (String, Entry) {
    let mut entry = Entry { speech: Speech::Noun, frequency: 3, names_region: false };
    let mut parts = line.split(' ');
    let word = parts.next().unwrap();
    for part in parts {
        match part {
            "a" => entry.speech = Speech::Adjective,
            "b" => entry.speech = Speech::Bound,
            "f" => entry.speech = Speech::Function,
            "m" => entry.speech = Speech::Number,
            "n" => entry.speech = Speech::Noun,
            "r" => entry.speech = Speech::Person,
            "s" => entry.speech = Speech::Place,
            "t" => entry.speech = Speech::Organisation,
            "v" => entry.speech = Speech::Verb,
            "z" => entry.speech = Speech::Proper,
            frequency => entry.frequency = frequency.parse().unwrap(),
        }
    }
    (word.to_owned(), entry)
}

fn entries() -> BTreeMap<String, Entry> {
    let mut all: BTreeMap<String, Entry> = list("words.txt").iter().map(|line| entry_of(line)).collect();
    let large: BTreeSet<String> = list("large-cities.txt").into_iter().collect();
    let ordinary: BTreeSet<String> = list("ordinary-regions.txt").into_iter().collect();
    for (name, is_prefecture) in
        list("prefectures.txt").iter().map(|name| (name, true)).chain(list("counties.txt").iter().map(|name| (name, false)))
    {
        let stem = super::region::stem(name);
        if stem.chars().count() < 2 || large.contains(stem) {
            continue;
        }
        let known = all.entry(stem.to_owned()).or_insert(Entry { speech: Speech::Region, frequency: 50, names_region: true });
        known.names_region = true;
        let names_only_a_region = !ordinary.contains(stem)
            && (known.speech != Speech::Function || known.frequency < 1_000)
            && (is_prefecture
                || match known.speech {
                    Speech::Region | Speech::Place => true,
                    Speech::Person | Speech::Proper => known.frequency < 300,
                    _ => known.frequency < 80,
                });
        if names_only_a_region {
            known.speech = Speech::Region;
        } else if known.speech == Speech::Function && known.frequency < 1_000 {
            known.speech = Speech::Proper;
        }
    }
    all.extend(list("more-words.txt").iter().map(|line| entry_of(line)));
    // Those whose names everybody knows are nobody's: such a word is whole, and none that a name could hold.
    for name in list("eponyms.txt").into_iter().chain(list("public-names.txt")).chain(list("drugs.txt")) {
        let known = all.entry(name).or_insert(Entry { speech: Speech::Function, frequency: 1_000, names_region: false });
        (known.speech, known.frequency) = (Speech::Function, known.frequency.max(1_000));
    }
    all
}

fn file() -> Vec<u8> {
    let by_key: BTreeMap<Vec<u8>, (String, Entry)> = entries().into_iter().map(|(word, entry)| (key(&word), (word, entry))).collect();
    let mut builder = fst::MapBuilder::memory();
    let mut rows = vec![Row::default(); COMMON.count()];
    for (key, (word, entry)) in &by_key {
        builder.insert(key, entry.to_number()).unwrap();
        let mut chars = word.chars();
        if let Some(row) = rows.get_mut((chars.next().unwrap() as usize).wrapping_sub(*COMMON.start() as usize)) {
            match chars.next() {
                Some(second) => row.next |= Row::bit(second),
                None => row.entry = entry.to_number() as u32,
            }
        }
    }
    let transducer = builder.into_inner().unwrap();
    let words = Fst::new(&transducer[..]).unwrap();
    for (row, c) in rows.iter_mut().zip(COMMON) {
        if let Some((address, output)) = after(&words, (words.root().addr(), Output::zero()), c) {
            (row.address, row.output) = (address as u32, output.value() as u32);
        }
    }
    rows.into_iter().flat_map(Row::to_bytes).chain(transducer.iter().copied()).collect()
}

#[test]
fn the_dictionary_is_made_from_its_lists() {
    if std::env::var_os("EMIC_BLESS").is_some() {
        std::fs::write(path("../zh-words.fst"), file()).unwrap();
    }
    assert!(
        file() == std::fs::read(path("../zh-words.fst")).unwrap(),
        "a list of data/zh changed: `EMIC_BLESS=1 cargo test --lib dictionary` makes zh-words.fst anew"
    );
}
