//! A text that is compared, a quotation or what somebody said: as tokens, and as it is shown in a message.

use std::ops::Range;

use super::tokens::{NotationMarks, QuotationToken, QuotationTokenKind, TURN, normal, tokens};
use crate::diag::words;

/// A text in the form in which it is compared: as it is written, and as tokens.
pub struct TokenizedText {
    written: String,
    pub tokens: Vec<QuotationToken>,
}

impl TokenizedText {
    pub fn new(written: &str, marks: &NotationMarks) -> TokenizedText {
        let written = normal(written);
        let tokens = tokens(&written, marks);
        TokenizedText { written, tokens }
    }

    /// How many words were spoken in it.
    pub fn spoken(&self) -> usize {
        self.tokens.iter().filter(|t| t.is_spoken()).count()
    }

    /// A stretch of it by which a text that holds the same words is found without comparing: its longest word, or a few
    /// characters of a script without spaces.
    pub fn landmark(&self) -> &str {
        let plain = |t: &&QuotationToken| t.kind == QuotationTokenKind::Word && t.word.chars().all(char::is_alphabetic);
        // The first word of a piece may have another capital.
        let inner = self.tokens.windows(2).filter(|pair| pair[0].moves()).map(|pair| &pair[1]);
        let word = inner.filter(plain).max_by_key(|t| t.word.chars().count()).map_or("", |t| &self.written[t.at.clone()]);
        if word.chars().count() > 1 {
            return word;
        }
        let run = self.tokens.windows(4).find(|run| run.iter().all(|t| plain(&t)) && run[3].at.end - run[0].at.start < 17);
        run.map_or(word, |run| &self.written[run[0].at.start..run[3].at.end])
    }

    /// A text from a little before its nth word, as it is written.
    pub fn around(&self, n: usize, within: Range<usize>) -> String {
        let from = n.saturating_sub(2).max(within.start);
        let shown: Vec<&QuotationToken> = self.tokens[from.min(within.end)..within.end].iter().take(8).skip_while(|t| t.closes()).collect();
        let ([first, ..], [.., last]) = (&shown[..], &shown[..]) else { return "(the end)".to_owned() };
        words::shortened(&self.written[first.at.start..last.at.end].replace(TURN, " / "), 90)
    }

    /// The words around a place, for a message.
    pub fn near(&self, n: usize) -> String {
        self.around(n, 0..self.tokens.len())
    }
}
