//! `quotation`, `negation-left-out`: a blockquote ascribed to somebody says what they said.
//!
//! It may leave out (`[…]`) and insert (`[he]`), nothing else ([`compare`]). What only looks different is equal ([`tokens`]).
//! Where the words are not those of whoever is named, the one who did say them is looked for. What is left out may turn the
//! meaning round ([`negation`]).

mod compare;
mod negation;
mod text;
mod tokens;

use super::rule::{Context, Rule};
use crate::analyse::Analysis;
use crate::diag::{Diagnostic, Subject, codes};
use crate::model::document::Quotation;
use crate::model::{Original, ParticipantIx, QuoteIx, Ref, Study, Turn, TurnSpeaker, Words};
use compare::{Mismatch, Slip, compare};
use text::TokenizedText;
use tokens::{NotationMarks, TURN};

codes! {
    Quotation {
        /// **Checks** every blockquote that ends in the id of a quote or of a participant, word by word, against what they said.
        /// It may leave out (`[…]`) and add (`[he]`), nothing else; signs that only look different are the same.
        ///
        /// **Why:** a participant must not be made to say what they did not say.
        ///
        /// **Example:** `> What he wanted was to sit at a table. (P03-02)`, where the quote has “the table again”.
        QUOTATION = "quotation", Error, "A quotation does not say what the quote says.";
        /// **Checks** what such a blockquote leaves out for words that deny: not, never, nobody and their like, in eight languages.
        ///
        /// **Why:** “I was […] afraid” has only words that were said, and means the contrary.
        ///
        /// **Example:** `> I was […] afraid of the pump. (P03-02)`, where the quote has “I was never afraid of the pump”.
        NEGATION_LEFT_OUT = "negation-left-out", Warning, "What a quotation leaves out holds a negation, and may turn its meaning round.";
    }
}

pub static RULE: Rule = Rule { codes: CODES, checked: "quotations in the text, word by word, against the quotes", check: Some(check) };

fn check(context: &Context) -> Vec<Diagnostic> {
    let Context { study, analysis, .. } = *context;
    let marks = NotationMarks::new(&study.settings.notation);
    let mut out = Vec::new();
    for page in &study.pages {
        page.document.each_quotation(&mut |quotation| {
            let by = match &quotation.by {
                Some(Ref::Quote(ix)) => AscribedTo::Quote(*ix),
                Some(Ref::Participant(ix)) => AscribedTo::Participant(*ix),
                _ => return,
            };
            let judge = QuotationJudge { study, analysis, marks: &marks, by };
            out.extend(judge.judge(quotation).map(|diagnostic| diagnostic.about(judge.subject())));
        });
    }
    out
}

/// Whom a quotation is ascribed to.
#[derive(Clone, Copy, PartialEq)]
enum AscribedTo {
    Quote(QuoteIx),
    Participant(ParticipantIx),
}

struct QuotationJudge<'a> {
    study: &'a Study,
    analysis: &'a Analysis,
    marks: &'a NotationMarks,
    by: AscribedTo,
}

impl QuotationJudge<'_> {
    fn judge(&self, quotation: &Quotation<Ref>) -> Option<Diagnostic> {
        let written = TokenizedText::new(&quotation.text, self.marks);
        let who = self.who();
        if written.spoken() == 0 {
            return Some(
                Diagnostic::at(&QUOTATION, quotation.span, format!("this quotation has no words of `{who}`"))
                    .help("what is left out and what is added stand in brackets; between them there must be what was said"),
            );
        }
        let (candidates, voice): (&[QuoteIx], _) = match &self.by {
            AscribedTo::Quote(ix) => (std::slice::from_ref(ix), None),
            AscribedTo::Participant(ix) => (self.analysis.quotes_of(*ix), Some(*ix)),
        };
        let mut best: Option<(Mismatch, QuoteIx)> = None;
        let mut turned: Option<Diagnostic> = None;
        for &ix in candidates {
            for (speech, language) in texts_of(self.study, ix, voice) {
                let speech = TokenizedText::new(&speech, self.marks);
                match compare(&written, &speech, language) {
                    Ok(denials) => match denials.first() {
                        None => return None,
                        Some(at) => turned = turned.or_else(|| Some(self.turned(quotation, ix, &speech, *at))),
                    },
                    Err(mismatch) => {
                        if best.as_ref().is_none_or(|(b, _)| mismatch.matched > b.matched) {
                            best = Some((mismatch, ix));
                        }
                    }
                }
            }
        }
        if turned.is_some() {
            return turned;
        }
        if let Some(elsewhere) = self.elsewhere(quotation, &written) {
            return Some(elsewhere);
        }
        let message = format!("this quotation does not say what `{who}` said");
        let diagnostic = Diagnostic::at(&QUOTATION, quotation.span, message);
        Some(match best {
            None => diagnostic.help(format!("no words of `{who}` are in the study; add the quote, or correct the id at its end")),
            Some((m, ix)) => {
                let quote = self.study.quote(ix);
                diagnostic.also(quote.span, format!("has “{}”", m.found)).help(format!(
                    "you wrote “{}” where the quote has “{}”; {}",
                    m.written,
                    m.found,
                    remedy(m.slip)
                ))
            }
        })
    }

    fn who(&self) -> String {
        match self.by {
            AscribedTo::Quote(ix) => self.study.quote(ix).id.to_string(),
            AscribedTo::Participant(ix) => self.study.participant(ix).id.to_string(),
        }
    }

    fn subject(&self) -> Subject {
        match self.by {
            AscribedTo::Quote(ix) => Subject::quote(self.study.quote(ix).id.as_str()),
            AscribedTo::Participant(ix) => Subject::participant(self.study.participant(ix).id.as_str()),
        }
    }

    fn turned(&self, quotation: &Quotation<Ref>, ix: QuoteIx, speech: &TokenizedText, at: usize) -> Diagnostic {
        let word = negation::whole(&speech.tokens, at);
        Diagnostic::at(&NEGATION_LEFT_OUT, quotation.span, format!("what is left out of this quotation holds “{word}”"))
            .also(self.study.quote(ix).span, format!("has “{}”", speech.near(at)))
            .help(format!("without it the words may say the contrary; quote “{word}” too, or leave out the whole sentence it stands in"))
    }

    /// Who did say the words, if not whoever is named. Two words are everybody's.
    fn elsewhere(&self, quotation: &Quotation<Ref>, written: &TokenizedText) -> Option<Diagnostic> {
        if written.spoken() < 3 {
            return None;
        }
        let landmark = written.landmark();
        let fits = |speech: &str| speech.contains(landmark) && compare(written, &TokenizedText::new(speech, self.marks), "").is_ok();
        let who = self.who();
        for ix in self.study.quote_ixs().filter(|ix| AscribedTo::Quote(*ix) != self.by) {
            let quote = self.study.quote(ix);
            // Whoever is named was heard already; of an exchange the others' turns remain.
            let others = quote.voices.iter().filter(|v| AscribedTo::Participant(**v) != self.by);
            let found = others.copied().find(|v| texts_of(self.study, ix, Some(*v)).iter().any(|(speech, _)| fits(speech)));
            let (message, help) = if let Some(voice) = found {
                let voice = &self.study.participant(voice).id;
                (format!("`{who}` did not say this: `{voice}` said it, in `{}`", quote.id), format!("write `({})` at its end", quote.id))
            } else if quote.voices.is_empty() && texts_of(self.study, ix, None).iter().any(|(speech, _)| fits(speech)) {
                (format!("`{who}` did not say this: it stands in `{}`", quote.id), format!("write `({})` at its end", quote.id))
            } else if asked(self.study, ix).any(fits) {
                (
                    format!("`{who}` did not say this: the interviewer did, in `{}`", quote.id),
                    "quote what was answered, or tell the question in your own words".to_owned(),
                )
            } else {
                continue;
            };
            return Some(Diagnostic::at(&QUOTATION, quotation.span, message).also(quote.span, "said here").help(help));
        }
        None
    }
}

fn remedy(slip: Option<Slip>) -> &'static str {
    match slip {
        Some(Slip::Dots) => "what you leave out is marked `[…]`; a bare `…` is the speaker’s own trailing off",
        Some(Slip::Replaced) => "a bracket adds and does not replace: write `[…] [he]` where it stands for words of the speaker",
        Some(Slip::Notation) => {
            "by the study’s `notation` this bracket stands for words of the speaker: it is kept, or left out with `[…]`"
        }
        None => "what is left out is marked `[…]`, what is added stands in brackets, `[he]`",
    }
}

/// The texts a quotation may be taken from, each with its language; of an exchange, where a participant is named, that
/// participant's turns alone.
fn texts_of(study: &Study, ix: QuoteIx, voice: Option<ParticipantIx>) -> Vec<(String, &str)> {
    let of = |turns: &[Turn]| -> Vec<String> {
        let own = turns.iter().filter(|t| voice.is_none_or(|v| t.speaker == TurnSpeaker::Participant(v)));
        let texts: Vec<String> = own.map(|t| t.text.to_string()).collect();
        let together = texts.join(if voice.is_some() { TURN } else { " " });
        texts.into_iter().chain(std::iter::once(together)).collect()
    };
    let quote = study.quote(ix);
    let spoken = study.source(quote.source).language.as_deref().unwrap_or(&study.settings.language);
    let shown = if quote.words.original_language().is_some() { &*study.settings.language } else { spoken };
    let texts: Vec<(Vec<String>, &str)> = match &quote.words {
        Words::Speech { text, original } => {
            let original = original.as_ref().map(|Original { language, text }| (vec![text.to_string()], &**language));
            std::iter::once((vec![text.to_string()], shown)).chain(original).collect()
        }
        Words::Exchange { turns, original } => {
            let original = original.as_ref().map(|(language, turns)| (of(turns), &**language));
            std::iter::once((of(turns), shown)).chain(original).collect()
        }
        Words::Paraphrase(_) | Words::Unset => Vec::new(),
    };
    texts.into_iter().flat_map(|(texts, language)| texts.into_iter().map(move |text| (text, language))).collect()
}

/// What the interviewer said in a quote that is shown.
fn asked(study: &Study, ix: QuoteIx) -> impl Iterator<Item = &str> {
    let quote = study.quote(ix);
    let turns = match &quote.words {
        Words::Exchange { turns, .. } => &turns[..],
        _ => &[],
    };
    let asked = quote.asked.as_deref().filter(|_| quote.is_shown());
    asked.into_iter().chain(turns.iter().filter(|t| t.speaker == TurnSpeaker::Interviewer).map(|t| &*t.text))
}
