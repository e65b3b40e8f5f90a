//! How lengths and texts are written into SVG.

use std::fmt::{self, Display, Write};

use crate::text::escaped;

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

/// Text for an element or a quoted attribute, on one line: a figure breaks none by itself.
pub(super) fn escaped_line(text: &str) -> String {
    escaped(&text.replace(['\t', '\n', '\r'], " "))
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
    fn a_label_is_one_line() {
        assert_eq!(escaped_line("R&D\n\tat 'home'"), "R&amp;D  at &#39;home&#39;");
    }
}
