//! Parts to a study: every reference looked up, everything that may not be published left behind.
//!
//! 1. Settings, so that it is known what may be told.
//! 2. Names: participants, sources, themes, quotes, in this order, each entered into one namespace.
//! 3. The coding table, held against the quotes.
//! 4. Pages get their addresses, and every reference in a text is resolved.
//! 5. What needed all of that: examples, the opening quote, the `about` fields.
//!
//! What cannot be resolved is said and left out; a [`Study`] always comes back.

mod apart;
mod coding;
mod figures;
mod hidden;
mod names;
mod pages;
mod people;
mod quotes;
mod refs;
mod settings;
mod themes;

use std::sync::Arc;

pub use hidden::Hidden;
use names::{Entity, Names, Want};
use refs::Targets;

use crate::diag::{Diagnostic, FileId, Files, Span, Spanned, Subject, code};
use crate::model::document::{Inline, map_inlines};
use crate::model::settings::Linking;
use crate::model::{Asset, FigureKind, Id, Quote, QuoteIx, Ref, Study, Theme, ThemeIx};
use crate::parse::{Parsed, Part, RawRef};

/// A study, what is wrong with it, and where in its files stands what it must not show.
pub struct Resolved {
    pub study: Study,
    pub diagnostics: Vec<Diagnostic>,
    pub hidden: Hidden,
}

/// Makes a study of the parts, in reading order. `figures` are those that a text may embed.
pub fn resolve(files: &Files, parts: &[(FileId, Arc<Parsed>)], assets: &[Asset], figures: &[&'static FigureKind]) -> Resolved {
    let mut found = Vec::new();
    let diagnostics = &mut found;
    let mut names = Names::default();
    let mut raw = Raw::default();
    for (file, parsed) in parts {
        names.lose(&parsed.lost_ids);
        if let Some(part) = &parsed.part {
            raw.sort(*file, part);
        }
    }

    let mut settings = settings::settings(raw.study, diagnostics);
    let mut hidden = Hidden::default();
    if people::are_counted_only(&raw.participants, &settings) {
        settings.privacy.linking = Linking::None;
    }
    let (participants, counted_only) = people::participants(&raw.participants, raw.study, &settings, &mut names, &mut hidden, diagnostics);
    let (sources, lost) = people::sources(&raw.sources, &mut names, diagnostics);
    let (mut themes, pending) = themes::themes(&raw.themes, &mut names, diagnostics);
    let mut builder = quotes::Quotes {
        settings: &settings,
        participants: &participants,
        names: &mut names,
        diagnostics,
        sources,
        quotes: Vec::new(),
        lost,
        hidden: &mut hidden,
    };
    for (file, quotes) in &raw.quotes {
        builder.file(quotes, first_line(files, *file));
    }
    let (sources, quotes) = (builder.sources, builder.quotes);

    apart::check(&raw.participants, &participants, &quotes, &names, &settings, diagnostics);
    let coding_table = raw.coding.as_ref().map(|rows| coding::rows(rows, &names, diagnostics));
    if let Some(rows) = &coding_table {
        coding::check(rows, &quotes, &participants, &themes, diagnostics);
    }

    let addressed = pages::address(&raw.pages, files, diagnostics);
    let (by_slug, by_file) = pages::index(&addressed, files);
    let targets = Targets { settings: &settings, names: &names, quotes: &quotes, assets, figures, pages: by_slug, files: by_file };
    let pages = pages::pages(addressed, files, &targets, &names, diagnostics);

    let rich = |inlines: &[Inline<RawRef>], diagnostics: &mut Vec<Diagnostic>| -> Vec<Inline<Ref>> {
        map_inlines(inlines.to_vec(), &mut |r| targets.resolve(r, "themes/", diagnostics))
    };
    for p in &pending {
        let examples = examples(&p.raw.examples, p.theme, &themes, &quotes, &names, diagnostics);
        let theme = &mut themes[p.theme.at()];
        theme.examples = examples;
        theme.definition = rich(&p.raw.definition, diagnostics);
        theme.full = rich(&p.raw.full, diagnostics);
        theme.include = rich(&p.raw.include, diagnostics);
        theme.exclude = rich(&p.raw.exclude, diagnostics);
    }
    let opening = raw.study.and_then(|s| s.opening.as_ref()).and_then(|id| shown_quote(id, &quotes, &names, diagnostics));
    let about = raw.study.map(|s| s.about.iter().map(|(field, text)| (*field, rich(text, diagnostics))).collect()).unwrap_or_default();
    settings.opening = opening;
    settings.about = about;

    let study = Study {
        settings,
        counted_only,
        participants,
        sources,
        themes,
        quotes,
        coding_table,
        pages,
        assets: assets.to_vec(),
        decisions: raw.decisions,
    };
    Resolved { study, diagnostics: found, hidden }
}

/// The parts by what they are.
#[derive(Default)]
struct Raw<'a> {
    study: Option<&'a crate::parse::RawStudy>,
    participants: Vec<&'a crate::parse::RawParticipant>,
    sources: Vec<&'a crate::parse::RawSource>,
    themes: Vec<&'a crate::parse::RawTheme>,
    quotes: Vec<(FileId, &'a crate::parse::RawQuotes)>,
    decisions: Vec<crate::model::decisions::Record>,
    coding: Option<Vec<&'a crate::parse::RawCoding>>,
    pages: Vec<(FileId, &'a crate::parse::RawPage)>,
}

impl<'a> Raw<'a> {
    fn sort(&mut self, file: FileId, part: &'a Part) {
        match part {
            Part::Study(study) => self.study = Some(study),
            Part::Participants(people) => self.participants.extend(people),
            Part::Sources(sources) => self.sources.extend(sources),
            Part::Themes(themes) => self.themes.extend(themes),
            Part::Quotes(quotes) => self.quotes.push((file, quotes)),
            Part::Privacy(records) => self.decisions.extend(records.iter().cloned()),
            Part::Coding(rows) => self.coding.get_or_insert_default().extend(rows),
            Part::Page(page) => self.pages.push((file, page)),
        }
    }
}

fn first_line(files: &Files, file: FileId) -> Span {
    let text = files.text(file);
    Span::new(file, 0..text.find(['\n', '\r']).unwrap_or(text.len()))
}

fn shown_quote(id: &Spanned<Id>, quotes: &[Quote], names: &Names, diagnostics: &mut Vec<Diagnostic>) -> Option<QuoteIx> {
    let Some(Entity::Quote(ix)) = names.find(id, Want::Quote, diagnostics) else { return None };
    if quotes[ix.at()].is_shown() {
        return Some(ix);
    }
    diagnostics.push(refs::not_shown(id.span, &id.value));
    None
}

/// A theme's examples: shown, and coded to it or to a descendant.
fn examples(
    raw: &[Spanned<Id>],
    theme: ThemeIx,
    themes: &[Theme],
    quotes: &[Quote],
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> Vec<QuoteIx> {
    raw.iter()
        .filter_map(|id| {
            let ix = shown_quote(id, quotes, names, diagnostics)?;
            let within = theme.0..themes[theme.at()].end.0;
            let quote = &quotes[ix.at()];
            if quote.codings.iter().any(|c| within.contains(&c.theme.0)) {
                return Some(ix);
            }
            let coded: Vec<String> = quote.codings.iter().map(|c| format!("`{}`", themes[c.theme.at()].id)).collect();
            diagnostics.push(
                Diagnostic::at(&code::EXAMPLE_NOT_CODED, id.span, format!("`{}` is not coded to `{}`", id.value, themes[theme.at()].id))
                    .about(Subject::theme(themes[theme.at()].id.as_str()))
                    .also(quote.span, format!("coded to {}", crate::diag::words::list(&coded, "and")))
                    .help("choose a quote that is, or add the theme to the quote's `themes`"),
            );
            None
        })
        .collect()
}
