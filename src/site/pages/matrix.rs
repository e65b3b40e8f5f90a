//! The matrix: who spoke of what, as an HTML table whose cells open the words.
//!
//! Themes are rows and participants columns. Above 24 participants it is turned, and where even so there would be too many
//! cells to load, only main themes stand in it. Under `linking: none` there are no participants: groups stand in their
//! place, and a cell says no more than that something is coded.

use serde::Serialize;

use super::Filled;
use crate::analyse::{Basis, Cell, Count, Evidence, Unit, groups as groups_by};
use crate::model::settings::{Linking, Publish};
use crate::model::{ParticipantIx, Study, ThemeIx};
use crate::route::Route;
use crate::site::counts::{self, Form};
use crate::site::html::{Html, escape_into, escaped, put};
use crate::site::sheet::Sheet;
use crate::site::words;

#[derive(Serialize)]
struct Matrix {
    lede: &'static str,
    table: Html,
    turned: bool,
    notes: &'static [&'static str],
}

const ACROSS: usize = 24;
const MOST_CELLS: usize = 60_000;

pub fn fill(sheet: &Sheet) -> Filled {
    let study = sheet.study();
    let unlinked = study.settings.privacy.linking == Linking::None;
    let turned = !unlinked && study.participants.len() > ACROSS;
    let table = if unlinked {
        by_group(sheet)
    } else if turned {
        across(sheet)
    } else {
        down(sheet)
    };
    let notes: &[&str] = if sheet.counted() {
        &[
            "A quote with two codes is counted once in a theme’s total and once in each of its rows.",
            "Participants were chosen for variety, not at random; counts describe these interviews and do not estimate how common a view is.",
        ]
    } else {
        &[]
    };
    let lede = if unlinked {
        "Each mark says that something of a group is coded to a theme. Where nothing stands, nothing is coded. It may not have been asked."
    } else {
        "Each mark is one person’s words on one theme. Follow it to read them. Where nothing stands, nothing is coded. It may not have been asked."
    };
    Filled::new("matrix.html", "Who spoke of what", Vec::new(), &Matrix { lede, table, turned, notes }).says(lede)
}

/// The attributes that may stand beside a person, in their order.
fn by(study: &Study) -> impl Iterator<Item = usize> + '_ {
    study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| at)
}

/// Participants in the order of their groups: by the first attribute that may stand beside a person.
pub fn grouped(study: &Study) -> Vec<(Option<String>, Vec<ParticipantIx>)> {
    let Some(at) = by(study).next() else {
        return vec![(None, study.participant_ixs().collect())];
    };
    groups_by(study, at).into_iter().map(|g| (Some(words::capital(&g.name(study, at))), g.members)).collect()
}

/// What the script needs to group the participants anew, in the order in which the table has them.
#[derive(Serialize)]
struct Grouping<'a> {
    key: &'a str,
    label: &'a str,
    names: Vec<String>,
    of: Vec<usize>,
}

/// `data-groups` and `data-order`, for the script.
fn groupings(study: &Study) -> String {
    let here: Vec<ParticipantIx> = grouped(study).into_iter().flat_map(|(_, members)| members).collect();
    let groupings: Vec<Grouping> = by(study)
        .map(|at| {
            let (attribute, groups) = (&study.settings.attributes[at], groups_by(study, at));
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

fn head_cell(sheet: &Sheet, p: ParticipantIx, class: &str, scope: &str) -> String {
    let id = escaped(sheet.study().participant(p).id.as_str());
    let inner = sheet.links.participant(p).map_or(id.clone(), |href| format!("<a href=\"{}\">{id}</a>", escaped(&href)));
    format!("<th scope=\"{scope}\"{class}>{inner}</th>")
}

/// Themes down, participants across.
fn down(sheet: &Sheet) -> Html {
    let study = sheet.study();
    let groups = grouped(study);
    let counted = sheet.counted();
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
        out.push_str(&head_cell(sheet, *p, if *first { " class=\"gs\"" } else { "" }, "col"));
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
            theme_row(sheet, theme, &columns, counted, &mut out);
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    Html(out)
}

fn theme_row(sheet: &Sheet, ix: ThemeIx, columns: &[(ParticipantIx, bool)], counted: bool, out: &mut String) {
    let study = sheet.study();
    let theme = study.theme(ix);
    let href = escaped(&sheet.to(&Route::Theme(ix)));
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
        columns.iter().for_each(|(p, first)| cell(sheet, ix, *p, *first, out));
    } else {
        put(
            out,
            format_args!("<tr><th scope=\"row\"><a href=\"{href}\"><span class=\"k\">{}</span> <span>{name}</span></a></th>", theme.number),
        );
        columns.iter().for_each(|(p, first)| cell(sheet, ix, *p, *first, out));
    }
    if counted {
        let count = sheet.analysis().count_in(study, ix, Unit::Participants);
        let unit = format!(" of {} {}", study.participants.len(), counts::noun(&count));
        put(out, format_args!("<td class=\"x gs\" data-u=\"{unit}\">{}</td>", counts::link(&sheet.links, &count, Form::Bare, "count").0));
        let quotes = super::themes::shown_quotes(sheet, ix);
        put(
            out,
            format_args!(
                "<td class=\"x\" data-u=\" {}\">{}</td>",
                counts::noun(&quotes),
                counts::link(&sheet.links, &quotes, Form::Bare, "count").0
            ),
        );
    }
    out.push_str("</tr>");
}

/// One participant's words on one theme: a link with the number of quotes it opens.
fn cell(sheet: &Sheet, theme: ThemeIx, p: ParticipantIx, first: bool, out: &mut String) {
    let group = if first { " gs" } else { "" };
    let Some(cell) = sheet.analysis().cell(theme, p) else {
        out.push_str(if first { "<td class=\"gs\"></td>" } else { "<td></td>" });
        return;
    };
    let (study, number) = (sheet.study(), &sheet.study().theme(theme).number);
    let id = escaped(study.participant(p).id.as_str());
    if cell.shown == 0 {
        put(
            out,
            format_args!(
                "<td class=\"c{group}\"><span class=\"vh\">{id}, {number}: coded, not shown</span><i aria-hidden=\"true\"></i></td>"
            ),
        );
        return;
    }
    let count = quotes_of(sheet, theme, p, &cell);
    let mut href = String::new();
    escape_into(&mut href, &sheet.links.evidence(count.quotes));
    let off = sheet.count(theme).is_none();
    let data = if off { String::new() } else { format!(" data-count=\"quotes theme={} participant={id}\"", study.theme(theme).id) };
    let label =
        if off { format!("{id}, {number}") } else { format!("{id}: {}, {number}", words::count(cell.shown as usize, "quote", "quotes")) };
    let shown = if off { String::new() } else { format!(" <b>{}</b>", cell.shown) };
    let n = if off { 1 } else { cell.shown };
    put(
        out,
        format_args!(
            "<td class=\"c{group}\" data-n=\"{n}\"><a href=\"{href}\"{data} aria-label=\"{label}\"><span>{id}</span>{shown}</a></td>"
        ),
    );
}

/// A cell as a count: the quotes of a participant shown under a theme.
pub fn quotes_of(sheet: &Sheet, theme: ThemeIx, p: ParticipantIx, cell: &Cell) -> Count {
    let base = sheet.analysis().count_in(sheet.study(), theme, Unit::Quotes);
    Count { n: cell.shown, basis: Basis::Quoted, quotes: Evidence::Cell(theme, p), against: 0, mixed: 0, groups: 0, joint: 0, ..base }
}

/// Participants down, themes across by their numbers.
fn across(sheet: &Sheet) -> Html {
    let study = sheet.study();
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
                escaped(&sheet.to(&Route::Theme(t))),
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
            out.push_str(&head_cell(sheet, p, "", "row"));
            for &t in &columns {
                let start = out.len();
                cell(sheet, t, p, false, &mut out);
                // Each column has its main theme's colour.
                if out[start..].starts_with("<td class=\"c") {
                    out.insert_str(start + "<td class=\"c".len(), &format!(" t{}", study.theme(t).ink));
                }
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    Html(out)
}

/// The groups a matrix without participants can have: the values of the first attribute that may stand beside a person,
/// where each is shared by at least k.
pub fn groups(study: &Study) -> Option<Vec<(Option<String>, Vec<ParticipantIx>)>> {
    let groups = grouped(study);
    let k = study.settings.privacy.k as usize;
    (groups.len() > 1 && groups.iter().all(|(name, members)| name.is_some() && members.len() >= k)).then_some(groups)
}

fn by_group(sheet: &Sheet) -> Html {
    let study = sheet.study();
    let groups = groups(study).unwrap_or_default();
    let mut out = String::from(
        "<table class=\"mx\" data-mode=\"presence\"><caption class=\"vh\">Groups by theme</caption><thead><tr><th scope=\"col\">Theme</th>",
    );
    for (name, _) in &groups {
        put(&mut out, format_args!("<th scope=\"col\">{}</th>", escaped(name.as_deref().unwrap_or_default())));
    }
    out.push_str("</tr></thead>");
    for main in study.main_themes() {
        put(&mut out, format_args!("<tbody class=\"t{}\">", study.theme(main).ink));
        for t in study.subtree(main) {
            let theme = study.theme(t);
            put(
                &mut out,
                format_args!(
                    "<tr><th scope=\"row\"><a href=\"{}\"><span class=\"k\">{}</span> <span>{}</span></a></th>",
                    escaped(&sheet.to(&Route::Theme(t))),
                    theme.number,
                    escaped(&theme.name)
                ),
            );
            for (name, members) in &groups {
                let some = members.iter().any(|p| sheet.analysis().cell(t, *p).is_some());
                if some {
                    put(
                        &mut out,
                        format_args!(
                            "<td class=\"c\" data-n=\"1\"><span class=\"vh\">{}: coded</span><i aria-hidden=\"true\"></i></td>",
                            escaped(name.as_deref().unwrap_or_default())
                        ),
                    );
                } else {
                    out.push_str("<td></td>");
                }
            }
            out.push_str("</tr>");
        }
        out.push_str("</tbody>");
    }
    out.push_str("</table>");
    Html(out)
}
