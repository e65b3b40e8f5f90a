//! docs/diagnostics.md is made of the codes as they are declared.
//!
//! `EMIC_BLESS=1 cargo test --test diagnostics docs` writes it anew.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use emic::diag::{Area, Code, Severity};
use emic::lint;

const OPENING: &str = "\
# Diagnostics

Every code that emic reports, by what it is about. An error refuses publication; a warning does so with `--strict`. A code never
changes its meaning.

<!-- Made of the sources: `EMIC_BLESS=1 cargo test --test diagnostics docs` writes this page anew. -->
";

fn page() -> String {
    let codes = lint::codes();
    let mut out = OPENING.to_owned();
    for area in Area::ALL {
        let own: Vec<&Code> = codes.iter().copied().filter(|code| code.area == area).collect();
        let _ = write!(out, "\n## {}\n\n| code | severity | meaning |\n|---|---|---|\n", area.title());
        for code in &own {
            let severity = match code.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
            };
            let _ = writeln!(out, "| `{}` | {severity} | {} |", code.name, code.title.replace('|', "\\|"));
        }
        for code in own.iter().filter(|code| !code.explanation.is_empty()) {
            let _ = write!(out, "\n### `{}`\n\n", code.name);
            code.explanation.lines().for_each(|line| {
                let _ = writeln!(out, "{}", line.strip_prefix(' ').unwrap_or(line));
            });
        }
    }
    out
}

#[test]
fn the_page_in_docs_is_what_the_codes_say_of_themselves() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/diagnostics.md");
    let made = page();
    if std::env::var_os("EMIC_BLESS").is_some() {
        fs::write(&path, &made).unwrap();
    }
    let written = fs::read_to_string(&path).unwrap();
    assert!(written == made, "docs/diagnostics.md is not what the codes say; EMIC_BLESS=1 writes it anew");
}

#[test]
fn every_code_of_a_rule_says_what_it_checks_why_and_an_example() {
    for code in lint::RULES.iter().filter(|rule| rule.check.is_some()).flat_map(|rule| rule.codes) {
        for part in ["**Checks** ", "**Why:** ", "**Example:** "] {
            assert!(code.explanation.contains(part), "`{}` has no {part}", code.name);
        }
    }
}
