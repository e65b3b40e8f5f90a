//! Figures: the analysis as charts, each with its words, its table and its files.
//!
//! Pages, texts, downloads and the list of routes ask here, and nothing outside [`all`] knows one figure from another.

mod all;
mod by_theme;
mod figure;

use std::sync::LazyLock;

use all::ALL;
pub use figure::FigureWords;
use figure::{Figure, FigureFrame, FigureRefusal};

use super::html::{Html, escaped, put};
use super::page_context::PageContext;
use crate::chart::{Ink, Width};
use crate::export::{DataTable, NOTICE};
use crate::model::{FigureBan, FigureKind, FigureRef, Study};

/// What a text may embed, for whoever reads references.
pub fn kinds() -> &'static [&'static FigureKind] {
    static KINDS: LazyLock<Vec<&'static FigureKind>> = LazyLock::new(|| ALL.iter().map(|figure| figure.kind()).collect());
    &KINDS
}

/// The figures of the whole study that can be drawn.
pub fn of_study(study: &Study) -> Vec<FigureRef> {
    kinds().iter().copied().map(FigureRef::whole).filter(|figure| refusal(study, figure).is_none()).collect()
}

fn find(figure: &FigureRef) -> Option<&'static dyn Figure> {
    ALL.iter().copied().find(|known| known.kind() == figure.kind)
}

/// Why a figure cannot be drawn, if it cannot.
fn refusal(study: &Study, figure: &FigureRef) -> Option<FigureRefusal> {
    let reason = match figure.kind.ban(&study.settings) {
        Some(FigureBan::CountsOff) => "This study does not count",
        Some(FigureBan::LinkingNone) => "This study does not show which words are one person’s",
        None => return find(figure)?.refusal(study, &figure.options),
    };
    Some(FigureRefusal { reason, instead: None })
}

/// What a figure is called and says.
pub fn words(context: &PageContext, figure: &FigureRef) -> FigureWords {
    find(figure).map(|known| known.words(context, &figure.options)).unwrap_or_default()
}

/// Both drawings; the style sheet shows one of them.
pub fn drawings(context: &PageContext, figure: &FigureRef, words: &FigureWords, id: &str) -> Html {
    Html([Width::Wide, Width::Narrow].map(|width| drawing(context, figure, &FigureFrame { id, words, width, ink: &Ink::Page })).concat())
}

fn drawing(context: &PageContext, figure: &FigureRef, frame: &FigureFrame) -> String {
    find(figure).map(|known| known.drawing(context, &figure.options, frame)).unwrap_or_default()
}

/// What a figure shows, as a table on the page.
pub fn table(context: &PageContext, figure: &FigureRef) -> Html {
    find(figure).map(|known| known.table(context, &figure.options)).unwrap_or_default()
}

/// A figure's numbers, to take away.
pub fn data(context: &PageContext, figure: &FigureRef) -> DataTable {
    find(figure).map_or_else(|| DataTable { columns: Vec::new(), rows: Vec::new() }, |known| known.data(context, &figure.options))
}

/// The wide drawing with its colours, title and source written in, to be put into an article.
pub fn svg(context: &PageContext, figure: &FigureRef) -> String {
    let settings = &context.study().settings;
    let authors = settings.authors.iter().map(|a| a.name.to_string()).collect::<Vec<_>>().join(", ");
    let notice = if settings.illustrative { NOTICE } else { "" };
    let licence = settings.licence.text.as_deref().unwrap_or_default();
    let source = [notice, &*settings.title, &*authors, licence].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(". ");
    let words = words(context, figure);
    let ink = Ink::Standalone { caption: words.standalone_caption.clone(), source };
    drawing(context, figure, &FigureFrame { id: "figure", words: &words, width: Width::Wide, ink: &ink })
}

/// A figure in the author's text: the author's sentence on what it shows, or else its name; caption above; table behind it.
pub fn embedded(context: &PageContext, figure: &FigureRef, headline: Option<&str>) -> Html {
    let number = context.next_figure();
    let words = words(context, figure);
    let name = headline.unwrap_or(&words.name);
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<figure class=\"fig tr\" id=\"fig-{number}\"><figcaption><b>Figure {number}. {}.</b> {}</figcaption>",
            escaped(name.trim_end_matches('.')),
            escaped(&words.caption)
        ),
    );
    match refusal(context.study(), figure) {
        Some(refusal) => refused(context, &refusal, &mut out),
        None => {
            out.push_str(&drawings(context, figure, &words, &format!("fig{number}")).0);
            let table = table(context, figure).0;
            put(&mut out, format_args!("<details><summary>The same figure as a table</summary>{table}</details>"));
        }
    }
    out.push_str("</figure>");
    Html(out)
}

/// In the place of a drawing: why there is none, and what shows the same.
fn refused(context: &PageContext, refusal: &FigureRefusal, out: &mut String) {
    put(out, format_args!("<p class=\"note\">{}", escaped(refusal.reason)));
    if let Some((route, label)) = &refusal.instead {
        put(out, format_args!(": <a href=\"{}\">{}</a>", escaped(&context.to(route)), escaped(label)));
    }
    out.push_str(".</p>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_a_name_of_its_own_that_can_be_an_address() {
        let mut names: Vec<&str> = kinds().iter().map(|kind| kind.name).collect();
        assert!(names.iter().all(|name| name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')), "{names:?}");
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), ALL.len());
    }
}
