//! What was decided, with reasons, and who answers for the whole.

use std::fmt::Write;

use super::since;
use crate::model::Study;
use crate::model::decisions::Recorded;
use crate::text::escaped;

pub fn section(study: &Study, out: &mut String) {
    out.push_str("<h2>What was decided</h2>\n");
    let mut rows = String::new();
    for record in &study.decisions {
        let (rule, place, reason) = match &record.what {
            Recorded::Text { rule, place, reason, .. } => (&**rule, place.to_string(), reason),
            Recorded::Cells { attributes, below, smallest, reason } => {
                ("small-cells", format!("{}: {below} below k, the smallest group {smallest}", attributes.join(", ")), reason)
            }
            Recorded::Read { .. } | Recorded::Signed { .. } => continue,
        };
        let _ = writeln!(
            rows,
            "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(rule),
            escaped(&place),
            escaped(reason),
            escaped(&record.reviewer),
            escaped(&record.date)
        );
    }
    if rows.is_empty() {
        out.push_str("<p>Nothing: no finding was acknowledged.</p>\n");
        return;
    }
    let _ = writeln!(
        out,
        "<table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Where</th><th scope=\"col\">Reason</th><th scope=\"col\">Reviewer</th><th scope=\"col\">Date</th></tr></thead><tbody>\n{rows}</tbody></table>"
    );
}

/// `now` is the fingerprint of what is published now.
pub fn sign_off(study: &Study, now: &str, out: &mut String) {
    out.push_str("<h2>Sign-off</h2>\n<p>I have read, for each participant, everything that a reader can learn about them, and answer for its publication.</p>\n");
    let signed: Vec<String> = study
        .decisions
        .iter()
        .filter_map(|record| match &record.what {
            Recorded::Signed { fingerprint } => {
                let changed = since(fingerprint, now).map(|why| format!("; {why}, so it has to be signed anew")).unwrap_or_default();
                Some(format!("<li>{} on {}{changed}</li>", escaped(&record.reviewer), escaped(&record.date)))
            }
            _ => None,
        })
        .collect();
    if signed.is_empty() {
        out.push_str("<p>Nobody has signed yet: <code>emic privacy sign --reviewer NAME</code>, or here:</p>\n<p>Name</p><div class=\"line\"></div><p>Date and signature</p><div class=\"line\"></div>\n");
    } else {
        let _ = writeln!(out, "<ul>{}</ul>", signed.join("\n"));
    }
}
