//! A text as its characters and the words it is cut into.

use super::dictionary::{self, Entry, Speech, is_han};
use std::ops::Range;

/// A word, in characters of the text.
pub(super) struct ZhWord {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) speech: Speech,
    /// How often the dictionary counted the word; 1 where it does not know it.
    pub(super) frequency: u32,
    /// Whether a prefecture or county has this name.
    pub(super) names_region: bool,
}

impl ZhWord {
    fn new(start: usize, end: usize, entry: Entry) -> Self {
        Self { start, end, speech: entry.speech, frequency: entry.frequency, names_region: entry.names_region }
    }

    pub(super) fn len(&self) -> usize {
        self.end - self.start
    }
}

/// A text, its characters and its words.
pub(super) struct ZhText<'a> {
    text: &'a str,
    chars: Vec<char>,
    /// The byte at which each character begins, and the length of the text.
    offsets: Vec<usize>,
    pub(super) words: Vec<ZhWord>,
    /// The word that each character belongs to.
    owner: Vec<usize>,
    brackets: Vec<Range<usize>>,
}

impl<'a> ZhText<'a> {
    /// Cuts a text into words.
    pub(super) fn new(text: &'a str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let offsets: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let words = words(&chars);
        let mut owner = vec![0; chars.len()];
        for (at, word) in words.iter().enumerate() {
            owner[word.start..word.end].fill(at);
        }
        let brackets = brackets(&chars);
        Self { text, chars, offsets, words, owner, brackets }
    }

    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    /// The character at a place, or a full stop beyond the ends.
    pub(super) fn at(&self, at: usize) -> char {
        self.chars.get(at).copied().unwrap_or('。')
    }

    /// The character before a place, or a full stop.
    pub(super) fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('。', |at| self.at(at))
    }

    /// The text of some characters; what lies beyond the end is left off.
    pub(super) fn slice(&self, start: usize, end: usize) -> &'a str {
        let end = end.min(self.len());
        if start >= end { "" } else { &self.text[self.offsets[start]..self.offsets[end]] }
    }

    pub(super) fn text_of(&self, word: &ZhWord) -> &'a str {
        self.slice(word.start, word.end)
    }

    /// The word that holds a character.
    pub(super) fn word_at(&self, at: usize) -> Option<&ZhWord> {
        self.owner.get(at).map(|&word| &self.words[word])
    }

    /// The word before a place at which a word begins.
    pub(super) fn word_before(&self, at: usize) -> Option<&ZhWord> {
        self.word_at(at.checked_sub(1)?)
    }

    /// Whether a word begins at a character; so does nothing, after the end.
    pub(super) fn begins_word(&self, at: usize) -> bool {
        self.word_at(at).is_none_or(|word| word.start == at)
    }

    /// Whether the characters from `at` on are these.
    pub(super) fn has(&self, at: usize, word: &str) -> bool {
        self.offsets.get(at).is_some_and(|&byte| self.text[byte..].starts_with(word))
    }

    /// Whether the characters before `at` are these.
    pub(super) fn has_before(&self, at: usize, word: &str) -> bool {
        self.offsets.get(at).is_some_and(|&byte| self.text[..byte].ends_with(word))
    }

    /// Whether some of the characters are in square brackets.
    pub(super) fn in_brackets(&self, chars: &Range<usize>) -> bool {
        self.brackets.iter().any(|one| chars.start < one.end && one.start < chars.end)
    }

    pub(super) fn bytes(&self, chars: &Range<usize>) -> Range<usize> {
        self.offsets[chars.start]..self.offsets[chars.end]
    }
}

/// The words of a text: its Chinese is cut where the words are likeliest together, letters and digits make one word as long as they
/// last, and any other character is by itself.
fn words(chars: &[char]) -> Vec<ZhWord> {
    const OTHER: Entry = Entry { speech: Speech::Function, frequency: 1, names_region: false };
    let mut words = Vec::with_capacity(chars.len());
    let mut at = 0;
    while let Some(&c) = chars.get(at) {
        let run = |is: fn(char) -> bool| at + chars[at..].iter().take_while(|c| is(**c)).count();
        if is_han(c) {
            let end = run(is_han);
            cut(&chars[..end], at, &mut words);
            at = end;
        } else {
            let end = run(|c| c.is_ascii_alphanumeric()).max(at + 1);
            words.push(ZhWord::new(at, end, OTHER));
            at = end;
        }
    }
    words
}

/// The best way from a character to the end of the stretch.
#[derive(Clone, Copy)]
struct Step {
    likelihood: f64,
    end: usize,
    entry: Entry,
}

/// Adds the words of a stretch of Chinese characters, which is from `start` on: of all ways through the graph of the dictionary's
/// words the likeliest, each word being as likely as it is frequent.
fn cut(chars: &[char], start: usize, words: &mut Vec<ZhWord>) {
    let stretch = &chars[start..];
    let mut steps = vec![Step { likelihood: 0.0, end: stretch.len(), entry: Entry::UNKNOWN }; stretch.len() + 1];
    for at in (0..stretch.len()).rev() {
        let mut best: Option<Step> = None;
        dictionary::words_at_start(&stretch[at..], |length, entry| {
            let likelihood = entry.likelihood() + steps[at + length].likelihood;
            // Of two ways as likely the longer word.
            if best.is_none_or(|best| likelihood >= best.likelihood) {
                best = Some(Step { likelihood, end: at + length, entry });
            }
        });
        steps[at] = best.unwrap_or_else(|| {
            let likelihood = Entry::UNKNOWN.likelihood() + steps[at + 1].likelihood;
            Step { likelihood, end: at + 1, entry: Entry::UNKNOWN }
        });
    }
    let mut at = 0;
    while at < stretch.len() {
        let step = &steps[at];
        words.push(ZhWord::new(start + at, start + step.end, step.entry));
        at = step.end;
    }
}

fn brackets(chars: &[char]) -> Vec<Range<usize>> {
    let mut all = Vec::new();
    let mut open = None;
    for (at, c) in chars.iter().enumerate() {
        match c {
            '[' | '［' | '【' => open = Some(at),
            ']' | '］' | '】' => all.extend(open.take().map(|start| start..at + 1)),
            _ => {}
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_beyond_the_ends_are_full_stops() {
        let text = ZhText::new("好人");
        assert_eq!((text.before(0), text.at(0), text.at(2)), ('。', '好', '。'));
        assert_eq!(text.slice(1, 9), "人");
    }

    #[test]
    fn a_text_is_cut_into_its_likeliest_words() {
        let text = ZhText::new("我们在医院里等了3个小时，a好");
        let words: Vec<&str> = text.words.iter().map(|word| text.text_of(word)).collect();
        assert_eq!(words, ["我们", "在", "医院", "里", "等", "了", "3", "个", "小时", "，", "a", "好"]);
    }

    #[test]
    fn a_word_is_found_by_any_of_its_characters() {
        let text = ZhText::new("我在医院，a好");
        assert_eq!(text.word_at(3).map(|word| text.text_of(word)), Some("医院"));
        assert_eq!(text.bytes(&(2..4)), 6..12);
    }

    #[test]
    fn brackets_cover_what_touches_them() {
        let text = ZhText::new("在[某地]住");
        assert!(text.in_brackets(&(2..4)) && !text.in_brackets(&(0..1)) && !text.in_brackets(&(5..6)));
    }
}
