//! The gate at work behind the preview: pages that nobody has asked for are looked through too, one after the other.
//!
//! It waits until the study has been left alone for a moment, and lets go as soon as it changes: what it would find there is
//! old. It runs on one thread, so that the page that is asked for never waits for more than one page.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::thread;
use std::time::Duration;

use super::{Latest, Snapshot, current};
use crate::diag::Diagnostic;

/// How often it is looked whether there is something to do, and for so long a study has been left alone.
const PAUSE: Duration = Duration::from_millis(250);

/// How far the gate is with one snapshot.
pub struct Progress {
    done: AtomicUsize,
    pages: usize,
    found: Mutex<Vec<Diagnostic>>,
}

impl Progress {
    /// `pages` is how many there are to look through.
    pub fn new(pages: usize) -> Progress {
        Progress { done: AtomicUsize::new(0), pages, found: Mutex::default() }
    }

    /// How far it is, in words, while it is at work.
    pub fn in_words(&self) -> Option<String> {
        let done = self.done.load(Ordering::Acquire);
        // By tenths: a bar that changes with every page would be drawn with every page.
        let tenth = done * 10 / self.pages.max(1);
        (done < self.pages).then(|| format!("privacy gate: {} of {} pages looked through", tenth * self.pages / 10, self.pages))
    }

    /// What it found so far.
    pub fn found(&self) -> Vec<Diagnostic> {
        self.found.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// Follows the study until the program ends.
pub fn follow(latest: Latest) {
    thread::spawn(move || {
        let mut seen: Weak<Snapshot> = Weak::new();
        let mut swept: Weak<Snapshot> = Weak::new();
        loop {
            let now = current(&latest);
            let is = |other: &Weak<Snapshot>| std::ptr::eq(other.as_ptr(), Arc::as_ptr(&now));
            if is(&seen) && !is(&swept) {
                sweep(&now, &latest);
                swept = Arc::downgrade(&now);
            }
            seen = Arc::downgrade(&now);
            drop(now);
            thread::sleep(PAUSE);
        }
    });
}

fn sweep(snapshot: &Arc<Snapshot>, latest: &Latest) {
    let progress = &snapshot.progress;
    if progress.pages == 0 {
        return;
    }
    let routes = snapshot.site.as_ref().map(|site| site.routes()).unwrap_or_default();
    for route in routes {
        if !Arc::ptr_eq(snapshot, &current(latest)) {
            return;
        }
        let found = snapshot.look_at(route);
        if !found.is_empty() {
            progress.found.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
        }
        progress.done.fetch_add(1, Ordering::AcqRel);
    }
}
