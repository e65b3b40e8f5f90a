//! What is said: whole, in part, again, or without its body.

use emic::serve::content_type;

use super::support::{DIGITS, LARGE, Served};

#[test]
fn every_answer_is_guarded() {
    let served = Served::new();
    let refused = served.raw(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    for said in [served.get("/", &[]), served.get("/none", &[]), served.get("/..", &[]), served.ask("POST", "/", &[]), refused] {
        for (name, value) in [
            ("X-Content-Type-Options", "nosniff"),
            ("Referrer-Policy", "no-referrer"),
            ("Cross-Origin-Resource-Policy", "same-origin"),
            ("X-Frame-Options", "DENY"),
            ("Connection", "close"),
            ("Cache-Control", if said.status == 200 { "no-cache" } else { "no-store" }),
        ] {
            assert_eq!(said.header(name), Some(value), "{name} in {}", said.head);
        }
        assert_eq!(said.header("Content-Length"), Some(&*said.body.len().to_string()));
        let kind = if said.status == 404 { "application/octet-stream" } else { "text/" };
        assert!(said.header("Content-Type").is_some_and(|k| k.starts_with(kind)), "{}", said.head);
    }
}

#[test]
fn ranges() {
    let served = Served::new();
    for (range, status, body) in [
        ("bytes=0-3", 206, "0123"),
        ("bytes=3-3", 206, "3"),
        ("bytes=7-", 206, "789"),
        ("bytes=-2", 206, "89"),
        ("bytes=-99", 206, "0123456789"),
        ("bytes=0-", 206, "0123456789"),
        ("bytes=8-99999999999999999999999999", 206, "89"),
        ("bytes=10-", 416, ""),
        ("bytes=99-100", 416, ""),
        ("bytes=99999999999999999999999999-", 416, ""),
        ("bytes=-0", 416, ""),
        // What is not one range of bytes is passed over.
        ("bytes=3-2", 200, "0123456789"),
        ("bytes=-", 200, "0123456789"),
        ("bytes=0-1,3-4", 200, "0123456789"),
        ("bytes=0-1-2", 200, "0123456789"),
        ("bytes=+1-2", 200, "0123456789"),
        ("bytes= 1-2", 200, "0123456789"),
        ("lines=0-1", 200, "0123456789"),
        ("0-1", 200, "0123456789"),
    ] {
        let said = served.get("/digits.txt", &[&format!("Range: {range}")]);
        assert_eq!((said.status, String::from_utf8_lossy(&said.body).as_ref()), (status, body), "{range}");
        let part = match (status, DIGITS.windows(body.len().max(1)).position(|w| w == body.as_bytes())) {
            (206, Some(at)) => Some(format!("bytes {at}-{}/10", at + body.len() - 1)),
            (416, _) => Some("bytes */10".into()),
            _ => None,
        };
        assert_eq!(said.header("Content-Range"), part.as_deref(), "{range}");
        assert_eq!(said.header("Content-Length"), Some(&*body.len().to_string()));
    }
    assert_eq!(served.get("/digits.txt", &["Range: bytes=0-1", "Range: bytes=3-4"]).status, 200);
    assert_eq!(served.get("/empty.txt", &["Range: bytes=0-"]).status, 416);
    assert_eq!(served.get("/none.txt", &["Range: bytes=0-1"]).status, 404);
    let tail = served.get("/large.mp4", &[&format!("Range: bytes=1-{}", LARGE - 2)]);
    assert_eq!((tail.status, tail.body.len()), (206, LARGE - 2));
    assert_eq!(served.get("/large.mp4", &[]).body.len(), LARGE);
}

#[test]
fn a_range_of_another_version_is_not_given() {
    let served = Served::new();
    for (path, if_range, status) in [
        ("/digits.txt", "\"v1\"", 206),
        ("/digits.txt", "\"v0\"", 200),
        ("/digits.txt", "W/\"v1\"", 200),
        ("/digits.txt", "Tue, 24 Nov 2026 08:00:00 GMT", 200),
        ("/digits.txt", "", 200),
        ("/weak.txt", "W/\"v1\"", 200),
        ("/no-tag.txt", "\"v1\"", 200),
    ] {
        let said = served.get(path, &["Range: bytes=0-1", &format!("If-Range: {if_range}")]);
        assert_eq!(said.status, status, "{path} {if_range}");
    }
    assert_eq!(served.get("/digits.txt", &["Range: bytes=0-1", "If-Range: \"v1\"", "If-Range: \"v1\""]).status, 200);
}

#[test]
fn what_the_client_has_is_not_sent_again() {
    let served = Served::new();
    for (path, none_match, status) in [
        ("/digits.txt", "\"v1\"", 304),
        ("/digits.txt", "W/\"v1\"", 304),
        ("/digits.txt", "\"v0\", \"v1\"", 304),
        ("/digits.txt", "\"v0\",W/\"v1\"", 304),
        ("/digits.txt", "*", 304),
        ("/digits.txt", "\"v0\"", 200),
        ("/digits.txt", "v1", 200),
        ("/digits.txt", "", 200),
        ("/weak.txt", "\"v1\"", 304),
        ("/no-tag.txt", "*", 200),
        ("/none.txt", "*", 404),
    ] {
        let said = served.get(path, &[&format!("If-None-Match: {none_match}"), "Range: bytes=0-"]);
        let status = if status == 200 { 206 } else { status };
        assert_eq!(said.status, status, "{path} {none_match}");
        if status == 304 {
            assert_eq!((said.body.len(), said.header("Cache-Control")), (0, Some("no-cache")));
            assert!(said.header("ETag").is_some_and(|tag| tag.ends_with("\"v1\"")));
        }
    }
    assert_eq!(served.get("/digits.txt", &["If-None-Match: \"v0\"", "If-None-Match: \"v1\""]).status, 304);
}

#[test]
fn head_is_get_without_the_body() {
    let served = Served::new();
    for (path, lines) in [
        ("/", &[][..]),
        ("/large.mp4", &[]),
        ("/none", &[]),
        ("/..", &[]),
        ("/broken.html", &[]),
        ("/digits.txt", &["If-None-Match: *"]),
        ("/", &["Origin: null"]),
    ] {
        let (get, head) = (served.get(path, lines), served.ask("HEAD", path, lines));
        assert_eq!((get.status, get.head), (head.status, head.head), "{path}");
        assert_eq!(head.body, b"", "{path}");
    }
    let said = served.ask("HEAD", "/digits.txt", &["Range: bytes=0-1"]);
    assert_eq!((said.status, said.header("Content-Length")), (200, Some("10")));
}

#[test]
fn mistakes_of_the_site_do_no_harm() {
    let served = Served::new();
    for _ in 0..100 {
        assert_eq!(served.get("/broken.html", &[]).status, 500);
    }
    let said = served.get("/split.txt", &[]);
    assert_eq!((said.status, &*said.body), (200, &b"split.txt"[..]));
    assert_eq!((said.header("X-Injected"), said.header("ETag")), (None, None));
    assert_eq!(said.header("Content-Type"), Some("application/octet-stream"));
}

#[test]
fn types_follow_the_extension() {
    for (path, kind) in [
        ("index.html", "text/html; charset=utf-8"),
        ("主题/控制.HTML", "text/html; charset=utf-8"),
        ("a.b/app.js", "text/javascript; charset=utf-8"),
        ("a.css", "text/css; charset=utf-8"),
        ("a.csv", "text/csv; charset=utf-8"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.svg", "image/svg+xml"),
        ("a.png", "image/png"),
        ("a.JPG", "image/jpeg"),
        ("a.webp", "image/webp"),
        ("a.gif", "image/gif"),
        ("a.pdf", "application/pdf"),
        ("a.woff2", "font/woff2"),
        ("a.mp3", "audio/mpeg"),
        ("a.mp4", "video/mp4"),
        ("a.exe", "application/octet-stream"),
        ("a.html/b", "application/octet-stream"),
        ("html", "application/octet-stream"),
        ("", "application/octet-stream"),
    ] {
        assert_eq!(content_type(path), kind, "{path}");
    }
}
