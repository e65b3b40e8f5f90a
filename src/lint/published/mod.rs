//! Every text that would be published, with the place where it was written: what the rules on identifiers read.

mod page;

use std::borrow::Cow;

use crate::diag::{FileId, Files, Place, Span, words};
use crate::model::document::plain;
use crate::model::settings::AboutField;
use crate::model::{AttributeIs, Original, Quote, Study, Theme, Turn, Words};

/// A text that would be published.
pub struct Text<'s> {
    pub words: Cow<'s, str>,
    /// What it belongs to, as its author knows it: a quote's id, a page, a theme.
    pub of: Cow<'s, str>,
    pub home: Home,
    pub voice: Voice,
}

/// Where in the study's files a text stands.
#[derive(Clone, Debug)]
pub enum Home {
    /// Within a stretch of a file.
    Within(Span),
    /// Somewhere in the files whose names begin so.
    Files(&'static str),
    /// In a file's own name.
    Name(String),
}

/// Who speaks, and so what may be expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// A participant, or somebody telling of one.
    Speech,
    /// The researchers, who cite, date and link.
    Researcher,
    /// The researchers on bodies that a reader has to know: who approved and who paid.
    Institution,
}

/// All of them, in the order of the study.
pub fn texts(study: &Study) -> Vec<Text<'_>> {
    let mut out = Vec::new();
    for (at, words) in study.quotes.iter().enumerate() {
        // A quote's own place is its id; it goes on to the next one.
        let end = study.quotes.get(at + 1).filter(|next| next.span.file == words.span.file).map_or(u32::MAX, |next| next.span.start);
        quote(words, Span { end, ..words.span }, &mut out);
    }
    for participant in &study.participants {
        for value in participant.attributes.iter().flatten() {
            if let AttributeIs::Written(text) = value {
                out.push(Text {
                    words: Cow::Borrowed(text),
                    of: Cow::Borrowed(participant.id.as_str()),
                    home: Home::Files("quotes/participants."),
                    voice: Voice::Speech,
                });
            }
        }
    }
    study.themes.iter().for_each(|t| theme(t, &mut out));
    study.pages.iter().for_each(|p| page::texts(study, p, &mut out));
    settings(study, &mut out);
    for asset in &study.assets {
        let name = asset.path.rsplit_once('.').map_or(&*asset.path, |(stem, _)| stem).replace(['-', '_', '/'], " ");
        out.push(Text {
            words: Cow::Owned(name),
            of: Cow::Borrowed("a file’s name"),
            home: Home::Name(asset.source.to_string()),
            voice: Voice::Researcher,
        });
    }
    out.retain(|text| !text.words.is_empty());
    out
}

fn quote<'s>(quote: &'s Quote, within: Span, out: &mut Vec<Text<'s>>) {
    let mut take = |words: &'s str| {
        out.push(Text {
            words: Cow::Borrowed(words),
            of: Cow::Borrowed(quote.id.as_str()),
            home: Home::Within(within),
            voice: Voice::Speech,
        })
    };
    let turns = |turns: &'s [Turn], take: &mut dyn FnMut(&'s str)| turns.iter().for_each(|turn| take(&turn.text));
    match &quote.words {
        Words::Speech { text, original } => {
            take(text);
            if let Some(Original { text, .. }) = original {
                take(text);
            }
        }
        Words::Exchange { turns: said, original } => {
            turns(said, &mut take);
            if let Some((_, said)) = original {
                turns(said, &mut take);
            }
        }
        Words::Paraphrase(text) => take(text),
        // Of what is not shown nothing else is either.
        Words::Unset => return,
    }
    [&quote.asked, &quote.context, &quote.meaning].into_iter().flatten().for_each(|text| take(text));
}

fn theme<'s>(theme: &'s Theme, out: &mut Vec<Text<'s>>) {
    let mut take = |words: Cow<'s, str>| {
        out.push(Text { words, of: Cow::Borrowed(theme.id.as_str()), home: Home::Files("themes/"), voice: Voice::Researcher });
    };
    take(Cow::Borrowed(&theme.name));
    [&theme.definition, &theme.full, &theme.include, &theme.exclude].into_iter().for_each(|text| take(Cow::Owned(plain(text))));
    theme.origin.iter().for_each(|text| take(Cow::Borrowed(text)));
    theme.contrary.iter().filter_map(|c| c.found.as_deref()).for_each(|text| take(Cow::Borrowed(text)));
    for change in &theme.history {
        take(Cow::Borrowed(&change.change));
        change.why.iter().for_each(|why| take(Cow::Borrowed(why)));
    }
}

fn settings<'s>(study: &'s Study, out: &mut Vec<Text<'s>>) {
    let settings = &study.settings;
    let mut take = |words: Cow<'s, str>, of: &'s str, voice: Voice| {
        out.push(Text { words, of: Cow::Borrowed(of), home: Home::Files("study.yaml"), voice });
    };
    take(Cow::Borrowed(&settings.title), "title", Voice::Researcher);
    for (name, text) in [("short_title", &settings.short_title), ("subtitle", &settings.subtitle), ("summary", &settings.summary)] {
        text.iter().for_each(|text| take(Cow::Borrowed(text), name, Voice::Researcher));
    }
    for attribute in &settings.attributes {
        take(Cow::Borrowed(&attribute.label), &attribute.key, Voice::Researcher);
        for value in &attribute.values {
            take(Cow::Borrowed(&value.one), &attribute.key, Voice::Speech);
            if value.many != value.one {
                take(Cow::Borrowed(&value.many), &attribute.key, Voice::Speech);
            }
        }
    }
    for (field, text) in &settings.about {
        let voice = match field {
            AboutField::Ethics | AboutField::Funding | AboutField::Interests | AboutField::DataAvailability => Voice::Institution,
            _ => Voice::Researcher,
        };
        take(Cow::Owned(plain(text)), field.word(), voice);
    }
}

/// The researchers' own texts in which one of some ids stands, each with what it belongs to.
pub fn naming(study: &Study, ids: &[&str]) -> Vec<(String, String)> {
    let is_id = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.');
    let names = |words: &str| words.split(|c| !is_id(c)).any(|word| ids.contains(&word.trim_end_matches('.')));
    let researcher = texts(study).into_iter().filter(|text| text.voice != Voice::Speech);
    researcher.filter(|text| names(&text.words)).map(|text| (text.of.into_owned(), text.words.into_owned())).collect()
}

/// Where the part `range` of a text was written, of as many as say the same there the one whose `turn` it is. Where it was put
/// together of several pieces, its text's place.
pub fn place(files: &Files, text: &Text, range: std::ops::Range<usize>, turn: usize) -> Place {
    let value = &text.words[range];
    let within = |file: FileId, region: std::ops::Range<usize>| {
        let written = files.text(file);
        let written = written.get(region.start..region.end.min(written.len())).unwrap_or_default();
        let at = words::find_spaced(written, value, turn).or_else(|| words::find_spaced(written, value, 0))?;
        Some(Place::Span(Span::new(file, region.start + at.start..region.start + at.end)))
    };
    match &text.home {
        Home::Name(path) => Place::Path(path.clone()),
        Home::Within(span) => within(span.file, span.range()).unwrap_or(Place::Span(Span { end: span.start, ..*span })),
        Home::Files(prefix) => {
            let named = || files.ids().filter(|file| files.name(*file).starts_with(prefix));
            let first = || named().next().map_or(Place::Study, |file| Place::Path(files.name(file).to_owned()));
            named().find_map(|file| within(file, 0..files.text(file).len())).unwrap_or_else(first)
        }
    }
}
