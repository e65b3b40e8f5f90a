//! The preview server: one that can be left on.
//!
//! 1. It answers from memory, by [`Pages`]; the disk is never asked, so nothing beside the site can be had.
//! 2. A page of another site cannot read it: `Host` and `Origin` are held to a list, and no CORS header is ever sent.
//! 3. A client can hold little, and not for long: 64 connections and as many threads, 16 KiB and 5 s for a head, 5 s for
//!    each 64 KiB of an answer. When all connections are taken, the one that has done nothing for longest makes room.
//!
//! Every connection carries one request: kept-alive ones would let idle browsers fill the house.

mod authority;
mod connection;
mod head;
mod kind;
mod pages;
mod pool;
mod range;
mod refusal;
mod reply;
mod target;

use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;

use authority::AllowedHosts;
use pool::Pool;

pub use kind::content_type;
pub use pages::{Answer, Pages};
pub use target::decoded;

/// A server that has its port, and does not answer yet.
#[derive(Debug)]
pub struct Server {
    listener: TcpListener,
    address: SocketAddr,
}

impl Server {
    /// Takes the port; 0 is any free one.
    ///
    /// # Errors
    /// Where the system refuses: the port is taken or reserved, or the address is not this machine's.
    pub fn bind(ip: IpAddr, port: u16) -> io::Result<Server> {
        let listener = TcpListener::bind(SocketAddr::new(ip, port))?;
        let address = listener.local_addr()?;
        Ok(Server { listener, address })
    }

    /// Where it listens, with the port that was given.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Starts to answer. `hosts` are the names and numbers that are allowed in `Host` beside the loopback ones.
    ///
    /// If the system refuses a thread, the port is closed at once, and connecting fails.
    pub fn run(self, pages: Arc<dyn Pages>, hosts: Vec<String>) -> RunningServer {
        let hosts = AllowedHosts::new(self.address.port(), hosts);
        let pool = Pool::start(self.listener, pages, hosts);
        RunningServer { pool, address: self.address }
    }
}

/// A server that answers, until this is stopped or dropped.
#[must_use = "a server stops when this is dropped"]
pub struct RunningServer {
    pool: Arc<Pool>,
    address: SocketAddr,
}

impl RunningServer {
    /// Takes no more connections, and gives those that are being answered at most a second.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for RunningServer {
    fn drop(&mut self) {
        self.pool.stop(self.address);
    }
}
