//! Escapes within a text: those of JSON and JavaScript, of CSS, and of addresses.
//!
//! Each function gives the text decoded, or nothing if there is nothing in it to decode.

use std::borrow::Cow;
use std::ops::Range;

use memchr::{memchr, memchr_iter};
use percent_encoding::percent_decode_str;

/// `\u00e9`, `\u{e9}`, `\xe9`, `\n`, `\/`, as in JSON and JavaScript.
pub(super) fn of_string(text: &str) -> Option<String> {
    decode(text, b'\\', |rest| match rest.as_bytes().first()? {
        b'u' => unicode_escape(rest),
        b'x' => Some((char::from_u32(hex(rest, 1..3)?)?, 3)),
        b'n' | b'r' | b't' | b'f' | b'v' => Some((' ', 1)),
        // A line that is continued is whole, and so is one with what cannot be seen.
        b'\n' | b'0' | b'b' => Some(('\0', 1)),
        b'\r' => Some(('\0', if rest.starts_with("\r\n") { 2 } else { 1 })),
        &c @ (b'\\' | b'/' | b'"' | b'\'' | b'`') => Some((c.into(), 1)),
        _ => None,
    })
}

/// `u` and four hexadecimal digits, a pair of such, or `u{…}`.
fn unicode_escape(rest: &str) -> Option<(char, usize)> {
    if let Some(inside) = rest.strip_prefix("u{") {
        let digits = count_hex(inside);
        let c = char::from_u32(hex(inside, 0..digits)?)?;
        return inside[digits..].starts_with('}').then_some((c, digits + 3));
    }
    let unit = |at: usize| u16::try_from(hex(rest, at..at + 4)?).ok();
    let first = unit(1)?;
    let second = if rest.get(5..7) == Some("\\u") { unit(7) } else { None };
    match char::decode_utf16([first].into_iter().chain(second)).next()? {
        Ok(c) => Some((c, if c.len_utf16() == 2 { 11 } else { 5 })),
        Err(_) => Some((char::REPLACEMENT_CHARACTER, 5)),
    }
}

/// `\e9 `: up to six digits, and a space that belongs to them.
pub(super) fn of_style(text: &str) -> Option<String> {
    decode(text, b'\\', |rest| {
        let end = count_hex(rest);
        let space = rest.as_bytes().get(end).is_some_and(u8::is_ascii_whitespace);
        Some((char::from_u32(hex(rest, 0..end)?)?, end + usize::from(space)))
    })
}

/// `%C3%A9`.
pub(super) fn of_address(text: &str) -> Option<String> {
    memchr(b'%', text.as_bytes())?;
    match percent_decode_str(text).into() {
        Cow::Borrowed(_) => None,
        Cow::Owned(decoded) => Some(String::from_utf8_lossy(&decoded).into_owned()),
    }
}

/// Replaces each `mark` and what `one` takes after it. Where `one` takes nothing, the mark stays. Gives nothing if all stay.
fn decode(text: &str, mark: u8, one: impl Fn(&str) -> Option<(char, usize)>) -> Option<String> {
    let mut decoded = String::new();
    let mut taken = 0;
    for at in memchr_iter(mark, text.as_bytes()) {
        // The mark may have been taken by the one before it.
        if at < taken {
            continue;
        }
        if let Some((c, length)) = one(&text[at + 1..]) {
            decoded.push_str(&text[taken..at]);
            decoded.push(c);
            taken = at + 1 + length;
        }
    }
    decoded.push_str(&text[taken..]);
    (taken > 0).then_some(decoded)
}

/// How many hexadecimal digits `text` begins with, up to six: no character has more.
fn count_hex(text: &str) -> usize {
    text.bytes().take(6).take_while(u8::is_ascii_hexdigit).count()
}

/// The number that is written at `place`, if there are digits only.
fn hex(text: &str, place: Range<usize>) -> Option<u32> {
    let digits = text.get(place).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()))?;
    u32::from_str_radix(digits, 16).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_of_json_and_javascript_are_decoded() {
        assert_eq!(of_string(r"\u004d\x61r\u{79} \ud83d\ude00 \/\n").as_deref(), Some("Mary 😀 / "));
        assert_eq!(of_string(r"\ud83d, \u12, \q\u004d").as_deref(), Some("\u{fffd}, \\u12, \\qM"));
        assert_eq!(of_string(r"C:\quotes\u12"), None);
        assert_eq!(of_string("\\u12é4 \\u{} \\u{12 \\x+1 \\"), None);
    }

    #[test]
    fn style_sheets_are_decoded() {
        assert_eq!(of_style(r"\4d ary \00004Dary \").as_deref(), Some(r"Mary Mary \"));
        assert_eq!(of_style(r"\name \é"), None);
    }

    #[test]
    fn addresses_are_decoded() {
        assert_eq!(of_address("%4Dary%20%C3%A9 100% %zz").as_deref(), Some("Mary é 100% %zz"));
        assert_eq!(of_address("100% sure, 5%é, 5%+1"), None);
    }
}
