//! Who is counted by a claim, and how many of them the study has.

use super::sentence::Sentence;
use super::vocabulary::{PARTICIPANTS, PARTICIPANTS_ZH};
use crate::analyse::Analysis;
use crate::model::{AttributeIs, ParticipantIx, Study, ThemeIx};

/// Whom a claim counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    Participants,
    /// Those who share a value of a published attribute: the attribute's place, and the value.
    Group(usize, AttributeIs),
    /// A number without a noun.
    Unsaid,
}

/// The names that groups may go by: of every published attribute, every value that a participant has.
pub struct Groups(Vec<(Vec<String>, Who)>);

impl Groups {
    pub fn new(study: &Study) -> Groups {
        let mut names: Vec<(Vec<String>, Who)> = Vec::new();
        for (at, attribute) in study.settings.attributes.iter().enumerate() {
            for (value, named) in attribute.values.iter().enumerate() {
                for name in [&named.one, &named.many, &named.key] {
                    let words: Vec<String> = name.to_lowercase().split_whitespace().map(str::to_owned).collect();
                    let who = Who::Group(at, AttributeIs::Value(value));
                    let number = words.first().is_none_or(|w| w.starts_with(|c: char| c.is_ascii_digit()));
                    if !number && !names.contains(&(words.clone(), who.clone())) {
                        names.push((words, who));
                    }
                }
            }
        }
        // A name of two groups is nobody's; the longest name is looked for first.
        let twice = |words: &[String], who: &Who| names.iter().any(|(w, other)| w == words && other != who);
        let mut alone: Vec<_> = names.iter().filter(|(words, who)| !twice(words, who)).cloned().collect();
        alone.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        Groups(alone)
    }

    /// Whom the words at a place name, and where they end.
    pub fn subject(&self, s: &Sentence, at: usize) -> Option<(Who, usize)> {
        if s.is(at, PARTICIPANTS) {
            let here = s.is(at + 1, &["in"]) && s.is(at + 2, &["the", "this", "our"]) && s.is(at + 3, &["study"]);
            let end = if here { at + 4 } else { at + 1 + usize::from(s.is(at + 1, &["interviewed"])) };
            return Some((Who::Participants, end));
        }
        if s.is(at, &["people", "persons"]) {
            let ends = [&["interviewed"][..], &["we", "interviewed"], &["who", "were", "interviewed"]];
            let end = ends.iter().find(|words| words.iter().enumerate().all(|(n, w)| s.word(at + 1 + n) == *w))?;
            return Some((Who::Participants, at + 1 + end.len()));
        }
        let named = |words: &[String]| words.iter().enumerate().all(|(n, word)| s.word(at + n) == word);
        self.0.iter().find(|(words, _)| named(words)).map(|(words, who)| (who.clone(), at + words.len()))
    }

    /// The same in a Chinese text.
    pub fn subject_zh(&self, text: &str) -> Option<(Who, usize)> {
        if let Some(word) = PARTICIPANTS_ZH.iter().find(|word| text.starts_with(**word)) {
            return Some((Who::Participants, word.len()));
        }
        let found = self.0.iter().find(|(words, _)| matches!(&words[..], [name] if !name.is_ascii() && text.starts_with(&**name)))?;
        Some((found.1.clone(), found.0[0].len()))
    }
}

/// How many there are of those counted.
pub fn total(study: &Study, who: &Who) -> u32 {
    study.participant_ixs().filter(|p| is_among(study, *p, who)).count() as u32
}

/// Whether a participant is one of those counted.
pub fn is_among(study: &Study, participant: ParticipantIx, who: &Who) -> bool {
    match who {
        Who::Participants | Who::Unsaid => true,
        Who::Group(at, value) => study.participant(participant).attributes[*at].as_ref() == Some(value),
    }
}

/// Of those counted, how many have words coded to a theme, and how many are quoted on it.
pub fn spoke(study: &Study, analysis: &Analysis, theme: ThemeIx, who: &Who) -> (u32, u32) {
    let cells = analysis.cells(theme).iter().filter(|(p, _)| is_among(study, *p, who));
    cells.fold((0, 0), |(spoke, quoted), (_, cell)| (spoke + 1, quoted + u32::from(cell.shown > 0)))
}
