//! Text as HTML and XML have it.

/// Writes a text so that it is read back as that text between tags and in a quoted attribute, by HTML and by XML.
///
/// Characters that neither may hold (control characters of ASCII other than tab and line breaks, U+FFFE and U+FFFF) are left out:
/// they are a way to hide things, too.
pub fn escape_into(out: &mut String, text: &str) {
    // Most texts hold nothing to escape, and stretches between what is are copied whole.
    let mut written = 0;
    for (at, byte) in text.bytes().enumerate().filter(|(_, byte)| IS_SPECIAL[usize::from(*byte)]) {
        let (escape, length) = match byte {
            b'&' => ("&amp;", 1),
            b'<' => ("&lt;", 1),
            b'>' => ("&gt;", 1),
            b'"' => ("&quot;", 1),
            b'\'' => ("&#39;", 1),
            // U+FFFE and U+FFFF are the only characters of three bytes that begin so and are left out.
            0xef if text[at..].starts_with(['\u{fffe}', '\u{ffff}']) => ("", 3),
            0xef => continue,
            _ => ("", 1),
        };
        out.push_str(&text[written..at]);
        out.push_str(escape);
        written = at + length;
    }
    out.push_str(&text[written..]);
}

/// The bytes at which [`escape_into`] has to look more closely.
static IS_SPECIAL: [bool; 256] = {
    let mut special = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        special[byte] = matches!(byte as u8, b'&' | b'<' | b'>' | b'"' | b'\'' | 0..=0x8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xef);
        byte += 1;
    }
    special
};

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
