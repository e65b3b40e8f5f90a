//! What is told of a group in totals cannot be turned against one of it: random studies are built, and an attacker reads every
//! file of the finished site.
//!
//! The attacker shares no code with emic. From the totals they work out by trying what each number that is not told could be.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "support/random.rs"]
mod random;

use std::fs;
use std::path::Path;

use random::Random;
use walkdir::WalkDir;

/// Words that stand nowhere but where a value is published.
const GROUPED: [&str; 6] = ["zunquim", "quorvex", "blyzant", "trefwick", "ploquar", "vextoom"];
const KEPT: [&str; 3] = ["wyzzenka", "hoxbrill", "jaqquun"];

fn study(root: &Path, random: &mut Random) -> usize {
    let k = if random.below(2) == 0 { 3 } else { 5 };
    let people = 4 + random.below(22);
    let spread = 1 + random.below(GROUPED.len());
    let put = |path: &str, text: &str| {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    let values: Vec<String> = GROUPED.iter().map(|value| format!("{value}: [{value}, {value}]")).collect();
    put(
        "study.yaml",
        &format!(
            "title: Rest at night\nlanguage: en\nillustrative: true\nmethod: codebook-ta\nquotes_are: all-coded\ncounts: participants\n\
             attributes:\n  ward: {{ label: Ward, values: {{ {} }}, publish: group }}\n  kept: {{ label: Kept, publish: no }}\n\
             consent: {{ default: dataset, statement: \"Consent form, section 4\" }}\nprivacy: {{ health: false, k: {k}, linking: pages }}\n\
             data: [codebook, themes, quotes, participants]\n",
            values.join(", ")
        ),
    );
    put("themes/1-rest.yaml", "id: sleep\nname: Sleep\ndefinition: How the nights were.\n");
    put("content/1-rest.md", "# Rest\n\nSleep was told of.\n\n[[sleep]]\n");
    let mut participants = String::new();
    for n in 1..=people {
        let value = match random.below(12) {
            // Not recorded.
            0 => String::new(),
            _ => format!(", ward: {}", GROUPED[random.below(spread).min(random.below(spread))]),
        };
        participants += &format!("- {{ id: P{n:02}{value}, kept: {} }}\n", KEPT[random.below(3)]);
        put(
            &format!("quotes/P{n:02}.yaml"),
            &format!("participant: P{n:02}\nquotes:\n  - id: P{n:02}-1\n    themes: [sleep]\n    text: I lay awake for hours.\n"),
        );
    }
    put("quotes/participants.yaml", &participants);
    k
}

/// A group's name, and its number where that is told.
type Group = (String, Option<usize>);

/// The number of people, and each group with its number, where that is told.
fn totals(page: &str) -> Option<(usize, Vec<Group>)> {
    let table = page.split("Who took part, in totals").nth(1)?.split("</table>").next()?;
    let people = table.split("Participants, of ").nth(1)?.split('<').next()?.parse().unwrap();
    let rows = table.split("<th class=\"i\" scope=\"row\">").skip(1).map(|row| {
        let (name, rest) = row.split_once('<').unwrap();
        let number = rest.split("<td class=\"n\">").nth(1).unwrap().split("</td>").next().unwrap();
        (name.to_owned(), number.parse().ok())
    });
    Some((people, rows.collect()))
}

/// Every way to share out `rest` among as many groups, none of them empty.
fn shares(rest: usize, groups: usize) -> Vec<Vec<usize>> {
    match groups {
        0 => {
            if rest == 0 {
                vec![vec![]]
            } else {
                vec![]
            }
        }
        _ => (1..=rest)
            .flat_map(|first| {
                shares(rest - first, groups - 1).into_iter().map(move |mut others| {
                    others.insert(0, first);
                    others
                })
            })
            .collect(),
    }
}

#[test]
fn no_number_that_is_not_told_follows_from_the_finished_site() {
    let mut random = Random(0x5eed_ce11);
    let (mut told, mut hidden) = (0, 0);
    for round in 0..60 {
        let folder = tempfile::tempdir().unwrap();
        let k = study(folder.path(), &mut random);
        let output = folder.path().join("output");
        let run = emic::cli::capture(["build", folder.path().to_str().unwrap(), "-o", output.to_str().unwrap()]);
        assert!(run.is_done(), "round {round}: {}", run.stderr);
        for entry in WalkDir::new(&output).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file()) {
            let text = String::from_utf8_lossy(&fs::read(entry.path()).unwrap()).to_lowercase();
            let name = entry.path().strip_prefix(&output).unwrap().display().to_string();
            assert!(KEPT.iter().all(|value| !text.contains(value)), "round {round}: {name} tells what is never published");
            // In the one table, and beside nobody.
            let elsewhere = text
                .split("who took part, in totals")
                .enumerate()
                .map(|(n, part)| if n == 0 { part } else { part.split_once("</table>").map_or("", |(_, rest)| rest) });
            for part in elsewhere {
                assert!(GROUPED.iter().all(|value| !part.contains(value)), "round {round}: {name} tells a group outside the totals");
            }
        }
        let page = fs::read_to_string(output.join("participants/index.html")).unwrap();
        let Some((people, groups)) = totals(&page) else { continue };
        let known: usize = groups.iter().filter_map(|(_, number)| *number).sum();
        let unknown: Vec<&str> = groups.iter().filter(|(_, number)| number.is_none()).map(|(name, _)| &**name).collect();
        assert!(groups.iter().filter_map(|(_, number)| *number).all(|number| number >= k), "round {round}: {groups:?}");
        told += groups.len() - unknown.len();
        hidden += unknown.len();
        let ways = shares(people - known, unknown.len());
        for (at, name) in unknown.iter().enumerate() {
            let mut possible: Vec<usize> = ways.iter().map(|way| way[at]).collect();
            possible.sort_unstable();
            possible.dedup();
            assert!(possible.len() > 1, "round {round}: {name} can only be {possible:?}, of {people}: {groups:?}");
        }
    }
    assert!(told > 40 && hidden > 20, "the studies try nothing: {told} told, {hidden} not");
}
