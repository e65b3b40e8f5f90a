//! Tables that have a row for each theme of a figure.

use crate::export::DataTable;
use crate::model::{Study, ThemeIx};
use crate::route::Route;
use crate::site::html::{Html, escaped, put};
use crate::site::page_context::PageContext;

/// Above so many themes only main themes are drawn.
const MOST_THEMES: usize = 60;

/// The themes a figure shows: a subtree or all, only the upper ones where there are too many.
pub fn themes(study: &Study, theme: Option<ThemeIx>) -> Vec<ThemeIx> {
    let all: Vec<ThemeIx> = match theme {
        Some(theme) => study.subtree(theme).collect(),
        None => study.theme_ixs().collect(),
    };
    if all.len() <= MOST_THEMES {
        return all;
    }
    match theme {
        Some(theme) => study.theme(theme).children.clone(),
        None => study.main_themes().collect(),
    }
}

/// A table as HTML: `heads` are the `<th>` of the columns after the theme's, `cells` writes the `<td>` of one theme.
pub fn table(context: &PageContext, themes: &[ThemeIx], heads: &str, mut cells: impl FnMut(ThemeIx, &mut String)) -> Html {
    let study = context.study();
    let mut out = format!(
        "<div class=\"scroll\" role=\"region\" aria-label=\"The same figure as a table\" tabindex=\"0\"><table class=\"data\"><caption>The same figure as a table</caption><thead><tr><th scope=\"col\">Theme</th>{heads}</tr></thead><tbody>"
    );
    for &t in themes {
        let theme = study.theme(t);
        let (href, name) = (escaped(&context.to(&Route::Theme(t))), escaped(&theme.name));
        if theme.depth == 0 {
            put(
                &mut out,
                format_args!(
                    "<tr class=\"g t{}\"><th scope=\"row\"><a href=\"{href}\"><span class=\"badge\">{}</span> {name}</a></th>",
                    theme.ink, theme.number
                ),
            );
        } else {
            put(&mut out, format_args!("<tr><th class=\"i\" scope=\"row\"><a href=\"{href}\">{} {name}</a></th>", theme.number));
        }
        cells(t, &mut out);
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table></div>");
    Html(out)
}

/// A table to take away: `columns` are the names of those after the theme's id, number and name.
pub fn data(
    study: &Study,
    themes: &[ThemeIx],
    columns: impl IntoIterator<Item = String>,
    mut cells: impl FnMut(ThemeIx) -> Vec<String>,
) -> DataTable {
    let row = |t: &ThemeIx| {
        let theme = study.theme(*t);
        let mut row = vec![theme.id.to_string(), theme.number.to_string(), theme.name.to_string()];
        row.extend(cells(*t));
        row
    };
    let rows = themes.iter().map(row).collect();
    let mut table = DataTable { rows, columns: ["id", "number", "name"].map(str::to_owned).into_iter().chain(columns).collect() };
    table.notice(study);
    table
}
