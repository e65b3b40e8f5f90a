//! Organisations: a name that ends in what it is. Public bodies of a whole country are none that would tell where somebody was.

use super::super::signs::{Cue, Signs};
use super::super::{FindingKind, Marks, pattern};
use super::lists::is_public;

const WHAT: &str = r"(?:Hospital|Hospitals|Infirmary|Hospice|Clinic|Surgery|Practice|Medical (?:Centre|Center|Group|Practice)|Health (?:Centre|Center)|(?:[A-Z][a-z]+ )?Centre|(?:[A-Z][a-z]+ )?Center|Care Home|Nursing Home|Rest Home|Retirement Home|Lodge|Manor|Court Care|School|Academy|College|University|Nursery|Kindergarten|Institute|Church|Chapel|Cathedral|Mosque|Temple|Synagogue|Gurdwara|Parish|Library|Pharmacy|Chemist|Foundation|Trust|Society|Association|Charity|Council|Company|Factory|Works|Mill|Mills|Brewery|Bakery|Motors|Engineering|Logistics|Solutions|Services|Industries|Holdings|Ltd|Limited|LLC|Inc|Plc|PLC|GmbH|& Sons?|and Sons?|Bank|Building Society|Club|Hotel|Inn|Arms|Supermarket|Stores?|Prison|Barracks|Regiment|Police Station|Fire Station)";

pub const KINDS: &[&str] = &[
    "hospi",
    "infirmary",
    "clinic",
    "surgery",
    "practice",
    "medical",
    "health",
    "centre",
    "center",
    " home",
    "lodge",
    "manor",
    "school",
    "academy",
    "college",
    "universit",
    "nursery",
    "kindergarten",
    "institute",
    "church",
    "chapel",
    "cathedral",
    "mosque",
    "temple",
    "synagogue",
    "gurdwara",
    "parish",
    "library",
    "pharmacy",
    "chemist",
    "foundation",
    "trust",
    "society",
    "association",
    "charity",
    "council",
    "company",
    "factory",
    "works",
    "mill",
    "brewery",
    "bakery",
    "motors",
    "engineering",
    "logistics",
    "solutions",
    "services",
    "industries",
    "holdings",
    "ltd",
    "limited",
    "llc",
    "inc",
    "plc",
    "gmbh",
    "sons",
    "bank",
    "club",
    "hotel",
    " inn",
    "arms",
    "supermarket",
    "store",
    "prison",
    "barracks",
    "regiment",
    "station",
];

pub const SHOPS: &[&str] = &[
    "asda",
    "tesco",
    "sainsbury",
    "morrisons",
    "lidl",
    "aldi",
    "waitrose",
    "op ",
    "boots",
    "superdrug",
    "walmart",
    "target",
    "costco",
    "walgreens",
    "cvs",
    "kroger",
    "mcdonald",
    "kfc",
    "starbucks",
    "costa",
    "greggs",
    "wetherspoon",
    "premier",
    "travelodge",
    "ikea",
    "b&q",
    "wilko",
    "argos",
    "primark",
];

pub fn mark(text: &str, signs: &Signs, marks: &mut Marks) {
    if signs.has(Cue::Organisations) {
        named(text, marks);
    }
    if signs.has(Cue::Shops) {
        shops(text, marks);
    }
}

fn named(text: &str, marks: &mut Marks) {
    let names = pattern!(&format!(
        r"\b(?:[Tt]he )?((?:(?:St\.?|Saint|Royal|Queen|King|Our Lady of|Mount|North|South|East|West|Great|New|Old|Upper|Lower|Little)\s)*\p{{Lu}}[\p{{L}}'\-]+(?: (?:\p{{Lu}}[\p{{L}}'\-]+|of|and|the|&|for|upon|on|de|la)){{0,5}}) {WHAT}\b(?: (?:Ltd|Limited|Trust|Hospital|Group|Foundation|Association))?"
    ));
    for found in names.into_iter().flat_map(|p| p.captures_iter(text)) {
        let (Some(whole), Some(name)) = (found.get(0), found.get(1)) else { continue };
        // The sentence's own first words are no part of it.
        let mut start = whole.start();
        let words: Vec<&str> = name.as_str().split(' ').collect();
        let leading = words.iter().take_while(|word| is_leading(word)).count();
        if leading == words.len() || is_national(name.as_str()) {
            continue;
        }
        if leading > 0 {
            start = name.start() + words[..leading].iter().map(|word| word.len() + 1).sum::<usize>();
        }
        marks.push((FindingKind::Org, start..whole.end()));
    }
    // "University of Harrow": of what is called after what it is.
    for found in pattern!(
        r"\b(?:University|Hospital|Church|College|School|Hospice|Bank) of (?:the )?(?:\p{Lu}[\p{L}'\-]+)(?: (?:\p{Lu}[\p{L}'\-]+))*"
    )
    .into_iter()
    .flat_map(|p| p.find_iter(text))
    {
        if !is_national(found.as_str()) {
            marks.push((FindingKind::Org, found.range()));
        }
    }
}

fn shops(text: &str, marks: &mut Marks) {
    // One of many shops, by where it stands.
    let shops = pattern!(
        r"\b[Tt]he (?:Asda|Tesco|Sainsbury's|Morrisons|Lidl|Aldi|Waitrose|Co-?op|Boots|Superdrug|Walmart|Target|Costco|Walgreens|CVS|Kroger|McDonald's|KFC|Starbucks|Costa|Greggs|Wetherspoons|Premier Inn|Travelodge|Ikea|B&Q|Wilko|Argos|Primark) (?:by|on|near|behind|opposite|next to|off|at|in|beside|across from|down) (?:the |our |my )?(?:[\p{L}']+)(?: (?:road|street|lane|roundabout|park|station|centre|center|corner|bridge|estate|parade|square))?"
    );
    marks.extend(shops.into_iter().flat_map(|p| p.find_iter(text)).map(|found| (FindingKind::Org, found.range())));
}

fn is_leading(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "And"
            | "But"
            | "So"
            | "Then"
            | "At"
            | "In"
            | "On"
            | "From"
            | "To"
            | "My"
            | "Our"
            | "His"
            | "Her"
            | "Their"
            | "This"
            | "That"
            | "It"
            | "We"
            | "He"
            | "She"
            | "They"
            | "I"
            | "When"
            | "After"
            | "Before"
            | "If"
            | "No"
            | "Every"
            | "Any"
            | "Some"
            | "For"
            | "With"
            | "By"
            | "of"
            | "and"
            | "the"
            | "for"
            | "on"
            | "Local"
            | "Day"
            | "Primary"
            | "Secondary"
            | "High"
            | "Sunday"
            | "Community"
            | "General"
            | "Private"
            | "Public"
            | "Nursing"
            | "Care"
            | "Medical"
            | "Health"
            | "Special"
            | "State"
            | "National"
            | "Teaching"
            | "Children's"
            | "Your"
            | "Which"
            | "What"
            | "As"
    )
}

/// Bodies of a whole country or of the world.
fn is_national(name: &str) -> bool {
    name.split(' ').any(|word| {
        matches!(
            word,
            "National"
                | "World"
                | "International"
                | "European"
                | "Federal"
                | "Department"
                | "Ministry"
                | "England"
                | "Britain"
                | "Alzheimer's"
                | "Parkinson's"
                | "Red"
        )
    }) || name.split(' ').all(|word| is_public(&word.to_lowercase()) || is_leading(word))
}
