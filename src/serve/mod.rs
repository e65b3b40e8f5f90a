//! The preview server: one that can be left on.
//!
//! 1. It answers from memory, by [`Pages`]; the disk is never asked, so nothing beside the site can be had.
//! 2. A page of another site cannot read it: `Host` and `Origin` are held to a list, and no CORS header is ever sent.
//! 3. A client can hold little, and not for long: 64 connections and as many threads, 16 KiB and 5 s for a head, 5 s for
//!    each 64 KiB of an answer. When all connections are taken, the one that has done nothing for longest makes room.
//!
//! Every connection carries one request: kept-alive ones would let idle browsers fill the house.

mod authority;
mod head;
mod kind;
mod line;
mod pool;
mod range;
mod reply;
mod target;

use std::borrow::Cow;
use std::io;
use std::net::{IpAddr, SocketAddr, TcpListener};
use std::sync::Arc;

use authority::Here;
use pool::Pool;

pub use kind::content_type;
pub use target::decoded;

/// What is at a path.
#[derive(Clone, Debug)]
pub struct Answer {
    /// 200, or 400 to 599; what is neither is sent as 500.
    pub status: u16,
    /// The content type.
    pub kind: Cow<'static, str>,
    /// The whole body, also for HEAD and for ranges.
    pub body: Arc<[u8]>,
    /// Changes whenever the body does; visible ASCII without a comma or a quote mark, in quote marks or not. With it, a browser
    /// may keep the page and ask whether it still holds; without it, or where it is written otherwise, the browser is told to
    /// store nothing.
    pub etag: Option<String>,
}

/// The site as it is now.
pub trait Pages: Send + Sync {
    /// The answer to a path: decoded, without the leading slash, never with `..`, `.`, empty or NUL parts or backslashes;
    /// with the raw query. Where the address names a folder, the path ends in `index.html`.
    ///
    /// Called from many threads at once, and should not wait: a connection that is being answered cannot be made to leave.
    fn answer(&self, path: &str, query: &str) -> Answer;
}

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
    /// If the system refuses a thread, the port is closed at once; connecting tells.
    pub fn run(self, pages: Arc<dyn Pages>, hosts: Vec<String>) -> Running {
        let here = Here::new(self.address.port(), hosts);
        let pool = Pool::start(self.listener, pages, here);
        Running { pool, address: self.address }
    }
}

/// A server that answers, until this is stopped or dropped.
#[must_use = "a server stops when this is dropped"]
pub struct Running {
    pool: Arc<Pool>,
    address: SocketAddr,
}

impl Running {
    /// Takes no more connections, and gives those that are being answered at most a second.
    pub fn stop(self) {
        drop(self);
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.pool.stop(self.address);
    }
}
