//! What German gives to the common forms.

use crate::identifiers::finding::FindingKind;
use crate::identifiers::forms::Words;
use crate::identifiers::forms::addresses::StreetWords;
use crate::identifiers::forms::ages::AgeWords;
use crate::identifiers::forms::dates::DateWords;
use crate::identifiers::forms::digits::DigitWords;
use crate::identifiers::forms::numbers::NumberWords;
use crate::identifiers::forms::postcodes::PostcodeWords;
use crate::identifiers::forms::web::WebWords;
use crate::identifiers::pattern::Pattern;
use crate::identifiers::signs::Cue;
use crate::identifiers::word_list::{WordList, word_list};

const MONTHS: WordList = word_list!("de/months.txt");
const DIGITS: WordList = word_list!("de/digits.txt");
const RECORDS: WordList = word_list!("de/record-numbers.txt");
const IDENTITY: WordList = word_list!("de/identity-numbers.txt");
const HEALTH: WordList = word_list!("de/health-numbers.txt");
const ACCOUNTS: WordList = word_list!("de/account-numbers.txt");
const PHONES: WordList = word_list!("de/phone-cues.txt");
const VEHICLES: WordList = word_list!("de/vehicle-cues.txt");
const POSTCODES: WordList = word_list!("de/postcode-cues.txt");
const SERVICES: WordList = word_list!("de/services.txt");
pub const SMALL: WordList = word_list!("de/small-words.txt");
const STREETS: WordList = word_list!("de/streets.txt");

pub const CUES: &[(Cue, WordList)] = &[
    (Cue::Ages, word_list!("de/age-cues.txt")),
    (Cue::Months, MONTHS),
    (Cue::Digits, DIGITS),
    (Cue::Mail, word_list!("de/mail-cues.txt")),
    (Cue::Services, SERVICES),
    (Cue::Services, word_list!("de/account-cues.txt")),
    (Cue::HouseNumbers, word_list!("de/house-numbers.txt")),
    (Cue::Streets, STREETS),
    (Cue::Records, RECORDS),
    (Cue::Records, IDENTITY),
    (Cue::Records, HEALTH),
    (Cue::Records, ACCOUNTS),
    (Cue::Records, PHONES),
    (Cue::Records, VEHICLES),
    (Cue::Records, POSTCODES),
];

const UNITS: &str = "prozent|milligramm|mg|mikrogramm|ml|milliliter|gramm|g|kg|kilo|kilogramm|cm|mm|km|kilometer|meter|euro|cent|mark|franken|dollar|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahren?|jahre|mal|menschen|leute|personen|patienten|patientinnen|teilnehmer|teilnehmende|frauen|männer|kinder|betten|grad|schritte|seiten|anrufe|tabletten|einheiten|von|bis|und mehr|tausend|millionen?|kalorien|uhr|einwohner|stück|plätze|stellen|kollegen|mitarbeiter";

pub static WORDS: Words = Words {
    ages: Some(AgeWords {
        numbers: word_list!("de/ages.txt"),
        always: r"(?:in (?:den|ihren|seinen)|mitte|anfang|ende|weit über|über) (?:den |die )?neunzigern|neunzigjährige[rnms]?|hundertjährige[rnms]?|\p{L}+undneunzigjährige[rnms]?|(?:9\d|1[01]\d)-?jährige[rnms]?|(?:9\d|1[01]\d)\. geburtstag|(?:\p{L}*neunzigste|hundertste)[rnms]? geburtstag|mitte neunzig|anfang neunzig|ende neunzig|hochbetagt mit neunzig",
        unit: r" ?jahre?(?:\)|,)| ?j\.|,? und ein halbes| ?(?:lebens)?jahre? ?(?:alt|jung)| jahre (?:ist|wurde|war|geworden)|-?jährig\w*|,? (?:als (?:er|sie) starb|geworden)| (?:ist|wird|war|wurde|werde|geworden) (?:sie|er|ich|mein|meine|die|der|jetzt|dieses|im|letzte)\b",
        measured: r" ?(?:prozent|milligramm|mg|ml|gramm|g\b|kg|kilo|cm|mm|km|kilometer|meter|euro|cent|minuten?|stunden?|tagen?|tage|wochen?|monaten?|monate|mal\b|menschen|leute|personen|patienten|teilnehmer|frauen|männer|betten|grad|schritte|seiten|anrufe|tabletten|einheiten|von\b|bis\b|zu \d|auf \d|und mehr|tausend|punkte)",
        cue: r"(?:mit|bald|freundin|bis|wird|werde|wurde|war|ist|bin|sei|wäre|geworden|alter von|alt wie|schon|jetzt|fast|knapp|beinahe|gut|über|dass sie|oma|opa|mutter|vater|tante|onkel|großmutter|großvater|sie|er|die ist|der ist|inzwischen|mittlerweile|stolze|erst|noch|ungefähr|rund) (?:(?:stolzen|ganzen|gerade|jetzt|nun|schon|fast|knapp|beinahe|gut|über|heute|bald|inzwischen|mittlerweile|stolze|dieses jahr|im \w+|letztes jahr|mit|auch|noch|ja|ungefähr|etwa) )*",
        thing: r"(?:wert|puls|blutdruck|zimmer|bus|seite|sättigung|nummer|punkte|gewicht|temperatur|preis|note|stand|liegt|lag|quote)\b[^.]{0,20}|(?:in|seit|um|auf|von|nach|für|unter) (?:(?:fast|knapp|gut|über|etwa|rund) )?|(?:es|wir|das|davon|dort|hier) (?:sind|waren|ist|war) (?:(?:schon|fast|knapp|gut|über|etwa|rund|ungefähr) )*|(?:bis|noch|erst) (?:(?:zu) )?",
        patterns: [const { Pattern::new() }; 6],
    }),
    dates: Some(DateWords {
        months: MONTHS,
        double_months: &[],
        day_ending: r"\.",
        needs_ending: true,
        days: word_list!("de/days.txt"),
        article: "(?:den|der|dem|am|vom|zum|bis|seit) ",
        of: "im",
        month_first: false,
        short: Some("am|vom|zum|bis|dem|den|der|ab|seit"),
        year: r"(?:achtzehn|neunzehn)hundert\p{L}+|zweitausend\p{L}*",
        patterns: [const { Pattern::new() }; 5],
    }),
    digits: Some(DigitWords {
        words: DIGITS,
        groups: word_list!("de/digit-groups.txt"),
        counting: ["null", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun"],
        pattern: Pattern::new(),
    }),
    numbers: Some(NumberWords {
        cues: &[
            (FindingKind::Mrn, RECORDS),
            (FindingKind::NationalId, IDENTITY),
            (FindingKind::NhsNumber, HEALTH),
            (FindingKind::BankCard, ACCOUNTS),
            (FindingKind::Phone, PHONES),
            (FindingKind::Vehicle, VEHICLES),
            (FindingKind::Postcode, POSTCODES),
        ],
        units: UNITS,
        compounds: true,
        finds_codes: false,
        patterns: [const { Pattern::new() }; 2],
    }),
    streets: Some(StreetWords {
        kinds: STREETS,
        name: r"(?:(?:[A-ZÄÖÜ][\p{L}\-]*(?: [A-ZÄÖÜ][\p{L}\-]*)?(?:{KIND}|[ \-]{CAPITAL}))|(?:Rue|Avenue|Chemin|Boulevard|Via|Viale|Calle) (?:[a-zà-ü']+ ){0,3}[A-ZÀ-Ü][\p{L}\-]+|(?:Am|An der|An den|Im|In der|In den|Auf der|Auf dem|Zum|Zur|Unter den|Unter der|Hinter der|Vor dem|Beim|Bei der|Alte[rs]?|Neue[rs]?|Große[rs]?|Kleine[rs]?|Obere[rs]?|Untere[rs]?|Lange[rs]?) (?:[a-zäöü]+ )?[A-ZÄÖÜ][\p{L}\-]+)",
        number: r"(?:(?i:haus|hausnummer|nummer|nr\.?) ?)?\d{1,4}(?:(?: ?[a-hA-H])?\b)(?: ?[-/] ?\d{1,4}[a-h]?){0,3}",
        number_first: false,
        around: [r"", r",? (?:(?:\d\.|\p{L}+r) (?:Stock|Etage|OG)|Hinterhaus|Wohnung \d+)"],
        never: word_list!("de/no-streets.txt"),
        pattern: Pattern::new(),
    }),
    postcodes: Some(PostcodeWords {
        before: r"(?:(?:plz|postleitzahl)(?: (?:ist|war|lautet))?:?|aus|nach|gebiet|raum|immer|d[-–]|wohne|wohnt|postfach \d+,)",
        counted: r"people|steps|miles|menschen|euro|einwohner|schritte|mark|leute|patienten|kilometer|meter|stunden|kinder|frauen|männer|stück",
        town: r" (?-i:[A-ZÄÖÜ])[a-zäöüß]{2,}(?-u:\b)",
        patterns: [const { Pattern::new() }; 3],
    }),
    web: Some(WebWords {
        at: "at|ät|klammeraffe|affenschwanz",
        dot: "punkt|dot",
        signs: "unterstrich|minus|bindestrich",
        underscore: "unterstrich",
        services: SERVICES,
        link: r"name|profil|heiße|ich|bin|als|unter|ist|lautet|mein|account|konto|da|dort|auf|bei",
        cue: r"benutzername|nutzername|username|kanal|profil|blog|forum|\p{L}*chat|\p{L}*forum|nick(?:name)?|account",
        patterns: [const { Pattern::new() }; 4],
    }),
};
