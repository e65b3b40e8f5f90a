//! `emic serve`: the study as it is now, in the browser, while it is written.

use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;

use super::live::{EDITION, Live, Now};
use super::preview::Preview;
use super::{End, print, swept};
use crate::load;
use crate::serve::Server;
use crate::watch::{Wake, Watch};

/// The first port that is tried.
const PORT: u16 = 4780;
/// How many are tried after it.
const TRIED: u16 = 20;

#[derive(Args)]
pub struct ServeArgs {
    /// The study's folder
    #[arg(default_value = ".")]
    study: PathBuf,
    /// The key file with the participants' names, to look for in every page
    #[arg(long, value_name = "FILE", env = crate::load::key::VARIABLE, hide_env_values = true)]
    key: Option<PathBuf>,
    /// The port [default: 4780, or the next that is free]
    #[arg(long)]
    port: Option<u16>,
    /// Open the browser
    #[arg(long)]
    open: bool,
    /// Let other machines in, at this address: anybody who reaches it reads the study, private places and all
    #[arg(long, value_name = "ADDRESS")]
    host: Option<IpAddr>,
}

pub fn run(args: &ServeArgs) -> End {
    let start = Instant::now();
    if args.host.is_some_and(|ip| ip.is_unspecified()) {
        return system("`--host` wants the address by which other machines reach this one, such as 192.168.0.12");
    }
    let mut live = match Live::new(args.study.clone(), args.key.clone(), EDITION) {
        Ok(live) => live,
        Err(error) => return system(&format!("`{}` cannot be read as a study: {error}", args.study.display())),
    };
    let (mut watch, stop) = match watched(&args.study) {
        Ok(watched) => watched,
        Err(error) => return system(&format!("`{}` cannot be watched: {error}", args.study.display())),
    };
    let server = match bound(args) {
        Ok(server) => server,
        Err(message) => return system(&message),
    };
    let address = server.address();
    let shown = if address.ip().is_loopback() { "localhost".to_owned() } else { address.ip().to_string() };
    let hosts = if address.ip().is_loopback() { Vec::new() } else { vec![shown.clone()] };
    if !address.ip().is_loopback() {
        print::line("other machines can read this preview: drafts, participants’ pages, and whatever the privacy gate would stop");
    }
    let running = server.run(Arc::new(Preview(live.now())), hosts);
    if let Err(error) = ctrlc::set_handler(move || stop.stop()) {
        print::line(&format!("Ctrl-C will stop this hard: {error}"));
    }
    let url = format!("http://{shown}:{}/", address.port());
    print::line(&format!(
        "{url}  ({}, {} ms; Ctrl-C stops)",
        print::tally(&live.current().checked.diagnostics),
        start.elapsed().as_millis()
    ));
    if args.open {
        open(&url);
    }
    swept::follow(live.now());
    follow(&mut live, &mut watch);
    running.stop();
    End::Done
}

fn system(message: &str) -> End {
    print::line(&format!("error: {message}"));
    End::System
}

/// Watches a study's folders by their true place: events name it so.
pub fn watched(study: &std::path::Path) -> Result<(Watch, crate::watch::WatchStop), String> {
    let root = study.canonicalize().map_err(|e| e.to_string())?;
    Watch::new(&root, load::INPUTS).map_err(|e| e.to_string())
}

/// Looks at the study again after every change, and says so in a line.
fn follow(live: &mut Live, watch: &mut Watch) {
    loop {
        if watch.wait() == Wake::Stopped {
            return;
        }
        let start = Instant::now();
        match live.refresh() {
            Ok(changed) if changed.is_empty() => {}
            Ok(changed) => {
                let now = live.current();
                print::line(&format!(
                    "{}: {} ms, {}",
                    named(&changed, &now),
                    start.elapsed().as_millis(),
                    print::tally(&now.checked.diagnostics)
                ));
            }
            Err(error) => print::line(&format!("the study cannot be read: {error}")),
        }
    }
}

/// The files that changed, the first few by name, private words in it masked.
pub fn named(changed: &[String], now: &Now) -> String {
    const MOST: usize = 3;
    let changed: Vec<String> = changed.iter().map(|name| now.masked(name)).collect();
    match changed.len().checked_sub(MOST) {
        None | Some(0) => changed.join(", "),
        Some(more) => format!("{} and {more} more", changed[..MOST].join(", ")),
    }
}

/// The port that was asked for, or the first that is free.
fn bound(args: &ServeArgs) -> Result<Server, String> {
    let ip = args.host.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let taken = |port: u16| format!("port {port} is in use");
    if let Some(port) = args.port {
        return Server::bind(ip, port).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => match free_after(ip, port) {
                Some(free) => format!("{}; {free} is free: emic serve --port {free}", taken(port)),
                None => taken(port),
            },
            _ => format!("port {port} cannot be opened: {error}"),
        });
    }
    let mut last = String::new();
    for port in PORT..=PORT + TRIED {
        match Server::bind(ip, port) {
            Ok(server) => {
                if port != PORT {
                    print::line(&format!("{}; this is {port}", taken(PORT)));
                }
                return Ok(server);
            }
            Err(error) => last = format!("no port from {PORT} to {port} can be opened: {error}"),
        }
    }
    Err(last)
}

fn free_after(ip: IpAddr, port: u16) -> Option<u16> {
    (port.checked_add(1)?..=port.saturating_add(TRIED)).find(|p| Server::bind(ip, *p).is_ok())
}

/// Asks the system to open the page; where it cannot, the address is on the screen.
fn open(url: &str) {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if let Err(error) = std::process::Command::new(program).args(args).arg(url).spawn() {
        print::line(&format!("the browser could not be opened: {error}"));
    }
}
