//! What the gate finds and what it lets pass, each as a fact.

mod containers;
mod disguises;
mod near_misses;
mod property;
mod report;

use super::{Hit, HitPlace, Secrets, Sweep};

/// A sweep for `values`, listed one a line from line 1.
fn sweep(values: &[&str]) -> Sweep {
    let mut secrets = Secrets::new();
    let refused = secrets.add_list("private/names.txt", &values.join("\n"));
    assert_eq!(refused, [], "a value for a test has to be one that is taken up");
    Sweep::new(&secrets).unwrap()
}

/// Whether `value` is found in the bytes of a route.
fn finds(value: &str, path: &str, bytes: impl AsRef<[u8]>) -> bool {
    let hits = sweep(&[value]).route(path, bytes.as_ref());
    hits.iter().any(|hit| matches!(hit.place, HitPlace::Bytes { .. }))
}

/// Whether `value` is found in `text`, alone and in a page.
fn finds_in_text(value: &str, text: &str) -> bool {
    let alone = finds(value, "notes.txt", text);
    let page = text.replace('&', "&amp;").replace('<', "&lt;");
    assert_eq!(alone, finds(value, "page.html", format!("<p>{page}</p>")), "{value:?} in {text:?}");
    alone
}
