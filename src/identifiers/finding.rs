//! What is found, and what it means.

use std::ops::Range;

/// Something that may identify somebody, in bytes of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    pub kind: FindingKind,
    pub range: Range<usize>,
}

macro_rules! kinds {
    ($($(#[$doc:meta])* $kind:ident = $tag:literal, $name:literal, $error:literal;)*) => {
        /// What was found.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum FindingKind { $($(#[$doc])* $kind),* }

        impl FindingKind {
            /// For programs.
            pub fn tag(self) -> &'static str {
                match self { $(FindingKind::$kind => $tag),* }
            }

            /// In a sentence.
            pub fn name(self) -> &'static str {
                match self { $(FindingKind::$kind => $name),* }
            }

            /// Whether it identifies by itself; else it only looks like what may.
            pub fn is_error(self) -> bool {
                match self { $(FindingKind::$kind => $error),* }
            }
        }
    };
}

// The weightier first: where two overlap, it stays.
kinds! {
    NationalId = "NATIONAL_ID", "a national identity number", true;
    NhsNumber = "NHS_NUMBER", "a health insurance or NHS number", true;
    BankCard = "BANK_CARD", "a card or bank account number", true;
    Email = "EMAIL", "an e-mail address", true;
    UrlHandle = "URL_HANDLE", "a web address or account name", true;
    IpAddress = "IP_ADDRESS", "an internet address (IP)", true;
    Coordinates = "COORDINATES", "coordinates of a place", true;
    Phone = "PHONE", "a phone number", true;
    Mrn = "MRN", "a record number", true;
    DateExact = "DATE_EXACT", "a full date", true;
    Address = "ADDRESS", "a street address", true;
    Postcode = "POSTCODE", "a postcode", true;
    Vehicle = "VEHICLE", "a number plate or vehicle number", true;
    Age90Plus = "AGE_90PLUS", "an age of 90 or more", true;
    Org = "ORG", "what looks like the name of an organisation", false;
    Person = "PERSON", "what looks like a person’s name", false;
    Place = "PLACE", "what looks like the name of a place", false;
    /// Tells little by itself, and much beside an event that few had in it.
    MonthYear = "MONTH_YEAR", "a month with its year", false;
}

/// What the rules mark: ranges of a view's text.
pub(super) type Marks = Vec<(FindingKind, Range<usize>)>;
