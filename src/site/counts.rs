//! The one piece of a page that sets a count: always with its unit, by its basis, and with a link to the words.
//!
//! Every count carries `data-count`, which says in the study's own ids what is counted, so that a test can hold the finished
//! pages against the study's files.

use super::html::{Html, escape_into, put};
use super::words;
use crate::analyse::{Basis, Count, Evidence, Unit};
use crate::model::Study;
use crate::route::Links;

/// What of a count is set as its link.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum CountForm {
    /// "17 of 20 participants", "9 of 20 participants are quoted", "32 quotes".
    Phrase,
    /// "17 of 20", "32": where a heading or a word beside it names the unit.
    Number,
    /// "17": in a table whose head says "of 20 participants".
    Bare,
}

/// "17 of 20".
pub fn number(count: &Count) -> String {
    match count.of {
        Some(of) => format!("{} of {of}", count.n),
        None => count.n.to_string(),
    }
}

/// "participants", "participants quoted", "quote".
pub fn noun(count: &Count) -> &'static str {
    match (count.unit, count.basis) {
        (Unit::Participants, Basis::Quoted) if count.of == Some(1) => "participant quoted",
        (Unit::Participants, Basis::Quoted) => "participants quoted",
        (Unit::Participants, _) if count.of == Some(1) => "participant",
        (Unit::Participants, _) => "participants",
        (Unit::Quotes, _) if count.n == 1 => "quote",
        (Unit::Quotes, _) => "quotes",
    }
}

/// A count as a phrase, without a link.
pub fn phrase(count: &Count) -> String {
    match (count.unit, count.basis) {
        (Unit::Participants, Basis::Quoted) => {
            format!(
                "{} {} {} quoted",
                number(count),
                if count.of == Some(1) { "participant" } else { "participants" },
                if count.n == 1 { "is" } else { "are" }
            )
        }
        _ => format!("{} {}", number(count), noun(count)),
    }
}

/// A count as a link to its words.
pub fn link(links: &Links, count: &Count, form: CountForm, class: &str) -> Html {
    link_to(links, count, form, class, &links.evidence(count.quotes))
}

/// The same, where the words are on this very page.
pub fn link_to(links: &Links, count: &Count, form: CountForm, class: &str, href: &str) -> Html {
    let text = match form {
        CountForm::Phrase => phrase(count),
        CountForm::Number => number(count),
        CountForm::Bare => count.n.to_string(),
    };
    let mut out = String::new();
    put(&mut out, format_args!("<a class=\"{class}\" href=\""));
    escape_into(&mut out, href);
    out.push_str("\" data-count=\"");
    escape_into(&mut out, &key(links.study, count));
    if form == CountForm::Bare {
        // The table's head names the unit for the eye; a list of links has no head.
        put(&mut out, format_args!("\" aria-label=\"{}", phrase(count)));
    }
    out.push_str("\">");
    escape_into(&mut out, &text);
    out.push_str("</a>");
    Html(out)
}

/// What is counted, in the study's ids.
fn key(study: &Study, count: &Count) -> String {
    let unit = match (count.unit, count.basis) {
        (Unit::Participants, _) => "participants",
        (Unit::Quotes, Basis::Quoted) => "quotes",
        // What is withheld is coded all the same.
        (Unit::Quotes, _) => "coded-quotes",
    };
    match count.quotes {
        Evidence::All => unit.to_owned(),
        Evidence::Theme(t) => format!("{unit} theme={}", study.theme(t).id),
        Evidence::Participant(p) => format!("{unit} participant={}", study.participant(p).id),
        Evidence::Cell(t, p) => format!("{unit} theme={} participant={}", study.theme(t).id, study.participant(p).id),
    }
}

/// What a count says beside its number: who spoke against, which groups, how many of them are shown.
pub fn remarks(count: &Count) -> String {
    let mut out = String::new();
    if count.against > 0 {
        put(&mut out, format_args!(", {} against it", count.against));
    }
    if count.mixed > 0 {
        put(&mut out, format_args!(", {} both ways", count.mixed));
    }
    if count.groups > 0 {
        put(&mut out, format_args!(", and {}", words::count(count.groups as usize, "focus group", "focus groups")));
    }
    if count.joint > 0 {
        put(&mut out, format_args!(", and {}", words::count(count.joint as usize, "joint interview", "joint interviews")));
    }
    out
}

/// A bar made of people: one tick for each, n of them filled; beyond 60 a plain bar.
pub fn ticks(n: u32, of: u32, ink: u8) -> Html {
    const HEIGHT: u32 = 12;
    const STEP: u32 = 9;
    const TICK: u32 = 7;
    if of == 0 {
        return Html::default();
    }
    let width = if of > 60 { 180 } else { of * STEP - (STEP - TICK) };
    let mut out = String::new();
    put(
        &mut out,
        format_args!(
            "<svg class=\"ticks t{ink}\" viewBox=\"0 0 {width} {HEIGHT}\" width=\"{width}\" height=\"{HEIGHT}\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
        ),
    );
    if of > 60 {
        let filled = (f64::from(n) / f64::from(of) * f64::from(width)).round() as u32;
        put(
            &mut out,
            format_args!(
                "<path class=\"on\" d=\"M0 0h{filled}v12h-{filled}z\"/><path class=\"off\" d=\"M{filled} 0h{rest}v12h-{rest}z\"/>",
                rest = width - filled
            ),
        );
    } else {
        for (class, range) in [("on", 0..n), ("off", n..of)] {
            if range.is_empty() {
                continue;
            }
            put(&mut out, format_args!("<path class=\"{class}\" d=\""));
            range.for_each(|at| put(&mut out, format_args!("M{} 0h{TICK}v{HEIGHT}h-{TICK}z", at * STEP)));
            out.push_str("\"/>");
        }
    }
    out.push_str("</svg>");
    Html(out)
}
