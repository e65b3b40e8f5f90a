//! What the preview adds to a page: a bar that says how the study is, and the list of its problems. None of it is in a
//! built site.

use super::embedded;
use super::html::{escape_into, escaped, put};
use crate::diag::excerpt::{Excerpt, excerpts};
use crate::diag::words::{capital, count};
use crate::diag::{Diagnostic, Files, Place, Severity, code};

/// Where the preview's own files lie; no page of a site begins so.
pub const FOLDER: &str = "__emic/";

/// The preview's own style sheet and script, by their names under [`FOLDER`].
pub fn asset(name: &str) -> Option<&'static [u8]> {
    embedded::preview(name)
}

/// What a page needs to know to tell that it is old.
pub struct PageTags<'a> {
    /// The page's, the style sheet's and the bar's own tags.
    pub page: &'a str,
    pub css: &'a str,
    pub bar: &'a str,
}

/// The bar, and the panel it opens: open by itself where there are errors and nothing else to see.
/// `gate` is how far the privacy gate is, while it is at work.
pub fn bar(diagnostics: &[Diagnostic], files: &Files, open: bool, gate: Option<&str>) -> String {
    let errors = diagnostics.iter().filter(|d| d.is_error()).count();
    let warnings = diagnostics.len() - errors;
    let mut out = String::new();
    if diagnostics.is_empty() {
        if let Some(gate) = gate {
            put(&mut out, format_args!("<div class=\"pb\"><span>{}</span></div>", escaped(gate)));
        }
        return out;
    }
    list(diagnostics, files, open, &mut out);
    out.push_str("<div class=\"pb\" role=\"status\">");
    if errors > 0 {
        put(&mut out, format_args!("<span class=\"e\"><b>{}</b></span>", count(errors, "error", "errors")));
    }
    if warnings > 0 {
        put(&mut out, format_args!("<span>{}</span>", count(warnings, "warning", "warnings")));
    }
    if diagnostics.iter().any(|d| *d.code == code::PRIVATE_WORD) {
        out.push_str("<span class=\"e\"><b>not cleared: something private shows</b></span>");
    }
    if errors > 0 {
        out.push_str("<span>build would refuse</span>");
    }
    if let Some(gate) = gate {
        put(&mut out, format_args!("<span aria-hidden=\"true\">{}</span>", escaped(gate)));
    }
    put(
        &mut out,
        format_args!(
            "<button type=\"button\" aria-expanded=\"{open}\" aria-controls=\"emic-problems\">{} problems</button></div>",
            if open { "Hide" } else { "Show" }
        ),
    );
    out
}

fn list(diagnostics: &[Diagnostic], files: &Files, open: bool, out: &mut String) {
    let hidden = if open { "" } else { " hidden" };
    put(out, format_args!("<section class=\"pl\" id=\"emic-problems\" tabindex=\"0\" aria-label=\"Problems in this study\"{hidden}><ol>"));
    for d in diagnostics {
        let severity = match d.severity {
            Severity::Error => "<span class=\"sev e\">Error</span>",
            Severity::Warning => "<span class=\"sev\">Warning</span>",
        };
        put(out, format_args!("<li>{severity}<div><h2>{}</h2>", with_code(&capital(&d.message))));
        match &d.place {
            Place::Study => {}
            Place::Path(path) => put(out, format_args!("<code>{}</code>", escaped(path))),
            Place::Span(span) => {
                let at = files.position(span.file, span.start);
                put(out, format_args!("<code>{}:{}:{}</code>", escaped(files.name(span.file)), at.line, at.column));
            }
        }
        excerpts(d, files).iter().for_each(|e| snippet(e, out));
        if let Some(help) = &d.help {
            put(out, format_args!("<p class=\"fx\"><b>Remedy</b> {}</p>", with_code(&capital(help)).replace('\n', "<br>")));
        }
        out.push_str("</div></li>");
    }
    out.push_str("</ol></section>");
}

/// A sentence in which what is between backticks is code.
fn with_code(sentence: &str) -> String {
    let mut out = String::new();
    for (at, part) in sentence.split('`').enumerate() {
        match at % 2 {
            1 => put(&mut out, format_args!("<code>{}</code>", escaped(part))),
            _ => escape_into(&mut out, part),
        }
    }
    out
}

/// A line with the fault in rubric, and whose line it is where it is not the place itself.
fn snippet(e: &Excerpt, out: &mut String) {
    put(out, format_args!("<pre tabindex=\"0\">{} │ ", e.line));
    escape_into(out, &e.text[..e.start]);
    out.push_str("<u>");
    escape_into(out, &e.text[e.start..e.end]);
    out.push_str("</u>");
    escape_into(out, &e.text[e.end..]);
    if let Some(words) = e.words {
        put(out, format_args!("\n{}: {}", escaped(e.name), escaped(words)));
    }
    out.push_str("</pre>");
}

/// A page as the preview sends it. The bar follows the whole page: what comes after `</html>` belongs to the body, whatever
/// template the page was made with, so that no place has to be found in it.
pub fn with_bar(page: &str, bar: &str, marks: &PageTags) -> String {
    let mut out = String::with_capacity(page.len() + bar.len() + 256);
    out.push_str(page);
    put(
        &mut out,
        format_args!(
            "<link rel=\"stylesheet\" href=\"/{FOLDER}preview.css\">\n<div id=\"emic-preview\">{bar}</div>\n<script src=\"/{FOLDER}preview.js\" data-page=\"{}\" data-css=\"{}\" data-bar=\"{}\"></script>\n",
            escaped(marks.page),
            escaped(marks.css),
            escaped(marks.bar)
        ),
    );
    out
}

/// The problems alone, where no page can be made of the study.
pub fn alone() -> String {
    "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
     <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; connect-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; form-action 'none'\">\n\
     <title>This study cannot be shown yet</title>\n<link rel=\"stylesheet\" href=\"/assets/emic.css\">\n</head>\n<body>\n\
     <main class=\"page\"><h1>This study cannot be shown yet</h1><p class=\"lede\">As soon as the problems below are mended, it stands here.</p></main>\n\
     </body>\n</html>\n"
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_is_shown_whatever_template_a_page_was_made_with() {
        let marks = PageTags { page: "1", css: "2", bar: "3" };
        for page in ["<!doctype html><title>Rest</title><p>No end tags", "<html><HEAD></HEAD><BODY><!-- </head></body> --></BODY></html>"] {
            let shown = with_bar(page, "<p>1 error</p>", &marks);
            let bar = shown.strip_prefix(page).unwrap_or_default();
            assert!(bar.contains("<div id=\"emic-preview\"><p>1 error</p></div>"), "{shown}");
            assert!(bar.contains("/__emic/preview.css") && bar.contains("/__emic/preview.js"), "{shown}");
            assert!(bar.contains(" data-page=\"1\" data-css=\"2\" data-bar=\"3\""), "{shown}");
        }
    }
}
