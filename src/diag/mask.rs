//! A line of a file with what may be private in it unreadable: fields' names and ids stay, so that the place is found.

const MASK: char = '●';

/// The line, every letter and digit of its values a dot; it has as many characters as before.
///
/// A word before a colon is a field's name; what follows `id`, `participant`, `participants`, `source`, `themes` and the like
/// are ids, which the message names anyway. A line of a table has no names, so all of it is dots.
pub fn masked(line: &str) -> String {
    const IDS: &[&str] = &["id", "participant", "participants", "source", "themes", "case", "together", "kind", "consent", "withdrawn"];
    let chars: Vec<char> = line.chars().collect();
    let mut out: Vec<char> = chars.iter().map(|c| if c.is_alphanumeric() { MASK } else { *c }).collect();
    let (mut field, mut at) = (String::new(), 0);
    while at < chars.len() {
        if !is_word(chars[at]) {
            at += 1;
            continue;
        }
        let end = (at..chars.len()).find(|i| !is_word(chars[*i])).unwrap_or(chars.len());
        let word: String = chars[at..end].iter().collect();
        let is_field = chars.get(end) == Some(&':') && chars.get(end + 1).is_none_or(|c| c.is_whitespace()) && begins_field(&chars[..at]);
        if is_field || IDS.contains(&field.as_str()) {
            out[at..end].copy_from_slice(&chars[at..end]);
        }
        if is_field {
            field = word;
        }
        at = end;
    }
    out.into_iter().collect()
}

/// A sentence in which what is between backticks is masked.
pub fn in_ticks(sentence: &str) -> String {
    let parts = sentence.split('`').enumerate().map(|(at, part)| if at % 2 == 1 { masked(part) } else { part.to_owned() });
    parts.collect::<Vec<_>>().join("`")
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '_' | '-' | '.')
}

/// Whether a field's name can follow this: at a line's start, a dash, a brace, or a comma.
fn begins_field(before: &[char]) -> bool {
    before.iter().rev().find(|c| !c.is_whitespace()).is_none_or(|c| matches!(c, '-' | '{' | ','))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_dots_and_names_and_ids_stay() {
        assert_eq!(masked("- { id: P03, cancer: lung, case: D03 }"), "- { id: P03, cancer: ●●●●, case: D03 }");
        assert_eq!(masked("    text: He said: no, 他就"), "    text: ●● ●●●●: ●●, ●●");
        assert_eq!(masked("P03,lung,50-59"), "●●●,●●●●,●●-●●");
    }

    #[test]
    fn a_masked_line_is_as_long_as_before() {
        let line = "  - { id: P03, note: \"Frau Müller, 他\" }";
        assert_eq!(masked(line).chars().count(), line.chars().count());
    }
}
