//! A figure to take away: the drawing with its colours, title and source written in, and its numbers.

use super::{drawing, themes, told};
use crate::analyse::Unit;
use crate::chart::{Ink, Width};
use crate::export::{NOTICE, Table};
use crate::model::Chart;
use crate::model::settings::Counts;
use crate::site::sheet::Sheet;

/// The wide drawing, to stand in an article.
pub fn svg(sheet: &Sheet, chart: Chart) -> String {
    let settings = &sheet.study().settings;
    let authors = settings.authors.iter().map(|a| a.name.to_string()).collect::<Vec<_>>().join(", ");
    let notice = if settings.illustrative { NOTICE } else { "" };
    let licence = settings.licence.text.as_deref().unwrap_or_default();
    let source = [notice, &*settings.title, &*authors, licence].iter().filter(|p| !p.is_empty()).copied().collect::<Vec<_>>().join(". ");
    // What a click does holds on the page alone.
    let caption = told(sheet, chart).stands_alone;
    drawing(sheet, chart, "figure", Width::Wide, &Ink::Standalone { caption, source })
}

/// The numbers: a row for each theme.
pub fn table(sheet: &Sheet, chart: Chart) -> Table {
    let study = sheet.study();
    let mut columns: Vec<String> = ["id", "number", "name"].map(str::to_owned).to_vec();
    match chart {
        Chart::Prevalence { .. } if study.settings.counts == Counts::Quotes => columns.push("quotes".into()),
        Chart::Prevalence { .. } => columns.extend(["participants", "of", "quotes"].map(str::to_owned)),
        Chart::Matrix { .. } => columns.extend(study.participants.iter().map(|p| p.id.to_string())),
    }
    let rows = themes(study, chart.theme()).into_iter().map(|t| {
        let theme = study.theme(t);
        let mut row = vec![theme.id.to_string(), theme.number.to_string(), theme.name.to_string()];
        let quotes = sheet.analysis().shown_under(t).to_string();
        match chart {
            Chart::Prevalence { .. } if study.settings.counts == Counts::Quotes => row.push(quotes),
            Chart::Prevalence { .. } => {
                let count = sheet.analysis().count_in(study, t, Unit::Participants);
                row.extend([count.n.to_string(), study.participants.len().to_string(), quotes]);
            }
            // Where nothing is counted, a mark says that something is coded.
            Chart::Matrix { .. } => row.extend(study.participant_ixs().map(|p| match sheet.analysis().cell(t, p) {
                Some(cell) if cell.shown == 0 => "coded, not shown".to_owned(),
                Some(_) if sheet.count(t).is_none() => "x".to_owned(),
                Some(cell) => cell.shown.to_string(),
                None => String::new(),
            })),
        }
        row
    });
    let mut table = Table { rows: rows.collect(), columns };
    table.notice(study);
    table
}
