//! What holds of matrices with many participants, which are turned.

use std::time::{Duration, Instant};

use super::super::*;
use super::drawn::Drawn;
use super::sample;

#[test]
fn names_of_groups_longer_than_the_drawing_stay_in_it() {
    for people in [3, 30] {
        let mut chart = sample::grid(&sample::english(), people, MatrixMarks::Presence);
        for column in &mut chart.columns {
            column.group = Some("Relations of the patient by marriage ".repeat(9));
        }
        for width in [Width::Wide, Width::Narrow] {
            Drawn::read(&matrix(&chart, width, &Ink::Page)).assert_clear("long groups");
        }
    }
}

#[test]
fn a_turned_matrix_names_every_theme_even_without_a_number() {
    let mut chart = sample::grid(&sample::english(), 30, MatrixMarks::Presence);
    chart.rows.iter_mut().for_each(|row| row.number.clear());
    let drawn = Drawn::read(&matrix(&chart, Width::Wide, &Ink::Page));
    drawn.assert_clear("no numbers");
    for label in sample::english() {
        assert!(drawn.texts.iter().any(|text| text.what == label), "{label}");
    }
    assert!(drawn.texts.iter().any(|text| text.class == "c-badge" && text.what == "6"));
}

#[test]
fn the_head_of_a_long_matrix_comes_back() {
    let chart = sample::grid(&sample::english(), 100, MatrixMarks::Presence);
    let drawn = Drawn::read(&matrix(&chart, Width::Wide, &Ink::Page));
    let heads = drawn.texts.iter().filter(|text| text.class == "c-badge" && text.what == "1.1");
    assert_eq!(heads.count(), 3);
}

#[test]
fn a_thousand_participants_by_fifty_themes_take_well_under_a_second() {
    let labels = vec!["What families hope for".to_owned(); 50];
    let mut chart = sample::grid(&labels, 1000, MatrixMarks::Presence);
    for row in &mut chart.rows {
        let cell = MatrixCell { n: 1, href: "themes/a.html#P0001".into(), name: "P0001, 1.1: 1 quote".into() };
        row.cells.fill(Some(cell));
    }
    let start = Instant::now();
    let svg = matrix(&chart, Width::Wide, &Ink::Page);
    let took = start.elapsed();
    assert_eq!(svg.matches("<a ").count(), 50_000);
    // Tens of milliseconds when optimised; a test build on a busy machine is given more.
    let limit = if cfg!(debug_assertions) { 10_000 } else { 500 };
    assert!(took < Duration::from_millis(limit), "{took:?}");
}
