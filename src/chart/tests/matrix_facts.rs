//! What holds of matrices.

use super::super::*;
use super::drawn::{Area, Drawn};
use super::sample;

const WIDTHS: [Width; 2] = [Width::Wide, Width::Narrow];

fn symbols() -> MatrixMarks {
    MatrixMarks::Symbols { unit: "quotes".into() }
}

/// Whether participants stand side by side: `01` and `02` on one line.
fn side_by_side(drawn: &Drawn) -> bool {
    let at = |id: &str| drawn.texts.iter().find(|text| text.what == id).map(Area::centre);
    at("01").zip(at("02")).is_some_and(|(one, two)| one.1 == two.1)
}

#[test]
fn each_filled_cell_is_one_link_with_a_name_and_an_absent_one_is_nothing() {
    for people in [1, 20, 200] {
        let chart = sample::grid(&sample::english(), people, MatrixMarks::Presence);
        let mut expected: Vec<_> =
            chart.rows.iter().flat_map(|row| &row.cells).flatten().map(|cell| (cell.href.clone(), cell.name.clone())).collect();
        expected.sort();
        for width in WIDTHS {
            let mut drawn = Drawn::read(&matrix(&chart, width, &Ink::Page));
            drawn.links.sort();
            assert_eq!(drawn.links, expected);
            assert_eq!(drawn.marks.len(), expected.len());
        }
    }
}

#[test]
fn zero_everywhere_draws_names_and_lines_but_no_mark() {
    let mut chart = sample::grid(&sample::english(), 20, symbols());
    let cells = chart.rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.flatten().for_each(|cell| (cell.n, cell.name) = (0, String::new()));
    for width in WIDTHS {
        let drawn = Drawn::read(&matrix(&chart, width, &Ink::Page));
        assert!(drawn.marks.is_empty() && drawn.links.is_empty());
        assert!(drawn.texts.iter().any(|text| text.what == "20"));
    }
}

#[test]
fn what_is_coded_and_not_shown_is_an_open_square_with_a_name() {
    let mut chart = sample::grid(&sample::english(), 20, MatrixMarks::Presence);
    let cells = chart.rows.iter_mut().flat_map(|row| &mut row.cells);
    cells.flatten().for_each(|cell| (cell.n, cell.href) = (0, String::new()));
    let svg = matrix(&chart, Width::Wide, &Ink::Page);
    let drawn = Drawn::read(&svg);
    assert!(!drawn.marks.is_empty() && drawn.links.is_empty());
    assert!(svg.contains("c-paper"));
}

#[test]
fn up_to_24_participants_stand_side_by_side_and_more_below_each_other() {
    let draw = |people, width| {
        let chart = sample::grid(&sample::english(), people, MatrixMarks::Presence);
        Drawn::read(&matrix(&chart, width, &Ink::Page))
    };
    assert!(side_by_side(&draw(24, Width::Wide)));
    assert!(!side_by_side(&draw(25, Width::Wide)));
    assert!(side_by_side(&draw(14, Width::Narrow)));
    assert!(!side_by_side(&draw(15, Width::Narrow)));
}

#[test]
fn ids_longer_than_a_cell_are_set_smaller_then_staggered_then_turned() {
    let draw = |prefix: &str| {
        let mut chart = sample::grid(&sample::english(), 24, MatrixMarks::Presence);
        for column in &mut chart.columns {
            column.label = format!("{prefix}{}", column.label);
        }
        let svg = matrix(&chart, Width::Wide, &Ink::Page);
        assert!(!svg.contains("rotate"));
        let drawn = Drawn::read(&svg);
        drawn.assert_clear(prefix);
        let at = |id: &str| {
            let id = format!("{prefix}{id}");
            drawn.texts.iter().find(|text| text.what == id).unwrap().clone()
        };
        (at("01"), at("02"))
    };
    let (one, two) = draw("");
    assert!(one.class.is_empty() && one.top == two.top);
    let (one, two) = draw("F");
    assert!(one.class == "c-small" && one.top == two.top);
    let (one, two) = draw("Fam-");
    assert!(one.class == "c-small" && (one.top - two.top).abs() >= 11.0, "staggered");
    let (one, two) = draw("Participant-");
    assert!(one.class.is_empty() && one.left == two.left, "below each other");
}

#[test]
fn a_circle_grows_with_its_number_and_a_square_does_not() {
    let mut chart = sample::grid(&sample::english(), 5, symbols());
    chart.rows.truncate(1);
    let cell = |n| Some(MatrixCell { n, href: "x".into(), name: "x".into() });
    chart.rows[0].cells = [1, 2, 3, 4, 90].map(cell).to_vec();
    let sizes = |chart: &Matrix| -> Vec<f64> {
        let drawn = Drawn::read(&matrix(chart, Width::Wide, &Ink::Page));
        drawn.marks.iter().map(|mark| mark.right - mark.left).collect()
    };
    assert_eq!(sizes(&chart), [8.0, 13.0, 17.0, 21.0, 21.0]);
    chart.marks = MatrixMarks::Presence;
    assert_eq!(sizes(&chart), [12.0; 5]);
}

#[test]
fn marks_stand_in_their_row_and_column() {
    let chart = sample::grid(&sample::english(), 20, MatrixMarks::Presence);
    let svg = matrix(&chart, Width::Wide, &Ink::Page);
    let drawn = Drawn::read(&svg);
    let x = |id: &str| drawn.texts.iter().find(|text| text.what == id).unwrap().centre().0;
    let y = |id: &str| drawn.texts.iter().find(|text| text.what == id).unwrap().centre().1;
    for (mark, (_, name)) in drawn.marks.iter().zip(&drawn.links) {
        let (person, rest) = name[1..].split_once(", ").unwrap();
        let column = format!("{:02}", person.parse::<usize>().unwrap() + 1);
        let number = rest.split(' ').next().unwrap();
        assert!((mark.centre().0 - x(&column)).abs() < 0.2, "{name}");
        assert!((mark.centre().1 - y(number)).abs() < 3.0, "{name}");
    }
}

#[test]
fn targets_are_24_apart() {
    for people in [14, 24, 60] {
        let chart = sample::grid(&sample::english(), people, symbols());
        for width in WIDTHS {
            let drawn = Drawn::read(&matrix(&chart, width, &Ink::Page));
            let centres: Vec<_> = drawn.marks.iter().map(Area::centre).collect();
            for (i, one) in centres.iter().enumerate() {
                for two in centres.iter().skip(i + 1) {
                    let apart = (one.0 - two.0).hypot(one.1 - two.1);
                    assert!(apart >= 23.9, "{apart} apart, {people} people");
                }
            }
            let hits = drawn.rects.iter().filter(|area| area.class == "c-hit");
            assert_eq!(hits.filter(|hit| hit.right - hit.left >= 22.0).count(), centres.len());
        }
    }
}

#[test]
fn one_and_sixty_themes_by_one_twenty_and_two_hundred_participants_are_drawn() {
    for themes in [1, 60] {
        for people in [1, 20, 200] {
            let labels = vec!["What families hope for".to_owned(); themes];
            let chart = sample::grid(&labels, people, symbols());
            for width in WIDTHS {
                let drawn = Drawn::read(&matrix(&chart, width, &Ink::Page));
                drawn.assert_clear(&format!("{themes} × {people}"));
            }
        }
    }
}

#[test]
fn every_group_of_one_has_its_name_over_it() {
    for people in 2..=24 {
        let mut chart = sample::grid(&sample::english(), people, MatrixMarks::Presence);
        for (i, column) in chart.columns.iter_mut().enumerate() {
            column.group = Some(format!("Relation number {i}"));
        }
        for width in WIDTHS {
            let drawn = Drawn::read(&matrix(&chart, width, &Ink::Page));
            drawn.assert_clear(&format!("{people} groups"));
            let named = drawn.texts.iter().filter(|text| text.what.starts_with("Relation")).count();
            assert!(named >= people, "{named} of {people}");
        }
    }
}

#[test]
fn rows_with_too_few_or_too_many_cells_are_drawn() {
    for people in [3, 40] {
        let mut chart = sample::grid(&sample::english(), people, MatrixMarks::Presence);
        chart.rows[1].cells.truncate(1);
        let cell = MatrixCell { n: 1, href: "x".into(), name: "x".into() };
        chart.rows[2].cells = vec![Some(cell); people + 7];
        for width in WIDTHS {
            Drawn::read(&matrix(&chart, width, &Ink::Page)).assert_clear("ragged");
        }
    }
}
