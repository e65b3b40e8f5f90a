//! The gate at work behind the preview: pages that nobody has asked for are looked through too, one after the other.
//!
//! It waits until the study has been left alone for a moment, and lets go as soon as it changes: what it would find there is
//! old. It runs on one thread, so that the page that is asked for never waits for more than one page.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock, Weak};
use std::thread;
use std::time::Duration;

use super::live::Now;
use crate::diag::Diagnostic;

/// How often it is looked whether there is something to do, and for so long a study has been left alone.
const PAUSE: Duration = Duration::from_millis(250);

/// How far the gate is with one state of the study.
pub struct Swept {
    done: AtomicUsize,
    of: usize,
    found: Mutex<Vec<Diagnostic>>,
}

impl Swept {
    pub fn new(of: usize) -> Swept {
        Swept { done: AtomicUsize::new(0), of, found: Mutex::default() }
    }

    /// How far it is, in words, while it is at work; and what it found.
    pub fn told(&self) -> (Option<String>, Vec<Diagnostic>) {
        let done = self.done.load(Ordering::Acquire);
        // By tenths: a bar that changes with every page would be drawn with every page.
        let tenth = done * 10 / self.of.max(1);
        let gate = (done < self.of).then(|| format!("privacy gate: {} of {} pages looked through", tenth * self.of / 10, self.of));
        (gate, self.found.lock().unwrap_or_else(PoisonError::into_inner).clone())
    }
}

/// Follows the study until the program ends.
pub fn follow(now: Arc<RwLock<Arc<Now>>>) {
    let current = move || Arc::clone(&now.read().unwrap_or_else(PoisonError::into_inner));
    thread::spawn(move || {
        let mut seen: Weak<Now> = Weak::new();
        let mut swept: Weak<Now> = Weak::new();
        loop {
            let latest = current();
            let is = |other: &Weak<Now>| std::ptr::eq(other.as_ptr(), Arc::as_ptr(&latest));
            if is(&seen) && !is(&swept) {
                sweep(&latest, &current);
                swept = Arc::downgrade(&latest);
            }
            seen = Arc::downgrade(&latest);
            drop(latest);
            thread::sleep(PAUSE);
        }
    });
}

fn sweep(study: &Arc<Now>, current: &impl Fn() -> Arc<Now>) {
    if study.swept.of == 0 {
        return;
    }
    let routes = study.site.as_ref().map(|site| site.routes()).unwrap_or_default();
    for route in routes {
        if !Arc::ptr_eq(study, &current()) {
            return;
        }
        let found = study.look_at(route);
        if !found.is_empty() {
            study.swept.found.lock().unwrap_or_else(PoisonError::into_inner).extend(found);
        }
        study.swept.done.fetch_add(1, Ordering::AcqRel);
    }
}
