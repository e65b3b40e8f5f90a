//! What holds of every rule, whatever it looks for; shown on the slips of all cases.

use std::collections::BTreeSet;

use emic::compile::check_folder;
use emic::lint::{self, Context, IdentifierCache};

use super::{cases, study};

#[test]
fn a_rule_reports_its_own_codes_and_names_what_each_is_about() {
    let mut reported = BTreeSet::new();
    for case in cases() {
        let folder = study(&case);
        let checked = check_folder(folder.path(), None).unwrap();
        let context = Context {
            study: &checked.study,
            analysis: &checked.analysis,
            files: &checked.sources.files,
            cache: &IdentifierCache::default(),
        };
        for rule in lint::RULES {
            for d in rule.check.map(|check| check(&context)).unwrap_or_default() {
                assert!(rule.codes.contains(&d.code), "{case}: `{}` is reported by a rule that does not declare it", d.code.name);
                assert!(d.subject.is_some(), "{case}: `{}` is about nothing: {}", d.code.name, d.message);
                reported.insert(d.code.name);
            }
        }
    }
    let declared = lint::RULES.iter().filter(|rule| rule.check.is_some()).flat_map(|rule| rule.codes).map(|code| code.name).collect();
    assert_eq!(reported, declared, "a rule declares what it reports in no case");
}

#[test]
fn every_name_is_given_to_one_code() {
    let names: Vec<&str> = lint::codes().iter().map(|code| code.name).collect();
    let once: BTreeSet<&str> = names.iter().copied().collect();
    assert_eq!(names.len(), once.len());
    let is_kebab = |name: &str| name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
    assert!(names.iter().all(|name| is_kebab(name)), "{names:?}");
}

/// Else the privacy report would not say that it was looked for. What the gate found it counts by itself.
#[test]
fn every_code_of_privacy_is_in_one_rule() {
    for code in lint::codes().into_iter().filter(|code| code.area == emic::diag::Area::Privacy) {
        let rules = lint::RULES.iter().filter(|rule| rule.codes.contains(&code)).count();
        assert_eq!(rules, 1, "`{}`", code.name);
    }
}

#[test]
fn the_codes_of_a_rule_are_of_one_area() {
    for rule in lint::RULES {
        assert!(rule.area().is_some(), "a rule without a code: {}", rule.checked);
        assert!(rule.codes.iter().all(|code| Some(code.area) == rule.area()), "{}", rule.checked);
    }
}
