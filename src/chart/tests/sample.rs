//! Studies to draw.

use super::super::*;

/// A caption and a source.
pub fn alone() -> Ink {
    Ink::Standalone { caption: "Participants, of 20. Code-book order.".into(), source: "Pumps. CC BY 4.0.".into() }
}

pub fn english() -> Vec<String> {
    [
        "Core objectives of pain management",
        "Improve patients’ quality of life",
        "Physical and mental liberation for caregivers",
        "Preoperative motivations and perceptions",
        "Source of motivation",
        "Cognitive preparation for caregivers",
    ]
    .map(str::to_owned)
    .to_vec()
}

/// Names in English, in Chinese, of sixty characters with and without spaces, and of six hundred.
pub fn languages() -> Vec<(&'static str, Vec<String>)> {
    let chinese = "照护者的身心解放：从夜间看护、反复求医与长期焦虑之中得到的（部分）解脱，以及重新拥有";
    let long = "What families hope that it will give back to them, and when.";
    assert_eq!(long.chars().count(), 60);
    vec![
        ("English", english()),
        ("Chinese", vec![chinese.to_owned(); 6]),
        ("sixty", vec![long.to_owned(); 6]),
        ("one word", vec!["W".repeat(60); 6]),
        ("six hundred", vec![long.repeat(10); 6]),
    ]
}

/// The number of the `i`th theme: every third is a main theme, the others are its subthemes.
pub fn number(i: usize) -> (String, u8, u8) {
    let (main, sub) = (i / 3 + 1, i % 3);
    let ink = u8::try_from(main % 200).unwrap_or(1);
    match sub {
        0 => (main.to_string(), 0, ink),
        _ => (format!("{main}.{sub}"), 1, ink),
    }
}

/// A bar for each name; counts go round from `most` down to 0.
pub fn bars(labels: &[String], most: u32) -> Prevalence {
    let bar = |(i, label): (usize, &String)| {
        let (number, depth, ink) = number(i);
        let n = most - u32::try_from(i).unwrap_or(0) % most.saturating_add(1);
        let href = format!("themes/{number}.html");
        let name = format!("{number} {label}: {n} of {most} participants");
        Bar { label: label.clone(), number, depth, ink, n, href, name }
    };
    Prevalence {
        id: "figure 1".into(),
        title: "Who spoke of it".into(),
        description: "Longest: 1, 20 of 20 participants.".into(),
        unit: format!("participants, of {most}"),
        max: most,
        bars: labels.iter().enumerate().map(bar).collect(),
    }
}

/// A matrix of names by people in four groups; about half of it is filled, main themes not at all.
pub fn grid(labels: &[String], people: usize, marks: MatrixMarks) -> Matrix {
    let groups = ["Adult children", "Spouses", "Brothers and sisters", "Friend"];
    let column = |i: usize| MatrixColumn { label: format!("{:02}", i + 1), group: Some(groups[i * groups.len() / people].to_owned()) };
    let row = |(i, label): (usize, &String)| {
        let (number, depth, ink) = number(i);
        let cell = |person: usize| {
            let n = u32::try_from((i * 7 + person * 5) % 9 % 6).unwrap_or(0);
            let href = format!("themes/{number}.html#P{person}");
            let name = format!("P{person}, {number} {label}: {n} quotes");
            (depth > 0 && n > 0).then_some(MatrixCell { n, href, name })
        };
        let cells = (0..people).map(cell).collect();
        MatrixRow { label: label.clone(), number: number.clone(), depth, ink, cells }
    };
    Matrix {
        id: "m1".into(),
        title: "Who spoke of what".into(),
        description: "20 participants, 4 subthemes.".into(),
        columns: (0..people).map(column).collect(),
        rows: labels.iter().enumerate().map(row).collect(),
        marks,
    }
}
