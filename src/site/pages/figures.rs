//! Figures: the list of them, and a page for each.

use serde::Serialize;

use crate::model::FigureRef;
use crate::route::Route;
use crate::site::content::{PageContent, PageLink, PageLinks};
use crate::site::figures;
use crate::site::html::Html;
use crate::site::page_context::PageContext;
use crate::site::shell::crumbs;

#[derive(Serialize)]
struct FiguresIndex {
    figures: Vec<FigureEntry>,
}

#[derive(Serialize)]
struct FigureEntry {
    number: usize,
    name: String,
    caption: String,
    href: String,
}

pub fn index(context: &PageContext) -> PageContent {
    let figures = figures::of_study(context.study())
        .into_iter()
        .enumerate()
        .map(|(at, figure)| {
            let words = figures::words(context, &figure);
            FigureEntry { number: at + 1, name: words.name, caption: words.caption, href: context.to(&Route::Figure(figure)) }
        })
        .collect();
    PageContent::new("figures.html", "Figures", crumbs(context, &[("Figures".into(), None)]), &FiguresIndex { figures })
        .described_as("The study’s figures, each with its numbers as a table.")
}

#[derive(Serialize)]
struct FigureView {
    number: usize,
    name: String,
    caption: String,
    drawings: Html,
    table: Html,
    counted: bool,
    /// The drawing and its numbers as files.
    svg: String,
    csv: String,
    around: PageLinks,
}

pub fn page(context: &PageContext, figure: &FigureRef) -> PageContent {
    let all = figures::of_study(context.study());
    let at = all.iter().position(|f| f == figure).unwrap_or(0);
    let words = figures::words(context, figure);
    let step = |f: &FigureRef| PageLink { label: figures::words(context, f).name, href: context.to(&Route::Figure(*f)) };
    let view = FigureView {
        number: at + 1,
        drawings: figures::drawings(context, figure, &words, "fig"),
        table: figures::table(context, figure),
        counted: figure.kind.shows_counts,
        svg: context.to(&Route::FigureSvg(*figure)),
        csv: context.to(&Route::FigureCsv(*figure)),
        around: PageLinks {
            previous: at.checked_sub(1).and_then(|i| all.get(i)).map(step),
            up: Some(PageLink { label: "All figures".into(), href: context.to(&Route::Figures) }),
            next: all.get(at + 1).map(step),
        },
        name: words.name.clone(),
        caption: words.caption,
    };
    let trail = crumbs(context, &[("Figures".into(), Some(Route::Figures)), ((at + 1).to_string(), None)]);
    PageContent::new("figure.html", words.name, trail, &view).described(Some(words.description))
}
