//! How much of what is shown is one participant's, and from which size of a study on it is told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/problems.rs"]
mod problems;

use problems::problems;

/// What is said of a study by how many quotes each participant has.
fn said(quotes: &[usize]) -> Vec<String> {
    let people: String = (1..=quotes.len()).map(|n| format!("- {{ id: P{n} }}\n")).collect();
    let written = |(n, many): (usize, &usize)| {
        let list: String = (1..=*many).map(|q| format!("- {{ id: P{n}-{q}, themes: [rest], text: Yes. }}\n")).collect();
        (format!("quotes/P{n}.yaml"), format!("participant: P{n}\nquotes:\n{list}"))
    };
    let files: Vec<(String, String)> = quotes.iter().enumerate().map(|(at, many)| written((at + 1, many))).collect();
    let mut files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    files.extend([
        ("study.yaml", "title: Rest\nillustrative: yes"),
        ("themes/1.yaml", "{ id: rest, name: Rest }"),
        ("quotes/participants.yaml", &people),
    ]);
    problems(&files).into_iter().map(|t| format!("{} at {}: {}", t.code, t.at, t.words.split(';').next().unwrap())).collect()
}

#[test]
fn a_voice_that_carries_more_than_its_share_is_told() {
    assert_eq!(said(&[4, 3, 3, 3, 3, 3, 3, 3]), ["one-voice at P1-1: `P1` speaks in 4 of the 25 quotes shown, 16 % of them"]);
    assert_eq!(said(&[6, 6, 3, 2, 2, 2, 2, 2]).len(), 2);
}

#[test]
fn a_share_of_little_or_of_few_is_not_told() {
    // Exactly 15 %; seven participants; nineteen quotes.
    for quotes in [&[3, 3, 3, 3, 2, 2, 2, 2][..], &[9, 3, 3, 3, 3, 3, 3], &[5, 2, 2, 2, 2, 2, 2, 2]] {
        assert_eq!(said(quotes), [""; 0], "{quotes:?}");
    }
}
