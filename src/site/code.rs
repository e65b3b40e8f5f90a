//! Source code with classes: syntect's grammars, and a style sheet that only pages with code load.

use std::sync::LazyLock;

use syntect::html::{ClassStyle, ClassedHTMLGenerator};
use syntect::parsing::SyntaxSet;
use syntect::util::LinesWithEndings;

use super::html::{Html, escape_into, escaped, put};

static SYNTAXES: LazyLock<SyntaxSet> = LazyLock::new(SyntaxSet::load_defaults_newlines);

/// A block of code; a language nobody knows is set plain.
pub fn block(language: Option<&str>, text: &str) -> Html {
    let mut out = String::from("<pre tabindex=\"0\"><code");
    if let Some(name) = language {
        put(&mut out, format_args!(" class=\"language-{}\"", escaped(name)));
    }
    out.push('>');
    match language.and_then(|name| highlighted(name, text)) {
        Some(html) => out.push_str(&html),
        None => escape_into(&mut out, text),
    }
    out.push_str("</code></pre>");
    Html(out)
}

fn highlighted(language: &str, text: &str) -> Option<String> {
    let syntax = SYNTAXES.find_syntax_by_token(language)?;
    let mut generator = ClassedHTMLGenerator::new_with_class_style(syntax, &SYNTAXES, ClassStyle::SpacedPrefixed { prefix: "hl-" });
    for line in LinesWithEndings::from(text) {
        generator.parse_html_for_line_which_includes_newline(line).ok()?;
    }
    Some(generator.finalize())
}
