//! A small site that remembers what it was asked, and a client that says what it is told to.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use emic::serve::{Answer, Pages, RunningServer, Server, content_type};

/// Only so that a test which waits in vain fails at some time.
const PATIENCE: Duration = Duration::from_secs(60);

/// Larger than what the system keeps of an answer that nobody reads.
pub const LARGE: usize = 16 * 1024 * 1024;

pub const DIGITS: &[u8] = b"0123456789";

#[derive(Default)]
pub struct Site {
    pub asked: Mutex<Vec<(String, String)>>,
    files: BTreeMap<String, Arc<[u8]>>,
}

/// Whether a path is as `Pages` is promised.
pub fn is_sound(path: &str) -> bool {
    !path.contains(['\\', '\0']) && path.split('/').all(|part| !matches!(part, "" | "." | ".."))
}

impl Pages for Site {
    fn answer(&self, path: &str, query: &str) -> Answer {
        self.asked.lock().unwrap().push((path.to_owned(), query.to_owned()));
        if path == "broken.html" {
            std::panic::resume_unwind(Box::new("broken"));
        }
        let found = self.files.get(path).map(Arc::clone);
        // A site that believes every path gives away everything.
        let found = found.or_else(|| (!is_sound(path)).then(|| Arc::from(&b"SECRET"[..])));
        Answer {
            status: if found.is_some() { 200 } else { 404 },
            kind: Cow::Borrowed(if path == "split.txt" { "text/plain\r\nX-Injected: 1" } else { content_type(path) }),
            etag: match path {
                "no-tag.txt" => None,
                "split.txt" => Some("a\r\nX-Injected: 1".into()),
                "weak.txt" => Some("W/\"v1\"".into()),
                _ => found.is_some().then(|| "v1".into()),
            },
            body: found.unwrap_or_else(|| Arc::from(&b"nothing here"[..])),
        }
    }
}

pub struct Served {
    pub site: Arc<Site>,
    pub address: SocketAddr,
    pub running: RunningServer,
}

impl Served {
    pub fn new() -> Served {
        let text = |name: &str| (name.to_owned(), Arc::from(name.as_bytes()));
        let mut files: BTreeMap<String, Arc<[u8]>> =
            ["index.html", "themes/index.html", "assets/app.js", "主题/控制 感.html", "50%.txt", "split.txt"].map(text).into();
        for name in ["digits.txt", "no-tag.txt", "weak.txt"] {
            files.insert(name.into(), Arc::from(DIGITS));
        }
        files.insert("empty.txt".into(), Arc::from(&b""[..]));
        files.insert("large.mp4".into(), vec![7; LARGE].into());
        let site = Arc::new(Site { files, ..Site::default() });
        let server = Server::bind(Ipv4Addr::LOCALHOST.into(), 0).unwrap();
        let address = server.address();
        let hosts = vec!["preview.lan".into(), "192.168.1.5".into(), "fd00::5".into()];
        let running = server.run(Arc::clone(&site) as Arc<dyn Pages>, hosts);
        Served { site, address, running }
    }

    pub fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends bytes as they are, and reads until the server closes.
    pub fn raw(&self, bytes: &[u8]) -> Said {
        let mut stream = self.connect();
        // Who is refused in mid-sentence may not be able to end it.
        let _ = stream.write_all(bytes);
        Said::read(&mut stream)
    }

    /// `lines` follow the right Host.
    pub fn ask(&self, method: &str, target: &str, lines: &[&str]) -> Said {
        let mut head = format!("{method} {target} HTTP/1.1\r\nHost: {}\r\n", self.address);
        for line in lines {
            head.push_str(line);
            head.push_str("\r\n");
        }
        self.raw(format!("{head}\r\n").as_bytes())
    }

    pub fn get(&self, target: &str, lines: &[&str]) -> Said {
        self.ask("GET", target, lines)
    }

    pub fn asked(&self) -> Vec<(String, String)> {
        std::mem::take(&mut *self.site.asked.lock().unwrap())
    }
}

/// What a client got before the connection ended.
#[derive(Debug)]
pub struct Said {
    /// 0 where nothing came.
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
}

impl Said {
    pub fn read(stream: &mut TcpStream) -> Said {
        let bytes = until_closed(stream).unwrap();
        let Some(end) = bytes.windows(4).position(|w| w == b"\r\n\r\n") else {
            assert!(bytes.is_empty(), "half a head: {:?}", String::from_utf8_lossy(&bytes));
            return Said { status: 0, head: String::new(), body: bytes };
        };
        let head = String::from_utf8(bytes[..end + 2].to_vec()).unwrap();
        let status = head.strip_prefix("HTTP/1.1 ").unwrap()[..3].parse().unwrap();
        Said { status, head, body: bytes[end + 4..].to_vec() }
    }

    /// The one value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut all = self.head.lines().skip(1).filter_map(|line| {
            let (named, value) = line.split_once(": ").unwrap();
            named.eq_ignore_ascii_case(name).then_some(value)
        });
        let first = all.next();
        assert!(all.next().is_none(), "{name} twice in {}", self.head);
        first
    }
}

/// All that comes until the server ends the connection, in whatever way; an error where it never does.
pub fn until_closed(stream: &mut TcpStream) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match stream.read_to_end(&mut bytes) {
        Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => Err(e),
        _ => Ok(bytes),
    }
}
