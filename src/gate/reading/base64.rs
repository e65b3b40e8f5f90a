//! Data in base64 within a text, as in `data:image/svg+xml;base64,…`.

use std::borrow::Cow;

use memchr::memmem;

/// What stands before such data.
const INTRODUCTION: &str = "base64,";

/// Shorter data may be a word after all, and is left in the text too.
const SHORTEST_CUT: usize = 64;

/// Decodes the data in `text`, and takes it out, since by chance it would spell any short word.
pub(super) fn cut(text: &str) -> (Cow<'_, str>, Vec<Vec<u8>>) {
    let mut payloads = Vec::new();
    let mut kept = String::new();
    let mut rest = text;
    while let Some(at) = memmem::find(rest.as_bytes(), INTRODUCTION.as_bytes()) {
        let (before, data) = rest.split_at(at + INTRODUCTION.len());
        let (data, after) = data.split_at(data.bytes().take_while(|&byte| sextet(byte).is_some()).count());
        payloads.push(decode(data.as_bytes()));
        kept.push_str(before);
        if data.len() < SHORTEST_CUT {
            kept.push_str(data);
        }
        rest = after;
    }
    if payloads.is_empty() {
        return (Cow::Borrowed(text), payloads);
    }
    kept.push_str(rest);
    (Cow::Owned(kept), payloads)
}

fn decode(data: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(data.len() / 4 * 3 + 3);
    let (mut bits, mut count) = (0_u32, 0);
    for sextet in data.iter().filter_map(|&byte| sextet(byte)) {
        bits = bits << 6 | u32::from(sextet);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count & 0xff) as u8);
        }
    }
    bytes
}

/// The six bits of a letter, in the alphabet of files or that of addresses.
fn sextet(byte: u8) -> Option<u8> {
    Some(match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'+' | b'-' => 62,
        b'/' | b'_' => 63,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_is_taken_out_and_decoded() {
        let text = format!("a url(data:x;base64,{}==) b base64,Wm/DqyE c", "TWFy".repeat(16));
        let (text, payloads) = cut(&text);
        assert_eq!(text, "a url(data:x;base64,==) b base64,Wm/DqyE c");
        assert_eq!(payloads, ["Mar".repeat(16).as_bytes(), "Zoë!".as_bytes()]);
    }

    #[test]
    fn other_text_is_left_alone() {
        assert!(matches!(cut("base64 encoded"), (Cow::Borrowed(_), payloads) if payloads.is_empty()));
    }
}
