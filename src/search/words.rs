//! What can be searched of a quote.

use crate::model::{QuoteIx, Study};
use crate::published::{Voice, texts_of_quote};

/// A quote's public id and everything in it that is set on a page as somebody's words, its parts separated by a line break: a
/// phrase is never found across two of them.
pub fn words(study: &Study, ix: QuoteIx, id: &str) -> String {
    let mut out = id.to_owned();
    texts_of_quote(study, ix, &mut |text| {
        if text.voice != Voice::Metadata {
            for paragraph in text.words.split("\n\n") {
                out.push('\n');
                out.extend(paragraph.chars().map(|c| if c == '\n' { ' ' } else { c }));
            }
        }
    });
    out
}
