//! The visitor: the study's fields, each decided about once. No pattern in here has a `..`.

use std::borrow::Cow;

use super::{Drafts, Field, Owner, Text, Voice, page, quote};
use crate::model::document::Inline;
use crate::model::settings::{
    AboutField, Attribute, AttributeValue, Attribution, AttributionPart, Author, BasedOn, ConsentSettings, DataFiles, Licence, Linking,
    Notation, Privacy, Publish,
};
use crate::model::{
    Asset, AssetIx, AttributeIs, Change, ContrarySearch, PageIx, Participant, ParticipantIx, Ref, Settings, Source, SourceIx, Study, Theme,
    ThemeIx,
};

type Take<'t, 's> = &'t mut dyn FnMut(Text<'s>);

pub(super) fn visit<'s>(study: &'s Study, drafts: Drafts, take: Take<'_, 's>) {
    let Study {
        settings: _, // below, after what participants said
        // A number, which is a count and no text.
        counted_only: _,
        participants,
        sources,
        themes,
        quotes: _,
        // Numbers alone.
        coding_table: _,
        pages,
        assets,
        // What was decided about findings, and by whom, is in the privacy report and nowhere else.
        decisions: _,
    } = study;
    study.quote_ixs().for_each(|ix| quote::texts_of_quote(study, ix, take));
    (0..).zip(participants).for_each(|(ix, one)| participant(study, ParticipantIx(ix), one, take));
    (0..).zip(sources).for_each(|(ix, one)| source(study, SourceIx(ix), one, take));
    (0..).zip(themes).for_each(|(ix, one)| theme(study, ThemeIx(ix), one, take));
    for (ix, one) in (0..).zip(pages).filter(|(_, one)| drafts == Drafts::With || !one.draft) {
        page::visit(study, PageIx(ix), one, take);
    }
    settings(study, take);
    (0..).zip(assets).for_each(|(ix, one)| asset(AssetIx(ix), one, take));
}

/// A text that is written as it is published, in the study's language.
fn plain<'s>(field: Field, owner: Owner, words: &'s str) -> Text<'s> {
    Text { field, owner, voice: field.voice(), words: Cow::Borrowed(words), language: None, speaker: None, span: None }
}

fn participant<'s>(study: &'s Study, ix: ParticipantIx, participant: &'s Participant, take: Take<'_, 's>) {
    let Participant { id, attributes, consent: _ } = participant;
    let linking = study.settings.privacy.linking;
    if linking != Linking::None {
        take(plain(Field::ParticipantId, Owner::Participant(ix), id.as_str()));
    }
    for value in attributes.iter().flatten() {
        match value {
            // A declared value's words stand with its declaration.
            AttributeIs::Value(_) => {}
            AttributeIs::Written(text) => take(plain(Field::ParticipantAttribute, Owner::Participant(ix), text)),
        }
    }
}

fn source<'s>(study: &'s Study, ix: SourceIx, source: &'s Source, take: Take<'_, 's>) {
    let Source {
        // The author's own name for it.
        id: _,
        // Of emic's own words.
        kind: _,
        participants: _,
        wave,
        // Numbers: an order is never shown, minutes only as a sum.
        order: _,
        language,
        minutes: _,
    } = source;
    // Where nobody is to be told apart, one diary among interviews would be somebody.
    if study.settings.privacy.linking == Linking::None {
        return;
    }
    wave.iter().for_each(|wave| take(plain(Field::Wave, Owner::Source(ix), wave)));
    language.iter().for_each(|tag| take(plain(Field::SourceLanguage, Owner::Source(ix), tag)));
}

fn theme<'s>(study: &'s Study, ix: ThemeIx, theme: &'s Theme, take: Take<'_, 's>) {
    let Theme {
        id,
        // By position.
        number: _,
        name,
        parent: _,
        children: _,
        end: _,
        depth: _,
        ink: _,
        definition,
        full,
        include,
        exclude,
        // Quotes stand for themselves.
        examples: _,
        origin,
        // Of emic's own words.
        asked: _,
        contrary,
        history,
        aliases,
    } = theme;
    let owner = Owner::Theme(ix);
    take(plain(Field::ThemeName, owner, name));
    let inline: [(Field, &[Inline<Ref>]); 4] =
        [(Field::Definition, definition), (Field::Full, full), (Field::Include, include), (Field::Exclude, exclude)];
    for (field, content) in inline {
        page::inline(study, content, field, owner, field.voice(), take);
    }
    origin.iter().for_each(|text| take(plain(Field::Origin, owner, text)));
    if let Some(ContrarySearch { sought: _, found }) = contrary {
        found.iter().for_each(|text| take(plain(Field::ContraryFound, owner, text)));
    }
    for Change { date, change, why } in history {
        take(plain(Field::Change, owner, change));
        why.iter().for_each(|why| take(plain(Field::ChangeReason, owner, why)));
        date.iter().for_each(|date| take(plain(Field::ChangeDate, owner, date)));
    }
    take(plain(Field::ThemeId, owner, id.as_str()));
    aliases.iter().for_each(|id| take(plain(Field::Alias, owner, id.as_str())));
}

fn settings<'s>(study: &'s Study, take: Take<'_, 's>) {
    let Settings {
        title,
        short_title,
        subtitle,
        summary,
        // A quote, which stands for itself.
        opening: _,
        period,
        based_on,
        language,
        date,
        version,
        illustrative: _,
        authors,
        licence: Licence { text: licence_text, quotes: licence_quotes },
        // Of emic's own words.
        method: _,
        counts: _,
        counts_chosen: _,
        quotes_are: _,
        // What findings are held to; no page sets them.
        words: _,
        attribution: Attribution(attribution),
        attributes,
        // In the privacy report alone.
        consent: ConsentSettings { default: _, statement: _ },
        privacy: Privacy { health: _, k: _, linking: _, times: _, neighbours: _, reason: _ },
        search_engines: _,
        data: DataFiles { codebook: _, themes: _, quotes: _, participants: _ },
        // How transcripts are read.
        notation: Notation { replaced: _, sounds: _ },
        about,
    } = &study.settings;
    let mut give = |field: Field, words: &'s str| take(plain(field, Owner::Study, words));
    give(Field::Title, title);
    let optional = [
        (Field::ShortTitle, short_title),
        (Field::Subtitle, subtitle),
        (Field::Summary, summary),
        (Field::Period, period),
        (Field::LicenceText, licence_text),
        (Field::LicenceQuotes, licence_quotes),
        (Field::Date, date),
        (Field::Version, version),
    ];
    for (field, text) in optional {
        text.iter().for_each(|text| give(field, text));
    }
    give(Field::Language, language);
    if let Some(BasedOn { title, url }) = based_on {
        give(Field::BasedOnTitle, title);
        url.iter().for_each(|url| give(Field::BasedOnUrl, url));
    }
    for Author { name, orcid, affiliation } in authors {
        give(Field::AuthorName, name);
        orcid.iter().for_each(|orcid| give(Field::AuthorOrcid, orcid));
        affiliation.iter().for_each(|affiliation| give(Field::AuthorAffiliation, affiliation));
    }
    for part in attribution {
        match part {
            AttributionPart::Text(text) => give(Field::Attribution, text),
            AttributionPart::Id | AttributionPart::Attribute(_) => {}
        }
    }
    (0..).zip(attributes).for_each(|(at, one)| attribute(at, one, take));
    for (field, content) in about {
        page::inline(study, content, Field::About, Owner::About(*field), about_voice(*field), take);
    }
}

fn attribute<'s>(at: usize, attribute: &'s Attribute, take: Take<'_, 's>) {
    let Attribute { key, label, values, publish } = attribute;
    let owner = Owner::Attribute(at);
    take(plain(Field::AttributeLabel, owner, label));
    // The names of files and facets; of what is told in totals only there are none.
    let is_named = *publish == Publish::Person;
    if is_named {
        take(plain(Field::AttributeKey, owner, key));
    }
    for AttributeValue { key, one, many } in values {
        take(plain(Field::AttributeValue, owner, one));
        if many != one {
            take(plain(Field::AttributeValue, owner, many));
        }
        if is_named {
            take(plain(Field::AttributeValueKey, owner, key));
        }
    }
}

fn about_voice(field: AboutField) -> Voice {
    match field {
        AboutField::Ethics | AboutField::Funding | AboutField::Interests | AboutField::DataAvailability => Voice::Institution,
        _ => Voice::Researcher,
    }
}

fn asset<'s>(ix: AssetIx, asset: &'s Asset, take: Take<'_, 's>) {
    // Where it lies in the study is the author's affair.
    let Asset { path, source: _ } = asset;
    let name = path.rsplit_once('.').map_or(&**path, |(stem, _)| stem).replace(['-', '_', '/'], " ");
    take(Text { words: Cow::Owned(name), ..plain(Field::FileName, Owner::Asset(ix), "") });
    take(plain(Field::AssetPath, Owner::Asset(ix), path));
}
