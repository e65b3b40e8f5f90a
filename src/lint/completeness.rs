//! `theme-without-quotes`, `participant-never-quoted`, `finding-without-quote`, `about-empty`: what is not finished.

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, Place, code, words};
use crate::model::settings::AboutField;
use crate::model::{PageKind, Ref, Study};

pub fn check(study: &Study, analysis: &Analysis) -> Vec<Diagnostic> {
    let mut out = Vec::new();
    // In a study without quotes nothing would be said of everything.
    if analysis.shown() > 0 {
        for theme in study.theme_ixs().filter(|t| study.theme(*t).is_leaf() && analysis.quotes(*t).is_empty()) {
            let theme = study.theme(theme);
            out.push(
                Diagnostic::new(&code::THEME_WITHOUT_QUOTES, Place::Study, format!("the theme `{}` has no quotes", theme.id))
                    .help("code a quote to it, or take it out of the theme tree"),
            );
        }
        let silent: Vec<String> = study
            .participant_ixs()
            .filter(|p| analysis.quotes_of(*p).is_empty() && study.participant(*p).consent >= crate::model::settings::Consent::Paraphrase)
            .map(|p| format!("`{}`", study.participant(p).id))
            .collect();
        if !silent.is_empty() {
            let verb = if silent.len() == 1 { "is" } else { "are" };
            out.push(
                Diagnostic::new(
                    &code::PARTICIPANT_NEVER_QUOTED,
                    Place::Path("quotes".into()),
                    format!("{} {verb} never quoted", words::list(&silent, "and")),
                )
                .help("readers will ask whose voice is missing: quote them, or say why not in the findings"),
            );
        }
    }
    for page in study.pages.iter().filter(|p| p.kind == PageKind::Finding) {
        let mut quoted = false;
        page.document.each_ref(&mut |r| quoted |= matches!(r, Ref::Quote(_)));
        if !quoted {
            out.push(
                Diagnostic::at(&code::FINDING_WITHOUT_QUOTE, page.span, format!("the finding “{}” shows no quote", page.title))
                    .help("embed one, `![[P03-02]]`; if the page is no finding, write `kind: page` into its front matter"),
            );
        }
    }
    let empty: Vec<String> = AboutField::ALL
        .iter()
        .filter(|f| !study.settings.about.iter().any(|(field, _)| field == *f))
        .map(|f| format!("`{}`", f.word()))
        .collect();
    if !empty.is_empty() {
        out.push(
            Diagnostic::new(
                &code::ABOUT_EMPTY,
                Place::Path("study.yaml".into()),
                format!("`about` says nothing on {}", words::list(&empty, "and")),
            )
            .help("fill them in under `about:`; COREQ and SRQR ask for them, and the Methods page is made of them"),
        );
    }
    out
}
