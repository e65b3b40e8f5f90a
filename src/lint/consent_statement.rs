//! `consent-statement`: what participants agreed to is stated before any of their words are published.

use super::place;
use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Subject, codes};

codes! {
    Privacy {
        /// **Checks** that a study with quotes names what its participants agreed to, unless its words are invented.
        ///
        /// **Why:** words may be published only because those who said them agreed to it. An ethics board asks first which form
        /// records that.
        ///
        /// **Example:** `consent: { default: quote }` says how far the consent goes, but not where it is recorded;
        /// `consent: { statement: "Consent form v3, section 4" }` does.
        CONSENT_STATEMENT = "consent-statement", Error, "The study does not say what its participants agreed to.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "whether the study says what its participants agreed to", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let settings = &context.study.settings;
    // Nobody is behind illustrative words; and where no words are, there is nothing to consent to yet.
    if settings.illustrative || context.study.quotes.is_empty() || settings.consent.statement.is_some() {
        return Vec::new();
    }
    let place = place::setting(context.files, "consent");
    vec![
        Diagnostic::new(&CONSENT_STATEMENT, place, "the study does not say what its participants agreed to")
            .about(Subject::Setting("consent.statement"))
            .help(
                "name the consent form and the part of it that allows publication: `consent: { statement: \"Consent form v3, section 4\" }`; \
                 if nobody said these words, write `illustrative: yes`",
            ),
    ]
}
