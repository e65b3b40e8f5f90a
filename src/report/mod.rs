//! The privacy report: what was checked, what was not, what was decided and by whom, and what a reader can learn about each
//! participant. It is one page for an ethics board, to be read, printed and signed; it is no part of the site.
//!
//! No value that was found is in it: findings are told by rule and place. The words of the participants are, because what
//! identifies somebody by their story no machine sees, and a person has to read it.

mod decisions;
mod person;

use std::fmt::Write;

use crate::analyse::Analysis;
use crate::diag::{Area, words};
use crate::lint;
use crate::model::Study;
use crate::model::settings::{Consent, Linking, Publish};
use crate::published::{Published, is_of_this_form};
use crate::text::escaped;

/// What the report has to know besides the study.
pub struct Facts<'a> {
    /// `YYYY-MM-DD`.
    pub date: &'a str,
    pub version: &'a str,
    /// How many names of a key file were looked for; `None` where there was none.
    pub names: Option<usize>,
    /// How many lines of `private/` were looked for.
    pub private_words: usize,
    /// Routes that were rendered and looked through, or why that was not done.
    pub swept: Result<usize, String>,
    /// Findings that are open: code, place, message, whether it refuses publication.
    pub open: &'a [(String, String, String, bool)],
    /// The fingerprint of what is published now.
    pub fingerprint: &'a str,
    /// Assets whose content no rule reads.
    pub unread: &'a [String],
}

/// The report, whole from one file: it is sent by mail and kept with the approval.
pub fn html(study: &Study, analysis: &Analysis, published: &Published, facts: &Facts) -> String {
    let title = &study.settings.title;
    let mut out = String::new();
    let _ = write!(
        out,
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>Privacy report: {0}</title>\n<style>{1}</style>\n</head>\n<body>\n<main>\n<h1>Privacy report</h1>\n\
         <p class=\"lede\">{0}</p>\n<p>Made on {2} by emic {3}. This report is for those who answer for the study. It holds participants’ words and is not published.</p>\n",
        escaped(title),
        STYLE,
        escaped(facts.date),
        escaped(facts.version)
    );
    out.push_str(LIMITS);
    checked(study, facts, &mut out);
    unchecked(facts, &mut out);
    disclosure(study, &mut out);
    open(facts, &mut out);
    decisions::section(study, &mut out);
    person::sections(study, analysis, published, &mut out);
    decisions::sign_off(study, facts.fingerprint, &mut out);
    out.push_str("</main>\n</body>\n</html>\n");
    out
}

const STYLE: &str = "body{font:16px/1.5 system-ui,sans-serif;margin:0;color:#1d1d1f;background:#fff}main{max-width:46rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.8rem;line-height:1.2}h2{margin-top:2.4rem;border-top:1px solid #ccc;padding-top:1rem}.lede{font-size:1.2rem}\
table{border-collapse:collapse;width:100%;font-size:.92rem}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem .35rem 0;border-bottom:1px solid #ddd}\
blockquote{margin:.6rem 0;padding-left:1rem;border-left:3px solid #999}.note{background:#f4f1ea;padding:.8rem 1rem}.by{color:#555;font-size:.9rem}\
.line{border-bottom:1px solid #333;height:2.2rem}code{font-family:ui-monospace,monospace;font-size:.9em}\
@media print{main{margin:0;max-width:none}h2,h3{break-after:avoid}blockquote,tr,li,.note{break-inside:avoid}section.person+section.person{break-before:page}}\
@media (prefers-color-scheme:dark){body{background:#17181a;color:#e8e6e1}.note{background:#26251f}th,td{border-color:#3a3a3a}h2{border-color:#444}.by{color:#aaa}.line{border-color:#ccc}}";

const LIMITS: &str = "<p class=\"note\"><strong>No machine sees who is recognised by their story.</strong> emic looks for numbers, names, places, dates and small groups. \
A neighbour, a colleague or the other half of a couple recognises a person by what happened to them and by how they tell it. So somebody has to read, \
for each participant, everything a reader can learn about them (below), and to answer for it.</p>\n";

fn checked(study: &Study, facts: &Facts, out: &mut String) {
    let settings = &study.settings;
    out.push_str("<h2>What was checked</h2>\n<ul>\n");
    let mut item = |text: String| {
        let _ = writeln!(out, "<li>{}</li>", with_code(&text));
    };
    let k = format!("{} ({})", settings.privacy.k, if settings.privacy.health { "health data" } else { "no health data" });
    for rule in lint::RULES.iter().filter(|rule| matches!(rule.area(), Some(Area::Privacy | Area::Quotation))) {
        item(rule.checked.replace("{k}", &k));
    }
    match (facts.names, &facts.swept) {
        (Some(names), Ok(pages)) => item(format!(
            "{} of a site, decoded, against {} of a key file",
            words::count(*pages, "finished file", "finished files"),
            words::count(names, "name", "names")
        )),
        (Some(_), Err(_)) | (None, _) => {}
    }
    if let (1.., Ok(pages)) = (facts.private_words, &facts.swept) {
        item(format!(
            "{} against {} of `private/`",
            words::count(*pages, "finished file", "finished files"),
            words::count(facts.private_words, "line", "lines")
        ));
    }
    out.push_str("</ul>\n");
}

/// A text in HTML; what stands between ticks is code.
fn with_code(text: &str) -> String {
    let parts = text.split('`').enumerate();
    parts.map(|(n, part)| if n % 2 == 1 { format!("<code>{}</code>", escaped(part)) } else { escaped(part) }).collect()
}

fn unchecked(facts: &Facts, out: &mut String) {
    out.push_str("<h2>What was not checked</h2>\n<ul>\n");
    let mut item = |text: String| {
        let _ = writeln!(out, "<li>{}</li>", with_code(&text));
    };
    item("recognition by story: see above".to_owned());
    if facts.names.is_none() {
        item("real names: no key file was given (`--key`), so nothing was held against the participants’ names".to_owned());
    }
    if let Err(why) = &facts.swept {
        item(format!("finished pages: {why}"));
    }
    item("names that no list holds and that no capital or title gives away; languages other than English and Chinese, save numbers and addresses".to_owned());
    item("what can be seen in a picture".to_owned());
    if !facts.unread.is_empty() {
        item(format!("what stands in {}", words::list(&facts.unread.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>(), "and")));
    }
    item("what others have published about the same people, and what can be learnt from both together".to_owned());
    out.push_str("</ul>\n");
}

/// What the study tells of its participants.
fn disclosure(study: &Study, out: &mut String) {
    let settings = &study.settings;
    let _ = write!(
        out,
        "<h2>What is told of participants</h2>\n<table><tbody>\n<tr><th scope=\"row\">Participants</th><td>{}{}</td></tr>\n\
         <tr><th scope=\"row\">Consent statement</th><td>{}</td></tr>\n<tr><th scope=\"row\">Agreed to</th><td>{}</td></tr>\n\
         <tr><th scope=\"row\">Words of one person</th><td>{}</td></tr>\n",
        study.participants.len(),
        if study.counted_only > 0 { format!(", and {} counted only", study.counted_only) } else { String::new() },
        escaped(settings.consent.statement.as_deref().unwrap_or("none given")),
        agreed(study),
        match settings.privacy.linking {
            Linking::Pages => "stand together on a page of their own",
            Linking::Ids => "can be followed by the number beside each quote",
            Linking::None => "are told apart nowhere",
        }
    );
    if let Some(reason) = &settings.privacy.reason {
        let _ = writeln!(out, "<tr><th scope=\"row\">Reason given</th><td>{}</td></tr>", escaped(reason));
    }
    for attribute in &settings.attributes {
        let how = match attribute.publish {
            Publish::Person => "beside a quote",
            Publish::Group => "in totals only",
            Publish::No => "never",
        };
        let _ = writeln!(out, "<tr><th scope=\"row\">{}</th><td>{how}</td></tr>", escaped(&attribute.label));
    }
    out.push_str("</tbody></table>\n");
}

fn agreed(study: &Study) -> String {
    let of = |consent: Consent| study.participants.iter().filter(|p| p.consent == consent).count();
    let levels = [
        (Consent::Dataset, "quotes and downloads"),
        (Consent::Quote, "quotes"),
        (Consent::Paraphrase, "a paraphrase"),
        (Consent::Aggregate, "counts"),
    ];
    let parts: Vec<String> =
        levels.iter().filter(|(level, _)| of(*level) > 0).map(|(level, name)| format!("{} to {name}", of(*level))).collect();
    words::list(&parts, "and")
}

fn open(facts: &Facts, out: &mut String) {
    out.push_str("<h2>Findings that are open</h2>\n");
    if facts.open.is_empty() {
        out.push_str("<p>None of the rules above has anything to say that is not decided below. That is not to say that nobody can be recognised.</p>\n");
        return;
    }
    out.push_str(
        "<table><thead><tr><th scope=\"col\">Rule</th><th scope=\"col\">Where</th><th scope=\"col\">What</th></tr></thead><tbody>\n",
    );
    for (code, place, message, refuses) in facts.open {
        let _ = writeln!(
            out,
            "<tr><td><code>{}</code>{}</td><td>{}</td><td>{}</td></tr>",
            escaped(code),
            if *refuses { " (refuses publication)" } else { "" },
            escaped(place),
            escaped(message)
        );
    }
    out.push_str("</tbody></table>\n");
}

/// What a recorded fingerprint says of today's: nothing where they agree.
fn since(recorded: &str, now: &str) -> Option<&'static str> {
    if recorded == now {
        None
    } else if is_of_this_form(recorded) {
        Some("it has changed since")
    } else {
        Some("it was recorded in an older form, which cannot be compared with what is published now")
    }
}
