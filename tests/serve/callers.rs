//! Who may ask: `Host`, `Origin` and what browsers say of the page that asks.

use super::support::Served;

/// Lines of a request, `PORT` for the right port, and the status that follows.
const MATRIX: &[(&[&str], u16)] = &[
    // Hosts that are ours.
    (&["Host: localhost:PORT"], 200),
    (&["host:localhost:PORT"], 200),
    (&["HOST: \t LOCALHOST:PORT  "], 200),
    (&["Host: localhost"], 200),
    (&["Host: 127.0.0.1:PORT"], 200),
    (&["Host: 127.0.0.1"], 200),
    (&["Host: [::1]:PORT"], 200),
    (&["Host: [::1]"], 200),
    (&["Host: preview.lan:PORT"], 200),
    (&["Host: Preview.LAN:PORT"], 200),
    (&["Host: 192.168.1.5:PORT"], 200),
    (&["Host: [fd00::5]:PORT"], 200),
    // Hosts that are not.
    (&["Host: evil.example:PORT"], 421),
    (&["Host: evil.example"], 421),
    (&["Host: localhost.evil.example:PORT"], 421),
    (&["Host: evil-localhost:PORT"], 421),
    (&["Host: localhost.:PORT"], 421),
    (&["Host: localhost:1"], 421),
    (&["Host: localhost:80"], 421),
    (&["Host: preview.lan:1"], 421),
    (&["Host: 127.0.0.2:PORT"], 421),
    (&["Host: 127.1:PORT"], 421),
    (&["Host: 2130706433:PORT"], 421),
    (&["Host: 0.0.0.0:PORT"], 421),
    (&["Host: [::]:PORT"], 421),
    (&["Host: [::ffff:127.0.0.1]:PORT"], 421),
    (&["Host: [0:0:0:0:0:0:0:1]:PORT"], 421),
    // Hosts that are none, or two.
    (&[], 400),
    (&["Host:"], 400),
    (&["Host: "], 400),
    (&["Host: localhost:PORT", "Host: localhost:PORT"], 400),
    (&["Host: localhost:PORT", "Host: evil.example"], 400),
    (&["Host: evil.example", "host: localhost:PORT"], 400),
    (&["Host: localhost:PORT, evil.example"], 400),
    (&["Host: localhost:PORT evil.example"], 400),
    (&["Host: localhost:"], 400),
    (&["Host: localhost:0PORT"], 400),
    (&["Host: localhost:+PORT"], 400),
    (&["Host: localhost:PORT:PORT"], 400),
    (&["Host: localhost:999999"], 400),
    (&["Host: user@localhost:PORT"], 400),
    (&["Host: http://localhost:PORT"], 400),
    (&["Host: localhost:PORT/"], 400),
    (&["Host: ::1"], 400),
    (&["Host: [::1"], 400),
    (&["Host: []:PORT"], 400),
    (&["Host: ｌocalhost:PORT"], 400),
    (&["Host : localhost:PORT"], 400),
    (&[" Host: localhost:PORT"], 400),
    (&["X: 1", " folded", "Host: localhost:PORT"], 400),
    // Origins.
    (&["Host: localhost:PORT", "Origin: http://localhost:PORT"], 200),
    (&["Host: 127.0.0.1:PORT", "Origin: http://127.0.0.1:PORT"], 200),
    (&["Host: preview.lan:PORT", "Origin: http://preview.lan:PORT"], 200),
    (&["Host: localhost:PORT", "Origin: http://evil.example"], 403),
    (&["Host: localhost:PORT", "Origin: http://evil.example:PORT"], 403),
    (&["Host: localhost:PORT", "Origin: http://localhost:1"], 403),
    (&["Host: localhost:PORT", "Origin: http://localhost"], 403),
    (&["Host: localhost:PORT", "Origin: https://localhost:PORT"], 403),
    (&["Host: localhost:PORT", "Origin: http://127.0.0.1:PORT"], 403),
    (&["Host: localhost:PORT", "Origin: http://localhost:PORT.evil.example"], 403),
    (&["Host: localhost:PORT", "Origin: null"], 403),
    (&["Host: localhost:PORT", "Origin:"], 403),
    (&["Host: localhost:PORT", "Origin: http://localhost:PORT", "Origin: http://evil.example"], 403),
    (&["Host: evil.example:PORT", "Origin: http://evil.example:PORT"], 421),
    // What a browser says of who asks.
    (&["Host: localhost:PORT", "Sec-Fetch-Site: none", "Sec-Fetch-Mode: navigate"], 200),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: same-origin", "Sec-Fetch-Mode: no-cors"], 200),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], 200),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], 403),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"], 403),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: cross-site"], 403),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: same-site", "Sec-Fetch-Mode: no-cors"], 403),
    (&["Host: localhost:PORT", "Sec-Fetch-Site: none", "Sec-Fetch-Site: cross-site"], 403),
];

#[test]
fn only_our_own_pages_and_people_may_ask() {
    let served = Served::new();
    let port = served.address.port().to_string();
    assert!(MATRIX.len() >= 60);
    for (lines, status) in MATRIX {
        let mut head = "GET / HTTP/1.1\r\n".to_owned();
        for line in *lines {
            head.push_str(&line.replace("PORT", &port));
            head.push_str("\r\n");
        }
        let said = served.raw(format!("{head}\r\n").as_bytes());
        assert_eq!(said.status, *status, "{lines:?}");
        assert_eq!(served.asked().len(), usize::from(*status == 200), "{lines:?}");
        assert!(!said.head.to_ascii_lowercase().contains("access-control"), "{lines:?}");
    }
}

#[test]
fn the_host_of_an_absolute_address_counts_as_well() {
    let served = Served::new();
    let port = served.address.port();
    for (target, status) in [
        (format!("http://localhost:{port}/"), 200),
        (format!("http://preview.lan:{port}/"), 200),
        (format!("http://evil.example:{port}/"), 421),
        ("http://evil.example/".into(), 421),
        ("http://localhost:1/".into(), 421),
        (format!("http://localhost@evil.example:{port}/"), 400),
        (format!("http://evil.example\\@localhost:{port}/"), 400),
    ] {
        assert_eq!(served.get(&target, &[]).status, status, "{target}");
    }
    // Nor does it stand in for the Host.
    let head = format!("GET http://localhost:{port}/ HTTP/1.1\r\nHost: evil.example\r\n\r\n");
    assert_eq!(served.raw(head.as_bytes()).status, 421);
}

#[test]
fn only_to_read() {
    let served = Served::new();
    for method in ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND", "GETS"] {
        let said = served.ask(method, "/", &[]);
        // What does not begin as a request is not listened to further.
        assert_eq!(said.status, if method == "get" { 400 } else { 405 }, "{method}");
        assert_eq!(said.header("Allow"), (method != "get").then_some("GET, HEAD"), "{method}");
    }
    for line in ["Content-Length: 5", "Content-Length: -0", "Content-Length: 0, 5", "Transfer-Encoding: chunked", "Transfer-Encoding:"] {
        assert_eq!(served.get("/", &[line]).status, 400, "{line}");
    }
    assert_eq!(served.asked(), []);
    assert_eq!(served.get("/", &["Content-Length: 0"]).status, 200);
}

#[test]
fn what_is_not_http_is_refused_at_once() {
    let served = Served::new();
    let host = format!("Host: {}", served.address);
    for head in [
        "\x16\x03\x01\x02\x00\x01\x00".to_owned(),
        "\r\n\r\n".into(),
        format!("\r\nGET / HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET / HTTP/1.1\n{host}\n\n"),
        format!("GET / HTTP/1.1\r\n{host}\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\n\n"),
        format!("GET / HTTP/2.0\r\n{host}\r\n\r\n"),
        format!("GET  / HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET / index.html HTTP/1.1\r\n{host}\r\n\r\n"),
        format!("GET /\r\n{host}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nno colon\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nX: a\0b\r\n\r\n"),
        format!("GET / HTTP/1.1\r\n{host}\r\nX: a\rb\r\n\r\n"),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".into(),
    ] {
        assert_eq!(served.raw(head.as_bytes()).status, 400, "{head:?}");
    }
    assert_eq!(served.asked(), []);
}
