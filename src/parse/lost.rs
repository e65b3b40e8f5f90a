//! Ids that stand in a file although it could not be read whole, so that what refers to them is not called wrong as well.
//! Folded to lower case.

/// Everything that stands behind `id:` in a text, however broken the text is, and what stands before a colon where a list was
/// written as fields (`P01: { … }`).
pub fn in_yaml(text: &str) -> Vec<String> {
    let behind = text.match_indices("id").filter_map(|(at, found)| {
        let rest = text[at + found.len()..].trim_start().strip_prefix([':', '：'])?;
        (!text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_')).then(|| rest.trim_start_matches([' ', '"', '\'', '\u{a0}']))
    });
    let before =
        text.lines().filter(|l| l.split_once(':').is_some_and(|(name, _)| name.bytes().any(|b| b.is_ascii_digit()))).map(str::trim_start);
    behind.chain(before).filter_map(word).collect()
}

/// The first cell of every line.
pub fn in_table(text: &str) -> Vec<String> {
    text.lines().map(|l| l.trim_start_matches([' ', '"'])).filter_map(word).collect()
}

fn word(text: &str) -> Option<String> {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'))).unwrap_or(text.len());
    (end > 0).then(|| text[..end].to_ascii_lowercase())
}
