//! Prevalence: how many spoke of each theme, as bars.

use std::cmp::Reverse;

use crate::analyse::{Basis, Count, Unit};
use crate::chart::{self, Bar, Prevalence};
use crate::export::DataTable;
use crate::model::settings::Counts;
use crate::model::{FigureKind, FigureOption, FigureOptions, Study, ThemeIx};
use crate::site::counts::{self, CountForm};
use crate::site::figures::by_theme::{self, themes};
use crate::site::figures::figure::{Figure, FigureFrame, FigureRefusal, FigureWords};
use crate::site::html::{Html, put};
use crate::site::page_context::PageContext;

static KIND: FigureKind = FigureKind {
    name: "prevalence",
    subject: "a chart of counts",
    options: &[FigureOption::Theme],
    shows_counts: true,
    shows_participants: false,
};

pub struct PrevalenceFigure;

impl Figure for PrevalenceFigure {
    fn kind(&self) -> &'static FigureKind {
        &KIND
    }

    fn refusal(&self, study: &Study, _: &FigureOptions) -> Option<FigureRefusal> {
        study.themes.is_empty().then_some(FigureRefusal { reason: "There are no themes to count under", instead: None })
    }

    fn words(&self, context: &PageContext, options: &FigureOptions) -> FigureWords {
        let study = context.study();
        let n = study.participants.len();
        let counts = theme_counts(context, options);
        let unit = match (study.settings.counts, context.analysis().basis) {
            (Counts::Quotes, _) => "Quotes coded to each".to_owned(),
            (_, Basis::Quoted) => format!("Participants, of {n}, who are quoted under each"),
            _ => format!("Participants, of {n}, who spoke of each at least once"),
        };
        let leaves = || counts.iter().filter(|(t, _)| study.theme(*t).is_leaf() || counts.len() < 3);
        let sentence = |(t, c): &(ThemeIx, Count)| format!("{} {}, {}", study.theme(*t).number, study.theme(*t).name, counts::phrase(c));
        let longest = leaves().max_by_key(|(t, c)| (c.n, Reverse(*t))).map(sentence).unwrap_or_default();
        let shortest = leaves().min_by_key(|(t, c)| (c.n, *t)).map(sentence).unwrap_or_default();
        FigureWords {
            name: options.theme.map_or_else(|| "Prevalence of themes".to_owned(), |t| format!("Prevalence: {}", study.theme(t).name)),
            caption: format!("{unit}. Code-book order. A bar opens the quotes it counts."),
            standalone_caption: format!("{unit}. Code-book order."),
            description: format!("Horizontal bars, one for each theme, in code-book order. Longest: {longest}. Shortest: {shortest}."),
        }
    }

    fn drawing(&self, context: &PageContext, options: &FigureOptions, frame: &FigureFrame) -> String {
        let study = context.study();
        let counts = theme_counts(context, options);
        let depth_of_first = counts.first().map_or(0, |(t, _)| study.theme(*t).depth);
        let bars = counts.iter().map(|(t, count)| {
            let theme = study.theme(*t);
            Bar {
                label: theme.name.to_string(),
                number: theme.number.to_string(),
                depth: (theme.depth - depth_of_first).min(8) as u8,
                ink: theme.ink,
                n: count.n,
                href: context.links.evidence(count.quotes),
                name: format!("{} {}: {}", theme.number, theme.name, counts::phrase(count)),
            }
        });
        let unit = match study.settings.counts {
            Counts::Quotes => "quotes".to_owned(),
            _ => format!("participants, of {}", study.participants.len()),
        };
        let chart = Prevalence {
            id: frame.id.to_owned(),
            title: frame.words.name.clone(),
            description: frame.words.description.clone(),
            unit,
            max: counts.iter().map(|(_, c)| c.of.unwrap_or(c.n)).max().unwrap_or(1).max(1),
            bars: bars.collect(),
        };
        chart::prevalence(&chart, frame.width, frame.ink)
    }

    fn table(&self, context: &PageContext, options: &FigureOptions) -> Html {
        let study = context.study();
        let participants = study.settings.counts != Counts::Quotes;
        let heads = if participants {
            "<th scope=\"col\" class=\"n\">Participants</th><th scope=\"col\" class=\"n\">Quotes</th>"
        } else {
            "<th scope=\"col\" class=\"n\">Quotes</th>"
        };
        let cell = |count: &Count, out: &mut String| {
            put(out, format_args!("<td class=\"n\">{}</td>", counts::link(&context.links, count, CountForm::Number, "count").0));
        };
        by_theme::table(context, &themes(study, options.theme), heads, |t, out| {
            if participants {
                cell(&context.analysis().count_in(study, t, Unit::Participants), out);
                cell(&context.shown_quotes(t), out);
            } else {
                cell(&context.analysis().count_in(study, t, Unit::Quotes), out);
            }
        })
    }

    fn data(&self, context: &PageContext, options: &FigureOptions) -> DataTable {
        let study = context.study();
        let participants = study.settings.counts != Counts::Quotes;
        let columns: &[&str] = if participants { &["participants", "of", "quotes"] } else { &["quotes"] };
        by_theme::data(study, &themes(study, options.theme), columns.iter().map(|c| (*c).to_owned()), |t| {
            let quotes = context.analysis().shown_under(t).to_string();
            if participants {
                let count = context.analysis().count_in(study, t, Unit::Participants);
                vec![count.n.to_string(), study.participants.len().to_string(), quotes]
            } else {
                vec![quotes]
            }
        })
    }
}

fn theme_counts(context: &PageContext, options: &FigureOptions) -> Vec<(ThemeIx, Count)> {
    themes(context.study(), options.theme).into_iter().filter_map(|t| Some((t, context.count(t)?))).collect()
}
