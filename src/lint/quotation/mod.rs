//! `quotation`, `negation-left-out`: a blockquote ascribed to somebody says what they said.
//!
//! It may leave out (`[…]`) and insert (`[he]`), nothing else ([`compare`]). What only looks different is equal ([`tokens`]).
//! Where the words are not those of whoever is named, the one who did say them is looked for. What is left out may turn the
//! meaning round ([`negation`]).

mod compare;
mod negation;
mod tokens;

use crate::analyse::Analysis;
use crate::diag::{Diagnostic, code};
use crate::model::document::Quotation;
use crate::model::{Original, ParticipantIx, QuoteIx, Ref, Study, Turn, TurnSpeaker, Words};
use compare::{Mismatch, Slip, Text, compare};
use tokens::{Marks, TURN};

pub fn check(study: &Study, analysis: &Analysis) -> Vec<Diagnostic> {
    let marks = Marks::new(&study.settings.notation);
    let mut out = Vec::new();
    for page in &study.pages {
        page.document.each_quotation(&mut |quotation| {
            let by = match &quotation.by {
                Some(Ref::Quote(ix)) => By::Quote(*ix),
                Some(Ref::Participant(ix)) => By::Participant(*ix),
                _ => return,
            };
            out.extend(Judge { study, analysis, marks: &marks, by }.judge(quotation));
        });
    }
    out
}

/// Whom a quotation is ascribed to.
#[derive(Clone, Copy, PartialEq)]
enum By {
    Quote(QuoteIx),
    Participant(ParticipantIx),
}

struct Judge<'a> {
    study: &'a Study,
    analysis: &'a Analysis,
    marks: &'a Marks,
    by: By,
}

impl Judge<'_> {
    fn judge(&self, quotation: &Quotation<Ref>) -> Option<Diagnostic> {
        let written = Text::new(&quotation.text, self.marks);
        let who = self.who();
        if written.spoken() == 0 {
            return Some(
                Diagnostic::at(&code::QUOTATION, quotation.span, format!("this quotation has no words of `{who}`"))
                    .help("what is left out and what is added stand in brackets; between them there must be what was said"),
            );
        }
        let (candidates, voice): (&[QuoteIx], _) = match &self.by {
            By::Quote(ix) => (std::slice::from_ref(ix), None),
            By::Participant(ix) => (self.analysis.quotes_of(*ix), Some(*ix)),
        };
        let mut best: Option<(Mismatch, QuoteIx)> = None;
        let mut turned: Option<Diagnostic> = None;
        for &ix in candidates {
            for (said, language) in said(self.study, ix, voice) {
                let said = Text::new(&said, self.marks);
                match compare(&written, &said, language) {
                    Ok(denials) => match denials.first() {
                        None => return None,
                        Some(at) => turned = turned.or_else(|| Some(self.turned(quotation, ix, &said, *at))),
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
        let diagnostic = Diagnostic::at(&code::QUOTATION, quotation.span, message);
        Some(match best {
            None => diagnostic.help(format!("no words of `{who}` are in the study; add the quote, or correct the id at its end")),
            Some((m, ix)) => {
                let quote = self.study.quote(ix);
                diagnostic.also(quote.span, format!("has “{}”", m.said)).help(format!(
                    "you wrote “{}” where the quote has “{}”; {}",
                    m.written,
                    m.said,
                    remedy(m.slip)
                ))
            }
        })
    }

    fn who(&self) -> String {
        match self.by {
            By::Quote(ix) => self.study.quote(ix).id.to_string(),
            By::Participant(ix) => self.study.participant(ix).id.to_string(),
        }
    }

    fn turned(&self, quotation: &Quotation<Ref>, ix: QuoteIx, said: &Text, at: usize) -> Diagnostic {
        let word = negation::whole(&said.tokens, at);
        Diagnostic::at(&code::NEGATION_LEFT_OUT, quotation.span, format!("what is left out of this quotation holds “{word}”"))
            .also(self.study.quote(ix).span, format!("has “{}”", said.near(at)))
            .help(format!("without it the words may say the contrary; quote “{word}” too, or leave out the whole sentence it stands in"))
    }

    /// Who did say the words, if not whoever is named. Two words are everybody's.
    fn elsewhere(&self, quotation: &Quotation<Ref>, written: &Text) -> Option<Diagnostic> {
        if written.spoken() < 3 {
            return None;
        }
        let landmark = written.landmark();
        let fits = |said: &str| said.contains(landmark) && compare(written, &Text::new(said, self.marks), "").is_ok();
        let who = self.who();
        for ix in self.study.quote_ixs().filter(|ix| By::Quote(*ix) != self.by) {
            let quote = self.study.quote(ix);
            // Whoever is named was heard already; of an exchange the others' turns remain.
            let others = quote.voices.iter().filter(|v| By::Participant(**v) != self.by);
            let found = others.copied().find(|v| said(self.study, ix, Some(*v)).iter().any(|(said, _)| fits(said)));
            let (message, help) = if let Some(voice) = found {
                let voice = &self.study.participant(voice).id;
                (format!("`{who}` did not say this: `{voice}` said it, in `{}`", quote.id), format!("write `({})` at its end", quote.id))
            } else if quote.voices.is_empty() && said(self.study, ix, None).iter().any(|(said, _)| fits(said)) {
                (format!("`{who}` did not say this: it stands in `{}`", quote.id), format!("write `({})` at its end", quote.id))
            } else if asked(self.study, ix).any(fits) {
                (
                    format!("`{who}` did not say this: the interviewer did, in `{}`", quote.id),
                    "quote what was answered, or tell the question in your own words".to_owned(),
                )
            } else {
                continue;
            };
            return Some(Diagnostic::at(&code::QUOTATION, quotation.span, message).also(quote.span, "said here").help(help));
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
fn said(study: &Study, ix: QuoteIx, voice: Option<ParticipantIx>) -> Vec<(String, &str)> {
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
