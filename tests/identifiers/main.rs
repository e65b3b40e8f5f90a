//! How much of what may identify somebody the rules find, and how much else they take for it.
//!
//! Each folder is a language with up to three parts of a corpus: `tune.jsonl` and `second.jsonl`, which rules may be tuned on, and `held.jsonl`, which
//! they may not. A line is a sentence with what was planted in it and what only looks like it, by Unicode scalar values. An
//! identifier is caught when findings, of whatever kind, cover half of its characters: a gate has to stop it, not to name it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

mod corpus;

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use corpus::{Measure, Sentence};

/// What must not be undercut: language, half, kind, recall, precision. Kinds that were not planted have no recall.
///
/// They are a little under what is measured: a rule that moves one sentence passes, one that loses a kind does not.
const FLOORS: &[(&str, &str, &str, f64, f64)] = &include!("floors.rs");

/// How many of the hard negatives may be hit, in each half that `OVER` does not name.
const NEGATIVES: f64 = 0.03;

/// Halves that were measured over `NEGATIVES` when they were opened: what they may not pass until rules become better.
const OVER: &[(&str, &str, f64)] = &[("zh", "held", 0.034)];

fn most_negatives(language: &str, half: &str) -> f64 {
    OVER.iter().find(|over| over.0 == language && over.1 == half).map_or(NEGATIVES, |over| over.2)
}

/// The halves of all corpora, by language.
fn halves() -> BTreeMap<(String, String), Vec<Sentence>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/identifiers");
    let mut halves = BTreeMap::new();
    for language in std::fs::read_dir(folder).unwrap().flatten().filter(|entry| entry.path().is_dir()) {
        for half in ["tune", "second", "held"] {
            if let Ok(text) = std::fs::read_to_string(language.path().join(half).with_extension("jsonl")) {
                let name = language.file_name().to_string_lossy().into_owned();
                halves.insert((name, half.to_owned()), text.lines().map(corpus::read).collect());
            }
        }
    }
    halves
}

#[test]
fn each_kind_keeps_its_floor_in_each_language() {
    let mut failed = String::new();
    let mut report = String::new();
    let halves = halves();
    assert!(!halves.is_empty());
    for ((language, half), sentences) in &halves {
        let measure = Measure::new(sentences);
        write!(report, "\n{language} {half}: {measure}").unwrap();
        if measure.negatives_hit() > most_negatives(language, half) {
            writeln!(failed, "{language} {half}: {:.3} of the negatives are hit", measure.negatives_hit()).unwrap();
        }
        for (_, _, kind, recall, precision) in FLOORS.iter().filter(|floor| floor.0 == language && floor.1 == half) {
            let (found, right) = measure.of(kind);
            if found < *recall || right < *precision {
                writeln!(failed, "{language} {half} {kind}: {found:.3} and {right:.3}, floor {recall} and {precision}").unwrap();
            }
        }
    }
    std::io::Write::write_all(&mut std::io::stdout(), report.as_bytes()).unwrap();
    assert!(failed.is_empty(), "{report}\n{failed}");
}

#[test]
fn what_is_planted_is_where_a_sentence_says() {
    for ((language, half), sentences) in halves() {
        for sentence in sentences {
            assert!(sentence.is_consistent(), "{language} {half} {}", sentence.id);
        }
    }
}

#[test]
fn a_rule_that_finds_nothing_or_everything_is_under_the_floor() {
    let sentence = corpus::read(
        r#"{"id":"x","text":"on 07700 900552 then","planted":[{"start":3,"end":15,"type":"PHONE","text":"07700 900552"}],"hard_negatives":[]}"#,
    );
    let nothing = Measure::with(std::slice::from_ref(&sentence), |_| Vec::new());
    assert_eq!(nothing.of("PHONE").0, 0.0);
    let everything = Measure::with(std::slice::from_ref(&sentence), |_| vec![(0..2, "PHONE"), (3..15, "PHONE")]);
    assert_eq!(everything.of("PHONE"), (1.0, 0.5));
}
