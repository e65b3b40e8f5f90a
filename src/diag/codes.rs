//! Every code emic can say, each with one line on what it means. `docs/diagnostics.md` lists the same.

use super::Severity;

/// A kind of problem. Names are kebab-case and never change their meaning.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    pub name: &'static str,
    pub severity: Severity,
    pub meaning: &'static str,
}

macro_rules! codes {
    ($($ident:ident = $name:literal, $severity:ident, $meaning:literal;)*) => {
        /// The codes by name.
        pub mod code {
            use super::{Code, Severity};
            $(
                #[doc = $meaning]
                pub static $ident: Code = Code { name: $name, severity: Severity::$severity, meaning: $meaning };
            )*
        }

        /// All of them, in the order of the stages that say them.
        pub static ALL: &[&Code] = &[$(&code::$ident),*];
    };
}

codes! {
    // load
    NO_STUDY = "no-study", Error, "The folder has no study.yaml.";
    UNREADABLE = "unreadable", Error, "A file or folder cannot be read.";
    SYMLINK = "symlink", Error, "A symbolic link stands among the study's files; emic follows none.";
    NOT_UTF8 = "not-utf8", Error, "A file is not UTF-8 text.";
    NUL_BYTE = "nul-byte", Error, "A text file holds a NUL byte.";
    FILE_TOO_LARGE = "file-too-large", Error, "A file is larger than 64 MiB.";
    BAD_FILE_NAME = "bad-file-name", Error, "A file's name cannot become a page's address.";
    STRAY_FILE = "stray-file", Warning, "A file lies in one of the study's folders and is not read.";
    NOT_YET = "not-yet", Error, "A part of the input language that emic does not read yet.";
    DUPLICATE_ASSET = "duplicate-asset", Error, "Two files would be published under one name.";
    PRIVATE_WORD_TOO_SHORT = "private-word-too-short", Warning, "A line of private/ is too short to search for.";
    KEY_FILE = "key-file", Error, "The key file cannot be used, or does not lie where only its owner reads it.";
    // parse
    YAML_TAB = "yaml-tab", Error, "A tab stands where YAML wants spaces.";
    YAML_QUOTE = "yaml-quote", Error, "A quotation mark is opened and never closed.";
    YAML_QUOTED_PART = "yaml-quoted-part", Error, "A text goes on after its closing quotation mark.";
    YAML_COLON = "yaml-colon", Error, "A colon and a space stand inside a text without quotation marks.";
    YAML_BRACKET = "yaml-bracket", Error, "A text begins with a bracket, or a bracket is not closed.";
    YAML_SIGN = "yaml-sign", Error, "A text begins with a sign that means something else in YAML.";
    YAML_INDENT = "yaml-indent", Error, "A line does not fit the lines above it.";
    YAML_ALIAS = "yaml-alias", Error, "A YAML alias; emic reads none.";
    YAML_TAG = "yaml-tag", Error, "A YAML tag; emic reads none.";
    YAML_KEY = "yaml-key", Error, "A field's name is not a plain word.";
    YAML_DEPTH = "yaml-depth", Error, "Brackets or indents nest too deeply.";
    YAML_DOCUMENTS = "yaml-documents", Error, "A second YAML document begins in a file.";
    YAML_SYNTAX = "yaml-syntax", Error, "A file is not YAML that can be read.";
    YAML_SPACE = "yaml-space", Error, "A field or an item is not written with a plain colon, dash and space.";
    EMPTY_FILE = "empty-file", Warning, "A file of quotes, themes, participants or codings holds nothing.";
    UNUSED_FOOTNOTE = "unused-footnote", Warning, "A footnote is written and never referred to.";
    DUPLICATE_FOOTNOTE = "duplicate-footnote", Error, "Two footnotes have the same label.";
    UNKNOWN_FOOTNOTE = "unknown-footnote", Error, "There is no such footnote.";
    EMBED_WORDS = "embed-words", Error, "Words behind `|` in an embed that has no place for them.";
    DUPLICATE_KEY = "duplicate-key", Error, "A field is written twice.";
    UNKNOWN_FIELD = "unknown-field", Error, "A field or setting that does not exist.";
    MISSING_FIELD = "missing-field", Error, "A field or column that must be there is missing.";
    WRONG_TYPE = "wrong-type", Error, "A list where a text belongs, a text where fields belong, or the like.";
    BAD_VALUE = "bad-value", Error, "A value that a field cannot have.";
    EMPTY_TEXT = "empty-text", Error, "A text is empty.";
    COMMENT_IN_TEXT = "comment-in-text", Error, "A `#` makes the rest of a text a comment.";
    BAD_ID = "bad-id", Error, "A text that cannot be an id.";
    BAD_TABLE = "bad-table", Error, "A row of a CSV table does not fit its header.";
    QUOTE_WITHOUT_THEMES = "quote-without-themes", Error, "A quote is coded to no theme.";
    WORDS_TWICE = "words-twice", Error, "A quote has more than one of text, turns and paraphrase.";
    BAD_TURN = "bad-turn", Error, "A turn of an exchange does not name one speaker.";
    FRONT_MATTER = "front-matter", Error, "A page's front matter is not closed.";
    NOT_RUNNING_TEXT = "not-running-text", Error, "A list, heading, table or embed where only running text can stand.";
    EMBED_IN_TEXT = "embed-in-text", Error, "An embed stands in the middle of a paragraph.";
    MATHS = "maths", Error, "A formula is not LaTeX that can be set.";
    HTML_REMOVED = "html-removed", Warning, "Raw HTML that is taken out of the page.";
    IMAGE_WITHOUT_ALT = "image-without-alt", Warning, "An image has no alternative text.";
    // resolve
    DUPLICATE_ID = "duplicate-id", Error, "Two things have the same id.";
    DUPLICATE_PAGE = "duplicate-page", Error, "Two pages have the same address.";
    OTHER_CASE = "other-case", Error, "An id is written in other capitals than where it was given.";
    UNKNOWN_PARTICIPANT = "unknown-participant", Error, "There is no such participant.";
    UNKNOWN_SOURCE = "unknown-source", Error, "There is no such source.";
    UNKNOWN_THEME = "unknown-theme", Error, "There is no such theme.";
    UNKNOWN_QUOTE = "unknown-quote", Error, "There is no such quote.";
    UNKNOWN_VALUE = "unknown-value", Error, "A participant's attribute has a value that study.yaml does not declare.";
    UNKNOWN_PLACEHOLDER = "unknown-placeholder", Error, "The attribution names what may not stand beside a quote.";
    LIKELY_ATTRIBUTE = "likely-attribute", Warning, "A participant's field is spelt almost like a declared attribute.";
    WITHDRAWN = "withdrawn", Error, "A reference to somebody who withdrew.";
    WITHDRAWN_VOICE = "withdrawn-voice", Warning, "A quote without a named speaker is left out because somebody in its source withdrew.";
    NOT_SHOWN = "not-shown", Error, "A quote that may not be shown is embedded, linked or given as an example.";
    NO_SPEAKER = "no-speaker", Error, "A quote file names neither participant nor source.";
    VOICE_ELSEWHERE = "voice-elsewhere", Error, "A voice does not belong to the source it is quoted from.";
    CONSENT_WORDS = "consent-words", Error, "Words are given where the participant agreed to a paraphrase only.";
    EXAMPLE_NOT_CODED = "example-not-coded", Error, "A theme's example is not coded to it.";
    CODING_ROW = "coding-row", Error, "The coding table and the quotes do not agree.";
    BROKEN_LINK = "broken-link", Error, "A link leads nowhere.";
    BROKEN_EMBED = "broken-embed", Error, "An embed names nothing that can be embedded.";
    UNKNOWN_CHART = "unknown-chart", Error, "There is no such chart or table.";
    MISSING_IMAGE = "missing-image", Error, "An image is not there.";
    REMOTE_IMAGE = "remote-image", Error, "An image from another host.";
    UNSAFE_LINK = "unsafe-link", Error, "A link that is neither a place of the study nor a web or mail address.";
    COUNTS_OFF = "counts-off", Error, "A count or a chart of counts is embedded while counting is off.";
    LINKING_NONE = "linking-none", Error, "A participant is named while linking is off.";
    CASE_STEM = "case-stem", Error, "The ids of two people of one case show that they belong together.";
    CASE_EXCHANGE = "case-exchange", Error, "An exchange shows two people of one case together.";
    NUMBERING_GAP = "numbering-gap", Warning, "The ids of the others show that somebody is missing.";
    // lint
    CONSENT_STATEMENT = "consent-statement", Error, "The study does not say what its participants agreed to.";
    LINKING_REASON = "linking-reason", Error, "Participants' pages are published without a reason or an ethics reference.";
    IDENTIFIER = "identifier", Error, "A number, date or address that may tell who somebody is would be published.";
    LIKELY_IDENTIFIER = "likely-identifier", Warning, "What looks like the name of a person, place or organisation, or a month with its year, stands in a text.";
    QUOTATION = "quotation", Error, "A quotation does not say what the quote says.";
    NEGATION_LEFT_OUT = "negation-left-out", Warning, "What a quotation leaves out holds a negation, and may turn its meaning round.";
    QUOTATION_NOBODY = "quotation-nobody", Error, "A quotation is ascribed to a quote or participant that does not exist.";
    CLAIM_NUMBER = "claim-number", Error, "A number in a finding is not the number that the study has.";
    CLAIM_WORD = "claim-word", Warning, "A word such as most or none does not fit the number that the study has.";
    THEME_WITHOUT_QUOTES = "theme-without-quotes", Warning, "A theme has no quotes.";
    PARTICIPANT_NEVER_QUOTED = "participant-never-quoted", Warning, "A participant is never quoted.";
    FINDING_WITHOUT_QUOTE = "finding-without-quote", Warning, "A finding shows no quote.";
    ONE_VOICE = "one-voice", Warning, "One participant speaks in more than 15 % of the quotes shown.";
    LONG_QUOTE = "long-quote", Warning, "A quote is longer than 120 words, or 240 characters in a script without spaces.";
    ABOUT_EMPTY = "about-empty", Warning, "A field of the Methods page is empty.";
    SMALL_CELLS = "small-cells", Error, "Attributes that stand beside a quote together leave people in groups smaller than k.";
    SMALL_GROUP = "small-group", Warning, "Totals of an attribute are left out because a group is too small.";
    IMAGE_METADATA = "image-metadata", Warning, "A picture holds notes that nobody sees on the page.";
    IMAGE_PLACE = "image-place", Error, "A picture says where it was taken.";
    DECISION_UNUSED = "decision-unused", Warning, "A decision in privacy.yaml fits nothing any more.";
    // site
    TEMPLATE = "template", Error, "A template of the study's own cannot be used.";
    // gate
    PRIVATE_WORD = "private-word", Error, "A private word stands in what would be published.";
}
