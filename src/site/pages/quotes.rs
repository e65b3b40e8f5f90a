//! The quote list: every quote on one page where there are no more than fit one.

use serde::Serialize;

use super::Filled;
use super::themes::unlinked;
use crate::diag::Diagnostic;
use crate::model::settings::Linking;
use crate::model::{QuoteIx, ThemeIx};
use crate::route::{QUOTES_ON_ONE_PAGE, Route};
use crate::site::html::Html;
use crate::site::sheet::Sheet;
use crate::site::words;

#[derive(Serialize)]
struct List {
    lede: String,
    complete: bool,
    facets: Vec<Facet>,
    participants: Vec<(String, String)>,
    sections: Vec<Section>,
}

#[derive(Serialize)]
struct Facet {
    number: String,
    name: String,
    href: String,
    ink: u8,
    n: Option<usize>,
}

/// The quotes whose first theme lies under one main theme.
#[derive(Serialize)]
struct Section {
    number: String,
    name: String,
    ink: u8,
    href: String,
    quotes: Html,
}

pub fn fill(sheet: &Sheet) -> Result<Filled, Diagnostic> {
    let study = sheet.study();
    let complete = study.quotes.len() <= QUOTES_ON_ONE_PAGE;
    let facets = study
        .main_themes()
        .map(|t| {
            let theme = study.theme(t);
            Facet {
                number: theme.number.to_string(),
                name: theme.name.to_string(),
                href: sheet.to(&Route::Theme(t)),
                ink: theme.ink,
                n: sheet.count(t).map(|_| sheet.analysis().quotes(t).len()),
            }
        })
        .collect();
    let participants = if study.settings.privacy.linking == Linking::Pages {
        study.participant_ixs().map(|p| (study.participant(p).id.to_string(), sheet.to(&Route::Participant(p)))).collect()
    } else {
        Vec::new()
    };
    let list = List {
        lede: lede(sheet, complete),
        complete,
        facets,
        participants,
        sections: if complete { sections(sheet)? } else { Vec::new() },
    };
    Ok(Filled::new("quotes.html", "Quotes", Vec::new(), &list))
}

fn lede(sheet: &Sheet, complete: bool) -> String {
    let study = sheet.study();
    let shown = words::count(sheet.analysis().shown() as usize, "quote", "quotes");
    let voices = study.participant_ixs().filter(|p| !sheet.analysis().quotes_of(*p).is_empty()).count();
    let from = format!("{shown} from {voices} of {}", words::count(study.participants.len(), "participant", "participants"));
    if complete {
        format!("{from}, under the first theme each is coded to.")
    } else {
        format!("{from}. They stand on the pages of their themes.")
    }
}

fn sections(sheet: &Sheet) -> Result<Vec<Section>, Diagnostic> {
    let study = sheet.study();
    let main_of = |q: QuoteIx| study.quote(q).codings.first().map(|c| study.ancestors(c.theme).first().copied().unwrap_or(c.theme));
    let mut sections = Vec::new();
    for main in study.main_themes() {
        let theme = study.theme(main);
        let mut quotes: Vec<(ThemeIx, QuoteIx)> = study
            .quote_ixs()
            .filter(|q| study.quote(*q).is_shown() && main_of(*q) == Some(main))
            .filter_map(|q| Some((study.quote(q).codings.first()?.theme, q)))
            .collect();
        quotes.sort();
        let quotes: Vec<QuoteIx> = quotes.into_iter().map(|(_, q)| q).collect();
        if quotes.is_empty() {
            continue;
        }
        sections.push(Section {
            number: theme.number.to_string(),
            name: theme.name.to_string(),
            ink: theme.ink,
            href: sheet.to(&Route::Theme(main)),
            quotes: super::themes::whole(sheet, &unlinked(sheet, &quotes))?,
        });
    }
    // Quotes that lost their themes to a mistake are still somebody's words: the author sees them while mending it.
    let loose: Vec<QuoteIx> = study.quote_ixs().filter(|q| study.quote(*q).is_shown() && study.quote(*q).codings.is_empty()).collect();
    if !loose.is_empty() {
        sections.push(Section {
            number: String::new(),
            name: "Without a theme".into(),
            ink: 1,
            href: "#main".into(),
            quotes: super::themes::whole(sheet, &loose)?,
        });
    }
    Ok(sections)
}
