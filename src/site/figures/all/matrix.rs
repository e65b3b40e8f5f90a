//! The matrix: who spoke of what, a mark where something is coded.

use crate::analyse::Evidence;
use crate::chart::{self, Matrix, MatrixCell, MatrixColumn, MatrixMarks, MatrixRow};
use crate::export::DataTable;
use crate::model::{FigureKind, FigureOption, FigureOptions, ParticipantIx, Study, ThemeIx};
use crate::route::Route;
use crate::site::figures::by_theme::{self, themes};
use crate::site::figures::figure::{Figure, FigureFrame, FigureRefusal, FigureWords};
use crate::site::groups::grouped;
use crate::site::html::{Html, escaped, put};
use crate::site::page_context::PageContext;
use crate::site::words;

/// Above so many cells a matrix is no picture any more; `matrix.html` holds it as a table.
const MOST_CELLS: usize = 12_000;

static KIND: FigureKind = FigureKind {
    name: "matrix",
    subject: "the matrix of participants",
    options: &[FigureOption::Theme],
    shows_counts: false,
    shows_participants: true,
};

pub struct MatrixFigure;

impl Figure for MatrixFigure {
    fn kind(&self) -> &'static FigureKind {
        &KIND
    }

    fn refusal(&self, study: &Study, options: &FigureOptions) -> Option<FigureRefusal> {
        match study.participants.len() * themes(study, options.theme).len() {
            0 => Some(FigureRefusal { reason: "There are no participants and themes to draw", instead: None }),
            1..=MOST_CELLS => None,
            _ => Some(FigureRefusal { reason: "Too large to draw", instead: Some((Route::Matrix, "the matrix as a table")) }),
        }
    }

    fn words(&self, context: &PageContext, options: &FigureOptions) -> FigureWords {
        let study = context.study();
        let leaves = themes(study, options.theme).iter().filter(|t| study.theme(**t).is_leaf()).count();
        let (participants, themes) =
            (words::count(study.participants.len(), "participant", "participants"), words::count(leaves, "theme", "themes"));
        let size = format!("{participants} by {themes}");
        FigureWords {
            name: options.theme.map_or_else(|| "Who spoke of what".to_owned(), |t| format!("Who spoke of what: {}", study.theme(t).name)),
            caption: format!("{size}. A mark opens that person’s words. Where nothing stands, nothing is coded."),
            standalone_caption: format!("{size}. Where nothing stands, nothing is coded."),
            description: format!("A grid of {themes} and {participants}, with a mark where something is coded."),
        }
    }

    fn drawing(&self, context: &PageContext, options: &FigureOptions, frame: &FigureFrame) -> String {
        let study = context.study();
        let columns: Vec<(Option<String>, ParticipantIx)> =
            grouped(study).into_iter().flat_map(|(name, members)| members.into_iter().map(move |p| (name.clone(), p))).collect();
        let only_upper = themes(study, None).len() < study.themes.len();
        let rows = themes(study, options.theme).into_iter().map(|t| {
            let theme = study.theme(t);
            let has_cells = theme.is_leaf() || only_upper;
            MatrixRow {
                label: theme.name.to_string(),
                number: theme.number.to_string(),
                depth: theme.depth.min(8) as u8,
                ink: theme.ink,
                cells: if has_cells { columns.iter().map(|(_, p)| cell(context, t, *p)).collect() } else { Vec::new() },
            }
        });
        let chart = Matrix {
            id: frame.id.to_owned(),
            title: frame.words.name.clone(),
            description: frame.words.description.clone(),
            rows: rows.collect(),
            columns: columns
                .iter()
                .map(|(name, p)| MatrixColumn { label: study.participant(*p).id.to_string(), group: name.clone() })
                .collect(),
            marks: MatrixMarks::Presence,
        };
        chart::matrix(&chart, frame.width, frame.ink)
    }

    fn table(&self, context: &PageContext, options: &FigureOptions) -> Html {
        let study = context.study();
        let heads = "<th scope=\"col\">Whose words are coded</th>";
        by_theme::table(context, &themes(study, options.theme), heads, |t, out| {
            let cells = context.analysis().cells(t).iter();
            let people = cells.map(|(p, cell)| {
                let id = escaped(study.participant(*p).id.as_str());
                match cell.shown {
                    0 => id,
                    _ => format!("<a href=\"{}\">{id}</a>", escaped(&context.links.evidence(Evidence::Cell(t, *p)))),
                }
            });
            put(out, format_args!("<td>{}</td>", people.collect::<Vec<_>>().join(" ")));
        })
    }

    fn data(&self, context: &PageContext, options: &FigureOptions) -> DataTable {
        let study = context.study();
        let columns = study.participants.iter().map(|p| p.id.to_string());
        by_theme::data(study, &themes(study, options.theme), columns, |t| {
            // Where nothing is counted, a mark says that something is coded.
            let cell = |p| match context.analysis().cell(t, p) {
                Some(cell) if cell.shown == 0 => "coded, not shown".to_owned(),
                Some(_) if context.count(t).is_none() => "x".to_owned(),
                Some(cell) => cell.shown.to_string(),
                None => String::new(),
            };
            study.participant_ixs().map(cell).collect()
        })
    }
}

/// A mark where something of a participant is coded to a theme.
fn cell(context: &PageContext, t: ThemeIx, p: ParticipantIx) -> Option<MatrixCell> {
    let cell = context.analysis().cell(t, p)?;
    let (id, number) = (&context.study().participant(p).id, &context.study().theme(t).number);
    if cell.shown == 0 {
        return Some(MatrixCell { n: 0, href: String::new(), name: format!("{id}, {number}: coded, not shown") });
    }
    let name = if context.is_counted() {
        format!("{id}, {number}: {}", words::count(cell.shown as usize, "quote", "quotes"))
    } else {
        format!("{id}, {number}")
    };
    Some(MatrixCell { n: cell.shown, href: context.links.evidence(Evidence::Cell(t, p)), name })
}
