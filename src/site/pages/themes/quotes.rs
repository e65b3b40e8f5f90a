//! The quotes on a theme's page, and the sentence that counts them.

use crate::analyse::{Basis, Unit};
use crate::diag::Diagnostic;
use crate::model::settings::Linking;
use crate::model::{ParticipantIx, QuoteIx, ThemeIx};
use crate::site::counts::{self, CountForm};
use crate::site::html::Html;
use crate::site::page_context::PageContext;

/// "17 of 20 participants spoke of this, 2 against it, in 32 quotes."
pub fn sentence(context: &PageContext, ix: ThemeIx) -> Html {
    let Some(count) = context.count(ix) else { return Html::default() };
    let here = if context.study().theme(ix).is_leaf() { "#quotes" } else { "#main" };
    let quotes = context.shown_quotes(ix);
    let quotes_link = counts::link_to(&context.links, &quotes, CountForm::Phrase, "count", here);
    let mut out = counts::link_to(&context.links, &count, CountForm::Phrase, "count", here).0;
    match (count.unit, count.basis) {
        (Unit::Quotes, _) => {
            out.push_str(if count.n == 1 { " is coded here" } else { " are coded here" });
            if quotes.n != count.n {
                out.push_str(&format!(", {} of them shown", quotes.n));
            }
        }
        (Unit::Participants, Basis::Quoted) => {
            out.push_str(&format!(" here{}, in {}", counts::remarks(&count), quotes_link.0));
        }
        (Unit::Participants, _) => {
            out.push_str(&format!(" spoke of this{}", counts::remarks(&count)));
            if count.shown == count.n {
                out.push_str(&format!(", in {}", quotes_link.0));
            } else {
                let from = match count.shown {
                    0 => "none of their words are shown".to_owned(),
                    n => format!("{} from {n} of them {} shown", quotes_link.0, if quotes.n == 1 { "is" } else { "are" }),
                };
                out.push_str(&format!("; {from}"));
            }
        }
    }
    out.push('.');
    Html(out)
}

/// Quotes of a leaf by participant, so that a cell of the matrix leads to `#P03`; its example first, set larger.
pub fn leaf_quotes(context: &PageContext, ix: ThemeIx) -> Result<Html, Diagnostic> {
    let study = context.study();
    let mut out = String::new();
    let quotes = context.analysis().quotes(ix);
    if let Some(first) = study.theme(ix).examples.first() {
        out.push_str(&context.lead_quote(*first)?.0);
    }
    if study.settings.privacy.linking == Linking::None {
        out.push_str(&context.quotes(&unlinked(context, quotes))?.0);
        return Ok(Html(out));
    }
    let mut by_voice: Vec<(ParticipantIx, Vec<QuoteIx>)> = Vec::new();
    let mut others = Vec::new();
    for &q in quotes {
        let voices = &study.quote(q).voices;
        if voices.is_empty() {
            others.push(q);
        }
        for &v in voices {
            match by_voice.binary_search_by_key(&v, |(p, _)| *p) {
                Ok(at) => by_voice[at].1.push(q),
                Err(at) => by_voice.insert(at, (v, vec![q])),
            }
        }
    }
    for (voice, quotes) in by_voice {
        out.push_str(&format!("<div class=\"of w\" id=\"{}\">", study.participant(voice).id));
        out.push_str(&context.quotes(&quotes)?.0);
        out.push_str("</div>");
    }
    out.push_str(&context.quotes(&others)?.0);
    Ok(Html(out))
}

/// A child's quotes on its parent's page, deeper ones under their own headings' numbers only.
pub fn child_quotes(context: &PageContext, child: ThemeIx) -> Result<Html, Diagnostic> {
    let study = context.study();
    let mut out = String::new();
    if let Some(first) = study.theme(child).examples.first()
        && !context.has_quote(*first)
    {
        out.push_str(&context.lead_quote(*first)?.0);
    }
    let quotes: Vec<QuoteIx> = unlinked(context, context.analysis().quotes(child))
        .into_iter()
        .filter(|q| Some(q) != study.theme(child).examples.first())
        .collect();
    out.push_str(&context.quotes(&quotes)?.0);
    Ok(Html(out))
}

/// Quotes in the order they may be listed: under `linking: none` not by speaker.
fn unlinked(context: &PageContext, quotes: &[QuoteIx]) -> Vec<QuoteIx> {
    match &context.links.names.order {
        None => quotes.to_vec(),
        Some(_) => {
            let mut sorted = quotes.to_vec();
            sorted.sort_by_key(|q| context.links.names.quote(*q).to_owned());
            sorted
        }
    }
}
