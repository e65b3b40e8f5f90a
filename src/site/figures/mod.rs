//! Figures: the analysis as charts, each with its table.

pub mod files;

use serde::Serialize;

use super::counts::{self, Form};
use super::html::{Html, escaped, put};
use super::pages::{Around, Filled, Step, matrix};
use super::sheet::Sheet;
use super::shell::crumbs;
use super::words;
use crate::analyse::{Basis, Count, Evidence, Unit};
use crate::chart::{self, Bar, Cell, Column, Ink, Marks, Matrix, Prevalence, Width};
use crate::model::settings::{Counts, Linking};
use crate::model::{Chart, Study, ThemeIx};
use crate::route::Route;

/// Above so many themes only main themes are drawn.
const MOST_BARS: usize = 60;
/// Above so many cells a matrix is no picture any more; `matrix.html` holds it as a table.
const MOST_CELLS: usize = 12_000;

/// The charts of the whole study that there are.
pub fn available(study: &Study) -> Vec<Chart> {
    let mut charts = Vec::new();
    if study.themes.is_empty() {
        return charts;
    }
    if study.settings.counts != Counts::Off {
        charts.push(Chart::Prevalence { theme: None });
    }
    if can_draw_matrix(study, None) {
        charts.push(Chart::Matrix { theme: None });
    }
    charts
}

fn can_draw_matrix(study: &Study, theme: Option<ThemeIx>) -> bool {
    let cells = study.participants.len() * themes(study, theme).len();
    study.settings.privacy.linking != Linking::None && cells > 0 && cells <= MOST_CELLS
}

/// The themes a chart shows: a subtree or all, only main themes where there are too many.
fn themes(study: &Study, theme: Option<ThemeIx>) -> Vec<ThemeIx> {
    let all: Vec<ThemeIx> = match theme {
        Some(theme) => study.subtree(theme).collect(),
        None => study.theme_ixs().collect(),
    };
    if all.len() <= MOST_BARS {
        return all;
    }
    match theme {
        Some(theme) => study.theme(theme).children.clone(),
        None => study.main_themes().collect(),
    }
}

/// What a chart is called and says.
struct Told {
    name: String,
    /// Unit, N, order, what a click does.
    caption: String,
    /// The same without what a click does.
    stands_alone: String,
    description: String,
}

fn told(sheet: &Sheet, chart: Chart) -> Told {
    let study = sheet.study();
    let about = chart.theme().map(|t| study.theme(t).name.to_string());
    let n = study.participants.len();
    match chart {
        Chart::Prevalence { theme } => {
            let counts: Vec<(ThemeIx, Count)> = themes(study, theme).into_iter().filter_map(|t| Some((t, sheet.count(t)?))).collect();
            let unit = match (study.settings.counts, sheet.analysis().basis) {
                (Counts::Quotes, _) => "Quotes coded to each".to_owned(),
                (_, Basis::Quoted) => format!("Participants, of {n}, who are quoted under each"),
                _ => format!("Participants, of {n}, who spoke of each at least once"),
            };
            let leaves = || counts.iter().filter(|(t, _)| study.theme(*t).is_leaf() || counts.len() < 3);
            let say = |(t, c): &(ThemeIx, Count)| format!("{} {}, {}", study.theme(*t).number, study.theme(*t).name, counts::phrase(c));
            let longest = leaves().max_by_key(|(t, c)| (c.n, std::cmp::Reverse(*t))).map(say).unwrap_or_default();
            let shortest = leaves().min_by_key(|(t, c)| (c.n, *t)).map(say).unwrap_or_default();
            Told {
                name: about.map_or_else(|| "Prevalence of themes".to_owned(), |a| format!("Prevalence: {a}")),
                caption: format!("{unit}. Code-book order. A bar opens the quotes it counts."),
                stands_alone: format!("{unit}. Code-book order."),
                description: format!("Horizontal bars, one for each theme, in code-book order. Longest: {longest}. Shortest: {shortest}."),
            }
        }
        Chart::Matrix { theme } => {
            let shown = themes(study, theme);
            let leaves = shown.iter().filter(|t| study.theme(**t).is_leaf()).count();
            let size = format!("{} by {}", words::count(n, "participant", "participants"), words::count(leaves, "theme", "themes"));
            Told {
                name: about.map_or_else(|| "Who spoke of what".to_owned(), |a| format!("Who spoke of what: {a}")),
                caption: format!("{size}. A mark opens that person’s words. Where nothing stands, nothing is coded."),
                stands_alone: format!("{size}. Where nothing stands, nothing is coded."),
                description: format!(
                    "A grid of {} and {}, with a mark where something is coded.",
                    words::count(leaves, "theme", "themes"),
                    words::count(n, "participant", "participants")
                ),
            }
        }
    }
}

/// Both drawings; the style sheet shows one of them.
fn drawings(sheet: &Sheet, chart: Chart, id: &str) -> String {
    drawing(sheet, chart, id, Width::Wide, &Ink::Page) + &drawing(sheet, chart, id, Width::Narrow, &Ink::Page)
}

fn drawing(sheet: &Sheet, chart: Chart, id: &str, width: Width, ink: &Ink) -> String {
    match chart {
        Chart::Prevalence { theme } => chart::prevalence(&prevalence(sheet, theme, id), width, ink),
        Chart::Matrix { theme } => chart::matrix(&matrix_of(sheet, theme, id), width, ink),
    }
}

fn prevalence(sheet: &Sheet, theme: Option<ThemeIx>, id: &str) -> Prevalence {
    let study = sheet.study();
    let told = told(sheet, Chart::Prevalence { theme });
    let shown = themes(study, theme);
    let depth_of_first = shown.first().map_or(0, |t| study.theme(*t).depth);
    let counts: Vec<(ThemeIx, Count)> = shown.into_iter().filter_map(|t| Some((t, sheet.count(t)?))).collect();
    let bars = counts.iter().map(|(t, count)| {
        let theme = study.theme(*t);
        Bar {
            label: theme.name.to_string(),
            number: theme.number.to_string(),
            depth: (theme.depth - depth_of_first).min(8) as u8,
            ink: theme.ink,
            n: count.n,
            href: sheet.links.evidence(count.quotes),
            name: format!("{} {}: {}", theme.number, theme.name, counts::phrase(count)),
        }
    });
    let unit = match study.settings.counts {
        Counts::Quotes => "quotes".to_owned(),
        _ => format!("participants, of {}", study.participants.len()),
    };
    let most = counts.iter().map(|(_, c)| c.of.unwrap_or(c.n)).max().unwrap_or(1).max(1);
    Prevalence { id: id.to_owned(), title: told.name, description: told.description, unit, max: most, bars: bars.collect() }
}

fn matrix_of(sheet: &Sheet, theme: Option<ThemeIx>, id: &str) -> Matrix {
    let study = sheet.study();
    let told = told(sheet, Chart::Matrix { theme });
    let groups = matrix::grouped(study);
    let order: Vec<_> = groups.iter().flat_map(|(name, members)| members.iter().map(move |p| (name.clone(), *p))).collect();
    let rows = themes(study, theme).into_iter().map(|t| {
        let theme = study.theme(t);
        let drawn = theme.is_leaf() || themes(study, None).len() < study.themes.len();
        let cells = order.iter().map(|(_, p)| {
            let cell = sheet.analysis().cell(t, *p).filter(|_| drawn)?;
            let id = &study.participant(*p).id;
            if cell.shown == 0 {
                let name = format!("{id}, {}: coded, not shown", theme.number);
                return Some(Cell { n: 0, href: String::new(), name });
            }
            Some(Cell {
                n: cell.shown,
                href: sheet.links.evidence(Evidence::Cell(t, *p)),
                name: if sheet.counted() {
                    format!("{id}, {}: {}", theme.number, words::count(cell.shown as usize, "quote", "quotes"))
                } else {
                    format!("{id}, {}", theme.number)
                },
            })
        });
        chart::Row {
            label: theme.name.to_string(),
            number: theme.number.to_string(),
            depth: theme.depth.min(8) as u8,
            ink: theme.ink,
            cells: if drawn { cells.collect() } else { Vec::new() },
        }
    });
    Matrix {
        id: id.to_owned(),
        title: told.name,
        description: told.description,
        columns: order.iter().map(|(name, p)| Column { label: study.participant(*p).id.to_string(), group: name.clone() }).collect(),
        rows: rows.collect(),
        marks: Marks::Presence,
    }
}

/// A chart in the author's text: the author's sentence on what it shows, or else its name; caption above; table behind it.
pub fn embedded(sheet: &Sheet, chart: Chart, headline: Option<&str>) -> Html {
    let number = sheet.next_figure();
    let told = told(sheet, chart);
    let name = headline.unwrap_or(&told.name);
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<figure class=\"fig tr\" id=\"fig-{number}\"><figcaption><b>Figure {number}. {}.</b> {}</figcaption>",
            escaped(name.trim_end_matches('.')),
            escaped(&told.caption)
        ),
    );
    match chart {
        Chart::Matrix { theme } if !can_draw_matrix(sheet.study(), theme) => {
            put(
                &mut out,
                format_args!(
                    "<p class=\"note\">Too large to draw: <a href=\"{}\">the matrix as a table</a>.</p>",
                    escaped(&sheet.to(&Route::Matrix))
                ),
            );
        }
        _ => {
            out.push_str(&drawings(sheet, chart, &format!("fig{number}")));
            put(&mut out, format_args!("<details><summary>The same figure as a table</summary>{}</details>", table(sheet, chart).0));
        }
    }
    out.push_str("</figure>");
    Html(out)
}

/// A chart's numbers as a table.
fn table(sheet: &Sheet, chart: Chart) -> Html {
    let study = sheet.study();
    let (theme, matrix) = match chart {
        Chart::Prevalence { theme } => (theme, false),
        Chart::Matrix { theme } => (theme, true),
    };
    let participants = study.settings.counts != Counts::Quotes;
    let heads = match (matrix, participants) {
        (true, _) => "<th scope=\"col\">Whose words are coded</th>".to_owned(),
        (false, true) => "<th scope=\"col\" class=\"n\">Participants</th><th scope=\"col\" class=\"n\">Quotes</th>".to_owned(),
        (false, false) => "<th scope=\"col\" class=\"n\">Quotes</th>".to_owned(),
    };
    let mut out = format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"The same figure as a table\" tabindex=\"0\"><table class=\"data\"><caption>The same figure as a table</caption><thead><tr><th scope=\"col\">Theme</th>{heads}</tr></thead><tbody>"
    );
    for t in themes(study, theme) {
        let th = study.theme(t);
        let (href, name) = (escaped(&sheet.to(&Route::Theme(t))), escaped(&th.name));
        if th.depth == 0 {
            put(
                &mut out,
                format_args!(
                    "<tr class=\"g t{}\"><th scope=\"row\"><a href=\"{href}\"><span class=\"badge\">{}</span> {name}</a></th>",
                    th.ink, th.number
                ),
            );
        } else {
            put(&mut out, format_args!("<tr><th class=\"i\" scope=\"row\"><a href=\"{href}\">{} {name}</a></th>", th.number));
        }
        if matrix {
            let people: Vec<String> = sheet
                .analysis()
                .cells(t)
                .iter()
                .map(|(p, cell)| {
                    let id = escaped(study.participant(*p).id.as_str());
                    if cell.shown > 0 {
                        format!("<a href=\"{}\">{id}</a>", escaped(&sheet.links.evidence(Evidence::Cell(t, *p))))
                    } else {
                        id
                    }
                })
                .collect();
            put(&mut out, format_args!("<td>{}</td>", people.join(" ")));
        } else {
            let count = if participants {
                sheet.analysis().count_in(study, t, Unit::Participants)
            } else {
                sheet.analysis().count_in(study, t, Unit::Quotes)
            };
            put(&mut out, format_args!("<td class=\"n\">{}</td>", counts::link(&sheet.links, &count, Form::Number, "count").0));
            if participants {
                let quotes = super::pages::shown_quotes(sheet, t);
                put(&mut out, format_args!("<td class=\"n\">{}</td>", counts::link(&sheet.links, &quotes, Form::Number, "count").0));
            }
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
    Html(out)
}

#[derive(Serialize)]
struct Index {
    figures: Vec<Listed>,
}

#[derive(Serialize)]
struct Listed {
    number: usize,
    name: String,
    caption: String,
    href: String,
}

pub fn index(sheet: &Sheet) -> Filled {
    let figures = available(sheet.study())
        .into_iter()
        .enumerate()
        .map(|(at, chart)| {
            let told = told(sheet, chart);
            Listed { number: at + 1, name: told.name, caption: told.caption, href: sheet.to(&Route::Figure(chart)) }
        })
        .collect();
    Filled::new("figures.html", "Figures", crumbs(sheet, &[("Figures".into(), None)]), &Index { figures })
        .says("The study’s figures, each with its numbers as a table.")
}

#[derive(Serialize)]
struct Figure {
    number: usize,
    name: String,
    caption: String,
    drawings: Html,
    table: Html,
    counted: bool,
    /// The drawing and its numbers as files.
    svg: String,
    csv: String,
    around: Around,
}

pub fn page(sheet: &Sheet, chart: Chart) -> Filled {
    let all = available(sheet.study());
    let at = all.iter().position(|c| *c == chart).unwrap_or(0);
    let this = told(sheet, chart);
    let step = |c: &Chart| Step { label: told(sheet, *c).name, href: sheet.to(&Route::Figure(*c)) };
    let figure = Figure {
        number: at + 1,
        name: this.name.clone(),
        caption: this.caption,
        drawings: Html(drawings(sheet, chart, "fig")),
        table: table(sheet, chart),
        counted: matches!(chart, Chart::Prevalence { .. }),
        svg: sheet.to(&Route::FigureSvg(chart)),
        csv: sheet.to(&Route::FigureCsv(chart)),
        around: Around {
            previous: at.checked_sub(1).and_then(|i| all.get(i)).map(step),
            up: Some(Step { label: "All figures".into(), href: sheet.to(&Route::Figures) }),
            next: all.get(at + 1).map(step),
        },
    };
    let trail = crumbs(sheet, &[("Figures".into(), Some(Route::Figures)), ((at + 1).to_string(), None)]);
    Filled::new("figure.html", this.name, trail, &figure).described(Some(this.description))
}
