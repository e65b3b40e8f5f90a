//! Participants down, themes across by their numbers.

use super::cell::{ColumnClass, cell, groupings, head_cell};
use crate::model::ThemeIx;
use crate::route::Route;
use crate::site::groups::grouped;
use crate::site::html::{Html, escaped, put};
use crate::site::page_context::PageContext;

/// Above so many cells only main themes are columns.
const MOST_CELLS: usize = 60_000;

pub fn across(context: &PageContext) -> Html {
    let study = context.study();
    let leaves: Vec<ThemeIx> = study.theme_ixs().filter(|t| study.theme(*t).is_leaf()).collect();
    let columns: Vec<ThemeIx> = if leaves.len() * study.participants.len() > MOST_CELLS { study.main_themes().collect() } else { leaves };
    let mut out = format!(
        "<table class=\"mx turned\" data-mode=\"presence\"{}><caption class=\"vh\">Themes by participant</caption><thead><tr><th scope=\"col\">Participant</th>",
        groupings(study)
    );
    for &t in &columns {
        let theme = study.theme(t);
        put(
            &mut out,
            format_args!(
                "<th scope=\"col\"><a class=\"badge t{}\" href=\"{}\" aria-label=\"{} {}\">{}</a></th>",
                theme.ink,
                escaped(&context.to(&Route::Theme(t))),
                theme.number,
                escaped(&theme.name),
                theme.number
            ),
        );
    }
    out.push_str("</tr></thead>");
    for (name, members) in grouped(study) {
        out.push_str("<tbody>");
        if let Some(name) = name {
            put(
                &mut out,
                format_args!(
                    "<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"{}\">{} {}</th></tr>",
                    columns.len() + 1,
                    escaped(&name),
                    members.len()
                ),
            );
        }
        for p in members {
            out.push_str("<tr>");
            out.push_str(&head_cell(context, p, "", "row"));
            for &t in &columns {
                // Each column has its main theme's colour.
                cell(context, t, p, ColumnClass { ink: Some(study.theme(t).ink), ..ColumnClass::default() }, &mut out);
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    Html(out)
}
