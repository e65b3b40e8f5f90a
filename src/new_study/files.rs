//! The files of a new study, and what stands in them.

use super::answers::Answers;
use super::yaml::{quoted, quoted_if_needed};
use crate::model::settings::{AboutField, Counts, Method};
use crate::schema::{Which, asks};

/// Where an editor finds the schemas. emic reads no folder that begins with a dot.
const SCHEMAS: [&str; 5] = [".emic/study.json", ".emic/themes.json", ".emic/participants.json", ".emic/sources.json", ".emic/quotes.json"];

/// Where a method argues by numbers, the finding shows one.
const COUNT: &str = "\n![[count:being-watched]]\n";

/// Every file of the study, by its path in it.
pub fn files(answers: &Answers) -> Vec<(&'static str, String)> {
    let counts = answers.method.counts();
    let about: Vec<String> = AboutField::ALL.iter().map(|f| format!("  # {}\n  {}:", asks(*f), f.word())).collect();
    let study = [
        ("title", quoted(&answers.title)),
        ("language", quoted_if_needed(&answers.language)),
        ("methods", Method::WORDS.join(", ")),
        ("method", answers.method.word().to_owned()),
        ("counts", counts.word().to_owned()),
        ("health", if answers.health { "yes" } else { "no" }.to_owned()),
        ("k", if answers.health { "5" } else { "3" }.to_owned()),
        ("about", about.join("\n")),
    ];
    let finding = [("count", if counts == Counts::Off { "" } else { COUNT }.to_owned())];
    let readme = [("title", escaped(&answers.title))];
    let mut files = vec![
        ("study.yaml", filled(include_str!("study.yaml"), &study)),
        ("themes/1-first-theme.yaml", include_str!("theme.yaml").to_owned()),
        ("quotes/participants.yaml", include_str!("participants.yaml").to_owned()),
        ("quotes/sources.yaml", include_str!("sources.yaml").to_owned()),
        ("quotes/P01.yaml", include_str!("P01.yaml").to_owned()),
        ("quotes/P02.yaml", include_str!("P02.yaml").to_owned()),
        ("content/1-first-finding.md", filled(include_str!("finding.md"), &finding)),
        ("content/methods.md", include_str!("methods.md").to_owned()),
        ("private/names.txt", include_str!("names.txt").to_owned()),
        (".gitignore", include_str!("gitignore").to_owned()),
        (".vscode/settings.json", include_str!("settings.json").to_owned()),
        (".vscode/extensions.json", include_str!("extensions.json").to_owned()),
        ("README.md", filled(include_str!("README.md"), &readme)),
    ];
    files.extend(SCHEMAS.iter().zip(Which::ALL).map(|(path, which)| (*path, which.text())));
    files
}

/// A template with its `{{name}}`s filled in, in one go: what an answer says is not looked at again.
fn filled(template: &str, values: &[(&str, String)]) -> String {
    let mut out = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once("{{") {
        out.push_str(before);
        let (name, behind) = after.split_once("}}").unwrap_or((after, ""));
        out.extend(values.iter().find(|(n, _)| *n == name).map(|(_, value)| value.as_str()));
        rest = behind;
    }
    out + rest
}

/// Text in which no character is Markdown's.
fn escaped(text: &str) -> String {
    text.chars().flat_map(|c| c.is_ascii_punctuation().then_some('\\').into_iter().chain([c])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schema_lies_under_the_name_of_its_file() {
        for (path, which) in SCHEMAS.iter().zip(Which::ALL) {
            assert_eq!(*path, format!(".emic/{}.json", which.word()));
        }
    }

    #[test]
    fn what_an_answer_says_is_not_filled_in_again() {
        assert_eq!(filled("a {{x}} b {{y}}", &[("x", "{{y}}".into()), ("y", "z".into())]), "a {{y}} b z");
    }
}
