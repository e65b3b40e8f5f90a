//! What is no page's address never reaches the site.

use std::collections::BTreeSet;

use emic::serve::decoded;

use super::support::{Served, is_sound};

/// Ways to write `..`, or what some decoder takes for it.
const UP: &[&str] = &[
    "..",
    "%2e%2e",
    ".%2E",
    "%2e.",
    "%252e%252e",
    "%c0%ae%c0%ae",
    "%e0%80%ae%e0%80%ae",
    "%uff0e%uff0e",
    "%ef%bc%8e%ef%bc%8e",
    "..%00",
    "..;",
    "....",
    "..%20",
];
const SLASH: &[&str] = &["/", "//", "/./", "\\", "%2f", "%5C", "%252f", "%c0%af"];
const BEFORE: &[&str] = &["/", "//", "/themes/", "/assets/app.js/", "", "http://localhost:PORT/", "file:///"];

fn traversals(port: u16) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    for before in BEFORE {
        let before = before.replace("PORT", &port.to_string());
        for up in UP {
            for slash in SLASH {
                all.insert(format!("{before}{}etc/passwd", format!("{up}{slash}").repeat(3)));
            }
        }
    }
    all
}

#[test]
fn no_traversal_gets_anything() {
    let served = Served::new();
    let all = traversals(served.address.port());
    assert!(all.len() >= 500, "{}", all.len());
    for target in &all {
        let said = served.get(target, &[]);
        assert!(matches!(said.status, 400 | 404), "{} for {target}", said.status);
        assert!(!said.body.windows(6).any(|w| w == b"SECRET"), "{target}");
    }
    for (path, _) in served.asked() {
        assert!(is_sound(&path), "{path:?}");
    }
}

#[test]
fn odd_addresses_are_refused_before_the_site_is_asked() {
    let served = Served::new();
    for target in [
        "//",
        "/a//b",
        "/themes//",
        "/.",
        "/./",
        "/..",
        "/a/..",
        "/a/./b",
        "/%2e",
        "/a/%2e%2e/b",
        "/a%2fb",
        "/a%2Fb",
        "/a%5cb",
        "/a\\b",
        "/a%00",
        "/%",
        "/%4",
        "/%zz",
        "/%+1",
        "/%ff",
        "/%c3",
        "/%c3/%a9",
        "/%ed%a0%80",
        "/%c0%af",
        "/%0d%0aX:1",
        "/%7f",
        "/%c2%85",
        "/a#b",
        "*",
        "a",
        "index.html",
        "localhost:80",
        "https://localhost/",
        "ftp://localhost/",
        "http:/index.html",
        "http://",
        "http:///",
    ] {
        let said = served.get(target, &[]);
        assert_eq!(said.status, 400, "{target}");
    }
    assert_eq!(served.asked(), []);
}

#[test]
fn addresses_are_decoded_once_and_folders_have_an_index() {
    let served = Served::new();
    let port = served.address.port();
    let controls = "/%E4%B8%BB%E9%A2%98/%E6%8E%A7%E5%88%B6%20%E6%84%9F.html";
    let absolute = format!("http://localhost:{port}/themes/?a");
    let bare = format!("HTTP://127.0.0.1:{port}");
    let bare_query = format!("http://127.0.0.1:{port}?q=/../");
    for (target, path, query) in [
        ("/", "index.html", ""),
        ("/?", "index.html", ""),
        ("/?a=/../%2e&b", "index.html", "a=/../%2e&b"),
        ("/themes/", "themes/index.html", ""),
        ("/assets/app.js?v=1?2", "assets/app.js", "v=1?2"),
        ("/50%25.txt", "50%.txt", ""),
        (controls, "主题/控制 感.html", ""),
        ("/主题/控制%20感.html", "主题/控制 感.html", ""),
        (&absolute, "themes/index.html", "a"),
        (&bare, "index.html", ""),
        (&bare_query, "index.html", "q=/../"),
    ] {
        let said = served.get(target, &[]);
        assert_eq!((said.status, &*said.body), (200, path.as_bytes()), "{target}");
        assert_eq!(served.asked(), [(path.to_owned(), query.to_owned())], "{target}");
    }
    // Not there, but nothing odd about it.
    for (target, path) in [("/%252e%252e/x", "%2e%2e/x"), ("/.../x", ".../x"), ("/..a", "..a"), ("/a+b", "a+b"), ("/c:/x", "c:/x")] {
        assert_eq!(served.get(target, &[]).status, 404, "{target}");
        assert_eq!(served.asked(), [(path.to_owned(), String::new())]);
    }
}

#[test]
fn values_of_a_query_can_be_decoded() {
    for (text, plain) in [
        ("", Some("")),
        ("%2Fthemes%2f%E6%8E%A7.html", Some("/themes/控.html")),
        ("a+b%2525", Some("a+b%25")),
        ("%", None),
        ("a%4", None),
        ("%g0", None),
        ("%+1", None),
        ("%ff", None),
        ("%控", None),
    ] {
        assert_eq!(decoded(text).as_deref(), plain, "{text}");
    }
}
