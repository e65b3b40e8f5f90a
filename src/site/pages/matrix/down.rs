//! Themes down, participants across.

use super::cell::{ColumnClass, cell, groupings, head_cell};
use crate::analyse::Unit;
use crate::model::{ParticipantIx, ThemeIx};
use crate::route::Route;
use crate::site::counts::{self, CountForm};
use crate::site::groups::grouped;
use crate::site::html::{Html, escaped, put};
use crate::site::page_context::PageContext;

pub fn down(context: &PageContext) -> Html {
    let study = context.study();
    let groups = grouped(study);
    let counted = context.is_counted();
    let columns: Vec<(ParticipantIx, bool)> = groups.iter().flat_map(|(_, m)| m.iter().enumerate().map(|(i, p)| (*p, i == 0))).collect();
    let mut out = format!(
        "<table class=\"mx\" data-mode=\"presence\"{}><caption class=\"vh\">Participants by theme</caption><thead>",
        groupings(study)
    );
    if groups.iter().any(|(name, _)| name.is_some()) {
        out.push_str("<tr class=\"gr\"><td></td>");
        for (name, members) in &groups {
            let name = name.as_deref().unwrap_or_default();
            put(
                &mut out,
                format_args!("<th class=\"gs\" colspan=\"{}\" scope=\"colgroup\">{} {}</th>", members.len(), escaped(name), members.len()),
            );
        }
        if counted {
            out.push_str("<th class=\"gs\" colspan=\"2\" scope=\"colgroup\">Total</th>");
        }
        out.push_str("</tr>");
    }
    out.push_str("<tr><th scope=\"col\">Theme</th>");
    for (p, first) in &columns {
        out.push_str(&head_cell(context, *p, if *first { " class=\"gs\"" } else { "" }, "col"));
    }
    if counted {
        put(
            &mut out,
            format_args!("<th scope=\"col\" class=\"x gs\">of {}</th><th scope=\"col\" class=\"x\">Quotes</th>", study.participants.len()),
        );
    }
    out.push_str("</tr></thead>");
    for main in study.main_themes() {
        put(&mut out, format_args!("<tbody class=\"t{}\">", study.theme(main).ink));
        for theme in study.subtree(main) {
            theme_row(context, theme, &columns, counted, &mut out);
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    Html(out)
}

fn theme_row(context: &PageContext, ix: ThemeIx, columns: &[(ParticipantIx, bool)], counted: bool, out: &mut String) {
    let study = context.study();
    let theme = study.theme(ix);
    let href = escaped(&context.to(&Route::Theme(ix)));
    let name = escaped(&theme.name);
    if !theme.is_leaf() {
        // A theme above others holds what they hold; its people are in its total.
        put(
            out,
            format_args!(
                "<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"{}\"><a href=\"{href}\"><span class=\"badge\">{}</span> <span>{name}</span></a></th>",
                columns.len() + 1,
                theme.number
            ),
        );
    } else if theme.depth == 0 {
        put(
            out,
            format_args!(
                "<tr class=\"g\"><th scope=\"row\"><a href=\"{href}\"><span class=\"badge\">{}</span> <span>{name}</span></a></th>",
                theme.number
            ),
        );
        columns.iter().for_each(|(p, first)| cell(context, ix, *p, ColumnClass { starts_group: *first, ..ColumnClass::default() }, out));
    } else {
        put(
            out,
            format_args!("<tr><th scope=\"row\"><a href=\"{href}\"><span class=\"k\">{}</span> <span>{name}</span></a></th>", theme.number),
        );
        columns.iter().for_each(|(p, first)| cell(context, ix, *p, ColumnClass { starts_group: *first, ..ColumnClass::default() }, out));
    }
    if counted {
        let count = context.analysis().count_in(study, ix, Unit::Participants);
        let unit = format!(" of {} {}", study.participants.len(), counts::noun(&count));
        put(
            out,
            format_args!("<td class=\"x gs\" data-u=\"{unit}\">{}</td>", counts::link(&context.links, &count, CountForm::Bare, "count").0),
        );
        let quotes = context.shown_quotes(ix);
        put(
            out,
            format_args!(
                "<td class=\"x\" data-u=\" {}\">{}</td>",
                counts::noun(&quotes),
                counts::link(&context.links, &quotes, CountForm::Bare, "count").0
            ),
        );
    }
    out.push_str("</tr>");
}
