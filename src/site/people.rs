//! Participants as pieces of a page: the strips of those whose words are coded, and the table of totals.

use super::html::{Html, escaped, put};
use super::page_context::PageContext;
use super::words;
use crate::analyse::{Evidence, shown_groups};
use crate::model::naming::attribution;
use crate::model::settings::Linking;
use crate::model::{ParticipantIx, ThemeIx};

/// Beyond this many people a strip of them is no picture any more.
const MOST_IN_STRIP: usize = 200;

/// "Whose words are coded here": one square or none for each participant.
pub fn participants_strip(context: &PageContext, theme: ThemeIx) -> Html {
    let study = context.study();
    if study.settings.privacy.linking == Linking::None || study.participants.len() > MOST_IN_STRIP || study.participants.is_empty() {
        return Html::default();
    }
    let long = study.participants.iter().any(|p| p.id.as_str().len() > 3);
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<ol class=\"strip{} t{}\" aria-label=\"Whose words are coded here\">",
            if long { " long" } else { "" },
            study.theme(theme).ink
        ),
    );
    let counted = context.count(theme).is_some();
    for p in study.participant_ixs() {
        let id = escaped(study.participant(p).id.as_str());
        match context.analysis().cell(theme, p) {
            None => put(
                &mut out,
                format_args!(
                    "<li><span class=\"vh\">{id}: nothing coded</span><span class=\"silent\" aria-hidden=\"true\">{id}</span></li>"
                ),
            ),
            Some(cell) if cell.shown == 0 => {
                put(&mut out, format_args!("<li><span class=\"vh\">{id}: coded, not shown</span><i aria-hidden=\"true\">{id}</i></li>"))
            }
            Some(cell) => {
                let href = escaped(&context.links.evidence(Evidence::Cell(theme, p)));
                let (data, quotes) = if counted {
                    let theme = &study.theme(theme).id;
                    let quotes = words::count(cell.shown as usize, "quote", "quotes");
                    (format!(" data-count=\"quotes theme={theme} participant={id}\""), format!(": {quotes}"))
                } else {
                    Default::default()
                };
                let who = escaped(&attribution(study, p));
                put(&mut out, format_args!("<li><a href=\"{href}\"{data} aria-label=\"{who}{quotes}\">{id}</a></li>"));
            }
        }
    }
    out.push_str("</ol>");
    Html(out)
}

/// One square for each leaf theme in which a participant's words are coded.
pub fn themes_strip(context: &PageContext, ix: ParticipantIx) -> Html {
    let study = context.study();
    let mut out = String::from("<ol class=\"strip subs-strip\" aria-label=\"Themes\">");
    for t in study.theme_ixs().filter(|t| study.theme(*t).is_leaf()) {
        let theme = study.theme(t);
        let number = &theme.number;
        match context.analysis().cell(t, ix) {
            Some(cell) if cell.shown > 0 => put(
                &mut out,
                format_args!(
                    "<li class=\"t{}\"><a href=\"{}\" aria-label=\"{number} {}\">{number}</a></li>",
                    theme.ink,
                    escaped(&context.links.evidence(Evidence::Cell(t, ix))),
                    escaped(&theme.name)
                ),
            ),
            Some(_) => put(
                &mut out,
                format_args!(
                    "<li class=\"t{}\"><span class=\"vh\">{number}: coded, not shown</span><i aria-hidden=\"true\">{number}</i></li>",
                    theme.ink
                ),
            ),
            None => put(
                &mut out,
                format_args!(
                    "<li><span class=\"vh\">{number}: nothing coded</span><span class=\"silent\" aria-hidden=\"true\">{number}</span></li>"
                ),
            ),
        }
    }
    out.push_str("</ol>");
    Html(out)
}

/// Who took part, in totals: every attribute whose groups are large enough.
pub fn totals_table(context: &PageContext) -> Html {
    let study = context.study();
    let mut body = String::new();
    let mut any_hidden = false;
    for (at, attribute) in study.settings.attributes.iter().enumerate() {
        let Some(groups) = shown_groups(study, at) else { continue };
        put(&mut body, format_args!("<tr class=\"g\"><th scope=\"rowgroup\" colspan=\"2\">{}</th></tr>", escaped(&attribute.label)));
        for (group, hidden) in groups {
            any_hidden |= hidden;
            let number = if hidden { "<span aria-label=\"not told\">–</span>".to_owned() } else { group.members.len().to_string() };
            put(
                &mut body,
                format_args!(
                    "<tr><th class=\"i\" scope=\"row\">{}</th><td class=\"n\">{}</td></tr>",
                    escaped(&words::capital(&group.name(study, at))),
                    number
                ),
            );
        }
    }
    if body.is_empty() {
        return Html::default();
    }
    Html(format!(
        "<table class=\"data\"><caption>Who took part, in totals</caption><thead><tr><th scope=\"col\"><span class=\"vh\">Attribute</span></th><th scope=\"col\" class=\"n\">Participants, of {}</th></tr></thead><tbody>{body}</tbody></table>{}",
        study.participants.len(),
        if any_hidden {
            format!("<p class=\"by\">–: not told, so that no group of fewer than {} can be worked out.</p>", study.settings.privacy.k)
        } else {
            String::new()
        }
    ))
}
