//! Texts as YAML has them.

/// A text in quotation marks, whatever is in it. Single ones where double ones would need backslashes.
pub fn quoted(text: &str) -> String {
    // Marks of byte order are no text to YAML; nor is what no character may be.
    let odd = |c: char| c.is_control() || matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}');
    if text.contains(odd) {
        let escape = |c: char| match c {
            '"' | '\\' => format!("\\{c}"),
            c if odd(c) => format!("\\u{:04x}", u32::from(c)),
            c => c.to_string(),
        };
        return format!("\"{}\"", text.chars().map(escape).collect::<String>());
    }
    if text.contains(['"', '\\']) { format!("'{}'", text.replace('\'', "''")) } else { format!("\"{text}\"") }
}

/// A language tag is a plain word, save where other readers of YAML take it for something else (`no`, Norwegian).
pub fn quoted_if_needed(tag: &str) -> String {
    if matches!(tag.to_lowercase().as_str(), "no" | "yes" | "on" | "off" | "nan") { quoted(tag) } else { tag.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotation_marks_are_chosen_by_what_is_in_the_text() {
        assert_eq!(quoted("Rest: at #1"), "\"Rest: at #1\"");
        assert_eq!(quoted("It’s \"no\", isn't it"), "'It’s \"no\", isn''t it'");
        assert_eq!(quoted("a\u{feff}\"b\\"), "\"a\\ufeff\\\"b\\\\\"");
    }
}
