//! The catalogue: by what quotes can be chosen, and which of it holds of each.

use serde::Serialize;
use serde::ser::SerializeTuple;

use super::{FRAGMENTS, WORDS, is_parted};
use crate::analyse::groups;
use crate::diag::words::capital;
use crate::model::naming::{attribution, language};
use crate::model::settings::{Counts, Linking, Publish};
use crate::model::{AttributeIs, Quote, QuoteIx, SourceKind, Stance, Study, ThemeIx};
use crate::route::PublicNames;

/// What the browser is given at once.
#[derive(Serialize)]
pub struct Catalogue {
    counts: bool,
    csv: bool,
    illustrative: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    people: Option<People>,
    /// How many quotes a script of fragments holds, and one of words; 0 where the page holds all quotes.
    fragments: usize,
    words: usize,
    facets: Vec<Facet>,
    quotes: Vec<Entry>,
}

#[derive(Serialize)]
struct People {
    of: usize,
    /// What was done with all of them: "interviewed", or nothing where some wrote.
    were: &'static str,
}

/// One thing by which quotes can be chosen.
#[derive(Serialize)]
struct Facet {
    /// What stands in the address.
    key: String,
    label: String,
    /// Whether a control is offered. Without one, links that choose by it work all the same.
    shown: bool,
    values: Vec<Value>,
}

#[derive(Serialize, Default)]
struct Value {
    id: String,
    label: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ink: Option<u8>,
    /// The value above it.
    #[serde(skip_serializing_if = "Option::is_none")]
    up: Option<usize>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    aliases: Vec<String>,
    /// How many participants are so, and what they are called.
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    many: Option<String>,
}

/// A quote: its id, for each facet the places of its values, the themes it speaks against.
struct Entry(String, Vec<Vec<usize>>, Vec<usize>);

impl Serialize for Entry {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut tuple = serializer.serialize_tuple(3)?;
        tuple.serialize_element(&self.0)?;
        tuple.serialize_element(&self.1)?;
        tuple.serialize_element(&self.2)?;
        tuple.end()
    }
}

/// A facet in the making: with the way to find a quote's values.
type Made<'a> = (Facet, Box<dyn Fn(&Quote) -> Vec<usize> + 'a>);

impl Catalogue {
    /// `order` is what [`order`](super::order) gives.
    pub fn new(study: &Study, names: &PublicNames, order: &[QuoteIx]) -> Catalogue {
        let parted = is_parted(study);
        let named = study.settings.privacy.linking != Linking::None;
        let mut made = vec![themes(study), stance()];
        if named {
            made.extend(sources(study, order));
        }
        made.extend(
            study.settings.attributes.iter().enumerate().filter(|(_, a)| a.publish == Publish::Person).map(|(at, _)| attribute(study, at)),
        );
        if named {
            made.push(participants(study));
        }
        // What is the same of all quotes, or of none, chooses nothing.
        made.retain(|(facet, _)| facet.values.len() > 1 || matches!(facet.key.as_str(), "theme" | "stance" | "participant"));
        if !order.iter().any(|q| against(study.quote(*q)).next().is_some()) {
            made.retain(|(facet, _)| facet.key != "stance");
        }
        let quotes = order
            .iter()
            .map(|ix| {
                let quote = study.quote(*ix);
                let against = with_ancestors(study, against(quote));
                Entry(names.quote(*ix).to_owned(), made.iter().map(|(_, values)| values(quote)).collect(), against)
            })
            .collect();
        Catalogue {
            counts: study.settings.counts != Counts::Off,
            csv: study.settings.data.quotes,
            illustrative: study.settings.illustrative,
            people: named.then(|| people(study)),
            fragments: if parted { FRAGMENTS } else { 0 },
            words: if parted { WORDS } else { 0 },
            facets: made.into_iter().map(|(facet, _)| facet).collect(),
            quotes,
        }
    }
}

fn people(study: &Study) -> People {
    let interviewed = |k: SourceKind| matches!(k, SourceKind::Interview | SourceKind::FocusGroup | SourceKind::Joint);
    let were = if study.sources.iter().all(|s| interviewed(s.kind)) { "interviewed" } else { "" };
    People { of: study.participants.len(), were }
}

fn facet(key: &str, label: &str, values: Vec<Value>) -> Facet {
    Facet { key: key.to_owned(), label: label.to_owned(), shown: true, values }
}

fn with_ancestors(study: &Study, themes: impl Iterator<Item = ThemeIx>) -> Vec<usize> {
    let mut all: Vec<usize> = themes.flat_map(|t| study.ancestors(t).into_iter().chain([t])).map(ThemeIx::at).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn against(quote: &Quote) -> impl Iterator<Item = ThemeIx> + '_ {
    quote.codings.iter().filter(|c| c.stance == Stance::Contrary).map(|c| c.theme)
}

fn themes(study: &Study) -> Made<'_> {
    let values = study.theme_ixs().map(|ix| {
        let theme = study.theme(ix);
        Value {
            id: theme.id.to_string(),
            label: theme.name.to_string(),
            number: Some(theme.number.to_string()),
            ink: Some(theme.ink),
            up: theme.parent.map(ThemeIx::at),
            aliases: theme.aliases.iter().map(ToString::to_string).collect(),
            ..Value::default()
        }
    });
    (facet("theme", "Theme", values.collect()), Box::new(|quote| with_ancestors(study, quote.codings.iter().map(|c| c.theme))))
}

fn stance<'a>() -> Made<'a> {
    let value = Value { id: "contrary".into(), label: "Speaks against a theme".into(), ..Value::default() };
    let values = |quote: &Quote| if against(quote).next().is_some() { vec![0] } else { Vec::new() };
    (facet("stance", "Stance", vec![value]), Box::new(values))
}

/// Of a source: kind, wave and language, as far as quotes have them.
fn sources<'a>(study: &'a Study, order: &[QuoteIx]) -> Vec<Made<'a>> {
    let mut kinds: Vec<SourceKind> = order.iter().map(|q| study.source(study.quote(*q).source).kind).collect();
    let mut waves: Vec<String> = order.iter().filter_map(|q| wave(study, study.quote(*q))).collect();
    let mut languages: Vec<String> = order.iter().map(|q| spoken(study, study.quote(*q))).collect();
    kinds.sort_unstable();
    kinds.dedup();
    waves.sort_unstable();
    waves.dedup();
    languages.sort_unstable();
    languages.dedup();
    let kind_values = kinds.iter().map(|k| Value { id: k.word().to_owned(), label: capital(k.many()), ..Value::default() }).collect();
    let plain = |id: &String| Value { id: id.clone(), label: id.clone(), ..Value::default() };
    let tongue = |id: &String| Value { id: id.clone(), label: language(id).unwrap_or(id).to_owned(), ..Value::default() };
    let (wave_values, language_values) = (waves.iter().map(plain).collect(), languages.iter().map(tongue).collect());
    vec![
        (facet("kind", "Source", kind_values), Box::new(move |quote| place(&kinds, Some(study.source(quote.source).kind)))),
        (facet("wave", "Wave", wave_values), Box::new(move |quote| place(&waves, wave(study, quote)))),
        (facet("language", "Language", language_values), Box::new(move |quote| place(&languages, Some(spoken(study, quote))))),
    ]
}

fn place<T: Ord>(sorted: &[T], value: Option<T>) -> Vec<usize> {
    value.and_then(|v| sorted.binary_search(&v).ok()).into_iter().collect()
}

fn wave(study: &Study, quote: &Quote) -> Option<String> {
    study.source(quote.source).wave.as_deref().map(str::to_owned)
}

/// The language in which a quote was said.
fn spoken(study: &Study, quote: &Quote) -> String {
    quote.words.original_language().unwrap_or(&study.settings.language).to_owned()
}

/// An attribute that may stand beside a person.
fn attribute(study: &Study, at: usize) -> Made<'_> {
    // What the address already uses for something else.
    const TAKEN: &[&str] = &["theme", "stance", "kind", "wave", "language", "participant", "q"];
    let attribute = &study.settings.attributes[at];
    let key = if TAKEN.contains(&&*attribute.key) { format!("attribute.{}", attribute.key) } else { attribute.key.to_string() };
    let groups: Vec<_> = groups(study, at).into_iter().filter(|g| g.value.is_some()).collect();
    let values = groups.iter().map(|group| {
        let id = match &group.value {
            Some(AttributeIs::Value(v)) => attribute.values[*v].key.to_string(),
            Some(AttributeIs::Written(text)) => text.to_string(),
            None => String::new(),
        };
        let name = group.name(study, at);
        Value { id, label: capital(&name), many: Some(name.to_string()), of: Some(group.members.len()), ..Value::default() }
    });
    let facet = facet(&key, &attribute.label, values.collect());
    // Asked for every quote, so each participant's group is looked up once.
    let mut group_of = vec![None; study.participants.len()];
    for (at, group) in groups.iter().enumerate() {
        group.members.iter().for_each(|p| group_of[p.at()] = Some(at));
    }
    let of = move |quote: &Quote| {
        let mut all: Vec<usize> = quote.voices.iter().filter_map(|v| group_of[v.at()]).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    (facet, Box::new(of))
}

fn participants(study: &Study) -> Made<'_> {
    let values = study.participant_ixs().map(|ix| Value {
        id: study.participant(ix).id.to_string(),
        label: attribution(study, ix),
        ..Value::default()
    });
    let facet = Facet { shown: study.settings.privacy.linking == Linking::Pages, ..facet("participant", "Participant", values.collect()) };
    (facet, Box::new(|quote| quote.voices.iter().map(|v| v.at()).collect()))
}
