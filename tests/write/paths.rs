//! Paths that a site may not have, and paths that may not stand side by side.

use std::fs;

use emic::write::{Stage, WriteError};
use proptest::prelude::*;

use crate::support::{Desk, Site, listed, put, site, tree};

#[test]
fn unclean_paths_are_refused() {
    let unclean = [
        "",
        ".",
        "..",
        "/",
        "/index.html",
        "a/",
        "a//b",
        "a/./b",
        "a/../b",
        "../a",
        "a/..",
        "a\\b",
        "..\\a",
        "C:\\a",
        "C:a",
        "a\0b",
        "a\nb",
        "a\tb",
        "a?b",
        "a*b",
        "a|b",
        "a<b",
        "a\"b",
        "a:b",
        "con",
        "CON.html",
        "a/nul",
        "Aux.tar.gz",
        "com1",
        "x/LPT9.css",
        "a.",
        "a /b",
        "a./b",
        ".emic-site",
        ".emic-manifest",
        ".EMIC-Site",
        ".emic-site/a",
        ".git/config",
        ".GIT",
        "//host/a",
        "\u{85}a",
    ];
    for path in unclean {
        let desk = Desk::new();
        let stage = Stage::open(desk.target()).unwrap();
        assert!(matches!(put(&stage, path, b"x"), Err(WriteError::Path { .. })), "{path:?}");
        assert!(matches!(stage.swap(), Err(WriteError::Unfinished)), "{path:?}");
        assert!(desk.beside().is_empty(), "{path:?}");
    }
}

#[test]
fn clean_paths_of_any_script_are_written() {
    let desk = Desk::new();
    let all = site(&[
        ("index.html", "a"),
        ("quotes/index.html", "b"),
        ("assets/夜间护理.png", "c"),
        ("assets/Größe (2) – Übersicht, final.png", "d"),
        ("assets/.hidden", "e"),
        ("console.html", "f"),
        ("com10/com.html", "g"),
        ("assets/'quoted' & more;.png", "h"),
        ("a/b/c/d/e/f.txt", ""),
    ]);
    desk.build(&all).unwrap();
    assert_eq!(listed(&desk.output()), all);
}

#[test]
fn twins_are_refused() {
    let twins = [
        ("index.html", "index.html"),
        ("index.html", "Index.HTML"),
        ("themes/Schlaf.html", "themes/schlaf.html"),
        ("themes/é.html", "themes/e\u{301}.html"),
        ("themes/ÉTÉ.html", "themes/e\u{301}te\u{301}.html"),
        ("straße.html", "STRASSE.html"),
        ("quotes/a.html", "Quotes/b.html"),
        ("quotes/a/b/c.html", "quotes/A/b/d.html"),
        ("quotes", "quotes/index.html"),
        ("quotes/index.html", "quotes"),
        ("quotes/index.html", "QUOTES"),
    ];
    for (first, second) in twins {
        let desk = Desk::new();
        let stage = Stage::open(desk.target()).unwrap();
        put(&stage, first, b"x").unwrap();
        assert!(matches!(put(&stage, second, b"x"), Err(WriteError::Twice { .. })), "{first} {second}");
        assert!(matches!(stage.swap(), Err(WriteError::Unfinished)));
        assert!(desk.beside().is_empty());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_path_leads_out_of_the_site(paths in proptest::collection::vec(
        prop_oneof![any::<String>(), "[./\\\\a~A:é]{1,12}", "(\\.\\./|a/|\\./|/|b){1,6}"], 1..4,
    )) {
        let desk = Desk::new();
        let before = tree(desk.dir.path());
        let stage = Stage::open(desk.target()).unwrap();
        let put: Site = paths.iter().filter(|path| put(&stage, path, b"x").is_ok()).map(|path| (path.clone(), b"x".to_vec())).collect();
        if stage.swap().is_ok() {
            prop_assert_eq!(put.len(), paths.len());
            prop_assert_eq!(listed(&desk.output()), put);
            fs::remove_dir_all(desk.output()).unwrap();
        }
        prop_assert!(tree(desk.dir.path()) == before);
    }
}
