use crate::identifiers::finding::FindingKind::{self, *};
use crate::identifiers::finding::Marks;
use crate::identifiers::languages::{LANGUAGES, is_name};
use crate::identifiers::{cues, weightier};

/// What the common forms find in a text, with the words of all languages.
fn found(text: &str) -> Vec<(FindingKind, &str)> {
    let signs = cues::signs(text);
    let mut marks = Marks::new();
    super::mark(text, &signs[0], is_name, &mut marks);
    LANGUAGES.iter().zip(&signs).for_each(|(language, signs)| super::mark_with(language.words(), text, signs, &mut marks));
    let mut marks = weightier(marks);
    marks.sort_by_key(|(_, range)| range.start);
    marks.into_iter().map(|(kind, range)| (kind, &text[range])).collect()
}

fn finds(kind: FindingKind, cases: &[(&str, &str)]) {
    for (text, value) in cases {
        assert_eq!(found(text), [(kind, *value)], "{text}");
    }
}

fn finds_nothing(texts: &[&str]) {
    for text in texts {
        assert!(found(text).is_empty(), "{text}: {:?}", found(text));
    }
}

#[test]
fn ages_of_ninety_and_more_are_found() {
    finds(
        Age90Plus,
        &[
            ("Mum is 93 now", "93"),
            ("a 96-year-old woman", "96-year-old"),
            ("she lived to 101.", "101"),
            ("I'm ninety-four, what do they expect", "ninety-four"),
            ("Grandad turned a hundred and one", "a hundred and one"),
            ("she'd be 95 in May", "95"),
            ("a woman in her nineties", "in her nineties"),
            ("he is pushing ninety-two", "ninety-two"),
            ("Oma wird zweiundneunzig", "zweiundneunzig"),
            ("er ist mit 94 noch gefahren", "94"),
        ],
    );
    finds_nothing(&[
        "sats are 95%",
        "she is 89",
        "it was 97 then",
        "turned 72",
        "he was 92 kg",
        "my score was 94",
        "92 of them",
        "she is 95 miles away",
        "about 95 came",
        "168 over 94",
        "in den neunziger Jahren",
    ]);
}

#[test]
fn a_day_and_its_month_are_found_however_written() {
    for date in [
        "3 March 1998",
        "3rd of March",
        "March 3, 1998",
        "March 3rd",
        "3rd  of  march 1998",
        "1998-03-03",
        "03/03/1998",
        "03 / 03 / 1998",
        "3.3.98",
        "3.8.09",
        "the third of March",
        "25 Dec 2003",
        "3. März 1987",
        "14. VIII. 1967",
    ] {
        assert_eq!(found(&format!("on {date}, they said")), [(DateExact, date)]);
    }
    for month in ["March 1998", "Sept 2004", "March of 1998"] {
        assert_eq!(found(&format!("in {month}, they said")), [(MonthYear, month)]);
    }
    finds_nothing(&[
        "since April",
        "on a Wednesday",
        "in 1998",
        "5/10 pain",
        "2.1-5.9",
        "at 5:30",
        "24/7",
        "version 1.2.30",
        "May 200 people",
        "of the 5 may be",
    ]);
}

#[test]
fn checksums_decide() {
    finds(
        BankCard,
        &[("on 4539 1488 0343 6467 it", "4539 1488 0343 6467"), ("GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 32")],
    );
    finds(NhsNumber, &[("it is 943 476 5919 now", "943 476 5919")]);
    finds(NationalId, &[("it is 11010519491231002X then", "11010519491231002X")]);
    finds(Vehicle, &[("it is 1M8GDM9AXKP042788 then", "1M8GDM9AXKP042788")]);
    finds_nothing(&["on 4539 1488 0343 6468 it", "it is 9434765918 now"]);
}

#[test]
fn phones_have_many_forms() {
    for phone in [
        "07911 123456",
        "+44 20 7946 0018",
        "020 7946 0018",
        "(212) 555-0147",
        "212-555-0147",
        "13812345678",
        "010-65529988",
        "138-1234-5678",
        "089 / 12345678",
    ] {
        assert_eq!(found(&format!("on {phone} then")), [(Phone, phone)]);
    }
}

#[test]
fn numbers_have_a_cue_near_them() {
    finds(
        Mrn,
        &[
            ("Hospital number is K204417.", "K204417"),
            ("They had me down as 4471823 on it", "4471823"),
            ("my claim number's on the fridge, look, AX/5590318", "AX/5590318"),
            ("the MRN 1683496 was", "MRN 1683496"),
            ("die Fallnummer lautet 4471823", "4471823"),
        ],
    );
    finds(NationalId, &[("my passport, number 548120937, was", "548120937"), ("Steuer-ID 86 095 742 719 ist", "ID 86 095 742 719")]);
    finds(Vehicle, &[("plate 48T 917 on it", "48T 917")]);
    finds_nothing(&[
        "K204417 steps",
        "from 250 mg to 500 mg",
        "it cost £120000",
        "ethics approval (ref. AB/19/0473)",
        "95% CI 2.1-3.9",
        "in 1984 1985 1986",
        "about 20000 people",
        "dial 999",
        "on 116 123",
        "the record of 2019",
    ]);
}

#[test]
fn numbers_said_aloud_are_numbers() {
    finds(Phone, &[("it's oh seven double nine four six two one, right", "oh seven double nine four six two one")]);
    finds(Vehicle, &[("the plate is seven one two four H K", "seven one two four H K")]);
    finds_nothing(&["one two three, go", "one or two, three at most", "one two three four five six seven"]);
}

#[test]
fn addresses_postcodes_and_plates_are_found() {
    finds(
        Address,
        &[
            ("at 14 Willow Bank Lane then", "14 Willow Bank Lane"),
            ("at 9 W 41st Street then", "9 W 41st Street"),
            ("at 851 Brown Underpass Suite 993 now", "851 Brown Underpass Suite 993"),
            ("found Studio 6, Bull Canyon.", "Studio 6, Bull Canyon"),
            ("it's number seventeen Inkerman Terrace", "number seventeen Inkerman Terrace"),
            ("wir wohnen Lindenallee 12 hinten", "Lindenallee 12"),
            ("er wohnt Am Alten Markt 3 jetzt", "Am Alten Markt 3"),
        ],
    );
    finds(
        Postcode,
        &[
            ("from LS6 2AB it is", "LS6 2AB"),
            ("from ls6 2ab it is", "ls6 2ab"),
            ("zip code 60614 I think", "60614"),
            ("it is 60614-1234", "60614-1234"),
            ("it is F28 XK47 there", "F28 XK47"),
            ("in 8020 Graz ist", "8020 Graz"),
        ],
    );
    finds(
        Vehicle,
        &[("my AB12 CDE was", "AB12 CDE"), ("it is 191-MO-2047 then", "191-MO-2047"), ("das Auto B-MW 1234 stand", "B-MW 1234")],
    );
    finds_nothing(&[
        "Ward 22B was",
        "Bay 7, bed 17",
        "in 20000 people",
        "from 12000 to 15000",
        "the 3rd Street",
        "T8.7",
        "GAD-7 forms",
        "B12 injection",
        "Am Montag 12 kamen",
    ]);
}

#[test]
fn addresses_in_the_network_are_found_also_where_they_are_disguised() {
    for mail in ["a.b-c@mail.example.org", "a.b (at) mail (dot) example", "ab [at] mail.example", "ann dot lee at mail dot example"] {
        assert_eq!(found(&format!("to {mail}, please")), [(Email, mail)]);
    }
    for page in ["https://x.example/~a?b=c#d", "www.a.example", "a-page.co.uk/me", "@some_body1", "u/some_body"] {
        assert_eq!(found(&format!("see {page}, please")), [(UrlHandle, page)]);
    }
    finds(UrlHandle, &[("my username was northern_wren_62 there", "northern_wren_62"), ("I'm mrs_wobbles on Twitter", "mrs_wobbles")]);
    finds(IpAddress, &[("from 192.0.2.17 that day", "192.0.2.17"), ("from 2001:db8::ff00:42:8329 then", "2001:db8::ff00:42:8329")]);
    finds(Coordinates, &[("the pin, 53.7461, -2.0127, was", "53.7461, -2.0127"), ("at 55°57'N 3°11'W there", "55°57'N 3°11'W")]);
    finds_nothing(&[
        "at home",
        "I was at the end.So I left",
        "e.g. this",
        "5 @ 3 pounds each",
        "look at dot and stop",
        "on Facebook all day",
        "nhs.uk says so",
        "at 10:30:15",
    ]);
}

#[test]
fn names_of_files_that_hold_a_name_are_found() {
    finds(Person, &[("saved as maureen_scan.pdf then", "maureen_scan.pdf"), ("in interview-JakubNowak.docx", "interview-JakubNowak.docx")]);
    finds_nothing(&["saved as interview_03.pdf then", "in results.csv"]);
}
