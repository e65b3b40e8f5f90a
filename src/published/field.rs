//! The fields of a study that reach a reader, by name.

use super::Voice;
use crate::model::choices::choices;

choices! {
    /// A field that holds a published text. The words are stable: fingerprints are made of them.
    Field {
        Title = "title",
        ShortTitle = "short_title",
        Subtitle = "subtitle",
        Summary = "summary",
        Period = "period",
        BasedOnTitle = "based_on.title",
        BasedOnUrl = "based_on.url",
        Language = "language",
        Date = "date",
        Version = "version",
        AuthorName = "authors.name",
        AuthorOrcid = "authors.orcid",
        AuthorAffiliation = "authors.affiliation",
        LicenceText = "licence.text",
        LicenceQuotes = "licence.quotes",
        Attribution = "attribution",
        AttributeKey = "attributes.key",
        AttributeLabel = "attributes.label",
        AttributeValueKey = "attributes.values.key",
        AttributeValue = "attributes.values",
        About = "about",
        ParticipantId = "participants.id",
        ParticipantAttribute = "participants.attribute",
        Wave = "sources.wave",
        SourceLanguage = "sources.language",
        ThemeId = "themes.id",
        ThemeName = "themes.name",
        Definition = "themes.definition",
        Full = "themes.full",
        Include = "themes.include",
        Exclude = "themes.exclude",
        Origin = "themes.origin",
        ContraryFound = "themes.contrary.found",
        ChangeDate = "themes.history.date",
        Change = "themes.history.change",
        ChangeReason = "themes.history.why",
        Alias = "themes.aliases",
        QuoteId = "quotes.id",
        QuoteText = "quotes.text",
        QuoteOriginal = "quotes.original",
        OriginalLanguage = "quotes.original.lang",
        Turn = "quotes.turns",
        Question = "quotes.turns.asked",
        OriginalTurn = "quotes.original.turns",
        OriginalQuestion = "quotes.original.turns.asked",
        Paraphrase = "quotes.paraphrase",
        Asked = "quotes.asked",
        Context = "quotes.context",
        Meaning = "quotes.meaning",
        At = "quotes.at",
        PageSlug = "pages.name",
        PageTitle = "pages.title",
        PageSummary = "pages.summary",
        PageText = "pages.text",
        PageCode = "pages.code",
        PageHtml = "pages.html",
        CodeLanguage = "pages.code.language",
        LinkAddress = "links",
        Headline = "figures.headline",
        FileName = "assets.name",
        AssetPath = "assets.path",
    }
}

impl Field {
    /// Whose words stand in the field, unless its owner says otherwise (field notes are the researchers').
    pub fn voice(self) -> Voice {
        use Field as F;
        match self {
            F::QuoteText | F::QuoteOriginal | F::Turn | F::OriginalTurn => Voice::Participant,
            F::Question
            | F::OriginalQuestion
            | F::Paraphrase
            | F::Asked
            | F::Context
            | F::Meaning
            | F::ParticipantAttribute
            | F::AttributeValue => Voice::AboutParticipant,
            F::Title
            | F::ShortTitle
            | F::Subtitle
            | F::Summary
            | F::Period
            | F::BasedOnTitle
            | F::LicenceText
            | F::LicenceQuotes
            | F::Attribution
            | F::AttributeLabel
            | F::About
            | F::Wave
            | F::ThemeName
            | F::Definition
            | F::Full
            | F::Include
            | F::Exclude
            | F::Origin
            | F::ContraryFound
            | F::Change
            | F::ChangeReason
            | F::PageSlug
            | F::PageTitle
            | F::PageSummary
            | F::PageText
            | F::PageCode
            | F::PageHtml
            | F::Headline
            | F::FileName => Voice::Researcher,
            F::AuthorName | F::AuthorAffiliation => Voice::Author,
            F::BasedOnUrl
            | F::Language
            | F::Date
            | F::Version
            | F::AuthorOrcid
            | F::AttributeKey
            | F::AttributeValueKey
            | F::ParticipantId
            | F::SourceLanguage
            | F::ThemeId
            | F::ChangeDate
            | F::Alias
            | F::QuoteId
            | F::OriginalLanguage
            | F::At
            | F::CodeLanguage
            | F::LinkAddress
            | F::AssetPath => Voice::Metadata,
        }
    }
}
