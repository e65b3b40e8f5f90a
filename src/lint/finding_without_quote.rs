//! `finding-without-quote`: a finding that rests on nobody's words.

use super::rule::{Context, Rule};
use crate::diag::{Diagnostic, Subject, codes};
use crate::model::{Page, PageKind, Ref};

codes! {
    Completeness {
        /// **Checks** that every page of `content/` that is a finding embeds or links at least one quote.
        ///
        /// **Why:** a finding is a claim about what people said, and readers can judge it only by their words.
        ///
        /// **Example:** `content/03-nights.md` has four paragraphs, but neither `![[P03-02]]` nor
        /// `[[P03-02]]`. A page that is not a finding has `kind: page` in its front matter.
        FINDING_WITHOUT_QUOTE = "finding-without-quote", Warning, "A finding shows no quote.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "findings, for those that show no quote", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let findings = context.study.pages.iter().filter(|page| page.kind == PageKind::Finding);
    let bare = findings.filter(|page| !has_quote(page));
    bare.map(|page| {
        Diagnostic::at(&FINDING_WITHOUT_QUOTE, page.span, format!("the finding “{}” shows no quote", page.title))
            .about(Subject::page(&page.slug))
            .help("embed one, `![[P03-02]]`; if the page is no finding, write `kind: page` into its front matter")
    })
    .collect()
}

fn has_quote(page: &Page) -> bool {
    let mut found = false;
    page.document.each_ref(&mut |r| found |= matches!(r, Ref::Quote(_)));
    found
}
