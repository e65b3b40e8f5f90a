//! What is told of what was found.

use crate::gate::{RefusedSecret, SecretRefusal};

use super::{Hit, HitPlace, Secrets, sweep};

fn hit(list_line: u32, place: HitPlace) -> Hit {
    Hit { list_file: "private/names.txt".into(), list_line, participant: None, place }
}

const IN_TEXT: HitPlace = HitPlace::Bytes { reading: "its text" };

#[test]
fn each_line_is_told_once_for_the_name_and_once_for_the_bytes() {
    let page = r#"<p>Mary, Mary <a title="Mary">x</a> <a title="Zoe">Mary</a>"#;
    let attribute = HitPlace::Bytes { reading: "attribute values" };
    let hits = sweep(&["Mary", "", "# Zoe", "Zoe", "Bo"]).route("mary.html", page.as_bytes());
    assert_eq!(hits, [hit(1, HitPlace::Name), hit(1, IN_TEXT), hit(4, attribute)]);
}

#[test]
fn values_that_overlap_or_are_listed_twice_are_all_told() {
    let hits = sweep(&["Mary Ann", "Ann", "Ann Lee", "MARY", "ann"]).route("x.txt", b"Mary Ann Lee");
    assert_eq!(hits, [1, 2, 3, 4, 5].map(|line| hit(line, IN_TEXT)));
}

#[test]
fn without_a_list_nothing_is_looked_for() {
    let sweep = sweep(&[]);
    assert!(sweep.is_empty());
    assert_eq!(sweep.route("mary.html", b"Mary"), []);
    assert_eq!(sweep.masked_name("mary.html"), "mary.html");
}

#[test]
fn lines_that_cannot_be_looked_for_are_refused() {
    let mut secrets = Secrets::new();
    let list = "\u{feff}# names\n\n  \nM\n王\n…\n é \n\u{301}\nBo\r\n  # more\n王芳\n";
    let refused = |line, why| RefusedSecret { file: "l.txt".into(), line, why };
    assert_eq!(
        secrets.add_list("l.txt", list),
        [
            refused(4, SecretRefusal::TooShort),
            refused(5, SecretRefusal::TooShort),
            refused(6, SecretRefusal::NoLetters),
            refused(7, SecretRefusal::TooShort),
            refused(8, SecretRefusal::NoLetters),
        ]
    );
    assert_eq!(secrets.listed.iter().map(|listed| listed.line).collect::<Vec<_>>(), [9, 11]);
    assert_eq!(secrets.add("key", 2, "김"), Err(RefusedSecret { file: "key".into(), line: 2, why: SecretRefusal::TooShort }));
    assert_eq!(secrets.add("key", 3, "Jo"), Ok(()));
    assert!(!secrets.is_empty());
}

#[test]
fn names_are_masked() {
    let sweep = sweep(&["María Okafor", "Bo"]);
    for (path, masked) in [
        ("f125-maría-okafor.html", "f125-●●●.html"),
        ("bo/mari\u{301}aokafor_2.png", "●●●/●●●_2.png"),
        ("a/BO-bo.x", "a/●●●.x"),
        ("a.bo", "a.●●●"),
        ("bob.html", "bob.html"),
        // Here it cannot be told which letters are the value.
        ("a/mar%C3%ADa%20okafor.html", "●●●"),
    ] {
        assert_eq!(sweep.masked_name(path), masked);
    }
}
