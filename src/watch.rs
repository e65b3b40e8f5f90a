//! Waits until something in a study's folders changes.
//!
//! What changed is not trusted: editors rename, write twice and leave litter, and a system that falls behind drops events. An
//! event only says that it is time to read the study again. So that nothing is missed, the folders are watched anew
//! whenever one comes or goes, and a change is followed by one more look when everything has been quiet for a while.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher};

/// A burst of events is over after so much quiet …
const QUIET: Duration = Duration::from_millis(25);
/// … and is not waited for longer than this.
const LONGEST: Duration = Duration::from_millis(100);
/// Where bursts follow each other within this time, a branch is being switched or files are being copied: both waits double
/// from one burst to the next, and go back when it is over. One who writes never saves so often.
const STORM: Duration = Duration::from_millis(500);
/// How often the waits double at most: to 200 ms of quiet, and to 1.6 s.
const CALMEST: u32 = 4;
/// What was created while a new folder was not yet watched is seen by a look this much later.
const SETTLED: Duration = Duration::from_millis(200);

/// What woke the watcher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wake {
    /// Something may have changed.
    Changed,
    /// Nothing more came: a last look.
    Settled,
    /// Stopped by [`WatchStop`].
    Stopped,
}

/// A watched study. Dropping it ends the watch.
pub struct Watch {
    root: PathBuf,
    /// The study's own folders; of anything else in its root only coming and going is seen.
    folders: &'static [&'static str],
    watcher: RecommendedWatcher,
    watched: BTreeSet<PathBuf>,
    events: Receiver<Message>,
    /// A last look is due.
    unsettled: bool,
    /// When the last burst was over, and how often the waits have doubled.
    last: Option<Instant>,
    doubled: u32,
}

enum Message {
    Event(notify::Result<Event>),
    Stop,
}

/// Ends a [`Watch`] from another thread.
#[derive(Clone)]
pub struct WatchStop(std::sync::mpsc::Sender<Message>);

impl WatchStop {
    pub fn stop(&self) {
        // A watch that is gone needs no stopping.
        let _ = self.0.send(Message::Stop);
    }
}

impl Watch {
    /// Watches `folders` of `root`, and the root for them.
    ///
    /// # Errors
    /// Where the system refuses: no such folder, or too many watches.
    pub fn new(root: &Path, folders: &'static [&'static str]) -> notify::Result<(Watch, WatchStop)> {
        let (sender, events) = channel();
        let stop = WatchStop(sender.clone());
        let watcher = notify::recommended_watcher(move |event| {
            let _ = sender.send(Message::Event(event));
        })?;
        let mut watch =
            Watch { root: root.to_owned(), folders, watcher, watched: BTreeSet::new(), events, unsettled: false, last: None, doubled: 0 };
        watch.watcher.watch(root, RecursiveMode::NonRecursive)?;
        watch.follow();
        Ok((watch, stop))
    }

    /// Watches the folders that are there now.
    fn follow(&mut self) {
        for path in std::mem::take(&mut self.watched) {
            // It may be gone with its folder.
            let _ = self.watcher.unwatch(&path);
        }
        for folder in self.folders {
            let path = self.root.join(folder);
            if path.is_dir() && self.watcher.watch(&path, RecursiveMode::Recursive).is_ok() {
                self.watched.insert(path);
            }
        }
    }

    /// Waits for a burst of events to be over.
    pub fn wait(&mut self) -> Wake {
        let first = loop {
            let message = if self.unsettled {
                match self.events.recv_timeout(SETTLED) {
                    Ok(message) => message,
                    Err(RecvTimeoutError::Timeout) => {
                        self.unsettled = false;
                        return Wake::Settled;
                    }
                    Err(RecvTimeoutError::Disconnected) => return Wake::Stopped,
                }
            } else {
                match self.events.recv() {
                    Ok(message) => message,
                    Err(_) => return Wake::Stopped,
                }
            };
            match message {
                Message::Stop => return Wake::Stopped,
                Message::Event(event) if self.concerns(&event) => break event,
                Message::Event(_) => {}
            }
        };
        let mut moved = is_move(&first);
        let start = Instant::now();
        let in_storm = self.last.is_some_and(|last| start.duration_since(last) < STORM);
        self.doubled = if in_storm { CALMEST.min(self.doubled + 1) } else { 0 };
        let (quiet, longest) = (QUIET * (1 << self.doubled), LONGEST * (1 << self.doubled));
        loop {
            let left = longest.saturating_sub(start.elapsed()).min(quiet);
            if left.is_zero() {
                break;
            }
            match self.events.recv_timeout(left) {
                Ok(Message::Stop) | Err(RecvTimeoutError::Disconnected) => return Wake::Stopped,
                Ok(Message::Event(event)) => moved |= self.concerns(&event) && is_move(&event),
                Err(RecvTimeoutError::Timeout) => break,
            }
        }
        if moved {
            self.follow();
        }
        self.unsettled = true;
        self.last = Some(Instant::now());
        Wake::Changed
    }

    /// Whether an event may be of the study: in one of its folders, its `study.yaml`, or a folder of its that comes or goes.
    fn concerns(&self, event: &notify::Result<Event>) -> bool {
        // An error of the watcher may stand for any event.
        let Ok(event) = event else { return true };
        if matches!(event.kind, EventKind::Access(_)) {
            return false;
        }
        event.need_rescan()
            || event.paths.iter().any(|path| match path.strip_prefix(&self.root) {
                Ok(inside) => {
                    let first = inside.components().next().map(|c| c.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
                    first.is_empty() || first == "study.yaml" || first == "privacy.yaml" || self.folders.contains(&first.as_str())
                }
                Err(_) => true,
            })
    }
}

/// Whether folders may have come or gone.
fn is_move(event: &notify::Result<Event>) -> bool {
    event.as_ref().map_or(true, |e| {
        e.need_rescan()
            || matches!(e.kind, EventKind::Create(_) | EventKind::Remove(_) | EventKind::Modify(notify::event::ModifyKind::Name(_)))
    })
}
