//! Text as HTML and XML have it.

/// Writes a text so that it is read back as that text between tags and in a quoted attribute, by HTML and by XML.
///
/// Characters that neither may hold (control characters of ASCII other than tab and line breaks, U+FFFE and U+FFFF) are left out:
/// they are a way to hide things, too.
pub fn escape_into(out: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => out.push(c),
        }
    }
}

/// A text written as [`escape_into`] writes it.
pub fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    escape_into(&mut out, text);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_is_escaped_and_what_xml_cannot_hold_is_left_out() {
        let text = "</title><script>\"a\" & 'b'\u{0}\u{8}\u{1b}\u{7f}\u{fffe}\u{ffff}\n\tc";
        assert_eq!(escaped(text), "&lt;/title&gt;&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;\n\tc");
    }

    #[test]
    fn an_xml_reader_reads_back_what_was_written() {
        let text = "<a href=\"x\">'é' & 王芳</a>\n\u{85}]]>";
        let xml = format!("<t a=\"{0}\">{0}</t>", escaped(text).replace('\n', " "));
        let document = roxmltree::Document::parse(&xml).unwrap();
        let expected = text.replace('\n', " ");
        assert_eq!(document.root_element().text(), Some(&*expected));
        assert_eq!(document.root_element().attribute("a"), Some(&*expected));
    }
}
