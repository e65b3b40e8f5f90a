//! The words by which a claim is known: who is counted, and what is said of them.

use crate::analyse::Analysis;
use crate::model::{AttributeIs, Study};

use super::sentence::Sentence;

/// Whom a claim counts.
#[derive(Clone, Debug, PartialEq)]
pub enum Who {
    Participants,
    /// Those who share a value of a published attribute: the attribute's place, and the value.
    Group(usize, AttributeIs),
    /// A number without a noun.
    Unsaid,
}

const PARTICIPANTS: &[&str] =
    &["participants", "participant", "interviewees", "interviewee", "respondents", "respondent", "informants", "informant"];
pub const PARTICIPANTS_ZH: &[&str] = &["参与者", "受访者", "被访者", "访谈对象", "研究对象", "参加者"];

/// Whether a text names the participants at all.
pub fn names_participants(text: &str) -> bool {
    let lower = text.to_lowercase();
    PARTICIPANTS.iter().chain(PARTICIPANTS_ZH).any(|word| lower.contains(word))
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

pub fn is_among(study: &Study, participant: crate::model::ParticipantIx, who: &Who) -> bool {
    match who {
        Who::Participants | Who::Unsaid => true,
        Who::Group(at, value) => study.participant(participant).attributes[*at].as_ref() == Some(value),
    }
}

/// Of those counted, how many have words coded to a theme, and how many are quoted on it.
pub fn spoke(study: &Study, analysis: &Analysis, theme: crate::model::ThemeIx, who: &Who) -> (u32, u32) {
    let cells = analysis.cells(theme).iter().filter(|(p, _)| is_among(study, *p, who));
    cells.fold((0, 0), |(spoke, quoted), (_, cell)| (spoke + 1, quoted + u32::from(cell.shown > 0)))
}

/// To speak of something: what a coding says of a participant, no more and no less.
pub const SAY: &[&str] = &[
    "spoke",
    "speak",
    "speaks",
    "spoken",
    "talked",
    "talk",
    "talks",
    "mentioned",
    "mention",
    "mentions",
    "raised",
    "raise",
    "raises",
    "described",
    "describe",
    "describes",
    "reported",
    "report",
    "reports",
    "named",
    "name",
    "voiced",
    "voice",
    "expressed",
    "express",
    "brought",
    "bring",
    "told",
    "tell",
    "touched",
    "touch",
    "discussed",
    "discuss",
    "referred",
    "refer",
    "coded",
    "recounted",
    "addressed",
    "appears",
    "appeared",
    "occurs",
    "occurred",
];

/// To be quoted: what the site shows.
pub const QUOTED: &[&str] = &["quoted", "cited"];

/// To think, feel or want: it may be a part of what is coded, so that fewer may do it, and never more.
pub const HOLD: &[&str] = &[
    "wanted",
    "want",
    "hoped",
    "hope",
    "feared",
    "fear",
    "felt",
    "feel",
    "valued",
    "value",
    "experienced",
    "experience",
    "sought",
    "seek",
    "expected",
    "expect",
    "worried",
    "worry",
    "needed",
    "need",
    "mattered",
    "matter",
    "wished",
    "wish",
    "longed",
    "struggled",
    "struggle",
    "trusted",
    "trust",
    "stressed",
    "emphasised",
    "emphasized",
    "underlined",
    "praised",
    "complained",
    "missed",
    "found",
    "considered",
    "welcomed",
    "appreciated",
    "recalled",
    "remembered",
    "important",
    "said",
    "say",
    "says",
];

/// Words that deny or suppose: what they make of a number cannot be judged.
pub const DENY: &[&str] = &[
    "not", "never", "neither", "nor", "no", "without", "cannot", "hardly", "rarely", "seldom", "nothing", "none", "nobody", "would",
    "might", "could", "may", "should", "if", "whether", "unless", "failed", "refused", "denied", "avoided", "asked", "except",
];

/// Words that may stand between a claim, its verb and its theme without changing what is claimed.
pub const FILLERS: &[&str] = &[
    "a",
    "an",
    "the",
    "their",
    "his",
    "her",
    "its",
    "our",
    "this",
    "that",
    "of",
    "about",
    "on",
    "to",
    "up",
    "out",
    "in",
    "at",
    "all",
    "for",
    "by",
    "among",
    "with",
    "also",
    "have",
    "had",
    "has",
    "been",
    "was",
    "were",
    "is",
    "are",
    "be",
    "it",
    "how",
    "each",
    "interviews",
    "interview",
    "some",
    "form",
    "one",
    "way",
    "or",
    "another",
    "altogether",
    "total",
    "here",
    "under",
    "both",
    "came",
    "come",
    "comes",
    "words",
];

/// Words that may open a sentence without narrowing what it claims.
pub const OPENERS: &[&str] = &[
    "overall", "thus", "so", "and", "however", "yet", "still", "indeed", "second", "third", "finally", "theme", "subtheme", "topic",
    "code", "only", "just",
];
