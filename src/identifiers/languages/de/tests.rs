use crate::identifiers::finding::FindingKind::{self, *};
use crate::identifiers::scan;

fn found(text: &str) -> Vec<(FindingKind, &str)> {
    scan(text).into_iter().map(|finding| (finding.kind, &text[finding.range])).collect()
}

#[test]
fn german_forms_are_found() {
    for (text, kind, value) in [
        ("Er ist am 3. März 1987 gestorben.", DateExact, "3. März 1987"),
        ("Das war am dritten März, glaube ich.", DateExact, "am dritten März"),
        ("Geboren bin ich am 5.5., im Winter.", DateExact, "5.5."),
        ("Meine Oma wird dreiundneunzig im Mai.", Age90Plus, "dreiundneunzig"),
        ("Wir wohnen in der Hauptstraße 14 in der Stadt.", Address, "Hauptstraße 14"),
        ("Das Kennzeichen war KA-ZT 906, das weiß ich.", Vehicle, "KA-ZT 906"),
        ("Meine Versichertennummer ist A123456780, die habe ich.", NhsNumber, "A123456780"),
        ("Unter der Fallnummer 4471823 lief ich dort.", Mrn, "4471823"),
        ("Ruf mich an, 0151 23456789, wenn du kannst.", Phone, "0151 23456789"),
        ("Wir sind aus 79104 hierher gezogen.", Postcode, "79104"),
        ("Schreib an anna punkt weber at gmx punkt de, bitte.", Email, "anna punkt weber at gmx punkt de"),
    ] {
        assert_eq!(found(text), [(kind, value)], "{text}");
    }
}

#[test]
fn nouns_with_capitals_are_no_names() {
    for text in [
        "Wenn ich den Boden nicht spüre, denke ich nicht mehr an das Wasser.",
        "Sie hat mir am Montag um 12 Uhr das Fenster geöffnet.",
        "Der Mittelwert sank von 18,4 auf 12,1 Punkte.",
        "Im Jahr 1998 waren wir in den neunziger Jahren noch jung.",
    ] {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}
