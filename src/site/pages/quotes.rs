//! The quote list: every quote on one page where there are no more than fit one.

use serde::Serialize;

use crate::diag::Diagnostic;
use crate::model::QuoteIx;
use crate::model::settings::Linking;
use crate::route::Route;
use crate::search;
use crate::site::content::PageContent;
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::words;

#[derive(Serialize)]
struct QuoteList {
    lede: String,
    complete: bool,
    facets: Vec<ThemeFacet>,
    participants: Vec<(String, String)>,
    sections: Vec<QuoteSection>,
}

#[derive(Serialize)]
struct ThemeFacet {
    number: String,
    name: String,
    href: String,
    ink: u8,
    n: Option<usize>,
}

/// The quotes whose first theme lies under one main theme.
#[derive(Serialize)]
struct QuoteSection {
    number: String,
    name: String,
    ink: u8,
    href: String,
    quotes: Html,
}

pub fn fill(context: &PageContext) -> Result<PageContent, Diagnostic> {
    let study = context.study();
    let complete = !search::is_parted(study);
    let facets = study
        .main_themes()
        .map(|t| {
            let theme = study.theme(t);
            ThemeFacet {
                number: theme.number.to_string(),
                name: theme.name.to_string(),
                href: context.to(&Route::Theme(t)),
                ink: theme.ink,
                n: context.count(t).map(|_| context.analysis().shown_under(t) as usize),
            }
        })
        .collect();
    let participants = if study.settings.privacy.linking == Linking::Pages {
        study.participant_ixs().map(|p| (study.participant(p).id.to_string(), context.to(&Route::Participant(p)))).collect()
    } else {
        Vec::new()
    };
    let list = QuoteList {
        lede: lede(context, complete),
        complete,
        facets,
        participants,
        sections: if complete { sections(context)? } else { Vec::new() },
    };
    let says = list.lede.clone();
    Ok(PageContent::new("quotes.html", "Quotes", Vec::new(), &list).described_as(says))
}

fn lede(context: &PageContext, complete: bool) -> String {
    let study = context.study();
    if !context.is_counted() {
        return if complete {
            "Every quote shown, under the first theme each is coded to.".into()
        } else {
            "They stand on the pages of their themes.".into()
        };
    }
    let shown = words::count(context.analysis().shown() as usize, "quote", "quotes");
    let voices = study.participant_ixs().filter(|p| !context.analysis().quotes_of(*p).is_empty()).count();
    let from = format!("{shown} from {voices} of {}", words::count(study.participants.len(), "participant", "participants"));
    if complete {
        format!("{from}, under the first theme each is coded to.")
    } else {
        format!("{from}. They stand on the pages of their themes.")
    }
}

/// The quotes in the list's order, a section for each main theme.
fn sections(context: &PageContext) -> Result<Vec<QuoteSection>, Diagnostic> {
    let study = context.study();
    let main_of = |q: QuoteIx| study.quote(q).codings.first().map(|c| study.ancestors(c.theme).first().copied().unwrap_or(c.theme));
    let order = context.site.quote_order();
    let section = |quotes: &[QuoteIx]| {
        let main = quotes.first().and_then(|q| main_of(*q));
        let theme = main.map(|t| study.theme(t));
        Ok(QuoteSection {
            number: theme.map(|t| t.number.to_string()).unwrap_or_default(),
            // Quotes that lost their themes to a mistake are still somebody's words: the author sees them while mending it.
            name: theme.map_or_else(|| "Without a theme".into(), |t| t.name.to_string()),
            ink: theme.map_or(1, |t| t.ink),
            href: main.map_or_else(|| "#main".into(), |t| context.to(&Route::Theme(t))),
            quotes: context.quotes(quotes)?,
        })
    };
    order.chunk_by(|a, b| main_of(*a) == main_of(*b)).map(section).collect()
}
