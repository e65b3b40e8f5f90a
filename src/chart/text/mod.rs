//! How wide a text is, and where its lines break, without opening a font.
//!
//! The page is set in whatever sans face the reader has, so a width is an estimate from a table:
//! that of Inter and Helvetica, which err on the wide side. [`reserve`] adds what the widest face
//! of the stack, DejaVu Sans, needs more.

mod advance;

use advance::{advance, full};

/// A size in units and a weight.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Face {
    pub(super) size: f64,
    pub(super) bold: bool,
}

/// How much wider 600 is set than regular.
const BOLD: f64 = 1.09;

/// How much wider DejaVu Sans is set than the table.
const WIDEST: f64 = 1.07;

/// No line begins with one of these …
const CLOSING: &str = "、。，．：；？！）」』】》〉〕］｝’”…—ー々·)]}!?,.:;%％";
/// … or ends with one of these.
const OPENING: &str = "（「『【《〈〔［｛‘“([{";

/// The width of one line of text, in the unit of the face's size.
pub(super) fn width(text: &str, face: Face) -> f64 {
    let thousandths: f64 = text.chars().map(|c| f64::from(advance(c))).sum();
    thousandths / 1000.0 * face.size * if face.bold { BOLD } else { 1.0 }
}

/// The room to keep for a line of this width, so that it fits in every face of the stack.
pub(super) fn reserve(width: f64) -> f64 {
    width * WIDEST
}

/// The width a line may have that is given this room: the reverse of [`reserve`].
pub(super) fn fitting(room: f64) -> f64 {
    room / WIDEST
}

/// Breaks a text into at most `most` lines that are no wider than `room`, and of nearly equal
/// length.
///
/// Lines break at spaces, after hyphens and dashes, and between Chinese, Japanese or Korean
/// characters; a word too long for a line breaks anywhere. What is longer still loses its end to an
/// ellipsis: the whole name is on the mark's link and in the table. An empty text has no lines.
pub(super) fn wrap(text: &str, face: Face, room: f64, most: usize) -> Vec<String> {
    let pieces = pieces(text, face, room);
    let lines = fill(&pieces, face, room);
    if lines.len() > most {
        return shorten(lines, face, room, most);
    }
    // The narrowest measure that needs no more lines balances them. It lies between an equal share
    // and `room`.
    let (mut narrow, mut wide, mut best) = (room / 2.0, room, lines);
    for _ in 0..8 {
        if best.len() < 2 {
            break;
        }
        let middle = f64::midpoint(narrow, wide);
        let tried = fill(&pieces, face, middle);
        if tried.len() == best.len() && tried.iter().all(|line| width(line, face) <= middle) {
            (wide, best) = (middle, tried);
        } else {
            narrow = middle;
        }
    }
    best
}

/// What a line can hold or leave, but not divide.
struct LinePiece {
    text: String,
    width: f64,
    spaced: bool,
}

/// The text cut at every place where a line may end; a piece wider than `room` is cut between
/// characters.
fn pieces(text: &str, face: Face, room: f64) -> Vec<LinePiece> {
    let mut pieces: Vec<LinePiece> = Vec::new();
    for word in text.split(|c: char| c.is_whitespace() && c != '\u{a0}').filter(|word| !word.is_empty()) {
        let mut spaced = !pieces.is_empty();
        let mut piece = String::new();
        let mut long = 0.0;
        let mut before = None;
        for c in word.chars() {
            let wide = width(c.encode_utf8(&mut [0; 4]), face);
            let cut = before.is_some_and(|before| breaks(before, c)) || (long + wide > room && wide > 0.0);
            if cut && !piece.is_empty() {
                pieces.push(LinePiece { text: std::mem::take(&mut piece), width: long, spaced });
                (long, spaced) = (0.0, false);
            }
            piece.push(c);
            long += wide;
            before = Some(c);
        }
        pieces.push(LinePiece { text: piece, width: long, spaced });
    }
    pieces
}

/// Whether a line may end between two characters of one word.
fn breaks(before: char, after: char) -> bool {
    if CLOSING.contains(after) || OPENING.contains(before) || advance(after) == 0 {
        return false;
    }
    full(before) || full(after) || matches!(before, '-' | '/' | '–' | '—' | '\u{200b}')
}

/// Fills lines one after the other, each as far as it goes.
fn fill(pieces: &[LinePiece], face: Face, room: f64) -> Vec<String> {
    let space = width(" ", face);
    let mut lines: Vec<String> = Vec::new();
    let mut long = 0.0;
    for piece in pieces {
        let before = if piece.spaced { space } else { 0.0 };
        match lines.last_mut() {
            Some(line) if long + before + piece.width <= room => {
                if piece.spaced {
                    line.push(' ');
                }
                line.push_str(&piece.text);
                long += before + piece.width;
            }
            _ => {
                lines.push(piece.text.clone());
                long = piece.width;
            }
        }
    }
    lines
}

/// Keeps `most` lines and ends the last one with an ellipsis.
fn shorten(mut lines: Vec<String>, face: Face, room: f64, most: usize) -> Vec<String> {
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        while !last.is_empty() && width(last, face) + width("…", face) > room {
            last.pop();
        }
        last.truncate(last.trim_end().len());
        last.push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: Face = Face { size: 13.0, bold: false };

    #[test]
    fn a_chinese_character_is_one_em_and_a_combining_mark_is_nothing() {
        assert_eq!(width("痛", TEXT), 13.0);
        assert_eq!(width("。", TEXT), 13.0);
        assert_eq!(width("e\u{301}", TEXT), width("e", TEXT));
        assert!(width("é", TEXT) >= width("e", TEXT));
    }

    #[test]
    fn the_table_is_not_narrower_than_inter() {
        // Measured in Inter at 13 px.
        for (text, inter) in [
            ("Improve patients’ quality of life", 188.7),
            ("Physical and mental liberation for caregivers", 272.5),
            ("PARTICIPANTS P03", 121.8),
        ] {
            let here = width(text, TEXT);
            assert!(here >= inter && here < inter * 1.04, "{text}: {here} for {inter}");
        }
    }

    #[test]
    fn lines_keep_every_word_fit_the_room_and_are_balanced() {
        let text = "Physical and mental liberation for caregivers";
        let lines = wrap(text, TEXT, 200.0, 4);
        assert_eq!(lines, ["Physical and mental", "liberation for caregivers"]);
        assert_eq!(wrap(text, TEXT, 400.0, 4), [text]);
    }

    #[test]
    fn chinese_breaks_anywhere_but_before_a_full_stop_and_after_a_bracket() {
        let lines = wrap("改善患者的生活质量。减轻照护者（家属）的负担", TEXT, 13.0 * 9.0, 9);
        assert_eq!(lines.concat(), "改善患者的生活质量。减轻照护者（家属）的负担");
        for line in &lines {
            assert!(width(line, TEXT) <= 13.0 * 9.0, "{line}");
            assert!(!line.starts_with('。') && !line.starts_with('）') && !line.ends_with('（'), "{line}");
        }
    }

    #[test]
    fn a_word_longer_than_the_line_is_cut_and_a_text_longer_than_the_lines_ends_in_an_ellipsis() {
        let lines = wrap(&"a".repeat(60), TEXT, 100.0, 9);
        assert!(lines.len() > 3 && lines.iter().all(|line| width(line, TEXT) <= 100.0));
        let lines = wrap(&"word ".repeat(60), TEXT, 100.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…') && width(&lines[1], TEXT) <= 100.0);
    }

    #[test]
    fn no_text_has_no_lines_and_no_room_loses_nothing() {
        assert!(wrap(" \n ", TEXT, 100.0, 3).is_empty());
        assert_eq!(wrap("ab", TEXT, 0.0, 9), ["a", "b"]);
    }
}
