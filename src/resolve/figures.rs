//! Embedded figures: whether there is such a figure, with such options, in a study with these settings.

use super::refs::Targets;
use crate::diag::{Diagnostic, Span, Subject, code, words};
use crate::model::{FigureBan, FigureKind, FigureOption, FigureOptions, FigureRef};

impl Targets<'_> {
    /// A figure as it is written after `chart:`.
    pub(super) fn figure(&self, written: &str, span: Span, diagnostics: &mut Vec<Diagnostic>) -> Option<FigureRef> {
        let (name, query) = written.split_once('?').map_or((written, None), |(name, query)| (name, Some(query)));
        let Some(kind) = self.figures.iter().copied().find(|kind| kind.name == name) else {
            diagnostics.push(self.unknown_figure(name, span));
            return None;
        };
        let mut options = FigureOptions::default();
        for part in query.into_iter().flat_map(|query| query.split('&')) {
            self.option(kind, part, &mut options, span, diagnostics)?;
        }
        match kind.ban(self.settings) {
            None => return Some(FigureRef { kind, options }),
            Some(FigureBan::CountsOff) => diagnostics.push(self.counts_off(span, kind.subject)),
            Some(FigureBan::LinkingNone) => diagnostics.push(
                Diagnostic::at(&code::LINKING_NONE, span, format!("{} cannot be drawn while `linking` is `none`", kind.subject))
                    .about(Subject::Setting("privacy.linking"))
                    .help("take it out: under `linking: none` nothing shows which words are one person's"),
            ),
        }
        None
    }

    fn unknown_figure(&self, name: &str, span: Span) -> Diagnostic {
        let names: Vec<&str> = self.figures.iter().map(|kind| kind.name).collect();
        let help = words::did_you_mean(name, names.iter().copied(), || {
            let ticked: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
            format!("there are {}", words::list(&ticked, "and"))
        });
        Diagnostic::at(&code::UNKNOWN_CHART, span, format!("there is no chart `{}`", words::shortened(name, 40))).help(help)
    }

    /// One option, `theme=rest`, set in `options`; nothing where it cannot be.
    fn option(
        &self,
        kind: &FigureKind,
        written: &str,
        options: &mut FigureOptions,
        span: Span,
        diagnostics: &mut Vec<Diagnostic>,
    ) -> Option<()> {
        let (word, value) = written.split_once('=').unwrap_or_default();
        match FigureOption::from_word(word).filter(|option| kind.options.contains(option)) {
            Some(FigureOption::Theme) if options.theme.is_none() => options.theme = Some(self.theme(value, span, diagnostics)?),
            Some(_) => {
                diagnostics.push(Diagnostic::at(&code::UNKNOWN_CHART, span, format!("`{word}` is chosen twice")).help("leave one of them"));
                return None;
            }
            None => {
                let help = match kind.options {
                    [] => "take away what stands behind `?`".to_owned(),
                    options => format!("write {}", words::list(&options.iter().map(|o| usage(*o)).collect::<Vec<_>>(), "or")),
                };
                let message = format!("a chart has no choice `{}`", words::shortened(written, 40));
                diagnostics.push(Diagnostic::at(&code::UNKNOWN_CHART, span, message).help(help));
                return None;
            }
        }
        Some(())
    }
}

/// How an option is written.
fn usage(option: FigureOption) -> &'static str {
    match option {
        FigureOption::Theme => "`?theme=` and a theme's id",
    }
}
