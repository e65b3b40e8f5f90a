//! Style sheets, less the words that CSS has given them.
//!
//! Someone called Li, Max or Georgia is not named by `li { max-width: 60ch; font-family: Georgia }`. Strings, comments,
//! addresses, and the names that an author chooses (`.class`, `#id`, `--variable`) are left whole.

use memchr::{memchr, memmem};

use super::names;

/// What of `source` is not CSS's own vocabulary.
pub(super) fn content(source: &str) -> String {
    let mut content = String::with_capacity(source.len());
    let mut rest = source;
    let mut previous = b' ';
    while let Some(&first) = rest.as_bytes().first() {
        let length = token(rest, first);
        let (token, after) = rest.split_at(length);
        let is_chosen = matches!(previous, b'.' | b'#') || token.starts_with("--");
        if !is_word(first) || is_chosen {
            content.push_str(token);
        } else {
            for part in token.split_inclusive('-') {
                let word = part.trim_end_matches('-');
                content.push_str(if names::is_of_css(word) { &part[word.len()..] } else { part });
            }
        }
        previous = first;
        rest = after;
    }
    content
}

/// How long the comment, string, address, word or other character is that begins with `first`.
fn token(text: &str, first: u8) -> usize {
    let through =
        |skip: usize, end: &str| memmem::find(&text.as_bytes()[skip..], end.as_bytes()).map_or(text.len(), |at| skip + at + end.len());
    match first {
        b'/' if text.starts_with("/*") => through(2, "*/"),
        b'"' | b'\'' => string(text.as_bytes(), first),
        _ if text.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("url(")) => through(4, ")"),
        _ if is_word(first) => text.bytes().position(|byte| !is_word(byte)).unwrap_or(text.len()),
        _ => 1,
    }
}

fn string(text: &[u8], quote: u8) -> usize {
    let mut end = 1;
    while let Some(at) = memchr(quote, text.get(end..).unwrap_or_default()) {
        end += at + 1;
        let backslashes = text[..end - 1].iter().rev().take_while(|&&byte| byte == b'\\').count();
        if backslashes.is_multiple_of(2) {
            return end;
        }
    }
    text.len()
}

fn is_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'\\') || !byte.is_ascii()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_css_are_left_out() {
        assert_eq!(content("nav > li:hover { max-width: 9ch; color: olive }"), " > :hover { -: 9ch; :  }");
    }

    #[test]
    fn what_people_write_stays() {
        for kept in ["/* li */", r#""li \" max""#, "url(li.png)", ".li", "#max", "--max", "Mary", "王芳", "/* li", "'li"] {
            assert_eq!(content(kept), kept);
        }
    }
}
