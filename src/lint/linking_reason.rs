//! `linking-reason`: all words of one person are shown together only with a reason, and with approval.

use super::place;
use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Subject, codes, words};
use crate::model::settings::{AboutField, Linking};

codes! {
    Privacy {
        /// **Checks** that a study with `linking: pages` gives its reason, and says under `about: { ethics: … }` who approved of
        /// it, unless its words are invented.
        ///
        /// **Why:** each quote alone may be harmless. All quotes of one person together often identify them.
        ///
        /// **Example:** `privacy: { linking: pages }` without `reason:`.
        LINKING_REASON = "linking-reason", Error, "Participants' pages are published without a reason or an ethics reference.";
    }
}

pub static RULE: Rule = Rule {
    codes: CODES,
    checked: "whether all words of one person are shown together, and then for a reason and an ethics reference",
    check: Some(check),
};

fn check(context: &Context) -> Vec<Diagnostic> {
    let settings = &context.study.settings;
    if settings.illustrative || context.study.quotes.is_empty() || settings.privacy.linking != Linking::Pages {
        return Vec::new();
    }
    let mut missing = Vec::new();
    if settings.privacy.reason.is_none() {
        missing.push("`reason:` under `privacy`");
    }
    if !settings.about.iter().any(|(field, _)| *field == AboutField::Ethics) {
        missing.push("`ethics:` under `about`");
    }
    if missing.is_empty() {
        return Vec::new();
    }
    let message = format!("`linking: pages` shows all words of one person together, and {} is missing", words::list(&missing, "and"));
    vec![
        Diagnostic::new(&LINKING_REASON, place::setting(context.files, "linking"), message)
            .about(Subject::Setting("privacy.linking"))
            .help("say why readers need it and who approved it; or write `linking: ids`, which leaves the number beside each quote"),
    ]
}
