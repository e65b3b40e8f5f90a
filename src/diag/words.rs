//! Small wordings that make messages right: numbers with their nouns, lists, suggestions.

/// "1 quote", "2 quotes".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// "a", "a and b", "a, b and c".
pub fn list<S: AsRef<str>>(items: &[S], joiner: &str) -> String {
    match items {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [rest @ .., last] => {
            let rest: Vec<&str> = rest.iter().map(AsRef::as_ref).collect();
            format!("{} {joiner} {}", rest.join(", "), last.as_ref())
        }
    }
}

/// "`a`, `b` or `c`".
pub fn choices(items: &[&str]) -> String {
    let ticked: Vec<String> = items.iter().map(|i| format!("`{i}`")).collect();
    list(&ticked, "or")
}

/// The candidate that was most likely meant, if one is near enough to be worth saying.
pub fn nearest<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let lower = written.to_lowercase();
    candidates
        .into_iter()
        .filter_map(|c| {
            let distance = strsim::damerau_levenshtein(&lower, &c.to_lowercase());
            let allowed = (written.chars().count().max(c.chars().count()) / 3).clamp(1, 3);
            (distance <= allowed).then_some((distance, c))
        })
        .min_by(|a, b| a.0.cmp(&b.0).then_with(|| a.1.cmp(b.1)))
        .map(|(_, c)| c)
}

/// "did you mean `x`?", or else the fallback.
pub fn did_you_mean<'a>(written: &str, candidates: impl IntoIterator<Item = &'a str>, otherwise: impl FnOnce() -> String) -> String {
    match nearest(written, candidates) {
        Some(near) => format!("did you mean `{near}`?"),
        None => otherwise(),
    }
}

/// The beginning of a text, cut at a word, for naming it in a message.
pub fn shortened(text: &str, most: usize) -> String {
    let flat: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= most {
        return flat;
    }
    let head: String = flat.chars().take(most).collect();
    let cut = head.rfind(' ').filter(|&at| at > head.len() / 2).unwrap_or(head.len());
    format!("{} …", &head[..cut])
}

/// The text with its first letter a capital.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Where a text has `value` for the nth time (from 0), whatever white space is between its words.
pub fn find_spaced(text: &str, value: &str, nth: usize) -> Option<std::ops::Range<usize>> {
    let words: Vec<&str> = value.split_whitespace().collect();
    let (first, rest) = words.split_first()?;
    let mut found = text.match_indices(first).filter_map(|(start, _)| {
        let mut end = start + first.len();
        for word in rest {
            let gap = text[end..].len() - text[end..].trim_start().len();
            if gap == 0 || !text[end + gap..].starts_with(word) {
                return None;
            }
            end += gap + word.len();
        }
        Some(start..end)
    });
    found.nth(nth)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_found_across_lines_and_by_its_turn() {
        assert_eq!(find_spaced("a b\n  c, a b c", "a b c", 0), Some(0..7));
        assert_eq!(find_spaced("a b\n  c, a b c", "a b c", 1), Some(9..14));
        assert_eq!(find_spaced("abc", "a b", 0), None);
    }

    #[test]
    fn a_near_name_is_suggested_and_a_far_one_is_not() {
        assert_eq!(nearest("qualty-of-life", ["quality-of-life", "liberation"]), Some("quality-of-life"));
        assert_eq!(nearest("themes", ["quotes", "sources"]), None);
    }

    #[test]
    fn lists_read_as_sentences() {
        assert_eq!(list(&["a", "b", "c"], "and"), "a, b and c");
        assert_eq!(list(&["a"], "and"), "a");
    }
}
