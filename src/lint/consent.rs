//! `consent-statement`, `linking-reason`: what a study of real people has to say before anything of theirs is published.

use crate::diag::{Diagnostic, Files, Place, Span, code, words};
use crate::model::Study;
use crate::model::settings::{AboutField, Linking};

pub fn check(study: &Study, files: &Files) -> Vec<Diagnostic> {
    let settings = &study.settings;
    let mut out = Vec::new();
    // Nobody is behind illustrative words; and where no words are, there is nothing to consent to yet.
    if settings.illustrative || study.quotes.is_empty() {
        return out;
    }
    if settings.consent.statement.is_none() {
        out.push(
            Diagnostic::new(&code::CONSENT_STATEMENT, field(files, "consent:"), "the study does not say what its participants agreed to").help(
                "name the consent form and the part of it that allows publication: `consent: { statement: \"Consent form v3, section 4\" }`; \
                 if nobody said these words, write `illustrative: yes`",
            ),
        );
    }
    if settings.privacy.linking == Linking::Pages {
        let mut missing = Vec::new();
        if settings.privacy.reason.is_none() {
            missing.push("`reason:` under `privacy`");
        }
        if !settings.about.iter().any(|(field, _)| *field == AboutField::Ethics) {
            missing.push("`ethics:` under `about`");
        }
        if !missing.is_empty() {
            out.push(
                Diagnostic::new(
                    &code::LINKING_REASON,
                    field(files, "linking:"),
                    format!("`linking: pages` shows all words of one person together, and {} is missing", words::list(&missing, "and")),
                )
                .help("say why readers need it and who approved it; or write `linking: ids`, which leaves the number beside each quote"),
            );
        }
    }
    out
}

/// Where study.yaml has a field, or the file.
fn field(files: &Files, name: &str) -> Place {
    let Some(file) = files.get("study.yaml") else { return Place::Study };
    match files.text(file).find(name) {
        Some(at) => Place::Span(Span::new(file, at..at + name.len() - 1)),
        None => Place::Path("study.yaml".into()),
    }
}
