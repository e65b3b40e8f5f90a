//! What the gate reports: where a private value was found, and which line of which list it is on.

use std::sync::Arc;

/// A private value in what would be published. It names the line of the list, and has no room for the value itself.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Hit {
    /// The list that holds the value, as it was named to [`Secrets::add`](super::Secrets::add).
    pub list_file: Arc<str>,
    /// The line of the value in that list, from 1.
    pub list_line: u32,
    /// The participant whose name it is, where it is in a key file.
    pub participant: Option<Arc<str>>,
    /// Where in the route it was found.
    pub place: HitPlace,
}

/// Where in a route a value was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum HitPlace {
    /// In the name: show it as [`Sweep::masked_name`](super::Sweep::masked_name) gives it.
    Name,
    /// In the bytes.
    Bytes {
        /// How the bytes had to be read for it to show, as words that go after "in": `attribute values`.
        reading: &'static str,
    },
}
