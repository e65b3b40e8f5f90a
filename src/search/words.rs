//! What can be searched of a quote.

use crate::model::{Quote, Words};

/// A quote's id and everything in it that is set on a page as somebody's words, parts parted by a line break: a phrase is
/// never found across two of them.
pub fn words(quote: &Quote, id: &str) -> String {
    let mut parts = vec![id];
    match &quote.words {
        Words::Speech { text, original } => {
            parts.push(text);
            parts.extend(original.as_ref().map(|o| &*o.text));
        }
        Words::Exchange { turns, original } => {
            let original = original.iter().flat_map(|(_, turns)| turns);
            parts.extend(turns.iter().chain(original).map(|t| &*t.text));
        }
        Words::Paraphrase(text) => parts.push(text),
        Words::Unset => {}
    }
    parts.extend([&quote.asked, &quote.context, &quote.meaning].into_iter().flatten().map(|t| &**t));
    let paragraphs = parts.iter().flat_map(|part| part.split("\n\n")).map(|p| p.replace('\n', " "));
    paragraphs.collect::<Vec<_>>().join("\n")
}
