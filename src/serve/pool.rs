//! The connections and the threads that serve them: 64 of each at most, and one thread that lets connections in.
//!
//! Threads are made when they are needed, and kept; so the number of threads never passes that of connections.

use std::collections::VecDeque;
use std::io::ErrorKind;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener, TcpStream};
use std::panic::{self, AssertUnwindSafe};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::authority::AllowedHosts;
use super::connection::{Connection, HEAD, HeadOutcome, Phase};
use super::head;
use super::pages::{Answer, Pages};
use super::refusal::RequestRefusal;
use super::reply::Reply;

const CONNECTIONS: usize = 64;
/// How long a client may leave us waiting before it can be made to leave: an honest one may have been kept off the processor.
const HEAD_GRACE: Duration = Duration::from_millis(10);
const WRITING_GRACE: Duration = Duration::from_millis(100);
/// How often it is looked at whether somebody's grace is over, while all connections are taken.
const LOOK: Duration = Duration::from_millis(2);
const STOPPING: Duration = Duration::from_secs(1);
const BROKEN: RequestRefusal = RequestRefusal { status: 500, why: "emic could not make this page; what went wrong is in its terminal." };

pub(super) struct Pool {
    pages: Arc<dyn Pages>,
    hosts: AllowedHosts,
    state: Mutex<State>,
    /// For the threads that serve: there is a connection, or no more will come.
    given: Condvar,
    /// For who waits for room, or for the end: a connection or a thread is gone.
    gone: Condvar,
}

#[derive(Default)]
struct State {
    /// All connections; those in `waiting` have no thread yet.
    held: Vec<Arc<Connection>>,
    waiting: VecDeque<Arc<Connection>>,
    /// Threads that serve, and those of them that wait for a connection.
    serving: usize,
    idle: usize,
    /// Whether the thread that lets in still may.
    open: bool,
    stopping: bool,
}

impl Pool {
    /// Starts to let connections in.
    pub(super) fn start(listener: TcpListener, pages: Arc<dyn Pages>, hosts: AllowedHosts) -> Arc<Pool> {
        let state = Mutex::new(State { open: true, ..State::default() });
        let pool = Arc::new(Pool { pages, hosts, state, given: Condvar::new(), gone: Condvar::new() });
        let accepting = Arc::clone(&pool);
        if thread::Builder::new().name("serve-accept".into()).spawn(move || accepting.accept_loop(&listener)).is_err() {
            pool.lock().open = false;
        }
        pool
    }

    /// Lets nobody in any more, lets those finish that are being answered, and after a second lets go of all.
    pub(super) fn stop(&self, address: SocketAddr) {
        let mut state = self.lock();
        state.stopping = true;
        for connection in state.held.iter().filter(|connection| matches!(connection.phase(), Phase::Head | Phase::Answered)) {
            connection.evict();
        }
        drop(state);
        self.given.notify_all();
        self.gone.notify_all();
        // The thread that lets in waits for somebody to come.
        let ip = match address.ip() {
            IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
            ip => ip,
        };
        let _ = TcpStream::connect_timeout(&SocketAddr::new(ip, address.port()), STOPPING / 4);
        let waited = self.gone.wait_timeout_while(self.lock(), STOPPING, |state| state.open || state.serving > 0);
        let (state, _) = waited.unwrap_or_else(PoisonError::into_inner);
        for connection in &state.held {
            connection.evict();
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn accept_loop(self: Arc<Pool>, listener: &TcpListener) {
        loop {
            let came = listener.accept();
            if self.lock().stopping {
                break;
            }
            match came {
                Ok((stream, _)) => {
                    if let Ok(connection) = Connection::new(stream) {
                        self.admit(Arc::new(connection));
                    }
                }
                Err(e) if matches!(e.kind(), ErrorKind::ConnectionAborted | ErrorKind::Interrupted) => {}
                // Out of files, perhaps. Whoever leaves gives one back.
                Err(_) => drop(self.gone.wait_timeout(self.lock(), LOOK)),
            }
        }
        self.lock().open = false;
        self.gone.notify_all();
    }

    /// Gives a connection to a thread, once there is room for it.
    fn admit(self: &Arc<Pool>, connection: Arc<Connection>) {
        let mut state = self.lock();
        while state.held.len() >= CONNECTIONS {
            if state.stopping {
                return;
            }
            // One at a time: an evicted one may need a moment.
            if !state.held.iter().any(|held| held.phase() == Phase::Leaving)
                && let Some(longest) = longest_idle(&state.held)
            {
                longest.evict();
            }
            (state, _) = self.gone.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner);
        }
        state.held.push(Arc::clone(&connection));
        state.waiting.push_back(Arc::clone(&connection));
        // With as many threads as there may be connections, one of them is on its way to this one.
        if state.idle >= state.waiting.len() || state.serving >= CONNECTIONS {
            self.given.notify_one();
            return;
        }
        let serving = Arc::clone(self);
        if thread::Builder::new().name("serve".into()).spawn(move || serving.serve()).is_ok() {
            state.serving += 1;
        } else if state.serving == 0 {
            // No thread now, and none that would come to it later.
            state.held.clear();
            state.waiting.clear();
        }
    }

    /// What a thread does: one connection after another.
    fn serve(self: Arc<Pool>) {
        let mut room = [0; HEAD];
        let mut done = None;
        while let Some(connection) = self.next(done.take()) {
            self.serve_one(&connection, &mut room);
            done = Some(connection);
        }
        self.gone.notify_all();
    }

    /// Lets go of a connection, and waits for the next; none, and one thread less, where no more will come.
    fn next(&self, done: Option<Arc<Connection>>) -> Option<Arc<Connection>> {
        let mut state = self.lock();
        if let Some(done) = done {
            state.held.retain(|held| !Arc::ptr_eq(held, &done));
            self.gone.notify_all();
        }
        loop {
            if let Some(connection) = state.waiting.pop_front() {
                return Some(connection);
            }
            if state.stopping {
                state.serving -= 1;
                return None;
            }
            state.idle += 1;
            state = self.given.wait(state).unwrap_or_else(PoisonError::into_inner);
            state.idle -= 1;
        }
    }

    fn serve_one(&self, connection: &Connection, room: &mut [u8; HEAD]) {
        let (reply, more) = match connection.read_head(room) {
            HeadOutcome::Gone => return,
            HeadOutcome::Refused(refusal) => (Reply::from_refusal(refusal, false), true),
            HeadOutcome::Head(end, more) => {
                connection.enter(Phase::Ours);
                let head_only = room.starts_with(b"HEAD ");
                match head::read(&room[..end], &self.hosts) {
                    Ok(request) => match self.answer(&request.path, &request.query) {
                        Some(answer) => (Reply::from_answer(answer, &request.conditions, head_only), more),
                        None => (Reply::from_refusal(BROKEN, head_only), more),
                    },
                    Err(refusal) => (Reply::from_refusal(refusal, head_only), true),
                }
            }
        };
        if connection.send(&reply) && more {
            connection.drain(room);
        }
    }

    /// The answer of the site; none where it panics, which must not cost the server a thread.
    fn answer(&self, path: &str, query: &str) -> Option<Answer> {
        panic::catch_unwind(AssertUnwindSafe(|| self.pages.answer(path, query))).ok()
    }
}

/// Who has left us waiting for longest: of those who have their answer, else of those whose head we wait for, else of those
/// who do not read.
fn longest_idle(held: &[Arc<Connection>]) -> Option<&Arc<Connection>> {
    held.iter()
        .map(|connection| (connection.idle(), connection))
        .filter(|((phase, idle), _)| match phase {
            Phase::Leaving | Phase::Ours => false,
            Phase::Answered => true,
            Phase::Head => *idle >= HEAD_GRACE,
            Phase::Writing => *idle >= WRITING_GRACE,
        })
        .max_by_key(|(state, _)| *state)
        .map(|(_, connection)| connection)
}
