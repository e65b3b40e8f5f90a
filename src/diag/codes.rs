//! What a code is, and the codes of all stages but the rules, each with one line on what it means.
//!
//! A rule declares its own beside its check, in `lint/`. `docs/diagnostics.md` is made of both.

use super::Severity;

/// A kind of problem. Its name is kebab-case, is never given to another one, and never changes its meaning.
///
/// Every code is one static, and two codes are the same only if they are the same static: names are for people and files, so
/// nothing is decided by comparing them.
#[derive(Debug)]
pub struct Code {
    pub name: &'static str,
    pub area: Area,
    pub severity: Severity,
    /// What it means, in one sentence with a full stop. It says nothing of any one study.
    pub title: &'static str,
    /// What is checked, why, and an example, in Markdown, a line a line; empty where the title says it all.
    pub explanation: &'static str,
}

impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Code {}

impl Code {
    /// Whether somebody who wrote a name, on the command line or in a file, meant this code.
    pub fn is_named(&self, written: &str) -> bool {
        self.name == written
    }
}

/// What a code is about: a stage, or what a family of rules guards.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Area {
    /// Files and folders, before anything in them is understood.
    Load,
    /// How YAML is written. What such a message says may repeat a part of the line.
    Yaml,
    /// Fields, tables and Markdown, each file by itself.
    Parse,
    /// What files say of each other.
    Resolve,
    /// Who could be recognised, and what they agreed to.
    Privacy,
    /// Whether quotations say what was said.
    Quotation,
    /// Whether numbers in a finding are those of the study.
    Claims,
    /// What a reader would miss.
    Completeness,
    /// The study's own templates.
    Site,
    /// What private words the finished bytes are searched for, and what is found.
    Gate,
}

impl Area {
    pub const ALL: [Area; 10] = [
        Area::Load,
        Area::Yaml,
        Area::Parse,
        Area::Resolve,
        Area::Privacy,
        Area::Quotation,
        Area::Claims,
        Area::Completeness,
        Area::Site,
        Area::Gate,
    ];

    /// A heading for its codes.
    pub fn title(self) -> &'static str {
        match self {
            Area::Load => "Files and folders",
            Area::Yaml => "YAML",
            Area::Parse => "Fields, tables and Markdown",
            Area::Resolve => "References",
            Area::Privacy => "Privacy",
            Area::Quotation => "Quotations",
            Area::Claims => "Claims",
            Area::Completeness => "What is not finished",
            Area::Site => "Templates",
            Area::Gate => "The search for private words",
        }
    }

    /// Whether an ethics board has to hear of it.
    pub fn is_privacy(self) -> bool {
        matches!(self, Area::Privacy | Area::Gate)
    }
}

/// Declares codes as statics, by area: `Area { IDENT = "name", Severity, "Title."; }`, each with a doc comment of its own where
/// the title does not say it all; and `CODES`, all of them in this order.
macro_rules! codes {
    ($($area:ident { $($(#[doc = $line:literal])* $ident:ident = $name:literal, $severity:ident, $title:literal;)* })*) => {
        $($(
            #[doc = $title]
            #[doc = ""]
            $(#[doc = $line])*
            pub static $ident: $crate::diag::Code = $crate::diag::Code {
                name: $name,
                area: $crate::diag::Area::$area,
                severity: $crate::diag::Severity::$severity,
                title: $title,
                explanation: concat!($($line, "\n"),*),
            };
        )*)*

        /// The codes that are declared here, in this order.
        pub static CODES: &[&$crate::diag::Code] = &[$($(&$ident),*),*];
    };
}
pub(crate) use codes;

/// The codes of the stages.
pub mod code {
    super::codes! {
        Load {
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
        }
        Yaml {
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
        }
        Parse {
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
        }
        Resolve {
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
            NO_SPEAKER = "no-speaker", Error, "A quote file names neither participant nor source.";
            VOICE_ELSEWHERE = "voice-elsewhere", Error, "A voice does not belong to the source it is quoted from.";
            EXAMPLE_NOT_CODED = "example-not-coded", Error, "A theme's example is not coded to it.";
            CODING_ROW = "coding-row", Error, "The coding table and the quotes do not agree.";
            BROKEN_LINK = "broken-link", Error, "A link leads nowhere.";
            BROKEN_EMBED = "broken-embed", Error, "An embed names nothing that can be embedded.";
            UNKNOWN_CHART = "unknown-chart", Error, "There is no such chart or table.";
            MISSING_IMAGE = "missing-image", Error, "An image is not there.";
            REMOTE_IMAGE = "remote-image", Error, "An image from another host.";
            UNSAFE_LINK = "unsafe-link", Error, "A link that is neither a place of the study nor a web or mail address.";
            COUNTS_OFF = "counts-off", Error, "A count or a chart of counts is embedded while counting is off.";
        }
        Privacy {
            WITHDRAWN = "withdrawn", Error, "A reference to somebody who withdrew.";
            WITHDRAWN_VOICE = "withdrawn-voice", Warning, "A quote without a named speaker is left out because somebody in its source withdrew.";
            NOT_SHOWN = "not-shown", Error, "A quote that may not be shown is embedded, linked or given as an example.";
            CONSENT_WORDS = "consent-words", Error, "Words are given where the participant agreed to a paraphrase only.";
            LINKING_NONE = "linking-none", Error, "A participant is named while linking is off.";
            CASE_STEM = "case-stem", Error, "The ids of two people of one case show that they belong together.";
            CASE_EXCHANGE = "case-exchange", Error, "An exchange shows two people of one case together.";
            NUMBERING_GAP = "numbering-gap", Warning, "The ids of the others show that somebody is missing.";
            IMAGE_METADATA = "image-metadata", Warning, "A picture holds notes that nobody sees on the page.";
            IMAGE_PLACE = "image-place", Error, "A picture says where it was taken.";
        }
        Quotation {
            QUOTATION_NOBODY = "quotation-nobody", Error, "A quotation is ascribed to a quote or participant that does not exist.";
        }
        Site {
            TEMPLATE = "template", Error, "A template of the study's own cannot be used.";
        }
        Gate {
            PRIVATE_WORD_TOO_SHORT = "private-word-too-short", Warning, "A line of private/ is too short to search for.";
            KEY_FILE = "key-file", Error, "The key file cannot be used, or does not lie where only its owner reads it.";
            PRIVATE_WORD = "private-word", Error, "A private word stands in what would be published.";
        }
    }
}
