//! What English gives to the common forms.

use super::lists::{NAMING, ORGANISATION_KINDS, ORGANISATION_OF, PLACE_CUES, SAINTS, SHOPS, TITLES};
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

const MONTHS: WordList = word_list!("en/months.txt");
const DIGITS: WordList = word_list!("en/digits.txt");
const RECORDS: WordList = word_list!("en/record-numbers.txt");
const IDENTITY: WordList = word_list!("en/identity-numbers.txt");
const HEALTH: WordList = word_list!("en/health-numbers.txt");
const ACCOUNTS: WordList = word_list!("en/account-numbers.txt");
const PHONES: WordList = word_list!("en/phone-cues.txt");
const VEHICLES: WordList = word_list!("en/vehicle-cues.txt");
const POSTCODES: WordList = word_list!("en/postcode-cues.txt");
const STREETS: WordList = word_list!("en/streets.txt");
const SERVICES: WordList = word_list!("en/services.txt");

pub const CUES: &[(Cue, WordList)] = &[
    (Cue::Ages, word_list!("en/age-cues.txt")),
    (Cue::Months, MONTHS),
    (Cue::Digits, DIGITS),
    (Cue::Mail, word_list!("en/mail-cues.txt")),
    (Cue::Services, SERVICES),
    (Cue::Services, word_list!("en/account-cues.txt")),
    (Cue::Saints, SAINTS),
    (Cue::Titles, TITLES),
    (Cue::Named, NAMING),
    (Cue::Organisations, ORGANISATION_KINDS),
    (Cue::Organisations, ORGANISATION_OF),
    (Cue::Shops, SHOPS),
    (Cue::Work, word_list!("en/work-cues.txt")),
    (Cue::Shops, word_list!("en/pub-cues.txt")),
    (Cue::Streets, STREETS),
    (Cue::HouseNumbers, word_list!("en/house-numbers.txt")),
    (Cue::Places, PLACE_CUES),
    (Cue::Records, RECORDS),
    (Cue::Records, IDENTITY),
    (Cue::Records, HEALTH),
    (Cue::Records, ACCOUNTS),
    (Cue::Records, PHONES),
    (Cue::Records, VEHICLES),
    (Cue::Records, POSTCODES),
];

/// What is counted or measured, first of all anything in the plural: "10000 quotes", "36912 new lines".
const UNITS: &str = "(?:more |other |new |different |such )?[a-z]{3,}[a-rt-z]s|per ?cent|percent|mg|mcg|micrograms?|milligrams?|ml|mls|grams?|g|kgs?|kilos?|cm|mm|km|miles?|metres?|meters?|feet|inches|stone|lbs?|pounds?|quid|dollars?|bucks|p|pence|cents?|euros?|yuan|rmb|rupees|minutes?|mins?|hours?|hrs|days?|weeks?|months?|years?|times|people|patients|participants|women|men|children|staff|beds?|degrees|out of|over|beats|units?|steps?|pages?|calls?|tablets?|pills?|words|of (?:them|us|those|the|my|our)|and a half|more|or so|a (?:year|month|week|day|night|shift)|an hour|thousand|million|hundred|calories|kcal|grand|to \\d|o'clock|am|pm|a\\.m|p\\.m|households|homes|seats|jobs|places|followers|members|volts|watts";

/// As above, behind a space or none.
const UNITS_BEHIND: &str = r" ?(?:per ?cent|percent|mg|mcg|ml|g|kg|cm|mm|km|miles?|metres?|pounds?|quid|dollars?|p\b|pence|euros?|minutes?|mins?|hours?|days?|weeks?|months?|years|times|people|patients|participants|women|men|children|beds?|degrees|out of|over|beats|units?|steps?|pages?|calls?|tablets?|pills?|of (?:them|us|those|the)|and a half|more\b|or so (?:people|times)|thousand|million|and \d|to \d|or \d\d\d|per\b|in the shade)";

pub static WORDS: Words = Words {
    ages: Some(AgeWords {
        numbers: word_list!("en/ages.txt"),
        always: r"nonagenarians?|centenarians?|supercentenarians?|(?:in|into|well into|reached|hit|she's in|he's in) (?:her|his|their|my) (?:late |early |mid[- ]?)?(?:nineties|90'?s)|(?:in|into) (?:the|her|his) nineties|(?:her|his|my|their|our) (?:mum|mother|dad|father|gran|nan)?(?:'s)? ?(?:hundredth|100th|ninetieth|ninety-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|9\dth|9[123](?:st|nd|rd))(?: birthday)?|(?:hundredth|100th|ninetieth|ninety-(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|9\dth|9[123](?:st|nd|rd)) birthday|(?:card|letter|telegram|message) from the (?:king|queen)|past (?:her|his) century|three years off (?:her|his) century",
        unit: r"[- ]?(?:years?|yrs?)[- ](?:old|of age|young)|[- ]?y/?o\b|[- ]year[- ]olds?\b|(?:th|st|nd|rd) (?:birthday|year)|(?:,| and) (?:bless (?:him|her)|never|God rest|God love|still (?:driving|living|sharp|going|cycling|swimming|walking|doing))|,? if (?:she|he)'?s? ?(?:was |is )?a day",
        measured: UNITS_BEHIND,
        cue: r"(?:(?:her|his|my|their|the) (?:own )?age (?:as|at|was|is|of) |^at |[.,;] at |(?:aged?|age of|ages?|turn(?:s|ed|ing)?|liv(?:es|ed|ing)? (?:to|till|until|past)(?: be)?|reach(?:ed|es|ing)?|made it to|got to|gets to|hit(?:s|ting)?|see(?:ing)? |(?:died|dies|passed(?: away| on)?|gone|went|buried (?:him|her)|lost (?:him|her)|still going|still driving|still alive|living alone|widowed) (?:at|aged|when (?:he|she) was)|birthday at|(?:he|she|they|who)(?:'s| is| was|'ll be| will be| would be|'d be|'d been| had been| are|'re| were|'d have been| would have been|'s just| must be| must have been|'s got to be| has to be)|I(?:'m| am| was|'ll be| will be|'d be)|(?:mum|mom|mam|mammy|dad|daddy|father|mother|gran|grandma|granny|nan|nana|grandad|grandpa|granddad|aunt|auntie|aunty|uncle|wife|husband|sister|brother|neighbou?r|lady|man|woman|gentleman|patient|resident|mother-in-law|father-in-law|[A-Z][a-z]+)(?:'s| is| was| will be| turned|'ll be|'d be| had been| must be|, who's|, who is|, who was|,)|being|be|at the age of|at (?:her|his|my) age,?|over|nearly|almost|just|only|already|about|past|the (?:grand|ripe) old age of|coming up(?: to| for)?|getting on for|pushing|knocking on|going on|rising|touching|all of) )(?:(?:now|nearly|almost|just|only|already|over|about|going on|coming up to|going to be|pushing|getting on for|still|at least|well over|well past|easily|fully|about to be|due to be|like|maybe|probably) )*",
        thing: r"\d+ over |(?:hundred|ty|one|two|three|four|five|six|seven|eight|nine|ten) over |(?:it|that|this|score|number|level|rate|pressure|temperature|count|reading|saturation|sats|pulse|weight|price|cost|total|room|bed|ward|bus|question|page|FR|eGFR|oxygen|sugars?|result|mark|speed|BP|target|heart rate|(?-i:[A-Z]{2,}))(?:'s| is| was| were| are|'d be| of| to| at)? (?:\w+ )?|(?:^|[.,?!] |and |but |so |there (?:were|was|are) |we had |we were |I had |got |with |for |of )(?:(?:over|nearly|almost|just|only|already|about|past|at least|maybe|like|well over) )+|(?:going|doing|driving|drove|went|did|at|to) (?:over|nearly|almost|just|only|about|past|pushing) |(?:turned|turn) (?:over|to|at) |(?:since|until|in) ",
        patterns: [const { Pattern::new() }; 6],
    }),
    dates: Some(DateWords {
        months: MONTHS,
        double_months: &["may", "march", "mar", "dec", "sep", "jun"],
        day_ending: "st|nd|rd|th",
        needs_ending: false,
        days: word_list!("en/days.txt"),
        article: "the ",
        of: "of|in",
        month_first: true,
        short: None,
        year: r"(?:nineteen|eighteen|twenty)[ -](?:hundred(?: and)?[ -]?)?(?:oh[ -])?[a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?|two thousand(?: and [a-z]+(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?)?",
        patterns: [const { Pattern::new() }; 5],
    }),
    digits: Some(DigitWords {
        words: DIGITS,
        groups: word_list!("en/digit-groups.txt"),
        counting: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
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
        compounds: false,
        finds_codes: true,
        patterns: [const { Pattern::new() }; 2],
    }),
    streets: Some(StreetWords {
        kinds: STREETS,
        name: r"(?:[NSEW]\.? |(?:North|South|East|West) )?(?:(?:[A-Z][A-Za-z'.\-]*|\d{1,3}(?:st|nd|rd|th)|of|the|le|la|de) ){1,4}{KIND}(?-u:\b)(?: (?:North|South|East|West|[NSEW]{1,2}(?-u:\b)))?",
        number: r"\d{1,5}[A-Za-z]?(?:[-/]\d{1,5}[a-z]?)?|(?i:number|no\.?|flat|apartment) (?i:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:a|one|two|three) hundred(?: and [a-z\-]+)?)|(?i:(?:a|one|two|three|four) hundred(?: and [a-z\-]+(?: [a-z]+)?)?|two|three|four|five|six|seven|eight|nine)(?: [A-F])?|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)[- ](?:one|two|three|four|five|six|seven|eight|nine)(?: [A-F])?|(?:[Tt]en|[Ee]leven|[Tt]welve|[Tt]hirteen|[Ff]ourteen|[Ff]ifteen|[Ss]ixteen|[Ss]eventeen|[Ee]ighteen|[Nn]ineteen|[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?: [A-F])?",
        number_first: true,
        around: [
            r"(?i:Flat|Studio|Apt\.?|Apartment|Unit|Suite|No\.?|Number|Room|Block) ?(?:\w{1,5},? )?",
            r",? (?:Apt\.?|Apartment|Suite|Unit|Flat) ?#?\d+[A-Z]?",
        ],
        never: word_list!("en/no-streets.txt"),
        pattern: Pattern::new(),
    }),
    postcodes: Some(PostcodeWords {
        before: r"(?:zip(?: ?code)?|post ?code|postal code|from|in|live in|near|covers?|nobody covers|outside|around)(?: (?:is|was|of))?:?",
        counted: r"people|pounds|dollars|euros|miles|steps|patients|a|to|or|per|yuan|rmb|km|of|words|children|men|women|homes|households|different|other|copies|cases",
        town: r"[^\s\S]",
        patterns: [const { Pattern::new() }; 3],
    }),
    web: Some(WebWords {
        at: "at",
        dot: "dot",
        signs: "underscore|dash|hyphen|minus|plus",
        underscore: "underscore",
        services: SERVICES,
        link: r"id|name|username|handle|account|profile|page|as|under|is|was|called|it's|I'm|he's|she's|at|my|his|her|me|him|the|user",
        cue: r"username|user name|handle|screen ?name|account name|log(?:ged)? ?in(?: as)?|post(?:ing|ed)? as|gamer ?tag|online as|blog|forum|follow|profile|channel|dm (?:me|him|her)|message me|add me|find me|goes by|went by|signed in as|page",
        patterns: [const { Pattern::new() }; 4],
    }),
};
