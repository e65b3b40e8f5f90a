//! Proposals reach what they say.

use super::super::bands::Span;
use super::super::{Table, below_k, single_steps, suggest};
use super::random::{TABLES, literal, nth};

fn left_below(table: &Table, k: u32) -> usize {
    below_k(table, &(0..table.attributes.len()).collect::<Vec<_>>(), k).len()
}

fn words(table: &Table, k: u32) -> Vec<String> {
    suggest(table, k).iter().map(ToString::to_string).collect()
}

#[test]
fn suggestions_reach_k_and_each_step_says_what_it_reaches() {
    for seed in 0..TABLES {
        let table = nth(seed);
        for k in [3, 5] {
            let below = left_below(&table, k);
            let proposals = suggest(&table, k);
            assert_eq!(proposals.is_empty(), below == 0, "seed {seed}, k {k}");
            assert!(proposals.is_sorted_by_key(|proposal| proposal.reached.lost), "seed {seed}, k {k}");
            for proposal in proposals.iter().chain(&single_steps(&table, k)) {
                assert_eq!(left_below(&proposal.apply(&table), k), proposal.reached.below, "seed {seed}, k {k}: {proposal}");
                assert_eq!(proposal.steps.last().map(|(_, reached)| *reached), Some(proposal.reached));
            }
            assert!(proposals.iter().all(|proposal| proposal.reached.below == 0), "seed {seed}, k {k}");
        }
    }
}

#[test]
fn neighbouring_age_bands_are_put_together() {
    let ages = ["40-49", "50-59", "60-69", "70-79"];
    let rows: Vec<[&str; 1]> = (0..8).map(|person| [ages[person / 2]]).collect();
    assert_eq!(words(&literal(&["age"], &rows), 3)[0], "band age into 40–59 and 60–79");
}

#[test]
fn single_ages_become_round_bands() {
    let ages: Vec<String> = (0..40).map(|person| (31 + person).to_string()).collect();
    let rows: Vec<Vec<&str>> = ages.iter().map(|age| vec![age.as_str()]).collect();
    let first = words(&literal(&["age"], &rows), 5).remove(0);
    assert!(first.starts_with("band age into ") && first.contains("–"), "{first}");
}

#[test]
fn two_small_values_are_joined_and_more_become_other() {
    let rows = [vec![["wife"]; 6], vec![["son"], ["son"], ["nephew"]]].concat();
    assert_eq!(words(&literal(&["relation"], &rows), 3)[0], "merge “nephew” and “son” of relation into “nephew or son”");
    let rows = [rows, vec![["aunt"]]].concat();
    assert_eq!(words(&literal(&["relation"], &rows), 4)[0], "merge “aunt”, “nephew” and “son” of relation into “other”");
}

#[test]
fn an_attribute_of_which_nothing_can_be_kept_goes_to_groups() {
    let rows = [["A", "x"], ["A", "x"], ["A", "x"], ["A", "y"]];
    assert_eq!(words(&literal(&["site", "relation"], &rows), 3)[0], "publish: group for relation");
}

#[test]
fn fewer_people_than_k_leave_nothing_to_publish_beside_a_person() {
    let table = literal(&["age", "role"], &[&["40", "son"], &["40", "son"]]);
    assert_eq!(words(&table, 3), ["publish: group for age; publish: group for role"]);
}

#[test]
fn a_missing_value_is_named_in_a_proposal() {
    let rows = [vec![["wife"]; 6], vec![["son"], ["son"], ["-"]]].concat();
    assert_eq!(words(&literal(&["relation"], &rows), 3)[0], "merge not stated and “son” of relation into “other”");
}

#[test]
fn ranges_are_read_in_many_ways() {
    let span = |low, high| Some(Span { low, high });
    for (text, expected) in [
        ("47", span(Some(47), Some(47))),
        ("40-49", span(Some(40), Some(49))),
        ("40 – 49 years", span(Some(40), Some(49))),
        ("40 to 49", span(Some(40), Some(49))),
        ("40至49岁", span(Some(40), Some(49))),
        ("80+", span(Some(80), None)),
        ("80 and over", span(Some(80), None)),
        ("80岁以上", span(Some(80), None)),
        ("over 79", span(Some(80), None)),
        ("under 30", span(None, Some(29))),
        ("<30", span(None, Some(29))),
        ("49-40", None),
        ("stage 2", None),
        ("1.5", None),
        ("ward 3-4", None),
        ("carer", None),
        ("", None),
    ] {
        assert_eq!(Span::read(text), expected, "{text}");
    }
}
