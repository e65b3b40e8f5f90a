//! `about-empty`: the Methods page has gaps.

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Place, Subject, codes, words};
use crate::model::settings::AboutField;

codes! {
    Completeness {
        /// **Checks** that every field under `about:` in study.yaml has a text.
        ///
        /// **Why:** readers have to know how a study was done before they can judge what it found. COREQ and SRQR, by which
        /// journals judge reports of qualitative research, ask for each of these fields, and the Methods page is made of them.
        ///
        /// **Example:** a study without `about: { sampling: … }` does not say how its participants were found.
        ABOUT_EMPTY = "about-empty", Warning, "A field of the Methods page is empty.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "the fields of the Methods page, for those that are empty", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let about = &context.study.settings.about;
    let empty = AboutField::ALL.iter().filter(|field| !about.iter().any(|(written, _)| written == *field));
    let empty: Vec<String> = empty.map(|field| format!("`{}`", field.word())).collect();
    if empty.is_empty() {
        return Vec::new();
    }
    let message = format!("`about` says nothing on {}", words::list(&empty, "and"));
    vec![
        Diagnostic::new(&ABOUT_EMPTY, Place::Path("study.yaml".into()), message)
            .about(Subject::Setting("about"))
            .help("fill them in under `about:`; COREQ and SRQR ask for them, and the Methods page is made of them"),
    ]
}
