//! Clients that are slow, greedy or many.

use std::io::{ErrorKind, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::time::Duration;

use super::support::{Said, Served, until_closed};

const CONNECTIONS: usize = 64;

fn half_sent(served: &Served) -> TcpStream {
    let mut stream = served.connect();
    stream.write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\nX-Slow: ", served.address).as_bytes()).unwrap();
    stream
}

/// A client that has the first byte of a large answer, and reads no further.
fn not_reading(served: &Served) -> TcpStream {
    let mut stream = served.connect();
    stream.write_all(format!("GET /large.mp4 HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).as_bytes()).unwrap();
    stream.read_exact(&mut [0]).unwrap();
    stream
}

/// A head of exactly this many bytes.
fn head_of(served: &Served, length: usize) -> Vec<u8> {
    let start = format!("GET / HTTP/1.1\r\nHost: {}\r\nX-Long: ", served.address);
    format!("{start}{}\r\n\r\n", "a".repeat(length - start.len() - 4)).into_bytes()
}

#[test]
fn half_sent_heads_make_room() {
    let served = Served::new();
    let mut slow: Vec<TcpStream> = (0..400).map(|_| half_sent(&served)).collect();
    assert_eq!(served.get("/", &[]).status, 200);
    // They were told to leave: the others' time is up later, and they are told so.
    for stream in slow.iter_mut().take(400 - 2 * CONNECTIONS) {
        assert_eq!(Said::read(stream).status, 0);
    }
}

#[test]
fn clients_that_do_not_read_make_room() {
    let served = Served::new();
    let idle: Vec<TcpStream> = (0..CONNECTIONS).map(|_| not_reading(&served)).collect();
    // Without being told, they would leave after 5 s; the one who waits here goes before.
    let mut good = served.connect();
    good.set_read_timeout(Some(Duration::from_secs(4))).unwrap();
    good.write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).as_bytes()).unwrap();
    assert_eq!(Said::read(&mut good).status, 200);
    // With half-sent heads on top of it.
    let mut slow: Vec<TcpStream> = (0..2 * CONNECTIONS).map(|_| half_sent(&served)).collect();
    for _ in 0..10 {
        assert_eq!(served.get("/", &[]).status, 200);
    }
    assert_eq!(Said::read(&mut slow[0]).status, 0);
    drop(idle);
}

#[test]
fn a_head_has_one_deadline_however_it_comes() {
    let served = Served::new();
    let (mut silent, mut stopped, mut dripping) = (served.connect(), half_sent(&served), half_sent(&served));
    // A byte in every tenth of a second, until there is an answer.
    dripping.set_read_timeout(Some(Duration::from_millis(100))).unwrap();
    let mut first = [0; 4];
    let answered = (0..300).find_map(|_| {
        let _ = dripping.write_all(b"a");
        match dripping.read_exact(&mut first) {
            Err(e) if matches!(e.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => None,
            other => Some(other),
        }
    });
    assert!(answered.unwrap().is_ok());
    assert_eq!(&first, b"HTTP");
    assert_eq!(Said::read(&mut stopped).status, 408);
    assert_eq!(until_closed(&mut silent).unwrap(), b"");
    assert_eq!(served.asked(), []);
}

#[test]
fn a_long_head_is_cut() {
    let served = Served::new();
    assert_eq!(served.raw(&head_of(&served, 16 * 1024)).status, 200);
    assert_eq!(served.asked().len(), 1);
    assert_eq!(served.raw(&head_of(&served, 16 * 1024 + 1)).status, 431);
    assert_eq!(served.raw(format!("GET /{} HTTP/1.1\r\n", "a".repeat(20_000)).as_bytes()).status, 431);
    assert_eq!(served.get("/", &["X: 1"; 101]).status, 431);
    // Whether the answer gets through to who is still talking is not promised.
    assert!(matches!(served.raw(&head_of(&served, 1024 * 1024)).status, 0 | 431));
    assert!(matches!(served.raw(&head_of(&served, 16 * 1024 * 1024)).status, 0 | 431));
    assert_eq!(served.asked(), []);
}

#[test]
fn a_head_may_come_in_pieces() {
    let served = Served::new();
    let mut stream = served.connect();
    stream.set_nodelay(true).unwrap();
    for byte in format!("GET / HTTP/1.1\r\nHost: {}\r\n\r\n", served.address).into_bytes() {
        stream.write_all(&[byte]).unwrap();
    }
    assert_eq!(Said::read(&mut stream).status, 200);
}

#[test]
fn one_request_a_connection() {
    let served = Served::new();
    let one = format!("GET / HTTP/1.1\r\nHost: {}\r\nConnection: keep-alive\r\n\r\n", served.address);
    let said = served.raw(one.repeat(3).as_bytes());
    assert_eq!((said.status, &*said.body), (200, &b"index.html"[..]));
    assert_eq!(served.asked().len(), 1);
}

#[test]
fn a_stopped_server_gives_its_port_back() {
    let served = Served::new();
    let (mut slow, idle) = (half_sent(&served), not_reading(&served));
    assert_eq!(served.get("/", &[]).status, 200);
    let Served { site, address, running } = served;
    running.stop();
    assert_eq!(until_closed(&mut slow).unwrap(), b"");
    drop(idle);
    TcpListener::bind(address).unwrap();
    drop(site);
}

/// Alone in its process, since the threads are counted: `threads_are_few` runs it.
#[test]
#[ignore = "run by threads_are_few"]
#[cfg(target_os = "linux")]
fn threads_are_few_alone() {
    let served = Served::new();
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| (0..50).for_each(|_| assert_eq!(served.get("/", &[]).status, 200)));
        }
    });
    let idle: Vec<TcpStream> = (0..CONNECTIONS).map(|_| not_reading(&served)).collect();
    let mut slow: Vec<TcpStream> = (0..400).map(|_| half_sent(&served)).collect();
    assert_eq!(served.get("/", &[]).status, 200);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let threads: usize = status.lines().find_map(|l| l.strip_prefix("Threads:")).unwrap().trim().parse().unwrap();
    assert!((CONNECTIONS..=70).contains(&threads), "{threads} threads");
    assert_eq!(Said::read(&mut slow[0]).status, 0);
    drop(idle);
}

#[test]
#[cfg(target_os = "linux")]
fn threads_are_few() {
    let this = std::env::current_exe().unwrap();
    let run = std::process::Command::new(this)
        .args(["--ignored", "--exact", "--test-threads=1", "pressure::threads_are_few_alone"])
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&run.stdout);
    assert!(run.status.success() && told.contains("1 passed"), "{told}");
}
