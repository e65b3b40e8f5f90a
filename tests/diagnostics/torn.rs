//! Files with one slip of the hand in them, every one that a key can make.

use std::path::Path;
use std::sync::Arc;

use emic::diag::{Diagnostic, Files, Place};
use emic::parse::{Format, Parsed, Part, parse};

use crate::here;

/// What fingers, word processors and other keyboards put in.
const SIGNS: &[&str] = &[
    "", " ", "  ", "\n", "\t", ":", ": ", "：", "\u{a0}", "-", "- ", ",", "{", "}", "[", "]", "\"", "'", "“", "#", " #", "&", "*", "!",
    "|", ">", "%", "@", "`", "\\", "?", "x", "é", "他", "\r", "\u{feff}", "\u{200b}", "---\n", "...\n", "<", "<!--", "[[", "![[", "[^1]",
    "](", "$", "~",
];

/// Texts that differ from `text` in one place of `at` (in each, or in every so many): a sign more, a sign less, one for another.
fn torn(text: &str, at: std::ops::Range<usize>, step: usize) -> Vec<String> {
    let mut out = Vec::new();
    for (start, c) in text.char_indices().filter(|(i, _)| at.contains(i)).step_by(step) {
        for sign in SIGNS {
            out.push(format!("{}{sign}{}", &text[..start], &text[start..]));
            out.push(format!("{}{sign}{}", &text[..start], &text[start + c.len_utf8()..]));
        }
        out.push(text[..start].to_owned());
    }
    out
}

fn read(format: Format, text: &str) -> (Files, Arc<Parsed>) {
    let mut files = Files::default();
    let file = files.add("x", Arc::from(text));
    let parsed = parse(format, file, text);
    (files, parsed)
}

#[test]
fn no_slip_publishes_who_withdrew() {
    let mut published = Vec::new();
    for line in ["- { id: P04, relation: spouse, withdrawn: yes }\n", "- id: P04\n  relation: spouse\n  withdrawn: yes\n"] {
        let text = format!("- {{ id: P01, relation: child }}\n{line}- {{ id: P05, relation: child }}\n");
        let (from, to) = (text.find("P04").unwrap() + 3, text.find("yes").unwrap() + 9);
        for torn in torn(&text, from..to, 1) {
            // Of what was cut off whole nothing is left to see.
            if torn.len() <= text.find("withdrawn").unwrap() && text.starts_with(&torn) {
                continue;
            }
            // A line that was made a comment was meant to be one.
            let comment = torn
                .lines()
                .any(|l| l.split_once('#').is_some_and(|(before, after)| before.trim().is_empty() && after.contains("ithdrawn")));
            let (_, parsed) = read(Format::Participants, &torn);
            if comment || parsed.diagnostics.iter().any(Diagnostic::is_error) {
                continue;
            }
            let people = match &parsed.part {
                Some(Part::Participants(people)) => people.as_slice(),
                _ => &[],
            };
            if !people.iter().map(|p| p.withdrawn).take(2).eq([false, true]) {
                published.push(torn);
            }
        }
    }
    assert!(published.is_empty(), "P04 would be published by {}\n{}", published.len(), published.join("\n"));
}

#[test]
fn every_slip_is_survived() {
    let good: &[(&str, Format)] = &[
        ("study.yaml", Format::Study),
        ("themes/1-rest.yaml", Format::Themes),
        ("quotes/participants.yaml", Format::Participants),
        ("quotes/sources.yaml", Format::Sources),
        ("quotes/FG1.yaml", Format::Quotes),
        ("quotes/P01.yaml", Format::Quotes),
    ];
    let files = good.iter().map(|(name, format)| (std::fs::read_to_string(here("good").join(Path::new(name))).unwrap(), *format));
    let page =
        "---\ntitle: Rest\n---\n# Rest\n\n> - I slept through. (P01-01)\n\n![[P01-01]] [^1] [@a]\n\n<div>\n![[x]]\n</div>\n\n[^1]: Note.\n";
    let coding = "participant,theme,passages\nP01,sleep,2\n,,\n";
    let written = [(page.to_owned(), Format::Page), (coding.to_owned(), Format::Coding), (coding.to_owned(), Format::ParticipantsCsv)];
    for (text, format) in files.chain(written) {
        for (n, torn) in torn(&text, 0..text.len(), 7).iter().enumerate() {
            let (files, parsed) = read(format, torn);
            for d in &parsed.diagnostics {
                if let Place::Span(span) = d.place {
                    assert!(span.start <= span.end && span.end as usize <= torn.len() + 3, "{d:?} of\n{torn}");
                }
                // To show it takes longer than to find it.
                if n % 50 == 0 {
                    emic::diag::text::render(d, &files, false);
                }
            }
        }
    }
}
