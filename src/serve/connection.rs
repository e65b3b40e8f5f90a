//! One connection: what it is doing and since when, and its bytes.
//!
//! Reads and writes wait in short pieces, so that an evicted connection ends on every system, also where closing a socket
//! does not wake who waits on it.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{Shutdown, TcpStream};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::head::{self, ODD, TOO_LONG, TOO_SLOW};
use super::refusal::RequestRefusal;
use super::reply::Reply;

/// The most that is read of a head, and all that a connection is given to read into.
pub(super) const HEAD: usize = 16 * 1024;
const HEAD_TIME: Duration = Duration::from_secs(5);
/// Only a whole piece counts as reading: who takes a byte at a time is idle.
const PIECE: usize = 64 * 1024;
const PIECE_TIME: Duration = Duration::from_secs(5);
/// Enough that a client which is still sending gets to see why it was refused.
const DRAIN: usize = 2 * 1024 * 1024;
const DRAIN_TIME: Duration = Duration::from_secs(1);
const SLICE: Duration = Duration::from_millis(250);

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// The server closes it.
    Leaving,
    /// The server is at work, and not the client.
    Ours,
    /// The server waits for the client to read.
    Writing,
    /// The server waits for the head.
    Head,
    /// The client has its answer.
    Answered,
}

pub(super) struct Connection {
    stream: TcpStream,
    state: Mutex<(Phase, Instant)>,
}

/// What came of waiting for a head.
pub(super) enum HeadOutcome {
    /// The length of the head, and whether more came after it.
    Head(usize, bool),
    Refused(RequestRefusal),
    /// The client left, or was evicted.
    Gone,
}

impl Connection {
    /// # Errors
    /// Where the client left already.
    pub(super) fn new(stream: TcpStream) -> io::Result<Connection> {
        stream.set_nonblocking(false)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(SLICE))?;
        stream.set_write_timeout(Some(SLICE))?;
        Ok(Connection { stream, state: Mutex::new((Phase::Ours, Instant::now())) })
    }

    pub(super) fn phase(&self) -> Phase {
        self.state.lock().unwrap_or_else(PoisonError::into_inner).0
    }

    /// The phase, and how long the client has done nothing in it.
    pub(super) fn idle(&self) -> (Phase, Duration) {
        let (phase, since) = *self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (phase, since.elapsed())
    }

    /// Enters a phase, or begins it anew; who was evicted remains so.
    pub(super) fn enter(&self, phase: Phase) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        if state.0 != Phase::Leaving {
            *state = (phase, Instant::now());
        }
    }

    /// Tells the connection to leave. Its thread lets go of it soon after.
    pub(super) fn evict(&self) {
        self.enter(Phase::Leaving);
        let _ = self.stream.shutdown(Shutdown::Both);
    }

    /// Waits for a head, which is then at the start of `room`.
    pub(super) fn read_head(&self, room: &mut [u8; HEAD]) -> HeadOutcome {
        self.enter(Phase::Head);
        let until = Instant::now() + HEAD_TIME;
        let mut had = 0;
        loop {
            match (&self.stream).read(&mut room[had..]) {
                Ok(0) => return HeadOutcome::Gone,
                Ok(more) => {
                    let searched = had;
                    had += more;
                    // A browser that tries TLS is refused at once, and does not wait.
                    if !room[0].is_ascii_uppercase() {
                        return HeadOutcome::Refused(ODD);
                    }
                    if let Some(end) = head::end(&room[..had], searched) {
                        return HeadOutcome::Head(end, end < had);
                    }
                    if had == room.len() {
                        return HeadOutcome::Refused(TOO_LONG);
                    }
                }
                Err(e) if waits(&e) => {}
                Err(_) => return HeadOutcome::Gone,
            }
            if self.phase() == Phase::Leaving {
                return HeadOutcome::Gone;
            }
            if Instant::now() >= until {
                // Browsers open connections before they need them, and an answer to no question puzzles them.
                return if had == 0 { HeadOutcome::Gone } else { HeadOutcome::Refused(TOO_SLOW) };
            }
        }
    }

    /// Sends a reply; whether all of it was taken.
    pub(super) fn send(&self, reply: &Reply) -> bool {
        let (head, body) = (reply.head.as_bytes(), reply.body());
        // A small page goes out in one piece with its head.
        let with_head = body.len().min(PIECE.saturating_sub(head.len()));
        let first = [head, &body[..with_head]].concat();
        self.send_piece(&first) && body[with_head..].chunks(PIECE).all(|piece| self.send_piece(piece))
    }

    fn send_piece(&self, mut piece: &[u8]) -> bool {
        self.enter(Phase::Writing);
        let until = Instant::now() + PIECE_TIME;
        while !piece.is_empty() {
            match (&self.stream).write(piece) {
                Ok(0) => return false,
                Ok(taken) => piece = &piece[taken..],
                Err(e) if waits(&e) => {}
                Err(_) => return false,
            }
            if self.phase() == Phase::Leaving || (!piece.is_empty() && Instant::now() >= until) {
                return false;
            }
        }
        true
    }

    /// Hears a client out that may still be sending: closed upon, it would lose the answer with the connection.
    pub(super) fn drain(&self, room: &mut [u8; HEAD]) {
        self.enter(Phase::Answered);
        if self.stream.shutdown(Shutdown::Write).is_err() {
            return;
        }
        let until = Instant::now() + DRAIN_TIME;
        let mut heard = 0;
        while heard < DRAIN && Instant::now() < until && self.phase() != Phase::Leaving {
            match (&self.stream).read(room) {
                Ok(0) => return,
                Ok(more) => heard += more,
                Err(e) if waits(&e) => {}
                Err(_) => return,
            }
        }
    }
}

/// Whether nothing came yet, but may.
fn waits(error: &io::Error) -> bool {
    matches!(error.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut | ErrorKind::Interrupted)
}
