//! The English words by which a claim is known, and the nouns for participants.

/// Nouns for those who took part, in lower case.
pub const PARTICIPANTS: &[&str] =
    &["participants", "participant", "interviewees", "interviewee", "respondents", "respondent", "informants", "informant"];
/// The same in Chinese.
pub const PARTICIPANTS_ZH: &[&str] = &["参与者", "受访者", "被访者", "访谈对象", "研究对象", "参加者"];

/// Whether a text names the participants at all.
pub fn names_participants(text: &str) -> bool {
    let lower = text.to_lowercase();
    PARTICIPANTS.iter().chain(PARTICIPANTS_ZH).any(|word| lower.contains(word))
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

/// Words that may be between a claim, its verb and its theme without changing what is claimed.
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
