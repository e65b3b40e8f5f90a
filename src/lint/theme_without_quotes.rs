//! `theme-without-quotes`: a theme that nobody's words are coded to.

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Place, Subject, codes};

codes! {
    Completeness {
        /// **Checks** that at least one quote is coded to every theme that has no subthemes.
        ///
        /// **Why:** a theme is made of what people said; without quotes its page is empty.
        ///
        /// **Example:** `themes/2-nights.yaml` has the theme `night-care`, and no file in `quotes/` names it. While a study has
        /// no quotes at all, nothing is reported.
        THEME_WITHOUT_QUOTES = "theme-without-quotes", Warning, "A theme has no quotes.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "themes, for those without quotes", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let (study, analysis) = (context.study, context.analysis);
    if analysis.shown() == 0 {
        return Vec::new();
    }
    let bare = study.theme_ixs().filter(|ix| analysis.quotes(*ix).is_empty()).map(|ix| study.theme(ix)).filter(|theme| theme.is_leaf());
    bare.map(|theme| {
        Diagnostic::new(&THEME_WITHOUT_QUOTES, Place::Study, format!("the theme `{}` has no quotes", theme.id))
            .about(Subject::theme(theme.id.as_str()))
            .help("code a quote to it, or take it out of the theme tree")
    })
    .collect()
}
