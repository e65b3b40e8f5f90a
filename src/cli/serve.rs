//! `emic serve`: the study as it is now, in the browser, while it is written.

use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

use clap::Args;

use super::console::tally;
use super::{Console, End};
use crate::load;
use crate::serve::Server;
use crate::session::{AUTHORS_EDITION, Preview, Session, Snapshot, sweep};
use crate::system::SystemError;
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

pub fn run(args: &ServeArgs, console: &Console) -> End {
    match serve(args, console) {
        Ok(()) => End::Done,
        Err(error) => End::failed(&error, console),
    }
}

fn serve(args: &ServeArgs, console: &Console) -> Result<(), SystemError> {
    let start = Instant::now();
    if args.host.is_some_and(|ip| ip.is_unspecified()) {
        return Err(SystemError::new("`--host` wants the address by which other machines reach this one, such as 192.168.0.12"));
    }
    let mut session = Session::new(args.study.clone(), args.key.clone(), AUTHORS_EDITION)?;
    let (mut watch, stop) = watched(&args.study)?;
    let server = bind(args, console)?;
    let address = server.address();
    let shown = if address.ip().is_loopback() { "localhost".to_owned() } else { address.ip().to_string() };
    let hosts = if address.ip().is_loopback() { Vec::new() } else { vec![shown.clone()] };
    if !address.ip().is_loopback() {
        console.line("other machines can read this preview: drafts, participants’ pages, and whatever the privacy gate would stop");
    }
    let running = server.run(Arc::new(Preview(session.latest())), hosts);
    if let Err(error) = ctrlc::set_handler(move || stop.stop()) {
        console.line(&format!("Ctrl-C will stop this hard: {error}"));
    }
    let url = format!("http://{shown}:{}/", address.port());
    console.line(&format!("{url}  ({}, {} ms; Ctrl-C stops)", tally(&session.current().checked.diagnostics), start.elapsed().as_millis()));
    if args.open {
        open(&url, console);
    }
    sweep::follow(session.latest());
    follow(&mut session, &mut watch, console);
    running.stop();
    Ok(())
}

/// Watches a study's folders by their true place: events name it so.
///
/// # Errors
/// Where there is no such folder, or the system watches no more.
pub fn watched(study: &std::path::Path) -> Result<(Watch, crate::watch::WatchStop), SystemError> {
    let unwatched = || format!("`{}` cannot be watched", study.display());
    let root = study.canonicalize().map_err(|e| SystemError::with_cause(unwatched(), e))?;
    Watch::new(&root, load::INPUTS).map_err(|e| SystemError::with_cause(unwatched(), e))
}

/// Looks at the study again after every change, and reports it in a line.
fn follow(session: &mut Session, watch: &mut Watch, console: &Console) {
    loop {
        if watch.wait() == Wake::Stopped {
            return;
        }
        let start = Instant::now();
        match session.refresh() {
            Ok(changed) if changed.is_empty() => {}
            Ok(changed) => {
                let now = session.current();
                console.line(&format!(
                    "{}: {} ms, {}",
                    named(&changed, &now),
                    start.elapsed().as_millis(),
                    tally(&now.checked.diagnostics)
                ));
            }
            Err(error) => console.line(&error.to_string()),
        }
    }
}

/// The files that changed, the first few by name, private words in it masked.
pub fn named(changed: &[String], now: &Snapshot) -> String {
    const MOST: usize = 3;
    let changed: Vec<String> = changed.iter().map(|name| now.masked(name)).collect();
    match changed.len().checked_sub(MOST) {
        None | Some(0) => changed.join(", "),
        Some(more) => format!("{} and {more} more", changed[..MOST].join(", ")),
    }
}

/// The port that was asked for, or the first that is free.
fn bind(args: &ServeArgs, console: &Console) -> Result<Server, SystemError> {
    let ip = args.host.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    let taken = |port: u16| format!("port {port} is in use");
    if let Some(port) = args.port {
        return Server::bind(ip, port).map_err(|error| match error.kind() {
            io::ErrorKind::AddrInUse => SystemError::new(match free_after(ip, port) {
                Some(free) => format!("{}; {free} is free: emic serve --port {free}", taken(port)),
                None => taken(port),
            }),
            _ => SystemError::with_cause(format!("port {port} cannot be opened"), error),
        });
    }
    let mut last = SystemError::new("no port can be opened");
    for port in PORT..=PORT + TRIED {
        match Server::bind(ip, port) {
            Ok(server) => {
                if port != PORT {
                    console.line(&format!("{}; this is {port}", taken(PORT)));
                }
                return Ok(server);
            }
            Err(error) => last = SystemError::with_cause(format!("no port from {PORT} to {port} can be opened"), error),
        }
    }
    Err(last)
}

fn free_after(ip: IpAddr, port: u16) -> Option<u16> {
    (port.checked_add(1)?..=port.saturating_add(TRIED)).find(|p| Server::bind(ip, *p).is_ok())
}

/// Asks the system to open the page; where it cannot, the address is on the screen.
fn open(url: &str, console: &Console) {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    if let Err(error) = std::process::Command::new(program).args(args).arg(url).spawn() {
        console.line(&format!("the browser could not be opened: {error}"));
    }
}
