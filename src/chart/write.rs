//! How lengths and texts are written into SVG.

use std::fmt::{self, Display, Write};

/// A length in plotters' pixels, which are tenths of a unit, written in units as short as can be.
pub(super) struct Units(pub(super) i32);

impl Display for Units {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (whole, tenth) = (self.0.unsigned_abs() / 10, self.0.unsigned_abs() % 10);
        if self.0 < 0 {
            f.write_char('-')?;
        }
        match (whole, tenth) {
            (whole, 0) => write!(f, "{whole}"),
            (0, tenth) => write!(f, ".{tenth}"),
            (whole, tenth) => write!(f, "{whole}.{tenth}"),
        }
    }
}

/// Text for an element or a quoted attribute. What XML cannot hold is dropped; a line break or tab
/// becomes a space.
pub(super) struct Escaped<'a>(pub(super) &'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut rest = self.0;
        while let Some((plain, special, after)) = split(rest) {
            f.write_str(plain)?;
            f.write_str(match special {
                '&' => "&amp;",
                '<' => "&lt;",
                '>' => "&gt;",
                '"' => "&quot;",
                '\t' | '\n' | '\r' => " ",
                _ => "",
            })?;
            rest = after;
        }
        f.write_str(rest)
    }
}

/// Cuts a text at the first character that cannot be written as it is.
fn split(text: &str) -> Option<(&str, char, &str)> {
    let special = |c: char| c.is_control() || matches!(c, '&' | '<' | '>' | '"' | '\u{fffe}' | '\u{ffff}');
    let (place, found) = text.char_indices().find(|&(_, c)| special(c))?;
    Some((text.get(..place)?, found, text.get(place + found.len_utf8()..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_short() {
        let written = [0, 5, 10, -5, -15, 8360, 123].map(|fine| Units(fine).to_string());
        assert_eq!(written, ["0", ".5", "1", "-.5", "-1.5", "836", "12.3"]);
    }

    #[test]
    fn markup_is_escaped_and_what_xml_cannot_hold_is_dropped() {
        let text = "</title><script>\"a\" & 'b'\u{0}\u{8}\u{1b}\u{85}\u{fffe}\u{ffff}\n\tc";
        let escaped = "&lt;/title&gt;&lt;script&gt;&quot;a&quot; &amp; 'b'  c";
        assert_eq!(Escaped(text).to_string(), escaped);
    }
}
