//! Data in base64 within a text, as in `data:image/svg+xml;base64,…`.

use std::borrow::Cow;

use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, Engine, GeneralPurpose, GeneralPurposeConfig};
use memchr::memmem;

/// Takes what browsers take: padding or none, and bits after the last byte.
const LENIENT: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_allow_trailing_bits(true).with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// What such data begin with.
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
        let (data, after) = data.split_at(data.bytes().take_while(|&byte| is_base64(byte)).count());
        payloads.push(decode(data));
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

/// Decodes a run of the alphabet, which may mix the signs of files and addresses, be without padding, and be cut off.
fn decode(run: &str) -> Vec<u8> {
    let plain = run.replace('-', "+").replace('_', "/");
    // A single letter after the last group of four holds no whole byte.
    let whole = plain.len() - usize::from(plain.len() % 4 == 1);
    LENIENT.decode(&plain[..whole]).unwrap_or_default()
}

/// Whether a byte is of the alphabet of files or that of addresses.
fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'/' | b'_')
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
    fn what_is_cut_off_or_written_for_an_address_is_decoded_as_far_as_it_goes() {
        for (run, bytes) in [("Wm_DqyE", "Zoë!"), ("Wm/DqyE", "Zoë!"), ("TWFye", "Mar"), ("TWE", "Ma"), ("TWF", "Ma"), ("T", "")] {
            assert_eq!(decode(run), bytes.as_bytes(), "{run}");
        }
        assert_eq!(decode("-_+/"), [0xfb, 0xff, 0xbf]);
    }

    #[test]
    fn other_text_is_left_alone() {
        assert!(matches!(cut("base64 encoded"), (Cow::Borrowed(_), payloads) if payloads.is_empty()));
    }
}
