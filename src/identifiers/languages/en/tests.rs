use super::*;

fn found(text: &str) -> Vec<(FindingKind, &str)> {
    crate::identifiers::found_by("en", mark, text)
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
        "I'm tired. It's late. You'd think.",
        "in London, at Christmas",
        "GAD-7 and NHS forms",
        "My sister went. When we came back.",
        "Wenn ich den Boden nicht spüre, denke ich nicht mehr an das Wasser.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}
