//! Formulas: LaTeX between `$…$` and `$$…$$`, as MathML, which browsers set themselves.

use pulldown_latex::config::{DisplayMode, RenderConfig};
use pulldown_latex::{Parser, Storage, push_mathml};

use super::decode::Reading;
use super::reference::RawRef;
use crate::diag::{Diagnostic, Span, code, words};
use crate::model::document::{Inline, Maths};

pub use pulldown_latex::config::DisplayMode as Display;

/// A formula as a piece of inline text; one that cannot be set stays as it was written, and is reported.
pub fn inline(reading: &Reading, latex: &str, span: Span, display: Display) -> Inline<RawRef> {
    match mathml(latex, display) {
        Ok(mathml) => Inline::Maths(Maths { latex: latex.into(), mathml: mathml.into() }),
        Err(why) => {
            reading.report(
                Diagnostic::at(&code::MATHS, span, format!("`{}` is not LaTeX that can be set: {why}", words::shortened(latex, 60)))
                    .help("write `\\$` where a dollar sign is meant, not a formula"),
            );
            Inline::Code(latex.into())
        }
    }
}

fn mathml(latex: &str, display_mode: DisplayMode) -> Result<String, String> {
    let storage = Storage::new();
    // The first fault is told on its own: behind it the parser's events mean little.
    if let Some(why) = Parser::new(latex, &storage).find_map(Result::err) {
        let why = why.to_string();
        let why = why.strip_prefix("parsing error: ").unwrap_or(&why);
        return Err(why.lines().next().unwrap_or_default().trim_end_matches(['.', ':']).to_owned());
    }
    let mut out = String::new();
    let config = RenderConfig { display_mode, ..RenderConfig::default() };
    push_mathml(&mut out, Parser::new(latex, &storage), config).map_err(|why| why.to_string())?;
    // A long formula scrolls sideways, by the keyboard too.
    Ok(without_style(&out).replacen("<math display=\"block\"", "<math display=\"block\" tabindex=\"0\"", 1))
}

/// Pages allow no `style` attributes; colours and negative spaces are lost with them.
fn without_style(mathml: &str) -> String {
    const STYLE: &str = " style=\"";
    let mut out = String::with_capacity(mathml.len());
    for (at, part) in mathml.split('<').enumerate() {
        if at > 0 {
            out.push('<');
        }
        let tag = part.find('>').unwrap_or(0);
        match part[..tag].find(STYLE).and_then(|from| Some((from, part[from + STYLE.len()..tag].find('"')? + from + STYLE.len() + 1))) {
            Some((from, to)) => out.extend([&part[..from], &part[to..]]),
            None => out.push_str(part),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_formula_is_mathml_without_style_attributes() {
        let mathml = mathml(r"\frac{a}{b} \! \! x \hspace{-2em} y", Display::Inline).unwrap_or_default();
        assert!(mathml.contains("<mfrac>") && !mathml.contains("style="), "{mathml}");
        assert_eq!(without_style("<a style=\"b: c\" d><e> style=\"f\"</e>"), "<a d><e> style=\"f\"</e>");
    }

    #[test]
    fn what_is_no_latex_is_said() {
        assert!(mathml(r"\frc{a}{b}", Display::Inline).is_err());
        assert!(mathml(r"\frac{a", Display::Block).is_err());
    }
}
