//! Loads the preview server as hard as the worst client might, and says how it fared:
//! `cargo run --release --example load`
//!
//! 1. The server runs in a process of its own (this one, called with `server`), so that its threads and memory are its alone.
//!    It has one page, of which a new version is made every 2 s, with its own length and checksum in its first line.
//! 2. 64 clients ask for that page for 10 s, one request to a connection. A page that does not fit its first line is torn.
//! 3. 400 clients send half a head, and 64 ask for 300 MB and read one byte; then good requests are timed, 100 of them while
//!    those clients stay, and 100 while more of them keep coming.
//!
//! Exit code 1 where a page was torn, a request failed, or a bar was missed; the bars are printed beside the figures.
#![expect(clippy::print_stdout, reason = "it is a command")]

use std::env;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpStream};
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, PoisonError, RwLock};
use std::thread;
use std::time::{Duration, Instant};

use emic::serve::{Answer, Pages, Server};

const CLIENTS: usize = 64;
const LONG: Duration = Duration::from_secs(10);
const REBUILD: Duration = Duration::from_secs(2);
const PAGE: usize = 50_000;
const LARGE: usize = 300_000_000;

fn main() -> ExitCode {
    let done = if env::args().nth(1).as_deref() == Some("server") { serve().map(|()| true) } else { load() };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            println!("load: {error}");
            ExitCode::FAILURE
        }
    }
}

struct Site {
    page: RwLock<Arc<[u8]>>,
    large: Arc<[u8]>,
}

impl Pages for Site {
    fn answer(&self, path: &str, _: &str) -> Answer {
        let body = if path == "large.mp4" { &self.large } else { &*self.page.read().unwrap_or_else(PoisonError::into_inner) };
        Answer { status: 200, kind: "text/html; charset=utf-8".into(), body: Arc::clone(body), etag: None }
    }
}

/// The page's nth version: a line with length and checksum of what follows, which has another length in each version.
fn page(version: u64) -> Arc<[u8]> {
    let text = format!("version {version} ").repeat(PAGE / 10 + usize::try_from(version % 100).unwrap_or(0));
    format!("{} {}\n{text}", text.len(), checksum(text.as_bytes())).into_bytes().into()
}

/// FNV-1a.
fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, b| (sum ^ u64::from(*b)).wrapping_mul(0x0100_0000_01b3))
}

fn is_whole(page: &[u8]) -> bool {
    let Some(end) = page.iter().position(|b| *b == b'\n') else { return false };
    let (line, text) = (&page[..end], &page[end + 1..]);
    *line == *format!("{} {}", text.len(), checksum(text)).as_bytes()
}

/// Serves until its input ends, which it does with the process that loads it.
fn serve() -> io::Result<()> {
    let site = Arc::new(Site { page: RwLock::new(page(0)), large: vec![0; LARGE].into() });
    let server = Server::bind(Ipv4Addr::LOCALHOST.into(), 0)?;
    println!("{}", server.address());
    let running = server.run(Arc::clone(&site) as Arc<dyn Pages>, Vec::new());
    thread::spawn(move || {
        for version in 1.. {
            thread::sleep(REBUILD);
            let new = page(version);
            *site.page.write().unwrap_or_else(PoisonError::into_inner) = new;
        }
    });
    io::stdin().read_to_end(&mut Vec::new())?;
    running.stop();
    Ok(())
}

fn load() -> io::Result<bool> {
    let mut child = Command::new(env::current_exe()?).arg("server").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut line = String::new();
    if let Some(out) = child.stdout.take() {
        BufReader::new(out).read_line(&mut line)?;
    }
    let address: SocketAddr = line.trim().parse().map_err(io::Error::other)?;
    get(address)?;
    let rest = figures(&child);
    println!("at rest: {rest}");

    let (steady, torn, failed) = steady(address);
    let met = report("64 clients for 10 s", &steady, 100.0);
    println!("  {torn} torn and {failed} failed (bar: 0); {}", figures(&child));

    let mut bad = (0..400).map(|_| begun(address, "/page.html", "X-Slow: ")).collect::<io::Result<Vec<_>>>()?;
    for _ in 0..CLIENTS {
        bad.push(not_reading(address)?);
    }
    let first = report("a good request, 400 half-sent and 64 not reading", &[timed(address)?], 200.0);
    let stay = (0..100).map(|_| timed(address)).collect::<io::Result<Vec<_>>>()?;
    let stay = report("100 after it", &stay, 200.0);
    println!("  {}", figures(&child));

    let over = AtomicBool::new(false);
    let coming = thread::scope(|scope| {
        scope.spawn(|| {
            while !over.load(Ordering::Relaxed) {
                let more: Vec<_> = (0..CLIENTS).map(|_| (not_reading(address), begun(address, "/", "X-Slow: "))).collect();
                thread::sleep(Duration::from_millis(100));
                drop(more);
            }
        });
        let times = (0..100).map(|_| timed(address)).collect::<io::Result<Vec<_>>>();
        over.store(true, Ordering::Relaxed);
        times
    })?;
    let coming = report("100 while 64 of both kinds come every 0.1 s", &coming, 200.0);
    println!("  {}", figures(&child));

    let after = figures(&child);
    let small = after.threads <= 70 && after.peak_kib.saturating_sub(rest.peak_kib) <= 64 * 1024;
    println!("bars: at most 70 threads, and 64 MiB more than at rest{}", if small { "" } else { ": MISSED" });
    drop(child.stdin.take());
    child.wait()?;
    Ok(met && first && stay && coming && small && torn == 0 && failed == 0)
}

/// How long each request took, how many pages were torn, and how many did not come.
fn steady(address: SocketAddr) -> (Vec<f64>, u64, u64) {
    let (torn, failed) = (AtomicU64::new(0), AtomicU64::new(0));
    let until = Instant::now() + LONG;
    let one = || {
        let mut times = Vec::new();
        while Instant::now() < until {
            let started = Instant::now();
            match get(address) {
                Ok(page) => {
                    times.push(started.elapsed().as_secs_f64() * 1000.0);
                    torn.fetch_add(u64::from(!is_whole(&page)), Ordering::Relaxed);
                }
                Err(_) => drop(failed.fetch_add(1, Ordering::Relaxed)),
            }
        }
        times
    };
    let times = thread::scope(|scope| {
        let all: Vec<_> = (0..CLIENTS).map(|_| scope.spawn(one)).collect();
        all.into_iter().flat_map(|client| client.join().unwrap_or_default()).collect()
    });
    (times, torn.into_inner(), failed.into_inner())
}

/// A connection on which a request was begun, as far as `last`.
fn begun(address: SocketAddr, path: &str, last: &str) -> io::Result<TcpStream> {
    let mut stream = TcpStream::connect(address)?;
    stream.set_read_timeout(Some(LONG))?;
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: {address}\r\n{last}").as_bytes())?;
    Ok(stream)
}

/// A client that has read one byte, or was sent away before.
fn not_reading(address: SocketAddr) -> io::Result<TcpStream> {
    let mut stream = begun(address, "/large.mp4", "\r\n")?;
    let _ = stream.read(&mut [0]);
    Ok(stream)
}

/// The body of the page.
fn get(address: SocketAddr) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    begun(address, "/page.html", "\r\n")?.read_to_end(&mut bytes)?;
    match bytes.windows(4).position(|w| w == b"\r\n\r\n") {
        Some(end) if bytes.starts_with(b"HTTP/1.1 200 ") => Ok(bytes.split_off(end + 4)),
        _ => Err(io::Error::other("no page came")),
    }
}

fn timed(address: SocketAddr) -> io::Result<f64> {
    let started = Instant::now();
    get(address)?;
    Ok(started.elapsed().as_secs_f64() * 1000.0)
}

/// Prints the middle and the worst of some times; whether the 99th percentile is within the bar.
fn report(what: &str, times: &[f64], bar: f64) -> bool {
    let mut times = times.to_vec();
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get((times.len() * percent / 100).min(times.len().saturating_sub(1))).copied().unwrap_or(f64::INFINITY);
    let (p50, p99, most) = (at(50), at(99), at(100));
    println!("{what}: {} answers, p50 {p50:.1} ms, p99 {p99:.1} ms (bar: {bar:.0}), at most {most:.1} ms", times.len());
    p99 <= bar
}

struct Figures {
    threads: u64,
    peak_kib: u64,
}

/// From Linux; 0 elsewhere.
fn figures(child: &Child) -> Figures {
    let status = std::fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap_or_default();
    let field = |name: &str| -> u64 {
        let value = status.lines().find_map(|line| line.strip_prefix(name)).and_then(|v| v.split_whitespace().next());
        value.and_then(|v| v.parse().ok()).unwrap_or(0)
    };
    Figures { threads: field("Threads:"), peak_kib: field("VmHWM:") }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "server has {} threads and had {} MiB at most", self.threads, self.peak_kib / 1024)
    }
}
