//! A cell, and what both ways of laying the matrix out share.

use serde::Serialize;

use crate::analyse::{Evidence, groups};
use crate::model::{ParticipantIx, Study, ThemeIx};
use crate::site::groups::{attributes, grouped};
use crate::site::html::{escaped, put};
use crate::site::page_context::PageContext;
use crate::site::words;

/// What the script needs to group the participants anew, in the order in which the table has them.
#[derive(Serialize)]
struct Grouping<'a> {
    key: &'a str,
    label: &'a str,
    names: Vec<String>,
    of: Vec<usize>,
}

/// `data-groups` and `data-order`, for the script.
pub fn groupings(study: &Study) -> String {
    let here: Vec<ParticipantIx> = grouped(study).into_iter().flat_map(|(_, members)| members).collect();
    let groupings: Vec<Grouping> = attributes(study)
        .map(|at| {
            let (attribute, groups) = (&study.settings.attributes[at], groups(study, at));
            let of = here.iter().map(|p| groups.iter().position(|g| g.members.contains(p)).unwrap_or_default()).collect();
            Grouping {
                key: &attribute.key,
                label: &attribute.label,
                names: groups.iter().map(|g| words::capital(&g.name(study, at))).collect(),
                of,
            }
        })
        .collect();
    let order: Vec<u32> = here.iter().map(|p| p.0).collect();
    let json = |value: serde_json::Result<String>| escaped(&value.unwrap_or_default());
    format!(" data-groups=\"{}\" data-order=\"{}\"", json(serde_json::to_string(&groupings)), json(serde_json::to_string(&order)))
}

/// A participant's head, linked where there is a page.
pub fn head_cell(context: &PageContext, p: ParticipantIx, class: &str, scope: &str) -> String {
    let id = escaped(context.study().participant(p).id.as_str());
    let inner = context.links.participant(p).map_or(id.clone(), |href| format!("<a href=\"{}\">{id}</a>", escaped(&href)));
    format!("<th scope=\"{scope}\"{class}>{inner}</th>")
}

/// What the cells of a column have beside their own classes.
#[derive(Clone, Copy, Default)]
pub struct ColumnClass {
    /// The first column of a group.
    pub starts_group: bool,
    /// The colour of the column's theme, where columns are themes.
    pub ink: Option<u8>,
}

impl ColumnClass {
    fn write(self, out: &mut String) {
        if let Some(ink) = self.ink {
            put(out, format_args!(" t{ink}"));
        }
        if self.starts_group {
            out.push_str(" gs");
        }
    }
}

/// One participant's words on one theme: a link with the number of quotes it opens. Blank where nothing is coded.
pub fn cell(context: &PageContext, theme: ThemeIx, p: ParticipantIx, class: ColumnClass, out: &mut String) {
    let Some(cell) = context.analysis().cell(theme, p) else {
        out.push_str(if class.starts_group { "<td class=\"gs\"></td>" } else { "<td></td>" });
        return;
    };
    let (study, number) = (context.study(), &context.study().theme(theme).number);
    let id = escaped(study.participant(p).id.as_str());
    out.push_str("<td class=\"c");
    class.write(out);
    if cell.shown == 0 {
        put(out, format_args!("\"><span class=\"vh\">{id}, {number}: coded, not shown</span><i aria-hidden=\"true\"></i></td>"));
        return;
    }
    let href = escaped(&context.links.evidence(Evidence::Cell(theme, p)));
    if context.count(theme).is_none() {
        put(out, format_args!("\" data-n=\"1\"><a href=\"{href}\" aria-label=\"{id}, {number}\"><span>{id}</span></a></td>"));
        return;
    }
    let n = cell.shown;
    let theme = &study.theme(theme).id;
    let quotes = words::count(n as usize, "quote", "quotes");
    put(
        out,
        format_args!(
            "\" data-n=\"{n}\"><a href=\"{href}\" data-count=\"quotes theme={theme} participant={id}\" aria-label=\"{id}: {quotes}, {number}\"><span>{id}</span> <b>{n}</b></a></td>"
        ),
    );
}
