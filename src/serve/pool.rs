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

use super::authority::Here;
use super::head;
use super::line::{HEAD, Heard, Line, Phase};
use super::reply::{Refusal, Reply};
use super::{Answer, Pages};

const CONNECTIONS: usize = 64;
/// How long a client may leave us waiting before it can be made to leave: an honest one may have been kept off the processor.
const HEAD_GRACE: Duration = Duration::from_millis(10);
const WRITING_GRACE: Duration = Duration::from_millis(100);
/// How often it is looked at whether somebody's grace is over, while all connections are taken.
const LOOK: Duration = Duration::from_millis(2);
const STOPPING: Duration = Duration::from_secs(1);
const BROKEN: Refusal = Refusal { status: 500, why: "emic could not make this page; what went wrong is in its terminal." };

pub(super) struct Pool {
    pages: Arc<dyn Pages>,
    here: Here,
    state: Mutex<State>,
    /// For the threads that serve: there is a connection, or no more will come.
    given: Condvar,
    /// For who waits for room, or for the end: a connection or a thread is gone.
    gone: Condvar,
}

#[derive(Default)]
struct State {
    /// All connections; those in `waiting` have no thread yet.
    held: Vec<Arc<Line>>,
    waiting: VecDeque<Arc<Line>>,
    /// Threads that serve, and those of them that wait for a connection.
    serving: usize,
    idle: usize,
    /// Whether the thread that lets in still may.
    open: bool,
    stopping: bool,
}

impl Pool {
    /// Starts to let connections in.
    pub(super) fn start(listener: TcpListener, pages: Arc<dyn Pages>, here: Here) -> Arc<Pool> {
        let state = Mutex::new(State { open: true, ..State::default() });
        let pool = Arc::new(Pool { pages, here, state, given: Condvar::new(), gone: Condvar::new() });
        let letting_in = Arc::clone(&pool);
        if thread::Builder::new().name("serve-accept".into()).spawn(move || letting_in.let_in(&listener)).is_err() {
            pool.lock().open = false;
        }
        pool
    }

    /// Lets nobody in any more, lets those finish that are being answered, and after a second lets go of all.
    pub(super) fn stop(&self, address: SocketAddr) {
        let mut state = self.lock();
        state.stopping = true;
        for line in state.held.iter().filter(|line| matches!(line.phase(), Phase::Head | Phase::Answered)) {
            line.evict();
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
        for line in &state.held {
            line.evict();
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn let_in(self: Arc<Pool>, listener: &TcpListener) {
        loop {
            let came = listener.accept();
            if self.lock().stopping {
                break;
            }
            match came {
                Ok((stream, _)) => {
                    if let Ok(line) = Line::new(stream) {
                        self.admit(Arc::new(line));
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
    fn admit(self: &Arc<Pool>, line: Arc<Line>) {
        let mut state = self.lock();
        while state.held.len() >= CONNECTIONS {
            if state.stopping {
                return;
            }
            // One at a time: who was told to leave may need a moment.
            if !state.held.iter().any(|held| held.phase() == Phase::Leaving)
                && let Some(longest) = longest_idle(&state.held)
            {
                longest.evict();
            }
            (state, _) = self.gone.wait_timeout(state, LOOK).unwrap_or_else(PoisonError::into_inner);
        }
        state.held.push(Arc::clone(&line));
        state.waiting.push_back(Arc::clone(&line));
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
        while let Some(line) = self.next(done.take()) {
            self.converse(&line, &mut room);
            done = Some(line);
        }
        self.gone.notify_all();
    }

    /// Lets go of a connection, and waits for the next; none, and one thread less, where no more will come.
    fn next(&self, done: Option<Arc<Line>>) -> Option<Arc<Line>> {
        let mut state = self.lock();
        if let Some(done) = done {
            state.held.retain(|held| !Arc::ptr_eq(held, &done));
            self.gone.notify_all();
        }
        loop {
            if let Some(line) = state.waiting.pop_front() {
                return Some(line);
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

    fn converse(&self, line: &Line, room: &mut [u8; HEAD]) {
        let (reply, more) = match line.hear(room) {
            Heard::Gone => return,
            Heard::Refused(refusal) => (Reply::refusing(refusal, false), true),
            Heard::Head(end, more) => {
                line.enter(Phase::Ours);
                let head_only = room.starts_with(b"HEAD ");
                match head::read(&room[..end], &self.here) {
                    Ok(request) => match self.ask(&request.path, &request.query) {
                        Some(answer) => (Reply::of(answer, &request.conditions, head_only), more),
                        None => (Reply::refusing(BROKEN, head_only), more),
                    },
                    Err(refusal) => (Reply::refusing(refusal, head_only), true),
                }
            }
        };
        if line.say(&reply) && more {
            line.hear_out(room);
        }
    }

    /// What the site says; nothing where it panics, which must not cost the server a thread.
    fn ask(&self, path: &str, query: &str) -> Option<Answer> {
        panic::catch_unwind(AssertUnwindSafe(|| self.pages.answer(path, query))).ok()
    }
}

/// Who has left us waiting for longest: of those who have their answer, else of those whose head we wait for, else of those
/// who do not read.
fn longest_idle(held: &[Arc<Line>]) -> Option<&Arc<Line>> {
    held.iter()
        .map(|line| (line.idle(), line))
        .filter(|((phase, idle), _)| match phase {
            Phase::Leaving | Phase::Ours => false,
            Phase::Answered => true,
            Phase::Head => *idle >= HEAD_GRACE,
            Phase::Writing => *idle >= WRITING_GRACE,
        })
        .max_by_key(|(state, _)| *state)
        .map(|(_, line)| line)
}
