//! Rules that other stages hold, because only they can: who withdrew is not in `Study` any more, nor are the bytes of pictures.
//!
//! They are here so that the privacy report leaves none of them out. Their codes are in [`diag`](crate::diag).

use super::rule::Rule;
use crate::diag::code;

/// By `resolve`, where what may not be shown is left out.
pub static CONSENT: Rule = Rule {
    codes: &[&code::CONSENT_WORDS, &code::NOT_SHOWN, &code::LINKING_NONE],
    checked: "consent, for every participant and quote",
    check: None,
};

/// By `resolve`, which alone knows the cases.
pub static CASES: Rule =
    Rule { codes: &[&code::CASE_STEM, &code::CASE_EXCHANGE], checked: "ids and exchanges of people who belong together", check: None };

/// By `resolve`, which alone knows who they are.
pub static WITHDRAWAL: Rule =
    Rule { codes: &[&code::WITHDRAWN, &code::WITHDRAWN_VOICE, &code::NUMBERING_GAP], checked: "traces of who withdrew", check: None };

/// Where the bytes of assets are read.
pub static PICTURES: Rule = Rule {
    codes: &[&code::IMAGE_METADATA, &code::IMAGE_PLACE],
    checked: "pictures, for notes that nobody sees on the page, and for where they were taken",
    check: None,
};
