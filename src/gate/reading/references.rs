//! Character references: `&eacute;`, `&#233;`, `&#xE9;`.

use memchr::memchr;
use web_atoms::NAMED_ENTITIES;

use super::encoding::windows_1252;

/// A longer name no reference has.
const LONGEST_NAME: usize = 32;

/// Where a reference is: HTML reads it differently.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Context {
    /// In text, where `&eacutes` is `és`.
    Text,
    /// In an attribute, where `?a=1&copy=2` is left as it is.
    Attribute,
}

/// Adds `text` to `out` with its references decoded.
pub(super) fn decode_into(text: &str, context: Context, out: &mut String) {
    let mut rest = text;
    while let Some(at) = memchr(b'&', rest.as_bytes()) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest, context) {
            Some((characters, length)) => {
                out.extend(characters.into_iter().flatten());
                rest = &rest[length..];
            }
            None => {
                out.push('&');
                rest = &rest[1..];
            }
        }
    }
    out.push_str(rest);
}

/// The one or two characters that the reference at the start of `text` stands for, and its length in bytes.
pub(super) fn reference(text: &str, context: Context) -> Option<([Option<char>; 2], usize)> {
    let body = text.strip_prefix('&')?;
    match body.strip_prefix('#') {
        Some(number) => numeric(number).map(|(c, length)| ([Some(c), None], 2 + length)),
        None => named(body, context).map(|(characters, length)| (characters, 1 + length)),
    }
}

fn numeric(text: &str) -> Option<(char, usize)> {
    let (radix, digits) = text.strip_prefix(['x', 'X']).map_or((10, text), |digits| (16, digits));
    let count = digits.bytes().take_while(|byte| char::from(*byte).is_digit(radix)).count();
    let code = u32::from_str_radix(&digits[..count], radix).ok()?;
    // HTML takes the numbers of the control characters past ASCII for those of Windows.
    let c = match u8::try_from(code) {
        Ok(byte) => windows_1252(byte),
        Err(_) => char::from_u32(code)?,
    };
    let end = text.len() - digits.len() + count;
    Some((c, end + usize::from(text[end..].starts_with(';'))))
}

fn named(text: &str, context: Context) -> Option<([Option<char>; 2], usize)> {
    let bytes = text.as_bytes();
    let length = bytes.iter().take(LONGEST_NAME).take_while(|byte| byte.is_ascii_alphanumeric()).count();
    if bytes.get(length) == Some(&b';')
        && let Some(characters) = known(&text[..=length])
    {
        return Some((characters, length + 1));
    }
    match context {
        Context::Text => (2..=length).rev().find_map(|end| Some((known(&text[..end])?, end))),
        Context::Attribute if bytes.get(length) != Some(&b'=') => Some((known(&text[..length])?, length)),
        Context::Attribute => None,
    }
}

/// What HTML's table has under `name`, which ends in `;` where it has to. It also holds the beginnings of names, as nothing.
fn known(name: &str) -> Option<[Option<char>; 2]> {
    let &(first, second) = NAMED_ENTITIES.get(name)?;
    let character = |code| char::from_u32(code).filter(|&c| c != '\0');
    Some([Some(character(first)?), character(second)])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(text: &str, context: Context) -> String {
        let mut out = String::new();
        decode_into(text, context, &mut out);
        out
    }

    #[test]
    fn references_are_decoded_in_all_their_forms() {
        let text = "&#77;&#x61;&#X72;&#121 M&aacute;ria M&iacutea &#138; &NotEqualTilde; &nbsp;";
        assert_eq!(decoded(text, Context::Text), "Mary Mária Mía Š ≂\u{338} \u{a0}");
    }

    #[test]
    fn what_is_no_reference_stays() {
        let text = "A&B & &; &# &#x; &#xffffffffff; &nosuch; &";
        assert_eq!(decoded(text, Context::Text), text);
    }

    #[test]
    fn a_query_is_no_reference() {
        assert_eq!(decoded("?a=1&regina=2&copy=3&amp;b", Context::Attribute), "?a=1&regina=2&copy=3&b");
    }
}
