//! Quotes: who said them, where, and how much of them may be told.

use std::sync::Arc;

use super::hidden::Hidden;
use super::names::{Entity, Names, Want};
use super::people::Missing;
use crate::diag::{Diagnostic, Span, Spanned, Subject, code};
use crate::model::settings::{Consent, Linking, Settings};
use crate::model::{
    Coding, Id, Original, Participant, ParticipantIx, Quote, QuoteIx, Source, SourceIx, SourceKind, Stance, Turn, TurnSpeaker, Words,
};
use crate::parse::{RawQuote, RawQuotes, RawSpeaker, RawTurn, RawWords};

pub struct Quotes<'a> {
    pub settings: &'a Settings,
    pub participants: &'a [Participant],
    pub names: &'a mut Names,
    pub diagnostics: &'a mut Vec<Diagnostic>,
    pub sources: Vec<Source>,
    pub quotes: Vec<Quote>,
    /// For each source, who in it is not told apart.
    pub lost: Vec<Missing>,
    pub hidden: &'a mut Hidden,
}

/// Whose words a file holds, as far as is known.
enum Whose {
    Source(SourceIx),
    /// Nobody in it is told apart: they withdrew, or are only counted.
    Gone(Entity),
    /// Already said what is wrong.
    Wrong,
}

/// Who speaks in a quote, as far as is known.
enum Voices {
    /// Those who are told apart, and whether others speak too who are only counted.
    Known(Vec<ParticipantIx>, bool),
    /// Somebody in it withdrew, or all in it are only counted: the quote is not there.
    Gone(Entity),
    /// Already said what is wrong.
    Wrong,
}

impl Quotes<'_> {
    /// Enters one quote file.
    pub fn file(&mut self, raw: &RawQuotes, start: Span) {
        match self.whose(raw, start) {
            Whose::Source(source) => raw.quotes.iter().for_each(|q| self.quote(q, source, raw.participant.as_ref())),
            Whose::Gone(why) => raw.quotes.iter().for_each(|q| self.leave_out(q, why)),
            Whose::Wrong => raw.quotes.iter().for_each(|q| self.lose(q)),
        }
    }

    fn leave_out(&mut self, raw: &RawQuote, why: Entity) {
        self.hidden.quote(raw);
        self.hidden.id(&raw.id);
        self.names.enter(&raw.id, why, self.diagnostics);
    }

    /// The quote is not there because of a mistake already said; what refers to it is not called wrong as well.
    fn lose(&mut self, raw: &RawQuote) {
        self.names.lose(&[raw.id.value.folded()]);
    }

    /// The source of a file: the one it names, or a new one of the participant it names.
    fn whose(&mut self, raw: &RawQuotes, start: Span) -> Whose {
        let named = raw.source.as_ref().map(|id| (id, Want::Source)).or(raw.participant.as_ref().map(|id| (id, Want::Participant)));
        let Some((id, want)) = named else {
            self.diagnostics.push(
                Diagnostic::at(&code::NO_SPEAKER, start, "the file does not say whose words it holds")
                    .help("write `participant: P01` in its first line, or `source: …` with an id from `quotes/sources.yaml`"),
            );
            return Whose::Wrong;
        };
        if let Some(gone @ (Entity::Withdrawn | Entity::Counted)) = self.names.get(id.value.as_str()) {
            return Whose::Gone(gone);
        }
        match self.names.find(id, want, self.diagnostics) {
            Some(Entity::Source(ix)) => Whose::Source(ix),
            Some(Entity::Participant(person)) => {
                self.lost.push(Missing::default());
                self.sources.push(Source {
                    id: None,
                    kind: SourceKind::Interview,
                    participants: vec![person],
                    wave: None,
                    order: raw.order,
                    language: None,
                    minutes: None,
                });
                Whose::Source(SourceIx(self.sources.len() as u32 - 1))
            }
            _ => Whose::Wrong,
        }
    }

    /// Enters one quote of a source; `speaker` is whose words the file says it holds.
    fn quote(&mut self, raw: &RawQuote, source: SourceIx, speaker: Option<&Spanned<Id>>) {
        let ix = QuoteIx(self.quotes.len() as u32);
        let (voices, counted) = match self.voices(raw, source, speaker) {
            Voices::Known(voices, counted) => (voices, counted),
            Voices::Gone(why) => return self.leave_out(raw, why),
            Voices::Wrong => return self.lose(raw),
        };
        let unnamed = is_unnamed(raw, &voices);
        if unnamed && self.lost[source.at()].withdrew {
            self.diagnostics.push(
                Diagnostic::at(
                    &code::WITHDRAWN_VOICE,
                    raw.id.span,
                    format!("`{}` is left out: somebody in its source withdrew, and it may be theirs", raw.id.value),
                )
                .about(Subject::quote(raw.id.value.as_str()))
                .help("if it is not, name who speaks: `participant: …`, or the speaker of each turn"),
            );
            return self.leave_out(raw, Entity::Withdrawn);
        }
        // Of what they said together nothing may be set.
        let narrowed = if counted || unnamed && self.lost[source.at()].counted { Consent::Aggregate } else { Consent::Dataset };
        let consent = self.consent(raw, &voices, source, unnamed).min(narrowed);
        if consent == Consent::None {
            return self.leave_out(raw, Entity::Withdrawn);
        }
        if self.settings.privacy.linking == Linking::None {
            self.hidden.id(&raw.id);
        }
        if consent == Consent::Paraphrase {
            self.hidden.quotes.push(raw.span);
        }
        let is_new = self.names.enter(&raw.id, Entity::Quote(ix), self.diagnostics);
        let mut codings: Vec<Coding> = Vec::new();
        for (id, stance) in &raw.themes {
            if let Some(Entity::Theme(theme)) = self.names.find(id, Want::Theme, self.diagnostics) {
                match codings.iter_mut().find(|c| c.theme == theme) {
                    // For and against the same theme is both ways.
                    Some(coding) if coding.stance != *stance => coding.stance = Stance::Mixed,
                    Some(_) => {}
                    None => codings.push(Coding { theme, stance: *stance }),
                }
            }
        }
        codings.sort_by_key(|c| c.theme);
        let words = self.words(raw, consent);
        if !is_new {
            return;
        }
        let shown = !matches!(words, Words::Unset);
        let kept = |text: &Option<Arc<str>>| text.clone().filter(|_| shown);
        self.quotes.push(Quote {
            id: raw.id.value.clone(),
            source,
            voices,
            codings,
            asked: kept(&raw.asked),
            context: kept(&raw.context),
            at: kept(&raw.at).filter(|_| self.settings.privacy.times),
            meaning: kept(&raw.meaning),
            words,
            in_dataset: consent == Consent::Dataset,
            span: raw.id.span,
        });
    }

    /// The quote's own participant, else the voices of its turns, else the source's where it has one; else the group.
    fn voices(&mut self, raw: &RawQuote, source: SourceIx, speaker: Option<&Spanned<Id>>) -> Voices {
        let kind = self.sources[source.at()].kind;
        if kind.is_researchers() {
            return Voices::Known(Vec::new(), false);
        }
        let plain = !matches!(raw.words, RawWords::Turns { .. });
        let mut named: Vec<&Spanned<Id>> = raw.participant.iter().chain(speaker.filter(|_| plain && raw.participant.is_none())).collect();
        if let RawWords::Turns { turns, original } = &raw.words {
            let all = turns.iter().chain(original.iter().flat_map(|(_, t)| t));
            named.extend(all.filter_map(|t| match &t.speaker {
                RawSpeaker::Participant(id) => Some(id),
                _ => None,
            }));
        }
        let mut voices = Vec::new();
        let mut counted = false;
        for id in named {
            match self.names.get(id.value.as_str()) {
                Some(gone @ Entity::Withdrawn) => return Voices::Gone(gone),
                Some(Entity::Counted) => counted = true,
                _ => match self.names.find(id, Want::Participant, self.diagnostics) {
                    Some(Entity::Participant(ix)) => {
                        let among = &self.sources[source.at()].participants;
                        if !among.contains(&ix) && !among.is_empty() {
                            self.diagnostics.push(
                                Diagnostic::at(&code::VOICE_ELSEWHERE, id.span, format!("`{}` did not take part in this source", id.value))
                                    .about(Subject::participant(id.value.as_str()))
                                    .help("correct the id, or add the participant to the source in `quotes/sources.yaml`"),
                            );
                            return Voices::Wrong;
                        }
                        if !voices.contains(&ix) {
                            voices.push(ix);
                        }
                    }
                    _ => return Voices::Wrong,
                },
            }
        }
        if voices.is_empty()
            && plain
            && !self.lost[source.at()].withdrew
            && !self.lost[source.at()].counted
            && !counted
            && let [one] = self.sources[source.at()].participants[..]
        {
            voices.push(one);
        }
        if counted && voices.is_empty() {
            return Voices::Gone(Entity::Counted);
        }
        voices.sort();
        Voices::Known(voices, counted)
    }

    /// The narrowest of study, participants and quote; where a voice is not named, of everybody in the source.
    fn consent(&self, raw: &RawQuote, voices: &[ParticipantIx], source: SourceIx, unnamed: bool) -> Consent {
        let own = raw.consent.unwrap_or(self.settings.consent.default);
        let voices = if unnamed { &self.sources[source.at()].participants } else { voices };
        voices.iter().map(|v| self.participants[v.at()].consent).fold(own.min(self.settings.consent.default), Consent::min)
    }

    fn words(&mut self, raw: &RawQuote, consent: Consent) -> Words {
        if raw.withheld || consent == Consent::Aggregate {
            self.hidden.quote(raw);
            return Words::Unset;
        }
        if consent == Consent::Paraphrase && !matches!(raw.words, RawWords::Paraphrase(_)) {
            self.diagnostics.push(
                Diagnostic::at(
                    &code::CONSENT_WORDS,
                    raw.id.span,
                    format!("`{}` gives words, but only a paraphrase was agreed to", raw.id.value),
                )
                .about(Subject::quote(raw.id.value.as_str()))
                .help("write `paraphrase:` with your own words in the place of `text:`"),
            );
            self.hidden.quote(raw);
            return Words::Unset;
        }
        match &raw.words {
            RawWords::Text { text, original } => Words::Speech {
                text: Arc::clone(text),
                original: original.as_ref().map(|(language, text)| Original { language: Arc::clone(language), text: Arc::clone(text) }),
            },
            RawWords::Turns { turns, original } => Words::Exchange {
                turns: self.turns(turns),
                original: original.as_ref().map(|(language, turns)| (Arc::clone(language), self.turns(turns))),
            },
            RawWords::Paraphrase(text) => Words::Paraphrase(Arc::clone(text)),
            RawWords::Missing => Words::Unset,
        }
    }

    fn turns(&self, raw: &[RawTurn]) -> Vec<Turn> {
        raw.iter()
            .map(|t| Turn {
                speaker: match &t.speaker {
                    RawSpeaker::Interviewer => TurnSpeaker::Interviewer,
                    RawSpeaker::Unknown => TurnSpeaker::Unknown,
                    RawSpeaker::Participant(id) => match self.names.get(id.value.as_str()) {
                        Some(Entity::Participant(ix)) => TurnSpeaker::Participant(ix),
                        _ => TurnSpeaker::Unknown,
                    },
                },
                text: Arc::clone(&t.text),
            })
            .collect()
    }
}

/// Whether a quote holds words of somebody who is not named.
fn is_unnamed(raw: &RawQuote, voices: &[ParticipantIx]) -> bool {
    let unknown = |turns: &[RawTurn]| turns.iter().any(|t| matches!(t.speaker, RawSpeaker::Unknown));
    match &raw.words {
        RawWords::Turns { turns, original } => unknown(turns) || original.as_ref().is_some_and(|(_, turns)| unknown(turns)),
        _ => voices.is_empty(),
    }
}
