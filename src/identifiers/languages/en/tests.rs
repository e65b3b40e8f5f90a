use super::{lists, mark, words};
use crate::identifiers::finding::FindingKind;

fn found(text: &str) -> Vec<(FindingKind, &str)> {
    let is_english = || crate::identifiers::languages::dominant(text) == "en";
    crate::identifiers::found_by("en", |text, signs, marks| mark(text, signs, &is_english, marks), text)
}

#[test]
fn people_are_found_by_list_title_and_capital() {
    for (text, name) in [
        ("so I rang Bernadette about it", "Bernadette"),
        ("Bernadette was there.", "Bernadette"),
        ("It was Dr Achterberg who said so.", "Dr Achterberg"),
        ("and Mrs O'Hanlon's cat", "Mrs O'Hanlon"),
        ("then Obiageli Nwosu came", "Obiageli Nwosu"),
        ("Obiageli held his hand", "Obiageli"),
        ("the man next door, Wojtek, drove", "Wojtek"),
        ("I told Faith about it", "Faith"),
    ] {
        assert_eq!(found(text).iter().map(|(_, name)| *name).collect::<Vec<_>>(), [name], "{text}");
    }
}

#[test]
fn places_and_organisations_are_found() {
    for (text, kind, name) in [
        ("we moved to Pontypridd then", FindingKind::Place, "Pontypridd"),
        ("she went to Ashby Vale Primary School there", FindingKind::Org, "Ashby Vale Primary School"),
        ("at the Thornbury Cancer Centre", FindingKind::Org, "the Thornbury Cancer Centre"),
    ] {
        assert_eq!(found(text), [(kind, name)], "{text}");
    }
}

#[test]
fn words_that_everybody_shares_are_no_names() {
    for text in [
        "Summer is hard. Hope was all we had.",
        "since April, on a Monday, in Poland",
        "as Braun (2006) has it",
        "It was Crohn's, or Parkinson's disease.",
        "the Department of Health said",
        "He said: We wait. They did.",
        "I call my pump Gerald, it helps",
        "they put me on Zolarix since then",
        "The nurse was kind. Nobody knew.",
        "So I told the doctor. Honestly, I did.",
        "It was always my sister. Everyone knew.",
        "I'm tired. It's late. You'd think.",
        "in London, at Christmas",
        "GAD-7 and NHS forms",
        "My sister went. When we came back.",
        "Wenn ich den Boden nicht spüre, denke ich nicht mehr an das Wasser.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

/// Patterns and the cues that let them look are drawn from the same lists: no entry is lost between them.
#[test]
fn each_title_finds_the_name_behind_it() {
    for title in lists::TITLES.entries() {
        let mut chars = title.chars();
        let title: String = chars.next().unwrap().to_uppercase().chain(chars).collect();
        // Only what is short for a title has a full stop: "Sr. Achterberg".
        let is_short = title.len() <= 4 && !lists::KIN.contains(&title.to_lowercase());
        let texts = [format!("so I asked {title} Achterberg about it"), format!("so I asked {title}. Achterberg about it")];
        for text in &texts[..if is_short { 2 } else { 1 }] {
            let names: Vec<&str> = found(text).into_iter().map(|(_, name)| name).collect();
            assert!(names.iter().any(|name| name.ends_with("Achterberg")), "{text}: {names:?}");
        }
    }
}

#[test]
fn each_word_of_kinship_tells_a_name_in_small_letters() {
    for kin in lists::KIN.entries() {
        let text = format!("then my {kin} brenda came by");
        assert!(found(&text).iter().any(|(_, name)| name.contains("brenda")), "{text}");
    }
}

#[test]
fn each_month_makes_a_date() {
    for month in words::WORDS.dates.as_ref().unwrap().months.entries() {
        let text = format!("it was on 3rd {month} 1998 then");
        let found = crate::identifiers::scan(&text);
        assert!(found.iter().any(|finding| finding.kind == FindingKind::DateExact), "{text}");
    }
}

#[test]
fn each_cue_of_a_number_tells_it() {
    for (kind, words) in words::WORDS.numbers.as_ref().unwrap().cues {
        for cue in words.entries() {
            let number = match kind {
                FindingKind::Vehicle => "48T917",
                FindingKind::Phone => "4471 8230",
                FindingKind::Postcode => "60614",
                _ => "44718233",
            };
            let text = format!("so the {cue} {number} was on it");
            assert!(!crate::identifiers::scan(&text).is_empty(), "{kind:?}: {text}");
        }
    }
}

#[test]
fn each_kind_of_organisation_is_one_behind_a_name() {
    for kind in lists::ORGANISATION_KINDS.entries() {
        let text = format!("she was at Achterberg {kind} then");
        assert!(found(&text).iter().any(|(_, name)| name.ends_with(kind)), "{text}: {:?}", found(&text));
    }
}

#[test]
fn names_in_small_letters_are_found_behind_a_cue() {
    for (text, name) in [
        ("and dr patel came in", "dr patel"),
        ("a nurse called brenda was there", "brenda"),
        ("my mate dave drove me", "dave"),
        ("our liam has one", "liam"),
        ("the social worker, kelly, was late", "kelly"),
        ("everyone calls him Tigger round here", "Tigger"),
        ("so I said, shauna mccafferty, that's who", "shauna mccafferty"),
        ("Auntie Joyce never went", "Auntie Joyce"),
        ("I turned round and Mark was there", "Mark"),
    ] {
        assert_eq!(found(text).iter().map(|(_, name)| *name).collect::<Vec<_>>(), [name], "{text}");
    }
    for text in [
        "the sister will come",
        "my brother may go",
        "the doctor said so",
        "I mark my own work",
        "we call my pump percy",
        "my father bill-paid it",
        "the nurse rose early",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn what_everybody_knows_is_no_finding() {
    for text in [
        "it's robbing Peter to pay Paul",
        "any Tom, Dick or Harry could walk in",
        "that's Murphy's law",
        "like Florence Nightingale she was",
        "twelve cans of Stella before lunch",
        "I had a Corsa then",
        "from the West Midlands",
        "as Goffman's notion of stigma has it",
        "Stake, 1995; Yin, 2018",
        "we are Ghanaian and Romanian",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}
