//! A participant's fields that decide what may be published, and what is written where they were meant.
//!
//! Of a participant any other field may be written, and stays private. So a misspelt `withdrawn` would say nothing, and somebody
//! who withdrew would be published: whatever looks like one of these is refused.

use crate::diag::{Diagnostic, Span, code};

/// The field that a name was likely meant for, if it is not that field's own name.
pub fn near(name: &str) -> Option<&'static str> {
    let bare = bare(name);
    let off = |right: &str| strsim::damerau_levenshtein(&bare, right);
    if bare == "id" || bare == "ids" {
        return Some("id");
    }
    if bare.contains("withdr") || bare.len() > 5 && off("withdrawn") <= 3 {
        return Some("withdrawn");
    }
    if bare.contains("consent") || off("consent") <= 1 || bare.starts_with("cons") && off("consent") <= 2 {
        return Some("consent");
    }
    // Four letters are near to many words: `care`, `cause`, `race`.
    let rest = bare.strip_prefix("case");
    let case = rest.is_some_and(|rest| matches!(rest, "" | "s" | "e" | "id" | "no" | "nr" | "number" | "name" | "code" | "group"));
    (case || matches!(bare.as_str(), "csae" | "caes" | "acse" | "cas" | "cse" | "caase" | "casse")).then_some("case")
}

/// Whether a value says what only `withdrawn: yes` can say.
pub fn is_withdrawal(value: &str) -> bool {
    let first = value.split(|c: char| !c.is_alphanumeric()).find(|w| !w.is_empty()).unwrap_or_default().to_lowercase();
    matches!(first.as_str(), "withdrawn" | "withdrew" | "withdraw") || strsim::damerau_levenshtein(&bare(value), "withdrawn") <= 2
}

pub fn withdrawal(span: Span) -> Diagnostic {
    Diagnostic::at(&code::UNKNOWN_FIELD, span, "only `withdrawn` can say that somebody withdrew")
        .help("write `withdrawn: yes`, and nothing of them is published; written like this, all of it would be")
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_meant_for_a_field_is_known() {
        let withdrawn =
            ["Withdrawn", "withdraw", "withdrew", "withdrawal", "with_drawn", "widthdrawn", "wthdrawn", "date withdrawn", "“withdrawn”"];
        withdrawn.iter().for_each(|name| assert_eq!(near(name), Some("withdrawn"), "{name}"));
        for name in ["Consent", "consents", "Consent given", "concent", "consnet", "consented", "content"] {
            assert_eq!(near(name), Some("consent"), "{name}");
        }
        for name in ["Case", "cases", "case_id", "csae"] {
            assert_eq!(near(name), Some("case"), "{name}");
        }
        assert_eq!(near("ID"), Some("id"));
    }

    #[test]
    fn other_fields_stay_free() {
        for name in ["age", "care", "cause", "race", "caste", "context", "country", "relation", "widow", "within", "kids", "caseworker"] {
            assert_eq!(near(name), None, "{name}");
        }
    }

    #[test]
    fn a_value_that_withdraws_is_known() {
        assert!(["withdrawn", "Withdrawn", "withdrew in May", "wihdrawn", "withdrawn, see mail"].iter().all(|v| is_withdrawal(v)));
        assert!(!["widow", "opioid withdrawal", "drawn", "within reach"].iter().any(|v| is_withdrawal(v)));
    }
}
